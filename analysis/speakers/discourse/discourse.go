// Package discourse keeps what an article has mentioned up to a place in it, as it is read from the first word to the
// last: the mentions, how salient they have made each entity, and who spoke last. Antecedents are looked for in it.
//
// It promises that mentions stand in the order in which they were added, and that what it tells of an entity that was
// not mentioned yet is that it was not.
package discourse

import (
	"iter"

	"hearsay/analysis/annotated"
	"hearsay/analysis/tags"
)

// Mention is a place where words refer to one entity, or to several together. All positions are tokens.
type Mention struct {
	From, To int
	// Entities are those referred to, none where that was left open.
	Entities  []int
	Sentence  int
	Paragraph int
	// Subject is true where it stands as subjects do.
	Subject bool
	// Possessive is true where it is the possessor of what follows.
	Possessive bool
	// Quoted is true where it stands in quotation marks.
	Quoted bool
	// Source is true where it heads the source of a quote.
	Source bool
	// Joint is true where it is of several that "and" joins.
	Joint bool
	// Aside is true where it stands in a caption, a byline or a note, or is the "I" of the article's author, whom no "she"
	// means: nothing goes back to it.
	Aside bool
	// Confidence is how sure it is that it refers to these, with all that it goes back to.
	Confidence float64
}

// Discourse is what was mentioned so far.
type Discourse struct {
	text     *annotated.Text
	quoted   []bool
	mentions []Mention
	ending   map[int]int // mentions by their last token
	salience []salience
	speakers []int // entities behind the last source met
	source   int   // its mention
}

// salience is how an entity stands out so far.
type salience struct {
	count int // mentions
	last  int // the first token of the last one
}

// New returns the discourse at the start of a text.
func New(t *annotated.Text) *Discourse {
	return &Discourse{text: t, quoted: t.InQuotation(), ending: map[int]int{}, source: -1}
}

// Quoted reports whether token i stands in quotation marks.
func (d *Discourse) Quoted(i int) bool { return d.quoted[i] }

// Mention makes a mention of tokens from to to, which is certain, refers to nobody yet, and is not added.
func (d *Discourse) Mention(from, to int) Mention {
	t := d.text
	paragraph := t.ParagraphOf(from)
	return Mention{From: from, To: to, Sentence: t.Tokens[from].Sentence, Paragraph: paragraph,
		Quoted: d.quoted[from], Possessive: t.Tag(to) == tags.POS, Aside: t.Paragraphs[paragraph].Aside, Confidence: 1}
}

// Add adds a mention, which makes its entities more salient unless it stands aside, and returns its index.
func (d *Discourse) Add(m Mention) int {
	for _, e := range m.Entities {
		if m.Aside {
			break
		}
		for len(d.salience) <= e {
			d.salience = append(d.salience, salience{last: -1})
		}
		d.salience[e].count++
		d.salience[e].last = m.From
	}
	k := d.AddJoint(m)
	d.ending[m.To-1] = k
	return k
}

// AddJoint adds a mention that is put together of others, which are added already, and returns its index.
func (d *Discourse) AddJoint(m Mention) int {
	d.mentions = append(d.mentions, m)
	return len(d.mentions) - 1
}

// Len is how many mentions there are.
func (d *Discourse) Len() int { return len(d.mentions) }

// At is the mention of an index.
func (d *Discourse) At(k int) *Mention { return &d.mentions[k] }

// EndingAt returns the index of the last mention that was added whose last token is i.
func (d *Discourse) EndingAt(i int) (k int, ok bool) {
	k, ok = d.ending[i]
	return k, ok
}

// Back goes through the last mentions, at most so many, from the latest back, with their indexes, past those that
// stand aside.
func (d *Discourse) Back(most int) iter.Seq2[int, *Mention] {
	return d.BackFrom(len(d.mentions)-1, most)
}

// BackFrom goes back from the mention of an index as Back does from the latest.
func (d *Discourse) BackFrom(k, most int) iter.Seq2[int, *Mention] {
	return func(yield func(int, *Mention) bool) {
		for first := max(0, k+1-most); k >= first; k-- {
			if !d.mentions[k].Aside && !yield(k, &d.mentions[k]) {
				return
			}
		}
	}
}

// Count is how often an entity was mentioned so far.
func (d *Discourse) Count(e int) int {
	if e < len(d.salience) {
		return d.salience[e].count
	}
	return 0
}

// Last is the first token of the last mention of an entity, -1 where there is none yet.
func (d *Discourse) Last(e int) int {
	if e < len(d.salience) {
		return d.salience[e].last
	}
	return -1
}

// Speak notes that the mention of an index is the source of a quote.
func (d *Discourse) Speak(k int) { d.speakers, d.source = d.mentions[k].Entities, k }

// Speakers are the entities behind the last source met.
func (d *Discourse) Speakers() []int { return d.speakers }

// Source is the mention that is the last source met, -1 where none was yet.
func (d *Discourse) Source() int { return d.source }

// Share reports whether two lists of entities have one in common.
func Share(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// Same reports whether two lists without doubles are of the same entities.
func Same(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !Share([]int{x}, b) {
			return false
		}
	}
	return true
}

// Union adds to a list of entities those of another that it does not have.
func Union(list, more []int) []int {
	for _, e := range more {
		if !Share([]int{e}, list) {
			list = append(list, e)
		}
	}
	return list
}

// Package narrator finds who says "I" where nobody is quoted: who wrote a letter or an essay, who gives a speech or a
// testimony, and whose turn it is in a talk without labels. A heading tells it ("Statement of Ann Bell"), a byline, a
// signature, a note on the author, the narrator's own words ("My name is Ann Bell"), or whoever hands over to them
// ("Ms. Bell, please proceed.").
//
// It promises that whoever it gives is named by a range of whole tokens of the text, and that time grows in proportion
// to the text. Where the text does not tell who narrates, nobody does.
package narrator

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
)

// Narrator is who says "I" in a part of a text.
type Narrator struct {
	// Named is where the text names them: tokens from From to To.
	From, To int
	// Relation goes between the "I" and their name: "is who signs the letter,".
	Relation string
	// Sure is the probability that it is they, as far as the means can tell.
	Sure float64
}

// How sure each means is. Set by hand on GUM's training part, in which 0.9 of those named by a heading or by
// themselves are right, and half of those who speak in turn.
const (
	sureByline    = 0.8
	sureNote      = 0.8
	sureSignature = 0.85
	sureHeading   = 0.85
	sureSelf      = 0.85
	sureCalled    = 0.8
	sureAsked     = 0.6
	// fade is how much less sure it is with every exchange of words that whoever spoke first speaks again.
	fade = 0.93
)

// Narrators are who narrates each paragraph of a text.
type Narrators struct {
	// Text is the text in which their names count as names.
	Text *annotated.Text

	of   []Narrator // of each paragraph; Sure is 0 where nobody is known to narrate it
	talk []bool     // of each paragraph: whether it is the turn of somebody unknown
}

// Find finds who narrates a text. Where the turns of a talk have labels, nobody takes turns without one.
func Find(t *annotated.Text, labelled bool) *Narrators {
	f := &finder{Text: t, of: make([]Narrator, len(t.Paragraphs)), talk: make([]bool, len(t.Paragraphs)),
		labelled: labelled}
	if !f.saysSelf() {
		return &Narrators{Text: t}
	}
	f.readSections()
	for _, s := range f.sections {
		f.narrate(s)
	}
	return &Narrators{Text: f.named(), of: f.of, talk: f.talk}
}

// At is who says "I" at a token, and whether that is known.
func (n *Narrators) At(i int) (Narrator, bool) {
	if n == nil || len(n.of) == 0 {
		return Narrator{}, false
	}
	out := n.of[n.Text.ParagraphOf(i)]
	return out, out.Sure > 0
}

// Untold reports whether token i stands in the turn of somebody of whom the text does not tell who they are.
func (n *Narrators) Untold(i int) bool {
	return n != nil && len(n.talk) > 0 && n.talk[n.Text.ParagraphOf(i)]
}

// finder finds the narrators of one text.
type finder struct {
	*annotated.Text
	of       []Narrator
	talk     []bool
	sections []section
	labelled bool
	added    []names.Name // what was read as a name, and is none of the text's
}

// saysSelf reports whether somebody says "I" or "we" outside of quotation marks.
func (f *finder) saysSelf() bool {
	for i := range f.Tokens {
		if f.isSelf(i) {
			return true
		}
	}
	return false
}

// isSelf reports whether a token is "I" or "we" outside of quotation marks.
func (f *finder) isSelf(i int) bool {
	switch f.Lower(i) {
	case "i", "me", "my", "we", "our", "us":
		return f.Quotations.At[i] < 0
	}
	return false
}

// tokens are those of a paragraph; none where it is empty.
func (f *finder) tokens(p int) (from, to int) {
	par := f.Paragraphs[p]
	if par.From == par.To {
		return 0, 0
	}
	return f.Sentences[par.From].From, f.Sentences[par.To-1].To
}

// narrate gives the paragraphs of a section to who narrates them.
func (f *finder) narrate(s section) {
	all := f.introduced(s)
	who, ok := f.signs(s)
	if !ok && !f.labelled && f.isTalk(s, all) {
		f.takeTurns(s, all)
		return
	}
	if s.by.Sure > 0 {
		who, ok = s.by, true
	} else if !ok {
		who, ok = f.alone(s, all)
	}
	if !ok {
		return
	}
	for p := s.from; p < s.to; p++ {
		if f.of[p].Sure == 0 {
			f.of[p] = who
		}
	}
}

// alone is who narrates all of a section that nobody signs: who says who they are, or who wrote the article.
func (f *finder) alone(s section, all []introduced) (Narrator, bool) {
	for _, x := range all {
		if x.how == bySelf {
			return x.who, true
		}
	}
	if n, ok := f.Author(); ok {
		return Narrator{n.From, n.To, "is the article's author,", sureByline}, true
	}
	if who, ok := f.noted(s); ok {
		return who, true
	}
	if len(all) > 0 && all[0].how == byCall && all[0].paragraph == s.from { // "Please welcome Ann Bell."
		return all[0].who, true
	}
	return Narrator{}, false
}

// named is the text with the names that were added.
func (f *finder) named() *annotated.Text {
	if len(f.added) == 0 {
		return f.Text
	}
	all := slices.Clone(f.added)
	slices.SortFunc(all, func(a, b names.Name) int { return a.From - b.From })
	all = slices.CompactFunc(all, func(a, b names.Name) bool { return a.From < b.To })
	taken := map[int]bool{}
	for _, n := range all {
		for i := n.From; i < n.To; i++ {
			taken[i] = true
		}
	}
	for _, n := range f.Names {
		free := true
		for i := n.From; i < n.To; i++ {
			free = free && !taken[i]
		}
		if free {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b names.Name) int { return a.From - b.From })
	return annotated.New(f.Text.Text, f.Tags, f.Quotations, f.Trees, f.States, all)
}

// Package holders tells who takes the side on a target: the speakers of the quote within whose content it stands, or of
// the cue whose object it is; else whoever the sentence has as the subject, the agent or the owner of what is done to
// it (the opinion holder of Choi et al. 2005).
//
// It promises that the words it gives for a holder are whole tokens of the target's sentence that do not overlap the
// target, that every index is valid, and that time grows in proportion to the text.
package holders

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/text"
)

// Way is how a holder is found.
type Way uint8

// The ways to a holder.
const (
	Nobody   Way = iota
	Speaks       // the target stands in the content of their quote
	Cited        // it stands by the cue of their quote
	Acts         // they are the subject of what is done to it
	Agent        // the same in the passive, behind "by"
	Owns         // it is their support, their criticism: "Bell's support for the bill"
	Reported     // as Acts, but within what somebody else says of them
	ways
)

// Ways is how many ways there are.
const Ways = int(ways)

// Holder is who takes the side on a target.
type Holder struct {
	Way Way
	// Quote is the quote whose speakers they are, an index; -1 where there is none.
	Quote int
	// Words are the words for them, where they are not the speakers of a quote.
	Words text.Span
	// At is the token that governs the target: a verb or a noun; -1 where none was found.
	At int
}

// Find tells for each target of a text who takes the side on it.
func Find(t *annotated.Text, quotes []targets.Quote, all []targets.Target) []Holder {
	f := newFinder(t, quotes)
	out := make([]Holder, len(all))
	for i, x := range all {
		out[i] = f.of(x)
	}
	return out
}

// finder finds the holders of one text.
type finder struct {
	*annotated.Text
	content, cue []int32 // the innermost quote, counted from 1, in whose content, or cue, a token stands
	quoted       []bool  // tokens in quotation marks
}

func newFinder(t *annotated.Text, quotes []targets.Quote) *finder {
	contents, cues := make([][]text.Span, len(quotes)), make([][]text.Span, len(quotes))
	for q := range quotes {
		contents[q], cues[q] = quotes[q].Content, quotes[q].Cue
	}
	return &finder{Text: t, content: t.Innermost(contents), cue: t.Innermost(cues),
		quoted: t.InQuotation()}
}

// of is who takes the side on a target.
func (f *finder) of(x targets.Target) Holder {
	above := f.above(x)
	at := -1
	if len(above) > 0 {
		at = above[0].at
	}
	if q := f.around(x); q >= 0 {
		for _, c := range above {
			if f.isReported(c, q) {
				return Holder{Way: Reported, Quote: -1, Words: c.words(f.Text), At: c.at}
			}
		}
		return Holder{Way: Speaks, Quote: q, At: at}
	}
	for _, c := range above {
		if q := int(f.cue[c.at]) - 1; q >= 0 && c.way == Acts {
			return Holder{Way: Cited, Quote: q, At: c.at}
		}
		if f.mayHold(c.head) {
			return Holder{Way: c.way, Quote: -1, Words: c.words(f.Text), At: c.at}
		}
	}
	return Holder{Quote: -1, At: at}
}

// around is the innermost quote in whose content most of a target stands, -1 where there is none.
func (f *finder) around(x targets.Target) int {
	in := 0
	for i := x.From; i < x.To; i++ {
		if f.content[i] > 0 {
			in++
		}
	}
	if 2*in < x.To-x.From {
		return -1
	}
	return int(max(f.content[x.From], f.content[(x.From+x.To)/2], f.content[x.To-1])) - 1
}

// isReported reports whether a candidate is somebody else than the speaker of the quote, whose side the speaker tells:
// "Bell said the farmers want the dam".
func (f *finder) isReported(c candidate, quote int) bool {
	if int(f.content[c.at])-1 != quote || int(f.content[c.head])-1 != quote {
		return false
	}
	if p, ok := pronouns.Of(f.Lower(c.head)); ok && (p.Group == pronouns.First || !f.quoted[c.head]) {
		return false // who speaks; as "he" in "Bell said he wants the dam"
	}
	return takesSides(f.Text, c.at) && f.mayHold(c.head)
}

// takesSides reports whether a verb or a noun is one by which a side is taken.
func takesSides(t *annotated.Text, i int) bool {
	lemma := t.Lemma(i)
	for _, list := range sided {
		if list[lemma] {
			return true
		}
	}
	return false
}

// sided are the words by which sides are taken.
var sided = []map[string]bool{
	lexicon.Words("stances/sides", "verbs for"), lexicon.Words("stances/sides", "verbs against"),
	lexicon.Words("stances/sides", "demands"), lexicon.Words("stances/sides", "wills"),
	lexicon.Words("stances/sides", "refusals"), lexicon.Words("stances/sides", "nouns for"),
	lexicon.Words("stances/sides", "nouns against"),
}

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
	content, cue, source []int32 // the innermost quote, counted from 1, in whose content, cue or source a token stands
	quoted               []bool  // tokens in quotation marks
}

func newFinder(t *annotated.Text, quotes []targets.Quote) *finder {
	contents, cues, sources := make([][]text.Span, len(quotes)), make([][]text.Span, len(quotes)),
		make([][]text.Span, len(quotes))
	for q := range quotes {
		contents[q], cues[q], sources[q] = quotes[q].Content, quotes[q].Cue, quotes[q].Source
	}
	return &finder{Text: t, content: t.Innermost(contents), cue: t.Innermost(cues), source: t.Innermost(sources),
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
			if f.isReported(c, q, x) {
				return Holder{Way: Reported, Quote: -1, Words: c.words(f.Text), At: c.at}
			}
		}
		return Holder{Way: Speaks, Quote: q, At: at}
	}
	if q, cue := f.saidOf(x); q >= 0 {
		return Holder{Way: Cited, Quote: q, At: cue}
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

// saidOf is the quote that is said of a target, which stands behind its source or its cue, and the token of the cue:
// “It is a gift,” said Bell of the path; -1 where there is none. Whoever is named there is rather one whom the source
// speaks for: "said Bell of the Reed Party".
func (f *finder) saidOf(x targets.Target) (quote, cue int) {
	at := x.From - 1
	if at < 1 || !said[f.Lower(at)] {
		return -1, -1
	}
	if _, _, named := f.Name(x.To - 1); named && f.cue[at-1] == 0 {
		return -1, -1
	}
	q := max(f.source[at-1], f.cue[at-1])
	for i := at - 1; q > 0 && i >= max(0, at-far); i-- {
		if f.cue[i] == q {
			return int(q) - 1, i
		}
	}
	return -1, -1
}

// said leads to what somebody says something of.
var said = lexicon.Words("stances/targets", "said of")

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
// "Bell said the farmers want the dam". Who is told to want what the quote speaks against is not who speaks against it:
// "Bell said the ministry's plan for a dam is a scandal".
func (f *finder) isReported(c candidate, quote int, x targets.Target) bool {
	if int(f.content[c.at])-1 != quote || int(f.content[c.head])-1 != quote {
		return false
	}
	if p, ok := pronouns.Of(f.Lower(c.head)); ok && (p.Group == pronouns.First || !f.quoted[c.head]) {
		return false // who speaks; as "he" in "Bell said he wants the dam"
	}
	takes, against := sideTaken(f.Text, c.at)
	return takes && against != f.turned(x, c.at) == x.Opposed && f.mayHold(c.head)
}

// turned reports whether the words between a target and the word at a token that governs it turn the side that this
// takes: who wants to end the tax is against it.
func (f *finder) turned(x targets.Target, at int) bool {
	out, i := false, f.headOf(x)
	for range mostSteps {
		if i = int(f.Trees.Head[i]); i < 0 || i == at {
			return out
		}
		if turning[f.Lemma(i)] {
			out = !out
		}
	}
	return out
}

// turning are verbs by which those who want them are against their object.
var turning = lexicon.Words("stances/sides", "harms")

// sideTaken reports whether a verb or a noun is one by which a side is taken, and whether that is one against what it
// is about.
func sideTaken(t *annotated.Text, i int) (takes, against bool) {
	lemma := t.Lemma(i)
	for _, list := range sidesFor {
		takes = takes || list[lemma]
	}
	for _, list := range sidesAgainst {
		against = against || list[lemma]
	}
	return takes || against, against && !takes
}

// The words by which sides are taken.
var (
	sidesFor = []map[string]bool{
		lexicon.Words("stances/sides", "verbs for"), lexicon.Words("stances/sides", "demands"),
		lexicon.Words("stances/sides", "wills"), lexicon.Words("stances/sides", "nouns for"),
	}
	sidesAgainst = []map[string]bool{
		lexicon.Words("stances/sides", "verbs against"), lexicon.Words("stances/sides", "refusals"),
		lexicon.Words("stances/sides", "nouns against"),
	}
)

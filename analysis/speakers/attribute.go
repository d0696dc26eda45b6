package speakers

import (
	"cmp"
	"slices"

	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/text"
)

// attributor gives the quotes of an article that was read their speakers. Speakers are entities until the result is
// made.
type attributor struct {
	*reading
	certainty *certainty
	out       []Attribution
	done      []bool
	origin    []int // of a quote that runs on, the index+1 of the one that has the source
}

// attribute gives each quote its speakers, in reading order, so that a quote that runs on finds those of the one
// before.
func (r *reading) attribute(m *Model) []Attribution {
	n := len(r.quotes)
	a := attributor{r, &m.certainty, make([]Attribution, n), make([]bool, n), make([]int, n)}
	for q := range r.quotes {
		a.attribute(q, 0)
	}
	return a.out
}

const (
	// deepest is how many quotes may stand in each other for the "I" of the innermost to be followed out.
	deepest = 6
	// longestChain bounds how many steps a chain has, and what a quote within a quote takes over of the outer one's.
	longestChain = 8
)

// attribute gives one quote its speakers, and first the one within which its source says "I".
func (a *attributor) attribute(q, depth int) {
	if a.done[q] {
		return
	}
	a.done[q] = true
	out := &a.out[q]
	if out.Unknown = a.quotes[q].Unnamed; out.Unknown != "" {
		return
	}
	if a.attributeNamed(q) {
		return
	}
	if len(a.sources.phrases[q]) == 0 {
		a.attributeWithout(q)
		return
	}
	for _, ph := range a.sources.phrases[q] {
		k, ok := a.talk.EndingAt(ph.head)
		if !ok {
			continue
		}
		if in := a.references[k].within; in >= 0 && depth < deepest {
			a.attribute(in, depth+1)
		}
		a.addPhrase(q, ph, k)
	}
	if len(out.Speakers) == 0 && out.Unknown == "" {
		out.Unknown = "it is not clear whom the source means"
	}
	out.Confidence = a.certainty.of(out)
	slices.SortStableFunc(out.Candidates, func(x, y Candidate) int { return cmp.Compare(y.Confidence, x.Confidence) })
}

// attributeNamed gives a quote to whom the text names elsewhere than in its source, and reports whether it names any.
func (a *attributor) attributeNamed(q int) bool {
	quote, out := &a.quotes[q], &a.out[q]
	if quote.Named.Empty() {
		return false
	}
	e := a.EntityAt(a.Text.At(quote.Named.Start))
	if e < 0 {
		return false
	}
	s := step{wayName, sureName}
	link := func(from, to text.Span, reason string) {
		if from != to {
			out.Chain = append(out.Chain, Link{Speaker: e, From: from, To: to, Confidence: a.certainty.sure(s), Reason: reason})
		}
	}
	from := slices.Concat(quote.Source, quote.Content)[0]
	link(from, quote.Named, "the words are those of "+cite(a.Text, quote.Named))
	if x := &a.All[e]; x.Full != quote.Named && a.Text.Of(quote.Named) != x.Name {
		link(quote.Named, x.Full, a.nameReason(quote.Named, x))
	}
	out.Speakers, out.steps = []int{e}, []step{s}
	out.Confidence = a.certainty.of(out)
	return true
}

// attributeWithout gives a quote without a source the speakers of the quote that it runs on from.
func (a *attributor) attributeWithout(q int) {
	out := &a.out[q]
	if a.attributeByAddress(q) {
		return
	}
	before := a.quotes[q].Continues
	if before < 0 || before >= q || len(a.out[before].Speakers) == 0 {
		if !a.attributeByTurn(q) && !a.attributeBySentence(q) {
			out.Unknown = "the text does not say whose words these are"
		}
		return
	}
	// However long a speech is, its last part leads back to the source in one step.
	origin := before
	if a.origin[before] > 0 {
		origin = a.origin[before] - 1
	}
	a.origin[q] = origin + 1
	b := a.out[origin]
	s := step{wayOn, sureRunsOn}
	out.Speakers = b.Speakers
	out.steps = append(append(out.steps, b.steps...), s)
	out.Confidence = a.certainty.of(out)
	if src := a.quotes[origin].Source; len(src) > 0 && len(a.quotes[q].Content) > 0 {
		reason := "the words run on from those of " + cite(a.Text, src[0])
		for _, e := range b.Speakers {
			out.Chain = append(out.Chain, Link{Speaker: e, From: a.quotes[q].Content[0], To: src[0], Reason: reason,
				Confidence: a.certainty.sure(s)})
		}
	}
	out.Chain = append(out.Chain, b.Chain...)
}

// addPhrase adds what one phrase of a source, whose mention is k, leads to.
func (a *attributor) addPhrase(q int, ph phrase, k int) {
	out, m, ref := &a.out[q], a.talk.At(k), &a.references[k]
	if ref.within >= 0 && ref.within != q && len(m.Entities) == 0 {
		a.addFirstPerson(q, k)
		return
	}
	if ref.unknown != "" {
		out.Unknown = ref.unknown
	}
	out.Candidates = append(out.Candidates, a.candidatesOf(k)...)
	for _, e := range m.Entities {
		out.addLinks(a.chain(ph, k, e))
	}
	out.Speakers = discourse.Union(out.Speakers, m.Entities)
	if len(m.Entities) > 0 {
		out.steps = a.stepsOf(out.steps, k)
	}
}

// addFirstPerson adds those behind the quote within which a mention says "I".
func (a *attributor) addFirstPerson(q, k int) {
	out, m := &a.out[q], a.talk.At(k)
	within := a.references[k].within
	outer := a.out[within]
	s := step{wayFirst, sureFirst}
	from := a.Text.Span(m.From, m.To)
	if src := a.quotes[within].Source; len(src) > 0 {
		reason := cite(a.Text, from) + " is who speaks there, " + cite(a.Text, src[0])
		for _, e := range outer.Speakers {
			out.Chain = append(out.Chain, Link{Speaker: e, From: from, To: src[0], Reason: reason,
				Confidence: a.certainty.sure(s)})
		}
	}
	out.Chain = append(out.Chain, outer.Chain[:min(len(outer.Chain), longestChain)]...)
	out.Speakers = discourse.Union(out.Speakers, outer.Speakers)
	out.steps = append(append(out.steps, outer.steps[:min(len(outer.steps), longestChain)]...), s)
}

// addLinks adds the links that are not there yet: those behind one source may share some.
func (a *Attribution) addLinks(links []Link) {
	for _, l := range links {
		same := func(old Link) bool { return old.From == l.From && old.To == l.To && old.Reason == l.Reason }
		if !slices.ContainsFunc(a.Chain, same) {
			a.Chain = append(a.Chain, l)
		}
	}
}

package speakers

import (
	"cmp"
	"slices"
)

// settle gives each quote its speakers, in reading order, so that a quote that runs on finds those of the one before.
func (r *resolver) settle() {
	r.settled = make([]bool, len(r.Quotes))
	r.origin = make([]int, len(r.Quotes))
	for q := range r.Quotes {
		r.settleQuote(q, 0)
	}
}

// settleQuote settles one quote, and first the one within which its source says "I", to a small depth.
func (r *resolver) settleQuote(q, depth int) {
	if r.settled[q] {
		return
	}
	r.settled[q] = true
	a := &r.out[q]
	if len(r.sources[q]) == 0 {
		r.settleWithout(q)
		return
	}
	for _, ph := range r.sources[q] {
		k, ok := r.found[ph.head]
		if !ok {
			continue
		}
		if in := r.recent[k].inside; in >= 0 && depth < 6 {
			r.settleQuote(in, depth+1)
		}
		r.settlePhrase(q, ph, k)
	}
	if len(a.Speakers) == 0 && a.Unknown == "" {
		a.Unknown = "it is not clear whom the source means"
	}
	a.Confidence = r.model.certainty(a)
	slices.SortStableFunc(a.Candidates, func(x, y Candidate) int { return cmp.Compare(y.Confidence, x.Confidence) })
}

// settleWithout gives a quote without a source the speakers of the quote that it runs on from.
func (r *resolver) settleWithout(q int) {
	a := &r.out[q]
	before := r.Quotes[q].Continues
	if before < 0 || before >= q || len(r.out[before].Speakers) == 0 {
		if r.settleByTurn(q) {
			return
		}
		a.Unknown = "the text does not say whose words these are"
		return
	}
	// However long a speech is, its last part leads back to the source in one step.
	origin := before
	if r.origin[before] > 0 {
		origin = r.origin[before] - 1
	}
	r.origin[q] = origin + 1
	b := r.out[origin]
	a.Speakers = b.Speakers
	a.steps = append(append(a.steps, b.steps...), step{wayOn, onOdds})
	a.Confidence = r.model.certainty(a)
	if src := r.Quotes[origin].Source; len(src) > 0 && len(r.Quotes[q].Content) > 0 {
		for _, e := range b.Speakers {
			a.Chain = append(a.Chain, Link{Speaker: e, From: r.Quotes[q].Content[0], To: src[0], Reason: "the words run on from those of " + r.quote(src[0]), Confidence: r.model.sure(wayOn, onOdds)})
		}
	}
	a.Chain = append(a.Chain, b.Chain...)
}

// longestChain bounds what a quote within a quote takes over of the outer one's chain.
const longestChain = 8

// settlePhrase adds what one phrase of a source leads to.
func (r *resolver) settlePhrase(q int, ph phrase, k int) {
	a, m := &r.out[q], &r.recent[k]
	if m.inside >= 0 && m.inside != q && len(m.entities) == 0 {
		outer := r.out[m.inside]
		for _, e := range outer.Speakers {
			if src := r.Quotes[m.inside].Source; len(src) > 0 {
				a.Chain = append(a.Chain, Link{Speaker: e, From: r.Text.Span(m.from, m.to), To: src[0], Reason: r.quote(r.Text.Span(m.from, m.to)) + " is who speaks there, " + r.quote(src[0]), Confidence: r.model.sure(wayFirst, firstOdds)})
			}
		}
		a.Chain = append(a.Chain, outer.Chain[:min(len(outer.Chain), longestChain)]...)
		a.Speakers = addAll(a.Speakers, outer.Speakers)
		a.steps = append(append(a.steps, outer.steps[:min(len(outer.steps), longestChain)]...), step{wayFirst, firstOdds})
		return
	}
	if m.unknown != "" {
		a.Unknown = m.unknown
	}
	a.Candidates = append(a.Candidates, r.rivals(m)...)
	for _, e := range m.entities {
		a.addLinks(r.chain(ph, k, e))
	}
	a.Speakers = addAll(a.Speakers, m.entities)
	if len(m.entities) > 0 {
		a.steps = r.stepsOf(a.steps, k)
	}
}

// addLinks adds the links that are not there yet: those behind one source may share some.
func (a *Attribution) addLinks(links []Link) {
	for _, l := range links {
		known := false
		for _, old := range a.Chain {
			known = known || old.From == l.From && old.To == l.To && old.Reason == l.Reason
		}
		if !known {
			a.Chain = append(a.Chain, l)
		}
	}
}

func addAll(list, more []int) []int {
	for _, e := range more {
		if !sharesAny([]int{e}, list) {
			list = append(list, e)
		}
	}
	return list
}

package speakers

// settle gives each quote its speakers, in reading order, so that a quote that runs on finds those of the one before.
func (r *resolver) settle() {
	for q := range r.Quotes {
		r.settleQuote(q)
	}
}

func (r *resolver) settleQuote(q int) {
	a := &r.out[q]
	a.Confidence = 1
	if len(r.sources[q]) == 0 {
		r.settleWithout(q)
		return
	}
	for _, ph := range r.sources[q] {
		k, ok := r.found[ph.head]
		if !ok {
			continue
		}
		r.settlePhrase(q, ph, k)
	}
	if len(a.Speakers) == 0 && a.Unknown == "" {
		a.Unknown = "it is not clear whom the source means"
	}
	if a.Unknown != "" && len(a.Speakers) == 0 {
		a.Confidence = 0
	}
}

// settleWithout gives a quote without a source the speakers of the quote that it runs on from.
func (r *resolver) settleWithout(q int) {
	a := &r.out[q]
	before := r.Quotes[q].Continues
	if before < 0 || before >= q || len(r.out[before].Speakers) == 0 {
		a.Unknown, a.Confidence = "the text does not say whose words these are", 0
		return
	}
	b := r.out[before]
	a.Speakers, a.Confidence = b.Speakers, b.Confidence*0.9
	if len(r.Quotes[q].Content) > 0 && len(r.Quotes[before].Content) > 0 {
		to := r.Quotes[before].Content[0]
		if src := r.Quotes[before].Source; len(src) > 0 {
			to = src[0]
		}
		for _, e := range b.Speakers {
			a.Chain = append(a.Chain, Link{e, r.Quotes[q].Content[0], to, "the words run on from the quote before, whose source is " + r.quote(to)})
		}
	}
	a.Chain = append(a.Chain, b.Chain...)
}

// settlePhrase adds what one phrase of a source leads to.
func (r *resolver) settlePhrase(q int, ph phrase, k int) {
	a, m := &r.out[q], &r.recent[k]
	if m.inside >= 0 && m.inside < q && len(m.entities) == 0 {
		outer := r.out[m.inside]
		for _, e := range outer.Speakers {
			if src := r.Quotes[m.inside].Source; len(src) > 0 {
				a.Chain = append(a.Chain, Link{e, r.Text.Span(m.from, m.to), src[0], r.quote(r.Text.Span(m.from, m.to)) + " is who speaks there, " + r.quote(src[0])})
			}
		}
		a.Chain = append(a.Chain, outer.Chain...)
		a.Speakers = addAll(a.Speakers, outer.Speakers)
		a.Confidence *= 0.9
		return
	}
	if m.unknown != "" {
		a.Unknown = m.unknown
		a.Candidates = addAll(a.Candidates, m.candidates)
	}
	for _, e := range m.entities {
		a.Chain = append(a.Chain, r.chain(ph, k, e)...)
	}
	a.Speakers = addAll(a.Speakers, m.entities)
	a.Confidence *= m.confidence
}

func addAll(list, more []int) []int {
	for _, e := range more {
		if !sharesAny([]int{e}, list) {
			list = append(list, e)
		}
	}
	return list
}

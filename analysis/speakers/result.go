package speakers

import (
	"sort"

	"hearsay/analysis/text"
)

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

// chain follows a mention back to the best name of the entity, past pronouns that refer to pronouns.
func (r *resolver) chain(ph phrase, k, e int) []Link {
	var out []Link
	m := &r.recent[k]
	for m.antecedent >= 0 {
		b := &r.recent[m.antecedent]
		for b.antecedent >= 0 && b.to-b.from == 1 && isPronoun(r.lower[b.from]) {
			b = &r.recent[b.antecedent]
		}
		from, to := r.Text.Span(m.from, m.to), r.Text.Span(b.from, b.to)
		out = append(out, Link{e, from, to, r.quote(from) + " " + m.relation + " " + r.quote(to)})
		m = b
	}
	x := &r.entities[e]
	at := r.Text.Span(m.from, m.to)
	switch {
	case len(m.entities) > 1 && !m.joint:
		out = append(out, Link{e, at, x.full, r.quote(at) + " takes in “" + x.name + "”"})
	case m.relation != "":
		out = append(out, r.fitLinks(m, at, x, e)...)
	case !x.named:
		out = append(out, Link{e, at, x.full, r.quote(at) + " is not named in the text"})
	default:
		out = append(out, r.nameLink(ph, at, x, e, len(out) == 0)...)
	}
	return out
}

// fitLinks leads from a description, by the one that it fits, to the name.
func (r *resolver) fitLinks(m *mention, at text.Span, x *entity, e int) []Link {
	d := m.fits
	switch {
	case d.Empty():
		return []Link{{e, at, x.full, r.quote(at) + " " + m.relation + " “" + x.name + "”"}}
	case d.End <= x.full.Start && x.full.Start-d.End <= 2:
		d.End = x.full.End
		return []Link{{e, at, d, r.quote(at) + " " + m.relation + " " + r.quote(d)}}
	case !x.named:
		return []Link{{e, at, d, r.quote(at) + " " + m.relation + " " + r.quote(d)}}
	}
	return []Link{{e, at, d, r.quote(at) + " " + m.relation + " " + r.quote(d)}, {e, d, x.full, r.quote(d) + " is said of “" + x.name + "”"}}
}

// nameLink leads from a name to its fullest form.
func (r *resolver) nameLink(ph phrase, at text.Span, x *entity, e int, isSource bool) []Link {
	full := r.Text.Of(at)
	from := at
	if isSource {
		from = r.spanOf(ph)
	}
	if full == x.name {
		if !isSource {
			return nil
		}
		return []Link{{e, from, at, r.quote(at) + " is named in the source"}}
	}
	return []Link{{e, from, x.full, r.nameReason(at, x)}}
}

func (r *resolver) nameReason(at text.Span, x *entity) string {
	short, full := r.Text.Of(at), "“"+x.name+"”"
	if x.kind != Person {
		return r.quote(at) + " is another name of " + full
	}
	switch {
	case endsWith(x.name, short):
		return r.quote(at) + " is the surname of " + full
	case startsWith(x.name, short):
		return r.quote(at) + " is the first part of the name " + full
	}
	return r.quote(at) + " is the same name as " + full
}

// result keeps those behind the quotes, in the order of the words they were given.
func (r *resolver) result() Result {
	words := make(map[int]int)
	for q, a := range r.out {
		n := 0
		for _, p := range r.Quotes[q].Content {
			from, to := r.Text.Range(p)
			n += to - from
		}
		for _, e := range a.Speakers {
			words[e] += n + 1
		}
	}
	order := make([]int, 0, len(words))
	for e := range words {
		order = append(order, e)
	}
	sort.Slice(order, func(i, j int) bool {
		a, b := order[i], order[j]
		if words[a] != words[b] {
			return words[a] > words[b]
		}
		return r.entities[a].full.Start < r.entities[b].full.Start || r.entities[a].full.Start == r.entities[b].full.Start && a < b
	})
	index := make(map[int]int, len(order))
	for i, e := range order {
		index[e] = i
	}
	r.gatherMentions(index)
	res := Result{Speakers: make([]Speaker, len(order)), Quotes: r.out}
	for i, e := range order {
		res.Speakers[i] = r.speaker(e)
	}
	for q := range res.Quotes {
		renumber(&res.Quotes[q], index)
	}
	return res
}

func renumber(a *Attribution, index map[int]int) {
	speakers := make([]int, len(a.Speakers))
	for i, e := range a.Speakers {
		speakers[i] = index[e]
	}
	a.Speakers = speakers
	var candidates []int
	for _, e := range a.Candidates {
		if i, ok := index[e]; ok {
			candidates = append(candidates, i)
		}
	}
	a.Candidates = candidates
	chain := make([]Link, 0, len(a.Chain))
	for _, l := range a.Chain {
		if i, ok := index[l.Speaker]; ok {
			l.Speaker = i
			chain = append(chain, l)
		}
	}
	a.Chain = chain
}

// gatherMentions collects the mentions of those behind quotes.
func (r *resolver) gatherMentions(index map[int]int) {
	for k := range r.recent {
		m := &r.recent[k]
		for _, e := range m.entities {
			if _, ok := index[e]; ok {
				r.entities[e].refs = append(r.entities[e].refs, r.Text.Span(m.from, m.to))
			}
		}
	}
}

func (r *resolver) speaker(e int) Speaker {
	x := &r.entities[e]
	s := Speaker{Name: x.name, Names: unique(x.forms), Type: x.kind, Mentions: disjoint(x.refs)}
	if x.named {
		s.Description = x.chooseAbout()
	}
	switch {
	case x.kind != Person:
	case x.sex == sexFemale:
		s.Gender = Female
	case x.sex == sexMale:
		s.Gender = Male
	}
	return s
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// disjoint keeps the first of overlapping spans, in reading order.
func disjoint(spans []text.Span) []text.Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:0]
	for _, p := range spans {
		if len(out) == 0 || p.Start >= out[len(out)-1].End {
			out = append(out, p)
		}
	}
	return out
}

func endsWith(name, part string) bool {
	return len(name) > len(part) && name[len(name)-len(part):] == part
}
func startsWith(name, part string) bool { return len(name) > len(part) && name[:len(part)] == part }

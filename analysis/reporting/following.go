package reporting

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// following reads what is said behind a reporting verb: "she told reporters that it was late", "…, saying it was
// late".
func (s scene) following(i int) (c clause, ok bool) {
	if !s.Tags[i].Verb() || !reportVerbs[s.Lemma(i)] && !urgeVerbs[s.Lemma(i)] || !s.told(i) {
		return c, false
	}
	all := s.sentence(i)
	from, ok := s.opens(i, all.to)
	if !ok {
		return c, false
	}
	content := stretch{from, s.ends(i, from, all.to)}
	if !s.finite(content) {
		return c, false
	}
	c = clause{verb: i, how: following, cue: s.cueOf(i, all.from), content: []stretch{content}}
	if s.Tags[i] == tags.VBG && s.child(i, parse.Auxiliary) < 0 {
		c.how = reduced
	}
	c.source, ok = s.speaker(i, c.cue.from)
	return c, ok
}

// opens is where the clause that is said begins behind a verb: at its "that", or where the tree has it.
func (s scene) opens(i, end int) (from int, ok bool) {
	complement := -1
	for k := range s.children(i) {
		if k > i && s.Trees.Relation[k] == parse.Complement {
			complement = k
			break
		}
	}
	for k := i + 1; k < min(end, i+farThat); k++ {
		if s.Quotations.At[k] >= 0 || s.Tags[k].Finite() {
			break
		}
		if s.Lower(k) == "that" && !s.Tag(k+1).Finite() {
			return k, s.Tags[k] == tags.IN || s.Tags[k] == tags.WDT
		}
	}
	if complement >= 0 {
		from := max(i+1, int(s.Trees.From[complement]))
		if s.Tags[from].Verb() || s.Quotations.At[from] >= 0 {
			return from, false
		}
		return from, bareVerbs[s.Lemma(i)] || s.Tags[from] == tags.WRB || s.Lower(from) == "whether"
	}
	return 0, false
}

// urgeVerbs are the verbs by which somebody is to do something.
var urgeVerbs = lexicon.Words("cues/reporting", "urge")

// urging reads what somebody is to do, behind a verb and who is to do it: "she called on the council to open the
// hall".
func (s scene) urging(i int) (c clause, ok bool) {
	if !s.Tags[i].Verb() || !urgeVerbs[s.Lemma(i)] || !s.told(i) {
		return c, false
	}
	all := s.sentence(i)
	from := i + 1
	for from < all.to && !s.infinitive(from) {
		if s.Tags[from].Finite() || s.isComma(from) || s.Quotations.At[from] >= 0 {
			return c, false
		}
		from++
	}
	if from >= all.to || from > i+farThat || !s.nominal(stretch{i + 1, from}) {
		return c, false
	}
	c = clause{verb: i, how: urging, cue: s.cueOf(i, all.from)}
	c.content = []stretch{{from, s.phraseEnd(from, s.ends(i, from, all.to))}}
	if next := s.Tags[i+1]; next == tags.IN || next == tags.RP || next == tags.TO {
		c.cue.to++
	}
	c.source, ok = s.speaker(i, s.cueOf(i, all.from).from)
	return c, ok
}

// phraseEnd ends what is to be done before a clause that tells of something else: ", which", ", as".
func (s scene) phraseEnd(from, to int) int {
	for k := from + 1; k < to; k++ {
		next := s.Tags[k]
		switch next {
		case tags.WDT, tags.WP, tags.IN, tags.PRP:
			if s.isComma(k - 1) {
				return k - 1
			}
		}
	}
	return to
}

// infinitive reports whether an infinitive begins at a token: "to open", "not to open".
func (s scene) infinitive(i int) bool {
	if s.Lower(i) == "not" {
		i++
	}
	return s.Tag(i) == tags.TO && s.Tag(i+1) == tags.VB
}

// farThat is how many tokens behind a verb its "that" is looked for: "said at a news conference in Oslo on Monday
// that".
const farThat = 14

// ends is where a clause that begins at token from ends: with the sentence, or before what hangs on the verb itself
// again, "and left", "adding that", or is somebody's else, "according to".
func (s scene) ends(i, from, end int) int {
	for k := from + 1; k < end; k++ {
		if s.isComma(k-1) && (s.Lower(k) == "according" || s.another(i, k)) {
			return k - 1
		}
		if h := int(s.Trees.Head[k]); h == i && s.Trees.Relation[k] == parse.Conjunct {
			to := min(int(s.Trees.From[k]), k)
			for to > from && (s.isComma(to-1) || s.Tags[to-1] == tags.CC || s.Tags[to-1].Adverb()) {
				to--
			}
			return max(to, from+1)
		}
	}
	return end
}

// another reports whether a participle tells more of who speaks: "adding that", or "pointing" where it hangs on the
// verb.
func (s scene) another(i, k int) bool {
	return s.Tags[k] == tags.VBG && (s.verbAbove(k) == i || lexicon.Of(s.Lemma(k), s.Tags[k]).Speaks())
}

// verbAbove is the verb that token k hangs on; -1 for none.
func (s scene) verbAbove(k int) int {
	h := int(s.Trees.Head[k])
	if h >= 0 && s.Tags[h].Verb() {
		return h
	}
	return -1
}

// speaker is the subject of a verb, or of the verb that it shares it with.
func (s scene) speaker(i, cue int) (p stretch, ok bool) {
	at := i
	for range farSubject {
		for k := range s.children(at) {
			if !s.Tags[at].Verb() {
				break
			}
			if k < at && s.Trees.Relation[k] == parse.Subject {
				return s.subject(k, min(cue, at))
			}
			if k < at && s.Trees.Relation[k] == parse.PassiveSubject && at != i {
				return s.subject(k, min(cue, at))
			}
		}
		h := int(s.Trees.Head[at])
		if h < 0 {
			return p, false
		}
		switch r := s.Trees.Relation[at]; {
		case s.Tags[h].Noun() && s.isComma(i-1): // "He told the police of the theft, saying"
			at = h
		case r == parse.ModifyingClause && s.Tags[h].Noun() && h < i:
			return s.subject(h, i)
		case s.Tags[at].Noun():
			at = h
		case r == parse.Conjunct, r == parse.AdverbialClause && s.Tags[at] == tags.VBG, r == parse.OpenComplement:
			at = h
		default:
			return p, false
		}
	}
	return p, false
}

// farSubject is how many verbs are climbed to a subject that a verb shares.
const farSubject = 4

// subject is the noun phrase that token k heads, up to the verb, without clauses behind a comma.
func (s scene) subject(k, verb int) (p stretch, ok bool) {
	p = stretch{int(s.Trees.From[k]), min(int(s.Trees.To[k]), verb)}
	for _, r := range []parse.Relation{parse.RelativeClause, parse.ModifyingClause, parse.Parataxis} {
		if c := s.child(k, r); c > k {
			p.to = min(p.to, int(s.Trees.From[c]))
		}
	}
	for p.from < min(p.to, k) && (s.Tags[p.from] == tags.CC || s.isComma(p.from) || s.Tags[p.from] == tags.IN) {
		p.from++
	}
	for p.to > k+1 && (s.isComma(p.to-1) || s.Tags[p.to-1].Adverb()) {
		p.to--
	}
	if k >= p.to {
		return p, false
	}
	return p, phrases.Nominal(s.Text, k) || s.Tags[k] == tags.WP
}

// extraction reads a reporting clause within a relative one: "what she says is a plot", "the firm, which the mayor
// said had failed".
func (s scene) extraction(i int) (c clause, ok bool) {
	next := i + 1
	for next < len(s.Tokens)-1 && s.Tags[next].Adverb() {
		next++
	}
	if next >= len(s.Tokens) || !s.Tags[next].Finite() || !s.Tags[i].Finite() || !reportVerbs[s.Lemma(i)] {
		return c, false
	}
	all := s.sentence(i)
	cue := s.cueOf(i, all.from)
	a, b, ok := phrases.Subject(s.Text, cue.from, all.from)
	if !ok || a == all.from {
		return c, false
	}
	switch s.Tags[a-1] {
	case tags.WDT, tags.WP:
	default:
		return c, false
	}
	end := next + 1
	for end < all.to && !s.isComma(end) {
		end++
	}
	return clause{verb: i, how: extracted, cue: cue, source: stretch{a, b},
		content: []stretch{{a - 1, a}, {i + 1, end}}}, true
}

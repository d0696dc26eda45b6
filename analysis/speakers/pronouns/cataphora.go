package pronouns

import (
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/speakers/discourse"
)

const (
	// farAhead is the farthest that a pronoun looks ahead, in words.
	farAhead = 40
	// farUp is how many heads above a pronoun are looked at.
	farUp = 12
	// reflexive is the length, in bytes, from which on a pronoun for one person is reflexive: "himself".
	reflexive = 5
)

// ahead finds the subject that a pronoun may stand before, as in "After his move to Ebben, Carl Dorn said": that of a
// verb which what the pronoun stands in depends on. It returns the entity and the name, both -1 where there is none.
func (r *Resolver) ahead(i int) (entity, name int) {
	if !r.cataphora || !r.mayLookAhead(i) {
		return -1, -1
	}
	t := r.cast
	s := t.SentenceOf(i)
	for h, n := int(t.Trees.Head[i]), 0; h >= 0 && n < farUp; h, n = int(t.Trees.Head[h]), n+1 {
		for k := max(i+1, s.From); k < min(s.To, i+farAhead); k++ {
			rel := t.Trees.Relation[k]
			if int(t.Trees.Head[k]) != h || rel != parse.Subject && rel != parse.PassiveSubject {
				continue
			}
			if x, at, ok := t.Name(k); ok && x.Type == names.Person && t.OfName(at) >= 0 {
				return t.OfName(at), at
			}
			return -1, -1
		}
	}
	return -1, -1
}

// mayLookAhead reports whether a word is a pronoun for one person that is not reflexive.
func (r *Resolver) mayLookAhead(i int) bool {
	w := r.cast.Lower(i)
	return table[w].Group == Singular && len(w) < reflexive
}

// addAhead adds somebody who is named next in the sentence.
func addAhead(out []Candidate, e, name int) []Candidate {
	for j := range out {
		if c := &out[j]; discourse.Same(c.Entities, []int{e}) {
			c.Ahead = name
			return out
		}
	}
	return append(out, Candidate{Entities: []int{e}, Latest: -1, Subject: -1, Ahead: name})
}

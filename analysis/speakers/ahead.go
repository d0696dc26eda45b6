package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
)

// The farthest that a pronoun looks ahead, in words.
const farAhead = 40

// ahead finds the subject that a pronoun may stand before, as in "After his move to Ebben, Carl Dorn said": that of a verb
// which what the pronoun stands in belongs to. It gives the entity and the name.
func (r *resolver) ahead(i int) (entity, name int) {
	if !r.mayLookAhead(i) || r.lesson != nil && r.lesson.Behind {
		return -1, -1
	}
	s := r.SentenceOf(i)
	for h, n := int(r.Trees.Head[i]), 0; h >= 0 && n < 12; h, n = int(r.Trees.Head[h]), n+1 {
		for k := max(i+1, s.From); k < min(s.To, i+farAhead); k++ {
			if rel := r.Trees.Relation[k]; int(r.Trees.Head[k]) != h || rel != parse.Subject && rel != parse.PassiveSubject {
				continue
			}
			if x, at, ok := r.Name(k); ok && x.Type == names.Person && r.ofName[at] >= 0 {
				return r.ofName[at], at
			}
			return -1, -1
		}
	}
	return -1, -1
}

// mayLookAhead reports whether a word is a pronoun for one person that is no reflexive.
func (r *resolver) mayLookAhead(i int) bool {
	p := pronouns[r.Lower(i)]
	return p.group == singular && len(r.Lower(i)) < 5
}

// addAhead notes that somebody is named next in the sentence.
func (r *resolver) addAhead(out []choice, e, at int) []choice {
	for j := range out {
		if c := &out[j]; sameSet(r.recent[c.latest].entities, []int{e}) {
			c.ahead = at
			return out
		}
	}
	return append(out, choice{latest: -1, subject: -1, ahead: at})
}

// entitiesOf are those whom a choice is.
func (r *resolver) entitiesOf(c choice) []int {
	switch {
	case c.latest >= 0:
		return r.recent[c.latest].entities
	case c.ahead >= 0:
		return []int{r.ofName[c.ahead]}
	}
	return nil
}

// isNobody reports whether a choice is that nobody is meant who has been named.
func (c choice) isNobody() bool { return c.latest < 0 && c.ahead < 0 }

// somebodyAhead makes the features of one who is named next in the pronoun's own sentence.
func (r *resolver) somebodyAhead(f *maker, s *setting, c *choice) {
	x := &r.entities[r.ofName[c.ahead]]
	name := r.Names[c.ahead]
	known := flag(c.latest >= 0)
	f.add(70, known)
	f.add(71, known, uint32(s.station), flag(s.p.possessive))
	f.add(72, known, grade(name.From-s.at), flag(s.p.possessive))
	f.add(73, known, grade(s.at-r.Text.Sentences[s.sentence].From), flag(s.p.possessive))
	comma := false
	for k := s.at; k < name.From; k++ {
		comma = comma || r.Lower(k) == ","
	}
	f.add(74, known, flag(comma), flag(s.p.possessive), flag(s.marked == r.inMarks[name.From]))
	f.add(75, known, r.genderOf(x, s.p))
	f.add(76, known, r.nearOf(x, s.p))
	f.add(77, known, uint32(min(x.count, 3)), flag(name.To-name.From > 1))
}

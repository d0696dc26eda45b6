package speakers

import "math"

// person of the pronouns.
type pronoun struct {
	group      pronounGroup
	sex        sex
	possessive bool
}

type pronounGroup uint8

const (
	singular pronounGroup = iota // he, she
	thing                        // it
	many                         // they
	first                        // I, we
	relative                     // who, which
)

var pronouns = map[string]pronoun{
	"he": {singular, sexMale, false}, "him": {singular, sexMale, false}, "his": {singular, sexMale, true}, "himself": {singular, sexMale, false},
	"she": {singular, sexFemale, false}, "her": {singular, sexFemale, true}, "hers": {singular, sexFemale, false}, "herself": {singular, sexFemale, false},
	"it": {thing, 0, false}, "its": {thing, 0, true}, "itself": {thing, 0, false},
	"they": {many, 0, false}, "them": {many, 0, false}, "their": {many, 0, true}, "themselves": {many, 0, false},
	"i": {first, 0, false}, "me": {first, 0, false}, "my": {first, 0, true}, "myself": {first, 0, false},
	"we": {first, 0, false}, "us": {first, 0, false}, "our": {first, 0, true}, "ourselves": {first, 0, false},
	"who": {relative, 0, false}, "which": {relative, 0, false}, "that": {relative, 0, false}, "whom": {relative, 0, false}, "whose": {relative, 0, true},
}

func isPronoun(w string) bool { _, ok := pronouns[w]; return ok }

// The farthest that a pronoun looks back.
const (
	farMentions  = 60
	farSentences = 9
)

// fit is a candidate for what a pronoun or a description refers to.
type fit struct {
	mention int // index into recent
	score   float64
}

// lookBack finds the mentions that a pronoun at token i may refer to, the best for each set of entities, best first.
func (r *resolver) lookBack(i int, p pronoun, source bool) []fit {
	var fits []fit
	sentence := r.Text.Tokens[i].Sentence
	barred := r.speakersOfContent(i)
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < farMentions; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		if sentence-m.sentence > farSentences {
			break
		}
		if len(m.entities) == 0 || !r.agrees(m, p) || sharesAny(barred, m.entities) {
			continue
		}
		fits = addFit(fits, r, fit{k, r.nearness(m, i, p, source)})
	}
	sortFits(fits)
	return fits
}

// addFit keeps the best fit for each set of entities.
func addFit(fits []fit, r *resolver, f fit) []fit {
	for j := range fits {
		if sameSet(r.recent[fits[j].mention].entities, r.recent[f.mention].entities) {
			fits[j].score = math.Max(fits[j].score, f.score)
			return fits
		}
	}
	return append(fits, f)
}

func sortFits(fits []fit) {
	for i := 1; i < len(fits); i++ {
		for j := i; j > 0 && fits[j].score > fits[j-1].score; j-- {
			fits[j], fits[j-1] = fits[j-1], fits[j]
		}
	}
}

// agrees reports whether a mention can be what a pronoun refers to, by number, sort and gender.
func (r *resolver) agrees(m *mention, p pronoun) bool {
	x := &r.entities[m.entities[0]]
	switch p.group {
	case singular:
		return len(m.entities) == 1 && x.kind == Person && !x.plural && !isPronoun(x.head) && (x.sex == sexUnknown || x.sex == p.sex)
	case thing:
		return len(m.entities) == 1 && !x.plural && (x.kind == Organization || x.kind == Unknown)
	case many:
		return len(m.entities) > 1 || x.plural || x.kind == Group || x.kind == Organization && !x.place
	}
	return false
}

// nearness is how much speaks for a mention being what the pronoun at i refers to.
func (r *resolver) nearness(m *mention, i int, p pronoun, source bool) float64 {
	x := &r.entities[m.entities[0]]
	d := float64(r.Text.Tokens[i].Sentence - m.sentence)
	score := -0.9 * d
	if r.Text.ParagraphOf(i) != m.paragraph {
		score -= 0.2
	}
	if m.subject {
		score += 1.1
	}
	if m.possessive {
		score -= 0.9
	}
	if m.marked && !r.inMarks[i] {
		score -= 2
	}
	if source && sharesAny(m.entities, r.lastSaid) {
		score += 0.8
	}
	score += 0.25 * math.Log2(float64(1+x.count))
	switch p.group {
	case singular:
		if x.sex == p.sex {
			score += 0.6
		}
		if !x.named {
			score -= 0.3
		}
	case many:
		if len(m.entities) > 1 {
			score += 0.3 // rather both of two than the one of them that is many
		}
		if x.kind == Group && x.named {
			score -= 0.4
		}
		if x.kind == Organization && len(m.entities) == 1 && !x.plural {
			score -= 0.8
		}
	case thing:
		if x.paper {
			score -= 0.3 // rather those who speak than what is read
		}
		if x.place {
			score -= 0.9
		}
		if x.kind == Unknown && !x.paper {
			score -= 1
		}
	}
	return score - 0.004*math.Min(50, float64(i-m.to))
}

func sharesAny(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func sameSet(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !sharesAny([]int{x}, b) {
			return false
		}
	}
	return true
}

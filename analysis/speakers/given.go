package speakers

import (
	"math"
	"strings"

	"hearsay/analysis/names"
)

// hints are what an article, without telling it, shows of a person's gender.
type hints struct {
	byName bool       // the gender is that of the given name, which may mislead
	female float64    // how likely the name is a woman's, 0 where there is nothing to tell it by
	heard  [3]float64 // how surely pronouns of each sex were found to mean them
	near   [3]float64 // how many pronouns of each sex stand close behind the name
}

// hintOf is how likely a name is a woman's. Of one word, it may be a surname.
func (r *resolver) hintOf(n names.Name) float64 {
	if n.To-n.From > 1 {
		return r.model.femaleOdds(r.Text.Word(n.From))
	}
	switch names.Given(r.Lower(n.From)) {
	case names.SexMale:
		return 0.2
	case names.SexFemale:
		return 0.8
	}
	return 0
}

// hearPronouns counts the pronouns that stand close behind the names of persons.
func (r *resolver) hearPronouns() {
	last, before, at := -1, -1, 0
	for i := range r.Tokens {
		if n, k, ok := r.Name(i); ok {
			if e := r.ofName[k]; i == n.To-1 && e >= 0 && r.entities[e].kind == Person {
				if e != last {
					last, before = e, last
				}
				at = i
			}
			continue
		}
		p, ok := pronouns[r.Lower(i)]
		if !ok || p.group != singular || last < 0 || i-at > 40 {
			continue
		}
		r.entities[last].near[p.sex]++
		if before >= 0 {
			r.entities[before].near[p.sex] += 0.4
		}
	}
}

// learnSex takes a pronoun's gender for that of whom it is found to mean, unless other pronouns tell otherwise.
func (r *resolver) learnSex(e int, p pronoun, odds float64) {
	x := &r.entities[e]
	if p.group != singular || x.kind != Person || x.sex != sexUnknown && !x.byName && x.heard == [3]float64{} {
		return
	}
	x.heard[p.sex] += odds
	if x.byName {
		return
	}
	switch {
	case x.heard[sexMale] > max(0.6, 2*x.heard[sexFemale]):
		x.sex = sexMale
	case x.heard[sexFemale] > max(0.6, 2*x.heard[sexMale]):
		x.sex = sexFemale
	default:
		x.sex = sexUnknown
	}
}

// misnamed is how surely a given name of the other sex tells that somebody is not meant.
const misnamed = 0.6

// heardOther is how much more surely pronouns of the other sex than this one's were found to mean somebody, at most 1.
func (r *resolver) heardOther(c choice, p pronoun) float64 {
	if p.group != singular {
		return 0
	}
	x := &r.entities[r.entitiesOf(c)[0]]
	other := 2 * (x.heard[sexMale+sexFemale-p.sex] - x.heard[p.sex])
	if x.byName && x.sex != p.sex {
		other = max(other, 0) + misnamed
	}
	return max(0, min(1, other))
}

// fitsSex reports whether a pronoun's gender can be somebody's. Only a title or a description rules it out: a name may
// mislead, and other pronouns may have been misunderstood.
func (r *resolver) fitsSex(x *entity, p pronoun) bool {
	return x.sex == sexUnknown || x.sex == p.sex || x.byName || x.heard != [3]float64{}
}

// genderOf tells how well what is known of somebody's gender goes with a pronoun.
func (r *resolver) genderOf(x *entity, p pronoun) uint32 {
	if p.group != singular {
		return 0
	}
	other := sexMale + sexFemale - p.sex
	switch {
	case x.heard != [3]float64{}:
		return 10 + uint32(4.99*(x.heard[p.sex]+0.1)/(x.heard[p.sex]+x.heard[other]+0.2))
	case x.sex == p.sex:
		return 1
	case x.sex != sexUnknown:
		return 2
	case !x.named:
		return 3
	case x.female == 0:
		return 4
	}
	q := x.female
	if p.sex == sexMale {
		q = 1 - q
	}
	return 20 + uint32(4.99*q)
}

// nearOf tells how many of the pronouns close behind somebody's name are of a pronoun's gender.
func (r *resolver) nearOf(x *entity, p pronoun) uint32 {
	other := sexMale + sexFemale - p.sex
	if p.group != singular || x.near[p.sex]+x.near[other] == 0 {
		return 0
	}
	return 1 + uint32(4.99*(x.near[p.sex]+0.3)/(x.near[p.sex]+x.near[other]+0.6))
}

// femaleOdds is how likely a given name is a woman's, by the lists of names, else by how it is spelt; 0.5 where nothing
// tells.
func (m *Model) femaleOdds(given string) float64 {
	switch names.Given(given) {
	case names.SexMale:
		return 0.02
	case names.SexFemale:
		return 0.98
	}
	score := 0.0
	letters := givenFeatures(given, func(h uint32) { score += float64(m.given[h]) })
	if letters < 2 {
		return 0.5
	}
	return 1 / (1 + math.Exp(-score))
}

// givenFeatures tells the features of a given name's spelling, and how many letters it has.
func givenFeatures(name string, do func(h uint32)) int {
	w := strings.TrimSuffix(strings.ToLower(name), ".")
	letters := []rune(w)
	if len(letters) < 2 {
		return len(letters)
	}
	do(givenHash("", 0))
	for n := 1; n <= 4 && n <= len(letters); n++ {
		do(givenHash(string(letters[len(letters)-n:]), uint32(n)))
	}
	for n := 1; n <= 3 && n <= len(letters); n++ {
		do(givenHash(string(letters[:n]), uint32(n+8)))
	}
	return len(letters)
}

func givenHash(s string, kind uint32) uint32 {
	h := uint32(2166136261) ^ kind
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	return h * 0x9e3779b1 >> (32 - givenBits)
}

// learnGiven learns what spelling tells of given names, from lists of them.
func (m *Model) learnGiven(male, female []string) {
	type one struct {
		name string
		is   float64
	}
	var all []one
	for _, n := range male {
		all = append(all, one{n, 0})
	}
	for _, n := range female {
		all = append(all, one{n, 1})
	}
	const rounds = 12
	sum := make([]float64, len(m.given))
	for round := range rounds {
		for k := range all {
			x := all[(k*7919+round*31)%len(all)]
			score := 0.0
			givenFeatures(x.name, func(h uint32) { score += float64(m.given[h]) })
			by := x.is - 1/(1+math.Exp(-score))
			givenFeatures(x.name, func(h uint32) {
				sum[h] += by * by
				m.given[h] += float32(0.2*by/math.Sqrt(0.1+sum[h])) - 1e-4*m.given[h]
			})
		}
	}
}

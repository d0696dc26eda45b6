package pronouns

import (
	"math"
	"strings"

	"hearsay/analysis/names"
)

// How likely a given name is a woman's that the lists have as a woman's or a man's: nearly sure, for some are both.
const (
	listedFemale = 0.98
	listedMale   = 0.02
	// undecided is the same of a name that nothing is told by.
	undecided = 0.5
)

// femaleOdds is how likely a given name is a woman's, by the lists of names, else by how it is spelt.
func (m *Model) femaleOdds(given string) float64 {
	switch names.Given(given) {
	case names.SexMale:
		return listedMale
	case names.SexFemale:
		return listedFemale
	}
	score := 0.0
	letters := spelling(given, func(h uint32) { score += float64(m.given[h]) })
	if letters < 2 {
		return undecided
	}
	return logistic(score)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// The longest endings and beginnings of given names that are features, in letters.
const (
	longestEnding    = 4
	longestBeginning = 3
	// beginning tells the features of beginnings from those of endings.
	beginning = 8
)

// spelling gives the features of a given name's spelling, and returns how many letters it has.
func spelling(name string, do func(h uint32)) int {
	w := strings.TrimSuffix(strings.ToLower(name), ".")
	letters := []rune(w)
	if len(letters) < 2 {
		return len(letters)
	}
	do(spellingHash("", 0))
	for n := 1; n <= min(longestEnding, len(letters)); n++ {
		do(spellingHash(string(letters[len(letters)-n:]), uint32(n)))
	}
	for n := 1; n <= min(longestBeginning, len(letters)); n++ {
		do(spellingHash(string(letters[:n]), uint32(n+beginning)))
	}
	return len(letters)
}

func spellingHash(s string, kind uint32) uint32 {
	h := uint32(2166136261) ^ kind
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	return h * 0x9e3779b1 >> (32 - givenBits)
}

// How the spelling of given names is learnt: logistic regression with AdaGrad.
const (
	givenRounds = 12
	givenPace   = 0.2
	givenDamp   = 0.1 // added to the sum of squares that the pace is divided by the root of
	givenDecay  = 1e-4
	// givenStride and givenShift walk the names in an order that mixes women's with men's, another each round.
	givenStride, givenShift = 7919, 31
)

// learnGiven learns what spelling tells of given names, from lists of them.
func (m *Model) learnGiven(male, female []string) {
	type labelled struct {
		name   string
		female float64
	}
	var all []labelled
	for _, n := range male {
		all = append(all, labelled{n, 0})
	}
	for _, n := range female {
		all = append(all, labelled{n, 1})
	}
	sum := make([]float64, len(m.given))
	for round := range givenRounds {
		for k := range all {
			x := all[(k*givenStride+round*givenShift)%len(all)]
			score := 0.0
			spelling(x.name, func(h uint32) { score += float64(m.given[h]) })
			by := x.female - logistic(score)
			spelling(x.name, func(h uint32) {
				sum[h] += by * by
				m.given[h] += float32(givenPace*by/math.Sqrt(givenDamp+sum[h])) - givenDecay*m.given[h]
			})
		}
	}
}

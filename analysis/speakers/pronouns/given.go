package pronouns

import (
	"math"
	"strings"

	"hearsay/analysis/features"
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
	letters := spelling(given, func(h uint64) { score += float64(m.given[h]) })
	if letters < 2 {
		return undecided
	}
	return logistic(score)
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// givenTemplates are of the spelling of given names: what all have, and how they end and begin.
type givenTemplates struct {
	Always, Ending, Beginning features.Template
}

var ofGiven = features.New[givenTemplates](hash, 62)

// The longest endings and beginnings of given names that are features, in letters.
const (
	longestEnding    = 4
	longestBeginning = 3
)

// spelling gives the places of the weights of a given name's spelling, and returns how many letters it has.
func spelling(name string, do func(at uint64)) int {
	letters := []rune(strings.TrimSuffix(strings.ToLower(name), "."))
	if len(letters) < 2 {
		return len(letters)
	}
	of := func(t features.Template, letters ...rune) {
		do(hash.Of(t, features.Exact(string(letters))) >> (64 - givenBits))
	}
	of(ofGiven.Always)
	for n := 1; n <= min(longestEnding, len(letters)); n++ {
		of(ofGiven.Ending, letters[len(letters)-n:]...)
	}
	for n := 1; n <= min(longestBeginning, len(letters)); n++ {
		of(ofGiven.Beginning, letters[:n]...)
	}
	return len(letters)
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
			spelling(x.name, func(h uint64) { score += float64(m.given[h]) })
			by := x.female - logistic(score)
			spelling(x.name, func(h uint64) {
				sum[h] += by * by
				m.given[h] += float32(givenPace*by/math.Sqrt(givenDamp+sum[h])) - givenDecay*m.given[h]
			})
		}
	}
}

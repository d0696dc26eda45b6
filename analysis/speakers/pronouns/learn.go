package pronouns

import (
	"math"
	"math/rand/v2"
)

// Example is a pronoun with those who may be meant by it, and which of them are.
type Example struct {
	Group Group
	// Features and Prior are those of each candidate, and Right is whether they are meant.
	Features [][]uint32
	Prior    []float64
	Right    []bool
	// Weight is how much the example counts.
	Weight float64
}

// NewModel returns a model that knows of pronouns nothing but their priors, and of gender what is learnt from lists
// of given names.
func NewModel(male, female []string) *Model {
	m := emptyModel()
	m.learnGiven(male, female)
	round(m.given)
	return m
}

// IsRight reports whether the likeliest candidate of an example is one who is meant.
func (m *Model) IsRight(e *Example) bool {
	best, most := -1, float32(math.Inf(-1))
	for c, fs := range e.Features {
		if s := m.score(fs) + float32(e.Prior[c]); s > most {
			best, most = c, s
		}
	}
	return e.Right[best]
}

func (m *Model) score(features []uint32) (s float32) {
	for _, f := range features {
		s += m.rank[f]
	}
	return s
}

// How the weights are learnt: by stochastic gradient ascent on the likelihood of the right candidates, with AdaGrad.
// They are drawn to nothing as far as the examples let them, for what is not learnt leaves what the priors tell.
const (
	rounds = 8
	pace   = 0.05
	damp   = 0.05 // added to the sum of squares that the pace is divided by the root of
	decay  = 1e-1
	// tooLittle is the gradient that is not worth following.
	tooLittle = 1e-4
	// leastGood keeps the loss of what is thought impossible finite.
	leastGood = 1e-9
)

// Learn learns the weights by which the right candidates of the examples are the likeliest, and reports each round. The
// same examples give the same weights.
func (m *Model) Learn(all []Example, report func(format string, args ...any)) {
	sum := make([]float32, len(m.rank))
	order := rand.New(rand.NewPCG(7, 11))
	for k := range rounds {
		order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		loss := 0.0
		for k := range all {
			loss += m.learnOne(&all[k], sum)
		}
		report("round %d: %d pronouns, loss %.4f", k+1, len(all), loss/float64(max(1, len(all))))
	}
	round(m.rank)
}

// learnOne moves the weights towards the right candidates of one example, and returns its loss.
func (m *Model) learnOne(e *Example, sum []float32) float64 {
	odds := make([]float64, len(e.Features))
	most := math.Inf(-1)
	for k, fs := range e.Features {
		odds[k] = float64(m.score(fs)) + e.Prior[k]
		most = math.Max(most, odds[k])
	}
	total, good := 0.0, 0.0
	for k := range odds {
		odds[k] = math.Exp(odds[k] - most)
		total += odds[k]
		if e.Right[k] {
			good += odds[k]
		}
	}
	for k, fs := range e.Features {
		by := -odds[k] / total
		if e.Right[k] {
			by += odds[k] / good
		}
		by *= e.Weight
		if math.Abs(by) < tooLittle {
			continue
		}
		for _, f := range fs {
			g := float32(by) - decay*float32(e.Weight)*m.rank[f]
			sum[f] += g * g
			m.rank[f] += pace * g / float32(math.Sqrt(float64(damp+sum[f])))
		}
	}
	return -math.Log(math.Max(good/total, leastGood))
}

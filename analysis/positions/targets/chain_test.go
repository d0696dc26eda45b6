package targets

import (
	"math"
	"math/rand/v2"
	"testing"
)

// eachLabelling calls do with all labellings of n tokens that may be.
func eachLabelling(n int, do func([]int)) {
	of := make([]int, n)
	var fill func(i int)
	fill = func(i int) {
		if i == n {
			do(of)
			return
		}
		before := outside
		if i > 0 {
			before = of[i-1]
		}
		for l := range labels {
			if mayFollow(l, before) {
				of[i] = l
				fill(i + 1)
			}
		}
	}
	fill(0)
}

func worthOf(of []int, scores [][labels]float32, by *transitions, leaning float32) (sum float64) {
	before := outside
	for i, l := range of {
		sum += float64(by.score(before, l) + worth(&scores[i], l, leaning))
		before = l
	}
	return sum + float64(by.score(before, outside))
}

func random(r *rand.Rand, n int) (scores [][labels]float32, by transitions) {
	scores = make([][labels]float32, n)
	for l := range labels {
		for k := range labels {
			by[l][k] = float32(r.NormFloat64())
		}
		for i := range scores {
			scores[i][l] = float32(2 * r.NormFloat64())
		}
	}
	return scores, by
}

// No labels are worth more than those that are chosen, and their probabilities are those of all labellings together.
func TestLabelsAreWeighedInChains(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 100 {
		n, leaning := 1+r.IntN(5), float32(r.IntN(3))
		scores, by := random(r, n)
		most, whole := math.Inf(-1), 0.0
		share := make([][labels]float64, n)
		eachLabelling(n, func(of []int) {
			most = max(most, worthOf(of, scores, &by, leaning))
			p := math.Exp(worthOf(of, scores, &by, 0))
			whole += p
			for i, l := range of {
				share[i][l] += p
			}
		})
		if got := worthOf(viterbi(scores, &by, leaning), scores, &by, leaning); math.Abs(got-most) > 1e-4 {
			t.Fatalf("the labels are worth %v of %v", got, most)
		}
		for i, odds := range marginals(scores, &by) {
			for l, p := range odds {
				if want := share[i][l] / whole; math.Abs(p-want) > 1e-4 {
					t.Fatalf("label %d of token %d has %v, want %v", l, i, p, want)
				}
			}
		}
	}
}

// Targets are the runs of labels, each with the probability of its tokens and its side.
func TestTargetsOfLabels(t *testing.T) {
	sure := func(l int) (s [labels]float32) {
		s[l] = 20
		return s
	}
	var by transitions
	got := appendTargets(nil, 7, [][labels]float32{sure(outside), sure(beginSupported), sure(insideSupported),
		sure(beginSupported), sure(outside), sure(beginOpposed), sure(insideOpposed)}, &by)
	if len(got) != 3 || got[0].From != 8 || got[0].To != 10 || got[0].Opposed || got[1].From != 10 || got[1].To != 11 ||
		got[2].From != 12 || got[2].To != 14 || !got[2].Opposed || got[2].Odds < 0.99 || got[2].Taken < 0.99 {
		t.Errorf("%+v", got)
	}
	if got := appendTargets(nil, 0, nil, &by); got != nil {
		t.Errorf("%+v of nothing", got)
	}
}

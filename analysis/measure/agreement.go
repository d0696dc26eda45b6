package measure

import (
	"maps"
	"slices"
)

// Pairs counts how two raters labelled the same things.
type Pairs map[[2]string]int

// Add counts a thing that the first labels so, and the second so.
func (p Pairs) Add(first, second string) { p[[2]string{first, second}]++ }

// Agreement is what is told of two raters' labels.
type Agreement struct {
	// Units is how many things both labelled.
	Units int `json:"units"`
	// Percent is the share on which they agree.
	Percent Value `json:"percent"`
	// Kappa is Cohen's, AC1 Gwet's.
	Kappa Value `json:"kappa"`
	AC1   Value `json:"ac1"`
}

// Agreement works out the figures.
//
// Kappa is that of Cohen (1960): how much of the disagreement that chance would make is not there, where chance is that
// each labels by their own habits. AC1 is that of Gwet (2008), who takes for chance only what two raters would agree on
// if they guessed: it stays meaningful where nearly everything bears one label, as in review, where nearly everything
// is right.
func (p Pairs) Agreement() Agreement {
	first, second, n, same := p.sums()
	a := Agreement{Units: n, Percent: ratio(float64(same), float64(n)), Kappa: Undefined(), AC1: Undefined()}
	labels := maps.Clone(first)
	maps.Copy(labels, second)
	if len(labels) < 2 {
		return a
	}
	size, cohen, gwet := float64(n), 0.0, 0.0
	for _, l := range slices.Sorted(maps.Keys(labels)) { // in order, so that sums come out the same
		cohen += first[l] / size * second[l] / size
		share := (first[l] + second[l]) / (2 * size)
		gwet += share * (1 - share)
	}
	gwet /= float64(len(labels) - 1)
	observed := float64(same) / size
	a.Kappa, a.AC1 = ratio(observed-cohen, 1-cohen), ratio(observed-gwet, 1-gwet)
	return a
}

// sums are how often each rater uses each label, how many things there are, and on how many the raters agree.
func (p Pairs) sums() (first, second map[string]float64, n, same int) {
	first, second = map[string]float64{}, map[string]float64{}
	for pair, k := range p {
		n += k
		first[pair[0]] += float64(k)
		second[pair[1]] += float64(k)
		if pair[0] == pair[1] {
			same += k
		}
	}
	return first, second, n, same
}

// Alpha is Krippendorff's (2011) for labels without an order: units of any number of raters' labels, "" where a rater
// gave none. A unit with fewer than two labels tells nothing.
func Alpha(units [][]string) Value {
	coincidence := map[[2]string]float64{}
	for _, u := range units {
		var given []string
		for _, l := range u {
			if l != "" {
				given = append(given, l)
			}
		}
		for i, a := range given {
			for j, b := range given {
				if i != j {
					coincidence[[2]string{a, b}] += 1 / float64(len(given)-1)
				}
			}
		}
	}
	return alphaOf(coincidence)
}

// Alpha is Krippendorff's for the two raters.
func (p Pairs) Alpha() Value {
	coincidence := map[[2]string]float64{}
	for pair, k := range p {
		coincidence[pair] += float64(k)
		coincidence[[2]string{pair[1], pair[0]}] += float64(k)
	}
	return alphaOf(coincidence)
}

// alphaOf is the alpha of a matrix of coincidences: 1 less observed over expected disagreement.
func alphaOf(coincidence map[[2]string]float64) Value {
	uses := map[string]float64{}
	n, differ := 0.0, 0.0
	for _, pair := range slices.SortedFunc(maps.Keys(coincidence), comparePairs) {
		k := coincidence[pair]
		n += k
		uses[pair[0]] += k
		if pair[0] != pair[1] {
			differ += k
		}
	}
	if len(uses) < 2 {
		return Undefined()
	}
	together := 0.0
	for _, l := range slices.Sorted(maps.Keys(uses)) {
		together += uses[l] * (uses[l] - 1)
	}
	return 1 - ratio((n-1)*differ, n*(n-1)-together)
}

func comparePairs(a, b [2]string) int { return slices.Compare(a[:], b[:]) }

// F1 is the harmonic mean of precision and recall from how many two raters share and how many each has: agreement on
// spans, of which nobody can count those that neither marked (Hripcsak and Rothschild 2005).
func F1(shared, first, second int) Value { return ratio(2*float64(shared), float64(first+second)) }

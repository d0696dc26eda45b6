package targets

import "math"

// transitions are the scores of each label behind each other one.
type transitions [labels][labels]float32

// forbidden is the score of a label that may not stand behind another.
const forbidden = -1e6

// score is what it is worth that one label stands behind another.
func (t *transitions) score(from, to int) float32 {
	if !mayFollow(to, from) {
		return forbidden
	}
	return t[from][to]
}

// viterbi finds the labels that are worth most together, where every beginning of a target is worth so much more.
// Before the first token and behind the last there is no target.
func viterbi(scores [][labels]float32, by *transitions, leaning float32) []int {
	if len(scores) == 0 {
		return nil
	}
	back := make([][labels]int8, len(scores))
	var best, next [labels]float32
	for l := range best {
		best[l] = by.score(outside, l) + worth(&scores[0], l, leaning)
	}
	for i := 1; i < len(scores); i++ {
		for l := range next {
			top := 0
			for b := range best {
				if best[b]+by.score(b, l) > best[top]+by.score(top, l) {
					top = b
				}
			}
			back[i][l], next[l] = int8(top), best[top]+by.score(top, l)+worth(&scores[i], l, leaning)
		}
		best = next
	}
	top := 0
	for l := range best {
		if best[l]+by.score(l, outside) > best[top]+by.score(top, outside) {
			top = l
		}
	}
	out := make([]int, len(scores))
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = top
		top = int(back[i][top])
	}
	return out
}

func worth(scores *[labels]float32, label int, leaning float32) float32 {
	if label == outside || isInside(label) {
		return scores[label]
	}
	return scores[label] + leaning
}

// marginals are the probabilities of the labels of each token, whatever the others are (forward-backward algorithm).
func marginals(scores [][labels]float32, by *transitions) [][labels]float64 {
	n := len(scores)
	forward, backward := make([][labels]float64, n), make([][labels]float64, n)
	for l := range labels {
		forward[0][l] = float64(by.score(outside, l) + scores[0][l])
		backward[n-1][l] = float64(by.score(l, outside))
	}
	var each [labels]float64
	for i := 1; i < n; i++ {
		for l := range labels {
			for b := range labels {
				each[b] = forward[i-1][b] + float64(by.score(b, l))
			}
			forward[i][l] = logSum(&each) + float64(scores[i][l])
		}
	}
	for i := n - 2; i >= 0; i-- {
		for l := range labels {
			for b := range labels {
				each[b] = backward[i+1][b] + float64(by.score(l, b)+scores[i+1][b])
			}
			backward[i][l] = logSum(&each)
		}
	}
	out := make([][labels]float64, n)
	for i := range out {
		for l := range labels {
			each[l] = forward[i][l] + backward[i][l]
		}
		whole := logSum(&each)
		for l := range labels {
			out[i][l] = math.Exp(each[l] - whole)
		}
	}
	return out
}

// logSum is the logarithm of the sum of what some logarithms are of.
func logSum(x *[labels]float64) float64 {
	top := x[0]
	for _, y := range x {
		top = max(top, y)
	}
	sum := 0.0
	for _, y := range x {
		sum += math.Exp(y - top)
	}
	return top + math.Log(sum)
}

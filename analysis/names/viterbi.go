package names

// transitions are the scores of one label following another: the pairwise potentials of a linear-chain conditional
// random field.
type transitions [labels][labels]float32

// viterbi writes the labels that fit a run of words best, all of them together, by the Viterbi algorithm: the highest
// sum of their scores and of the transitions from each to the next. Before the run and behind it everything is outside
// of names.
func viterbi(scores [][labels]float32, by *transitions, out []int) {
	back := make([][labels]int8, len(scores))
	var best, next [labels]float32
	for l := range best {
		best[l] = by.score(outside, l) + scores[0][l]
	}
	for i := 1; i < len(scores); i++ {
		for l := range next {
			top := 0
			for b := range best {
				if best[b]+by.score(b, l) > best[top]+by.score(top, l) {
					top = b
				}
			}
			back[i][l], next[l] = int8(top), best[top]+by.score(top, l)+scores[i][l]
		}
		best = next
	}
	top := 0
	for l := range best {
		if best[l]+by[l][outside] > best[top]+by[top][outside] {
			top = l
		}
	}
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = top
		top = int(back[i][top])
	}
}

// forbidden is the score of a transition that BIO labels do not allow: below all that scores add up to.
const forbidden = -1e6

// score is what the transition from one label to another adds.
func (t *transitions) score(from, to int) float32 {
	if !mayFollow(to, from) {
		return forbidden
	}
	return t[from][to]
}

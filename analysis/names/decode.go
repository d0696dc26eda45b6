package names

// steps are what it is worth that one label follows another.
type steps [labels][labels]float32

// decode writes the labels that fit a run of words best, all of them together: their scores, and the steps from each to the
// next. Before it and behind it everything is outside of names.
func decode(scores [][labels]float32, steps *steps, out []int) {
	came := make([][labels]int8, len(scores))
	var best, next [labels]float32
	for l := range best {
		best[l] = from(outside, l, steps) + scores[0][l]
	}
	for i := 1; i < len(scores); i++ {
		for l := range next {
			top := 0
			for b := range best {
				if best[b]+from(b, l, steps) > best[top]+from(top, l, steps) {
					top = b
				}
			}
			came[i][l], next[l] = int8(top), best[top]+from(top, l, steps)+scores[i][l]
		}
		best = next
	}
	top := 0
	for l := range best {
		if best[l]+steps[l][outside] > best[top]+steps[top][outside] {
			top = l
		}
	}
	for i := len(scores) - 1; i >= 0; i-- {
		out[i] = top
		top = int(came[i][top])
	}
}

// from is what the step from one label to another is worth.
func from(before, l int, steps *steps) float32 {
	if !mayFollow(l, before) {
		return -1e6
	}
	return steps[before][l]
}

package attribution

import "math"

// lattice holds the scores of a window's labellings: of each label at each item, and of each pair of labels at each
// step to an item from the one before.
type lattice struct {
	unary [][labels]float32
	edge  [][labels * labels]float32
	back  [][labels]label
	alpha [][labels]float64
	beta  [][labels]float64
}

// size makes room for n items.
func (l *lattice) size(n int) {
	if cap(l.unary) < n {
		l.unary, l.edge = make([][labels]float32, n, 2*n), make([][labels * labels]float32, n, 2*n)
		l.back, l.alpha, l.beta = make([][labels]label, n, 2*n), make([][labels]float64, n, 2*n), make([][labels]float64, n, 2*n)
	}
	l.unary, l.edge, l.back, l.alpha, l.beta = l.unary[:n], l.edge[:n], l.back[:n], l.alpha[:n], l.beta[:n]
}

// fixed says which label an item must have.
type fixed struct {
	item int
	label
}

// best returns the labelling with the highest score of those that give some items their fixed labels, using the memory
// of out.
func (l *lattice) best(out []label, must ...fixed) []label {
	n := len(l.unary)
	score := l.unary[0]
	allow(&score, 0, must)
	for i := 1; i < n; i++ {
		next := l.unary[i]
		allow(&next, i, must)
		for b := range labels {
			from, most := label(0), float32(math.Inf(-1))
			for a := range labels {
				if s := score[a] + l.edge[i][a*labels+b]; s > most {
					from, most = a, s
				}
			}
			l.back[i][b] = from
			next[b] += most
		}
		score = next
	}
	last := label(0)
	for b := range labels {
		if score[b] > score[last] {
			last = b
		}
	}
	out = append(out[:0], make([]label, n)...)
	for i := n - 1; i >= 0; i-- {
		out[i] = last
		last = l.back[i][last]
	}
	return out
}

// score returns the score of one labelling.
func (l *lattice) score(got []label) float64 {
	s := float64(l.unary[0][got[0]])
	for i := 1; i < len(got); i++ {
		s += float64(l.unary[i][got[i]] + l.edge[i][got[i-1]*labels+got[i]])
	}
	return s
}

// allow leaves only the fixed label at an item that has one.
func allow(s *[labels]float32, i int, must []fixed) {
	for _, m := range must {
		for l := range labels {
			if m.item == i && l != m.label {
				s[l] = -1e9
			}
		}
	}
}

// likeliest returns the item that most likely has the label, and how likely that is, after sums.
func (l *lattice) likeliest(b label, all float64) (item int, p float64) {
	for i := range l.unary {
		if q := l.marginal(i, b, all); q > p {
			item, p = i, q
		}
	}
	return item, p
}

// sums fills alpha and beta, with which marginals are read off, and returns the logarithm of the sum over all labellings.
func (l *lattice) sums() float64 {
	n := len(l.unary)
	for b := range labels {
		l.alpha[0][b] = float64(l.unary[0][b])
		l.beta[n-1][b] = 0
	}
	var terms [labels]float64
	for i := 1; i < n; i++ {
		for b := range labels {
			for a := range labels {
				terms[a] = l.alpha[i-1][a] + float64(l.edge[i][a*labels+b])
			}
			l.alpha[i][b] = logSum(&terms) + float64(l.unary[i][b])
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range labels {
			for b := range labels {
				terms[b] = l.beta[i+1][b] + float64(l.edge[i+1][a*labels+b]) + float64(l.unary[i+1][b])
			}
			l.beta[i][a] = logSum(&terms)
		}
	}
	return logSum(&l.alpha[n-1])
}

// marginal returns the probability of a label at an item, after sums.
func (l *lattice) marginal(i int, b label, all float64) float64 {
	return math.Exp(l.alpha[i][b] + l.beta[i][b] - all)
}

func logSum(x *[labels]float64) float64 {
	m := max(x[0], x[1], x[2], x[3])
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - m)
	}
	return m + math.Log(s)
}

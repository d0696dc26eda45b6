package attribution

import "math"

// lattice is a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over a window: the unary
// potentials of each label at each item, and the pairwise (transition) potentials of each pair of labels at each step
// to an item from the one before, all as logarithms.
type lattice struct {
	unary    [][labels]float32
	pairwise [][labels * labels]float32 // the label before times labels, plus the label here
	back     [][labels]label            // back-pointers of the Viterbi algorithm
	alpha    [][labels]float64          // forward and
	beta     [][labels]float64          // backward scores
}

// size makes room for n items.
func (l *lattice) size(n int) {
	if cap(l.unary) < n {
		l.unary, l.pairwise = make([][labels]float32, n, 2*n), make([][labels * labels]float32, n, 2*n)
		l.back, l.alpha, l.beta = make([][labels]label, n, 2*n), make([][labels]float64, n, 2*n),
			make([][labels]float64, n, 2*n)
	}
	l.unary, l.pairwise, l.back, l.alpha, l.beta = l.unary[:n], l.pairwise[:n], l.back[:n], l.alpha[:n], l.beta[:n]
}

// constraint says which label an item must have.
type constraint struct {
	item int
	label
}

// viterbi returns the labelling with the highest score of those that meet the constraints (the Viterbi algorithm), in
// the memory of out.
func (l *lattice) viterbi(out []label, constraints ...constraint) []label {
	n := len(l.unary)
	score := l.unary[0]
	constrain(&score, 0, constraints)
	for i := 1; i < n; i++ {
		next := l.unary[i]
		constrain(&next, i, constraints)
		for b := range labels {
			from, most := label(0), float32(math.Inf(-1))
			for a := range labels {
				if s := score[a] + l.pairwise[i][a*labels+b]; s > most {
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

// score returns the score of one labelling, the sum of its potentials: the logarithm of its probability times the
// partition function.
func (l *lattice) score(got []label) float64 {
	s := float64(l.unary[0][got[0]])
	for i := 1; i < len(got); i++ {
		s += float64(l.unary[i][got[i]] + l.pairwise[i][got[i-1]*labels+got[i]])
	}
	return s
}

// forbidden is the score of a label that a constraint rules out: below all that potentials add up to.
const forbidden = -1e9

// constrain leaves only the label of its constraint at an item that has one.
func constrain(s *[labels]float32, i int, constraints []constraint) {
	for _, c := range constraints {
		for l := range labels {
			if c.item == i && l != c.label {
				s[l] = forbidden
			}
		}
	}
}

// likeliest returns the item with the highest marginal probability of a label, and that probability, after
// forwardBackward.
func (l *lattice) likeliest(b label, logZ float64) (item int, p float64) {
	for i := range l.unary {
		if q := l.marginal(i, b, logZ); q > p {
			item, p = i, q
		}
	}
	return item, p
}

// forwardBackward fills alpha and beta, off which marginals are read, and returns the logarithm of the partition
// function Z, the sum over all labellings (the forward-backward algorithm).
func (l *lattice) forwardBackward() (logZ float64) {
	n := len(l.unary)
	for b := range labels {
		l.alpha[0][b] = float64(l.unary[0][b])
		l.beta[n-1][b] = 0
	}
	var terms [labels]float64
	for i := 1; i < n; i++ {
		for b := range labels {
			for a := range labels {
				terms[a] = l.alpha[i-1][a] + float64(l.pairwise[i][a*labels+b])
			}
			l.alpha[i][b] = logSumExp(&terms) + float64(l.unary[i][b])
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range labels {
			for b := range labels {
				terms[b] = l.beta[i+1][b] + float64(l.pairwise[i+1][a*labels+b]) + float64(l.unary[i+1][b])
			}
			l.beta[i][a] = logSumExp(&terms)
		}
	}
	return logSumExp(&l.alpha[n-1])
}

// marginal returns the marginal probability of a label at an item, after forwardBackward.
func (l *lattice) marginal(i int, b label, logZ float64) float64 {
	return math.Exp(l.alpha[i][b] + l.beta[i][b] - logZ)
}

// pairMarginal returns the marginal probability of label a before item i and b at it, after forwardBackward.
func (l *lattice) pairMarginal(i int, a, b label, logZ float64) float64 {
	return math.Exp(l.alpha[i-1][a] + float64(l.pairwise[i][a*labels+b]+l.unary[i][b]) + l.beta[i][b] - logZ)
}

// logSumExp returns the logarithm of the sum of the powers of e.
func logSumExp(x *[labels]float64) float64 {
	m := max(x[0], x[1], x[2], x[3])
	s := 0.0
	for _, v := range x {
		s += math.Exp(v - m)
	}
	return m + math.Log(s)
}

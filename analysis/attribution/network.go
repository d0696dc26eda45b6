package attribution

import (
	"math"

	"hearsay/analysis/encoder/kernel"
)

// network adds to the scores of the linear models what words mean. Of a token's vector, which package sense makes, the first
// number tells how likely it heads a cue, the next ones what it is as part of a window, and the last ones what it is as the
// head of a window's cue. Two inner layers make of a part and a head, and of how far they are apart, the scores of the part's
// labels and of the steps to it and from it.
type network struct {
	cue, unary, edge float32 // how much the linear models' scores count
	far              []float32
	mid, last        *kernel.Packed
}

const (
	partWidth = 96 // the numbers of a vector for each of a token's two roles
	farthest  = 16 // steps of distance on each side
	lastWidth = int(labels + 2*labels*labels)
)

// ProjectionSize is how many numbers the vectors of Senses have.
const ProjectionSize = 1 + 2*partWidth

// rectify sets negative numbers to zero.
func rectify(x []float32) {
	for i := range x {
		x[i] = max(x[i], 0)
	}
}

// farness sorts the distance of a window's item from its cue into steps, fine ones near it.
func farness(it item, c int) int {
	away := 0
	switch {
	case it.to <= c:
		away = c - (it.to - 1)
	case it.from > c:
		away = it.from - c
	}
	steps := away
	if away > 8 {
		steps = min(farthest, 8+int(math.Ceil(2*math.Log2(float64(away)/8))))
	}
	if it.to <= c {
		return farthest - steps
	}
	return farthest + steps
}

// scratch is the memory that the model works in.
type scratch struct{ first, second, out []float32 }

// grown returns a slice of n numbers, the given one where that is large enough.
func grown(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	return s[:n]
}

// add adds to the scores of the window of the cue at token c.
func (m *network) add(v *view, w *window, c int, l *lattice, s *scratch) {
	n, wide := len(w.items), kernel.PaddedColumns(lastWidth)
	rows := kernel.PaddedRows(n)
	s.first, s.second, s.out = grown(s.first, rows*partWidth), grown(s.second, rows*partWidth), grown(s.out, rows*wide)
	m.meet(v, w, c, s.first)
	m.mid.Gemm(n, s.first, partWidth, s.second, partWidth)
	rectify(s.second[:n*partWidth])
	m.last.Gemm(n, s.second, partWidth, s.out, wide)
	for i := range n {
		of, unary := s.out[i*wide:], &l.unary[i]
		for b := range unary {
			unary[b] = m.unary*unary[b] + of[b]
		}
		if i == 0 {
			continue
		}
		to, from, edge := of[labels:], s.out[(i-1)*wide+int(labels+labels*labels):], &l.edge[i]
		for b := range edge {
			edge[b] = m.edge*edge[b] + to[b] + from[b]
		}
	}
}

// meet writes the first inner layer: each item as part of the window, the cue as its cue, and how far they are apart.
func (m *network) meet(v *view, w *window, c int, to []float32) {
	asCue := v.senses.Projected(c)[1+partWidth:]
	for i, it := range w.items {
		first, last := v.senses.Projected(it.from)[1:1+partWidth], v.senses.Projected(it.to - 1)[1:1+partWidth]
		far, z := m.far[farness(it, c)*partWidth:][:partWidth], to[i*partWidth:][:partWidth]
		for k := range z {
			z[k] = (first[k]+last[k])/2 + asCue[k] + far[k]
		}
		rectify(z)
	}
}

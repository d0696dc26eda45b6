package attribution

import (
	"math"

	"hearsay/analysis/encoder/kernel"
)

// network adds to the potentials of the linear models those of a neural one that reads from the encoder. Of a token's
// projection, of ProjectionSize numbers, the first is the log-odds that it heads a cue, the next partWidth are what it
// is as part of a window, and the last partWidth what it is as the head of a window's cue. A feed-forward network of
// two hidden layers makes of an item, the cue, and an embedding of the distance between them the item's unary
// potentials, and the pairwise ones of the steps to it and from it.
type network struct {
	cue, unary, pairwise float32   // the weights of the linear models' scores
	distances            []float32 // embeddings, a row of partWidth for each bucket of distances
	hidden, output       *kernel.Packed
}

const (
	partWidth = 96 // the numbers of a projection for each of a token's two roles
	// distanceBuckets is how many buckets of distances there are on each side of a cue.
	distanceBuckets = 16
	outputWidth     = int(labels + 2*labels*labels)
)

// ProjectionSize is how many numbers the projections of the encoder have.
const ProjectionSize = 1 + 2*partWidth

// distanceBucket sorts the distance in tokens of a window's item from its cue into buckets: one for each up to
// exactDistance, and beyond it two for each doubling.
func distanceBucket(it item, c int) int {
	const exactDistance = 8
	away := 0
	switch {
	case it.to <= c:
		away = c - (it.to - 1)
	case it.from > c:
		away = it.from - c
	}
	bucket := away
	if away > exactDistance {
		bucket = min(distanceBuckets, exactDistance+int(math.Ceil(2*math.Log2(float64(away)/exactDistance))))
	}
	if it.to <= c {
		return distanceBuckets - bucket
	}
	return distanceBuckets + bucket
}

// workspace is the memory in which the network works.
type workspace struct{ first, second, out []float32 }

// grown returns a slice of n numbers, the given one where that is large enough.
func grown(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	return s[:n]
}

// addPotentials adds to the potentials of the window of the cue at token c.
func (m *network) addPotentials(v *view, w *window, c int, l *lattice, s *workspace) {
	n, columns := len(w.items), kernel.PaddedColumns(outputWidth)
	rows := kernel.PaddedRows(n)
	s.first, s.second, s.out = grown(s.first, rows*partWidth), grown(s.second, rows*partWidth), grown(s.out, rows*columns)
	m.firstLayer(v, w, c, s.first)
	m.hidden.Gemm(n, s.first, partWidth, s.second, partWidth)
	kernel.ReLU(s.second[:n*partWidth])
	m.output.Gemm(n, s.second, partWidth, s.out, columns)
	for i := range n {
		of, unary := s.out[i*columns:], &l.unary[i]
		for b := range unary {
			unary[b] = m.unary*unary[b] + of[b]
		}
		if i == 0 {
			continue
		}
		to, from, pairwise := of[labels:], s.out[(i-1)*columns+int(labels+labels*labels):], &l.pairwise[i]
		for b := range pairwise {
			pairwise[b] = m.pairwise*pairwise[b] + to[b] + from[b]
		}
	}
}

// firstLayer writes the first hidden layer, a row for each item: the sum of the item as part of the window, the cue as
// its head, and the embedding of their distance, rectified.
func (m *network) firstLayer(v *view, w *window, c int, to []float32) {
	asCue := v.states.Projected(c)[1+partWidth:]
	for i, it := range w.items {
		first, last := v.states.Projected(it.from)[1:1+partWidth], v.states.Projected(it.to - 1)[1:1+partWidth]
		distance, z := m.distances[distanceBucket(it, c)*partWidth:][:partWidth], to[i*partWidth:][:partWidth]
		for k := range z {
			z[k] = (first[k]+last[k])/2 + asCue[k] + distance[k]
		}
		kernel.ReLU(z)
	}
}

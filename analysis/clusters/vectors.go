package clusters

import (
	"math"
	"math/rand/v2"
)

const (
	// width is how many numbers a word's vector has.
	width = 80
	// powerIterations is how often the vectors are turned towards the directions in which words differ most.
	powerIterations = 4
	// kMeansRounds is how often words are sorted anew before the classes stand.
	kMeansRounds = 20
	// sizePower makes square roots of the singular values of sizes, which are their squares.
	sizePower = 0.25
	// leastSize keeps a column of zeros from being divided by 0.
	leastSize = 1e-12
)

type vector [width]float32

// embed returns an embedding of each word: the left singular vectors of the matrix of words and contexts, by subspace
// iteration (Halko, Martinsson and Tropp 2011), weighed by the square roots of the singular values, and of
// length 1.
func embed(rows [][]entry) []vector {
	contexts := int32(0)
	for _, r := range rows {
		for _, e := range r {
			contexts = max(contexts, e.context+1)
		}
	}
	random := rand.New(rand.NewPCG(3, 5))
	v := make([]vector, len(rows))
	for i := range v {
		for k := range v[i] {
			v[i][k] = float32(random.NormFloat64())
		}
	}
	var sizes vector
	for range powerIterations {
		orthonormalize(v)
		other := make([]vector, contexts)
		for i, r := range rows {
			for _, e := range r {
				add(&other[e.context], &v[i], e.pmi)
			}
		}
		for i, r := range rows {
			v[i] = vector{}
			for _, e := range r {
				add(&v[i], &other[e.context], e.pmi)
			}
		}
		sizes = orthonormalize(v)
	}
	for i := range v {
		n := 0.0
		for k := range v[i] {
			v[i][k] *= float32(math.Pow(float64(sizes[k]), sizePower))
			n += float64(v[i][k]) * float64(v[i][k])
		}
		if n > 0 {
			scale(&v[i], float32(1/math.Sqrt(n)))
		}
	}
	return v
}

func add(to, from *vector, times float32) {
	for k := range to {
		to[k] += times * from[k]
	}
}

func scale(v *vector, by float32) {
	for k := range v {
		v[k] *= by
	}
}

func dot(a, b *vector) (s float32) {
	for k := range a {
		s += a[k] * b[k]
	}
	return s
}

// orthonormalize makes the columns perpendicular to each other and of length 1 (Gram and Schmidt), and returns how long
// they were.
func orthonormalize(v []vector) (sizes vector) {
	for k := range width {
		for j := range k {
			s := 0.0
			for i := range v {
				s += float64(v[i][k]) * float64(v[i][j])
			}
			for i := range v {
				v[i][k] -= float32(s) * v[i][j]
			}
		}
		n := 0.0
		for i := range v {
			n += float64(v[i][k]) * float64(v[i][k])
		}
		sizes[k] = float32(math.Sqrt(n))
		for i := range v {
			v[i][k] /= max(sizes[k], leastSize)
		}
	}
	return sizes
}

// kMeans puts vectors of length 1 into classes, numbered from 1, each about its centre, by their cosines (spherical
// k-means). It begins with the first vectors, which are those of the most frequent words.
func kMeans(v []vector, classes int) []uint16 {
	classes = min(classes, len(v))
	centre := append([]vector(nil), v[:classes]...)
	of := make([]uint16, len(v))
	for range kMeansRounds {
		next := make([]vector, classes)
		for i := range v {
			best, most := 0, float32(math.Inf(-1))
			for c := range centre {
				if s := dot(&v[i], &centre[c]); s > most {
					best, most = c, s
				}
			}
			of[i] = uint16(best + 1)
			add(&next[best], &v[i], 1)
		}
		for c := range next {
			if n := dot(&next[c], &next[c]); n > 0 {
				scale(&next[c], float32(1/math.Sqrt(float64(n))))
				centre[c] = next[c]
			}
		}
	}
	return of
}

package clusters

import (
	"math"
	"math/rand/v2"
)

const (
	// width is how many numbers a word's vector has.
	width = 80
	// turns is how often the vectors are turned towards the directions in which words differ most.
	turns = 4
	// settles is how often words are sorted anew before the classes stand.
	settles = 20
)

type vector [width]float32

// vectors boils the companies of words down to few numbers each, by the singular vectors of the table of companies.
func vectors(rows [][]entry) []vector {
	companies := int32(0)
	for _, r := range rows {
		for _, e := range r {
			companies = max(companies, e.company+1)
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
	for range turns {
		square(v)
		other := make([]vector, companies)
		for i, r := range rows {
			for _, e := range r {
				add(&other[e.company], &v[i], e.more)
			}
		}
		for i, r := range rows {
			v[i] = vector{}
			for _, e := range r {
				add(&v[i], &other[e.company], e.more)
			}
		}
		sizes = square(v)
	}
	for i := range v {
		n := 0.0
		for k := range v[i] {
			v[i][k] *= float32(math.Pow(float64(sizes[k]), 0.25))
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

// square makes the columns perpendicular to each other and of length 1, and returns how long they were.
func square(v []vector) (sizes vector) {
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
			v[i][k] /= max(sizes[k], 1e-12)
		}
	}
	return sizes
}

// sort puts vectors into classes, numbered from 1, each about its middle. It begins with the first vectors, which are
// those of the most frequent words.
func sort(v []vector, classes int) []uint16 {
	classes = min(classes, len(v))
	centre := append([]vector(nil), v[:classes]...)
	of := make([]uint16, len(v))
	for range settles {
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

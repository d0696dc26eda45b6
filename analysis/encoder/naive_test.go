package encoder

import "math"

// The network once more, as it stands in the papers and without a thought of speed, in numbers of twice the length.

type vector []float64

// naiveNetwork is what stands in the file.
type naiveNetwork struct {
	places []float64
	norm   [2]vector
	words  []vector
	layers []naiveLayer
	out    []vector
	bias   vector
}

type naiveLayer struct {
	bias [4]vector
	norm [2][2]vector
	rows [4][]vector
}

// read reads the network in the order in which it stands in the file.
func (m *made) read() *naiveNetwork {
	take, matrix := m.takers()
	sizes := [4]int{3 * m.hidden, m.hidden, m.inner, m.hidden}
	ins := [4]int{m.hidden, m.hidden, m.hidden, m.inner}
	k := &naiveNetwork{places: take(m.places * m.hidden), layers: make([]naiveLayer, m.layers)}
	k.norm = [2]vector{take(m.hidden), take(m.hidden)}
	for i := range k.layers {
		for j, n := range sizes {
			k.layers[i].bias[j] = take(n)
			if j%2 == 1 {
				k.layers[i].norm[j/2] = [2]vector{take(m.hidden), take(m.hidden)}
			}
		}
	}
	k.bias = take(m.out)
	steps := []vector{take(m.size.pieces)}
	for range k.layers {
		for _, n := range sizes {
			steps = append(steps, take(n))
		}
	}
	steps = append(steps, take(m.out))
	k.words = m.halves(steps[0])
	for i := range k.layers {
		for j := range sizes {
			k.layers[i].rows[j] = matrix(steps[1+4*i+j], ins[j])
		}
	}
	k.out = matrix(steps[len(steps)-1], m.hidden)
	return k
}

// naive returns the vectors of the pieces that begin tokens.
func (m *made) naive(pieces, starts []int32) []vector {
	k := m.read()
	var kept []vector
	for _, levels := range m.naiveLevels(pieces, starts) {
		kept = append(kept, levels[len(levels)-m.hidden:])
	}
	return times(kept, k.out, k.bias)
}

// naiveLevels returns what each layer knows of those tokens, one layer after the other: the last one of the pieces that
// begin them, the others in the mean of all their pieces.
func (m *made) naiveLevels(pieces, starts []int32) []vector {
	k := m.read()
	out := make([]vector, len(starts))
	keep := func(x []vector, all bool) {
		for i, at := range starts {
			end := int(at) + 1
			if all && i+1 < len(starts) {
				end = int(starts[i+1])
			} else if all {
				end = len(pieces) - 1
			}
			mean := make(vector, m.hidden)
			for _, row := range x[at:end] {
				for k, v := range row {
					mean[k] += v / float64(end-int(at))
				}
			}
			out[i] = append(out[i], mean...)
		}
	}
	x := make([]vector, len(pieces))
	for i, p := range pieces {
		x[i] = settled(sum(k.words[p], k.places[i*m.hidden:][:m.hidden]), k.norm)
	}
	keep(x, true)
	for n, l := range k.layers {
		heard := m.attention(times(x, l.rows[0], l.bias[0]))
		for i, h := range times(heard, l.rows[1], l.bias[1]) {
			x[i] = settled(sum(x[i], h), l.norm[0])
		}
		wide := times(x, l.rows[2], l.bias[2])
		for _, row := range wide {
			for k, v := range row {
				row[k] = v * math.Erfc(-v/math.Sqrt2) / 2
			}
		}
		for i, h := range times(wide, l.rows[3], l.bias[3]) {
			x[i] = settled(sum(x[i], h), l.norm[1])
		}
		keep(x, n < len(k.layers)-1)
	}
	return out
}

// takers return functions that take the next numbers and the next matrix of the file.
func (m *made) takers() (take func(n int) vector, matrix func(steps vector, in int) []vector) {
	number, at := 0, m.size.pieces*m.hidden/2
	take = func(n int) vector {
		v := make(vector, n)
		for i := range v {
			v[i] = float64(m.numbers[number])
			number++
		}
		return v
	}
	matrix = func(steps vector, in int) []vector {
		rows := make([]vector, len(steps))
		for r, step := range steps {
			rows[r] = make(vector, in)
			for c := range in {
				rows[r][c] = step * float64(m.bytes[at])
				at++
			}
		}
		return rows
	}
	return take, matrix
}

// halves are the words' vectors, each byte of two numbers.
func (m *made) halves(steps vector) []vector {
	rows := make([]vector, len(steps))
	for r, step := range steps {
		for _, b := range m.bytes[r*m.hidden/2:][:m.hidden/2] {
			rows[r] = append(rows[r], step*float64(int(byte(b))%16-8), step*float64(int(byte(b))/16-8))
		}
	}
	return rows
}

func (m *made) attention(asked []vector) []vector {
	out := make([]vector, len(asked))
	for i := range out {
		out[i] = make(vector, m.hidden)
		for from := 0; from < m.hidden; from += m.head() {
			shares, all := make(vector, len(asked)), 0.0
			for j := range asked {
				for k := from; k < from+m.head(); k++ {
					shares[j] += asked[i][k] * asked[j][m.hidden+k] / math.Sqrt(float64(m.head()))
				}
				shares[j] = math.Exp(shares[j])
				all += shares[j]
			}
			for j, share := range shares {
				for k := from; k < from+m.head(); k++ {
					out[i][k] += share / all * asked[j][2*m.hidden+k]
				}
			}
		}
	}
	return out
}

func times(x, rows []vector, bias vector) []vector {
	out := make([]vector, len(x))
	for i := range x {
		out[i] = make(vector, len(rows))
		for r, row := range rows {
			out[i][r] = bias[r]
			for k, v := range row {
				out[i][r] += x[i][k] * v
			}
		}
	}
	return out
}

func sum(a, b vector) vector {
	out := make(vector, len(a))
	for i := range out {
		out[i] = a[i] + b[i]
	}
	return out
}

func settled(x vector, by [2]vector) vector {
	mean, variance := 0.0, 0.0
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		variance += (v - mean) * (v - mean) / float64(len(x))
	}
	out := make(vector, len(x))
	for i, v := range x {
		out[i] = (v-mean)/math.Sqrt(variance+1e-12)*by[0][i] + by[1][i]
	}
	return out
}

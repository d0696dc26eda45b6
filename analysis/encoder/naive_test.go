package encoder

import "math"

// The network once more, as it stands in the papers and without a thought of speed, in numbers of twice the length; but
// with what goes into its dense layers and projections, and the weights of its attention, quantized.

type vector []float64

// naiveNetwork is what stands in the file.
type naiveNetwork struct {
	positions  []float64
	norm       [2]vector
	embeddings []vector
	layers     []naiveLayer
	projection []vector
	bias       vector
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
	k := &naiveNetwork{positions: take(m.positions * m.hidden), layers: make([]naiveLayer, m.layers)}
	k.norm = [2]vector{take(m.hidden), take(m.hidden)}
	for i := range k.layers {
		for j, n := range sizes {
			k.layers[i].bias[j] = take(n)
			if j%2 == 1 {
				k.layers[i].norm[j/2] = [2]vector{take(m.hidden), take(m.hidden)}
			}
		}
	}
	k.bias = take(m.projected)
	scales := []vector{take(m.size.pieces)}
	for range k.layers {
		for _, n := range sizes {
			scales = append(scales, take(n))
		}
	}
	scales = append(scales, take(m.projected))
	k.embeddings = m.halves(scales[0])
	for i := range k.layers {
		for j := range sizes {
			k.layers[i].rows[j] = fitted(matrix(scales[1+4*i+j], ins[j]), scales[1+4*i+j])
		}
	}
	k.projection = fitted(matrix(scales[len(scales)-1], m.hidden), scales[len(scales)-1])
	return k
}

// naive returns the projections of the pieces that begin tokens.
func (m *made) naive(pieces, starts []int32) []vector {
	k := m.read()
	var kept []vector
	for _, layers := range m.naiveLayers(pieces, starts) {
		kept = append(kept, layers[len(layers)-m.hidden:])
	}
	return times(kept, k.projection, k.bias)
}

// naiveLayers returns the hidden states of those tokens in each layer, quantized, one after the other: in the last one
// of the pieces that begin them, the others in the mean of all their pieces.
func (m *made) naiveLayers(pieces, starts []int32) []vector {
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
			for _, row := range quantized(x[at:end]) {
				for k, v := range row {
					mean[k] += v / float64(end-int(at))
				}
			}
			out[i] = append(out[i], mean...)
		}
	}
	x := make([]vector, len(pieces))
	for i, p := range pieces {
		x[i] = layerNorm(sum(k.embeddings[p], k.positions[i*m.hidden:][:m.hidden]), k.norm)
	}
	keep(x, true)
	for n, l := range k.layers {
		context := m.attention(times(quantized(x), l.rows[0], l.bias[0]))
		for i, h := range times(quantized(context), l.rows[1], l.bias[1]) {
			x[i] = layerNorm(sum(x[i], h), l.norm[0])
		}
		intermediate := times(quantized(x), l.rows[2], l.bias[2])
		for _, row := range intermediate {
			for k, v := range row {
				row[k] = v * math.Erfc(-v/math.Sqrt2) / 2
			}
		}
		for i, h := range times(quantized(intermediate), l.rows[3], l.bias[3]) {
			x[i] = layerNorm(sum(x[i], h), l.norm[1])
		}
		keep(x, n < len(k.layers)-1)
	}
	return out
}

// takers return functions that take the next numbers and the next matrix of the file.
func (m *made) takers() (take func(n int) vector, matrix func(scales vector, in int) []vector) {
	number, at := 0, m.size.pieces*m.hidden/2
	take = func(n int) vector {
		v := make(vector, n)
		for i := range v {
			v[i] = float64(m.numbers[number])
			number++
		}
		return v
	}
	matrix = func(scales vector, in int) []vector {
		rows := make([]vector, len(scales))
		for r, step := range scales {
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

// halves are the embeddings, each byte two numbers.
func (m *made) halves(scales vector) []vector {
	rows := make([]vector, len(scales))
	for r, step := range scales {
		for _, b := range m.bytes[r*m.hidden/2:][:m.hidden/2] {
			rows[r] = append(rows[r], step*float64(int(byte(b))%16-8), step*float64(int(byte(b))/16-8))
		}
	}
	return rows
}

func (m *made) attention(qkv []vector) []vector {
	out := make([]vector, len(qkv))
	for i := range out {
		out[i] = make(vector, m.hidden)
		for from := 0; from < m.hidden; from += m.headSize() {
			weights, all := make(vector, len(qkv)), 0.0
			for j := range qkv {
				for k := from; k < from+m.headSize(); k++ {
					weights[j] += qkv[i][k] * qkv[j][m.hidden+k] / math.Sqrt(float64(m.headSize()))
				}
				weights[j] = math.Exp(weights[j])
				all += weights[j]
			}
			for j, weight := range weights {
				weight = math.RoundToEven(weight/all*32767) / 32767
				for k := from; k < from+m.headSize(); k++ {
					out[i][k] += weight * qkv[j][2*m.hidden+k]
				}
			}
		}
	}
	return out
}

// quantized are rows to the nearest of 127 steps up to the largest number of each.
func quantized(x []vector) []vector {
	out := make([]vector, len(x))
	for i, row := range x {
		largest := 0.0
		for _, v := range row {
			largest = max(largest, math.Abs(v))
		}
		for _, v := range row {
			out[i] = append(out[i], math.RoundToEven(v*127/largest)*largest/127)
		}
	}
	return out
}

// fitted are rows of weights of whole steps to the nearest of 63 steps up to the largest of each.
func fitted(rows []vector, steps vector) []vector {
	for r, row := range rows {
		largest := 0.0
		for _, v := range row {
			largest = max(largest, math.Abs(math.Round(v/steps[r])))
		}
		for k, v := range row {
			row[k] = math.RoundToEven(math.Round(v/steps[r])*63/largest) * largest / 63 * steps[r]
		}
	}
	return rows
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

func layerNorm(x vector, by [2]vector) vector {
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

package kernel

import "math"

// In plain Go a product of two float64 does the work of three, without error, for what is multiplied are whole numbers:
// a word of weights is w0 + w1·2^18 + w2·2^36, a weight of three columns each, and so is its product with an
// activation, and the sum of up to 16 such products, for none of the three sums is beyond ±16·127·63, which is less
// than 2^17, and the whole less than 2^53. Then the three are taken apart.
const (
	fields    = 3
	fieldBits = 18
	fieldMask = 1<<fieldBits - 1
	run       = 16 // products that are added before the sums are taken apart
	// fieldsBias makes sums of the lower two fields positive.
	fieldsBias = 1<<(fieldBits-1) + 1<<(2*fieldBits-1)
)

// wordsSize is how many words a matrix takes: for a number of a row of three panels one for each column of a panel.
func (p *Int8Matrix) wordsSize() int { return (len(p.blocks) + fields - 1) / fields * nr * p.rows }

// packWords packs a column into its place: words stand in pairs, a pair for each number of the column.
func (p *Int8Matrix) packWords(column int, weights string, fit *fitted) {
	panel := column / nr
	by := float64(int64(1) << (fieldBits * (panel % fields)))
	pair := p.words[(panel/fields*nr+column%nr&^1)*p.rows:][:2*p.rows]
	for i := range len(weights) {
		pair[2*i+column%2] += by * float64(fit.weights[weights[i]])
	}
}

// quantizeWords multiplies the numbers of a row and rounds them.
func quantizeWords(x []float32, by float32, to []float64) {
	for i, v := range x {
		to[i] = float64(rounded(float32(v * by)))
	}
}

// portableLargest is the largest of numbers, without its sign.
func portableLargest(x []float32) float32 {
	most := uint32(0)
	for _, v := range x {
		most = max(most, math.Float32bits(v)&^(1<<31))
	}
	return math.Float32frombits(most)
}

// gemmWords goes through the rows by so many that they stay in the cache, and with them through p by three panels at a
// time, through these by two words, and through the rows two at a time.
func (p *Int8Matrix) gemmWords(n int, x *Int8Rows, c []float32, ldc int) {
	const cached = 16 << 10 // numbers: 128 KB
	rows := max(2, cached/p.rows&^1)
	for from := 0; from < n; from += rows {
		for first := 0; first < len(p.blocks); first += fields {
			for k := 0; k < nr; k += 2 {
				p.gemmPair(from, min(from+rows, n), x, first, k, c, ldc)
			}
		}
	}
}

// gemmPair multiplies the rows from from up to to by a pair of words.
func (p *Int8Matrix) gemmPair(from, to int, x *Int8Rows, first, k int, c []float32, ldc int) {
	var sums [4][fields]int32
	pair := p.words[(first/fields*nr+k)*p.rows:][:2*p.rows]
	for r := from; r < to; r += 2 {
		sumsOfWords(x.words[r*p.rows:][:p.rows], x.words[(r+1)*p.rows:][:p.rows], pair, &sums)
		for i := range sums {
			row := r + i/2
			p.giveWord(&sums[i], first, k+i%2, x.scales[row], c[row*ldc:])
		}
	}
}

// giveWord writes what becomes of the sums of a word.
func (p *Int8Matrix) giveWord(of *[fields]int32, first, k int, scale float32, row []float32) {
	for i, panel := 0, first; i < fields && panel < len(p.blocks); i, panel = i+1, panel+1 {
		b := &p.blocks[panel]
		row[panel*nr+k] = float32(float32(of[i])*float32(b.scale[k]*scale)) + b.bias[k]
	}
}

// sumsOfWords are the products of two rows with a pair of words, those of the first row first. The rows' length is that
// of whole runs. What is taken apart is added up in two: the fields on either side of the middle one, between which
// there is room for it, and that one.
func sumsOfWords(u, v, pair []float64, sums *[4][fields]int32) {
	const ends = fieldMask | -1<<(2*fieldBits)
	var outer, middle [4]int64
	runs := int64(len(u) / run)
	for len(u) >= run && len(v) >= run && len(pair) >= 2*run {
		x, y, w := (*[run]float64)(u), (*[run]float64)(v), (*[2 * run]float64)(pair)
		s0, s1, t0, t1 := float64(fieldsBias), float64(fieldsBias), float64(fieldsBias), float64(fieldsBias)
		s0, s1 = s0+x[0]*w[0], s1+x[0]*w[1]
		t0, t1 = t0+y[0]*w[0], t1+y[0]*w[1]
		s0, s1 = s0+x[1]*w[2], s1+x[1]*w[3]
		t0, t1 = t0+y[1]*w[2], t1+y[1]*w[3]
		s0, s1 = s0+x[2]*w[4], s1+x[2]*w[5]
		t0, t1 = t0+y[2]*w[4], t1+y[2]*w[5]
		s0, s1 = s0+x[3]*w[6], s1+x[3]*w[7]
		t0, t1 = t0+y[3]*w[6], t1+y[3]*w[7]
		s0, s1 = s0+x[4]*w[8], s1+x[4]*w[9]
		t0, t1 = t0+y[4]*w[8], t1+y[4]*w[9]
		s0, s1 = s0+x[5]*w[10], s1+x[5]*w[11]
		t0, t1 = t0+y[5]*w[10], t1+y[5]*w[11]
		s0, s1 = s0+x[6]*w[12], s1+x[6]*w[13]
		t0, t1 = t0+y[6]*w[12], t1+y[6]*w[13]
		s0, s1 = s0+x[7]*w[14], s1+x[7]*w[15]
		t0, t1 = t0+y[7]*w[14], t1+y[7]*w[15]
		s0, s1 = s0+x[8]*w[16], s1+x[8]*w[17]
		t0, t1 = t0+y[8]*w[16], t1+y[8]*w[17]
		s0, s1 = s0+x[9]*w[18], s1+x[9]*w[19]
		t0, t1 = t0+y[9]*w[18], t1+y[9]*w[19]
		s0, s1 = s0+x[10]*w[20], s1+x[10]*w[21]
		t0, t1 = t0+y[10]*w[20], t1+y[10]*w[21]
		s0, s1 = s0+x[11]*w[22], s1+x[11]*w[23]
		t0, t1 = t0+y[11]*w[22], t1+y[11]*w[23]
		s0, s1 = s0+x[12]*w[24], s1+x[12]*w[25]
		t0, t1 = t0+y[12]*w[24], t1+y[12]*w[25]
		s0, s1 = s0+x[13]*w[26], s1+x[13]*w[27]
		t0, t1 = t0+y[13]*w[26], t1+y[13]*w[27]
		s0, s1 = s0+x[14]*w[28], s1+x[14]*w[29]
		t0, t1 = t0+y[14]*w[28], t1+y[14]*w[29]
		s0, s1 = s0+x[15]*w[30], s1+x[15]*w[31]
		t0, t1 = t0+y[15]*w[30], t1+y[15]*w[31]
		s, t, a, b := int64(s0), int64(s1), int64(t0), int64(t1)
		outer[0], middle[0] = outer[0]+s&ends, middle[0]+s>>fieldBits&fieldMask
		outer[1], middle[1] = outer[1]+t&ends, middle[1]+t>>fieldBits&fieldMask
		outer[2], middle[2] = outer[2]+a&ends, middle[2]+a>>fieldBits&fieldMask
		outer[3], middle[3] = outer[3]+b&ends, middle[3]+b>>fieldBits&fieldMask
		u, v, pair = u[run:], v[run:], pair[2*run:]
	}
	for i := range sums {
		const lower = 1<<(2*fieldBits) - 1
		sums[i][0] = int32(outer[i]&lower - runs<<(fieldBits-1))
		sums[i][1] = int32(middle[i] - runs<<(fieldBits-1))
		sums[i][2] = int32(outer[i] >> (2 * fieldBits))
	}
}

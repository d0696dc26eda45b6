package kernel

import "math"

// In plain Go a product of two integers of 64 bits does the work of four: a group of activations a is the number
// a0 + a1·2^16 + a2·2^32 + a3·2^48, one of weights w3 + w2·2^16 + w1·2^32 + w0·2^48. In their product, of which 64 bits
// are kept, the sum a0w0 + a1w1 + a2w2 + a3w3 stands at 2^48, where 16 bits have room for it, for it is at most
// 4 × 128 × 63; what stands below is at most half of 2^48, on either side of 0.
const (
	place = 16
	top   = (group - 1) * place
	half  = 1 << (top - 1)
)

// packWords packs a column into its place in a panel.
func packWords(panel []int64, column string, fit *fitted) {
	for i := range len(column) {
		panel[i/group*nr] += int64(fit.weights[column[i]]) << (top - place*(i%group))
	}
}

// quantizeWords quantizes a row to groups, and returns its scale.
func quantizeWords(x []float32, to []int64) float32 {
	scale, by := scaleOf(largest(x))
	for i := range to {
		four := x[i*group:][:group]
		q0, q1, q2, q3 := rounded(float32(four[0]*by)), rounded(float32(four[1]*by)),
			rounded(float32(four[2]*by)), rounded(float32(four[3]*by))
		to[i] = q0 + q1<<place + q2<<(2*place) + q3<<(3*place)
	}
	return scale
}

// largest is the largest of numbers, without its sign.
func largest(x []float32) float32 {
	most := uint32(0)
	for _, v := range x {
		most = max(most, math.Float32bits(v)&^(1<<31))
	}
	return math.Float32frombits(most)
}

// scaleOf returns the scale of a row by its largest number, and what its numbers are multiplied by.
func scaleOf(most float32) (scale, by float32) {
	if !(most >= leastLargest && most <= math.MaxFloat32) {
		return 0, 0
	}
	return most / maxInt8, maxInt8 / most
}

// rounded rounds a number of up to 128 to the nearest byte, the even one of two: added to roundAt, it leaves no room
// for what stands behind the point.
func rounded(x float32) int64 {
	const roundAt = 3 << 22
	return int64(int8(math.Float32bits(x + roundAt)))
}

// gemmWords goes through p panel by panel, and through a panel two rows at a time.
func (p *Int8Matrix) gemmWords(n int, x *Int8Rows, c []float32, ldc int) {
	for panel := range p.blocks {
		words, block := p.words[panel*nr*p.groups:][:nr*p.groups], &p.blocks[panel]
		for r := 0; r < n; r += 2 {
			u, v := x.words[r*p.groups:][:p.groups], x.words[(r+1)*p.groups:][:p.groups]
			for q := 0; q < nr; q += 4 {
				s, t := sumsOfWords(u, v, words[q:])
				to, other := c[r*ldc+panel*nr+q:][:4], c[(r+1)*ldc+panel*nr+q:][:4]
				for k, scale := range block.scale[q:][:4] {
					to[k] = float32(float32(s[k])*(scale*x.scales[r])) + block.bias[q+k]
					other[k] = float32(float32(t[k])*(scale*x.scales[r+1])) + block.bias[q+k]
				}
			}
		}
	}
}

// sumsOfWords are the products of two rows with four columns of a panel.
func sumsOfWords(u, v, panel []int64) (s, t [4]int32) {
	var s0, s1, s2, s3, t0, t1, t2, t3 int64
	v = v[:len(u)]
	for i, a := range u {
		b, four := v[i], panel[i*nr:][:4]
		s0 += (a*four[0] + half) >> top
		s1 += (a*four[1] + half) >> top
		s2 += (a*four[2] + half) >> top
		s3 += (a*four[3] + half) >> top
		t0 += (b*four[0] + half) >> top
		t1 += (b*four[1] + half) >> top
		t2 += (b*four[2] + half) >> top
		t3 += (b*four[3] + half) >> top
	}
	return [4]int32{int32(s0), int32(s1), int32(s2), int32(s3)}, [4]int32{int32(t0), int32(t1), int32(t2), int32(t3)}
}

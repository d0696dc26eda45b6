package kernel

import (
	"encoding/binary"
	"math"
)

// File takes numbers and matrices off a weights file, in the order in which they stand in it: float32, little-endian,
// from one stretch of the file, and quantized matrices, signed bytes row after row, from another. Both stretches must
// be as long as what is taken of them.
type File struct{ Floats, Int8s string }

// TakeFloats takes n numbers.
func (f *File) TakeFloats(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(f.Floats[4*i : 4*i+4])))
	}
	f.Floats = f.Floats[4*n:]
	return out
}

// TakeInt8 takes the scales of a quantized matrix's rows, and its bytes.
func (f *File) TakeInt8(columns, rows int) (scales []float32, bytes string) {
	scales, bytes = f.TakeFloats(rows), f.Int8s[:rows*columns]
	f.Int8s = f.Int8s[rows*columns:]
	return scales, bytes
}

// TakePacked takes the weights of a dense layer, with a row for each of the len(bias) numbers that it makes of in
// numbers.
func (f *File) TakePacked(in int, bias []float32) *Packed {
	scales, bytes := f.TakeInt8(in, len(bias))
	return PackFloats(in, scales, bytes, bias)
}

// TakeInt8Matrix takes the weights of a dense layer likewise, and leaves them quantized.
func (f *File) TakeInt8Matrix(in int, bias []float32) *Int8Matrix {
	scales, bytes := f.TakeInt8(in, len(bias))
	return Fastest().PackInt8(in, scales, bytes, bias)
}

// TakeRows takes a quantized matrix as numbers, row after row.
func (f *File) TakeRows(columns, rows int) []float32 {
	scales, bytes := f.TakeInt8(columns, rows)
	out := make([]float32, rows*columns)
	for i := range out {
		out[i] = scales[i/columns] * float32(int8(bytes[i]))
	}
	return out
}

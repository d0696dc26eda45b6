package kernel

import (
	"encoding/binary"
	"math"
)

// File takes numbers and matrices off a file of weights, in the order in which they stand in it: numbers of four bytes,
// little-endian, from one stretch of the file, and signed bytes from another. Both must be as long as what is taken of them.
type File struct{ Numbers, Bytes string }

// Take takes n numbers.
func (f *File) Take(n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(f.Numbers[4*i : 4*i+4])))
	}
	f.Numbers = f.Numbers[4*n:]
	return out
}

// Matrix takes what a unit of each row of a matrix is worth, and its rows, one after the other.
func (f *File) Matrix(columns, rows int) (steps []float32, bytes string) {
	steps, bytes = f.Take(rows), f.Bytes[:rows*columns]
	f.Bytes = f.Bytes[rows*columns:]
	return steps, bytes
}

// Packed takes a matrix with a row for each number that comes out, to which bias is added.
func (f *File) Packed(columns int, bias []float32) *Packed {
	steps, bytes := f.Matrix(columns, len(bias))
	return Unpack(columns, steps, bytes, bias)
}

// Rows takes a matrix as numbers, row after row.
func (f *File) Rows(columns, rows int) []float32 {
	steps, bytes := f.Matrix(columns, rows)
	out := make([]float32, rows*columns)
	for i := range out {
		out[i] = steps[i/columns] * float32(int8(bytes[i]))
	}
	return out
}

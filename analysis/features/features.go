// Package features makes the feature vectors of the linear models. A feature is a template, such as "the lemma and the
// tag behind it", with the values that it has at some place; its hash is the place of its weights (the hashing trick:
// Shi et al. 2009, Weinberger et al. 2009).
//
// It promises that the same template with the same values has the same hash on any machine; that no two templates of a
// model share a number; and that weights which were learnt for other templates, or in another order, are told apart: by
// Templates, which the weights file keeps.
package features

import (
	"fmt"
	"hash/crc32"
	"reflect"

	"hearsay/analysis/weights"
)

// Hash is the hash function of a model's features, multiplicative and of 64 bits, by four odd multipliers: for the
// number of a template, for each value, behind each value, and at the end. What was learnt depends on them. A new model
// takes Standard.
type Hash struct{ Number, Value, Round, End uint64 }

// Standard has the multipliers of Fibonacci hashing (Knuth) and of SplitMix64 (Steele, Lea and Flood 2014).
var Standard = Hash{Number: golden, Value: 1, Round: splitMix, End: 1}

const (
	golden   = 0x9E3779B97F4A7C15
	splitMix = 0xBF58476D1CE4E5B9
)

// The multipliers of models that were learnt before there was one set for all; they go when those models are learnt
// anew. That of the tags lets templates with small values meet, as the number 8 with the value 1 does the number 9 with
// 0.
var (
	OfTags  = Hash{Number: 1, Value: 1, Round: golden, End: splitMix}
	OfTrees = Hash{Number: 0xD6E8FEB86659FD93, Value: 1, Round: golden, End: splitMix}
	OfNames = Hash{Number: 1, Value: golden, Round: fnvPrime, End: 1}
)

// Template is a sort of feature: where the hashes of its features begin.
type Template uint64

// Of returns the hash of the feature that a template with these values is.
func (h *Hash) Of(t Template, values ...uint64) uint64 {
	x := uint64(t)
	for _, v := range values {
		x = (x ^ v*h.Value) * h.Round
		x ^= x >> 29
	}
	return x * h.End
}

// Pair makes one value of two.
func (h *Hash) Pair(a, b uint64) uint64 { return h.Of(Template(a*h.Number), b) }

// New makes the templates of a group: T is a struct of nothing but fields of type Template, each named for what its
// feature is of. They are numbered in the order of the fields, from first on. It panics where T is none such, as the
// program starts.
func New[T any](h Hash, first int) T {
	var out T
	v := reflect.ValueOf(&out).Elem()
	for i := range v.NumField() {
		v.Field(i).Set(reflect.ValueOf(Template(uint64(first+i) * h.Number)))
	}
	return out
}

// Templates tells the templates of all groups of a model: how many they are, and a checksum of their names and numbers.
// It panics where two of them have one number.
func Templates(groups ...any) weights.Templates {
	var out weights.Templates
	seen := map[uint64]string{}
	for _, g := range groups {
		v := reflect.ValueOf(g)
		for i := range v.NumField() {
			name, t := v.Type().Field(i).Name, v.Field(i).Uint()
			if other, ok := seen[t]; ok {
				panic(fmt.Sprintf("features: the templates %s and %s have one number", other, name))
			}
			seen[t] = name
			out.Count++
			out.Sum = crc32.Update(out.Sum, castagnoli, fmt.Appendf(nil, "%s %x\n", name, t))
		}
	}
	return out
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Vector is the features of one place, as their hashes. It is used again and again, in the same memory.
type Vector struct {
	Hashes []uint64
	hash   Hash
}

// usual is how many features a vector has room for from the start: more than a model of this program has templates.
const usual = 96

// NewVector returns an empty vector.
func (h Hash) NewVector() Vector { return Vector{Hashes: make([]uint64, 0, usual), hash: h} }

// Reset makes it empty.
func (v *Vector) Reset() { v.Hashes = v.Hashes[:0] }

// Add adds the feature that a template with these values is.
func (v *Vector) Add(t Template, values ...uint64) {
	v.Hashes = append(v.Hashes, v.hash.Of(t, values...))
}

// Flag is the value of what is so or not.
func Flag(is bool) uint64 {
	if is {
		return 1
	}
	return 0
}

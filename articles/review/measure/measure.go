// Package measure holds the formulas for accuracy and agreement: pure numbers, which know nothing of articles.
//
// It promises the formulas of the literature, each named where it stands, and that what is not defined is not a number: a
// share of nothing, or agreement where chance alone would agree wholly, is "n/a" in words and null in JSON, never 0 or 1.
// The same input gives the same figure; what draws at random takes a seed.
package measure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// Value is a figure that may be undefined, as shares of nothing are.
type Value float64

// Undefined is the figure that there is none of.
func Undefined() Value { return Value(math.NaN()) }

// Defined reports whether there is a figure.
func (v Value) Defined() bool { return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) }

// String gives two digits behind the point, or "n/a".
func (v Value) String() string {
	if !v.Defined() {
		return "n/a"
	}
	s := strconv.FormatFloat(float64(v), 'f', 2, 64)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

// MarshalJSON gives at most four digits behind the point, or null.
func (v Value) MarshalJSON() ([]byte, error) {
	if !v.Defined() {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, math.Round(float64(v)*1e4)/1e4, 'f', -1, 64), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (v *Value) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*v = Undefined()
		return nil
	}
	var f float64
	if err := json.Unmarshal(data, &f); err != nil {
		return fmt.Errorf("%s is no figure: %w", data, err)
	}
	*v = Value(f)
	return nil
}

// ratio divides, and is undefined where there is nothing to divide by.
func ratio(a, b float64) Value {
	if b == 0 {
		return Undefined()
	}
	return Value(a / b)
}

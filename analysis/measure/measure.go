// Package measure holds the formulas for accuracy and agreement, for whatever is scored or reviewed: pure numbers,
// which know nothing of articles. There is one of each, so that one name means one figure everywhere.
//
// It promises the formulas of the literature, each named where it stands, and that what is not defined is not a number:
// a share of nothing, or agreement where chance alone would agree wholly, is "n/a" in words and null in JSON, never 0
// or 1. The same input gives the same figure; what draws at random takes a seed.
package measure

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Value is a figure that may be undefined, as shares of nothing are.
type Value float64

// Undefined is the figure that there is none of.
func Undefined() Value { return Value(math.NaN()) }

// Defined reports whether there is a figure.
func (v Value) Defined() bool { return !math.IsNaN(float64(v)) && !math.IsInf(float64(v), 0) }

// String gives two digits behind the point, or "n/a".
func (v Value) String() string { return v.Digits(2) }

// Digits gives so many digits behind the point, or "n/a".
func (v Value) Digits(n int) string {
	if !v.Defined() {
		return "n/a"
	}
	s := strconv.FormatFloat(float64(v), 'f', n, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// Rounded is the figure to the nearest four digits behind the point; what lies exactly between two goes to the even
// one.
func (v Value) Rounded() Value {
	if !v.Defined() {
		return v
	}
	// What FormatFloat writes, ParseFloat reads.
	f, _ := strconv.ParseFloat(strconv.FormatFloat(float64(v), 'f', 4, 64), 64)
	return Value(f)
}

// MarshalJSON gives at most four digits behind the point and always one, or null.
func (v Value) MarshalJSON() ([]byte, error) {
	if !v.Defined() {
		return []byte("null"), nil
	}
	s := strconv.FormatFloat(float64(v.Rounded()), 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return []byte(s), nil
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

package library

import (
	"cmp"
	"slices"
	"strings"
)

// CompareEngines tells which of two versions of the engine is the newer: below zero the second, above it the first.
// Numbers in them count as such, so that 10 is newer than 9.
func CompareEngines(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = part(a)
		y, b = part(b)
		if c := compareParts(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// part takes the digits at the beginning of a version, or what stands before the next digit.
func part(s string) (first, rest string) {
	n := 1
	for n < len(s) && isDigit(s[n]) == isDigit(s[0]) {
		n++
	}
	return s[:n], s[n:]
}

func compareParts(x, y string) int {
	if isDigit(x[0]) && isDigit(y[0]) {
		x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
		if c := cmp.Compare(len(x), len(y)); c != 0 {
			return c
		}
	}
	return cmp.Compare(x, y)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// sortEngines puts the newest first.
func sortEngines(all []string) {
	slices.SortFunc(all, func(a, b string) int { return CompareEngines(b, a) })
}

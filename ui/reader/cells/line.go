package cells

import (
	"strings"
	"unicode/utf8"
)

// Clean is s as one line that any terminal can be given: control codes, newlines and tabs are drawn as single spaces
// or as visible signs.
func Clean(s string) string {
	if printable(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for c := range Clusters(s) {
		b.WriteString(c.Draw)
	}
	return b.String()
}

// Width is the cells that [Clean] of s takes.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	w := 0
	for c := range Clusters(s) {
		w += c.Width
	}
	return w
}

// Truncate is [Clean] of s cut to at most w cells, with “…” at its end if anything was cut.
func Truncate(s string, w int) string {
	if len(s) <= w && printable(s) {
		return s
	}
	out, _ := cut(s, w)
	return out
}

// Fit is [Truncate] of s, padded with spaces to exactly w cells.
func Fit(s string, w int) string {
	out, width := cut(s, w)
	if width < w {
		out += strings.Repeat(" ", w-width)
	}
	return out
}

// cut is s cut to w cells, and the cells it takes. It reads no further than it must.
func cut(s string, w int) (string, int) {
	if w <= 0 {
		return "", 0
	}
	var b strings.Builder
	width, keep, keepWidth := 0, 0, 0
	for c := range Clusters(s) {
		if width+c.Width > w {
			return b.String()[:keep] + more, keepWidth + 1
		}
		b.WriteString(c.Draw)
		width += c.Width
		if width < w {
			keep, keepWidth = b.Len(), width
		}
	}
	return b.String(), width
}

// printable reports whether s is drawn as it is, a cell a byte.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf-1 {
			return false
		}
	}
	return true
}

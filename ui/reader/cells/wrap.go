package cells

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wrap is s in lines of at most w cells, each as [Clean] draws it, broken between words; words longer than a line are
// cut. The line breaks of s are kept.
func Wrap(s string, w int) []string {
	w = max(w, 1)
	var out []string
	for line := range strings.Lines(s) {
		n := len(out)
		for start, end := range Lines(line, w) {
			out = append(out, draw(line, start, end, w))
		}
		if len(out) == n {
			out = append(out, "")
		}
	}
	return out
}

func draw(s string, start, end, w int) string {
	var b strings.Builder
	for c := range Line(s, start, end, w) {
		b.WriteString(c.Draw)
	}
	return b.String()
}

// Line yields the clusters of s from start to end as they are drawn on one line of w cells, which [Lines] found: a run
// of white space with a line break or a tab in it is drawn as one space, and a sign wider than the line as “…”.
func Line(s string, start, end, w int) iter.Seq[Cluster] {
	return func(yield func(Cluster) bool) {
		for i := start; i < end; {
			if spaceLen(s[:end], i) > 0 {
				j, _ := gap(s[:end], i)
				if !blanks(s[i:j], yield, i) {
					return
				}
				i = j
				continue
			}
			c := squeeze(At(s[:end], i), w)
			if !yield(c) {
				return
			}
			i = c.End
		}
	}
}

// squeeze makes a sign fit a line of w cells.
func squeeze(c Cluster, w int) Cluster {
	if c.Width > w {
		c.Draw, c.Width = more, 1
	}
	return c
}

// blanks yields the clusters of a run of white space that starts at byte at.
func blanks(run string, yield func(Cluster) bool, at int) bool {
	if run == " " {
		return yield(Cluster{at, at + 1, " ", 1})
	}
	folded, first := folds(run), true
	for c := range Clusters(run) {
		if folded {
			c.Draw, c.Width = "", 0
			if first {
				c.Draw, c.Width = " ", 1
			}
		}
		first = false
		c.Start, c.End = c.Start+at, c.End+at
		if !yield(c) {
			return false
		}
	}
	return true
}

// folds reports whether a run of white space is drawn as a single space.
func folds(run string) bool { return strings.ContainsAny(run, "\t\n\v\f\r\u0085\u2028\u2029") }

// gap is where the white space that starts at byte i ends, and the cells it takes.
func gap(s string, i int) (end, width int) {
	end = i
	for end < len(s) {
		n := spaceLen(s, end)
		if n == 0 {
			break
		}
		width += At(s, end).Width
		end += n
	}
	if folds(s[i:end]) {
		width = 1
	}
	return end, width
}

// spaceLen is the length of the white space cluster at byte i, at which a line may be broken, and 0 if there is none.
func spaceLen(s string, i int) int {
	b := s[i]
	if b == ' ' && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return 1
	}
	if b > ' ' && b != 0xC2 && (b < 0xE1 || b > 0xE3) {
		return 0 // no white space starts with this byte
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if !unicode.IsSpace(r) || r == 0xA0 || r == 0x2007 || r == 0x202F {
		return 0
	}
	c := At(s, i)
	if c.End != i+n && s[i:c.End] != "\r\n" {
		return 0 // it carries a combining mark
	}
	return c.End - i
}

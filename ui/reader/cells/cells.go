// Package cells says how text is drawn in a terminal's cells. It promises three things of whatever it draws, for any
// bytes at all: no control code reaches the terminal; both ways in which terminals measure text, by grapheme cluster
// and by code point, come to the same width, so that no frame is pushed out of place; and the text itself is not
// changed, since every sign that is drawn knows the bytes it stands for.
//
// The price is paid by signs on which terminals disagree. An emoji built of several is drawn as its first sign, a flag
// as its two letters, and the parts of an Indic or Khmer syllable that advance the cursor stand side by side. Letters
// that are written from right to left are drawn in the order in which they are read, and no bidirectional control is
// passed on: whether they are shown from right to left is left to the terminal.
package cells

import (
	"iter"
	"unicode/utf8"
)

// Cluster is one grapheme cluster of a text as it is drawn: what a reader takes for one sign.
type Cluster struct {
	Start, End int    // the bytes of the text it stands for
	Draw       string // what is written; empty for what is not drawn
	Width      int    // the cells that Draw takes
}

// Clusters yields the clusters of s in order; together they cover every byte of it once.
func Clusters(s string) iter.Seq[Cluster] {
	return func(yield func(Cluster) bool) {
		for i := 0; i < len(s); {
			c := At(s, i)
			if !yield(c) {
				return
			}
			i = c.End
		}
	}
}

// At is the cluster of s that starts at byte i, which must be the start of s or the end of another cluster. It does not
// depend on what stands before.
func At(s string, i int) Cluster {
	b := s[i]
	if ' ' <= b && b <= '~' && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return Cluster{i, i + 1, s[i : i+1], 1}
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if w := plain(r); w > 0 && closed(s, i+n) {
		return Cluster{i, i + n, s[i : i+n], w}
	}
	return odd(s, i)
}

// closed reports whether a plain sign that ends at byte i of s surely is a cluster of its own.
func closed(s string, i int) bool {
	if i == len(s) || s[i] < utf8.RuneSelf {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return plain(r) > 0
}

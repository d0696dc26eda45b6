package cells

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

const (
	// maxMarks is how many combining marks a sign may carry: more than any script needs, fewer than reach the lines
	// around.
	maxMarks = 6
	// maxBytes is how long a cluster may be, far more than any script needs.
	maxBytes = 4096
	// apart is the zero width space. It takes no cell by either measure and keeps what stands around it from joining.
	apart  = "\u200b"
	joiner = '\u200c' // zero width non-joiner, part of Persian spelling
)

// The signs that stand for what cannot be drawn are one cell wide in any environment.
var (
	unknown = oneCell("\ufffd", "?")
	carrier = oneCell("◌", "_")
	more    = oneCell("…", ".")
)

func oneCell(sign, other string) string {
	if ansi.StringWidth(sign) == 1 && ansi.StringWidthWc(sign) == 1 {
		return sign
	}
	return other
}

// odd is the cluster at byte i, measured the long way.
func odd(s string, i int) Cluster {
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 {
		return Cluster{i, i + 1, unknown, 1}
	}
	if draw, ok := control(r); ok {
		if strings.HasPrefix(s[i:], "\r\n") {
			n = 2
		}
		return Cluster{i, i + n, draw, ansi.StringWidthWc(draw)}
	}
	set := 0
	if strings.HasPrefix(s[i:], apart) && leans(s[i+n:]) {
		set = n // a part set apart belongs to its sign, so that cleaning what is clean changes nothing
	}
	whole := s[i : i+set+clusterLen(s[i+set:])]
	draw := drawn(whole)
	return Cluster{i, i + len(whole), draw, ansi.StringWidthWc(draw)}
}

// clusterLen is the length of the cluster s starts with, up to the first byte that is not UTF-8 and no
// further than maxBytes.
func clusterLen(s string) int {
	if end := maxBytes; len(s) > end {
		for !utf8.RuneStart(s[end]) && end > maxBytes-utf8.UTFMax {
			end--
		}
		s = s[:end]
	}
	n, whole := 0, graphemes.FromString(s).First()
	for n < len(whole) {
		r, size := utf8.DecodeRuneInString(whole[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// control is how a code point that steers the terminal or the text is drawn, and false for one that does neither.
func control(r rune) (string, bool) {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return " ", true
	}
	switch {
	case r < ' ':
		return pictures[3*r : 3*r+3], true
	case r == 0x7F:
		return "␡", true
	case r < 0xA0 && r > '~':
		return unknown, true
	}
	return "", false
}

// pictures are the signs for the control codes 0 to 31, three bytes each.
const pictures = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟"

// drawn is a cluster in a form that both measures agree on and that does not join what is drawn beside it.
func drawn(cluster string) string {
	parts, next := pieces(cluster)
	if parts == "" {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(parts)
	switch {
	case flag(first):
		return country(parts)
	case next > 0 && jamo(first):
		parts = norm.NFC.String(parts)
	case next > 0 && unicode.IsSymbol(first):
		parts = parts[:next]
	}
	if agree(parts) {
		return closeOff(parts)
	}
	if parts = spread(parts); agree(parts) {
		return closeOff(parts)
	}
	return unknown
}

// agree reports whether both measures find s equally wide, and visible.
func agree(s string) bool {
	w := ansi.StringWidthWc(s)
	return w > 0 && w == ansi.StringWidth(s)
}

// pieces is the cluster without what is never drawn and with no more marks than a sign may carry. Marks that lack a
// sign to stand on are given one. Where more than one code point of it advances the cursor, next is where the second
// stands.
func pieces(cluster string) (parts string, next int) {
	var b strings.Builder
	marks := 0
	for _, r := range cluster {
		switch {
		case ignored(r):
		case ansi.StringWidthWc(string(r)) > 0:
			if next == 0 {
				next = b.Len()
			}
			if b.Len() == 0 && leans(string(r)) {
				b.WriteString(apart)
			}
			b.WriteRune(r)
			marks = 0
		case marks < maxMarks:
			if b.Len() == 0 {
				if r == joiner || !joins(r) {
					continue
				}
				b.WriteString(carrier)
			}
			b.WriteRune(r)
			marks++
		}
	}
	return b.String(), next
}

// ignored reports whether a code point is not drawn at all: direction marks, joiners, tags, variants of form, fillers,
// and the box of a keycap.
func ignored(r rune) bool {
	return r != joiner && unicode.IsOneOf(undrawn, r) || r == '\u20e3'
}

var undrawn = []*unicode.RangeTable{unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point}

// joins reports whether r belongs to the sign before it.
func joins(r rune) bool { return len(graphemes.FromString("x"+string(r)).First()) > 1 }

// leans reports whether s starts with a code point that belongs to the sign before it and yet advances the cursor.
func leans(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError && ansi.StringWidthWc(string(r)) > 0 && joins(r)
}

// spread sets the parts of a cluster that advance the cursor side by side, each with its marks.
func spread(cluster string) string {
	var b strings.Builder
	for _, r := range cluster {
		if b.Len() > 0 && ansi.StringWidthWc(string(r)) > 0 && !strings.HasSuffix(b.String(), apart) {
			b.WriteString(apart)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// closeOff keeps a cluster from joining the next or the one before, where what stood between them is not drawn.
func closeOff(s string) string {
	const consonant = "\u0915"
	if first, _ := utf8.DecodeRuneInString(s); jamo(first) {
		s = apart + s
	}
	last, n := utf8.DecodeLastRuneInString(s)
	if n == len(s) && ansi.StringWidthWc(s) == 2 && !jamo(last) {
		return s
	}
	if jamo(last) || !strings.HasSuffix(s, apart) && len(lastCluster(s+consonant)) > len(consonant) {
		s += apart
	}
	return s
}

func lastCluster(s string) string {
	last := s
	for g := graphemes.FromString(s); g.Next(); {
		last = g.Value()
	}
	return last
}

// jamo reports whether r is a part of a Hangul syllable.
func jamo(r rune) bool { return unicode.Is(jamos, r) }

// jamos are the blocks of Hangul's parts: Jamo and its two extensions.
var jamos = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x1100, Hi: 0x11FF, Stride: 1},
	{Lo: 0xA960, Hi: 0xA97F, Stride: 1}, {Lo: 0xD7B0, Hi: 0xD7FF, Stride: 1}}}

const firstFlag, lastFlag = '🇦', '🇿'

func flag(r rune) bool { return firstFlag <= r && r <= lastFlag }

// country is the letters of a flag.
func country(cluster string) string {
	var b strings.Builder
	for _, r := range cluster {
		if flag(r) {
			b.WriteByte(byte('A' + r - firstFlag))
		}
	}
	return b.String()
}

package cells

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines yields start and end of the lines of w cells, at least one, that s is broken into, without the white space
// around them. A line is broken at white space, after a hyphen or a dash between words, and beside ideographs; a word
// longer than the line is cut. Line breaks in s count as white space.
func Lines(s string, w int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		l := liner{s: s, w: max(w, 1), yield: yield}
		l.limit = l.w*bytesPerCell + maxBytes
		for i := 0; i < len(s) && !l.stop; {
			i = l.step(i)
		}
		if !l.stop && l.end > l.start {
			yield(l.start, l.end)
		}
	}
}

// bytesPerCell bounds the length of a line that is full of what is not drawn, and so the time it takes to draw it.
const bytesPerCell = 40

// liner breaks a text into lines in one pass.
type liner struct {
	s     string
	w     int
	yield func(int, int) bool
	stop  bool
	limit int // the bytes a line may have

	start, end, col int // the line so far: where its words start and end, and its cells
	// The last place at which the line may be broken: where the line would end, where the next would start, and the cells
	// before that. There is none if next is 0.
	last struct{ end, next, col int }
}

// step takes in the white space or the sign at byte i and returns where it ends.
func (l *liner) step(i int) int {
	if l.s[i] == ' ' && i+1 < len(l.s) && solid[l.s[i+1]] {
		l.space(i+1, 1) // the quick way for most white space
		return i + 1
	}
	if spaceLen(l.s, i) > 0 {
		j, width := gap(l.s, i)
		if j-i > l.limit {
			width = l.w
		}
		l.space(j, width)
		return j
	}
	if l.end > l.start && l.end == i && breaks(l.s, i) {
		l.last.end, l.last.next, l.last.col = i, i, l.col
	}
	if n := letters(l.s, i, l.w); n > 0 {
		if l.col+n > l.w && l.last.next > 0 {
			l.turn(i)
		}
		if l.col+n <= l.w {
			l.col, l.end = l.col+n, i+n
			return i + n
		}
	}
	c := squeeze(At(l.s, i), l.w)
	for (l.col+c.Width > l.w || c.End-l.start > l.limit) && !l.stop {
		l.turn(i)
	}
	l.col += c.Width
	l.end = c.End
	return c.End
}

// letters is how many signs from byte i on surely are of ASCII, a cell each, and not to be broken at: the quick way
// through most words. It counts no further than limit+1.
func letters(s string, i, limit int) int {
	n := 0
	for n <= limit && i+n < len(s) && solid[s[i+n]] {
		n++
	}
	if n > 0 && i+n < len(s) && s[i+n] >= utf8.RuneSelf {
		n-- // it may carry a mark
	}
	return n
}

// solid is true of the bytes at which no line is broken.
var solid = func() (table [256]bool) {
	for b := '!'; b <= '~'; b++ {
		table[b] = b != '-'
	}
	return table
}()

// space takes in white space up to byte j.
func (l *liner) space(j, width int) {
	if l.end == l.start {
		l.start, l.end = j, j
		return
	}
	l.col += width
	l.last.end, l.last.next, l.last.col = l.end, j, l.col
}

// turn ends the line at the last place where it may be broken, or else cuts it at byte i.
func (l *liner) turn(i int) {
	if l.last.next == 0 {
		l.last.end, l.last.next, l.last.col = l.end, i, l.col
	}
	l.stop = !l.yield(l.start, l.last.end)
	l.start, l.col = l.last.next, l.col-l.last.col
	l.end = max(l.end, l.start)
	l.last.end, l.last.next, l.last.col = 0, 0, 0
}

// breaks reports whether a line may be broken between the two signs that meet at byte i, neither of them white space.
func breaks(s string, i int) bool {
	b := s[i-1]
	if b < utf8.RuneSelf && b != '-' && s[i] < 0xE2 {
		return false // by far the most common: two letters
	}
	before, n := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	switch before {
	case '-', '‐':
		return unicode.IsLetter(after) && letterBefore(s[:i-n])
	case '—':
		return unicode.IsLetter(after) || unicode.IsDigit(after) || strings.ContainsRune("“‘\"'", after)
	}
	if !ideographic(before) && !ideographic(after) {
		return false
	}
	return !strings.ContainsRune(notLast, before) && !strings.ContainsRune(notFirst, after)
}

func letterBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// ideographic reports whether r is of a script that is written without spaces between words.
func ideographic(r rune) bool { return unicode.Is(ideographs, r) }

// ideographs are the blocks of kana, of Chinese characters and of the full-width forms that stand among them.
var ideographs = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x3001, Hi: 0x30FF, Stride: 1}, {Lo: 0x3400, Hi: 0x9FFF, Stride: 1},
		{Lo: 0xFF01, Hi: 0xFF60, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x20000, Hi: 0x3FFFF, Stride: 1}},
}

// The signs that may not end a line of ideographs, and those that may not start one.
const (
	notLast  = "([{“‘\"'《〈「『【（［｛〔"
	notFirst = ")]}”’\"'.,:;!?%…—、。，．：；？！》〉」』】）］｝〕・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)

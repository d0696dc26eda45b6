package export

import (
	"unicode/utf8"

	"hearsay/analysis"
)

// pointsBlock is how many bytes are counted anew for an offset.
const pointsBlock = 64

// points turns offsets in bytes into offsets in code points. The text is counted once, whatever the number of offsets.
type points struct {
	text   string
	before []int // code points before each block of the text
}

func newPoints(text string) points {
	p := points{text, make([]int, 1, len(text)/pointsBlock+2)}
	for i := 0; i < len(text); i += pointsBlock {
		p.before = append(p.before, p.before[len(p.before)-1]+starts(text[i:min(i+pointsBlock, len(text))]))
	}
	return p
}

// at is the number of code points before the byte at i.
func (p points) at(i int) int {
	block := i / pointsBlock
	return p.before[block] + starts(p.text[block*pointsBlock:i])
}

func (p points) span(s analysis.Span) [2]int { return [2]int{p.at(s.Start), p.at(s.End)} }

func (p points) spans(all []analysis.Span) [][2]int {
	out := make([][2]int, len(all))
	for i, s := range all {
		out[i] = p.span(s)
	}
	return out
}

// starts counts the bytes that begin a code point.
func starts(s string) (n int) {
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

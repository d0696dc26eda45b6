package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines wider than this are not hard-wrapped ones, and neither are lines narrower than the least.
const (
	widestWrap    = 120
	narrowestWrap = 40
	raggedWrap    = 8 // how much shorter than the widest a wrapped line may stay though a word would have fitted
)

// layout tells how the lines of a text make its paragraphs.
type layout struct {
	s     string
	lines []line
	// widths are the columns at which lines are hard-wrapped, by line, 0 where they are not.
	widths []int
	// indented is true where the first lines of paragraphs are set in, and others are not.
	indented bool
	// sentences is true where the sentences of a paragraph have a line each and blank lines part paragraphs.
	sentences bool
	// quoted tells by line whether the break before it stands in a quotation that ends further on.
	quoted []bool
}

func layoutOf(s string, lines []line) *layout {
	l := &layout{s: s, lines: lines, widths: make([]int, len(lines)), quoted: openQuotations(s, lines)}
	l.indented = l.setIn()
	l.sentences = l.sentenceLines()
	if width := wrapWidth(lines); width > 0 && l.wrappedAt(0, len(lines), width) {
		l.fill(0, len(lines), width)
		return l
	}
	// Elsewhere a stretch of the text may be hard-wrapped for itself.
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !lines[to].blank && lines[to].width <= widestWrap {
			to++
		}
		if width := wrapWidth(lines[from:to]); to-from > 2 && width > 0 && l.wrappedAt(from, to, width) {
			l.fill(from, to, width)
		}
		from = to
	}
	return l
}

func (l *layout) fill(from, to, width int) {
	for i := from; i < to; i++ {
		l.widths[i] = width
	}
}

// wrapWidth guesses the column at which lines are hard-wrapped if they are, 0 where they cannot be.
func wrapWidth(lines []line) int {
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = l.width
	}
	slices.Sort(widths)
	if len(widths) < 2 {
		return 0
	}
	// One line in twenty may be an address or a table that no one could wrap.
	w := widths[len(widths)-1-len(widths)/20]
	if w < narrowestWrap || w > widestWrap {
		return 0
	}
	return w
}

// wrappedAt reports whether lines are hard-wrapped at a width: of those that are full, half or more must end in the
// middle of a sentence, and of these every third must go on with a small letter. Where lines are cut without regard to
// sentences, one in six or seven ends with one; where every line is a paragraph or a sentence, nearly all do, and where
// every line is a headline, none goes on with a small letter.
func (l *layout) wrappedAt(from, to, width int) bool {
	full, inside, lower := 0, 0, 0
	for i := from + 1; i < to; i++ {
		if l.lines[i].blank || !l.full(i, width) {
			continue
		}
		full++
		if a := l.lines[i-1]; !a.ended || a.abridged {
			inside++
			if l.lines[i].lower {
				lower++
			}
		}
	}
	return full > 0 && inside*2 >= full && lower*3 >= inside
}

// full reports whether the line before line i is so full that no word of line i would have fitted.
func (l *layout) full(i, width int) bool {
	words := l.lines[i].Of(l.s)
	if k := strings.IndexFunc(words, unicode.IsSpace); k >= 0 {
		words = words[:k]
	}
	before := l.lines[i-1]
	return before.indent+before.width+1+utf8.RuneCountInString(words) > width-raggedWrap
}

// setIn reports whether some lines are set in by two columns or more and most are not: those begin paragraphs.
func (l *layout) setIn() bool {
	in := 0
	for i := range l.lines {
		if l.deep(i) {
			in++
		}
	}
	return in > 0 && in*2 <= len(l.lines)
}

// deep reports whether a line is set in: by two columns or more, or by a tabulator.
func (l *layout) deep(i int) bool {
	x := l.lines[i]
	return x.indent > 1 || x.indent == 1 && l.s[x.Start-1] == '\t'
}

// What tells that the sentences of a paragraph have a line each, set on world-train, where every third article is
// written so: four paragraphs or more are parted by blank lines, two lines or more follow without, and at most twice as
// many of these as of those (one and a half are the most there; where lines are paragraphs, below a headline and a
// byline that stand by themselves, it is three and more). No line in twenty has two sentences, as paragraphs in a line
// have.
const (
	fewestParted  = 4
	fewestWithin  = 2
	mostWithin    = 2
	sentenceShare = 0.95
)

// sentenceLines reports whether the sentences of a paragraph have a line each: blank lines part paragraphs, and of the
// lines that end with a sentence nearly all are one.
func (l *layout) sentenceLines() bool {
	parted, within, single, ended := 0, 0, 0, 0
	for _, x := range l.lines {
		if x.blank {
			parted++
		} else {
			within++
		}
		if x.ended {
			ended++
		}
		if x.single {
			single++
		}
	}
	return parted >= fewestParted && within >= fewestWithin && within <= mostWithin*parted &&
		float64(single) >= sentenceShare*float64(ended)
}

// joins reports whether line i goes on with the paragraph of the line before, with no blank line between.
func (l *layout) joins(i int) bool {
	a, b := l.lines[i-1], l.lines[i]
	switch width := l.widths[i]; {
	case l.quoted[i]:
		return true
	case l.indented && l.deep(i) && b.indent > a.indent, b.list && (a.list || a.ended || width == 0):
		return false
	case b.lower && (width > 0 || !a.ended || a.abridged):
		return true
	case width > 0 && l.widths[i-1] > 0:
		return l.full(i, width)
	}
	// A question with a line of its own may be an interviewer's.
	return l.sentences && a.single && b.single && !strings.HasSuffix(a.Of(l.s), "?")
}

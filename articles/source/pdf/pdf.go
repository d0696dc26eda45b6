// Package pdf reads the text of PDF documents that have one, in the order in which people read it: column after column,
// with the lines of a paragraph put together, hyphens at their ends joined, and without what runs along the head and
// foot of all pages.
//
// It promises that reading ends, in time and memory in proportion to the document's bytes and what is packed in them,
// up to a limit. It needs no table of contents to be right: objects are found where they stand (PDF 1.7, ISO 32000-1,
// 7.3 to 7.10, 9.4 and 9.10).
package pdf

import (
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
)

// What can be wrong with a document.
var (
	ErrLocked = errors.New("a PDF document that is locked with a password")
	ErrNoText = errors.New("a PDF document without text, only pictures of it")
	ErrCodes  = errors.New("a PDF document that does not tell which letters its signs are")
	ErrNone   = errors.New("no PDF document that is whole")
)

// Blocks are the paragraphs of a document. unpack counts what comes out of its packed streams.
func Blocks(data []byte, unpack func(io.Reader) io.Reader) ([]blocks.Block, error) {
	f := open(data, unpack)
	if f.locked {
		return nil, ErrLocked
	}
	pages := f.pages()
	if len(pages) == 0 {
		return nil, ErrNone
	}
	r := &reader{file: f, fonts: map[any]*font{}}
	var all [][]line
	for _, p := range pages {
		all = append(all, columns(lines(r.page(p)), 0))
	}
	found := paragraphs(withoutRunning(all))
	switch {
	case len(found) > 0:
		return found, nil
	case r.undecoded > 0:
		return nil, ErrCodes
	}
	return nil, ErrNoText
}

// How many lines at the head and foot of a page may run along, and on how many pages the same stand at least: all of
// fewer.
const (
	runningLines = 2
	runningLeast = 3
)

var digits = regexp.MustCompile(`\d+`)

// pageNumber is a line that says nothing but which page it is.
var pageNumber = regexp.MustCompile(`(?i)^[-–—\s]*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?[-–—\s]*$`)

// withoutRunning takes out what stands at the head or foot of many pages, and the numbers of pages.
func withoutRunning(all [][]line) [][]line {
	counts := map[string]int{}
	for _, page := range all {
		for key := range edges(page) {
			counts[key]++
		}
	}
	most := max(2, min(runningLeast, len(all)))
	for i, page := range all {
		atEdge := edges(page)
		var kept []line
		for _, l := range page {
			key := keyOf(l)
			if at := atEdge[key]; at && (counts[key] >= most || pageNumber.MatchString(l.text)) {
				continue
			}
			kept = append(kept, l)
		}
		all[i] = kept
	}
	return all
}

// keyOf is a line without its numbers.
func keyOf(l line) string { return digits.ReplaceAllString(strings.ToLower(l.text), "#") }

// edges are the lines at the head and foot of a page.
func edges(page []line) map[string]bool {
	h := spread(page)
	all := map[string]bool{}
	for _, l := range page {
		if l.y > h.top-runningLines*l.size || l.y < h.bottom+runningLines*l.size {
			all[keyOf(l)] = true
		}
	}
	return all
}

// What parts paragraphs: the height from line to line, in sizes of the letters and against that of most lines; how far
// in a first line stands; how much larger a heading's letters are; and how long it may be, in bytes.
const (
	gapShare       = 1.25
	indent         = 0.8
	larger         = 1.12
	longestHeading = 200
)

// paragraphs puts the lines of all pages together.
func paragraphs(all [][]line) []blocks.Block {
	size, leading := usual(all)
	var p paragraph
	for _, page := range all {
		for i, l := range page {
			var before *line
			if i > 0 {
				before = &page[i-1]
			}
			if p.breaks(l, before, size, leading) {
				p.flush(size)
			}
			p.add(l)
		}
	}
	p.flush(size)
	return p.found
}

// usual are the size of most letters, and the height from line to line of most lines.
func usual(all [][]line) (size, leading float64) {
	sizes, gaps := map[float64]int{}, map[float64]int{}
	for _, page := range all {
		for i, l := range page {
			sizes[math.Round(l.size*2)/2] += len(l.text)
			if i > 0 {
				if gap := page[i-1].y - l.y; gap > 0 && gap < 4*l.size {
					gaps[math.Round(gap*2)/2]++
				}
			}
		}
	}
	return most(sizes), most(gaps)
}

// most is the number that is counted most, the smallest of several.
func most(counts map[float64]int) (best float64) {
	for n, c := range counts {
		if c > counts[best] || c == counts[best] && n < best {
			best = n
		}
	}
	return best
}

// paragraph is the one at work, and those before it.
type paragraph struct {
	lines []line
	found []blocks.Block
}

// breaks reports whether a line begins a paragraph. before is the line above it on its page, nil for the first: there,
// and at the top of a column, a sentence goes on.
func (p *paragraph) breaks(l line, before *line, size, leading float64) bool {
	if len(p.lines) == 0 {
		return false
	}
	last := p.lines[len(p.lines)-1]
	if math.Abs(last.size-l.size) > (larger-1)*size || last.bold != l.bold && p.allBold() != l.bold {
		return true
	}
	if before == nil || l.y >= before.y { // another page or column
		return ended(last.text) || startsAnew(l.text)
	}
	gap := before.y - l.y
	if gap > gapShare*max(leading, l.size) {
		return true
	}
	left := p.lines[len(p.lines)-1].x
	return l.x-left > indent*l.size && ended(last.text) && len(p.lines) > 0
}

func (p *paragraph) allBold() bool {
	for _, l := range p.lines {
		if !l.bold {
			return false
		}
	}
	return true
}

// ended reports whether a line ends a sentence.
func ended(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)`))
	return strings.ContainsRune(".!?…:", last)
}

// startsAnew reports whether a line begins with the sign of a list.
func startsAnew(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•–—", r)
}

func (p *paragraph) add(l line) { p.lines = append(p.lines, l) }

// flush ends the paragraph.
func (p *paragraph) flush(size float64) {
	if len(p.lines) == 0 {
		return
	}
	words := join(p.lines)
	b := blocks.Block{Words: words}
	short := len(words) <= longestHeading
	switch {
	case short && p.lines[0].size > larger*size:
		b.Role = articles.Heading
	case short && p.allBold() && !ended(words):
		b.Role = articles.Heading
	case strings.HasPrefix(words, "•"):
		b.Role, b.Words = articles.Item, strings.TrimSpace(strings.TrimPrefix(words, "•"))
	}
	if strings.ContainsFunc(b.Words, unicode.IsLetter) {
		p.found = append(p.found, b)
	}
	p.lines = nil
}

// join puts lines together. A hyphen at the end of one goes where the next begins small.
func join(all []line) string {
	var b strings.Builder
	for i, l := range all {
		s := strings.ReplaceAll(l.text, "\u00ad", "-")
		if i+1 == len(all) {
			b.WriteString(s)
			break
		}
		next, _ := utf8.DecodeRuneInString(all[i+1].text)
		word, hyphen := strings.CutSuffix(s, "-")
		before, _ := utf8.DecodeLastRuneInString(word)
		switch {
		case hyphen && unicode.IsLetter(before) && unicode.IsLower(next):
			b.WriteString(word)
		case hyphen && unicode.IsLetter(before):
			b.WriteString(s)
		default:
			b.WriteString(s + " ")
		}
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(b.String(), "\uFFFD")), " ")
}

// Package captions finds in a text without markup what is not its running text: photographers' credits with the
// captions before them, and notes on who wrote an article and how: "(Reporting by Ann Bell; Editing by Tom Dorn)",
// "Ann Bell is the author of …", the headers of the wires.
//
// It promises that what it returns are whole lines of the text, or their ends, in reading order and without
// overlap; that nothing longer than a caption is taken for one; and that time grows in proportion to the text.
package captions

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/text"
)

// Kind tells what a stretch is.
type Kind uint8

// The kinds of stretch.
const (
	// Caption is what is told of a picture.
	Caption Kind = iota
	// Credit tells whose a picture is.
	Credit
	// Note tells of the article: its address, its authors, who else worked on it.
	Note
)

// Stretch is a stretch of the text that is not its running text.
type Stretch struct {
	text.Span
	Kind Kind
}

// What is known of the words.
const list = "captions"

var (
	agencies = lexicon.Words(list, "agencies")
	credited = lexicon.Words(list, "credited")
	labels   = lexicon.Words(list, "labels")
	links    = lexicon.List(list, "label links")
	openings = lexicon.Words(list, "openings")
	signs    = lexicon.Words(list, "signs")
	small    = lexicon.Words(list, "small")
	notes    = lexicon.List(list, "notes")
	noteEnds = lexicon.List(list, "note ends")
	authors  = lexicon.Words(list, "authors")
)

// How long what is found may be, in words, set on the captions and credits of world-train, of which one in a hundred is
// longer.
const (
	longestCaption = 80
	longestCredit  = 12
	longestNote    = 60
)

// farCaption is how many paragraphs before a credit that stands alone may be its caption's: "Picture taken August 13."
// is one of its own in the wires.
const farCaption = 3

// farAuthors is how many of an article's last paragraphs may tell who its authors are.
const farAuthors = 3

// Find finds the captions, credits and notes of a text.
func Find(s string) (out []Stretch) {
	f := finder{s: s}
	for _, p := range text.Paragraphs(s) {
		f.paragraphs = append(f.paragraphs, atLineEnds(s, p)...)
	}
	f.kinds = make([]*Kind, len(f.paragraphs))
	for i := range f.paragraphs {
		out = f.paragraph(out, i)
	}
	for i, p := range f.paragraphs {
		if k := f.kinds[i]; k != nil {
			out = append(out, Stretch{p, *k})
		}
	}
	return ordered(out)
}

// atLineEnds cuts a paragraph where a line ends together with a sentence: where lines are wrapped, a caption may not be
// told from the paragraph before it otherwise.
func atLineEnds(s string, p text.Span) (out []text.Span) {
	for _, line := range strings.SplitAfter(p.Of(s), "\n") {
		end := p.Start + len(line)
		words := cut(s, text.Span{Start: p.Start, End: end})
		switch n := len(out); {
		case len(words) == 0:
		case n > 0 && !endsSentence(s[out[n-1].Start:out[n-1].End]):
			out[n-1].End = words[len(words)-1].End
		default:
			out = append(out, text.Span{Start: words[0].Start, End: words[len(words)-1].End})
		}
		p.Start = end
	}
	return out
}

type finder struct {
	s          string
	paragraphs []text.Span // cut further at the ends of lines where a sentence ends, too
	kinds      []*Kind     // of those paragraphs that are none of the running text
}

// paragraph tells what a paragraph is, and adds what stands at its end.
func (f *finder) paragraph(out []Stretch, i int) []Stretch {
	p := f.paragraphs[i]
	words := cut(f.s, p)
	switch {
	case f.isNote(i, words):
		f.mark(i, Note)
		return out
	case len(words) <= longestCaption && opensCaption(words):
		f.mark(i, Caption)
	}
	if at := bracketedNote(words); at > 0 {
		return append(out, Stretch{text.Span{Start: words[at].Start, End: p.End}, Note})
	}
	at := creditAt(words)
	switch {
	case at < 0:
	case at == 0:
		f.mark(i, Credit)
		f.captionBefore(i)
	case at <= longestCaption:
		f.mark(i, Caption)
	default:
		return append(out, Stretch{text.Span{Start: words[at].Start, End: p.End}, Credit})
	}
	return out
}

func (f *finder) mark(i int, k Kind) { f.kinds[i] = &k }

// captionBefore finds the caption of a credit that is a paragraph of its own: what stands right before it, without a
// blank line between, or one paragraph that reads like a caption.
func (f *finder) captionBefore(i int) {
	first, words := i, 0
	for k := i - 1; k >= 0 && i-k <= farCaption && f.kinds[k] == nil && !f.blankBefore(k+1); k-- {
		first = k
	}
	if first > 0 && first < i && f.blankBefore(first) {
		for k := first; k < i; k++ {
			words += len(cut(f.s, f.paragraphs[k]))
		}
		if words <= longestCaption {
			for k := first; k < i; k++ {
				f.mark(k, Caption)
			}
			return
		}
	}
	if i > 0 && f.kinds[i-1] == nil && readsLikeCaption(cut(f.s, f.paragraphs[i-1])) {
		f.mark(i-1, Caption)
	}
}

// blankBefore reports whether a blank line stands before a paragraph.
func (f *finder) blankBefore(i int) bool {
	if i == 0 {
		return true
	}
	return strings.Count(f.s[f.paragraphs[i-1].End:f.paragraphs[i].Start], "\n") > 1
}

// Spans are where the captions, credits and notes of a text stand.
func Spans(s string) (out []text.Span) {
	for _, x := range Find(s) {
		out = append(out, x.Span)
	}
	return out
}

// ordered puts stretches in reading order.
func ordered(all []Stretch) []Stretch {
	slices.SortStableFunc(all, func(a, b Stretch) int { return a.Start - b.Start })
	return all
}

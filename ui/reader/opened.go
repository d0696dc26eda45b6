package reader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/told"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/page"
)

// opened is an article in the reader, with what was found in it so far.
type opened struct {
	item    int
	article articles.Article
	err     error // why it could not be opened
	// doc is nil until the analysis is done: what is shown, with all that was corrected.
	doc *analysis.Document
	// machine is what was found, and desk the review of it, nil where there is none.
	machine   *analysis.Document
	desk      *desk
	reviewing bool
	run       *run   // the analysis at work, nil when none is
	stopped   error  // why the analysis came to no end; nil if it was not stopped
	last      *place // where its reader left it, nil for one that was never left

	head     []seg // the lines above the text
	page     *page.Page
	marks    *page.Marks
	gutter   []edge // one a line of the page
	narrowed int    // the speaker whose quotes alone are marked, or none

	words       []int   // quoted words, by speaker
	allWords    int     // quoted words of all quotes
	quotesOf    [][]int // quotes, by speaker
	positionsOf [][]int // positions, by quote
	topics      []analysis.Topic
	topicOf     []int     // topics, by position
	states      int       // positions that take no side
	mentions    []mention // of all speakers, in reading order
	longest     int       // the most words of one speaker

	// judged and judgedPositions tell what was decided on the quotes and the positions; nil while there is no review.
	judged, judgedPositions []judgement
	aliases                 []overlay.Alias // speakers who are another by the reviewer's word
}

// judgement is what a reviewer decided on a quote or a position, as the panes show it.
type judgement struct {
	sign, words string // words are those by which it is found
	decided     bool
}

// edge tells which quotes stand on a line: the first two in reading order, none where there are fewer.
type edge [2]int32

// take keeps what was found, and shows it with what reviewers have corrected.
func (o *opened) take(doc *analysis.Document, log Log) {
	o.machine = doc
	if log == nil {
		o.show(doc)
		return
	}
	o.desk = &desk{log: log, at: none}
	o.lay()
}

// show counts what the panes show of a document.
func (o *opened) show(doc *analysis.Document) {
	o.doc, o.allWords, o.longest, o.mentions = doc, 0, 0, nil
	o.words = make([]int, len(doc.Speakers))
	o.quotesOf = make([][]int, len(doc.Speakers))
	o.positionsOf = make([][]int, len(doc.Quotes))
	for i, q := range doc.Quotes {
		n := analysis.Words(o.article.Text, q.Content)
		o.allWords += n
		for _, s := range q.Speakers {
			o.words[s] += n
			o.quotesOf[s] = append(o.quotesOf[s], i)
			o.longest = max(o.longest, o.words[s])
		}
	}
	for i, p := range doc.Positions {
		for _, q := range p.Quotes {
			o.positionsOf[q] = append(o.positionsOf[q], i)
		}
	}
	o.takeTopics()
	o.takeMentions()
}

func (o *opened) takeTopics() {
	o.topics, o.topicOf, o.states = o.doc.Topics(), make([]int, len(o.doc.Positions)), 0
	for t, topic := range o.topics {
		for _, v := range topic.Views {
			o.states += len(v.States)
			for _, p := range v.Positions() {
				o.topicOf[p] = t
			}
		}
	}
}

func (o *opened) takeMentions() {
	for s, sp := range o.doc.Speakers {
		for _, m := range sp.Mentions {
			o.mentions = append(o.mentions, mention{m, s})
		}
	}
	slices.SortFunc(o.mentions, func(a, b mention) int { return a.Start - b.Start })
}

// share is a speaker's part of all quoted words, in percent.
func (o *opened) share(speaker int) int {
	if o.allWords == 0 {
		return 0
	}
	return (100*o.words[speaker] + o.allWords/2) / o.allWords
}

// says reports whether a quote is a speaker's; every quote is the speaker none's.
func (o *opened) says(quote, speaker int) bool {
	if speaker == none {
		return true
	}
	for _, s := range o.doc.Quotes[quote].Speakers {
		if s == speaker {
			return true
		}
	}
	return false
}

// first is the speaker in whose colour a quote is drawn: its first, or the one everything is narrowed down to; none
// where the speaker is unknown.
func (o *opened) first(quote int) int {
	switch {
	case quote == none || len(o.doc.Quotes[quote].Speakers) == 0:
		return none
	case o.narrowed != none && o.says(quote, o.narrowed):
		return o.narrowed
	}
	return o.doc.Quotes[quote].Speakers[0]
}

// letter is the sign of a speaker at a quote's edge and in the lists: the same one that exported articles have.
func letter(speaker int) string { return told.Letter(speaker) }

// short is a speaker's name where there is little room: the surname if the article uses it alone, else the shortest name
// that it uses.
func (o *opened) short(speaker int) string {
	if speaker == none {
		return "unknown"
	}
	s := o.doc.Speakers[speaker]
	if last := s.Name[strings.LastIndexByte(s.Name, ' ')+1:]; s.Type == analysis.Person && slices.Contains(s.Names, last) {
		return last
	}
	out := s.Name
	for _, n := range s.Names {
		if c := utf8.RuneCountInString(n); c > 1 && c < utf8.RuneCountInString(out) {
			out = n
		}
	}
	return out
}

// speakers names all speakers of a quote: "Putin, Xi".
func (o *opened) speakers(quote int) string {
	ids := o.doc.Quotes[quote].Speakers
	if len(ids) == 0 {
		return o.short(none)
	}
	names := make([]string, len(ids))
	for i, s := range ids {
		names[i] = o.short(s)
	}
	return strings.Join(names, ", ")
}

// firstByte is the first byte of a quote's content.
func firstByte(spans []analysis.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}

// whole is the stretch from the first to the last of the spans.
func whole(spans []analysis.Span) analysis.Span {
	if len(spans) == 0 {
		return analysis.Span{}
	}
	return analysis.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

// paragraphAt is the index of the paragraph that holds the byte, or the last before it.
func (o *opened) paragraphAt(offset int) int {
	found := 0
	for i, p := range o.article.Paragraphs {
		if p.Start > offset {
			break
		}
		found = i
	}
	return found
}

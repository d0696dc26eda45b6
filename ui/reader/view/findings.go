package view

import (
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review/overlay"
)

// None stands for no quote, no speaker, no position.
const None = analysis.None

// Findings are what was found in an article, counted and joined as panes show it. They are made by [Findings.Show].
type Findings struct {
	Article articles.Article
	// File is the name by which the article was opened.
	File string
	// Title is the article's title, or its file, on one line.
	Title string
	// Doc is nil until the analysis is done: what is shown, with all that was corrected.
	Doc *analysis.Document
	// Narrowed is the speaker whose quotes alone are marked in the article, or None.
	Narrowed int
	// Doubts is set while positions are shown that a reader would too often not bear out; whoever changes it calls
	// [Findings.ShowDoubts]. A review asks for none of them.
	Doubts bool
	// Least is how sure at least that must be which is shown and counted; nothing is hidden while there is a review,
	// which goes through all. Whoever changes it calls [Findings.Recount].
	Least analysis.Level

	whole *analysis.Document // as it was given, whatever of it is shown

	Voices      analysis.Voices
	Longest     int     // the most words of one speaker
	QuotesOf    [][]int // quotes, by speaker: what was denied and refused too
	PositionsOf [][]int // positions, by quote
	Topics      []analysis.Topic
	TopicOf     []int     // topics, by position
	States      int       // positions that take no side, of those that are sure enough
	Mentions    []Mention // of all speakers, in reading order

	// Judged and JudgedPositions tell what was decided on the quotes and the positions; nil while there is no review.
	Judged, JudgedPositions []Judgement
	// Settled and SettledPositions are those also while there is none; nil where nobody has decided on anything.
	Settled, SettledPositions []Judgement
	picked
	// Aliases are speakers who are another by the reviewer's word.
	Aliases []overlay.Alias
}

// Judgement is what a reviewer decided on a quote or a position, as panes show it.
type Judgement struct {
	Sign, Words string // Words are those by which it is found
	// Views tell how two reviewers have it between whom it is decided; else empty.
	Views   string
	Decided bool
	// Hidden is set where the machine's answer is hidden until the reviewer has given theirs.
	Hidden bool
}

// Mention is a stretch of the article that refers to a speaker.
type Mention struct {
	analysis.Span
	Speaker int
}

// Of are the findings of an article of which nothing is known yet, opened by the name of a file.
func Of(a articles.Article, file string) *Findings {
	return &Findings{Article: a, File: file, Title: titleOf(a, file), Narrowed: None}
}

// Show counts what panes show of a document.
func (f *Findings) Show(doc *analysis.Document) {
	f.whole, f.Doc, f.Mentions = doc, f.withDoubts(doc), nil
	f.Unpick()
	f.Recount()
	f.takeMentions()
}

// ShowDoubts shows the positions that are doubtful too, behind the others, or hides them.
func (f *Findings) ShowDoubts(on bool) {
	if f.Doubts = on; f.whole != nil {
		f.Show(f.whole)
	}
}

// Doubted are how many positions are doubtful, shown or not.
func (f *Findings) Doubted() int {
	if f.whole == nil {
		return 0
	}
	return len(f.whole.Doubtful)
}

// withDoubts is a document with its doubtful positions among the others, where these are to be shown.
func (f *Findings) withDoubts(doc *analysis.Document) *analysis.Document {
	if !f.Doubts || f.Judged != nil || len(doc.Doubtful) == 0 {
		return doc
	}
	d := *doc
	d.Positions, d.Doubtful = slices.Concat(doc.Positions, doc.Doubtful), nil
	return &d
}

// Recount counts anew what panes show, as far as it is sure enough.
func (f *Findings) Recount() {
	doc := f.Doc
	f.Voices, f.Longest = doc.VoicesIn(f.Article.Text, f.SureEnough), 0
	f.QuotesOf = make([][]int, len(doc.Speakers))
	f.PositionsOf = make([][]int, len(doc.Quotes))
	for i, q := range doc.Quotes {
		for _, s := range q.Speakers {
			if f.SureEnough(i) {
				f.QuotesOf[s] = append(f.QuotesOf[s], i)
			}
		}
	}
	for _, v := range f.Voices.By {
		f.Longest = max(f.Longest, v.Words)
	}
	for i, p := range doc.Positions {
		for _, q := range p.Quotes {
			f.PositionsOf[q] = append(f.PositionsOf[q], i)
		}
	}
	f.takeTopics()
}

// takeTopics joins the positions to topics. One that is not sure enough keeps its topic and is on no side of it.
func (f *Findings) takeTopics() {
	f.Topics, f.TopicOf, f.States = f.Doc.Topics(), make([]int, len(f.Doc.Positions)), 0
	for t, topic := range f.Topics {
		for i := range topic.Views {
			v := &topic.Views[i]
			for _, p := range v.Positions() {
				f.TopicOf[p] = t
			}
			for _, side := range []*[]int{&v.Supports, &v.Opposes, &v.States} {
				*side = slices.DeleteFunc(*side, func(p int) bool { return !f.PositionSureEnough(p) })
			}
			f.States += len(v.States)
		}
	}
}

func (f *Findings) takeMentions() {
	for s, sp := range f.Doc.Speakers {
		for _, m := range sp.Mentions {
			f.Mentions = append(f.Mentions, Mention{m, s})
		}
	}
	slices.SortFunc(f.Mentions, func(a, b Mention) int { return a.Start - b.Start })
}

// Share is a speaker's part of all words that were said, in percent.
func (f *Findings) Share(speaker int) int { return f.Voices.Share(speaker) }

// ParagraphAt is the index of the paragraph that holds the byte, or the last before it.
func (f *Findings) ParagraphAt(offset int) int {
	found := 0
	for i, p := range f.Article.Paragraphs {
		if p.Start > offset {
			break
		}
		found = i
	}
	return found
}

// Start is the first byte of a quote's content.
func Start(spans []analysis.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}

// Whole is the stretch from the first to the last of the spans.
func Whole(spans []analysis.Span) analysis.Span {
	if len(spans) == 0 {
		return analysis.Span{}
	}
	return analysis.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

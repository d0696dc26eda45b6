package lines

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// makeCurrent makes a quote the one that is spoken of.
func (s *session) makeCurrent(quote int) {
	view.View{Findings: s.current().Findings, At: &s.at}.MakeCurrent(quote)
	s.paragraph = s.current().ParagraphAt(view.Start(s.current().Doc.Quotes[quote].Content))
}

func (s *session) nextQuote()     { s.step(1) }
func (s *session) previousQuote() { s.step(-1) }

// step goes from quote to quote, in a review without deciding.
func (s *session) step(by int) {
	if s.review.On() {
		s.asks(s.review.Step(by))
		return
	}
	to := s.at.Quote + by
	if s.at.Quote == view.None && by < 0 {
		to = -1
	}
	s.show(to)
}

// asks has what is in question now be told, if there is anything.
func (s *session) asks(ok bool) {
	if !ok {
		s.say("There is no such quote.")
		return
	}
	s.at.FocusOn(layout.Article)
	s.askAgain()
}

// show tells of a quote.
func (s *session) show(quote int) {
	o := s.current()
	if quote < 0 || quote >= len(o.Doc.Quotes) {
		s.say(fmt.Sprintf("There is no further quote; there are %d.", len(o.Doc.Quotes)))
		return
	}
	s.makeCurrent(quote)
	s.say(fmt.Sprintf("Quote %d of %d, paragraph %d.", quote+1, len(o.Doc.Quotes), s.paragraph+1))
	s.say(s.attribution(quote) + ":")
	words := o.Doc.Quotes[quote].Content
	s.out.line(o.OneLine(words))
	if sentence := s.sentence(words); sentence != "" {
		s.out.line("Sentence: " + sentence)
	}
}

// attribution is whose a quote is, of which kind, and how surely.
func (s *session) attribution(quote int) string {
	o := s.current()
	q := o.Doc.Quotes[quote]
	who := told.Nobody
	if _, name := o.Perhaps(quote); len(q.Speakers) == 0 && name != "" {
		who += ", perhaps " + name
	}
	if len(q.Speakers) > 0 {
		who = told.Names(o.Doc, q.Speakers)
	}
	out := who + ", " + told.How(q)
	if o.Settled != nil && o.Settled[quote].Decided {
		return out + ", reviewed"
	}
	return out + ", " + analysis.Sure(q.Certainty())
}

// goTo tells of the quote of a number.
func (s *session) goTo(number string) {
	n, err := strconv.Atoi(strings.TrimPrefix(number, "#"))
	if err != nil {
		s.say("# takes the number of a quote.")
		return
	}
	if s.review.On() {
		s.asks(s.review.AskByNumber(n))
		return
	}
	s.show(n - 1)
}

// tellWhy tells why the current quote is one, and whose.
func (s *session) tellWhy() {
	o, i := s.current(), s.at.Quote
	switch {
	case i == view.None:
		s.say("No quote is current: n goes to the first.")
		return
	case o.Judged != nil && o.Judged[i].Hidden:
		s.say(o.Doc.Quotes[i].Why.Unknown)
		return
	}
	q := o.Doc.Quotes[i]
	for _, line := range []string{told.Attribution(o.Article.Text, q), told.Reasons(q.Why),
		told.Weighed(o.Article.Text, o.Doc, q.Why), told.Capital(told.Sure(q))} {
		if line != "" {
			s.say(line)
		}
	}
}

// tellSpeaker tells who a speaker is and all that they said: that of the current quote, or the one who is named.
func (s *session) tellSpeaker(name string) {
	o, i := s.current(), s.at.Speaker
	if name != "" {
		if i = s.speakerOf(name); i == view.None {
			s.say("“" + name + "” is no speaker here: L lists them.")
			return
		}
	}
	if i == view.None {
		s.say("The speaker is unknown: s and a name tells of one, L lists them.")
		return
	}
	sp, tally := o.Doc.Speakers[i], told.NewTally(o.Article.Text, o.Doc)
	s.say(view.Letter(i) + " " + sp.Name + ", " + told.Who(o.Article.Text, sp))
	if others := told.NewNames(sp); others != "" {
		s.say("Also called " + others)
	}
	s.say(tally.Amount(i))
	for _, q := range o.QuotesOf[i] {
		s.listQuote(q)
	}
	for _, p := range o.PositionsBy(i) {
		s.listPosition(p)
	}
}

// speakerOf is the speaker of a digit, a letter, or words of a name.
func (s *session) speakerOf(name string) int {
	doc := s.current().Doc
	if n, err := strconv.Atoi(name); err == nil && n > 0 && n <= len(doc.Speakers) {
		return n - 1
	}
	if i := told.Lettered(name); i >= 0 && i < len(doc.Speakers) {
		return i
	}
	return slices.IndexFunc(doc.Speakers, func(sp analysis.Speaker) bool {
		return find.Matches(name, sp.Name+" "+strings.Join(sp.Names, " "))
	})
}

func (s *session) listQuotes(words string) {
	o, n := s.current(), 0
	for i := range o.Doc.Quotes {
		if words == "" || o.QuoteHolds(i, words) {
			s.listQuote(i)
			n++
		}
	}
	s.say(told.Count(n, "quote") + ".")
}

func (s *session) listQuote(i int) {
	o := s.current()
	s.say(fmt.Sprintf("%d %s: %s", i+1, s.attribution(i), o.Quoted(i)))
}

func (s *session) listSpeakers() {
	o := s.current()
	tally := told.NewTally(o.Article.Text, o.Doc)
	for i, sp := range o.Doc.Speakers {
		s.say(view.Letter(i) + " " + sp.Name + ": " + tally.Amount(i))
	}
	s.say(told.Count(len(o.Doc.Speakers), "speaker") + ".")
}

func (s *session) listPositions() {
	o := s.current()
	for i := range o.Doc.Positions {
		s.listPosition(i)
	}
	s.say(told.Count(len(o.Doc.Positions), "position") + ".")
}

func (s *session) listPosition(i int) {
	o := s.current()
	p := o.Doc.Positions[i]
	s.say(o.Name(p.Speaker) + " " + view.SideWords[p.Stance] + " " + o.Target(i) + ": " + o.OneLine(p.Statement))
}

// search tells where words stand.
func (s *session) search(words string) {
	o := s.current()
	hits := find.All(o.Article.Text, words)
	for _, h := range hits {
		p := o.ParagraphAt(h.Start)
		s.out.line(fmt.Sprintf("Paragraph %d: %s", p+1, o.OneLine([]analysis.Span{around(o, h)})))
	}
	s.say(told.Count(len(hits), "place") + ".")
}

// around is the sentence that holds a place of the text.
func around(o *opened, at analysis.Span) analysis.Span {
	for _, sp := range o.Doc.Sentences {
		if sp.Overlaps(at) {
			return sp
		}
	}
	return at
}

// tellText tells the paragraph of the current quote, or of a number.
func (s *session) tellText(number string) {
	to := max(s.paragraph, 0)
	if n, err := strconv.Atoi(number); err == nil {
		to = n - 1
	}
	s.tellParagraph(to)
}

// readOn tells the next paragraph.
func (s *session) readOn() {
	if s.current() != nil {
		s.tellParagraph(s.paragraph + 1)
	}
}

func (s *session) tellParagraph(i int) {
	o := s.current()
	if i < 0 || i >= len(o.Article.Paragraphs) {
		s.say("That is the end of the article: t 1 goes to its first paragraph.")
		return
	}
	s.paragraph = i
	s.out.line(o.bracketed(o.Article.Paragraphs[i].Span))
}

// bracketed is a stretch of the article with each quote in brackets, behind the letter and the name of its speaker.
func (o *opened) bracketed(within analysis.Span) string {
	type edge struct {
		at, order int
		sign      string
	}
	var edges []edge
	for i, q := range o.Doc.Quotes {
		who := "? unknown"
		if len(q.Speakers) > 0 {
			who = view.Letter(q.Speakers[0]) + " " + o.Shorts(q.Speakers)
		}
		if q.Polarity != analysis.Said {
			who += ", " + q.Polarity.String()
		}
		if o.Judged != nil && o.Judged[i].Hidden {
			who = "quote"
		}
		for _, sp := range q.Content {
			if sp = (analysis.Span{Start: max(sp.Start, within.Start), End: min(sp.End, within.End)}); sp.Start < sp.End {
				edges = append(edges, edge{sp.Start, 1, "[" + who + ": "}, edge{sp.End, 0, "]"})
			}
		}
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return cmp.Or(a.at-b.at, a.order-b.order) })
	var b strings.Builder
	at := within.Start
	for _, e := range edges {
		b.WriteString(o.Article.Text[at:e.at] + e.sign)
		at = e.at
	}
	return b.String() + o.Article.Text[at:within.End]
}

// articles lists the articles, or opens the one of a number, or of which words were typed.
func (s *session) articles(words string) {
	if n, err := strconv.Atoi(words); err == nil {
		s.turnTo(n - 1)
		return
	}
	s.listArticles(words)
}

func holds(words, line string) bool { return find.Matches(words, line) }

package reader

import (
	"context"
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
	"hearsay/ui/reader/view"
)

// Desk keeps what reviewers decide.
type Desk interface {
	// Look gives the review of an article as it was left; nil if nobody has reviewed it.
	Look(ctx context.Context, a articles.Article) (Log, error)
	// Open begins the review of an article, or goes on with it.
	Open(ctx context.Context, a articles.Article, found *analysis.Document) (Log, error)
	// Place is the byte at which the reading of an article stopped; 0 where it has not begun, or is not kept.
	Place(ctx context.Context, a articles.Article) (int, error)
	// Leave keeps the byte at which the reading of an article stops, if the article is kept at all.
	Leave(a articles.Article, at int) error
}

// Log holds what one reviewer decided on one article.
type Log interface {
	// Writer writes the reviewer's entries, and tells their name.
	Writer() *review.Writer
	// State is what the reviewer decided so far.
	State() *review.State
	// Keep adds an entry. When it returns, the entry is on disk, and in the state; or it is nowhere.
	Keep(review.Entry) error
	// Others are what other reviewers decided on the article.
	Others() ([]review.Colleague, error)
}

// desk is the review of one article.
type desk struct {
	log   Log
	sheet *overlay.Sheet
	// at is the quote that is asked about: an index into the sheet's quotes, or none.
	at int
	// queue is what is to be asked about, in the order of the sitting, and inLine where that stands among the sheet's quotes.
	queue  []queue.Ref
	inLine []int
	// cast are the speakers in the order of their letters, which they keep while the article is reviewed.
	cast []analysis.Speaker
	// matters are set where it is decided between two others.
	matters *matters
	// others are known only where the reviewer has asked for them.
	others []review.Colleague
}

// sitting is how the article is reviewed.
func (d *desk) sitting() review.Sitting {
	s, _ := d.log.State().Sitting()
	if s.Order == "" {
		s.Order = review.Reading
	}
	return s
}

// reviewer is the name of who decides.
func (d *desk) reviewer() string { return d.log.Writer().Reviewer }

// lay lays the decisions over the machine's document anew: what is shown is what was corrected.
func (o *opened) lay() {
	d := o.desk
	d.sheet = overlay.Of(o.Article.Text, o.machine, d.log.State())
	d.addedBy()
	d.findLine()
	if o.reviewing {
		d.sheet.Document = steady(d.sheet.Document, d.stillApart())
		d.keepCast(d.sheet.Document.Speakers)
	}
	doc := d.sheet.Document
	if o.blind() {
		doc = d.hidden()
	}
	o.Show(doc)
	o.judge()
	o.text.Mark(o.Findings)
}

// judge has the panes show what was decided.
func (o *opened) judge() {
	s := o.desk.sheet
	o.Judged, o.JudgedPositions, o.Aliases = nil, nil, s.Aliases
	if !o.reviewing {
		return
	}
	o.Judged, o.JudgedPositions = make([]view.Judgement, len(o.Doc.Quotes)), make([]view.Judgement, len(o.Doc.Positions))
	for i := range o.Judged {
		o.Judged[i] = judgementOf(s.Quote(i))
	}
	for i := range o.JudgedPositions {
		o.JudgedPositions[i] = judgementOf(s.Position(i))
		if o.desk.matters != nil {
			o.JudgedPositions[i].Views = o.desk.matters.views(s.Position(i))
		}
	}
}

func judgementOf(it overlay.Item) view.Judgement {
	return view.Judgement{Sign: verdicts[it.Verdict()].sign, Words: stateWords(it), Decided: decided(it)}
}

// keepCast keeps the order of the speakers, also of those who say nothing for the moment.
func (d *desk) keepCast(all []analysis.Speaker) {
	for _, s := range all {
		if !slices.ContainsFunc(d.cast, func(c analysis.Speaker) bool { return c.Name == s.Name }) {
			d.cast = append(d.cast, s)
		}
	}
}

// stillApart is the cast without those who are somebody else by the reviewer's word.
func (d *desk) stillApart() []analysis.Speaker {
	return slices.DeleteFunc(slices.Clone(d.cast), func(s analysis.Speaker) bool {
		return slices.ContainsFunc(d.sheet.Aliases, func(a overlay.Alias) bool { return a.Who.Name == s.Name && a.Is != s.Name })
	})
}

// blind reports whether the machine's answers are hidden until the reviewer has given theirs.
func (o *opened) blind() bool { return o.reviewing && o.desk != nil && o.desk.sitting().Blind }

// hiddenAnswer is why a quote's speaker is not shown.
const hiddenAnswer = "the machine’s answer is hidden until you have given yours"

// hidden is the document without the speakers of quotes that are not decided yet, and without positions.
func (d *desk) hidden() *analysis.Document {
	doc := *d.sheet.Document
	doc.Quotes = append([]analysis.Quote(nil), doc.Quotes...)
	for i := range doc.Quotes {
		if !decided(d.sheet.Quote(i)) {
			q := &doc.Quotes[i]
			q.Speakers, q.Confidence, q.Why = nil, 0, analysis.Why{Unknown: hiddenAnswer}
		}
	}
	doc.Positions = nil
	return &doc
}

func decided(i overlay.Item) bool { return i.Decision != nil && i.Decision.Decided() }

// lineUp makes the queue of the sitting.
func (o *opened) lineUp() {
	d, all := o.desk, o.cases()
	s := d.sitting()
	if s.Order == review.Disagreements {
		all[0].Other = d.decidedBy(s.Other)
	}
	if d.queue = queue.Of(s, all); d.matters != nil {
		d.queue = d.matters.refs()
	}
	d.findLine()
}

// cases are the article under review, as far as its reviewer is concerned.
func (o *opened) cases() []overlay.Case {
	return []overlay.Case{{Article: o.desk.log.Writer().Article, Outlet: o.Article.Outlet, Text: o.Article.Text, Machine: o.machine, State: o.desk.log.State()}}
}

// decidedBy is what another reviewer decided, nil where that cannot be told. It reads it from where it is kept.
func (d *desk) decidedBy(name string) *review.State {
	others, err := d.log.Others()
	if err != nil {
		return nil
	}
	for _, other := range others {
		if other.Name == name {
			return other.State
		}
	}
	return nil
}

// findLine finds what is in line among the sheet's quotes; none where it stands there no more.
func (d *desk) findLine() {
	at := make(map[string]int, len(d.sheet.Quotes))
	for i, it := range d.sheet.Quotes {
		at[identity(it.Subject)] = i
	}
	d.inLine = d.inLine[:0]
	for _, r := range d.queue {
		i, ok := at[identity(r.Subject)]
		if !ok {
			i = none // it is part of another quote now
		}
		d.inLine = append(d.inLine, i)
	}
}

// identity is what a quote stays the same by: the entry that added it, or where its words stand as the machine found it.
func identity(of review.Subject) string {
	if of.Added != "" || of.Quote == nil {
		return of.Added
	}
	return fmt.Sprint(spans(of.Quote.Content), spans(of.Quote.Cue), spans(of.Quote.Source))
}

// itemOf is the item behind a quote of the document that is shown.
func (d *desk) itemOf(quote int) int {
	if quote == none {
		return none
	}
	want := d.sheet.Quote(quote)
	return itemIn(d.sheet.Quotes, want)
}

// itemIn is where an item stands in a list, wherever it stood before.
func itemIn(items []overlay.Item, want overlay.Item) int {
	for i, it := range items {
		if it.Machine == want.Machine && it.Subject.Added == want.Subject.Added {
			return i
		}
	}
	return none
}

// spans are where words stand.
func spans(words []review.Words) []analysis.Span {
	out := make([]analysis.Span, len(words))
	for i, w := range words {
		out[i] = w.Span()
	}
	return out
}

// content is what is asked about: as it was decided, else as the machine has it.
func content(it overlay.Item) []analysis.Span { return spans(it.Now().Content) }

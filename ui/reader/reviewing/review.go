package reviewing

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
	"hearsay/ui/reader/view"
)

// Review is the review of one article: what was decided on it, and how far it is gone through.
type Review struct {
	article articles.Article
	machine *analysis.Document
	log     Log
	// on is set while the article is reviewed, rather than shown as it was.
	on    bool
	sheet *overlay.Sheet
	// at is the quote that is asked about: an index into the sheet's quotes, or None.
	at int
	// queue is what is to be asked about, in the order of the sitting, and inLine where that stands among the sheet's
	// quotes.
	queue  []queue.Ref
	inLine []int
	// done is how far the reviewer is in the queue, as of the last decision.
	done queue.Progress
	// newcomers are the speakers whom the reviewer has named, in the order of their letters, behind the machine's.
	newcomers []analysis.Speaker
	// before are the quotes that were in question when others were added, by the entries that added those.
	before map[string]overlay.Item
	// matters are set where it is decided between two others.
	matters *matters
	// others are known only where the reviewer has asked for them.
	others []review.Colleague
}

// Of is the review of an article that is kept in a log. The machine's document is never changed.
func Of(a articles.Article, machine *analysis.Document, log Log) *Review {
	return &Review{article: a, machine: machine, log: log, at: view.None, before: map[string]overlay.Item{}}
}

// After has the review go on with the letters that speakers had in another of the same article, which may be nil.
func (r *Review) After(last *Review) *Review {
	if last != nil {
		r.newcomers = slices.Clone(last.newcomers)
	}
	return r
}

// On reports whether the article is being reviewed; nil is no review.
func (r *Review) On() bool { return r != nil && r.on }

// asked is the number of the quote in question among all there are to decide on, or None.
func (r *Review) asked() int {
	if r == nil {
		return view.None
	}
	return r.at
}

// Lay lays the decisions over the machine's document anew: what is shown is what was corrected.
func (r *Review) Lay(f *view.Findings) {
	r.sheet = overlay.Of(r.article.Text, r.machine, r.log.State())
	r.addedBy()
	r.findLine()
	r.sheet.Document = steady(r.sheet.Document, r.cast(r.sheet.Document.Speakers))
	doc := r.sheet.Document
	if r.blind() {
		doc = r.hidden()
	}
	f.Settled, f.SettledPositions = r.judgements(doc)
	f.Judged, f.JudgedPositions, f.Aliases = nil, nil, r.sheet.Aliases
	if r.on {
		f.Judged, f.JudgedPositions = f.Settled, f.SettledPositions
	}
	f.Show(doc)
}

// judgements tell what was decided on the quotes and the positions of the document that is shown.
func (r *Review) judgements(doc *analysis.Document) (quotes, positions []view.Judgement) {
	quotes, positions = make([]view.Judgement, len(doc.Quotes)), make([]view.Judgement, len(doc.Positions))
	for i := range quotes {
		quotes[i] = judgementOf(r.sheet.Quote(i))
		quotes[i].Hidden = r.blind() && !quotes[i].Decided
	}
	for i := range positions {
		positions[i] = judgementOf(r.sheet.Position(i))
		if r.matters != nil {
			positions[i].Views = r.matters.sides(r.sheet.Position(i))
		}
	}
	return quotes, positions
}

func judgementOf(it overlay.Item) view.Judgement {
	return view.Judgement{Sign: verdicts[it.Verdict()].sign, Words: stateWords(it), Decided: decided(it)}
}

// sitting is how the article is reviewed.
func (r *Review) sitting() review.Sitting {
	s, _ := r.log.State().Sitting()
	if s.Order == "" {
		s.Order = review.Reading
	}
	return s
}

// Reviewer is the name of who decides.
func (r *Review) Reviewer() string { return r.log.Writer().Reviewer }

// blind reports whether the machine's answers are hidden until the reviewer has given theirs.
func (r *Review) blind() bool { return r.On() && r.sitting().Blind }

// hiddenAnswer is why a quote's speaker is not shown.
const hiddenAnswer = "the machine’s answer is hidden until you have given yours"

// hidden is the document without the speakers of quotes that are not decided yet, and without positions.
func (r *Review) hidden() *analysis.Document {
	doc := *r.sheet.Document
	doc.Quotes = slices.Clone(doc.Quotes)
	for i := range doc.Quotes {
		if !decided(r.sheet.Quote(i)) {
			q := &doc.Quotes[i]
			q.Speakers, q.Confidence, q.Why = nil, 0, analysis.Why{Unknown: hiddenAnswer}
		}
	}
	doc.Positions = nil
	return &doc
}

func decided(i overlay.Item) bool { return i.Decision != nil && i.Decision.Decided() }

// lineUp makes the queue of the sitting.
func (r *Review) lineUp() {
	all, s := r.cases(), r.sitting()
	if s.Order == review.Disagreements {
		all[0].Other = r.decidedBy(s.Other)
	}
	if r.queue = queue.Of(s, all); r.matters != nil {
		r.queue = r.matters.refs()
	}
	r.findLine()
}

// cases are the article under review, as far as its reviewer is concerned.
func (r *Review) cases() []overlay.Case {
	return []overlay.Case{{Article: r.log.Writer().Article, Outlet: r.article.Outlet, Text: r.article.Text,
		Machine: r.machine,
		State:   r.log.State()}}
}

// progress is how far the reviewer is in the line, and how often the machine was right so far.
func (r *Review) progress() queue.Progress { return r.done }

// decidedBy is what another reviewer decided, nil where that cannot be told. It reads it from where it is kept.
func (r *Review) decidedBy(name string) *review.State {
	others, err := r.log.Others()
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

// findLine finds what is in line among the sheet's quotes; None where it stands there no more. It tells anew how far
// the reviewer is.
func (r *Review) findLine() {
	at := make(map[string]int, len(r.sheet.Quotes))
	for i, it := range r.sheet.Quotes {
		at[identity(it.Subject)] = i
	}
	r.inLine = r.inLine[:0]
	for _, ref := range r.queue {
		i, ok := at[identity(ref.Subject)]
		if !ok {
			i = view.None // it is part of another quote now
		}
		r.inLine = append(r.inLine, i)
	}
	r.done = queue.ProgressOf(r.queue, r.cases())
}

// next is the next quote in line that is not decided; what was skipped comes after what was not.
func (r *Review) next() int {
	at, skipped := slices.Index(r.inLine, r.at), view.None
	for k := range r.inLine {
		i := r.inLine[(at+1+k)%len(r.inLine)]
		switch {
		case i == view.None || decided(r.sheet.Quotes[i]):
		case r.sheet.Quotes[i].Decision == nil || !r.sheet.Quotes[i].Decision.Skipped:
			return i
		case skipped == view.None:
			skipped = i
		}
	}
	return skipped
}

// about is the quote that an entry is about, or None.
func (r *Review) about(e review.Entry) int {
	if e.Of == nil || e.Of.Quote == nil {
		return view.None
	}
	of := identity(*e.Of)
	i := slices.IndexFunc(r.sheet.Quotes, func(it overlay.Item) bool {
		return identity(it.Subject) == of ||
			it.Subject.Added == e.ID
	})
	if i < 0 && e.Act == review.AddQuote { // what was added as another reviewer did is theirs again
		words := identity(review.Subject{Quote: &review.Quote{Content: e.Of.Quote.Content}})
		i = slices.IndexFunc(r.sheet.Quotes, func(it overlay.Item) bool {
			return it.Machine == analysis.None &&
				where(it) == words
		})
	}
	return i
}

// identity is what a quote stays the same by: the entry that added it, or where its words stand as the machine found
// it.
func identity(of review.Subject) string {
	if of.Added != "" || of.Quote == nil {
		return of.Added
	}
	return fmt.Sprint(spans(of.Quote.Content), spans(of.Quote.Cue), spans(of.Quote.Source))
}

// itemOf is the item behind a quote of the document that is shown.
func (r *Review) itemOf(quote int) int {
	if quote == view.None {
		return view.None
	}
	return itemIn(r.sheet.Quotes, r.sheet.Quote(quote))
}

// itemIn is where an item stands in a list, wherever it stood before.
func itemIn(items []overlay.Item, want overlay.Item) int {
	return slices.IndexFunc(items, func(it overlay.Item) bool {
		return it.Machine == want.Machine && it.Subject.Added == want.Subject.Added
	})
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

// positionOf is a position as it was decided, else as the machine has it.
func positionOf(it overlay.Item) *review.Position {
	if it.Decision != nil && it.Decision.Position != nil {
		return it.Decision.Position
	}
	return it.Subject.Position
}

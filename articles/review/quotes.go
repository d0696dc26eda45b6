package review

import (
	"slices"

	"hearsay/analysis"
)

// The reasons that take the machine's place.
const (
	marked = "a reviewer marked it"
	says   = "a reviewer says so"
)

// laid is a quote of the corrected document, and the item it belongs to.
type laid struct {
	quote analysis.Quote
	item  int
}

// quotes lays the decisions on quotes over the machine's.
func (l *layer) quotes(c *claims) {
	var kept []laid
	by := map[string]int{} // the quotes that were decided on, by their words
	l.place = make([]int, len(l.machine.Quotes))
	for m := range l.machine.Quotes {
		q := l.cast.copyQuote(&l.machine.Quotes[m])
		l.place[m] = analysis.None
		item := Item{Subject: QuoteOf(l.text, l.machine, m), Machine: m, Place: analysis.None}
		i := c.on("q"+keyOf(tidy(q.Content), tidy(q.Cue), tidy(q.Source)), hull(q.Content), likeQuote(&q))
		if i == analysis.None {
			l.place[m] = len(kept)
			kept = append(kept, laid{q, len(l.out.Quotes)})
			l.out.Quotes = append(l.out.Quotes, item)
			continue
		}
		d := &c.all[i]
		d.used = true
		item.Subject, item.Decision = d.Of, &d.Decision
		if d.Keeps() {
			n, there := by[d.final]
			if !there {
				n = len(kept)
				by[d.final] = n
				kept = append(kept, laid{l.decided(q, d), len(l.out.Quotes)})
			}
			l.place[m] = n
		}
		l.out.Quotes = append(l.out.Quotes, item)
	}
	kept = l.restore(c, kept)
	l.remark(c)
	l.leftOver(c, "quote")
	l.arrange(kept)
}

// restore adds the quotes that a reviewer decided on and the machine does not find, those that were missed among them.
func (l *layer) restore(c *claims, kept []laid) []laid {
	for i := range c.all {
		d := &c.all[i]
		if d.used || !d.fits || !d.Keeps() || c.follow(i) != i || c.owner[d.final] != i {
			continue
		}
		d.used = true
		q := analysis.Quote{Confidence: d.Quote.Confidence, Why: analysis.Why{Found: marked}}
		for _, part := range []struct {
			to *[]analysis.Span
			of []Words
		}{{&q.Content, d.Of.Quote.Content}, {&q.Cue, d.Of.Quote.Cue}, {&q.Source, d.Of.Quote.Source}} {
			*part.to = spansOf(part.of)
		}
		if d.Of.Added == "" {
			q.Why.Found = "engine " + d.Of.Engine + " found it, and a reviewer kept it"
		} else {
			q.Confidence = 1
		}
		kept = append(kept, laid{l.decided(q, d), len(l.out.Quotes)})
		l.out.Quotes = append(l.out.Quotes, Item{Subject: d.Of, Machine: analysis.None, Place: analysis.None, Decision: &d.Decision})
	}
	return kept
}

// remark joins what was only skipped, flagged or remarked on to its quote.
func (l *layer) remark(c *claims) {
	at := map[string]int{}
	for n, item := range l.out.Quotes {
		if item.Decision == nil {
			at[item.Subject.Quote.key()] = n
		}
	}
	for i := range c.all {
		d := &c.all[i]
		if d.used || d.Decided() || !d.fits {
			continue
		}
		n, ok := at[d.subject]
		if !ok {
			n, ok = l.likest(d)
		}
		if ok && l.out.Quotes[n].Decision == nil {
			l.out.Quotes[n].Subject, l.out.Quotes[n].Decision, d.used = d.Of, &d.Decision, true
		}
	}
}

// likest is the undecided quote of another engine that is like what was decided on.
func (l *layer) likest(d *claim) (int, bool) {
	best, share := 0, 0.0
	for n, item := range l.out.Quotes {
		if d.Of.Engine == l.machine.Engine || item.Machine == analysis.None || item.Decision != nil {
			continue
		}
		q := &l.machine.Quotes[item.Machine]
		if !hull(q.Content).Overlaps(d.hull) {
			continue
		}
		if s := likeQuote(q)(d); s > share {
			best, share = n, s
		}
	}
	return best, share >= alike
}

// decided makes a quote what a reviewer says it is. What the machine says of it besides stays.
func (l *layer) decided(q analysis.Quote, d *claim) analysis.Quote {
	content, cue, source := spansOf(d.Quote.Content), spansOf(d.Quote.Cue), spansOf(d.Quote.Source)
	if !slices.Equal(q.Content, content) || !slices.Equal(q.Source, source) {
		q.Confidence = 1 // the machine's was for other words
	}
	q.Content, q.Cue, q.Source = content, orNone(q.Cue, cue), orNone(q.Source, source)
	if k, ok := kindNamed(d.Quote.Kind); ok {
		q.Kind = k
	}
	l.cast.give(&q, d.Quote.Speakers)
	return q
}

// orNone keeps the machine's way to have no span where there is none.
func orNone(old, now []analysis.Span) []analysis.Span {
	if len(old) == 0 && len(now) == 0 {
		return old
	}
	return now
}

// arrange puts the quotes into reading order.
func (l *layer) arrange(kept []laid) {
	order := make([]int, len(kept))
	for i := range order {
		order[i] = i
	}
	if l.changed {
		slices.SortStableFunc(order, func(a, b int) int { return readingOrder(kept[a].quote.Content, kept[b].quote.Content) })
	}
	now := make([]int, len(kept))
	for place, k := range order {
		now[k] = place
		l.out.Document.Quotes = append(l.out.Document.Quotes, kept[k].quote)
		l.out.quoteAt = append(l.out.quoteAt, kept[k].item)
		l.out.Quotes[kept[k].item].Place = place
	}
	for m, k := range l.place {
		if k != analysis.None {
			l.place[m] = now[k]
		}
	}
	for n := range l.out.Quotes {
		if m := l.out.Quotes[n].Machine; m != analysis.None {
			l.out.Quotes[n].Place = l.place[m]
		}
	}
	l.sortItems()
}

// sortItems puts the items of quotes into the order in which their words stand, those that are gone among them.
func (l *layer) sortItems() {
	items := l.out.Quotes
	order, now := make([]int, len(items)), make([]int, len(items))
	contents := make([][]analysis.Span, len(items))
	for i := range order {
		order[i], contents[i] = i, spansOf(items[i].Subject.Quote.Content)
	}
	slices.SortStableFunc(order, func(a, b int) int { return readingOrder(contents[a], contents[b]) })
	l.out.Quotes = make([]Item, len(items))
	for place, i := range order {
		l.out.Quotes[place], now[i] = items[i], place
	}
	for i, item := range l.out.quoteAt {
		l.out.quoteAt[i] = now[item]
	}
}

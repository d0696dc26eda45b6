package overlay

import (
	"slices"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/review"
)

// The reasons that take the machine's place.
const (
	marked = "a reviewer marked it"
	says   = "a reviewer says so"
	areOne = "a reviewer says that they are one"
)

// laidQuote is a quote of the corrected document, and the decision that it comes of, or else its item.
type laidQuote struct {
	quote analysis.Quote
	claim *claim
	item  int
}

// quotes lays the decisions on quotes over the machine's.
func (l *layer) quotes(c *claims) {
	var kept []laidQuote
	l.place = make([]int, len(l.machine.Quotes))
	for m := range l.machine.Quotes {
		q := l.speakers.copyQuote(&l.machine.Quotes[m])
		l.place[m] = analysis.None
		item := Item{Subject: review.QuoteOf(l.text, l.machine, m), Machine: m, Place: analysis.None}
		key := "q" + review.KeyOf(text.Joined(q.Content), text.Joined(q.Cue), text.Joined(q.Source))
		if i := c.on(key, review.Hull(q.Content), likeQuote(&q)); i == analysis.None {
			item.now = l.asOne(item.Subject.Quote, l.machine.Quotes[m].Speakers, q.Speakers)
			l.place[m] = len(kept)
			kept = append(kept, laidQuote{quote: q, item: len(l.out.Quotes)})
		} else {
			d := &c.all[i]
			if d.Keeps() && !d.laid {
				d.laid, d.place = true, len(kept)
				kept = append(kept, laidQuote{quote: l.decided(q, d), claim: d})
			}
			if d.Keeps() {
				l.place[m] = d.place
			}
			item.show(c, i, key)
		}
		l.out.Quotes = append(l.out.Quotes, item)
	}
	kept = l.restore(c, kept)
	l.remark(c)
	l.arrange(c, kept)
	l.leftOver(c, "quote")
}

// show tells of a decision beside an item: of the one that was made on it, or else of that which takes it.
func (item *Item) show(c *claims, i int, key string) {
	if own, ok := c.made[key]; ok {
		i = own
	}
	d := &c.all[i]
	d.used = true
	item.Subject, item.Decision, item.claim = d.Of, &d.Decision, i+1
}

// restore adds the quotes that a reviewer decided on and the machine does not find, those that were missed among them.
func (l *layer) restore(c *claims, kept []laidQuote) []laidQuote {
	for i := range c.all {
		d := &c.all[i]
		if d.laid || !c.prevails(i) {
			continue
		}
		d.laid, d.place = true, len(kept)
		of := d.Of.Quote
		q := analysis.Quote{Content: review.SpansOf(of.Content), Cue: review.SpansOf(of.Cue),
			Source: review.SpansOf(of.Source), Confidence: of.Confidence,
			Polarity: review.PolarityNamed(of.Polarity)}
		q.Why.Found = "engine " + d.Of.Engine + " found it, and a reviewer kept it"
		if d.Of.Added != "" {
			q.Confidence, q.Why.Found = 1, marked
		}
		kept = append(kept, laidQuote{quote: l.decided(q, d), claim: d})
	}
	return kept
}

// remark joins what was only skipped, flagged or remarked on to its quote.
func (l *layer) remark(c *claims) {
	at, open := map[string]int{}, newNear(l.text)
	for n, item := range l.out.Quotes {
		if item.Decision == nil {
			at[item.Subject.Quote.Key()] = n
			open.add(review.Hull(l.machine.Quotes[item.Machine].Content), n)
		}
	}
	for i := range c.all {
		d := &c.all[i]
		if d.used || d.Decided() || !d.fits {
			continue
		}
		n, ok := at[d.subject]
		if !ok && d.Of.Engine != l.machine.Engine {
			n, ok = l.likest(d, open)
		}
		if ok && l.out.Quotes[n].Decision == nil {
			l.out.Quotes[n].Subject, l.out.Quotes[n].Decision, d.used = d.Of, &d.Decision, true
		}
	}
}

// likest is the open quote that is most like what was decided on.
func (l *layer) likest(d *claim, open near) (int, bool) {
	best, share := 0, 0.0
	for _, n := range open.to(d.hull) {
		item := &l.out.Quotes[n]
		if item.Decision != nil {
			continue
		}
		if s := likeQuote(&l.machine.Quotes[item.Machine])(d); s > share {
			best, share = n, s
		}
	}
	return best, share >= Alike
}

// decided makes a quote what a reviewer says it is. What the machine says of it besides stays.
func (l *layer) decided(q analysis.Quote, d *claim) analysis.Quote {
	content, cue, source := review.SpansOf(d.Quote.Content), review.SpansOf(d.Quote.Cue), review.SpansOf(d.Quote.Source)
	if !slices.Equal(q.Content, content) || !slices.Equal(q.Source, source) {
		q.Confidence = 1 // the machine's was for other words
	}
	q.Content, q.Cue, q.Source = content, orNone(q.Cue, cue), orNone(q.Source, source)
	if k, ok := review.KindNamed(d.Quote.Kind); ok {
		q.Kind = k
	}
	if d.Quote.Polarity != d.Of.Quote.Polarity {
		// else nobody decided on it, and the machine may tell what it once did not
		q.Polarity = review.PolarityNamed(d.Quote.Polarity)
	}
	l.speakers.give(&q, d.Quote.Speakers)
	return q
}

// orNone keeps the machine's way to have no span where there is none.
func orNone(old, now []analysis.Span) []analysis.Span {
	if len(old) == 0 && len(now) == 0 {
		return old
	}
	return now
}

// arrange puts the quotes into reading order, and finds the item of each and the place of each item.
func (l *layer) arrange(c *claims, kept []laidQuote) {
	order := make([]int, len(kept))
	for i := range order {
		order[i] = i
	}
	if l.changed {
		slices.SortStableFunc(order, func(a, b int) int { return ReadingOrder(kept[a].quote.Content, kept[b].quote.Content) })
	}
	itemOf := l.items(c)
	now := make([]int, len(kept))
	for place, k := range order {
		now[k] = place
		item := kept[k].item
		if d := kept[k].claim; d != nil {
			item = itemOf[&d.Decision]
		}
		l.out.Document.Quotes = append(l.out.Document.Quotes, kept[k].quote)
		l.out.quoteAt = append(l.out.quoteAt, item)
	}
	for m, k := range l.place {
		if k != analysis.None {
			l.place[m] = now[k]
		}
	}
	for n := range l.out.Quotes {
		l.findPlace(c, &l.out.Quotes[n], now)
	}
	l.sortItems()
}

// items are the items beside which decisions are told of. One that keeps something and is told of nowhere has its own.
func (l *layer) items(c *claims) map[*review.Decision]int {
	out := map[*review.Decision]int{}
	for n, item := range l.out.Quotes {
		if _, ok := out[item.Decision]; !ok && item.Decision != nil {
			out[item.Decision] = n
		}
	}
	for i := range c.all {
		d := &c.all[i]
		if _, ok := out[&d.Decision]; !ok && d.laid {
			d.used = true
			out[&d.Decision] = len(l.out.Quotes)
			l.out.Quotes = append(l.out.Quotes, Item{Subject: d.Of, Machine: analysis.None, Decision: &d.Decision, claim: i + 1})
		}
	}
	return out
}

// findPlace finds where an item is in the corrected document: where its decision puts it, or else where the machine's
// quote went.
func (l *layer) findPlace(c *claims, item *Item, now []int) {
	item.Place = analysis.None
	switch {
	case item.claim == 0:
		item.Place = l.place[item.Machine]
	case c.all[item.claim-1].Keeps():
		item.Place = now[c.all[c.instead(item.claim-1)].place]
	}
}

// sortItems puts the items of quotes into the order in which their words stand, those that are gone among them.
func (l *layer) sortItems() {
	items := l.out.Quotes
	order, now := make([]int, len(items)), make([]int, len(items))
	contents := make([][]analysis.Span, len(items))
	for i := range order {
		order[i], contents[i] = i, review.SpansOf(items[i].Subject.Quote.Content)
	}
	slices.SortStableFunc(order, func(a, b int) int { return ReadingOrder(contents[a], contents[b]) })
	l.out.Quotes = make([]Item, len(items))
	for place, i := range order {
		l.out.Quotes[place], now[i] = items[i], place
	}
	for i, item := range l.out.quoteAt {
		l.out.quoteAt[i] = now[item]
	}
}

package review

import "hearsay/analysis"

// claim is a decision that is laid over a document.
type claim struct {
	Decision
	// subject and final name what was decided on and what it ought to be, by where their words stand.
	subject, final string
	hull           analysis.Span // around its words, as they were and as they ought to be
	fits           bool          // its words stand in the text
	used           bool          // something in the document is as it says
}

// claims are the decisions on quotes, or those on positions, and what each of them owns: the words it was made on, and the
// words it says there ought to be. The later decision owns what two claim. That depends on no document, and so what was
// laid once is found again as it was left.
type claims struct {
	all    []claim
	owner  map[string]int
	engine string
}

func newClaims(text, engine string, decisions []Decision, of func(*Decision) (claim, bool)) *claims {
	c := &claims{owner: map[string]int{}, engine: engine}
	for i := range decisions {
		one, ok := of(&decisions[i])
		if !ok {
			continue
		}
		n := len(c.all)
		c.all = append(c.all, one)
		if !one.fits || !one.Decided() {
			continue
		}
		for _, key := range []string{one.subject, one.final} {
			if old, ok := c.owner[key]; !ok || c.all[old].last < one.last {
				c.owner[key] = n
			}
		}
	}
	return c
}

// follow is the decision that stands in the end where this one says what there ought to be: a later one may have been made
// on that.
func (c *claims) follow(i int) int {
	for c.all[i].Keeps() {
		next := c.owner[c.all[i].final]
		if next == i {
			break
		}
		i = next
	}
	return i
}

// on is the decision that owns what the machine found, and none where none does. What another engine found may be like
// what was decided on without being the same.
func (c *claims) on(key string, around analysis.Span, like func(*claim) float64) int {
	if i, ok := c.owner[key]; ok {
		return c.follow(i)
	}
	best, share := analysis.None, 0.0
	for i := range c.all {
		d := &c.all[i]
		if d.Of.Engine == c.engine || !d.fits || !d.Decided() || !d.hull.Overlaps(around) || c.owner[d.subject] != i && c.owner[d.final] != i {
			continue
		}
		if s := like(d); s >= alike && s >= share {
			best, share = i, s
		}
	}
	if best == analysis.None {
		return best
	}
	return c.follow(best)
}

// alike is the part of their union that two contents must share to be the same quote in two readings.
const alike = 0.5

// likeQuote is how much of a quote is that which was decided on, before or after it was put right. Cue or source must have
// words in common: one content may be attributed twice, to whom "she says he said".
func likeQuote(q *analysis.Quote) func(*claim) float64 {
	return func(d *claim) float64 {
		best := 0.0
		for _, r := range []*Quote{d.Of.Quote, d.Quote} {
			if r == nil {
				continue
			}
			cue, source := spansOf(r.Cue), spansOf(r.Source)
			none := len(cue)+len(source) == 0 || len(q.Cue)+len(q.Source) == 0
			if none || shareOf(cue, q.Cue) > 0 || shareOf(source, q.Source) > 0 {
				best = max(best, shareOf(spansOf(r.Content), q.Content))
			}
		}
		return best
	}
}

// likePosition is how much of a position's statement is that which was decided on, where the target is mostly the same.
func likePosition(p *analysis.Position, speaker string) func(*claim) float64 {
	return func(d *claim) float64 {
		best := 0.0
		for _, r := range []*Position{d.Of.Position, d.Position} {
			if r != nil && r.Speaker.Name == speaker && shareOf(spansOf(r.Target), p.Target) >= alike {
				best = max(best, shareOf(spansOf(r.Statement), p.Statement))
			}
		}
		return best
	}
}

// quoteClaim makes a claim of a decision on a quote.
func quoteClaim(text string) func(*Decision) (claim, bool) {
	return func(d *Decision) (claim, bool) {
		if d.Quote == nil {
			return claim{}, false
		}
		c := claim{Decision: *d, subject: d.Of.Quote.key(), final: d.Quote.key(),
			hull: hull(append(spansOf(d.Of.Quote.Content), spansOf(d.Quote.Content)...))}
		c.fits = len(spansOf(d.Quote.Content)) > 0 && allIn(text, d.Quote.Content, d.Quote.Cue, d.Quote.Source)
		return c, true
	}
}

// positionClaim makes a claim of a decision on a position.
func positionClaim(text string) func(*Decision) (claim, bool) {
	return func(d *Decision) (claim, bool) {
		if d.Position == nil {
			return claim{}, false
		}
		c := claim{Decision: *d, subject: d.Of.Position.key(), final: d.Position.key(),
			hull: hull(append(spansOf(d.Of.Position.Statement), spansOf(d.Position.Statement)...))}
		c.fits = len(spansOf(d.Position.Statement)) > 0 && allIn(text, d.Position.Statement, d.Position.Target)
		return c, true
	}
}

// byPlace are the decisions that keep a position, by where it stands, whoever's it is.
func (c *claims) byPlace() map[string]int {
	out := map[string]int{}
	for i := range c.all {
		d := &c.all[i]
		if !d.fits || !d.Keeps() || c.follow(i) != i || c.owner[d.final] != i {
			continue
		}
		for _, p := range []*Position{d.Of.Position, d.Position} {
			key := keyOf(spansOf(p.Statement), spansOf(p.Target))
			if old, ok := out[key]; !ok || c.all[old].last < d.last {
				out[key] = i
			}
		}
	}
	return out
}

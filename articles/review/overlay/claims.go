package overlay

import (
	"hearsay/analysis"
	"hearsay/articles/review"
)

// claim is a decision that is laid over a document.
type claim struct {
	review.Decision
	// subject and final name what was decided on and what it ought to be, by where their words stand.
	subject, final string
	hull           analysis.Span // around its words, as they were and as they ought to be
	fits           bool          // its words stand in the text
	used           bool          // it is told of beside something in the document
	laid           bool          // what it keeps is in the document
	place          int           // where, once it is
}

// claims are the decisions on quotes, or those on positions. What they make of a document depends on nothing that was
// laid before, and so what was laid once is found again as it was left.
type claims struct {
	all []claim
	// kept are the decisions that keep something, by what it ought to be; of two the later.
	kept map[string]int
	// made are all decisions by what they were made on, gone those that drop something by what it would have been.
	made, gone map[string]int
	// near are those made on another engine's document, by where they stand.
	near   near
	engine string
}

func newClaims(text, engine string, decisions []review.Decision, of func(*review.Decision) (claim, bool)) *claims {
	c := &claims{kept: map[string]int{}, made: map[string]int{}, gone: map[string]int{}, near: newNear(text),
		engine: engine}
	for i := range decisions {
		one, ok := of(&decisions[i])
		if !ok {
			continue
		}
		c.all = append(c.all, one)
		if !one.fits || !one.Decided() {
			continue
		}
		if one.Of.Engine != engine {
			c.near.add(one.hull, len(c.all)-1)
		}
		c.ownMade(one.subject)
		if one.Keeps() {
			c.own(c.kept, one.final)
		} else {
			c.own(c.gone, one.final)
		}
	}
	return c
}

// own enters the newest claim under a key, unless one that was decided later stands there.
func (c *claims) own(by map[string]int, key string) {
	n := len(c.all) - 1
	if old, ok := by[key]; !ok || c.all[old].Last < c.all[n].Last {
		by[key] = n
	}
}

// ownMade enters what the newest claim was made on: the machine's, unless that was never decided on and a reviewer
// added the same.
func (c *claims) ownMade(key string) {
	n := len(c.all) - 1
	old, ok := c.made[key]
	if !ok || c.all[n].Of.Added == "" && c.all[old].Of.Added != "" {
		c.made[key] = n
	} else if (c.all[n].Of.Added == "") == (c.all[old].Of.Added == "") {
		c.own(c.made, key)
	}
}

// superseded reports whether a later decision makes something the same as this one does.
func (c *claims) superseded(i int) bool {
	d := &c.all[i]
	return d.fits && d.Keeps() && c.kept[d.final] != i
}

// prevails reports whether what a decision keeps is to be in the document.
func (c *claims) prevails(i int) bool {
	d := &c.all[i]
	return d.fits && d.Keeps() && c.kept[d.final] == i
}

// on is the decision that takes what the machine found, and None where none does: first that which says it ought to be
// so, then that which was made on it. What another engine found may be like what was decided on without being the same.
func (c *claims) on(key string, around analysis.Span, like func(*claim) float64) int {
	for _, by := range []map[string]int{c.kept, c.made, c.gone} {
		if i, ok := by[key]; ok {
			return c.instead(i)
		}
	}
	best, share := analysis.None, 0.0
	for _, i := range c.near.to(around) {
		if d := &c.all[i]; d.hull.Overlaps(around) {
			if s := like(d); s >= Alike && s >= share {
				best, share = i, s
			}
		}
	}
	if best == analysis.None {
		return best
	}
	return c.instead(best)
}

// instead is the later decision that makes the same of something.
func (c *claims) instead(i int) int {
	if c.superseded(i) {
		return c.kept[c.all[i].final]
	}
	return i
}

// Alike is the part of their union that two contents must share to be the same quote in two readings.
const Alike = 0.5

// likeQuote is how much of a quote is that which was decided on, before or after it was put right. Cue or source must
// have words in common: one content may be attributed twice, to whom "she says he said".
func likeQuote(q *analysis.Quote) func(*claim) float64 {
	return func(d *claim) float64 {
		best := 0.0
		for _, r := range []*review.Quote{d.Of.Quote, d.Quote} {
			if r == nil {
				continue
			}
			cue, source := review.SpansOf(r.Cue), review.SpansOf(r.Source)
			none := len(cue)+len(source) == 0 || len(q.Cue)+len(q.Source) == 0
			if none || review.Overlap(cue, q.Cue) > 0 || review.Overlap(source, q.Source) > 0 {
				best = max(best, review.Overlap(review.SpansOf(r.Content), q.Content))
			}
		}
		return best
	}
}

// likePosition is how much of a position's statement is that which was decided on, where the target is mostly the same.
func likePosition(p *analysis.Position, speaker string) func(*claim) float64 {
	return func(d *claim) float64 {
		best := 0.0
		for _, r := range []*review.Position{d.Of.Position, d.Position} {
			if r != nil && r.Speaker.Name == speaker && review.Overlap(review.SpansOf(r.Target), p.Target) >= Alike {
				best = max(best, review.Overlap(review.SpansOf(r.Statement), p.Statement))
			}
		}
		return best
	}
}

// quoteClaim makes a claim of a decision on a quote.
func quoteClaim(text string) func(*review.Decision) (claim, bool) {
	return func(d *review.Decision) (claim, bool) {
		if d.Quote == nil {
			return claim{}, false
		}
		c := claim{Decision: *d, subject: d.Of.Quote.Key(), final: d.Quote.Key(),
			hull: review.Hull(append(review.SpansOf(d.Of.Quote.Content), review.SpansOf(d.Quote.Content)...))}
		c.fits = len(review.SpansOf(d.Quote.Content)) > 0 && review.AllIn(text, d.Quote.Content, d.Quote.Cue, d.Quote.Source)
		return c, true
	}
}

// positionClaim makes a claim of a decision on a position.
// It is the speaker's who they are, whoever they were when it was made.
func positionClaim(text string, one *review.Sameness) func(*review.Decision) (claim, bool) {
	return func(d *review.Decision) (claim, bool) {
		if d.Position == nil {
			return claim{}, false
		}
		of := *d.Of.Position
		of.Speaker = one.Who(of.Speaker)
		c := claim{Decision: *d, subject: of.Key(), final: d.Position.Key(),
			hull: review.Hull(append(review.SpansOf(d.Of.Position.Statement), review.SpansOf(d.Position.Statement)...))}
		c.fits = len(review.SpansOf(d.Position.Statement)) > 0 && review.AllIn(text, d.Position.Statement, d.Position.Target)
		return c, true
	}
}

// byPlace are the decisions that keep a position, by where it stands, whoever's it is.
func (c *claims) byPlace() map[string]int {
	out := map[string]int{}
	for i := range c.all {
		d := &c.all[i]
		if !c.prevails(i) {
			continue
		}
		for _, p := range []*review.Position{d.Of.Position, d.Position} {
			key := review.KeyOf(review.SpansOf(p.Statement), review.SpansOf(p.Target))
			if old, ok := out[key]; !ok || c.all[old].Last < d.Last {
				out[key] = i
			}
		}
	}
	return out
}

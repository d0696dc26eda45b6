// Package overlay lays a reviewer's decisions over the machine's document: the corrected article. It promises a
// document that keeps every promise of analysis.Document, whatever the decisions and whichever engine made the document
// they were made on: what fits nowhere is an Orphan, no decision is lost, and none lands on words it was not made for.
// Nothing decided, or everything taken back, gives the machine's document; to apply twice is to apply once. The
// machine's document is not changed.
package overlay

import (
	"cmp"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
)

// Sheet is an article's document with a reviewer's decisions laid over it.
type Sheet struct {
	// Document is the corrected one.
	Document *analysis.Document
	// Quotes and Positions are all there are to decide on: what the machine found, kept or not, and what the reviewer
	// added.
	Quotes, Positions []Item
	// Orphans are the decisions that are not laid over anything.
	Orphans []Orphan
	// Aliases are the machine's speakers who are another.
	Aliases []Alias

	quoteAt, positionAt []int // the item behind each quote and each position of Document
}

// Item is a quote or a position, and what was decided on it.
type Item struct {
	// Subject is what an entry on it names.
	Subject review.Subject
	// Machine is its index in the machine's document, and Place in the corrected one; analysis.None where it is not there.
	Machine, Place int
	// Decision is nil where there is none.
	Decision *review.Decision

	now   *review.Quote // as it stands where it is undecided and its speaker is another than the machine says
	claim int           // the decision's number among the claims, from 1; 0 where nothing is decided
}

// Verdict is what was decided on it.
func (i Item) Verdict() review.Verdict {
	if i.Decision == nil {
		return review.Undecided
	}
	return i.Decision.Verdict()
}

// Now is the quote as it ought to be, or as the machine has it, by speakers as they are one; nil for a position.
func (i Item) Now() *review.Quote {
	switch {
	case i.Decision != nil && i.Decision.Quote != nil:
		return i.Decision.Quote
	case i.now != nil:
		return i.now
	}
	return i.Subject.Quote
}

// Orphan is what was decided and fits nothing now.
type Orphan struct {
	// Of is what it was about; empty where it names nothing that is known here.
	Of review.Subject
	// Entries name the entries of the log that it was made of.
	Entries []string
	Notes   []string
	// Reason is a clause in lower case.
	Reason string
}

// Quote is the item behind a quote of the corrected document.
func (s *Sheet) Quote(i int) Item { return s.Quotes[s.quoteAt[i]] }

// Position is the item behind a position of the corrected document.
func (s *Sheet) Position(i int) Item { return s.Positions[s.positionAt[i]] }

// Find is the item that an entry on a subject is about, such as one of a queue; false where it has become an orphan.
func (s *Sheet) Find(of review.Subject) (Item, bool) {
	items := s.Quotes
	if of.Position != nil {
		items = s.Positions
	}
	key := of.Key()
	for _, item := range items {
		if item.Subject.Key() == key {
			return item, true
		}
	}
	return Item{}, false
}

// Apply gives the corrected document of an article, and what of the decisions fits nothing in it.
func Apply(text string, machine *analysis.Document, s *review.State) (*analysis.Document, []Orphan) {
	sheet := Of(text, machine, s)
	return sheet.Document, sheet.Orphans
}

// Of lays decisions over the machine's document, which is not changed.
func Of(text string, machine *analysis.Document, s *review.State) *Sheet {
	l := &layer{text: text, machine: machine, speakers: newSpeakers(text, machine, s.Sameness()),
		placedAt: map[string]int{}, out: &Sheet{Document: &analysis.Document{
			Engine: machine.Engine, Language: machine.Language, MarksOnly: machine.MarksOnly,
			Sentences: slices.Clone(machine.Sentences)}}}
	decisions := s.Decisions()
	l.changed = slices.ContainsFunc(decisions, func(d review.Decision) bool { return d.Decided() })
	l.join(decisions, s)
	l.quotes(newClaims(text, machine.Engine, decisions, quoteClaim(text)))
	l.positions(newClaims(text, machine.Engine, decisions, positionClaim(text, s.Sameness())))
	l.finishSpeakers()
	for i := range decisions {
		if d := &decisions[i]; d.Quote == nil && d.Position == nil && d.Of.Speaker == nil {
			l.orphan(d, orphanReason(d))
		}
	}
	for _, e := range s.Loose() {
		o := Orphan{Entries: []string{e.ID}, Reason: "it names nothing that was decided on"}
		if e.Note != "" {
			o.Notes = []string{e.Note}
		}
		l.out.Orphans = append(l.out.Orphans, o)
	}
	return l.out
}

func orphanReason(d *review.Decision) string {
	if d.Of.Added != "" {
		return "the quote or position it is about was added and taken back"
	}
	return "it names no words of the article"
}

// layer is the work of laying decisions over a document.
type layer struct {
	text     string
	machine  *analysis.Document
	speakers *speakers
	out      *Sheet
	changed  bool // there is a decision: the machine's order may not be that of what comes out
	// place is where each of the machine's quotes went; None where it is gone.
	place []int
	// standAt are the positions of the corrected document by speaker and place.
	placedAt map[string]int
	// topics are what targets are called, by their words in lower case; nil until one is asked for.
	topics map[string]string
}

func (l *layer) orphan(d *review.Decision, reason string) {
	l.out.Orphans = append(l.out.Orphans, Orphan{Of: d.Of, Entries: d.Entries, Notes: d.Notes, Reason: reason})
}

// leftOver tells of the decisions that nothing came of.
func (l *layer) leftOver(c *claims, thing string) {
	for i := range c.all {
		d := &c.all[i]
		switch {
		case d.used:
		case !d.fits:
			l.orphan(&d.Decision, "the article has other words where it stood")
		case c.superseded(i):
			l.orphan(&d.Decision, "a later decision on the same words stands")
		default:
			l.orphan(&d.Decision, "the machine finds no such "+thing+" now")
		}
	}
}

// finishSpeakers drops the speakers who are left without words, and puts those who say most first.
func (l *layer) finishSpeakers() {
	d := l.out.Document
	if !l.changed {
		d.Speakers = l.speakers.all
		return
	}
	l.speakers.finish(d, l.machine)
}

// ReadingOrder is where quotes stand, as in the machine's documents: by where their contents begin, the larger first.
func ReadingOrder(a, b []analysis.Span) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(a), len(b))
	}
	return cmp.Or(cmp.Compare(a[0].Start, b[0].Start), cmp.Compare(b[len(b)-1].End, a[len(a)-1].End))
}

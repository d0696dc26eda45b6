package overlay

import (
	"cmp"
	"slices"
	"strconv"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/review"
)

// laidPosition is a position of the corrected document, and the item it belongs to.
type laidPosition struct {
	position   analysis.Position
	item       int
	name       string // its speaker's
	byReviewer bool   // it is as a reviewer says
	gone       bool   // its quotes or its speaker are gone
}

// positions lays the decisions on positions over the machine's, which follow their quotes and those quotes' speakers.
func (l *layer) positions(c *claims) {
	all := make([]laidPosition, len(l.machine.Positions))
	for m := range all {
		all[m] = l.layPosition(m)
	}
	var kept []laidPosition
	for m, i := range l.owners(c, all) {
		s := &all[m]
		key := s.key()
		item := Item{Subject: review.PositionOf(l.text, l.machine, m), Machine: m, Place: analysis.None}
		if s.position.Speaker != l.speakers.is.Of(l.machine.Positions[m].Speaker) {
			item.Subject.Position.Speaker = l.who(s.position.Speaker, item.Subject.Position.Speaker)
		}
		keeps := !s.gone
		if i != analysis.None {
			d := &c.all[i]
			s.byReviewer, d.laid = true, true
			item.show(c, i, key)
			keeps = d.Keeps() && l.decidedPosition(&s.position, d)
		}
		if keeps {
			kept = l.put(kept, *s)
		}
		l.out.Positions = append(l.out.Positions, item)
	}
	kept = l.restorePositions(c, kept)
	l.remarkPositions(c, all)
	l.leftOver(c, "position")
	l.arrangePositions(kept)
	l.doubtful()
}

// owners are the decisions that own each position, and none where none does. A position may have gone to another
// speaker with its quote since it was decided on: then its place tells which it is, unless it stands there for both.
func (l *layer) owners(c *claims, all []laidPosition) []int {
	owner, taken := make([]int, len(all)), map[int]bool{}
	for m := range all {
		p := &all[m].position
		owner[m] = c.on(all[m].key(), review.Hull(p.Statement), likePosition(p, all[m].name))
		taken[owner[m]] = true
	}
	byPlace := c.byPlace()
	for m := range all {
		if i, ok := byPlace[all[m].place()]; ok && owner[m] == analysis.None && !taken[i] {
			owner[m] = i
		}
	}
	return owner
}

// layPosition is a position of the machine's with its quotes and speaker as they now are.
func (l *layer) layPosition(m int) laidPosition {
	p := l.speakers.copyPosition(&l.machine.Positions[m])
	s := laidPosition{position: p, item: m}
	if l.changed {
		s.position.Quotes = l.places(p.Quotes)
		if l.rests(&s) {
			s.position.Speaker = l.followed(&s.position)
		}
		known := s.position.Speaker >= 0 && s.position.Speaker < len(l.speakers.all)
		s.gone = !known || len(s.position.Quotes) == 0 && len(p.Quotes) > 0
	}
	s.name = l.who(s.position.Speaker, review.Who{}).Name
	return s
}

// place names where a position stands, and key whose it is too.
func (s *laidPosition) place() string {
	return review.KeyOf(text.Joined(s.position.Statement), text.Joined(s.position.Target))
}

func (s *laidPosition) key() string { return "p" + s.place() + s.name }

// who is a speaker as they now are.
func (l *layer) who(i int, otherwise review.Who) review.Who {
	if i < 0 || i >= len(l.speakers.all) {
		return otherwise
	}
	return review.WhoOf(l.text, &analysis.Document{Speakers: l.speakers.all}, i)
}

// restorePositions adds those that a reviewer decided on and the machine does not find.
func (l *layer) restorePositions(c *claims, kept []laidPosition) []laidPosition {
	for i := range c.all {
		d := &c.all[i]
		if d.laid || !c.prevails(i) {
			continue
		}
		d.used, d.laid = true, true
		of := d.Of.Position
		p := analysis.Position{Speaker: l.speakers.find(d.Position.Speaker, nil), Target: review.SpansOf(of.Target),
			Statement: review.SpansOf(of.Statement), Confidence: of.Confidence, Reason: says}
		p.Stance, _ = review.StanceNamed(of.Stance)
		p.Topic = l.topic(p.Target)
		p.Targets = l.targets(p.Target)
		if d.Of.Added != "" {
			p.Confidence = 1
		}
		s := laidPosition{position: p, item: len(l.out.Positions), byReviewer: true}
		l.out.Positions = append(l.out.Positions, Item{Subject: d.Of, Machine: analysis.None, Place: analysis.None,
			Decision: &d.Decision})
		if l.decidedPosition(&s.position, d) {
			kept = l.put(kept, s)
		} else {
			l.orphan(&d.Decision, "it names no speaker")
		}
	}
	return kept
}

// put adds a position, or puts it in the place of the same one.
func (l *layer) put(kept []laidPosition, s laidPosition) []laidPosition {
	key := review.KeyOf(s.position.Statement, s.position.Target) + strconv.Itoa(s.position.Speaker)
	i, ok := l.placedAt[key]
	if !ok {
		l.placedAt[key] = len(kept)
		return append(kept, s)
	}
	k := &kept[i]
	if !s.byReviewer && !l.moved(s) && !l.moved(*k) {
		return append(kept, s)
	}
	if s.byReviewer && !k.byReviewer {
		stance := s.position.Stance
		s.position = k.position
		if s.position.Stance != stance {
			s.position.Stance, s.position.Confidence, s.position.Reason = stance, 1, says
		}
		*k = s
	}
	return kept
}

// moved reports whether a position has another speaker than the machine gave it.
func (l *layer) moved(s laidPosition) bool {
	if s.item >= len(l.machine.Positions) {
		return true
	}
	return l.machine.Positions[s.item].Speaker != s.position.Speaker
}

// remarkPositions joins what was only skipped, flagged or remarked on to its position.
func (l *layer) remarkPositions(c *claims, all []laidPosition) {
	at := map[string]int{}
	for n, item := range l.out.Positions {
		if item.Decision == nil && item.Machine != analysis.None {
			at[all[item.Machine].key()] = n
		}
	}
	for i := range c.all {
		d := &c.all[i]
		n, ok := at[d.subject]
		if d.used || d.Decided() || !d.fits || !ok {
			continue
		}
		l.out.Positions[n].Subject, l.out.Positions[n].Decision, d.used = d.Of, &d.Decision, true
	}
}

// arrangePositions puts the positions into the order of their quotes.
func (l *layer) arrangePositions(kept []laidPosition) {
	start := func(s *laidPosition) int {
		p := &s.position
		if len(p.Quotes) > 0 {
			if content := l.out.Document.Quotes[p.Quotes[0]].Content; len(content) > 0 {
				return content[0].Start
			}
		}
		if len(p.Statement) > 0 {
			return p.Statement[0].Start
		}
		return 0
	}
	if l.changed {
		slices.SortStableFunc(kept, func(a, b laidPosition) int { return cmp.Compare(start(&a), start(&b)) })
	}
	for place := range kept {
		l.out.Document.Positions = append(l.out.Document.Positions, kept[place].position)
		l.out.positionAt = append(l.out.positionAt, kept[place].item)
		l.out.Positions[kept[place].item].Place = place
	}
}

// doubtful keeps the positions that are not told unasked, as far as their quotes and speakers still bear them.
func (l *layer) doubtful() {
	for m := range l.machine.Doubtful {
		p := l.speakers.copyPosition(&l.machine.Doubtful[m])
		if l.changed {
			had := len(p.Quotes) > 0
			p.Quotes = l.places(p.Quotes)
			if had && len(p.Quotes) == 0 {
				continue
			}
		}
		if p.Speaker >= 0 && p.Speaker < len(l.speakers.all) {
			l.out.Document.Doubtful = append(l.out.Document.Doubtful, p)
		}
	}
}

// copyPosition copies a position of the machine's. Speakers keep their numbers for now, unless they are others.
func (c *speakers) copyPosition(p *analysis.Position) analysis.Position {
	out := *p
	out.Target, out.Statement, out.Quotes = slices.Clone(p.Target), slices.Clone(p.Statement), slices.Clone(p.Quotes)
	out.Targets, out.Qualifiers = slices.Clone(p.Targets), slices.Clone(p.Qualifiers)
	out.Speaker = c.is.Of(p.Speaker)
	out.Targets = c.each(out.Targets)
	return out
}

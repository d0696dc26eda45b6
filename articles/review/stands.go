package review

import (
	"cmp"
	"slices"
	"strconv"

	"hearsay/analysis"
	"hearsay/analysis/text"
)

// stand is a position of the corrected document, and the item it belongs to.
type stand struct {
	position analysis.Position
	item     int
	name     string // its speaker's
	told     bool   // it is as a reviewer says
	gone     bool   // its quotes or its speaker are gone
}

// positions lays the decisions on positions over the machine's, which follow their quotes and those quotes' speakers.
func (l *layer) positions(c *claims) {
	all := make([]stand, len(l.machine.Positions))
	for m := range all {
		all[m] = l.stand(m)
	}
	var kept []stand
	for m, i := range l.standOwners(c, all) {
		s := &all[m]
		key := s.key()
		item := Item{Subject: PositionOf(l.text, l.machine, m), Machine: m, Place: analysis.None}
		if s.position.Speaker != l.cast.is.of(l.machine.Positions[m].Speaker) {
			item.Subject.Position.Speaker = l.who(s.position.Speaker, item.Subject.Position.Speaker)
		}
		keeps := !s.gone
		if i != analysis.None {
			d := &c.all[i]
			s.told, d.laid = true, true
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
}

// standOwners are the decisions that own each position, and none where none does. A position may have gone to another
// speaker with its quote since it was decided on: then its place tells which it is, unless it stands there for both.
func (l *layer) standOwners(c *claims, all []stand) []int {
	owner, taken := make([]int, len(all)), map[int]bool{}
	for m := range all {
		p := &all[m].position
		owner[m] = c.on(all[m].key(), hull(p.Statement), likePosition(p, all[m].name))
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

// stand is a position of the machine's with its quotes and speaker as they now are.
func (l *layer) stand(m int) stand {
	p := l.cast.copyPosition(&l.machine.Positions[m])
	s := stand{position: p, item: m}
	if l.changed {
		s.position.Quotes = l.places(p.Quotes)
		if l.rests(&s) {
			s.position.Speaker = l.followed(&s.position)
		}
		known := s.position.Speaker >= 0 && s.position.Speaker < len(l.cast.speakers)
		s.gone = !known || len(s.position.Quotes) == 0 && len(p.Quotes) > 0
	}
	s.name = l.who(s.position.Speaker, Who{}).Name
	return s
}

// place names where a position stands, and key whose it is too.
func (s *stand) place() string {
	return keyOf(text.Joined(s.position.Statement), text.Joined(s.position.Target))
}

func (s *stand) key() string { return "p" + s.place() + s.name }

// who is a speaker as they now are.
func (l *layer) who(i int, otherwise Who) Who {
	if i < 0 || i >= len(l.cast.speakers) {
		return otherwise
	}
	return WhoOf(l.text, &analysis.Document{Speakers: l.cast.speakers}, i)
}

// restorePositions adds those that a reviewer decided on and the machine does not find.
func (l *layer) restorePositions(c *claims, kept []stand) []stand {
	for i := range c.all {
		d := &c.all[i]
		if d.laid || !c.stands(i) {
			continue
		}
		d.used, d.laid = true, true
		of := d.Of.Position
		p := analysis.Position{Speaker: l.cast.find(d.Position.Speaker, nil), Target: spansOf(of.Target), Statement: spansOf(of.Statement), Confidence: of.Confidence, Reason: says}
		p.Stance, _ = stanceNamed(of.Stance)
		p.Topic = l.topic(p.Target)
		p.Targets = l.targets(p.Target)
		if d.Of.Added != "" {
			p.Confidence = 1
		}
		s := stand{position: p, item: len(l.out.Positions), told: true}
		l.out.Positions = append(l.out.Positions, Item{Subject: d.Of, Machine: analysis.None, Place: analysis.None, Decision: &d.Decision})
		if l.decidedPosition(&s.position, d) {
			kept = l.put(kept, s)
		} else {
			l.orphan(&d.Decision, "it names no speaker")
		}
	}
	return kept
}

// put adds a position, or puts it in the place of the same one.
func (l *layer) put(kept []stand, s stand) []stand {
	key := keyOf(s.position.Statement, s.position.Target) + strconv.Itoa(s.position.Speaker)
	i, ok := l.standAt[key]
	if !ok {
		l.standAt[key] = len(kept)
		return append(kept, s)
	}
	k := &kept[i]
	if !s.told && !l.moved(s) && !l.moved(*k) {
		return append(kept, s)
	}
	if s.told && !k.told {
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
func (l *layer) moved(s stand) bool {
	if s.item >= len(l.machine.Positions) {
		return true
	}
	return l.machine.Positions[s.item].Speaker != s.position.Speaker
}

// remarkPositions joins what was only skipped, flagged or remarked on to its position.
func (l *layer) remarkPositions(c *claims, all []stand) {
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
func (l *layer) arrangePositions(kept []stand) {
	start := func(s *stand) int {
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
		slices.SortStableFunc(kept, func(a, b stand) int { return cmp.Compare(start(&a), start(&b)) })
	}
	for place := range kept {
		l.out.Document.Positions = append(l.out.Document.Positions, kept[place].position)
		l.out.positionAt = append(l.out.positionAt, kept[place].item)
		l.out.Positions[kept[place].item].Place = place
	}
}

// copyPosition copies a position of the machine's. Speakers keep their numbers for now, unless they are others.
func (c *cast) copyPosition(p *analysis.Position) analysis.Position {
	out := *p
	out.Target, out.Statement, out.Quotes = slices.Clone(p.Target), slices.Clone(p.Statement), slices.Clone(p.Quotes)
	out.Targets, out.Qualifiers = slices.Clone(p.Targets), slices.Clone(p.Qualifiers)
	out.Speaker = c.is.of(p.Speaker)
	out.Targets = c.each(out.Targets)
	return out
}

package review

import (
	"slices"
	"strings"
)

// theSpeakers is what an entry may leave unjudged.
const theSpeakers = "speakers"

// take adds an entry to the decision on the thing that key names.
func (d *Decision) take(key string, e *Entry, at int, under Sitting) {
	d.key = key
	d.Entries = append(d.Entries, e.ID)
	d.identify(key, e)
	if e.Note != "" {
		d.Notes = append(d.Notes, e.Note)
	}
	switch e.Act {
	case Complete, Reopen:
		d.complete = e.Act == Complete
		return
	case Skip:
		d.Skipped = d.outcome == open
		return
	case Flag:
		d.Flagged = true
		return
	}
	if !d.identified() || !d.judge(key, e) {
		return
	}
	d.Last, d.Sitting, d.Skipped = at, under, false
	d.silent = slices.Contains(e.Unjudged, theSpeakers)
}

// identify finds what is decided on, in the first entry that tells.
func (d *Decision) identify(key string, e *Entry) {
	adds := key == addedKey(e.ID)
	switch {
	case d.identified():
		return
	case adds && e.Act == Split:
		d.Of = Subject{Engine: e.Of.Engine, Added: e.ID, Quote: e.To.Quote}
	case adds:
		d.Of = *e.Of
		d.Of.Added = e.ID
	case e.Of == nil:
		return
	case e.Act == Join && e.Of.Key() != key:
		d.Of = *e.To.With
	default:
		d.Of = *e.Of
	}
	if d.Of.Added != "" && !adds { // what was added was taken back
		return
	}
	if q := d.Of.Quote; q != nil {
		c := *q
		d.Quote = &c
	} else if p := d.Of.Position; p != nil {
		c := *p
		d.Position = &c
	} else if w := d.Of.Speaker; w != nil {
		c := *w
		d.Speaker = &c
	}
}

// judge takes the verdict of an entry, and reports whether it is one.
func (d *Decision) judge(key string, e *Entry) bool {
	adds := key == addedKey(e.ID)
	switch e.Act {
	case Accept, AddQuote, AddPosition:
		d.outcome = kept
	case Reject:
		d.outcome = dropped
	case Split:
		if !adds && (e.To == nil || !d.correct(e)) {
			return false
		}
		d.outcome = kept
	case Join:
		if e.Of.Key() != key {
			d.outcome = joined
			return true
		}
		fallthrough
	default:
		if e.To == nil || !d.correct(e) {
			return false
		}
		d.outcome = kept
	}
	return true
}

// correct puts right what an entry says is wrong, and reports whether there is such a thing.
func (d *Decision) correct(e *Entry) bool {
	switch {
	case d.Position != nil:
		return d.correctPosition(e)
	case d.Speaker != nil:
		return d.correctSpeaker(e)
	}
	q := *d.Quote // what was returned before must not change
	switch e.Act {
	case SetSpeakers:
		q.Speakers = e.To.Speakers
	case SetContent, Split, Join:
		if len(e.To.Content) == 0 {
			return false
		}
		q.Content = e.To.Content
		if e.To.Kind != "" {
			q.Kind = e.To.Kind
		}
	case SetKind:
		q.Kind = e.To.Kind
	case SetPolarity:
		if PolarityNamed(e.To.Polarity).String() != e.To.Polarity {
			return false
		}
		q.Polarity = e.To.Polarity
	case SetSource:
		q.Source = e.To.Source
	case SetCue:
		q.Cue = e.To.Cue
	default:
		return false
	}
	d.Quote = &q
	return true
}

func (d *Decision) correctPosition(e *Entry) bool {
	p := *d.Position
	switch e.Act {
	case SetSpeakers:
		if len(e.To.Speakers) == 0 {
			return false
		}
		p.Speaker, d.Moved = e.To.Speakers[0], true
	case SetStance:
		p.Stance = e.To.Stance
	case SetTarget:
		if len(e.To.Target) == 0 {
			return false
		}
		p.Target = e.To.Target
	default:
		return false
	}
	d.Position = &p
	return true
}

func (d *Decision) correctSpeaker(e *Entry) bool {
	if e.Act != Same || len(e.To.Speakers) == 0 || strings.TrimSpace(e.To.Speakers[0].Name) == "" {
		return false
	}
	d.Speaker = &e.To.Speakers[0]
	return true
}

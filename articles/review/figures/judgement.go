package figures

import (
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// judgement is what of a machine's quote a decision finds right.
type judgement struct {
	quote, content, kind, polarity, cue, source, speaker, all bool
	silent                                                    bool // of the speakers nothing was decided
	// attributed is that content and source are right in the main, which is what confidence is of.
	attributed bool
}

// judge compares a quote as the machine had it with what a reviewer says it ought to be.
func judge(d *review.Decision) judgement {
	if !d.Keeps() {
		return judgement{}
	}
	is, ought := d.Of.Quote, d.Quote
	j := judgement{quote: true, content: review.SameLetters(is.Content, ought.Content), kind: is.Kind == ought.Kind,
		cue:     review.SameLetters(is.Cue, ought.Cue),
		source:  review.SameLetters(is.Source, ought.Source),
		speaker: !d.JudgesSpeakers() || review.SameNames(is.Speakers, ought.Speakers), silent: !d.JudgesSpeakers()}
	j.polarity = review.SamePolarity(is.Polarity, ought.Polarity)
	words := j.content && j.cue && j.source
	j.all = words && j.kind && j.polarity && j.speaker
	source := j.source || review.Overlap(review.SpansOf(is.Source), review.SpansOf(ought.Source)) > 0
	j.attributed = source && (j.content || review.Overlap(review.SpansOf(is.Content),
		review.SpansOf(ought.Content)) >= overlay.Alike)
	return j
}

// add counts a judgement.
func (m *Measured) add(j judgement) {
	m.Quote.Count(j.quote)
	m.All.Count(j.all)
	if !j.quote {
		return
	}
	m.Content.Count(j.content)
	m.Kind.Count(j.kind)
	m.Polarity.Count(j.polarity)
	m.Cue.Count(j.cue)
	m.Source.Count(j.source)
	if !j.silent {
		m.Speaker.Count(j.speaker)
	}
}

// position counts what was decided on a position of the machine's.
func (t *tally) position(d *review.Decision, look *lookup) {
	s := &t.Positions
	is, ought := d.Of.Position, d.Position
	s.Position.Count(d.Keeps())
	if !d.Keeps() {
		s.All.Count(false)
		t.fault("no position", d, look)
		return
	}
	stance, target, speaker := is.Stance == ought.Stance, review.SameLetters(is.Target, ought.Target),
		is.Speaker.Name == ought.Speaker.Name
	s.Stance.Count(stance)
	s.Target.Count(target)
	s.Speaker.Count(speaker)
	s.All.Count(stance && target && speaker)
	for _, f := range []struct {
		sort  string
		right bool
	}{{"position on the wrong side", stance}, {"position with the wrong target", target},
		{"position of the wrong speaker", speaker}} {
		if !f.right {
			t.fault(f.sort, d, look)
		}
	}
}

// faults counts what is wrong with a quote.
func (t *tally) faults(d *review.Decision, j judgement, look *lookup) {
	switch {
	case d.Verdict() == review.Joined:
		t.fault("part of another quote", d, look)
	case !j.quote:
		t.fault("no quote", d, look)
	default:
		t.parted(d, j, look)
	}
}

// parted counts what is wrong with the parts of what is a quote.
func (t *tally) parted(d *review.Decision, j judgement, look *lookup) {
	is, ought := d.Of.Quote, d.Quote
	for _, f := range []struct {
		right bool
		sort  string
	}{{j.content, wrongWords("content", is.Content, ought.Content)}, {j.kind, "wrong kind"},
		{j.polarity, "wrong of whether it was said"},
		{j.cue, wrongWords("cue", is.Cue, ought.Cue)},
		{j.source, wrongWords("source", is.Source, ought.Source)}, {j.speaker, wrongSpeaker(d)}} {
		if !f.right {
			t.fault(f.sort, d, look)
		}
	}
}

// wrongWords says in which way words are not those they ought to be.
func wrongWords(part string, is, ought []review.Words) string {
	a, b := review.Letters(is), review.Letters(ought)
	switch {
	case len(a) == 0:
		return part + " not found"
	case len(b) == 0:
		return part + " where there is none"
	case within(b, a):
		return part + " too long"
	case within(a, b):
		return part + " too short"
	}
	return "wrong " + part
}

// within reports whether all of some numbers in order are among others.
func within(a, b []int) bool {
	j := 0
	for _, x := range a {
		for j < len(b) && b[j] < x {
			j++
		}
		if j == len(b) || b[j] != x {
			return false
		}
	}
	return true
}

func wrongSpeaker(d *review.Decision) string {
	is, ought := d.Of.Quote, d.Quote
	switch {
	case d.Apart:
		return "one speaker taken for two"
	case len(is.Speakers) == 0:
		return "speaker not found"
	case len(ought.Speakers) == 0:
		return "speaker where the article tells none"
	}
	return "wrong speaker"
}

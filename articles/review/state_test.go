package review_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// Undo and redo go through the log as far as it reaches.
func TestUndoAndRedoStepByStep(t *testing.T) {
	pen, of := reviewtest.WriterOf("ann", reviewtest.Story), review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	s := review.NewState()
	verdict := func() review.Verdict { d, _ := s.On(of); return d.Verdict() }
	undo := func() { e, ok := pen.Undo(s); mustHold(t, ok, "something to undo"); s.Add(e) }
	redo := func() { e, ok := pen.Redo(s); mustHold(t, ok, "something to redo"); s.Add(e) }
	s.Add(pen.Sit(review.Sitting{Order: review.Random, Seed: 1}))
	if _, ok := pen.Undo(s); ok {
		t.Error("settings are no decision to be undone")
	}
	s.Add(pen.Accept(of))
	s.Add(pen.Reject(of))
	mustHold(t, verdict() == review.Wrong, "rejected")
	undo()
	mustHold(t, verdict() == review.Right, "accepted again")
	undo()
	mustHold(t, verdict() == review.Undecided, "nothing")
	redo()
	redo()
	mustHold(t, verdict() == review.Wrong, "rejected again")
	if _, ok := pen.Redo(s); ok {
		t.Error("there is nothing more to redo")
	}
	undo()
	s.Add(pen.Kind(of, 1))
	if _, ok := pen.Redo(s); ok || verdict() != review.Corrected {
		t.Error("a new decision leaves nothing to redo")
	}
	d, _ := s.On(of)
	mustHold(t, d.Sitting.Order == review.Random && len(d.Entries) == 2, "decided under the settings in force")
}

func mustHold(t *testing.T, yes bool, what string) {
	t.Helper()
	if !yes {
		t.Errorf("it does not hold: %s", what)
	}
}

func TestAnEntryInTheMiddleIsTakenBackAndRestoredByName(t *testing.T) {
	pen, of := reviewtest.WriterOf("ann", reviewtest.Story), review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	middle := pen.Reject(of)
	s := review.Fold([]review.Entry{pen.Accept(of), middle, pen.Cue(of, reviewtest.At("the bridge"))})
	s.Add(pen.TakeBack(middle.ID))
	d, _ := s.On(of)
	mustHold(t, d.Verdict() == review.Corrected && len(d.Entries) == 2, "the others stand")
	last, ok := s.CanUndo()
	mustHold(t, ok && last.Act == review.SetCue, "the cue is undone next")
	e, ok := pen.Redo(s)
	mustHold(t, ok && e.Names == middle.ID, "the one taken back is redone next")
	s.Add(e)
	last, _ = s.CanUndo()
	mustHold(t, last.ID == middle.ID, "what was done last is undone first")
	s.Add(pen.TakeBack("nobody knows")) // another program's
	s.Add(pen.TakeBack(e.ID))           // a redo cannot be taken back, what it restored can
	d, _ = s.On(of)
	mustHold(t, d.Verdict() == review.Corrected && len(d.Entries) == 3, "nothing else has changed")
}

// Logs of two programs may be put together so that an undo comes before what it names.
func TestAnUndoThatComesTooEarly(t *testing.T) {
	pen, of := reviewtest.WriterOf("ann", reviewtest.Story), review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	e := pen.Reject(of)
	s := review.Fold([]review.Entry{pen.TakeBack(e.ID), e})
	if _, ok := s.On(of); ok {
		t.Error("it was taken back")
	}
}

func TestACoarseClockMakesNoTwoEntriesOfOneName(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	pen := &review.Writer{Reviewer: "ann", Article: "a1", Text: reviewtest.Story, Now: func() time.Time { return now }}
	var ids []string
	for range 9 {
		ids = append(ids, pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)).ID)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 9 {
		t.Errorf("%v", ids)
	}
}

// What was handed out must not change when more is added.
func TestADecisionInHandStaysAsItIs(t *testing.T) {
	pen, of := reviewtest.WriterOf("ann", reviewtest.Story), review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	s := review.Fold([]review.Entry{pen.Note(&of, "one"), pen.Accept(of)})
	d, _ := s.On(of)
	for range 5 {
		s.Add(pen.Note(&of, "more"))
	}
	s.Add(pen.Kind(of, 0))
	if d.Verdict() != review.Right || !slices.Equal(d.Notes, []string{"one"}) || len(d.Entries) != 2 {
		t.Errorf("%+v", d)
	}
	item, ok := overlay.Of(reviewtest.Story, reviewtest.Found(), s).Find(of)
	if !ok || item.Verdict() != review.Corrected || item.Machine != 0 {
		t.Errorf("%+v", item)
	}
}

func TestALogOfWhichALineIsDamaged(t *testing.T) {
	pen, of := reviewtest.WriterOf("ann", reviewtest.Story), review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)
	one, _ := json.Marshal(pen.Accept(of))
	two, _ := json.Marshal(pen.Flag(&of))
	s, err := review.Read([][]byte{one, two[:9], two})
	if d, _ := s.On(of); s.Len() != 2 || d.Verdict() != review.Right || !d.Flagged || !errors.Is(err, review.ErrEntry) ||
		!strings.HasPrefix(err.Error(), "entry 2: ") {
		t.Errorf("%d, %v", s.Len(), err)
	}
	if _, err := review.Read(nil); err != nil {
		t.Error(err)
	}
}

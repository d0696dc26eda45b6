package review_test

import (
	"slices"
	"testing"
	"time"

	"hearsay/articles/review"
)

func TestRecentDecisionsAreThoseThatUndoTakesBack(t *testing.T) {
	at := time.Unix(0, 0)
	p := &review.Writer{Reviewer: "ann", Article: "a", Text: "no text",
		Now: func() time.Time { at = at.Add(time.Second); return at }}
	s := review.NewState()
	var all []review.Entry
	for _, words := range []string{"one", "two", "three"} {
		e := p.Note(nil, words)
		s.Add(e)
		all = append(all, e)
	}
	u, _ := p.Undo(s)
	s.Add(u)
	got := s.Recent(5)
	if len(got) != 2 || got[0].ID != all[1].ID || got[1].ID != all[0].ID {
		t.Errorf("recent are %+v", got)
	}
	if got := s.Recent(1); len(got) != 1 || got[0].Note != "two" {
		t.Errorf("the last is %+v", got)
	}
	if e, ok := s.Entry(all[2].ID); !ok || e.Note != "three" {
		t.Errorf("an entry that was taken back is %+v, %v", e, ok)
	}
	if _, ok := s.Entry("none"); ok || slices.ContainsFunc(got,
		func(e review.Entry) bool { return e.Act == review.Undo }) {
		t.Error("there is an entry of no name, or an undo is a decision")
	}
}

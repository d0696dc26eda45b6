package lines

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// tell writes what the review tells.
func (s *session) tell(words string) {
	if words != "" {
		s.last = words
		s.say(words)
	}
}

// standing tells whose review it is, and how far it is.
func (s *session) standing() {
	if s.review.On() {
		s.say(s.host.Review().Reviewer() + " reviews: " + s.review.Standing())
	}
}

// askReview asks what is right, where that has not been asked yet.
func (s *session) askReview() {
	a, ok := s.review.Asked()
	if !ok {
		if next := s.review.WhatNext(); s.told.all != next {
			if s.told = (toldOf{all: next}); !strings.Contains(s.last, next) {
				s.say("Nothing is in question: " + next)
			}
		}
		return
	}
	if all := fmt.Sprint(a.Name, a.Words, a.Source, a.Cue, a.Answer, a.Verdict, a.Others); s.told.all != all {
		s.told = toldOf{words: a.Words, all: all}
		s.question(a)
	}
}

// askAgain asks what was asked already.
func (s *session) askAgain() { s.told = toldOf{} }

// question tells of a quote, or a position, all that is vouched for by whoever says that it is right.
func (s *session) question(a reviewing.Asked) {
	o := s.current()
	s.say("")
	s.say(a.Name + ": " + o.OneLine(a.Words))
	if sentence := s.sentence(a.Words); sentence != "" {
		s.say("Sentence: " + sentence)
	}
	for _, part := range []struct {
		name  string
		words []analysis.Span
	}{{"Source", a.Source}, {"Cue", a.Cue}} {
		if len(part.words) > 0 {
			s.say(part.name + ": " + o.OneLine(part.words))
		}
	}
	s.say(a.Question + " " + a.Answer)
	if len(a.Grounds) > 0 {
		s.say("Because: " + strings.Join(a.Grounds, "; "))
	}
	if a.Verdict != "" {
		s.say("Decided: " + a.Verdict)
	}
	for _, n := range a.Notes {
		s.say("Note: " + n)
	}
	for _, other := range a.Others {
		s.say(other)
	}
	s.say(strings.Join(append([]string{"a right", "x " + a.None}, a.Digits...), ", "))
}

// sentence is the stretch of the sentences that words stand in; empty where it holds no more than the words.
func (s *session) sentence(words []analysis.Span) string {
	o, whole := s.current(), view.Whole(words)
	out := whole
	for _, sp := range o.Doc.Sentences {
		if sp.Overlaps(whole) {
			out.Start, out.End = min(out.Start, sp.Start), max(out.End, sp.End)
		}
	}
	if out == whole {
		return ""
	}
	return o.OneLine([]analysis.Span{out})
}

// toggleReview begins the review of the article, or ends it.
func (s *session) toggleReview() {
	if s.current() == nil {
		s.say("There is no article to review.")
		return
	}
	if s.review.On() {
		s.review.End()
		return
	}
	s.askAgain()
	s.review.Begin()
	s.standing()
}

// togglePositions goes from the quotes to the positions, or back.
func (s *session) togglePositions() {
	s.askAgain()
	if s.at.Focus == layout.Positions {
		s.at.FocusOn(layout.Article)
		return
	}
	i := s.review.OpenPosition(view.None)
	if i == view.None {
		s.say("No position is undecided.")
		return
	}
	s.at.FocusOn(layout.Positions)
	s.at.Position = i
}

// same asks whom the speaker of the quote in question is the same as.
func (s *session) same() {
	s.at.Focus = layout.Speakers
	s.do("same")
	s.at.Focus = layout.Article
}

// byDigit says that it is the speaker of a digit.
func (s *session) byDigit(digit string) {
	if n := int(digit[0] - '0'); n > len(s.current().Doc.Speakers) {
		s.say("There is no speaker " + digit + ": " + letterOf("who") + " takes a name.")
		return
	}
	s.pressed = digit
	s.do("by-digit")
}

// do does what an action of the review does on the screen.
func (s *session) do(action string) {
	i := slices.IndexFunc(actions, func(a reviewing.Action) bool { return a.Name == action })
	actions[i].Do(s.review.Mode)
}

// actions are those of the review.
var actions = reviewing.Actions()

package reader

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/articles/review"
	"hearsay/ui/reader/layout"
)

// said is who says a quote of the article on the screen.
func (s *sitting) said(quote int) string { return s.current().Name(s.current().First(quote)) }

// Two speakers become one in the speakers' list, without a review being opened, and two again.
func TestTwoSpeakersAreJoinedAndParted(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("3", "j", "j").sees("& same as").press("&").sees("same as",
		"a digit, a letter, a name, or a click on a mention")
	s.typeIn("fenn").sees("The report is Orla Fenn: 1 quote").misses("1 quote moved")
	if len(d.logs["ann"]) != 0 {
		t.Fatal("something was decided before enter")
	}
	s.press("enter").in(layout.Speakers).sees("The report is Orla Fenn: 1 quote moved · u takes it back", "2 speakers").
		misses("Who says this?")
	if s.said(4) != "Orla Fenn" || s.current().Name(s.at.Speaker) != "Orla Fenn" || len(d.logs["ann"]) != 1 {
		t.Errorf("%s says it, the speaker is %d, %+v", s.said(4), s.at.Speaker, d.logs)
	}
	s.press("enter").in(layout.Card).sees("also    “the report”, joined by you ¶ 7", "4 quotes")
	s.press("u").sees("taken back: The report is no longer Orla Fenn", "3 speakers").misses("joined by you")
	if s.said(4) != "the report" {
		t.Errorf("%s says it", s.said(4))
	}
	s.press("u").sees("nothing is left to take back").press("ctrl+r").
		sees("restored: The report is Orla Fenn", "2 speakers")
	again := sit(t, 160, 48, func(o *Options) { o.Desk = d }).sees("2 speakers").press("3", "enter").sees("joined by you")
	again.press("u").sees("taken back", "3 speakers")
}

// The better name stays from whichever side it is said, unless a name is given that is new.
func TestTheBetterNameStays(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("3", "g", "&").typeIn("C").sees("The report is Orla Fenn").press("enter").
		sees("The report is Orla Fenn: 1 quote moved").press("u")
	s.press("3", "g", "&").typeIn("Orla Fenn").sees("one other speaker").press("enter").
		sees("that is one speaker as it is: name another", "same as Orla Fenn").press("esc")
	s.press("&").typeIn("1,2").sees("one other speaker").press("esc", "&").press("enter").sees("nobody was named").
		press("esc")
	s.press("&").typeIn("The Mayor").sees("Orla Fenn is The Mayor: 3 quotes").press("enter").
		sees("Orla Fenn is The Mayor: 3 quotes moved")
	if s.said(0) != "The Mayor" {
		t.Errorf("%s says it", s.said(0))
	}
}

// While the article is reviewed the same key joins speakers where they have the focus, and quotes elsewhere; what is
// decided stays decided, and what is not is still asked about, by who says it now.
func TestSpeakersAreJoinedInAReview(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a", "a", "a", "a", "a").sees("ann · 5 of 8 decided", "accuracy so far 1.00").
		press("(", "s", "j", "j", "&").typeIn("1").press("enter")
	s.sees("The report is Orla Fenn: 1 quote moved", "ann · 5 of 8 decided", "accuracy so far 0.80").press("u").
		sees("accuracy so far 1.00")
	s.press("u", "&").typeIn("1").press("enter").sees("ann · 4 of 8 decided").press("(", "J", "J", "J", "J").
		sees("  A Orla Fenn · ")
	s.press("v", "u").sees("taken back: The report").press("u").sees("in the review: v opens it")
	d.full = true
	if n := len(s.doc().Speakers); n != 3 {
		t.Errorf("%d speakers", n)
	}
	s.press("3", "&").typeIn("2").press("enter").sees("the disk is full: the decision is not kept", "3 speakers")
}

// Blind, nothing tells whose quotes were moved.
func TestSpeakersAreJoinedBlind(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "O").typeIn("blind").press("enter", ":").typeIn("the speakers").press("enter").in(layout.Speakers).
		press("g", "j", "j", "&").typeIn("fenn").sees("The report is Orla Fenn").misses("1 quote")
	s.press("enter").sees("The report is Orla Fenn · u takes it back").misses("quote moved")
}

// A click on a mention in the article tells whom the speaker is the same as.
func TestAMentionIsClickedForASpeaker(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("3", "j", "j", "&")
	x, y := s.cellOf("Tomas Brandt, an engineer")
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.sees("The report is Tomas Brandt: 1 quote moved")
}

// Where it is decided between two of whom one has joined speakers, the third sees both names and takes either.
func TestOneOfTwoReviewersHasJoined(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("3", "j", "j", "&").typeIn("1").press("enter", "v", "a", "a", "a", "a", "a")
	d.reviewer = "ben"
	sit(t, 160, 48, func(o *Options) { o.Desk = d }).press("v", "a", "a", "a", "a", "a")
	d.reviewer = "cem"
	s = sit(t, 160, 48, func(o *Options) { o.Desk, o.Between, o.Reviewing = d, []string{"ann", "ben"}, true })
	s.sees("cem · 0 of 1 decided", "ann ~ corrected A Orla Fenn", "ben ✓ right C the report").press("<")
	if got := d.logs["cem"]; len(got) != 1 || got[0].Act != review.SetSpeakers ||
		got[0].To.Speakers[0].Name != "Orla Fenn" {
		t.Errorf("the third decided %+v", got)
	}
}

// A decision on a speaker who is not found any more is kept and shown.
func TestASpeakerWhoIsNotFoundAnyMore(t *testing.T) {
	s, d := underReview(t, 160, 48)
	pen := s.options.Desk.(*shelfDesk)
	log, _ := pen.Open(s.ctx, s.current().Article, nil)
	gone := review.Who{Name: "the survey"}
	if err := log.Keep(log.Writer().Same("1", gone, review.WhoOf(harbour, s.doc(), 0))); err != nil {
		t.Fatal(err)
	}
	sit(t, 160, 60, func(o *Options) { o.Desk = d }).press("v").sees(
		"Kept, though they fit nothing now", "“the survey”: the machine finds no such speaker now")
}

package reader

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// What speakers stand for can be seen by speaker, by target, and as a table of both, and every form leads to the
// evidence.
func TestPositionsInThreeForms(t *testing.T) {
	s := sit(t, 140, 48).press("4", "z", "t").sees("a second survey · demands · wish · conditional").press("t", "t")
	s.press("z").sees("by topic", "≠ disputed by Brandt", "a new wall · disputed", "+ supports A Fenn",
		"− opposes  B Brandt")
	s.press("t").sees("by speaker", "+ supports ≠ the harbour wall", "− opposes  ≠ the plan")
	s.press("t").sees("table", "≠ a new wall", "A is Fenn", "[+]")
	s.press("right").sees("[−]", "Brandt opposes the plan").press("right").sees("no further speaker that way")
	s.press("down").sees("Brandt says nothing about waiting", "[·]").press("enter").sees("no position stands here").
		in(layout.Positions)
	s.press("left").sees("Fenn opposes wait another year").press("enter").in(layout.Article).atQuote("“We cannot wait")
	if p := s.doc().Positions[s.at.Evidence]; p.Topic != "waiting" {
		t.Errorf("the evidence is for %q", p.Topic)
	}
	s.press("H").in(layout.Positions).sees("table")
}

// The line tells of the cell that is lit, whatever quote is gone to, whatever is filtered, narrowed down or hidden.
func TestTheTableTellsOfTheCellThatIsLit(t *testing.T) {
	for _, c := range []struct {
		about string
		keys  []string
		cell  string
		told  string
	}{
		{"a quote of another's position", []string{"J"}, "[−]", "Fenn opposes wait another year"},
		{"a quote without a position", []string{"J", "J", "J"}, "[−]", "Brandt opposes the plan"},
		{"a quote whose speaker is unknown", []string{"J", "J", "J", "J", "J"}, "[−]", "Brandt opposes the plan"},
		{"a cell in which the one who speaks stands no more", []string{"down", "J", "J", "J"}, "[−]", "Brandt opposes"},
		{"what takes no side is hidden", []string{"=", "right", "right", "=", "1", "4"}, "[+]",
			"Fenn supports the harbour wall"},
		{"a cell of statements", []string{"=", "right", "right"}, "[=]", "the report states the wall"},
	} {
		s := sit(t, 140, 48).press("4", "t", "t").press(c.keys...)
		lines := strings.Split(s.text(), "\n")
		lit, info := strings.Contains(s.text(), c.cell), lines[s.layout.Info.Y]
		if !lit || !strings.Contains(info, c.told) {
			t.Errorf("%s: %s is lit: %v; the line tells %q, want %q", c.about, c.cell, lit, info, c.told)
		}
	}
	s := sit(t, 140, 48).press("4", "t", "t", "f").typeIn("Brandt").press("enter", "left")
	s.sees("[−]", "Brandt opposes the plan").misses("says nothing")
	sit(t, 140, 48).press("4", "t", "t", "J", "J", "J", "enter").in(layout.Article).misses("no position stands here")
	s = sit(t, 140, 48).press("4", "t", "t", "J", "J", "J", "J", "o", "4").misses("says nothing", "no position")
	s.press("right", "left", "down", "up").check("moving in a table that was narrowed down")
}

func TestAClickChoosesACellOfTheTable(t *testing.T) {
	s := sit(t, 140, 48).press("4", "t", "t")
	in := s.layout.Inner(layout.Positions)
	head := strings.Split(s.text(), "\n")[in.Y]
	x := cells.Width(head[:strings.LastIndex(head, "B")])
	click := func(y int) { s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(in.Y + 1)
	s.sees("Brandt opposes the plan")
	click(in.Y) // the line of names chooses nothing
	s.sees("Brandt opposes the plan")
}

func TestStatementsWithoutASideAreShownOnDemand(t *testing.T) {
	s := sit(t, 140, 48).press("4", "t").misses("= states     ~the wall").sees("4 Positions 1/4", "= shows 1 statement")
	s.press("=").sees("= states     ~the wall", "4 Positions 1/5", "1 statement without a side shown")
	s.press("G", "t").sees("C the report", "=")
	s.press("=").misses("= states     ~the wall").sees("4 Positions 1/3")
}

func TestPositionsAreFilteredByHowTheyStand(t *testing.T) {
	s := sit(t, 140, 48).press("4", "f").typeIn("disputed").sees("2 shown").press("esc", "f").typeIn("conditional").
		sees("1 shown")
	s.press("enter", "t", "t").sees("a second survey", "1/1 of 3").misses("≠ a new wall")
	s.press("F", "g", "/").typeIn("waiting").press("enter").sees("“waiting” 1/1", "[−]")
}

// The card tells all of a speaker, and each of its lines leads to where that stands.
func TestACardTellsAllOfASpeaker(t *testing.T) {
	s := sit(t, 140, 60).press("3", "enter").in(layout.Card)
	s.sees("A Orla Fenn", "is      person, a woman", "as      “Mayor” ¶ 3", "first   “Mayor Orla Fenn” ¶ 3",
		"last    “she” ¶ 4", "49 % of the quoted words",
		"┃ 1 direct", "┋ 2 indirect", "≠ disputed by Brandt", "3 quotes")
	s.press("j", "j", "j", "j", "enter").in(layout.Article)
	if got := s.at.Lit.Of(harbour); got != "she" {
		t.Errorf("the line leads to %q", got)
	}
	s.press("H").in(layout.Card).press("G", "enter").in(layout.Article).atQuote("that the old wall had failed")
	s.press("c").misses("Share of voice").sees("2 Quotes")
	s.press("c").sees("Share of voice", "A Orla Fenn").press("J").sees("C the report").press("esc").
		misses("Share of voice")
}

func TestTheCardFollowsTheSpeakersList(t *testing.T) {
	s := sit(t, 140, 48).press("3", "c", "3", "j").sees("B Tomas Brandt", "is      person").in(layout.Speakers)
	s.press("m").sees("1 mention of Brandt").press("2").misses("Share of voice")
	s.press(")", "6").in(layout.Card).sees("the speaker is unknown")
}

func TestPanelsOpenAndCloseAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {100, 17}, {80, 24}, {60, 20}, {40, 12}} {
		for _, from := range []string{"1", "2", "3", "4"} {
			s := sit(t, size[0], size[1]).press(from)
			before := s.at.Focus
			s.press("c")
			if s.layout.Panes[layout.Card].Empty() {
				t.Errorf("%v from %s: the card is not seen", size, from)
			}
			if s.press("c"); s.at.Panel != view.NoPanel || s.at.Focus != before {
				t.Errorf("%v from %s: c does not close the card again: focus in %s", size, from, s.panes.Of(s.at.Focus).Name)
			}
		}
	}
}

// Where panes stand behind each other, each name says which key leads to it, or is whole.
func TestTheRowOfNamesTellsThePanesApart(t *testing.T) {
	row := func(s *sitting) string { return strings.Split(s.text(), "\n")[0] }
	for _, c := range []struct {
		w, h int
		keys []string
		want []string
	}{
		{40, 12, nil, []string{"Article", "Quotes", "Speakers", "Positions"}},
		{40, 12, []string{"w"}, []string{"1 Art", "2 Quo", "3 Spe", "4 Pos", "5 Why"}},
		{40, 12, []string{"c"}, []string{"1 Art", "2 Quo", "3 Spe", "4 Pos", "6 Car"}},
		{30, 8, nil, []string{"1 Art", "2 Quo", "3 Spe", "4 Pos"}},
		{30, 8, []string{"w"}, []string{"1 Art", "2 Quo", "3 Spe", "4 Pos", "5 Why"}},
		{30, 8, []string{"v", "w"}, []string{"1 A", "2 Q", "3 S", "4 P", "5 W"}},
		{40, 12, []string{"v"}, []string{"Art", "Quo", "Spe", "Pos", "Rev"}},
	} {
		s := sit(t, c.w, c.h).press(c.keys...)
		for _, name := range c.want {
			if !strings.Contains(row(s), name) || strings.Contains(row(s), "…") {
				t.Errorf("%d by %d after %q: the row of names is %q, want %q in it", c.w, c.h, c.keys, row(s), c.want)
			}
		}
	}
	s := sit(t, 40, 12).press("w")
	s.Update(tea.MouseClickMsg{X: strings.Index(row(s), "Spe"), Y: 0, Button: tea.MouseLeft})
	s.in(layout.Speakers)
}

// A pane asked for while the analysis is at work opens at its first row when that is done.
func TestAPaneAskedForEarlyOpensAtItsFirstRow(t *testing.T) {
	o := options()
	s := &sitting{newModel(context.Background(), o), t, map[string]int{}}
	s.Init()
	s.Update(windowOf(140, 48))
	s.Update(s.open(0)())
	s.press("4").sees("finding out who says what")
	s.read(0)
	s.sees("4 Positions 1/4").in(layout.Positions).press("enter").in(layout.Article)
}

// What is less sure is shown by a key, told apart, is led to as all else is, and goes again; a review asks for none of
// it.
func TestLessSurePositionsAreShownOnDemand(t *testing.T) {
	s := sit(t, 140, 48, finding(func(d *analysis.Document) {
		p := d.Positions[0]
		p.Stance, p.Topic, p.Confidence = analysis.Opposes, "a tidal barrier", 0.3
		d.Doubtful = []analysis.Position{p}
	})).press("4").sees("4 Positions 1/4", "~ shows 1 less sure").misses("a tidal barrier")
	s.press("~").sees("1 position shown that are less sure", "4 Positions 1/5", "a tidal barrier")
	s.press("G").sees("Fenn opposes", "unsure 0.30").press("enter").in(layout.Article).press("H").in(layout.Positions)
	s.press("~").sees("4 Positions", "~ shows 1 less sure").misses("a tidal barrier").check("what was less sure is gone")
	s.press("~", "v").misses("a tidal barrier").press("~").sees("a review asks for what is told unasked")
}

// Where no side was found, it is said in how many quotes, and that there is more where there is.
func TestNoSideFoundIsSaidTruly(t *testing.T) {
	s := sit(t, 140, 48, finding(func(d *analysis.Document) { d.Positions = nil }))
	s.press("4").sees("no side was found in 8 quotes").misses("nobody takes a side")
	s = sit(t, 140, 48, finding(func(d *analysis.Document) { d.Doubtful, d.Positions = d.Positions[:2], nil }))
	s.press("4").sees("no side was found in 8 quotes: ~ shows 2 less sure").press("~").sees("4 Positions", "a new wall")
}

// finding has the engine find something else in the harbour article.
func finding(change func(*analysis.Document)) func(*Options) {
	return func(o *Options) {
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
			d := harbourDocument()
			change(d)
			return d, nil
		}
	}
}

package reader

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/view"
)

// sizes are those of a wide screen, one with panes side by side, one with panes over each other, and one with room
// for one pane.
var sizes = [][2]int{{160, 48}, {100, 30}, {60, 20}, {40, 12}}

// kept are the decisions that ann's log holds.
func kept(d *shelfDesk) []string { return entriesOf(d, "ann") }

func entriesOf(d *shelfDesk, who string) (acts []string) {
	for _, e := range d.logs[who] {
		acts = append(acts, string(e.Act))
	}
	return acts
}

// longHarbour is the harbour article with so much behind it that its quotes and its end are never on one screen.
func longHarbour(o *Options) {
	o.Items = []Item{{Name: "long.txt", Open: func(context.Context) (articles.Article, error) {
		return articleOf("long", harbour+strings.Repeat("\n\nNobody spoke of the sea, the quay or the wall for a whole "+
			"year, and the boats went out and came in again.", 60)), nil
	}}}
}

// A digit that a moment ago led to a pane decides nothing that its reader does not see: what was decided is named, a
// digit without a speaker says so, and in a list digits lead to panes as they ever did.
func TestADigitNeverDecidesUnseen(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("1", "v").sees("digits say who it is").press("4").sees("there is no speaker 4").
		atQuote("that the harbour wall")
	if len(kept(d)) != 0 {
		t.Fatalf("decided: %v", kept(d))
	}
	s.press("2").sees("quote 1: now Tomas Brandt · u takes it back").press("u").
		sees("taken back: quote 1 is no longer Tomas Brandt’s")
	n := len(kept(d))
	s.press("tab").in(layout.Speakers).sees("1 Article", "3 Speakers").press("2").in(layout.Quotes).press("4").
		in(layout.Positions).press("1").in(layout.Article)
	if len(kept(d)) != n {
		t.Errorf("a digit in a list decided: %v", kept(d))
	}
	s.sees("Who says this?", "1 Fenn  2 Brandt").misses("1 Article")
}

// At every size the digits stand on the screen with their speakers while they decide.
func TestTheDigitsAreSeenWithTheirSpeakers(t *testing.T) {
	for _, size := range sizes {
		s, _ := underReview(t, size[0], size[1])
		s.press("v").sees("1 Fenn").press("2").sees("1 Fenn", "2 Brandt", "quote 1: now Tomas Brandt").press("z").
			sees("1 Fenn")
	}
}

// Whatever is decided is named in the status line, with the quote or the position that it is about.
func TestEveryDecisionIsNamed(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"a"}, "quote 1: right · u takes it back"},
		{[]string{"x"}, "quote 1: no quote · u takes it back"},
		{[]string{"2"}, "quote 1: now Tomas Brandt · u takes it back"},
		{[]string{"1"}, "quote 1: Orla Fenn, as it stood · u takes it back"},
		{[]string{"0"}, "quote 1: now unknown · u takes it back"},
		{[]string{"r", "A", ",", "B", "enter"}, "quote 1: now Orla Fenn and Tomas Brandt · u takes it back"},
		{[]string{"i", "1"}, "quote 1: now direct · u takes it back"},
		{[]string{"e", "b", "enter"}, "quote 1: words now “that the harbour wall must be r…” · u takes it back"},
		{[]string{"e", "b", "b", "s"}, "quote 1: two quotes now · u takes it back"},
		{[]string{"S", "b", "enter"}, "quote 1: source now “Mayor Orla” · u takes it back"},
		{[]string{"C", "0"}, "quote 1: no cue · u takes it back"},
		{[]string{"&"}, "quote 1: one with the next quote now · u takes it back"},
		{[]string{"!"}, "quote 1: flagged, to be looked at again · u takes it back"},
		{[]string{";", "n", "o", "enter"}, "quote 1: noted: no · u takes it back"},
		{[]string{"space"}, "quote 1: left for later · u takes it back"},
		{[]string{"D"}, "it counts for recall once 8 undecided quotes are decided · u takes it back"},
		{[]string{"p", "a"}, "position 1: right · u takes it back · next: Fenn opposes wait"},
		{[]string{"p", "x"}, "position 1: no position · u takes it back"},
		{[]string{"p", "i", "2"}, "position 1: now opposes · u takes it back"},
		{[]string{"p", "r", "2", "enter"}, "position 1: now Tomas Brandt · u takes it back"},
		{[]string{"p", "e", "b", "enter"}, "position 1: target now “"},
		{[]string{"p", ";", "n", "o", "enter"}, "position 1: noted: no · u takes it back"},
		{[]string{"p", "!"}, "position 1: flagged, to be looked at again · u takes it back"},
		{[]string{"p", "0"}, "a position is somebody's"},
	} {
		s, d := underReview(t, 160, 48)
		s.press(append([]string{"v"}, c.keys...)...).sees(c.want)
		if n := len(kept(d)); (n == 1) != strings.Contains(c.want, "u takes it back") && n != 1 {
			t.Errorf("%v: kept %v", c.keys, kept(d))
		}
	}
}

// The title bar tells that the article is under review, by whom and how far they are, also without colours and
// attributes.
func TestTheTitleBarShowsTheReview(t *testing.T) {
	for _, size := range sizes {
		for _, change := range []func(*Options){func(*Options) {}, func(o *Options) { o.NoColor = true },
			func(o *Options) { o.Dumb = true }} {
			s := sit(t, size[0], size[1], change).misses("REVIEW").press("v")
			if first := strings.SplitN(s.text(), "\n", 2)[0]; !strings.Contains(first, "REVIEW") {
				t.Errorf("%v: the title bar is %q", size, first)
			}
			s.check("v")
			s.press("v").misses("REVIEW")
		}
	}
	s, _ := underReview(t, 160, 48)
	s.press("v", "a", "a").sees("REVIEW ann · 2 of 8")
}

// esc leads out of another panel, a zoom and a list back into the review; then the review and its panel end together.
func TestEscLeavesTheReviewWithItsPanel(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "esc").misses("Who says this?", "REVIEW").sees("2 Quotes",
		"review ended: every decision is kept · v goes on with it").in(layout.Article)
	s.press("v", "w").sees("Why it is a quote", "REVIEW").press("esc").sees("Who says this?", "REVIEW")
	s.press("z").sees("REVIEW").press("esc").sees("Who says this?", "REVIEW")
	s.press("tab", "tab").in(layout.Review).press("esc").misses("Who says this?", "REVIEW")
	s.press("v", "p").in(layout.Positions).press("esc").in(layout.Article).sees("Who says this?", "REVIEW").press("esc").
		misses("REVIEW")
}

// Whatever is pressed: in a review the panel is open whenever the article has the focus, and without one it is not.
func TestReviewAndPanelStayTogether(t *testing.T) {
	every := []string{"v", "v", "esc", "esc", "w", "c", "z", "tab", "2", "3", "p", "1", "a", "x", "u", "J", "H", "L", ".",
		",", "o", "f", "enter", "+", "e", "&", "G", "g"}
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 5))
		size := sizes[seed%4]
		s, _ := underReview(t, size[0], size[1])
		var story []string
		for range 90 {
			k := every[rng.IntN(len(every))]
			story = append(story, k)
			s.press(k)
			switch open, on := s.at.Panel != view.NoPanel, s.reviewing.On(); {
			case on && s.at.Focus == layout.Article && !open:
				t.Fatalf("%v: the review has no panel", story)
			case !on && s.at.Panel == layout.Review:
				t.Fatalf("%v: the panel has no review", story)
			}
			s.check(strings.Join(story, " "))
		}
	}
}

// Help in a review lists what its keys do there, and no key twice.
func TestHelpInAReviewListsWhatItsKeysDo(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "?")
	var all []string
	for _, c := range s.menu.(*asking.Menu).All {
		all = append(all, c.Words)
	}
	listed := strings.Join(all, "\n")
	for _, want := range []string{"accept ", "by-digit ", "next-quote ", "leave "} {
		if !strings.Contains(listed, want) {
			t.Errorf("%q is not listed", want)
		}
	}
	for _, wrong := range []string{"\nquotes the quotes", "stop the analysis", "analyse an article", "less room",
		"take-first", "dotted", "all of it stands"} {
		if strings.Contains(listed, wrong) {
			t.Errorf("%q is listed", wrong)
		}
	}
	s.press("esc", "tab", "?")
	for _, c := range s.menu.(*asking.Menu).All {
		if strings.HasPrefix(c.Words, "by-digit") {
			t.Error("in a list digits are said to decide")
		}
	}
}

// between sets a desk on which ann and ben differ on the speaker of the second quote, and only ann has a quote that
// was missed.
func between(t *testing.T, d *shelfDesk, change ...func(*Options)) {
	t.Helper()
	open := func(name string) *sitting {
		d.reviewer = name
		return sit(t, 160, 48, append(change, func(o *Options) { o.Desk = d })...).press("v")
	}
	open("ann").press("a", "2").press("+", "/").typeIn("second surv").press("enter", "enter", "0", "0").typeIn("fenn").
		press("enter").sees("added: said by Orla Fenn").press("D")
	open("ben").press("a", "a", "D")
	d.reviewer = "cem"
}

// The question is on the screen when the review opens, wherever somebody stopped reading, and stays there when the
// window changes. A key pressed after it was scrolled away brings it back and decides nothing.
func TestTheQuestionBetweenTwoIsAlwaysSeen(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {60, 20}, {40, 12}} {
		d := &shelfDesk{reviewer: "ann", logs: map[string][]review.Entry{}}
		between(t, d, longHarbour)
		d.place = len(harbour) + 3000
		s := sit(t, size[0], size[1], longHarbour, func(o *Options) {
			o.Desk, o.Between, o.Reviewing = d,
				[]string{"ann", "ben"}, true
		})
		s.atQuote("“We cannot wait").sees("REVIEW", "ann", "ben", "“We cannot")
		if s.sees("ann ~", "ben ✓"); !s.inSight(1) {
			t.Errorf("%v: the quote in question is not on the screen", size)
		}
		s.Update(windowOf(size[0]+20, size[1]-4))
		if s.Update(windowOf(size[0], size[1])); !s.inSight(1) {
			t.Errorf("%v: after a change of the window the quote in question is not on the screen", size)
		}
		for range 12 {
			s.press("pgdown")
		}
		if s.press(">").sees("quote 2 was not on the screen"); len(d.logs["cem"]) != 0 || !s.inSight(1) {
			t.Errorf("%v: it is decided unseen: %v", size, d.logs["cem"])
		}
		s.press(">").sees("quote 2: as ben: right")
		if got := d.logs["cem"]; len(got) != 1 || got[0].Act != review.Accept {
			t.Errorf("%v: the third decided %+v", size, got)
		}
	}
}

// A quote that only one of the two has is put in question too, is lit where it stands, and is taken or left by name.
func TestAQuoteOfOneOfTheTwoIsPutInQuestion(t *testing.T) {
	d := &shelfDesk{reviewer: "ann", logs: map[string][]review.Entry{}}
	between(t, d)
	s := func() *sitting {
		return sit(t, 160, 48, func(o *Options) {
			o.Items, o.Desk, o.Between, o.Reviewing = []Item{harbourItem()}, d, []string{"ann", "ben"}, true
		})
	}()
	s.sees("where ann and ben differ",
		"Who says this?",
		"< ann ~ corrected B Tomas Brandt", "> ben ✓ right A Orla Fenn", "< as ann  > as ben")
	s.press("?").sees("decide as ann did", "decide as ben did").press("esc")
	s.press("<").sees("quote 2: as ann: now Tomas Brandt")
	words, ok := s.reviewing.Gone()
	if !ok || words[0].Of(harbour) != "second survey" {
		t.Fatalf("in question is %v, %v", words, ok)
	}
	s.sees("< ann", "+ missed", "> ben has no such quote").press("<").sees(
		"the quote “second survey”: as ann: added: said by Orla Fenn")
	if got := entriesOf(d, "cem"); !slices.Equal(got, []string{"speakers", "add"}) {
		t.Errorf("the third decided %v", got)
	}
	s.press("u").press(">").sees("the quote “second survey”: as ben: no quote")
}

// No step of what was missed is lost: an empty answer is asked for again, esc goes a step back, and what could not be
// kept is kept once it can be.
func TestNoStepOfAMissedQuoteIsLost(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "+").sees("missed quote 1 of 4: its words").press("/").typeIn("second surv").press("enter", "enter")
	s.sees("missed quote 2 of 4: its cue · esc: back to the words").press("/").typeIn("asked").press("enter", "enter")
	s.sees("missed quote 3 of 4: its source · esc: back to the cue").press("0").
		sees("missed quote 4 of 4: who says it", "esc back to the source")
	s.press("enter").sees("nobody was named", "missed quote 4 of 4: who says it").typeIn("bran").press("esc")
	s.sees("missed quote 3 of 4: its source").press("esc").sees("missed quote 2 of 4: its cue “asked”", "the end moves")
	s.press("esc").sees("missed quote 1 of 4: its words “second survey”").press("enter", "enter", "0").
		sees("who says it bran", "Tomas Brandt")
	d.full = true
	s.press("enter").sees("the disk is full", "who says it bran")
	d.full = false
	s.press("enter").sees("the quote “second survey”: added: said by Tomas Brandt · u takes it back")
	if got := kept(d); !slices.Equal(got, []string{"add"}) {
		t.Errorf("kept: %v", got)
	}
	s.press("+", "enter").sees("nothing was chosen").press("w").sees("missed quote 1 of 4").press("esc").
		sees("left as it was").in(layout.Article)
}

func TestNoStepOfAMissedPositionIsLost(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "p", "+").sees("missed position 1 of 3: its target").press("v", "w", "enter").
		sees("missed position 2 of 3: who takes a side")
	s.press("?", "enter").sees("a position is somebody's", "missed position 2 of 3").press("backspace").typeIn("1").
		press("enter").sees("missed position 3 of 3: which side?")
	s.press("esc").sees("missed position 2 of 3: who takes a side 1").press("esc").
		sees("missed position 1 of 3: its target “").press("enter", "enter", "1")
	s.sees(": added: Orla Fenn supports “", "u takes it back").in(layout.Positions)
	if got := kept(d); !slices.Equal(got, []string{"add-position"}) {
		t.Errorf("kept: %v", got)
	}
}

// Where an answer will not do, or cannot be kept, it stays to be bettered.
func TestWhatIsRefusedIsAskedAgain(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "r").typeIn("17").press("enter").sees("nobody was named", "who says it 17").
		press("backspace", "backspace").typeIn("2").press("enter").sees("now Tomas Brandt").press("u")
	s.press(";", "enter").sees("nothing is written yet", "note on quote 1").typeIn("why?").press("enter").
		sees("quote 1: noted: why?")
	s.press("e", "0").sees("a quote has words").press("b")
	d.full = true
	s.press("enter").sees("the disk is full").press("b").sees("content “that the harbour")
	s.press("esc").sees("left as it was").press("p", "e", "0").sees("a position has a target").press("esc").
		in(layout.Positions)
	s.press("g", "i", "2").sees("the disk is full")
	d.full = false
	s.press("i", "2").sees("position 1: now opposes")
	s.press("esc", "s", "&").typeIn("1").press("enter").sees("that is one speaker", "same as 1").press("esc")
	for i, k := range kept(d) {
		if want := []string{"speakers", "undo", "note", "stance"}[i]; k != want {
			t.Errorf("entry %d is %s, want %s", i, k, want)
		}
	}
}

// What is decided stands in the list as a sign, what is not by nothing, and joint speakers keep their letters there and
// at the edge; the question stands once, with the words beside it that are vouched for too.
func TestTheListIsQuiet(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v").sees("v end review", "›    A  that the harbour wall").
		misses("undecided", "Last decisions", "In line", "0/8")
	s.press("r").typeIn("1, 2").press("enter").sees("~  AB that the harbour wall", "~AB")
	s.press("x", "!").sees("✗  A  “We cannot", "›  !")
	if n := strings.Count(s.text(), "Who says this?"); n != 1 {
		t.Errorf("the question stands %d times", n)
	}
}

// Those who may be meant are listed under the question as one types, by letter, the likely ones first; where the panel
// is not on the screen, in the last line.
func TestWhoMayBeMeantIsListed(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a", "a", "r").sees("B Tomas Brandt", "? unknown").misses("1 Fenn")
	b, a := strings.Index(s.text(), "│   B Tomas Brandt"), strings.Index(s.text(), "│   A Orla Fenn")
	if b < 0 || a < b {
		t.Errorf("whom the machine names is not listed first: %d, %d", b, a)
	}
	s.typeIn("fenn").sees("│   A Orla Fenn").misses("? unknown")
	s.press("backspace", "backspace", "backspace", "backspace").typeIn("Vera").
		sees("nobody of that name yet").press("esc").sees("1 Fenn")
	if n := len(d.logs["ann"]); n != 2 {
		t.Errorf("%d entries are kept", n)
	}
	s, _ = underReview(t, 60, 20)
	s.press("v", "r").sees("A Orla Fenn", "B Tomas").typeIn("b").sees("B Tomas Brandt").misses("A Orla Fenn  ")
}

// The edge that moves bears a caret, in its own look and as the terminal's cursor.
func TestTheMovedEdgeHasACaret(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	if s.press("v"); s.cursorOnScreen() != nil {
		t.Error("there is a cursor where nothing is typed")
	}
	end := s.press("e").cursorOnScreen()
	back := s.press("b").cursorOnScreen()
	start := s.press("v").cursorOnScreen()
	if end == nil || back == nil || start == nil || *end == *back || *back == *start || end.Shape != tea.CursorBar {
		t.Fatalf("the cursor goes from %v to %v and %v", end, back, start)
	}
	marks := s.picking.Marks()
	first := s.doc().Quotes[0].Content[0].Start
	if caret := marks[len(marks)-1]; caret.Ink.Flags != page.Caret || caret.Span.Start != first {
		t.Errorf("the caret is %+v", caret)
	}
	if s.press("esc"); s.cursorOnScreen() != nil {
		t.Error("the cursor stays")
	}
}

// Whether a quote was said at all is decided beside its kind, and shows wherever the quote does.
func TestAReviewerSaysThatAQuoteWasDenied(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "i").sees("Which kind? It is indirect, said", "Was it said at all?").press("5")
	s.sees("quote 1: now denied · u takes it back", "A Orla Fenn · ¬ denied", "~ corrected")
	s.press("i").sees("It is indirect, denied").press("5").sees("quote 1: denied as it was")
	s.press("i").typeIn("refused").press("enter").sees("quote 1: now refused", "Ø refused").press("u").sees("¬ denied")
	s.press("u").misses("¬ denied").sees("taken back: quote 1 is no longer denied")
	if got := kept(d); !slices.Equal(got, []string{"polarity", "polarity", "undo", "undo"}) {
		t.Errorf("kept: %v", got)
	}
}

// What is shown of a quote in question is one figure: how likely it is that both its words and its speaker are right.
func TestTheQuestionTellsOneFigure(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v")
	q := s.doc().Quotes[0]
	if s.sees(fmt.Sprintf("A Orla Fenn · sure %.2f", q.Certainty())); q.Certainty() == q.Confidence {
		t.Error("the two figures of the fixture are the same")
	}
}

// What is taken back on a position is named with it, and it is current again.
func TestADecisionOnAPositionIsTakenBackWhereItStands(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "p", "a", "i", "1").sees("position 3: now supports").press("g").sees("Fenn supports the harbour wall")
	s.press("u").sees("taken back: position 3 is no longer supports").press("u").sees("taken back: position 1 was “right”")
	if s.in(layout.Positions); s.at.Position != 0 {
		t.Errorf("position %d is current", s.at.Position)
	}
}

package reader

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
)

// underReview opens the harbour article at a desk of its own.
func underReview(t *testing.T, w, h int) (*sitting, *shelfDesk) {
	d := &shelfDesk{reviewer: "ann", logs: map[string][]review.Entry{}}
	return sit(t, w, h, func(o *Options) { o.Desk = d }), d
}

// Every key decides and goes on to the next; progress and accuracy follow, and every decision is kept at once.
func TestAReviewerDecidesAndGoesOn(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v").in(layout.Article).sees("ann · 0 of 8 decided", "in reading order", "Who says this?",
		"A Orla Fenn · sure 0.91 · indirect", "1 Fenn  2 Brandt", "0 unknown", "a right", "x no quote")
	s.press("a").atQuote("“We cannot wait").sees("REVIEW ann · 1 of 8", "accuracy so far 1.00", "✓",
		"quote 1: right · u takes it back")
	s.press("a", "2").atQuote("that the old wall had failed").sees("3 of 8", "quote 3: Tomas Brandt, as it stood")
	s.press("x").atQuote("the wall lost").sees("4 of 8", "accuracy so far 0.75", "✗",
		"quote 4: no quote · u takes it back")
	s.press("0").atQuote("“It sounded like thunder,” a neighbour")
	s.press("a", "space").atQuote("“Nobody").press("a").atQuote("“It sounded like thunder,”").sees("skipped").press("a").
		sees("all in line is decided")
	if n := len(d.logs["ann"]); n != 9 {
		t.Errorf("%d entries are kept", n)
	}
	if got := s.doc().Speakers; len(s.doc().Quotes) != 7 || len(got) == 0 {
		t.Errorf("the corrected article has %d quotes", len(s.doc().Quotes))
	}
	s.press("v").misses("Who says this?").sees("review ended: every decision is kept").in(layout.Article)
}

// What is taken back is asked again, as far as one likes, and is restored the same way, also by a reader opened anew.
func TestUndoAndRedoWithoutLimit(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a", "2", "x", "a")
	s.press("u").sees("taken back: quote 4 was “right”").atQuote("that the old wall had failed")
	s.press("u").sees("taken back: quote 3 was “no quote”").atQuote("that the plan was")
	again := sit(t, 160, 48, func(o *Options) { o.Desk = d }).press("v", "u").
		sees("taken back: quote 2 is no longer Tomas Brandt’s").atQuote("“We cannot wait")
	again.press("u", "u").sees("nothing is left to take back").press("ctrl+r", "ctrl+r").
		sees("restored: quote 2: now Tomas Brandt")
	if who := again.doc().Quotes[1].Speakers; len(who) != 1 || again.doc().Speakers[who[0]].Name != "Tomas Brandt" {
		t.Errorf("the second quote is by %v", who)
	}
}

func TestWhatCannotBeKeptIsNotShown(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v")
	d.full = true
	s.press("x").sees("the disk is full: the decision is not kept").atQuote("that the harbour wall")
	if len(s.doc().Quotes) != 8 {
		t.Error("a quote is gone that was not kept so")
	}
}

// Once the library is lost, nobody is to choose words or names for nothing: each key that decides says why at once, and
// the others do what they ever did.
func TestALostLibraryIsToldBeforeAnythingIsChosen(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a").sees("1 of 8 decided")
	d.lost = errors.New("the library is lost: saved in lost.db")
	for _, key := range strings.Fields("a x 2 0 r e S C + i & space ! ; u ctrl+r D O") {
		s.press(key).sees("the library is lost: saved in lost.db", "1 of 8 decided")
		if s.picking.On() || s.prompt != nil || s.menu != nil {
			t.Fatalf("%s begins something that cannot be kept", key)
		}
	}
	s.press("J").misses("the library is lost").press("%").press("esc")
	s.press("v").sees("the library is lost: saved in lost.db").misses("every decision is kept")
}

func TestWhoByNameLetterAndNewName(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "r").sees("who says it").typeIn("brand").sees("Tomas Brandt").press("enter").atQuote("“We cannot wait")
	s.press("r").typeIn("A,B").sees("Orla Fenn and Tomas Brandt").press("enter")
	s.press("r").typeIn("Ada Quill").sees("new: Ada Quill").press("enter").atQuote("that the old wall had failed")
	s.press("r").typeIn("?").sees("unknown").press("enter")
	s.press("r").press("esc").atQuote("the wall lost")
	doc := s.doc()
	var got []string
	for _, q := range doc.Quotes[:4] {
		for _, w := range q.Speakers {
			got = append(got, doc.Speakers[w].Name)
		}
	}
	if len(got) != 4 || got[0] != "Tomas Brandt" || got[3] != "Ada Quill" {
		t.Errorf("said by %q", got)
	}
}

// The edges of a content are moved by words, signs and sentences, seen as they move, and nothing is decided before
// enter.
func TestTheWordsOfAQuoteAreCorrected(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "e").sees("content “that the harbour wall", "the end moves")
	s.press("b", "b", "b").sees("winter storms return”").press("esc").sees("left as it was")
	if len(d.logs["ann"]) != 0 {
		t.Fatal("something was decided")
	}
	s.press("e", "b", "b", "b", "v", "w", "enter").sees("quote 1: words now “the harbour wall must be",
		"u takes it back").atQuote("“We cannot wait").press("K")
	if got := s.current().Quoted(0); got != "the harbour wall must be rebuilt before the winter storms return" {
		t.Errorf("the content is %q", got)
	}
	s.press("S", "b", "enter").sees("quote 1: source now “Mayor Orla”").atQuote("“We cannot wait").press("K", "C", "0").
		sees("quote 1: no cue").atQuote("“We cannot wait")
	q := s.doc().Quotes[0]
	if len(q.Cue) != 0 || q.Source[0].Of(harbour) != "Mayor Orla" {
		t.Errorf("%+v", q)
	}
}

func TestAQuoteIsPartedAndJoined(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "e", "b", "b", "b", "b", "s").sees("two quotes now")
	if n := len(s.doc().Quotes); n != 9 {
		t.Fatalf("%d quotes", n)
	}
	s.press("&").sees("quote 1: one with the next quote now")
	if n := len(s.doc().Quotes); n != 8 {
		t.Fatalf("%d quotes", n)
	}
}

// picked are the words that are lit while words are chosen.
func (s *sitting) picked() analysis.Span {
	marks := s.picking.Marks()
	if last := len(marks) - 1; marks[last].Ink.Flags == page.Caret {
		marks = marks[:last]
	}
	return marks[len(marks)-1].Span
}

// A quote that was missed is chosen by words, with its cue, its source and its speaker.
func TestAMissedQuoteIsAdded(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "/").typeIn("asked for").press("enter", "esc", "+").sees("missed quote", "v holds")
	for s.picked().Of(harbour) != "a" || s.picked().Start < placeOf(harbour, "asked for", 1).End {
		s.press("w")
	}
	s.press("v", "w", "w", "enter").sees("its cue")
	for s.picked().Of(harbour) != "asked" {
		s.press("w")
	}
	s.press("v", "w", "enter").sees("its source").press("v", "w", "enter").sees("who says it Tomas Brandt").press("enter").
		sees("the quote “a second survey”: added: said by Tomas Brandt", "+ missed")
	q := s.doc().Quotes[s.at.Quote]
	if q.Content[0].Of(harbour) != "a second survey" || q.Cue[0].Of(harbour) != "asked for" ||
		s.doc().Speakers[q.Speakers[0]].Name != "Tomas Brandt" {
		t.Errorf("%+v", q)
	}
}

// Words are found by typing them: held ones are drawn out to them, others become them; esc leaves all as it was.
func TestWordsAreChosenByTypingThem(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "e", "/").typeIn("an engineer").sees("to the words an engineer").press("enter").sees("the end moves")
	if got := s.picked().Of(harbour); !strings.HasSuffix(got, "an engineer") ||
		!strings.HasPrefix(got, "that the harbour wall") {
		t.Errorf("drawn out to %q", got)
	}
	s.press("/").typeIn("mayor").sees("not where the edge can go").press("esc")
	if got := s.picked().Of(harbour); !strings.HasSuffix(got, "an engineer") {
		t.Errorf("after esc %q is chosen", got)
	}
	s.press("esc", "+", "/").typeIn("second surv").press("enter", "enter").sees("its cue", "v holds").press("/").
		typeIn("asked").press("enter", "enter").sees("its source").
		press("/").typeIn("tomas").press("enter", "enter").sees("who says it Tomas Brandt").press("enter").
		sees("the quote “second survey”: added: said by Tomas Brandt")
	q := s.doc().Quotes[s.at.Quote]
	if q.Content[0].Of(harbour) != "second survey" || q.Cue[0].Of(harbour) != "asked" ||
		q.Source[0].Of(harbour) != "Tomas" || s.doc().Speakers[q.Speakers[0]].Name != "Tomas Brandt" {
		t.Errorf("%+v", q)
	}
}

func TestPositionsAreReviewedWhereTheyStand(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v").sees("x no quote").press("p").in(layout.Positions).misses("no quote").
		sees("Fenn supports the harbour wall", "x no position").press("a").
		sees("Fenn opposes wait", "✓  + supports")
	s.press("i").sees("Which side?").press("1").sees("Brandt opposes the plan")
	s.press("a").sees("Brandt opposes a second survey").press("x").sees("no further position is undecided")
	doc := s.doc()
	if len(doc.Positions) != 4 || doc.Positions[1].Stance != analysis.Supports &&
		doc.Positions[2].Stance != analysis.Supports {
		t.Errorf("%+v", doc.Positions)
	}
	s.press("g", "e").sees("target “the harbour wall must be rebuilt”").press("b", "b", "b", "enter").in(layout.Positions).
		sees("the harbour wall ")
	s.press("+").in(layout.Article).sees("missed position 1 of 3: its target").press("v", "w", "enter").
		sees("missed position 2 of 3: who takes a side").typeIn("1").press("enter").
		sees("missed position 3 of 3: which side?").press("2").sees("added: Orla Fenn opposes").
		in(layout.Positions)
	if doc = s.doc(); len(doc.Positions) != 5 {
		t.Errorf("%d positions", len(doc.Positions))
	}
	for range 4 {
		s.press("u")
	}
	if doc = s.doc(); len(doc.Positions) != 5 ||
		doc.Positions[0].Target[0].Of(harbour) != "the harbour wall must be rebuilt" {
		t.Errorf("after all is taken back: %+v", doc.Positions)
	}
}

// Blind, the machine's answer shows nowhere before the reviewer has given theirs.
func TestBlindReview(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "O").sees("What is reviewed", "least sure first", "a random sample of 20", "blind:").typeIn("blind").
		press("enter")
	s.sees("the machine’s answer is hidden", ", blind").misses("A┊ Mayor", "A Fenn", "likely 0.80", "+ supports")
	s.press("a").sees("say who says it").press("1").atQuote("“We cannot wait").sees("✓")
	s.press("1").sees("2 of 8", "accuracy so far 1.00")
}

func TestARandomSampleHasItsSeed(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "O").typeIn("sample of 10").press("enter").sees("a random sample of 10, seed 10000", "0 of 8 decided")
	if got := d.logs["ann"]; len(got) != 1 || got[0].Sitting == nil || got[0].Sitting.Seed == 0 {
		t.Errorf("%+v", got)
	}
	s.press("O").typeIn("least").press("enter").sees("least sure first").atQuote("“Nobody will pay")
	s.press("O").typeIn("only").press("enter").sees("only ")
}

func TestTwoReviewersSeeEachOtherOnlyWhenTheyAsk(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "2", "a", "v")
	d.reviewer = "ben"
	s = sit(t, 160, 48, func(o *Options) { o.Desk = d }).press("v").sees("ben · 0 of 8").misses("Others")
	s.press("*").sees("shown: what ann decided", "ann ~ corrected", "Tomas Brandt").press("a", "a", "*").sees("hidden")
	s.press("O").typeIn("ann").press("enter").sees("where ann decided otherwise", "1 of 1 decided")
	asked := d.asked
	if s.press("J", "w", "w").View(); d.asked != asked {
		t.Errorf("the others are looked up %d times to draw the screen", d.asked-asked)
	}
}

func TestNotesFlagsAndCompleteness(t *testing.T) {
	s, _ := underReview(t, 160, 60)
	s.press("v", ";").typeIn("who is the council?").press("enter").sees("noted", "note: who is the council?")
	s.press("!").sees("flagged").press("D").sees("complete", "nothing is missed").press("D").sees("reopened")
	s.press("tab", "tab").in(layout.Review).press("f").typeIn("flagged").sees("1 shown").press("enter").sees("“flagged”").
		press("enter").in(layout.Article)
	s.press("i").sees("Which kind?").typeIn("direct").press("down", "enter").sees("quote 1: indirect as it was").
		press("i").typeIn("mixed").press("enter").sees("quote 1: now mixed")
}

// A click on a mention answers who says it; a click beside any makes the word a name.
func TestAMentionIsClicked(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "r")
	x, y := s.cellOf("Tomas Brandt, an engineer")
	s.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	s.atQuote("“We cannot wait").sees("B┋ Mayor")
}

// cellOf is the cell where words stand on the screen.
func (s *sitting) cellOf(words string) (x, y int) {
	s.t.Helper()
	for y, l := range strings.Split(s.text(), "\n") {
		if i := strings.Index(l, words); i >= 0 {
			return codePointWidth(l[:i]), y
		}
	}
	s.t.Fatalf("%q is not seen", words)
	return 0, 0
}

func TestReadingGoesOnWhereItStopped(t *testing.T) {
	s, d := underReview(t, 120, 14)
	s.press("#").typeIn("6").press("enter")
	want := s.current().text.TopOffset(&s.at)
	s.leaveAll()
	again := sit(t, 120, 14, func(o *Options) { o.Desk = d }).sees("where you stopped reading: g goes to the top")
	if got := again.current().text.TopOffset(&again.at); got != want || want == 0 {
		t.Errorf("it goes on at byte %d, not at %d", got, want)
	}
}

func TestHelpTellsTheKeysOfWhatIsDone(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "?").sees("Keys in the review", "it is right: go on to the next", "From quote to quote").press("esc")
	s.press("e", "?").sees("Keys while choosing words", "these are the words").misses("From quote to quote").press("esc").
		sees("content “that")
}

func TestFiguresAreAPage(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "a", "2", "x", "%").sees("How accurate", "3 quotes decided", "it is a quote", "0.67").
		press("pgdown", "esc").sees("Who says this?")
}

// A key pressed once too often changes nothing: behind the last nothing is in question, and what is right stays as it
// is.
func TestNothingIsDecidedTwiceByPressingOn(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a", "a", "a", "a", "a", "a", "a", "a").sees("all in line is decided")
	s.press("1").sees("nothing is in question").press("x").sees("nothing is in question")
	if n := len(d.logs["ann"]); n != 8 {
		t.Errorf("%d entries are kept of 8 decisions", n)
	}
	s.press("J", "a")
	if n := len(d.logs["ann"]); n != 8 {
		t.Errorf("what was right was decided again: %d entries", n)
	}
}

// Digits, letters and colours stay with their speakers, also where a speaker has nothing to say any more.
func TestADigitStaysWithItsSpeaker(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v").sees("1 Fenn  2 Brandt  3 the report").press("2", "2", "a", "2").sees("1 Fenn  2 Brandt  3 the report")
	if who := s.doc().Quotes[0].Speakers; len(who) != 1 || s.doc().Speakers[who[0]].Name != "Tomas Brandt" {
		t.Errorf("the first quote is by %v", who)
	}
	s.press("1")
	if got := s.doc().Speakers[0].Name; got != "Orla Fenn" {
		t.Errorf("the first speaker is %s", got)
	}
}

// Whoever is meant by what is typed is told before it is taken, and nobody is taken where two fit.
func TestWhoIsMeantIsNeverGuessed(t *testing.T) {
	s, _ := underReview(t, 160, 48)
	s.press("v", "r").typeIn("b").sees("Tomas Brandt").press("esc")
	s.press("r").typeIn("fenn and brandt").sees("Orla Fenn and Tomas Brandt").press("esc")
	s.press("r").typeIn("Fenn, orla fenn").sees("Orla Fenn ").misses("Orla Fenn and Orla Fenn").press("esc")
	s.press("r").typeIn("17").misses("new: 17").press("enter").sees("nobody was named").press("esc")
	s.press("r").typeIn("=Tomas Fenn").sees("new: Tomas Fenn").press("enter")
	s.press("r").typeIn("fenn").sees("Orla Fenn or Tomas Fenn?").press("enter").sees("nobody was named: ").
		press("esc", "r").typeIn("orla f").sees("Orla Fenn").press("esc")
}

// What is left as it is counts for no correction, and no quote is parted into one without words.
func TestWhatIsLeftAsItIsIsNoCorrection(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "e", "enter").sees("the content is as it was").press("C", "enter").sees("the cue is as it was")
	s.press("i").sees("It is indirect").press("3").sees("quote 1: indirect as it was")
	s.press("a", "e", "b", "s").sees("move the edge to where the second quote begins").press("esc")
	s.press("+", "enter").sees("nothing was chosen").press("esc")
	if n := len(d.logs["ann"]); n != 1 {
		t.Errorf("%d entries are kept of one decision", n)
	}
	s.press("D").sees("it counts for recall once 7 undecided quotes are decided")
	s.press("p", "e", "esc").in(layout.Positions)
}

// Where two differ on positions, the third is led to them after the quotes, sees what each has, and takes either.
func TestPositionsAreDecidedBetweenTwo(t *testing.T) {
	s, d := underReview(t, 160, 48)
	s.press("v", "a", "p", "g", "i", "2")
	d.reviewer = "ben"
	sit(t, 160, 48, func(o *Options) { o.Desk = d }).press("v", "a", "p", "g", "a")
	d.reviewer = "cem"
	s = sit(t, 160, 48, func(o *Options) { o.Desk, o.Between, o.Reviewing = d, []string{"ann", "ben"}, true })
	s.sees("the two differ on 1 position: p leads")
	s.press("p").in(layout.Positions).sees("ann: opposes, ben: supports").press("<").
		sees("no further position is undecided")
	if got := d.logs["cem"]; len(got) != 1 || got[0].Act != review.SetStance || got[0].To.Stance != "opposes" {
		t.Errorf("the third decided %+v", got)
	}
}

package reader

import (
	"strings"
	"testing"

	"hearsay/ui/reader/layout"
)

func TestAReaderSeesWhoSaidWhat(t *testing.T) {
	sit(t, 160, 48).
		sees("Council splits over harbour wall", "1 Article", "2 Quotes 1/8", "3 Speakers 1/3", "4 Positions 1/4",
			"by topic").
		sees("A Fenn", "B Brandt", "? unknown", "Orla Fenn · Mayor", "Tomas Brandt · an engineer", "+ supports", "− opposes").
		sees("A Orla Fenn ← “Mayor Orla Fenn” · indirect · sure 0.91").
		sees("J next", "? help").
		atQuote("that the harbour wall must be rebuilt")
}

// quote → speaker → that speaker's quotes → position → evidence → speaker, and all the way back.
func TestEveryThingLeadsToTheNext(t *testing.T) {
	s := sit(t, 120, 40).press("J", "J").atQuote("that the plan was").in(layout.Article)
	start := s.at
	s.press("enter").in(layout.Speakers).sees("Tomas Brandt · person · an engineer · 3 quotes")
	s.press("enter").in(layout.Card).press("Q").in(layout.Quotes).atQuote("that the plan was")
	s.press("p").in(layout.Positions).sees("Brandt opposes the plan")
	s.press("enter").in(layout.Article).atQuote("that the plan was")
	if s.at.Evidence == none {
		t.Error("the evidence is not lit")
	}
	s.press("s").in(layout.Speakers)
	for range 6 {
		s.press("H")
	}
	if s.at != start {
		t.Errorf("back leads to %+v, not to %+v", s.at, start)
	}
	for range 6 {
		s.press("L")
	}
	s.in(layout.Speakers)
}

func TestQuotesOfOneSpeaker(t *testing.T) {
	s := sit(t, 120, 40).press("}").atQuote("“We cannot wait another year,” … “The sea")
	s.press("}").atQuote("that the old wall had failed")
	s.press("}").atQuote("that the old wall").sees("no further quote by Fenn that way")
	s.press("{").atQuote("“We cannot").press("{").atQuote("that the harbour")
}

func TestOnlyOneSpeaker(t *testing.T) {
	s := sit(t, 120, 40).press("3", "j", "o").sees("only Brandt", "2 Quotes 1/3 of 8").misses("A Fenn")
	if got := strings.Count(s.text(), "A┊"); got != 0 {
		t.Errorf("%d lines are still marked as Fenn's:\n%s", got, s.text())
	}
	s.press("o").sees("2 Quotes 3/8")
	s.press("o", "esc", "esc").sees("2 Quotes")
	if s.at.Only != none {
		t.Error("esc does not bring the others back")
	}
}

func TestSearchFollowsWhatIsTyped(t *testing.T) {
	s := sit(t, 120, 40).press("/").typeIn("wall").sees("search wall", "1/4")
	s.press("enter").sees("“wall” 1/4").press("n").sees("2/4").press("N", "N").sees("4/4")
	s.press("/").typeIn("Wall").sees("not found").press("esc")
	if s.at.Query != "wall" {
		t.Errorf("after esc the search is %q", s.at.Query)
	}
	s.press("esc")
	if s.at.Query != "" || s.hits.Len() != 0 {
		t.Error("esc does not put the hits out")
	}
}

func TestFilterAList(t *testing.T) {
	s := sit(t, 120, 40).press("2", "f").typeIn("direct thunder").sees("filter Quotes", "1 shown", "“It sounded").
		misses("A Fenn  ")
	s.press("enter").atQuote("“It sounded like thunder,”").sees("2 Quotes 1/1 of 8 · “direct thunder”")
	s.press("esc").sees("2 Quotes 7/8")
	s.press("f").typeIn("zebra").sees("nothing matches “zebra”").press("esc").sees("2 Quotes 7/8")
	s.press("4", "f").typeIn("fenn").sees("2 shown")
}

func TestTheDisputeStandsAtTheTop(t *testing.T) {
	s := sit(t, 120, 40).press("4").sees("by topic", "a new wall · disputed: 1 for, 1 against", "waiting",
		"+ supports A Fenn", "− opposes  B Brandt")
	top := strings.Split(s.text(), "\n")[0]
	if !strings.Contains(top, "a new wall: 1 for, 1 against") {
		t.Errorf("the line at the top says %q", top)
	}
}

func TestWhyTellsTheReasons(t *testing.T) {
	s := sit(t, 120, 40).press("J", "w").sees("Direct quote · likely 0.80", "“she” is the woman named last", "“told”",
		"A Orla Fenn", "opposes wait another year")
	s.press("tab", "tab").in(layout.Why).press("j", "j", "j", "enter").in(layout.Article)
	s.press("G", ")").sees("speaker unknown", "nobody is named near it")
	s.press("w").misses("speaker unknown because").sees("3 Speakers")
}

func TestHelpRunsWhatIsChosen(t *testing.T) {
	s := sit(t, 120, 40).press("?").sees("Keys: article", "next quote", "From quote to quote")
	s.typeIn("speaker of the current").misses("From quote to quote").press("enter").in(layout.Speakers)
	s.press("?").sees("Keys: speakers", "their quotes").press("esc").in(layout.Speakers)
	s.press("?").typeIn("dotted").press("esc").press("?").typeIn("indirect").
		sees("none of it stands in quotation marks").press("esc")
}

func TestPaletteKnowsEveryActionAndNumber(t *testing.T) {
	s := sit(t, 120, 12).press(":").sees("Every action").typeIn("psns").sees("› psns", "the positions").press("esc")
	s.press(":").typeIn("6").sees("go to paragraph 6").press("enter").sees("¶ 6/9")
	s.press(":").typeIn("0%").press("enter").sees("¶ 1/9")
}

func TestGoToAParagraph(t *testing.T) {
	sit(t, 120, 12).press("#").sees("go to paragraph").typeIn("100%").press("enter").sees("100 %").
		press("g").sees("· 0 %").press("#").typeIn("x").press("enter").sees("type a paragraph's number")
}

func TestAnArticleThatCannotBeOpened(t *testing.T) {
	s := sit(t, 120, 40).press(".").sees("gone.txt: there is no such file: check the name", "article 2 of 2")
	s.press("J").sees("there is no article here")
	s.press(".").sees("no further article").press("H").sees("Council splits", "2 Quotes 1/8")
	s.press("A").sees("Choose an article", "Council splits", "gone.txt").typeIn("gone").
		press("enter").sees("no such file")
}

func TestStartOnAChoiceOfArticles(t *testing.T) {
	s := sit(t, 100, 30, func(o *Options) { o.Choose = true }).
		sees("Who said what?", "harbour.txt", "a wall and a vote", "gone.txt")
	s.press("enter").sees("2 Quotes")
	s = sit(t, 100, 30, func(o *Options) { o.Choose = true }).press("esc")
	if !s.quit {
		t.Error("esc in the list one starts with does not quit")
	}
}

func TestResizeKeepsTheWordsInSight(t *testing.T) {
	s := sit(t, 120, 14).press("G", "g")
	s.scroll(4)
	s.at.Quote = none
	want := s.current().text.Sight(&s.at).Start
	for _, w := range []int{100, 60, 40, 31, 200, 120} {
		s.Update(windowOf(w, 14))
		if got := s.current().text.Sight(&s.at); !got.Holds(want) && got.Start > want {
			t.Errorf("at %d cells the text begins at %d, after %d", w, got.Start, want)
		}
	}
	if got := s.current().text.Sight(&s.at).Start; got != want {
		t.Errorf("back at the first width the text begins at %d, want %d", got, want)
	}
}

func TestResizeKeepsTheQuoteInSight(t *testing.T) {
	s := sit(t, 160, 48).press("J", "J", "J", "J").atQuote("the wall lost")
	for _, size := range [][2]int{{100, 12}, {60, 20}, {40, 9}, {31, 8}, {200, 50}} {
		s.Update(windowOf(size[0], size[1]))
		if !s.inSight(s.at.Quote) {
			t.Errorf("at %v the current quote is out of sight", size)
		}
	}
}

func TestNoticesAreToldOneAfterTheOther(t *testing.T) {
	s := sit(t, 120, 30, func(o *Options) {
		o.Keys = map[string][]string{"next-quote": {"j"}}
		o.Notices = []string{"config.toml: line 3: colour: no such setting"}
	})
	s.sees(`"j" is given to next-quote and to down`).press("j").sees("config.toml: line 3").atQuote("“We cannot wait")
	s.press("j").misses("config.toml").sees("Tomas Brandt ←")
}

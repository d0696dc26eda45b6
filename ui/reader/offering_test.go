package reader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/ui/reader/opening"
	"hearsay/ui/reader/view"
)

// offered starts the reader on the list of articles: one that was read last, and two built-in ones.
func offered(t *testing.T, w, h int, change ...func(*Options)) *sitting {
	t.Helper()
	return sit(t, w, h, append([]func(*Options){func(o *Options) {
		last := harbourItem()
		last.Section, last.Name, last.Ref = "Read last", "Council splits over harbour wall", "file:/news/harbour.txt"
		last.Facts = opening.Facts{Outlet: "The Bay Post", Date: time.Date(1970, 3, 4, 0, 0, 0, 0, time.UTC), Found: true,
			Quotes: 8, Speakers: 3, Top: []string{"Brandt", "Fenn"}, About: "/news"}
		other := brokenItem()
		other.Section = "Built in"
		o.Items, o.Choose = []Item{last, other}, true
		for i := range 60 {
			it := harbourItem()
			it.Name, it.Section = fmt.Sprintf("Story number %d of quince and jam", i), "Built in"
			o.Items = append(o.Items, it)
		}
		o.Named = func(name string) string {
			return map[string]string{"/news": "the folder /news", "jam": "the file jam"}[name]
		}
		o.Complete = func(name string) string { return strings.Replace(name, "/ne", "/news", 1) }
		o.Find = func(_ context.Context, name string) ([]Item, error) {
			if name != "/news" {
				return nil, errors.New(name + ": no such file")
			}
			found := harbourItem()
			found.Ref, found.Name = "file:/news/two.txt", "two.txt"
			return []Item{last, found}, nil
		}
	}}, change...)...)
}

// pumped runs what the reader has started last, as a running program would.
func (s *sitting) pumped(cmd tea.Cmd) *sitting {
	s.t.Helper()
	if cmd == nil {
		return s
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			s.pumped(c)
		}
	case foundMsg, restedMsg, openedMsg, analysedMsg, progressMsg, pausedMsg, searchedMsg, keptMsg:
		_, next := s.Update(msg)
		s.pumped(next)
	}
	return s
}

// enter presses a key and does all that comes of it.
func (s *sitting) enter(key string) *sitting {
	s.t.Helper()
	_, cmd := s.Update(keyOf(key))
	return s.pumped(cmd)
}

// The list opens on what was read last, tells of each article in a line what is known, and every letter finds.
func TestTheListOfArticlesTellsWhatIsKnown(t *testing.T) {
	s := offered(t, 160, 30).sees("Read last", "▌Council splits over harbour wall", "The Bay Post", "4 Mar", "8         3",
		"Brandt, Fenn", "most by Brandt, Fenn", "Built in", "1–22 of 64", "esc quit")
	s.typeIn("quince 7 q").sees("Story number 7", "Story number 17").misses("Council splits", "Story number 8 ")
	s.press("ctrl+u").sees("Council splits").typeIn("bay post").sees("▌Council splits").misses("Story number")
	s.press("esc").sees("Story number 3 ")
	if s.quit {
		t.Error("esc leaves before it clears what was typed")
	}
	s.press("end").sees("▌Story number 59", "43–64 of 64").press("home").sees("▌Council splits", "Read last")
	s.press("down").sees("▌gone.txt").press("pgdown").sees("▌Story").press("home", "enter").sees("2 Quotes 1/8").
		atQuote("that the harbour")
	for _, size := range [][2]int{{30, 8}, {40, 12}, {60, 20}, {100, 30}, {118, 9}, {200, 60}} {
		s := offered(t, size[0], size[1]).sees("Council")
		for _, keys := range []string{"", "end", "pgup", "q", "esc", "home", "down"} {
			if keys != "" {
				s.press(keys)
			}
			s.check(fmt.Sprint(size, keys))
		}
		if s.press("q", "q", "?"); s.quit || s.menu == nil {
			t.Errorf("%v: a letter is a command", size)
		}
	}
	if !offered(t, 100, 30).press("esc").quit {
		t.Error("esc does not quit")
	}
}

// A file or a folder that is typed or pasted is opened: what is open already is turned to, the rest is added.
func TestAFileIsOpenedByItsName(t *testing.T) {
	s := offered(t, 120, 30).typeIn("/ne").press("tab").sees("› /news", "▌open the folder /news")
	s.enter("enter").sees("article 1 of 63", "2 Quotes 1/8").press("A").sees("two.txt").typeIn("/nowhere").
		sees("nothing of that name").enter("enter").sees("/nowhere: no such file")
	s.press("esc", "esc").sees("2 Quotes 1/8")
	s = offered(t, 120, 30)
	s.Update(tea.PasteMsg{Content: "  /news\n/other\n"})
	s.sees("▌open the folder /news").enter("enter").sees("2 Quotes 1/8")
	offered(t, 120, 30).typeIn("jam").sees("▌open the file jam", "Story number 2 of")
}

// While a line is current its article is read and analysed, so that it is there when it is chosen; nobody has read it
// then, and where its reading stopped is kept.
func TestTheCurrentArticleIsThereBeforeItIsChosen(t *testing.T) {
	desk := &shelfDesk{reviewer: "ann", place: 700}
	var kept []Reading
	s := offered(t, 160, 30, func(o *Options) {
		o.Desk, o.Remember = desk, func(all []Reading) { kept = all }
		o.Items[2].Ref = "sample:quince"
	})
	s.enter("down").misses("Mayor Orla Fenn said")
	s.enter("down").sees("Mayor Orla Fenn said", "8 quotes · 3 speakers")
	if s.leaveAll(); desk.place != 700 || s.current() != nil {
		t.Errorf("an article that was only looked at is left at %d", desk.place)
	}
	if (offering{s.model}).remember(); kept != nil {
		t.Errorf("what was only looked at is remembered: %+v", kept)
	}
	s.options.Items[3].Far = true
	if s.enter("down").misses("8 quotes · 3 speakers"); s.shelf[3] != nil {
		t.Error("what is far is read before it is chosen")
	}
	s.press("up", "enter").sees("2 Quotes 1/8", "where you stopped reading")
	(offering{s.model}).remember()
	if len(kept) != 1 || kept[0].Ref != "sample:quince" || kept[0].Quotes != 8 || !slices.Equal(kept[0].Top,
		[]string{"Fenn", "Brandt", "the report"}) || !slices.Equal(kept[0].Cast,
		[]string{"Orla Fenn", "Tomas Brandt", "the report"}) {
		t.Errorf("remembered is %+v", kept)
	}
}

// From within an article the list has what is open, then what else there is, and goes back where it was.
func TestTheListWithinAnArticle(t *testing.T) {
	s := sit(t, 140, 30, func(o *Options) {
		o.Offers = func() []Item {
			it := harbourItem()
			it.Name, it.Section, it.Ref = "Mussels remember", "Built in", "sample:mussels"
			return []Item{it}
		}
	})
	s.press("A").sees("Open", "▌Council splits over harbour wall", "gone.txt", "Built in", "Mussels remember",
		"8 quotes · 3 speakers", "esc close").press("esc").in(s.at.Focus).sees("article 1 of 2")
	s.press("A").typeIn("mussels").press("enter").sees("article 3 of 3").press("A").misses("Built in")
}

// Letters are those of the last time, whatever the engine finds first.
func TestLettersAreThoseOfTheLastTime(t *testing.T) {
	sit(t, 120, 40, func(o *Options) {
		o.Items[0].Cast = []string{"the report", "Somebody Else", "Orla Fenn"}
	}).sees("A the report", "C Orla Fenn", "B Tomas Brandt", "C▌ Mayor Orla Fenn said")
}

// What is typed is looked for in the library, too: what is found stands below the articles of that name, and is opened
// where it stands.
func TestWhatIsTypedIsFoundInTheLibrary(t *testing.T) {
	var asked []string
	s := offered(t, 120, 30, func(o *Options) {
		o.Stored = func(key string) Item {
			it := harbourItem()
			it.Ref = "library:" + key
			return it
		}
		o.Search = func(_ context.Context, typed string) (f Found) {
			asked = append(asked, typed)
			switch typed {
			case "said:wall":
				f.Asked, f.Articles = true, 2
				a, _ := harbourItem().Open(context.Background())
				at := view.Whole(harbourDocument().Quotes[quoteOf(a.Text, "“We cannot wait")].Content)
				f.Places = []Place{{Key: "abc", Title: "Wall", Words: "the wall must be rebuilt", Who: "Orla Fenn",
					Facts: opening.Facts{Outlet: "The Bay Post"}, Span: at}}
			case "quince":
				f.Articles, f.Places = 1, []Place{{Key: "abc", Words: "a quince for all"}}
			case "said:":
				f.Asked, f.Problem = true, "“said:” stands alone: write right behind it what is looked for"
			case "tag:x":
				f.Asked = true
			}
			return f
		}
	})
	s.sees("words of a title").typeAll("quince").sees("Story number 1 ", "▌Story number 0")
	s.press("end").sees("Found in the library · 1 article", "▌a quince for all")
	s.press("esc").typeAll("said:").sees("stands alone:", "behind it what").misses("Story number")
	s.press("esc").typeAll("tag:x").sees("nothing in the library is so")
	s.press("esc").typeAll("said:wall").sees("2 articles", "▌Orla Fenn: the wall must be rebuilt", "The Bay Post")
	s.enter("enter").sees("2 Quotes", "We cannot wait").misses("Found in the library").atQuote("“We cannot wait")
	if slices.Contains(asked, "sai") {
		t.Errorf("what is on its way is looked for: %q", asked)
	}
}

// typeAll types words, and then does all that comes of the last letter.
func (s *sitting) typeAll(words string) *sitting {
	s.t.Helper()
	s.typeIn(words[:len(words)-1])
	return s.enter(words[len(words)-1:])
}

// The articles of each section are listed by any column, by a key or by a click on its name; which it is is shown, and
// the current one stays current.
func TestTheListIsOrderedByAnyColumn(t *testing.T) {
	shelf := func(o *Options) {
		o.Items = nil
		for i, title := range []string{"beta", "alpha", "gamma"} {
			it := harbourItem()
			it.Name, it.Section, it.Ref = title, "In the library", "library:"+title
			it.Facts = opening.Facts{Found: true, Quotes: 10 * (i % 2), Speakers: i, Outlet: "Post " + string(rune('C'-i)),
				Date: time.Date(1970, 1, 1+i, 0, 0, 0, 0, time.UTC), Stored: true, Read: i == 1, Reviewed: i == 2,
				Tags: []string{"inquiry"}}
			o.Items = append(o.Items, it)
		}
	}
	offered(t, 120, 30, shelf).sees("● beta", "✓ gamma", "not read yet", "#inquiry").misses("● alpha")
	s := offered(t, 100, 30, shelf)
	for _, want := range []string{"article↑ alpha beta gamma", "outlet↑ gamma alpha beta", "date↓ gamma alpha beta",
		"quotes↓ alpha beta gamma", "speakers↓ gamma alpha beta", " beta alpha gamma"} {
		s.press("ctrl+o")
		mark, order, _ := strings.Cut(want, " ")
		s.sees(mark)
		screen, at := s.text(), 0
		for title := range strings.FieldsSeq(order) {
			i := strings.Index(screen, title)
			if i < at {
				t.Errorf("by %q: %s stands too far up", mark, title)
			}
			at = i
		}
	}
	s.sees("▌● beta")
	x, y := s.cellOf("date")
	s.clickAt(x, y).sees("date↓").clickAt(x, y).sees("date↑")
}

// bookshelf is a library that is changed from within the list.
type bookshelf struct {
	removed, added []string
	tagged, undone string
}

func (b *bookshelf) Remove(_ context.Context, refs []string) (func(context.Context) error, error) {
	b.removed = refs
	return func(context.Context) error { b.undone = strings.Join(refs, " "); return nil }, nil
}

func (b *bookshelf) Tag(_ context.Context, refs []string, words string) ([]string, error) {
	b.tagged = strings.Join(refs, " ") + ": " + words
	return strings.Fields(words), nil
}

func (b *bookshelf) Refresh(context.Context) (string, error) {
	return "3 new articles from 1 feed", nil
}

func (b *bookshelf) Add(_ context.Context, name string, _ func(int)) (string, error) {
	if name == "/broken" {
		return "", errors.New("/broken: it cannot be read")
	}
	b.added = append(b.added, name)
	return "2 articles added to the library", nil
}

// Articles of the library are marked, removed and brought back, tagged and added from within the list; of others only
// the adding is possible, and that is said.
func TestTheLibraryIsChangedFromWithinTheList(t *testing.T) {
	b := &bookshelf{}
	s := offered(t, 120, 30, func(o *Options) {
		o.Shelf = b
		for i := range o.Items[2:4] {
			o.Items[2+i].Section, o.Items[2+i].Ref, o.Items[2+i].Stored = "In the library", fmt.Sprint("library:", i), true
		}
	})
	s.sees("ctrl+space mark", "words of a title").press("ctrl+x").sees("not in the library: alt+enter adds it")
	s.press("down", "down", "ctrl+@").sees("1 marked", "◆ Story number 0", "▌● Story number 1").press("insert").
		sees("2 marked").press("up", "insert").sees("1 marked", "● Story number 1")
	s.press("ctrl+x").sees("1 article removed from the library: ctrl+z brings").misses("Story number 0 ", "marked")
	if !slices.Equal(b.removed, []string{"library:0"}) {
		t.Errorf("%q are removed", b.removed)
	}
	s.press("ctrl+z").sees("Story number 0 ", "1 article brought back").press("ctrl+z").sees("nothing was removed")
	if b.undone != "library:0" {
		t.Errorf("%q is undone", b.undone)
	}
	s.typeIn("number 1 of").press("ctrl+t").sees("tags for it", "-c takes one away").typeIn("inquiry -old").press("enter")
	s.sees("#inquiry")
	if b.tagged != "library:1: inquiry -old" {
		t.Errorf("tagged are %q", b.tagged)
	}
	s.press("esc").enter("alt+enter").sees("2 articles added to the library")
	s.enter("ctrl+r").sees("3 new articles from 1 feed")
	s.typeIn("/news").enter("alt+enter").sees("2 articles added")
	if !slices.Equal(b.added, []string{"file:/news/harbour.txt", "/news"}) {
		t.Errorf("%q are added", b.added)
	}
	s.press("esc").press("down", "down", "insert", "insert").enter("enter").sees("2 Quotes").press("A").sees("Open")
	if s.current() == nil || s.options.Items[s.at.Item].Ref != "library:0" {
		t.Errorf("what is opened is %+v", s.options.Items[s.at.Item])
	}
}

// quoteOf is the index of the quote that begins with words.
func quoteOf(text, words string) int {
	return slices.IndexFunc(harbourDocument().Quotes, func(q analysis.Quote) bool {
		return strings.HasPrefix(text[q.Content[0].Start:], words)
	})
}

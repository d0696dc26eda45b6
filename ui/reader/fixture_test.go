package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/ui/reader/layout"
)

// harbour is an article in which everything is known: three speakers, all three kinds of quote, one of them nested and
// one without a speaker, and positions on a target they share.
const harbour = `Council splits over harbour wall

By Ada Quill

Mayor Orla Fenn said on Monday that the harbour wall must be rebuilt before the winter storms return to the bay.

“We cannot wait another year,” she told the council. “The sea will not wait for us, and neither will the insurers who have written to every house on the quay.”

Tomas Brandt, an engineer, warned that the plan was “a very expensive gamble” and asked for a second survey.

Both of them agreed that the old wall had failed.

According to the report, the wall lost four metres of stone in a single night. “It sounded like thunder,” a neighbour recalled Brandt saying, “and then it was gone.”

“Nobody will pay for it twice.”

Wide words: 東京の市長 spoke, 👩‍👩‍👧 listened, שלום came last, and café ended with e´.
`

// place is the span of the n-th occurrence, from 1, of words in s.
func placeOf(s, words string, n int) text.Span {
	at := 0
	for range n - 1 {
		at += strings.Index(s[at:], words) + len(words)
	}
	i := strings.Index(s[at:], words)
	if i < 0 {
		panic("the text has no " + words)
	}
	return text.Span{Start: at + i, End: at + i + len(words)}
}

func spansOf(s string, words ...string) (out []text.Span) {
	for _, w := range words {
		out = append(out, placeOf(s, w, 1))
	}
	return out
}

func harbourDocument() *analysis.Document {
	s := harbour
	sp := func(words ...string) []text.Span { return spansOf(s, words...) }
	fenn, brandt, report := 0, 1, 2
	link := func(who int, from, to, why string) analysis.Why {
		return analysis.Why{Found: "a reporting verb stands by it", Chain: []analysis.Link{{Speaker: who, From: sp(from)[0], To: sp(to)[0], Reason: why}}}
	}
	return &analysis.Document{
		Language: "en",
		Quotes: []analysis.Quote{
			{Kind: analysis.Indirect, Content: sp("that the harbour wall must be rebuilt before the winter storms return to the bay"), Cue: sp("said"), Source: sp("Mayor Orla Fenn"), Speakers: []int{fenn}, Confidence: 0.93, Why: link(fenn, "Mayor Orla Fenn", "Mayor Orla Fenn", "“Mayor Orla Fenn” is a name")},
			{Kind: analysis.Direct, Content: sp("“We cannot wait another year,”", "“The sea will not wait for us, and neither will the insurers who have written to every house on the quay.”"), Cue: sp("told"), Source: sp("she"), Speakers: []int{fenn}, Confidence: 0.8, Why: link(fenn, "she", "Mayor Orla Fenn", "“she” is the woman named last")},
			{Kind: analysis.Mixed, Content: sp("that the plan was “a very expensive gamble”"), Cue: sp("warned"), Source: sp("Tomas Brandt, an engineer"), Speakers: []int{brandt}, Confidence: 0.9, Why: link(brandt, "Tomas Brandt, an engineer", "Tomas Brandt", "the name in “Tomas Brandt, an engineer”")},
			{Kind: analysis.Indirect, Content: sp("that the old wall had failed"), Cue: sp("agreed"), Source: sp("Both of them"), Speakers: []int{fenn, brandt}, Confidence: 0.6},
			{Kind: analysis.Indirect, Content: sp("the wall lost four metres of stone in a single night"), Cue: sp("According to"), Source: sp("the report"), Speakers: []int{report}, Confidence: 0.7},
			{Kind: analysis.Indirect, Content: []text.Span{{Start: sp("“It sounded")[0].Start, End: sp("it was gone.”")[0].End}}, Confidence: 0.5, Why: analysis.Why{Unknown: "“a neighbour” is not named", Candidates: []analysis.Candidate{{Speaker: brandt, Mention: sp("Brandt")[0], Reason: "is named before"}}}},
			{Kind: analysis.Direct, Content: sp("“It sounded like thunder,”", "“and then it was gone.”"), Cue: sp("saying"), Source: []text.Span{placeOf(s, "Brandt", 2)}, Speakers: []int{brandt}, Confidence: 0.7},
			{Kind: analysis.Direct, Content: sp("“Nobody will pay for it twice.”"), Confidence: 0.3, Why: analysis.Why{Found: "it stands in quotation marks", Unknown: "nobody is named near it"}},
		},
		Speakers: []analysis.Speaker{
			{Name: "Orla Fenn", Names: []string{"Orla Fenn", "Orla", "Fenn"}, Type: analysis.Person, Gender: analysis.Female, Description: sp("Mayor")[0], Mentions: sp("Mayor Orla Fenn", "she")},
			{Name: "Tomas Brandt", Names: []string{"Tomas Brandt", "Brandt"}, Type: analysis.Person, Description: sp("an engineer")[0], Mentions: sp("Tomas Brandt")},
			{Name: "the report", Names: []string{"the report"}, Mentions: sp("the report")},
		},
		Positions: []analysis.Position{
			{Speaker: fenn, Stance: analysis.Supports, Target: sp("the harbour wall must be rebuilt"), Topic: "a new wall", Statement: sp("Mayor Orla Fenn said on Monday that the harbour wall must be rebuilt"), Quotes: []int{0}, Confidence: 0.8, Reason: "“must be” asks for it"},
			{Speaker: brandt, Stance: analysis.Opposes, Target: sp("the plan"), Topic: "a new wall", Statement: sp("warned that the plan was “a very expensive gamble”"), Quotes: []int{2}, Confidence: 0.7, Reason: "“warned” is against it"},
			{Speaker: fenn, Stance: analysis.Opposes, Target: sp("wait another year"), Topic: "waiting", Statement: sp("“We cannot wait another year,”"), Quotes: []int{1}, Confidence: 0.6},
			{Speaker: report, Stance: analysis.Neutral, Target: sp("the wall"), Topic: "a new wall", Statement: sp("the wall lost four metres of stone in a single night"), Quotes: []int{4}, Confidence: 0.6},
			{Speaker: brandt, Stance: analysis.Opposes, Act: analysis.Demands, Modality: analysis.Wish, Target: sp("a second survey"), Topic: "a second survey", Statement: sp("asked for a second survey"), Qualifiers: []analysis.Qualifier{{Kind: analysis.Condition, Span: sp("before the winter storms")[0]}}, Quotes: []int{2}, Confidence: 0.6},
		},
	}
}

func articleOf(id, s string) articles.Article {
	a := articles.Article{ID: id, Text: s}
	for i, p := range text.Paragraphs(s) {
		role := articles.Body
		if i == 0 {
			role, a.Title = articles.Title, p.Of(s)
		}
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p, Role: role})
	}
	return a
}

func harbourItem() Item {
	return Item{Name: "harbour.txt", About: "a wall and a vote", Open: func(context.Context) (articles.Article, error) {
		return articleOf("harbour", harbour), nil
	}}
}

func brokenItem() Item {
	return Item{Name: "gone.txt", Open: func(context.Context) (articles.Article, error) {
		return articles.Article{}, errors.New("gone.txt: there is no such file: check the name")
	}}
}

// sitting is a reader at work, without a terminal.
type sitting struct {
	*model
	t testing.TB
}

func options() Options {
	return Options{Items: []Item{harbourItem(), brokenItem()}, Theme: "dark", Analyze: func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
		return harbourDocument(), nil
	}, Now: func() time.Time { return time.Unix(0, 0) }}
}

// sit starts the reader on the harbour article in a window of w by h cells.
func sit(t testing.TB, w, h int, change ...func(*Options)) *sitting {
	t.Helper()
	o := options()
	for _, c := range change {
		c(&o)
	}
	s := &sitting{newModel(context.Background(), o), t}
	s.Init()
	s.Update(tea.WindowSizeMsg{Width: w, Height: h})
	if !o.Choose {
		s.read(0)
	}
	return s
}

// read brings an item in, as the commands of a running program would.
func (s *sitting) read(item int) {
	if cmd := s.open(item); cmd != nil {
		s.Update(cmd())
	}
	if o := s.shelf[item]; o != nil {
		for o.run != nil {
			s.Update(o.run.listen())
		}
	}
}

func (s *sitting) press(names ...string) *sitting {
	for _, n := range names {
		s.Update(keyOf(n))
		if s.shelf[s.at.item] == nil {
			s.read(s.at.item)
		}
	}
	return s
}

func (s *sitting) typeIn(words string) *sitting {
	for _, r := range words {
		s.press(string(r))
	}
	return s
}

var named = map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"backspace": tea.KeyBackspace, "space": tea.KeySpace, "f1": tea.KeyF1}

func keyOf(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	for _, mod := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, mod.prefix); ok {
			name, k.Mod = rest, k.Mod|mod.mod
		}
	}
	if r, ok := named[name]; ok {
		k.Code = r
		if name == "space" {
			k.Text = " "
		}
		return k
	}
	k.Code = []rune(name)[0]
	if k.Mod == 0 {
		k.Text = name
	}
	return k
}

// screen draws the view to cells, as a terminal does.
func (s *sitting) screen() uv.ScreenBuffer {
	buf := uv.NewScreenBuffer(s.w, s.h)
	uv.NewStyledString(s.View().Content).Draw(buf, buf.Bounds())
	return buf
}

// text is what stands on the screen.
func (s *sitting) text() string { return strings.TrimRight(s.screen().String(), "\n") }

func (s *sitting) sees(words ...string) *sitting {
	s.t.Helper()
	for _, w := range words {
		if !strings.Contains(s.text(), w) {
			s.t.Errorf("the screen does not show %q:\n%s", w, s.text())
		}
	}
	return s
}

func (s *sitting) misses(words ...string) *sitting {
	s.t.Helper()
	for _, w := range words {
		if strings.Contains(s.text(), w) {
			s.t.Errorf("the screen shows %q:\n%s", w, s.text())
		}
	}
	return s
}

func (s *sitting) in(p layout.Pane) *sitting {
	s.t.Helper()
	if s.at.focus != p {
		s.t.Errorf("the focus is in %s, want %s", paneNames[s.at.focus], paneNames[p])
	}
	return s
}

// atQuote checks which quote is current by the first words of its content.
func (s *sitting) atQuote(words string) *sitting {
	s.t.Helper()
	got := "none"
	if s.at.quote != none {
		got = s.current().quoted(s.at.quote)
	}
	if !strings.HasPrefix(got, words) {
		s.t.Errorf("the current quote is %q, want %q", got, words)
	}
	return s
}

// check fails if the state points outside of what there is, or if the screen is not exactly as large as the window.
func (s *sitting) check(after string) {
	s.t.Helper()
	if s.w == 0 || s.quit {
		return
	}
	lines := s.screenLines()
	if len(lines) != s.h {
		s.t.Fatalf("after %s: %d lines in a window of %d", after, len(lines), s.h)
	}
	for i, l := range lines {
		if err := exactly(l, s.w); err != nil {
			s.t.Fatalf("after %s: line %d: %v\n%q", after, i, err, l)
		}
	}
}

// exactly reports a line that is not w cells wide by both ways of measuring, or that holds anything but text and colours.
func exactly(l string, w int) error {
	if g, c := graphemeWidth(l), codePointWidth(l); g != w || c != w {
		return fmt.Errorf("%d cells by graphemes, %d by code points, in a window of %d", g, c, w)
	}
	return onlyColours(l)
}

func windowOf(w, h int) tea.WindowSizeMsg { return tea.WindowSizeMsg{Width: w, Height: h} }

package picking

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/page"
)

const text = "Mayor Orla Fenn said that the wall must be rebuilt. Tomas Brandt asked for a second survey of the quay."

// reader is as much of a reader as choosing words needs.
type reader struct {
	page  *page.Page
	focus layout.Pane
	told  string
	asked dialogue.Question
}

func newReader() *reader {
	whole := []articles.Paragraph{{Span: analysis.Span{End: len(text)}}}
	return &reader{page: page.New(text, whole, 40), focus: layout.Quotes}
}

func (r *reader) Text() string { return text }
func (r *reader) Sentences() []analysis.Span {
	at := strings.Index(text, "Tomas")
	return []analysis.Span{{End: at - 1}, {Start: at, End: len(text)}}
}
func (r *reader) Page() *page.Page         { return r.page }
func (r *reader) Reveal(analysis.Span)     {}
func (r *reader) FocusOn(p layout.Pane)    { r.focus = p }
func (r *reader) Tell(s string)            { r.told = s }
func (r *reader) Key(action string) string { return "<" + action + ">" }
func (r *reader) Ask(q dialogue.Question)  { r.asked = q }

// span is where words stand.
func span(words string) analysis.Span {
	at := strings.Index(text, words)
	return analysis.Span{Start: at, End: at + len(words)}
}

// do does actions by their names.
func do(m *Mode, names ...string) {
	for _, name := range names {
		for _, a := range Actions() {
			if a.Name == name {
				a.Do(m)
			}
		}
	}
}

// lit are the words that are lit as chosen.
func lit(m *Mode) string {
	var parts []string
	for _, mark := range m.Marks() {
		if mark.Ink.Flags == page.Selected {
			parts = append(parts, mark.Span.Of(text))
		}
	}
	return strings.Join(parts, "|")
}

// Words that are not held yet move as a whole; held, their edges move, and never over each other.
func TestEdgesMoveByWordsSignsSentencesAndLines(t *testing.T) {
	for _, c := range []struct {
		spans []string
		keys  string
		want  string
	}{
		{nil, "pick-word-right", "Orla"},
		{nil, "pick-word-right pick-edge pick-word-right", "Orla Fenn"},
		{nil, "pick-word-right pick-edge pick-word-right pick-word-left pick-word-left", "Orla"},
		{[]string{"the wall"}, "pick-word-right", "the wall must"},
		{[]string{"the wall"}, "pick-word-left", "the"},
		{[]string{"the wall"}, "pick-edge pick-word-left", "that the wall"},
		{[]string{"the wall"}, "pick-sign-left pick-sign-left", "the wa"},
		{[]string{"the wall"}, "pick-edge pick-sign-right", "he wall"},
		{[]string{"the wall"}, "pick-sentence-right", "the wall must be rebuilt"},
		{[]string{"the wall"}, "pick-edge pick-sentence-left", "Mayor Orla Fenn said that the wall"},
		{[]string{"the wall", "rebuilt"}, "pick-edge pick-edge pick-word-right pick-word-right pick-word-right",
			"the wall must be|rebuilt"},
	} {
		r := newReader()
		m := New(r)
		w := Words{Label: "content"}
		for _, s := range c.spans {
			w.Spans = append(w.Spans, span(s))
		}
		m.Begin(w)
		do(m, strings.Fields(c.keys)...)
		if got := lit(m); got != c.want {
			t.Errorf("%v %s: %q, want %q", c.spans, c.keys, got, c.want)
		}
		if r.focus != layout.Article {
			t.Errorf("%s: the focus is in pane %d", c.keys, r.focus)
		}
	}
}

// A line down and up again leads back to where an edge stood, or near it.
func TestAnEdgeGoesALineDownAndUp(t *testing.T) {
	m := New(newReader())
	m.Begin(Words{Spans: []analysis.Span{span("Orla Fenn said")}})
	do(m, "pick-down")
	if got := lit(m); len(got) < len("Orla Fenn said that") || !strings.HasPrefix(got, "Orla Fenn said") {
		t.Errorf("a line down: %q", got)
	}
	if do(m, "pick-up"); lit(m) != "Orla Fenn said" {
		t.Errorf("and up: %q", lit(m))
	}
}

// What will not do is refused with a reason, and the choice goes on as it was; what will do ends it.
func TestWhatIsRefusedStaysChosen(t *testing.T) {
	r := newReader()
	m := New(r)
	var given [][]analysis.Span
	m.Begin(Words{Spans: []analysis.Span{span("the wall")}, Done: func(sp []analysis.Span) string {
		if given = append(given, sp); len(sp) == 0 {
			return "a quote has words"
		}
		return ""
	}})
	do(m, "pick-word-right", "pick-none")
	if !m.On() || lit(m) != "the wall must" || r.told != "a quote has words" {
		t.Fatalf("refused: %q, %q", lit(m), r.told)
	}
	do(m, "pick-done")
	if want := [][]analysis.Span{nil, {span("the wall must")}}; m.On() || len(given) != 2 ||
		!slices.Equal(given[1], want[1]) {
		t.Errorf("given: %v, still on: %v", given, m.On())
	}
}

// Where nothing was held or gone to, nothing is given; leaving goes a step back, or to the pane it was begun in.
func TestLeavingGoesAStepBack(t *testing.T) {
	r := newReader()
	m := New(r)
	m.Begin(Words{From: layout.Quotes})
	if do(m, "pick-leave"); m.On() || r.focus != layout.Quotes || r.told != "left as it was" {
		t.Errorf("on: %v, in pane %d, told %q", m.On(), r.focus, r.told)
	}
	first := Words{Label: "1 of 2", Spans: []analysis.Span{span("the wall")}}
	m.Begin(Words{Label: "2 of 2", Near: len("Mayor "), Back: func() { m.Begin(first) }, Step: "the words"})
	if label, words, how := m.Info(200); label != "2 of 2" || words != "" ||
		!strings.HasPrefix(how, " · <pick-leave>: back to the words") {
		t.Errorf("%q %q %q", label, words, how)
	}
	if do(m, "pick-leave"); lit(m) != "the wall" {
		t.Errorf("back at %q", lit(m))
	}
	var given []analysis.Span
	m.Begin(Words{Done: func(sp []analysis.Span) string { given = sp; return "" }})
	if do(m, "pick-done"); len(given) != 0 {
		t.Errorf("given: %v", given)
	}
}

// Typed words draw the edge to them, and leaving the question has it where it was.
func TestAnEdgeFollowsTypedWords(t *testing.T) {
	r := newReader()
	m := New(r)
	m.Begin(Words{Spans: []analysis.Span{span("the wall")}})
	do(m, "pick-search")
	r.asked.Typed("rebui")
	if lit(m) != "the wall must be rebuilt" {
		t.Errorf("drawn out to %q", lit(m))
	}
	if r.asked.Typed("mayor"); lit(m) != "the wall" || r.asked.About("mayor", 40) != "not where the edge can go" {
		t.Errorf("%q, %q", lit(m), r.asked.About("mayor", 40))
	}
	r.asked.Typed("survey")
	if r.asked.Left(); lit(m) != "the wall" {
		t.Errorf("after leaving: %q", lit(m))
	}
}

// A content is parted where the moved edge stands, if both parts hold words.
func TestAContentIsParted(t *testing.T) {
	r := newReader()
	m := New(r)
	var parts [][]analysis.Span
	begin := func() {
		m.Begin(Words{Spans: []analysis.Span{span("the wall must")}, Parts: func(a,
			b []analysis.Span) {
			parts = [][]analysis.Span{a, b}
		}})
	}
	begin()
	if do(m, "pick-part"); !m.On() || parts != nil || !strings.HasPrefix(r.told, "move the edge") {
		t.Errorf("parted into %v, told %q", parts, r.told)
	}
	do(m, "pick-word-left", "pick-part")
	if m.On() || len(parts) != 2 || parts[0][0].Of(text) != "the wall" ||
		strings.TrimSpace(parts[1][0].Of(text)) != "must" {
		t.Errorf("parted into %v", parts)
	}
}

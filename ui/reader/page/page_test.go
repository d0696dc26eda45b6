package page

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"hearsay/analysis/text"
	"hearsay/articles"
)

// news is an article with what makes pages hard: curly quotes, wide and combining signs, odd white space, a list, an
// extract.
const news = "Ferry strike enters third week\n\n" +
	"The crews’ union said on Monday that “no offer worth the paper” had come from the\noperator, and its leader — " +
	"Dagný Þórsdóttir — called the silence “an insult”.\n\n" +
	"pay that keeps up with prices,\n\nan end to fourteen-hour shifts in winter\n\n" +
	"   We have been at the table\tsince June. They have not.  \n\n" +
	"The operator, 北京渡輪公司, denied this. 👩\u200d👩\u200d👧 It is “\u202ewilling\u202c” to talk, e\u0301t cetera.\n"

// paragraphs cuts a text at blank lines and gives the paragraphs roles in turn.
func paragraphs(s string, roles ...articles.Role) []articles.Paragraph {
	var out []articles.Paragraph
	start := 0
	for block := range strings.SplitSeq(s, "\n\n") {
		p := articles.Paragraph{Span: text.Span{Start: start, End: start + len(block)}}
		if len(roles) > 0 {
			p.Role = roles[len(out)%len(roles)]
		}
		out = append(out, p)
		start += len(block) + len("\n\n")
	}
	return out
}

var roles = []articles.Role{articles.Title, articles.Body, articles.Item, articles.Item, articles.Extract}

// shown is the page as a reader sees it.
func shown(p *Page) []string {
	var out []string
	for i := range p.Len() {
		line := strings.Repeat(" ", p.Indent(i))
		for _, run := range p.Runs(i) {
			line += run.Draw
		}
		out = append(out, line)
	}
	return out
}

func TestPage(t *testing.T) {
	p := New(news, paragraphs(news, roles...), 40)
	want := []string{
		"Ferry strike enters third week",
		"",
		"The crews’ union said on Monday that “no",
		"offer worth the paper” had come from the",
		"operator, and its leader — Dagný",
		"Þórsdóttir — called the silence “an",
		"insult”.",
		"",
		"  pay that keeps up with prices,",
		"",
		"  an end to fourteen-hour shifts in",
		"  winter",
		"",
		"  We have been at the table since June.",
		"  They have not.",
		"",
		"The operator, 北京渡輪公司, denied this.",
		"👩 It is “willing” to talk, e\u0301t cetera.",
	}
	if got := shown(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if l := p.Line(3); l.Paragraph != 1 || l.First {
		t.Errorf("line 3 is %+v", l)
	}
	if l := p.Line(2); !l.First {
		t.Errorf("line 2 is %+v", l)
	}
	if l := p.Line(1); l.Paragraph != -1 || !l.Empty() || l.First {
		t.Errorf("the gap is %+v", l)
	}
}

func TestNoRoomToSetIn(t *testing.T) {
	p := New("one\n\ntwo", paragraphs("one\n\ntwo", articles.Item), roomy-1)
	if got := shown(p); !slices.Equal(got, []string{"one", "", "two"}) {
		t.Errorf("%q", got)
	}
}

func TestOddParagraphs(t *testing.T) {
	for about, ps := range map[string][]articles.Paragraph{
		"none":              nil,
		"blank":             {{Span: text.Span{Start: 30, End: 32}}},
		"overlapping":       {{Span: text.Span{Start: 0, End: 20}}, {Span: text.Span{Start: 10, End: 40}}},
		"out of order":      {{Span: text.Span{Start: 50, End: 60}}, {Span: text.Span{Start: 0, End: 20}}},
		"beyond the text":   {{Span: text.Span{Start: 600, End: 900}}, {Span: text.Span{Start: -5, End: 9000}}},
		"turned round":      {{Span: text.Span{Start: 60, End: 50}}},
		"within a sign":     {{Span: text.Span{Start: 43, End: 44}}},
		"empty, then words": {{Span: text.Span{Start: 0, End: 0}}, {Span: text.Span{Start: 0, End: 5}}},
	} {
		for _, w := range []int{-1, 0, 1, 2, 30} {
			check(t, New(news, ps, w))
			if t.Failed() {
				t.Fatal(about, w)
			}
		}
	}
	empty := New("", nil, 10)
	if empty.Len() != 0 || empty.LineAt(5) != 0 {
		t.Error("an empty article has lines")
	}
}

func TestEveryWidth(t *testing.T) {
	ps := paragraphs(news, roles...)
	for w := 1; w < 130; w++ {
		p := New(news, ps, w)
		check(t, p)
		checkShown(t, p, ps)
		if t.Failed() {
			t.Fatal("at width", w)
		}
	}
}

// check tests what is promised of any page.
func check(t *testing.T, p *Page) {
	t.Helper()
	for i := range p.Len() {
		l, end, x := p.Line(i), p.Line(i).Start, p.Indent(i)
		if l.Paragraph < 0 {
			if !l.Empty() || len(p.Runs(i)) > 0 || i == 0 || i == p.Len()-1 {
				t.Errorf("line %d is the gap %+v", i, l)
			}
			continue
		}
		if got := p.LineAt(l.Start); got != i {
			t.Errorf("byte %d is shown on line %d, not %d", l.Start, got, i)
		}
		if got := p.LineAt(l.End - 1); got != i {
			t.Errorf("byte %d is shown on line %d, not %d", l.End-1, got, i)
		}
		drawn := ""
		for _, r := range p.Runs(i) {
			if r.Start != end || r.Empty() {
				t.Errorf("line %d: the run %+v follows byte %d", i, r, end)
			}
			if g, w := ansi.StringWidth(r.Draw), ansi.StringWidthWc(r.Draw); g != r.Width || w != r.Width {
				t.Errorf("line %d: the run %+v is %d or %d cells wide", i, r, g, w)
			}
			end, x, drawn = r.End, x+r.Width, drawn+r.Draw
		}
		if end != l.End || x > p.Width() || ansi.StringWidth(drawn) != x-p.Indent(i) {
			t.Errorf("line %d, %+v, is drawn up to byte %d and cell %d: %q", i, l, end, x, drawn)
		}
		checkColumns(t, p, i)
	}
}

// checkColumns tests that bytes and cells of a line lead to each other.
func checkColumns(t *testing.T, p *Page, i int) {
	t.Helper()
	l := p.Line(i)
	for c := range p.clusters(i) {
		for offset := c.Start; offset < c.End && c.Width > 0; offset++ {
			col := p.ColumnOf(i, offset)
			if at := p.SpanAt(i, col); at != (text.Span{Start: c.Start, End: c.End}) || p.OffsetAt(i, col) != c.Start {
				t.Errorf("line %d: byte %d is drawn at cell %d, and that shows %+v", i, offset, col, at)
			}
		}
	}
	last := -1
	for col := -1; col < p.Width()+2; col++ {
		offset := p.OffsetAt(i, col)
		if offset < last || !l.Holds(offset) {
			t.Errorf("line %d, %+v: cell %d shows byte %d, and the one before it byte %d", i, l, col, offset, last)
		}
		last = offset
	}
	if p.OffsetAt(i, -1) != p.OffsetAt(i, p.Indent(i)) {
		t.Errorf("line %d does not start at its indent", i)
	}
}

// checkShown tests that every byte of every paragraph that is not white space is shown once.
func checkShown(t *testing.T, p *Page, ps []articles.Paragraph) {
	t.Helper()
	times := make([]int, len(p.text))
	for i := range p.Len() {
		for offset := p.Line(i).Start; offset < p.Line(i).End; offset++ {
			times[offset]++
		}
	}
	for _, par := range ps {
		for i, r := range par.Of(p.text) {
			if n := times[par.Start+i]; n > 1 || n == 0 && !unicode.IsSpace(r) {
				t.Errorf("%q at byte %d is shown %d times", r, par.Start+i, n)
			}
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add(news, 30, uint64(1))
	f.Add("a\u0301-b 北\u202e\n\n\x1b[31m👩\u200d👩\n\n \t", 2, uint64(7))
	f.Fuzz(func(t *testing.T, s string, width int, seed uint64) {
		if len(s) > 2048 || !utf8.ValidString(s) {
			return
		}
		ps := paragraphs(s, roles...)
		p := New(s, ps, max(width, -width, 0)%90)
		check(t, p)
		checkShown(t, p, ps)
		checkRuns(t, p, rand.New(rand.NewPCG(seed, 1)))
	})
}

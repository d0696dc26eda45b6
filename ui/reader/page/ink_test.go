package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/text"
)

// mark marks the words of a text.
func mark(t *testing.T, s, words string, ink Ink) Mark {
	t.Helper()
	at := strings.Index(s, words)
	if at < 0 {
		t.Fatalf("no %q in %q", words, s)
	}
	return Mark{text.Span{Start: at, End: at + len(words)}, ink}
}

// painted writes runs as words in brackets with their ink.
func painted(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Ink == (Ink{}) {
			b.WriteString(r.Draw)
			continue
		}
		fmt.Fprintf(&b, "[%s:%d/%d]", r.Draw, r.Ink.Speaker, r.Ink.Flags)
	}
	return b.String()
}

func TestRuns(t *testing.T) {
	s := "He said “it e\u0301nds” today"
	p := New(s, paragraphs(s), 60)
	quote := mark(t, s, "“it e\u0301nds”", Ink{Speaker: 1, Flags: Direct})
	cue := mark(t, s, "said", Ink{Flags: Cue})
	inner := mark(t, s, "e\u0301nds", Ink{Speaker: 2, Flags: Indirect})
	hit := mark(t, s, "said “it", Ink{Flags: Hit})
	accent := mark(t, s, "\u0301", Ink{Flags: Selected})
	for _, c := range []struct {
		about  string
		layers []*Marks
		want   string
	}{
		{"no layer", nil, "He said “it e\u0301nds” today"},
		{"an empty and a missing layer", []*Marks{nil, NewMarks(nil)}, "He said “it e\u0301nds” today"},
		{"two marks", []*Marks{NewMarks([]Mark{quote, cue})}, "He [said:0/16] [“it e\u0301nds”:1/1] today"},
		{"one within the other", []*Marks{NewMarks([]Mark{quote, inner})}, "He said [“it :1/1][e\u0301nds:2/5][”:1/1] today"},
		{"the later one wins", []*Marks{NewMarks([]Mark{inner, quote})}, "He said [“it :1/1][e\u0301nds:1/5][”:1/1] today"},
		{"so does the upper layer", []*Marks{NewMarks([]Mark{quote}), NewMarks([]Mark{inner})},
			"He said [“it :1/1][e\u0301nds:2/5][”:1/1] today"},
		{"a hit has no colour of its own", []*Marks{NewMarks([]Mark{quote}), NewMarks([]Mark{hit})},
			"He [said :0/256][“it:1/257][ e\u0301nds”:1/1] today"},
		{"a sign is not cut", []*Marks{NewMarks([]Mark{accent})}, "He said “it [e\u0301:0/1024]nds” today"},
	} {
		if got := painted(p.Runs(0, c.layers...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
}

func TestRunsAreClean(t *testing.T) {
	s := "a\x1b[31m\tb\u202e 👩\u200d👧"
	p := New(s, paragraphs(s), 60)
	if got := painted(p.Runs(0, NewMarks([]Mark{mark(t, s, "31", Ink{Flags: Hit})}))); got != "a␛[[31:0/256]m b 👩" {
		t.Errorf("%q", got)
	}
}

// TestTouching compares the index with a look at every mark, for marks that nest and overlap at random.
func TestTouching(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		ms := randomMarks(random, random.IntN(40), 60)
		index := NewMarks(ms)
		for range 50 {
			sp := text.Span{Start: random.IntN(60)}
			sp.End = sp.Start + random.IntN(20)
			var want []Mark
			for _, m := range ms {
				if !m.Empty() && !sp.Empty() && m.Overlaps(sp) {
					want = append(want, m)
				}
			}
			if got := slices.Collect(index.Touching(sp)); !slices.Equal(got, want) {
				t.Fatalf("%v touch %v of %v, want %v", got, sp, ms, want)
			}
		}
		for range index.Touching(text.Span{Start: 0, End: 60}) {
			break
		}
	}
}

func randomMarks(random *rand.Rand, n, length int) []Mark {
	ms := make([]Mark, n)
	for i := range ms {
		start := random.IntN(length + 1)
		ms[i] = Mark{text.Span{Start: start, End: start + random.IntN(length-start+1)},
			Ink{Speaker: random.IntN(3), Flags: Flags(1) << random.IntN(11)}}
	}
	return ms
}

func TestRunsHoldTheInkOfTheirMarks(t *testing.T) {
	p := New(news, paragraphs(news, roles...), 30)
	random := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		checkRuns(t, p, random)
	}
}

// checkRuns paints every line with random marks and compares each sign with the marks that touch it.
func checkRuns(t *testing.T, p *Page, random *rand.Rand) {
	t.Helper()
	low, high := randomMarks(random, 12, len(p.text)), randomMarks(random, 3, len(p.text))
	lower, upper := NewMarks(low), NewMarks(high)
	for i := range p.Len() {
		bare, runs := p.Runs(i), p.Runs(i, lower, upper)
		drawn := ""
		for n, r := range runs {
			drawn += r.Draw
			if n > 0 && runs[n-1].Ink == r.Ink {
				t.Errorf("line %d: the runs %+v and %+v are one", i, runs[n-1], r)
			}
		}
		if len(bare) > 0 && drawn != bare[0].Draw {
			t.Errorf("line %d is drawn %q with marks and %q without", i, drawn, bare[0].Draw)
		}
		all := slices.DeleteFunc(slices.Concat(low, high), func(m Mark) bool { return m.Empty() })
		for c := range p.clusters(i) {
			at := text.Span{Start: c.Start, End: c.End}
			want := inkAt(all, at)
			for _, r := range runs {
				if r.Overlaps(at) && (!r.Covers(at) || r.Ink != want) {
					t.Errorf("line %d: the sign at %v has the ink %v, want %v", i, at, r.Ink, want)
				}
			}
		}
	}
}

// long is a megabyte of article.
func long() string {
	return strings.Repeat("“We’ll see,” the minister’s aide said — and left the room without a word. He had said as "+
		"much the day before.\n\n", 9_000)
}

func BenchmarkNewMegabyte(b *testing.B) {
	s := long()
	ps := paragraphs(s)
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		New(s, ps, 76)
	}
}

func BenchmarkDraw40Lines(b *testing.B) {
	s := long()
	p := New(s, paragraphs(s), 76)
	for _, n := range []int{0, 5_000} {
		var ms []Mark
		for i := range n {
			start := i * (len(s) / n)
			ms = append(ms, Mark{text.Span{Start: start, End: start + 120}, Ink{Speaker: i%7 + 1, Flags: Direct}})
		}
		marks := NewMarks(ms)
		b.Run(fmt.Sprintf("%d marks", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range 40 {
					p.Runs(p.Len()/2+i, marks)
				}
			}
		})
	}
}

func BenchmarkNewMarks(b *testing.B) {
	ms := randomMarks(rand.New(rand.NewPCG(1, 1)), 5_000, 1_000_000)
	for b.Loop() {
		NewMarks(ms)
	}
}

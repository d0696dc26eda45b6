package reader

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
)

// long is an article of about n bytes with a quote in every paragraph, as long as the harbour's.
func long(n int) (articles.Article, *analysis.Document) {
	var b strings.Builder
	d := &analysis.Document{}
	for i := range 12 {
		name := fmt.Sprintf("Speaker Number%d", i)
		d.Speakers = append(d.Speakers, analysis.Speaker{Name: name, Names: []string{name}, Type: analysis.Person})
	}
	for i := 0; b.Len() < n; i++ {
		said := "“We cannot wait another year, and the sea will not wait for us either,”"
		start := b.Len()
		fmt.Fprintf(&b, "%s Speaker Number%d said at the meeting of the council, where every seat was taken and the "+
			"doors stood open.\n\n", said, i%12)
		content := text.Span{Start: start, End: start + len(said)}
		d.Quotes = append(d.Quotes, analysis.Quote{Kind: analysis.Direct, Content: []text.Span{content},
			Speakers: []int{i % 12}, Confidence: 0.9})
	}
	return articleOf("long", b.String()), d
}

func sitLong(b *testing.B, n int) *sitting {
	a, d := long(n)
	s := sit(b, 160, 48, func(o *Options) {
		o.Items = []Item{{Name: "long.txt", Open: func(context.Context) (articles.Article, error) { return a, nil }}}
		o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) { return d, nil }
	})
	b.ReportMetric(float64(len(d.Quotes)), "quotes")
	return s
}

func BenchmarkFrame(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dKB", n/1000), func(b *testing.B) {
			s := sitLong(b, n)
			b.ReportAllocs()
			for b.Loop() {
				_ = s.View()
			}
		})
	}
}

// BenchmarkScroll is a key and the frame that answers it.
func BenchmarkScroll(b *testing.B) { benchmarkKey(b, "j", "k") }

// BenchmarkNextQuote goes from quote to quote.
func BenchmarkNextQuote(b *testing.B) { benchmarkKey(b, "J", "K") }

func benchmarkKey(b *testing.B, there, back string) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dKB", n/1000), func(b *testing.B) {
			s := sitLong(b, n)
			s.press("#").typeIn("50%").press("enter")
			keys := []tea.Msg{keyOf(there), keyOf(back)}
			i := 0
			for b.Loop() {
				s.Update(keys[i%2])
				_ = s.View()
				i++
			}
		})
	}
}

// BenchmarkOpen is all that happens between an article's arrival and its first frame with quotes.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprintf("%dKB", n/1000), func(b *testing.B) {
			for b.Loop() {
				_ = sitLong(b, n).View()
			}
		})
	}
}

// BenchmarkResize lays the article out anew.
func BenchmarkResize(b *testing.B) {
	s := sitLong(b, 1_000_000)
	i := 0
	for b.Loop() {
		s.Update(windowOf(100+i%2*60, 48))
		_ = s.View()
		i++
	}
}

// BenchmarkSearch looks for a word as it is typed.
func BenchmarkSearch(b *testing.B) {
	s := sitLong(b, 1_000_000)
	for b.Loop() {
		s.press("/").typeIn("sea").press("esc")
		_ = s.View()
	}
}

package overlay_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// manyEntries is a log over a long article.
func manyEntries(n int) (string, *analysis.Document, []review.Entry) {
	text := strings.Repeat("Rain fell, she said. ", 2000)
	d := &analysis.Document{Engine: "2", Speakers: []analysis.Speaker{{Name: "Ada Venn", Names: []string{"Ada Venn"},
		Mentions: []analysis.Span{{Start: 11, End: 14}}}}}
	for i := range 2000 {
		at := func(from, to int) []analysis.Span { return []analysis.Span{{Start: 21*i + from, End: 21*i + to}} }
		d.Quotes = append(d.Quotes, analysis.Quote{Content: at(0, 9), Cue: at(15, 19), Source: at(11, 14),
			Speakers: []int{0}, Confidence: 0.9})
	}
	r := rand.New(rand.NewPCG(1, 1))
	pen := reviewtest.WriterOf("ann", text)
	var subjects []review.Subject
	for i := range d.Quotes {
		subjects = append(subjects, review.QuoteOf(text, d, i))
	}
	var out []review.Entry
	for range n {
		of := subjects[r.IntN(len(subjects))]
		switch r.IntN(5) {
		case 0:
			out = append(out, pen.Reject(of))
		case 1:
			out = append(out, pen.Speakers(of, review.Who{Name: fmt.Sprint("New ", r.IntN(9))}))
		case 2:
			out = append(out, pen.TakeBack(out0(out)))
		default:
			out = append(out, pen.Accept(of))
		}
	}
	return text, d, out
}

func out0(all []review.Entry) string {
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].ID
}

func BenchmarkFold100000(b *testing.B) {
	_, _, all := manyEntries(100_000)
	b.ReportAllocs()
	for b.Loop() {
		review.Fold(all)
	}
}

// One entry more after 100,000, and what stands then on its quote.
func BenchmarkAddOne(b *testing.B) {
	text, d, all := manyEntries(100_000)
	s, pen, of := review.Fold(all), reviewtest.WriterOf("ben", text), review.QuoteOf(text, d, 7)
	b.ReportAllocs()
	for b.Loop() {
		if !s.Add(pen.Accept(of)) {
			b.Fatal("it was there already")
		}
		s.On(of)
	}
}

func BenchmarkLay2000(b *testing.B) {
	text, d, all := manyEntries(100_000)
	s := review.Fold(all)
	s.Decisions()
	for b.Loop() {
		overlay.Of(text, d, s)
	}
}

// Another engine's document must not cost more than in proportion either.
func BenchmarkLay2000OfAnotherEngine(b *testing.B) {
	text, d, all := manyEntries(100_000)
	s := review.Fold(all)
	d.Engine = "3"
	for i := range d.Quotes {
		d.Quotes[i].Content[0].End--
	}
	for b.Loop() {
		overlay.Of(text, d, s)
	}
}

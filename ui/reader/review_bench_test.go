package reader

import (
	"context"
	"fmt"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
)

// BenchmarkDecision is a decision and the frame that asks the next question, with 100,000 decisions before it; keeping
// it on disk comes on top, which the library measures.
func BenchmarkDecision(b *testing.B) {
	for _, size := range []int{10_000, 200_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			a, d := long(size)
			desk := &shelfDesk{reviewer: "ann", logs: map[string][]review.Entry{}}
			log, _ := desk.Open(context.Background(), a, d)
			for i := range 100_000 {
				if err := log.Keep(log.Writer().Accept(review.QuoteOf(a.Text, d, i%len(d.Quotes)))); err != nil {
					b.Fatal(err)
				}
			}
			s := sit(b, 160, 48, func(o *Options) {
				o.Desk = desk
				o.Items = []Item{{Name: "long.txt", Open: func(context.Context) (articles.Article, error) { return a, nil }}}
				o.Analyze = func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) { return d, nil }
			})
			s.press("v")
			b.ReportMetric(float64(len(d.Quotes)), "quotes")
			for i := 0; b.Loop(); i++ {
				s.press([]string{"a", "u"}[i%2])
				_ = s.View()
			}
		})
	}
}

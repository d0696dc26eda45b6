package export_test

import (
	"io"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/export"
)

// long is an article of a megabyte with 5,000 quotes, in paragraphs or in one line.
func long(between string) export.Item {
	a := articles.Article{ID: "long", Text: strings.Repeat("The mayor said: “Nobody asked us – not once – and we’ll say so, in this town and beyond it, as long as we live and have breath to say it.” It was late, and the hall was cold."+between, 5000)}
	for _, p := range text.Paragraphs(a.Text) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p})
	}
	d := &analysis.Document{Speakers: []analysis.Speaker{{Name: "The mayor"}}}
	for at := 0; ; {
		from := strings.Index(a.Text[at:], "“")
		if from < 0 {
			return export.Item{Article: a, Document: d}
		}
		from += at
		to := from + strings.Index(a.Text[from:], "”") + len("”")
		q := analysis.Quote{Content: []analysis.Span{{Start: from, End: to}}, Source: []analysis.Span{{Start: from - 16, End: from - 7}}, Speakers: []int{0}}
		d.Quotes = append(d.Quotes, q)
		at = to
	}
}

func BenchmarkJSONL(b *testing.B) {
	i := long("\n\n")
	b.SetBytes(int64(len(i.Article.Text)))
	for b.Loop() {
		if err := export.JSONL(io.Discard, i); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	for name, between := range map[string]string{"paragraphs": "\n\n", "one line": " "} {
		b.Run(name, func(b *testing.B) {
			i := long(between)
			b.SetBytes(int64(len(i.Article.Text)))
			for b.Loop() {
				if err := export.Text(io.Discard, i, 80); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package export_test

import (
	"io"
	"testing"

	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
)

func BenchmarkJSONL(b *testing.B) {
	i := exporttest.Long("\n\n")
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
			i := exporttest.Long(between)
			b.SetBytes(int64(len(i.Article.Text)))
			for b.Loop() {
				if err := export.Text(io.Discard, i, 80); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package cli

import (
	"io"
	"testing"

	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/offsets"
)

// BenchmarkFormats writes an article of a megabyte with 5,000 quotes in every format.
func BenchmarkFormats(b *testing.B) {
	i := exporttest.Long("\n\n")
	for _, e := range exports(0, offsets.Points) {
		b.Run(e.name, func(b *testing.B) {
			b.SetBytes(int64(len(i.Article.Text)))
			for b.Loop() {
				for _, write := range e.writers() {
					if err := write(io.Discard, i); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

package cli

import (
	"io"

	"hearsay/articles/export"
)

// format writes articles with what was found in them. Its writers may be called by several goroutines at once.
type format struct {
	// write writes one article.
	write writer
	// open, between and close stand before the first article, between two, and after the last.
	open, between, close string
	// alone is true where a file holds one article and no more.
	alone bool
}

// formats are the ways analyze writes, by the names that --format takes.
func formats(width int) map[string]format {
	return map[string]format{
		"jsonl": {write: export.JSONL},
		"json":  jsonFormat(),
		"text":  textFormat(width),
	}
}

// jsonFormat is one array.
func jsonFormat() format {
	return format{write: export.JSON, open: export.ArrayOpen, between: export.ArrayBetween, close: export.ArrayClose}
}

// textFormat is for people: no line is wider than the width, 0 leaves every paragraph in one line.
func textFormat(width int) format {
	write := func(w io.Writer, i export.Item) error { return export.Text(w, i, width) }
	return format{write: write, between: export.TextBetween}
}

// widestText is the width at which text on a terminal is broken where nobody asked for another: longer lines are hard
// to read.
const widestText = 100

// textWidth is how wide plain text may be: as wide as was asked for, or as the terminal is. What goes into a pipe or a
// file is left for others to break.
func (p *program) textWidth(asked int) int {
	switch {
	case p.columns == 0:
		return asked
	case asked == 0:
		return min(p.columns, widestText)
	}
	return min(p.columns, asked)
}

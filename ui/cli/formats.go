package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"hearsay/articles/export"
	"hearsay/articles/export/brat"
	"hearsay/articles/export/conll"
	"hearsay/articles/export/csv"
	"hearsay/articles/export/doccano"
	"hearsay/articles/export/html"
	"hearsay/articles/export/markdown"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/prodigy"
	"hearsay/articles/export/w3c"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
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

// exporting is a format that export writes.
type exporting struct {
	name string
	// about says what it is for.
	about string
	format
	// endings are those of an article's files in a folder.
	endings []string
	// also writes the second file of an article; where there is one, they need a folder.
	also writer
	// beside are further files of the folder, by their names.
	beside map[string]string
	// counts is true where offsets may count another unit than code points.
	counts bool
}

// writers are those of all files of an article.
func (e *exporting) writers() []writer {
	if e.also != nil {
		return []writer{e.write, e.also}
	}
	return []writer{e.write}
}

// exportFrom writes one article in a format to a file, or to a folder where the format needs one, for the reader. It
// writes over nothing.
func exportFrom(format, path string, i export.Item) (string, error) {
	all := exports(0, offsets.Points)
	at := slices.IndexFunc(all, func(e exporting) bool { return e.name == format })
	if at < 0 {
		return "", fmt.Errorf("there is no format %q", format)
	}
	e := &all[at]
	texts := make([]buffer, len(e.writers()))
	for n, write := range e.writers() {
		if err := write(&texts[n], i); err != nil {
			return "", err
		}
	}
	var to sink
	if _, err := os.Lstat(path); err == nil && e.also == nil {
		return "", fmt.Errorf("there is a file %s already: type another name", path)
	}
	if e.also != nil {
		s, err := newFolderSink(path, e, nil, false)
		if err != nil {
			return "", errors.New(oneline.Reason(err))
		}
		to = s
	} else {
		s, err := newFileSink(path, e.format)
		if err != nil {
			return "", errors.New(oneline.Reason(err))
		}
		to = s
	}
	defer to.stop()
	if err := to.put(i.Article.ID, texts); err != nil {
		return "", errors.New(oneline.Reason(err))
	}
	if err := to.finish(); err != nil {
		return "", errors.New(oneline.Reason(err))
	}
	return path, nil
}

// readerFormats are the formats as the reader offers them.
func readerFormats() (out []reader.Format) {
	for _, e := range exports(0, offsets.Points) {
		ending := e.endings[0]
		if e.also != nil {
			ending = "/" // a folder
		}
		out = append(out, reader.Format{Name: e.name, About: e.about, Ending: ending})
	}
	return out
}

// exports are the formats that export writes, those for people first.
func exports(width int, unit offsets.Unit) []exporting {
	counted := func(write func(io.Writer, export.Item, offsets.Unit) error) writer {
		return func(w io.Writer, i export.Item) error { return write(w, i, unit) }
	}
	return []exporting{
		{name: "html", about: "a page to read, print or put on a site: one file, no script, nothing from elsewhere",
			format: format{write: html.Page, alone: true}, endings: []string{".html"}},
		{name: "markdown", about: "a report for notes and wikis",
			format: format{write: markdown.Report, between: markdown.Between}, endings: []string{".md"}},
		{name: "text", about: "the same to be read line by line, or aloud", format: textFormat(width),
			endings: []string{".txt"}},
		{name: "csv", about: "for spreadsheets and statistics: a row for each part of a quote",
			format: format{write: counted(csv.Rows), open: csv.Header()}, endings: []string{".csv"}, counts: true},
		{name: "jsonl", about: "everything, an article a line, as analyze writes it", format: format{write: export.JSONL},
			endings: []string{".jsonl"}},
		{name: "json", about: "the same as one array", format: jsonFormat(), endings: []string{".json"}},
		{name: "w3c", about: "Web Annotations in JSON-LD, a page of them a line, as for Hypothesis",
			format: format{write: w3c.Page}, endings: []string{".jsonld"}},
		{name: "brat", about: "brat's .ann and .txt files, as in PolNeAR; they need a folder",
			format:  format{write: brat.Text},
			endings: []string{".txt", ".ann"}, also: brat.Annotations,
			beside: map[string]string{"annotation.conf": brat.Configuration}},
		{name: "prodigy", about: "Prodigy's tasks with spans and relations, an article a line",
			format: format{write: prodigy.Task}, endings: []string{".jsonl"}},
		{name: "doccano", about: "doccano's lines with entities and relations",
			format: format{write: counted(doccano.Relations)}, endings: []string{".jsonl"}, counts: true},
		{name: "doccano-spans", about: "doccano's lines with labelled spans alone",
			format: format{write: counted(doccano.Spans)}, endings: []string{".jsonl"}, counts: true},
		{name: "conll", about: "a token a line, with B, I and O for content, cue and source, to train on",
			format: format{write: conll.Article}, endings: []string{".conll"}},
	}
}

// Package tables reads articles in rows: a header names the columns, or they are told by what is in them. It promises
// that a row which is broken or too long is told of and passed over, and that no more than one is held.
package tables

import (
	"io"
	"slices"
	"strings"

	"hearsay/articles/source/fields"
	"hearsay/articles/source/format"
)

// Formats are texts in rows and columns.
func Formats() []format.Format {
	const about = "an article a row: its text, title, authors, outlet, day and address by the names of the columns; " +
		"--text-column chooses that of the text"
	return []format.Format{
		{Name: "a table (CSV)", Endings: []string{".csv"}, Looks: isCSV, Read: read, Many: true,
			About: about + "; cells are parted by commas, semicolons or bars"},
		{Name: "a table (TSV)", Endings: []string{".tsv", ".tab"}, Looks: isTSV, Read: read, Many: true,
			About: about + "; cells are parted by tabs"},
	}
}

// moreColumns are names of columns, besides those that tell of an article, by which a header is known, in lower case
// and without marks.
var moreColumns = strings.Fields(`
	abstract category country description keywords lang language lead name quote quotes section snippet speaker standfirst
	subtitle summary tags topic type words`)

// isColumn reports whether tables of articles give a column this name.
func isColumn(name string) bool {
	_, known := fields.Known(name)
	return known || slices.Contains(moreColumns, fields.Name(name))
}

// How many of a header's cells must be known by name, and how long one may be.
const (
	leastColumns  = 2
	longestColumn = 60 // bytes
)

// isCSV knows rows of cells with a mark between them. Where the name ends as such a table's does, that the first line
// has cells is enough.
func isCSV(s format.Sample) bool {
	if s.Ending == ".csv" && mostMarks(s.Lines[0]) != 0 {
		return !format.LooksLikeJSON([]byte(s.Text))
	}
	return isTable(s, ',') || isTable(s, ';') || isTable(s, '|')
}

// mostMarks is the mark that parts a line into the most cells, 0 where none does.
func mostMarks(line string) (most byte) {
	cells := 1
	for _, mark := range []byte(",;|\t") {
		if n := len(splitCells(line, mark)); n > cells {
			most, cells = mark, n
		}
	}
	return most
}

// isTSV knows a table without a header too: prose has no line with two tabs, let alone nothing else.
func isTSV(s format.Sample) bool { return isTable(s, '\t') || tabbed(s) }

// isTable reports whether text is rows of as many cells each, of which the first are names of columns, or all of which
// stand in quotation marks.
func isTable(s format.Sample, by byte) bool {
	first := s.Lines[0]
	cells := len(splitCells(first, by))
	if cells < 2 || !isHeader(first, by) && !allQuoted(first, by) {
		return false
	}
	rows, same := countRows(s, by, cells)
	return same && (rows > 1 || !s.Whole)
}

// splitCells are the cells of a line that is a row, nil where it ends within one.
func splitCells(line string, by byte) []string {
	row, err := newRows(strings.NewReader(line), by, int64(len(line))+1).next()
	if err != nil {
		return nil
	}
	return row
}

// isHeader reports whether all cells of a line could be names of columns and enough of them are known as such: where
// there is no space in the line, one.
func isHeader(line string, by byte) bool {
	known := 0
	if !strings.ContainsAny(line, " \u00a0") {
		known++
	}
	for _, c := range splitCells(line, by) {
		if c = strings.TrimSpace(c); len(c) > longestColumn || strings.ContainsFunc(c, inNoName) {
			return false
		}
		if isColumn(c) {
			known++
		}
	}
	return known >= leastColumns
}

// inNoName reports whether a character stands in no column's name, though it may in a sentence.
func inNoName(r rune) bool { return strings.ContainsRune("?!\"“”‘’…«»", r) }

// allQuoted reports whether each cell stands in quotation marks.
func allQuoted(line string, by byte) bool {
	return !slices.ContainsFunc(strings.Split(line, string(by)), func(c string) bool {
		return len(c) < 2 || c[0] != '"' || strings.IndexByte(c[1:], '"') != len(c)-2
	})
}

// countRows counts the rows of a table and tells whether all have as many cells. The last is left out where it may be
// cut.
func countRows(s format.Sample, by byte, cells int) (rows int, same bool) {
	r := newRows(strings.NewReader(s.Text), by, int64(len(s.Text))+1)
	last := cells
	for {
		row, err := r.next()
		if err != nil {
			return rows, (err == io.EOF || !s.Whole) && (last == cells || !s.Whole)
		}
		if last != cells {
			return rows, false
		}
		last = len(row)
		rows++
	}
}

// The fewest lines and tabs in each that make a table without a header.
const (
	leastLines = 3
	leastTabs  = 2
)

// tabbed reports whether all lines have as many tabs.
func tabbed(s format.Sample) bool {
	lines := s.Lines
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	if len(lines) < leastLines {
		return false
	}
	tabs := strings.Count(lines[0], "\t")
	return tabs >= leastTabs &&
		!slices.ContainsFunc(lines, func(l string) bool { return strings.Count(l, "\t") != tabs })
}

// Package tables reads texts in rows and columns.
package tables

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"hearsay/articles/source/format"
)

// Formats are texts in rows and columns.
func Formats() []format.Format {
	by := func(flags string) string {
		return format.HintRows + ", as “mlr " + flags + " --ojsonl rename body,text FILE” does"
	}
	return []format.Format{
		{Name: "a table (CSV)", Looks: isCSV(','), Hint: by("--icsv")},
		{Name: "a table (CSV)", Looks: isCSV(';'), Hint: by("--icsv --ifs ';'")},
		{Name: "a table (CSV)", Looks: isCSV('|'), Hint: by("--icsv --ifs '|'")},
		{Name: "a table (CSV)", Endings: []string{".csv"}, Hint: by("--icsv")},
		{Name: "a table (TSV)", Endings: []string{".tsv", ".tab"}, Looks: isTSV, Hint: by("--itsv")},
	}
}

// columns are the names that tables of articles give their columns, in lower case, words joined by a low line.
var columns = strings.Fields(`
	abstract address article article_body article_id article_text articlebody author authors body body_text byline
	category content contents country created created_at creator date date_publish date_published datetime description
	doc_id document domain full_text fulltext headline id journal keywords lang language lead link maintext media name
	newspaper outlet pub_date pubdate publication publish_date published published_at published_date publisher quote
	quotes section site snippet source source_domain speaker standfirst story subtitle summary tags text time
	timestamp title topic type uri url words`)

// How many of a header's cells must be known by name, and how long one may be.
const (
	leastColumns  = 2
	longestColumn = 60 // bytes
)

// isCSV makes a check for rows of cells with a mark between them. Where the name ends as such a table's does, that the
// first line has cells, most of them parted by this mark, is enough.
func isCSV(mark rune) func(format.Sample) bool {
	return func(s format.Sample) bool {
		return isTable(s, mark) ||
			s.Ending == ".csv" && !format.LooksLikeJSON([]byte(s.Text)) && mostMarks(s.Lines[0]) == mark
	}
}

// mostMarks is the mark that parts a line into the most cells, 0 where none does.
func mostMarks(line string) (most rune) {
	cells := 1
	for _, mark := range ",;|" {
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
func isTable(s format.Sample, by rune) bool {
	first := s.Lines[0]
	cells := len(splitCells(first, by))
	if cells < 2 || !isHeader(first, by) && !allQuoted(first, by) {
		return false
	}
	rows, same := countRows(s, by, cells)
	return same && (rows > 1 || !s.Whole)
}

func splitCells(line string, by rune) []string {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes = by, true
	cells, err := r.Read()
	if err != nil {
		return nil
	}
	return cells
}

// isHeader reports whether all cells of a line could be names of columns and enough of them are known as such: where
// there is no space in the line, one.
func isHeader(line string, by rune) bool {
	known := 0
	if !strings.ContainsAny(line, " \u00a0") {
		known++
	}
	for _, c := range splitCells(line, by) {
		if c = strings.TrimSpace(c); len(c) > longestColumn || strings.ContainsFunc(c, inNoName) {
			return false
		}
		if slices.Contains(columns, strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(c))) {
			known++
		}
	}
	return known >= leastColumns
}

// inNoName reports whether a character stands in no column's name, though it may in a sentence.
func inNoName(r rune) bool { return strings.ContainsRune("?!\"“”‘’…«»", r) }

// allQuoted reports whether each cell stands in quotation marks.
func allQuoted(line string, by rune) bool {
	return !slices.ContainsFunc(strings.Split(line, string(by)), func(c string) bool {
		return len(c) < 2 || c[0] != '"' || strings.IndexByte(c[1:], '"') != len(c)-2
	})
}

// countRows counts the rows of a table and tells whether all have as many cells. The last is left out where it may be
// cut.
func countRows(s format.Sample, by rune, cells int) (rows int, same bool) {
	r := csv.NewReader(strings.NewReader(s.Text))
	r.Comma, r.LazyQuotes, r.ReuseRecord, r.FieldsPerRecord = by, true, true, -1
	last := cells
	for {
		row, err := r.Read()
		if err != nil {
			return rows, err == io.EOF && (last == cells || !s.Whole)
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

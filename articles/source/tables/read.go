package tables

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay/articles/source/fields"
	"hearsay/articles/source/format"
)

// hintColumn is what to do where the column of the text cannot be told.
const hintColumn = "name the one that holds the articles' text with --text-column"

// columns are those of a table.
type columns struct {
	names []string
	text  int
	// headed is true where the first row names them.
	headed bool
	// guessed is true where no name told which holds the text.
	guessed bool
	by      byte
}

// name is what a column is called.
func (c columns) name(i int) string {
	if c.headed && i < len(c.names) && strings.TrimSpace(c.names[i]) != "" {
		return "“" + strings.TrimSpace(c.names[i]) + "”"
	}
	return strconv.Itoa(i + 1)
}

// read reads a table row by row.
func read(f *format.File, yield format.Yield) error {
	s, err := f.Sample()
	if err != nil {
		return err
	}
	c, err := columnsOf(s, f.TextColumn)
	if err != nil {
		return &format.Error{Name: f.Name, Err: err, Hint: hintColumn}
	}
	if c.guessed || f.TextColumn == "" && fields.Name(c.names[c.text]) != "text" {
		f.Tell(f.Name, "the text is taken from the column "+c.name(c.text)+"; --text-column chooses another")
	}
	r := newRows(f.In, c.by, f.Most())
	if declared(s) {
		r.next()
	}
	if c.headed {
		r.next()
	}
	for n := 1; ; n++ {
		row, err := r.next()
		if err == io.EOF && n == 1 {
			return &format.Error{Name: f.Name, Err: fmt.Errorf("%w: it has no rows below its names of columns", format.ErrEmpty),
				Hint: "give a table with an article a row"}
		} else if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, errLong) && !errors.Is(err, errOpen) {
			return format.SystemError(f.Name, err)
		}
		e := format.Entry{Position: f.Position(n)}
		if err == nil {
			e, err = c.entry(f, n, row)
		}
		if err != nil {
			e.Err = &format.Error{Name: e.Position, Err: fmt.Errorf("%w: %w", format.ErrRecord, err),
				Hint: "mend the row, or leave it out"}
		}
		if !yield(e) || r.reopened > mostReopened {
			return nil
		}
	}
}

// entry makes an article of a row.
func (c columns) entry(f *format.File, n int, row []string) (e format.Entry, err error) {
	e.Position = f.Position(n)
	if !f.Unicode {
		if row, err = decoded(row); err != nil {
			return e, err
		}
	}
	switch {
	case len(row) > len(c.names) && c.text == len(c.names)-1:
		row = append(row[:c.text:c.text], strings.Join(row[c.text:], string(c.by)))
	case len(row) > len(c.names):
		return e, fmt.Errorf("it has %d cells, the first row has %d", len(row), len(c.names))
	case len(row) <= c.text:
		return e, fmt.Errorf("it has %d cells, and the text is in column %s", len(row), c.name(c.text))
	}
	if strings.TrimSpace(row[c.text]) == "" {
		return e, fmt.Errorf("its column %s is empty", c.name(c.text))
	}
	v := fields.Values{fields.Text: row[c.text]}
	if c.headed {
		c.tell(&v, row)
	}
	e.Article = v.Article(fields.Name(c.names[c.text]) != "text" && fields.Markup(row[c.text]))
	if e.Article.ID = strings.TrimSpace(v[fields.ID]); e.Article.ID == "" {
		e.Article.ID = f.ID(n)
	}
	return e, nil
}

// tell takes what the columns beside the text tell of an article.
func (c columns) tell(v *fields.Values, row []string) {
	for p := range fields.Parts {
		for _, i := range fields.Choose(p, c.names) {
			if i < len(row) && i != c.text && v[p] == "" {
				v[p] = strings.TrimSpace(row[i])
			}
		}
	}
}

// decoded is a row in UTF-8, decoded for itself.
func decoded(row []string) ([]string, error) {
	const mark = "\x1f" // which no text holds
	all := strings.Join(row, mark)
	if utf8.ValidString(all) {
		return row, nil
	}
	text, ok := format.Decode([]byte(all), false)
	if !ok {
		return nil, format.ErrUndecodable
	}
	return strings.Split(text, mark), nil
}

// declared reports whether the first line names the mark between cells, as "sep=;" does.
func declared(s format.Sample) bool {
	return len(s.Lines[0]) == len("sep=;") && strings.HasPrefix(strings.ToLower(s.Lines[0]), "sep=")
}

// leastText is how many bytes the cells of a column must have on average to be taken for articles where no name says
// so.
const leastText = 60

// columnsOf finds the columns of a table by how it begins.
func columnsOf(s format.Sample, asked string) (columns, error) {
	text, first := s.Text, s.Lines[0]
	c := columns{by: mostMarks(first)}
	if declared(s) {
		c.by = first[len(first)-1]
		_, text, _ = strings.Cut(text, "\n")
		first, _, _ = strings.Cut(text, "\n")
	} else if s.Ending == ".tsv" || s.Ending == ".tab" || isTSV(s) {
		c.by = '\t'
	} else if c.by == 0 {
		c.by = ','
	}
	r := newRows(strings.NewReader(text), c.by, int64(len(text))+1)
	var err error
	if c.names, err = r.next(); err != nil {
		return c, fmt.Errorf("%w: %w", format.ErrRecord, err)
	}
	lengths := lengthsOf(r, len(c.names))
	c.headed = isHeader(strings.TrimRight(first, "\r"), c.by) || headed(c.names, lengths)
	return c, c.choose(lengths, asked)
}

// choose chooses the column of the text: the one that was asked for, the one with the surest name, or the longest.
func (c *columns) choose(lengths []int, asked string) error {
	if asked != "" {
		n, err := strconv.Atoi(asked)
		c.text = slices.IndexFunc(c.names, func(s string) bool { return fields.Name(s) == fields.Name(asked) })
		if c.text < 0 && err == nil && n >= 1 && n <= len(c.names) {
			c.text = n - 1
		}
		if c.text < 0 {
			return fmt.Errorf("%w: it has no column “%s”, but %s", format.ErrRecord, asked, c.all())
		}
		return nil
	}
	if places := fields.Choose(fields.Text, c.names); c.headed && len(places) > 0 {
		c.text = places[0]
		return nil
	}
	c.guessed = true
	for i, n := range lengths {
		if n > lengths[c.text] {
			c.text = i
		}
	}
	if lengths[c.text] < leastText && len(c.names) > 1 {
		return fmt.Errorf("%w: no column is known to hold text, of %s", format.ErrRecord, c.all())
	}
	return nil
}

// mostShown is how many columns are named in a line.
const mostShown = 12

// all names the columns in a line.
func (c columns) all() string {
	var shown []string
	for i := range c.names[:min(len(c.names), mostShown)] {
		shown = append(shown, c.name(i))
	}
	return strings.Join(shown, ", ")
}

// lengthsOf are the average lengths of the cells of each column, in bytes, as far as can be seen.
func lengthsOf(r *rows, columns int) []int {
	sums, n := make([]int, columns), 0
	for {
		row, err := r.next()
		if err != nil {
			break
		}
		n++
		for i := range min(len(row), columns) {
			sums[i] += len(row[i])
		}
	}
	for i := range sums {
		sums[i] /= max(n, 1)
	}
	return sums
}

// headed reports whether the first row names columns whose names are not known: no cell is long or a number, and what
// stands below one of them is far longer.
func headed(first []string, lengths []int) bool {
	longer := false
	for i, c := range first {
		if _, err := strconv.ParseFloat(strings.TrimSpace(c), 64); err == nil || len(c) > longestColumn {
			return false
		}
		longer = longer || lengths[i] > leastText && lengths[i] > 4*len(c)
	}
	return longer
}

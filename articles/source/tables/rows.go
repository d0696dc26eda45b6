package tables

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// errLong and errOpen are what is wrong with a row: it has more bytes than it may, or a cell in quotation marks that
// nothing ends.
var (
	errLong = errors.New("it is too long")
	errOpen = errors.New("a quotation mark before a cell is not closed")
)

// mostReopened is how often a row that nothing ends gives back what stands behind its first line.
const mostReopened = 3

// rows are those of a table, as RFC 4180 has them and with what programs make of it: a quotation mark within a cell
// stands for itself, and any line may end with a line feed, a carriage return, or both.
type rows struct {
	in    *bufio.Reader
	by    byte
	limit int64
	// raw is the row as it is written, to be read anew where nothing ends it.
	raw      []byte
	reopened int
}

func newRows(in io.Reader, by byte, limit int64) *rows {
	return &rows{in: bufio.NewReader(in), by: by, limit: limit}
}

// next gives the cells of the next row that is not empty. After errLong and errOpen the row behind follows.
func (r *rows) next() ([]string, error) {
	for {
		row, err := r.row()
		if err != nil || len(row) > 1 || row[0] != "" {
			return row, err
		}
	}
}

// row gives the cells of the next row.
func (r *rows) row() (row []string, err error) {
	r.raw = r.raw[:0]
	if _, err := r.in.Peek(1); err != nil {
		return nil, err
	}
	long := false
	for {
		cell, last, err := r.cell(&long)
		if err != nil {
			return nil, err
		}
		if !long {
			row = append(row, string(cell))
		}
		if last && long {
			return nil, errLong
		} else if last {
			return row, nil
		}
	}
}

// cell gives the next cell of a row, and whether it is the last. Of a row that is too long nothing more is kept.
func (r *rows) cell(long *bool) (cell []byte, last bool, err error) {
	quoted := false
	if first, _ := r.in.Peek(1); string(first) == `"` {
		quoted = true
		r.take(long)
	}
	for {
		c, err := r.take(long)
		switch {
		case err == io.EOF && quoted && !*long:
			return nil, true, r.reopen()
		case err == io.EOF:
			return cell, true, nil
		case err != nil:
			return nil, true, err
		case c == '"' && quoted:
			if next, _ := r.in.Peek(1); string(next) == `"` {
				r.take(long)
			} else if len(next) == 0 || next[0] == r.by || next[0] == '\n' || next[0] == '\r' {
				quoted = false
				continue
			}
		case !quoted && c == r.by:
			return cell, false, nil
		case !quoted && (c == '\n' || c == '\r'):
			if next, _ := r.in.Peek(1); c == '\r' && string(next) == "\n" {
				r.take(long)
			}
			return cell, true, nil
		}
		if !*long {
			cell = append(cell, c)
		}
	}
}

// take reads a byte of the row and keeps it as it is written, within the limit.
func (r *rows) take(long *bool) (byte, error) {
	c, err := r.in.ReadByte()
	if err != nil {
		return 0, err
	}
	if int64(len(r.raw)) >= r.limit {
		*long = true
		r.raw = r.raw[:0]
	}
	if !*long {
		r.raw = append(r.raw, c)
	}
	return c, nil
}

// reopen gives back what stands behind the first line of a row that nothing ends.
func (r *rows) reopen() error {
	_, behind, _ := bytes.Cut(r.raw, []byte("\n"))
	if r.reopened++; r.reopened <= mostReopened {
		r.in = bufio.NewReader(bytes.NewReader(bytes.Clone(behind)))
	}
	return errOpen
}

package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hearsay/articles"
)

// record is a line of a JSONL file. Only the text must be there.
type record struct {
	ID      json.RawMessage `json:"id"`
	Text    *string         `json:"text"`
	Title   loose           `json:"title"`
	Byline  loose           `json:"byline"`
	Author  loose           `json:"author"`
	Outlet  loose           `json:"outlet"`
	Date    loose           `json:"date"`
	Address loose           `json:"address"`
	URL     loose           `json:"url"`
}

// loose is a field that helps but must not keep an article from being read: a string or a list of strings; all else is
// taken as empty.
type loose string

// UnmarshalJSON never fails.
func (l *loose) UnmarshalJSON(data []byte) error {
	var one string
	var many []string
	switch {
	case json.Unmarshal(data, &one) == nil:
	case json.Unmarshal(data, &many) == nil:
		one = strings.Join(many, ", ")
	}
	*l = loose(flat(one))
	return nil
}

// readLines reads a JSONL file line by line. A line that holds no article is an error of its own, and the next one follows.
func (r *Reader) readLines(name string, in *bufio.Reader, yield func(articles.Article, error) bool) error {
	found := false
	for n := 1; ; n++ {
		line, long, err := readLine(in, r.limit())
		if err != nil && err != io.EOF {
			return systemError(name, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 || long {
			if !found && spread(line) {
				return &Error{Name: name, Line: n, Hint: "put each object in a line of its own, as “jq -c .” and “jq -c .[]” do",
					Err: fmt.Errorf("%w: it begins an object of several lines, or a list", ErrRecord)}
			}
			found = true
			a, problem := articles.Article{}, tooBig(name, n, r.limit())
			if !long {
				a, problem = readRecord(name, n, line)
			}
			if !yield(a, problem) {
				return nil
			}
		}
		if err == io.EOF && !found {
			return &Error{Name: name, Err: ErrEmpty, Hint: "give a file with an article in each line"}
		} else if err == io.EOF {
			return nil
		}
	}
}

// spread reports whether a first line shows that the file is JSON but no JSONL.
func spread(line []byte) bool { return string(line) == "{" || bytes.HasPrefix(line, []byte("[")) }

// readLine reads one line, of which it keeps no more than the limit and tells whether there was more.
func readLine(in *bufio.Reader, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(line)+len(bytes.TrimRight(part, "\r\n"))) > limit {
			long = true
		}
		if !long {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
		}
	}
}

// readRecord makes an article of a line.
func readRecord(name string, n int, line []byte) (articles.Article, error) {
	var rec record
	err := json.Unmarshal(line, &rec)
	id := recordID(rec.ID)
	if err == nil && rec.Text == nil {
		err = errors.New("it has no “text”")
	}
	if err != nil {
		return articles.Article{}, &Error{Name: name, Line: n, ID: id, Err: fmt.Errorf("%w: %s", ErrRecord, plainer(err)),
			Hint: `write one object a line, such as {"id": "a1", "text": "…"}`}
	}
	a := readPlain(strings.ToValidUTF8(*rec.Text, "\uFFFD"))
	if a.ID = id; id == "" {
		a.ID = fmt.Sprintf("%s-%d", idOf(name), n)
	}
	a.Outlet, a.Date = string(rec.Outlet), date(string(rec.Date))
	a.Title = either(string(rec.Title), a.Title)
	a.Byline = either(authors(either(string(rec.Byline), string(rec.Author))), a.Byline)
	a.Address = either(string(rec.Address), string(rec.URL))
	return a, nil
}

// plainer says what is wrong with a line without the names of Go's types.
func plainer(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Sprintf("“%s” is of the kind %s", kind.Field, kind.Value)
	} else if errors.As(err, &kind) {
		return "it is of the kind " + kind.Value
	}
	return err.Error()
}

// recordID is an id as text: a string's own, a number as it is written.
func recordID(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	if len(raw) == 0 || strings.ContainsRune("{[", rune(raw[0])) || !utf8.Valid(raw) {
		return ""
	}
	return string(raw)
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

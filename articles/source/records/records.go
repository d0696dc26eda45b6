package records

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/format"
	"hearsay/articles/source/plain"
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
	*l = loose(details.Flat(one))
	return nil
}

// read reads a JSONL file line by line. A line that holds no article is an error of its own, and the next one follows.
func read(f *format.File, yield format.Yield) error {
	return Each(f, func(l Line, err error) bool {
		at := f.Position(l.Number)
		if err != nil {
			return yield(format.Entry{Position: at, Err: err})
		}
		a, err := l.Article()
		return yield(format.Entry{Article: a, Position: at, Err: err})
	})
}

// Article makes an article of a line.
func (l Line) Article() (articles.Article, error) {
	var rec record
	err := json.Unmarshal(l.JSON, &rec)
	id := recordID(rec.ID)
	if err == nil && rec.Text == nil {
		err = errors.New("it has no “text”")
	}
	if err != nil {
		return articles.Article{}, &format.Error{Name: l.Name, Line: l.Number, ID: id,
			Err:  fmt.Errorf("%w: %s", format.ErrRecord, plainer(err)),
			Hint: `write one object a line, such as {"id": "a1", "text": "…"}`}
	}
	a := plain.Read(strings.ToValidUTF8(*rec.Text, "\uFFFD"))
	a.ID = l.named(id)
	a.Outlet, a.Date = string(rec.Outlet), details.Date(string(rec.Date))
	a.Title = cmp.Or(string(rec.Title), a.Title)
	a.Byline = cmp.Or(details.Authors(cmp.Or(string(rec.Byline), string(rec.Author))), a.Byline)
	a.Address = cmp.Or(string(rec.Address), string(rec.URL))
	return a, nil
}

// ID is the line's own id, or one made of the file's name and the line's number.
func (l Line) ID() string {
	var rec struct {
		ID json.RawMessage `json:"id"`
	}
	// What is no object has no id of its own.
	_ = json.Unmarshal(l.JSON, &rec)
	return l.named(recordID(rec.ID))
}

func (l Line) named(id string) string {
	if id == "" {
		return fmt.Sprintf("%s-%d", format.IDOf(l.inner), l.Number)
	}
	return id
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

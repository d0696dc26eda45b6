package records

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/articles"
	"hearsay/articles/source/fields"
	"hearsay/articles/source/format"
)

// read reads a file record by record. One that holds no article is an error of its own, and the next one follows; one
// that holds a list of articles is all of them.
func read(f *format.File, yield format.Yield) error {
	return Each(f, func(l Line, err error) bool {
		at := l.position()
		if err != nil {
			return yield(format.Entry{Position: at, Err: err})
		}
		a, err := l.Article()
		if err != nil {
			if inner := l.list(); len(inner) > 0 {
				return readList(l, inner, yield)
			}
		}
		if err == nil && l.Number == 0 && a.ID == format.IDOf(l.inner) {
			a.ID = "" // which makes it one that no other file has
		}
		return yield(format.Entry{Article: a, Position: at, Err: err})
	})
}

// readList reads the articles of a list that stands in a record, which names the outlet where its articles do not.
func readList(of Line, all []json.RawMessage, yield format.Yield) bool {
	outlet := of.outlet()
	for i, raw := range all {
		l := Line{Name: of.position(), Number: i + 1, JSON: raw, inner: of.inner, field: of.field, apart: true}
		a, err := l.Article()
		if a.Outlet == "" {
			a.Outlet = outlet
		}
		if !yield(format.Entry{Article: a, Position: l.position(), Err: err}) {
			return false
		}
	}
	return true
}

// Article makes an article of a line.
func (l Line) Article() (articles.Article, error) {
	o, err := objectOf(l.JSON)
	id := o.id()
	var text string
	var markup bool
	if err == nil {
		text, markup, err = o.textIn(l.field)
	}
	if err != nil {
		e := l.fault(fmt.Errorf("%w: %s", format.ErrRecord, plainer(err)), hintRecord)
		e.ID = id
		return articles.Article{}, e
	}
	v := fields.Values{fields.Text: text}
	for _, p := range []fields.Part{fields.Title, fields.Byline, fields.Outlet, fields.Date, fields.Address} {
		v[p] = o.told(p)
	}
	a := v.Article(markup)
	a.ID = l.named(id)
	return a, nil
}

// ID is the line's own id, or one made of the file's name and the line's number.
func (l Line) ID() string {
	// What is no object has no id of its own.
	o, _ := objectOf(l.JSON)
	return l.named(o.id())
}

func (l Line) named(id string) string {
	switch {
	case id != "":
		return id
	case l.Number == 0:
		return format.IDOf(l.inner)
	}
	return fmt.Sprintf("%s-%d", format.IDOf(l.inner), l.Number)
}

// object is an object of JSON: its keys in the order of their letters, and their values as they are written.
type object struct {
	keys   []string
	values map[string]json.RawMessage
}

// objectOf reads an object; one that the record wraps in another, as search engines do, stands for it.
func objectOf(data []byte) (object, error) {
	var o object
	if err := json.Unmarshal(data, &o.values); err != nil {
		// What stands before the fault may hold an id.
		var rec struct {
			ID json.RawMessage `json:"id"`
		}
		_ = json.Unmarshal(data, &rec)
		o.values = map[string]json.RawMessage{"id": rec.ID}
		o.keys = []string{"id"}
		return o, err
	}
	for _, wrap := range []string{"_source", "fields", "article", "document", "doc", "post"} {
		var inner map[string]json.RawMessage
		if raw, ok := o.values[wrap]; ok && json.Unmarshal(raw, &inner) == nil {
			for k, v := range inner {
				if _, there := o.values[k]; !there {
					o.values[k] = v
				}
			}
		}
	}
	o.keys = slices.Sorted(maps.Keys(o.values))
	return o, nil
}

// id is the object's own id as text: a string's own, a number as it is written.
func (o object) id() string {
	for _, i := range fields.Choose(fields.ID, o.keys) {
		if id := recordID(o.values[o.keys[i]]); id != "" {
			return id
		}
	}
	return ""
}

// text is the first text among the fields that may hold it, and whether it is markup. What stands under "text" itself
// is text, whatever it looks like.
func (o object) text() (text string, markup bool, err error) {
	err = errors.New("it has no text, such as “text”, “body” or “content”")
	for _, i := range fields.Choose(fields.Text, o.keys) {
		key, name := o.keys[i], fields.Name(o.keys[i])
		words, ok := prose(o.values[key], 0)
		switch {
		case !ok && name == "text" && string(o.values[key]) != "null":
			return "", false, fmt.Errorf("“%s” is of the kind %s", key, kindOf(o.values[key]))
		case ok && strings.TrimSpace(words) != "":
			return words, name != "text" && (strings.Contains(name, "html") || fields.Markup(words)), nil
		case ok:
			err = nil // it is there, and empty
		}
	}
	return "", false, err
}

// textIn is the text in the field that a person names, where the object has it, else in those that may hold it.
func (o object) textIn(field string) (text string, markup bool, err error) {
	i := slices.IndexFunc(o.keys, func(k string) bool { return fields.Name(k) == fields.Name(field) })
	if field == "" || i < 0 {
		return o.text()
	}
	words, ok := prose(o.values[o.keys[i]], 0)
	if !ok {
		return "", false, fmt.Errorf("“%s” is of the kind %s", o.keys[i], kindOf(o.values[o.keys[i]]))
	}
	return words, fields.Markup(words), nil
}

// told is what the fields of a part tell, the surest first.
func (o object) told(p fields.Part) string {
	for _, i := range fields.Choose(p, o.keys) {
		if raw := o.values[o.keys[i]]; p != fields.Date && kindOf(raw) == "number" {
			continue // it is a number of something
		}
		if s := strings.Join(strings.Fields(short(o.values[o.keys[i]], 0)), " "); s != "" {
			return s
		}
	}
	return ""
}

// plainer says what is wrong with a line without the names of Go's types.
func plainer(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
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

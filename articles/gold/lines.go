package gold

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"

	"hearsay/articles/source"
)

// record is what is marked in a line.
type record struct {
	Text         *string         `json:"text"`
	Publisher    json.RawMessage `json:"publisher"`
	Annotator    json.RawMessage `json:"annotator"`
	Attributions *[]recordQuote  `json:"attributions"`
	Quotes       *[]recordQuote  `json:"quotes"`
	Positions    *[]recordSide   `json:"positions"`
	// Speakers count only beside quotes; elsewhere they may be anything.
	Speakers json.RawMessage `json:"speakers"`
	// What annotation tools write counts only where there are neither attributions nor quotes.
	doccano
	prodigy
	Relations list `json:"relations"`
}

// recordQuote is an attribution, with the speakers' names, or a quote, with the ids of speakers that stand beside it.
type recordQuote struct {
	Kind       string          `json:"kind"`
	Content    parts           `json:"content"`
	Cue        parts           `json:"cue"`
	Source     parts           `json:"source"`
	Speaker    words           `json:"speaker"`
	Speakers   json.RawMessage `json:"speakers"`
	Confidence *float64        `json:"confidence"`
}

// words is a string or a list of strings.
type words []string

// UnmarshalJSON accepts either, and null.
func (w *words) UnmarshalJSON(data []byte) error {
	var one *string
	if json.Unmarshal(data, &one) == nil {
		*w = nil
		if one != nil && *one != "" {
			*w = words{*one}
		}
		return nil
	}
	var many []string
	if err := json.Unmarshal(data, &many); err != nil {
		return fmt.Errorf("%s is neither a string nor a list of strings", data)
	}
	*w = many
	return nil
}

// parts is a list of ranges.
type parts []points

// UnmarshalJSON insists on pairs: what is too short or too long would be cut or filled up in silence.
func (p *parts) UnmarshalJSON(data []byte) error {
	var all [][]int
	if err := json.Unmarshal(data, &all); err != nil {
		return fmt.Errorf("%s is no list of [start, end] pairs", data)
	}
	*p = nil
	for _, pair := range all {
		if len(pair) != 2 {
			return fmt.Errorf("%v is no [start, end] pair", pair)
		}
		*p = append(*p, points{pair[0], pair[1]})
	}
	return nil
}

// lines reads marked articles of JSONL. Where the first line is no object at all, the file is something else.
func (r *Reader) lines(from iter.Seq2[source.Line, error]) iter.Seq2[Marked, error] {
	return func(yield func(Marked, error) bool) {
		first := true
		for l, err := range from {
			if err == nil && first && l.JSON[0] != '{' {
				yield(Marked{}, &source.Error{Name: l.Name, Line: l.Number, Err: ErrNoGold,
					Hint: "give a .jsonl file with an annotated article in each line, or a folder of brat's .ann and .txt files"})
				return
			}
			first = false
			m := Marked{}
			if err == nil {
				m, err = r.line(l)
			}
			if !yield(m, err) {
				return
			}
		}
	}
}

// line reads the marked article of a line.
func (r *Reader) line(l source.Line) (Marked, error) {
	var rec record
	err := json.Unmarshal(l.JSON, &rec)
	m := Marked{name: l.Name, line: l.Number}
	if err == nil {
		m.all, err = rec.attributions(r.Predictions)
	}
	if err == nil && rec.Positions != nil {
		m.sided = true
		m.sides, err = rec.sides()
	}
	if err != nil {
		return Marked{}, &source.Error{Name: l.Name, Line: l.Number, ID: l.ID(), Err: plain(err), Hint: hint(err)}
	}
	if rec.Text == nil && r.Predictions {
		m.ID, m.Textless = l.ID(), true
		return m, nil
	}
	if m.Article, err = l.Article(); err != nil {
		return Marked{}, err
	}
	if m.Outlet == "" {
		m.Outlet = inWords(rec.Publisher)
	}
	m.Annotator = cmp.Or(inWords(rec.Annotator), rec.session())
	return m, nil
}

// inWords is a string or a list of strings. It helps, but whatever it is must not keep an article from being read.
func inWords(data json.RawMessage) string {
	var w words
	_ = json.Unmarshal(data, &w)
	return strings.Join(w, ", ")
}

// attributions are those of the list that counts.
func (rec *record) attributions(predictions bool) ([]attribution, error) {
	list, names := rec.Attributions, map[string]string(nil)
	if rec.Quotes != nil && (list == nil || predictions) {
		list = rec.Quotes
		var err error
		if names, err = rec.names(); err != nil {
			return nil, err
		}
	}
	if list == nil {
		return rec.tools()
	}
	out := make([]attribution, len(*list))
	for i, q := range *list {
		out[i] = attribution{content: q.Content, cue: q.Cue, source: q.Source, speakers: q.Speaker, confidence: q.Confidence}
		out[i].setKind(strings.ToLower(q.Kind))
		if list == rec.Quotes {
			var err error
			if out[i].speakers, err = q.named(names); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// names are the speakers' by their ids.
func (rec *record) names() (map[string]string, error) {
	var all []struct{ ID, Name string }
	if rec.Speakers != nil {
		if err := json.Unmarshal(rec.Speakers, &all); err != nil {
			return nil, errors.New("“speakers” is no list of objects with “id” and “name”")
		}
	}
	out := map[string]string{}
	for _, s := range all {
		out[s.ID] = s.Name
	}
	return out, nil
}

// named are the names of a quote's speakers.
func (q *recordQuote) named(names map[string]string) ([]string, error) {
	var ids words
	if q.Speakers != nil {
		if err := json.Unmarshal(q.Speakers, &ids); err != nil {
			return nil, fmt.Errorf("a quote's “speakers”: %w", err)
		}
	}
	var out []string
	for _, id := range ids {
		name, ok := names[id]
		if !ok {
			return nil, fmt.Errorf("a quote's speaker %q is not among the “speakers”", id)
		}
		out = append(out, name)
	}
	return out, nil
}

// hint says what to do about a line that cannot be read.
func hint(err error) string {
	var tool *toolError
	if errors.As(err, &tool) {
		return tool.hint
	}
	return `write one object a line, such as {"id": "a1", "text": "…", "attributions": [{"content": [[0, 9]], ` +
		`"source": [[11, 14]]}]}`
}

// plain says what is wrong with a line without the names of Go's types.
func plain(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("“%s” is of the kind %s", kind.Field, kind.Value)
	}
	return err
}

package gold

import (
	"encoding/json"
	"fmt"
)

// toolError is wrong in what an annotation tool wrote, with what to do about it.
type toolError struct {
	err  error
	hint string
}

func (e *toolError) Error() string { return e.err.Error() }

// Unwrap makes errors.Is and errors.As see what is wrong.
func (e *toolError) Unwrap() error { return e.err }

// tools reads what an annotation tool wrote in a line: doccano has entities with relations, or labels; Prodigy has
// spans.
func (rec *record) tools() ([]attribution, error) {
	s := newStandoff()
	var err error
	tool := "doccano"
	switch {
	case rec.Entities != nil:
		err = rec.doccano.entities(s, rec.Relations)
	case rec.Spans != nil:
		tool, err = "Prodigy", rec.prodigy.marks(s, rec.Text, rec.Relations)
	case rec.label() != nil:
		err = rec.doccano.labels(s)
	default:
		return nil, fmt.Errorf("%w: it has neither “attributions” nor “quotes”, nor the “entities”, “label” or “spans” of "+
			"a tool", ErrNoGold)
	}
	var all []attribution
	if err == nil {
		all, err = s.attributions(func(_ int, err error) error { return err })
	}
	if err != nil {
		return nil, &toolError{err, "the article is left out; export it from " + tool +
			" again, with the text that was annotated"}
	}
	return all, nil
}

// list is a list of whatever it may be, nil where there is none: in files of others the field may be a word or a
// number.
type list []json.RawMessage

// UnmarshalJSON never fails.
func (l *list) UnmarshalJSON(data []byte) error {
	*l = nil
	// What is no list is none that counts.
	_ = json.Unmarshal(data, (*[]json.RawMessage)(l))
	return nil
}

// decoded reads the things of a list that a tool wrote, and names the list and the place of one that is something else.
func decoded[T any](name string, l list) ([]T, error) {
	out := make([]T, len(l))
	for i, data := range l {
		if err := json.Unmarshal(data, &out[i]); err != nil {
			return nil, fmt.Errorf("no. %d of “%s”: %w", i+1, name, plain(err))
		}
	}
	return out, nil
}

// link takes a relation between two marks that are there.
func (s *standoff) link(kind, from, to string) {
	s.relations = append(s.relations, &event{args: []argument{{role: kind}, {id: from}, {id: to}}})
}

package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrEntry is wrong with a line that is no entry of a log.
var ErrEntry = errors.New("no decision of a review")

// Decode reads an entry. Fields and acts that are not known here are kept, and written again.
func Decode(data []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(data, &e); err != nil {
		if errors.Is(err, ErrEntry) {
			return Entry{}, err
		}
		return Entry{}, refuse(err)
	}
	return e, nil
}

// bare is an entry that encoding/json may treat by itself.
type bare Entry

// UnmarshalJSON reads an entry and keeps what it does not know.
func (e *Entry) UnmarshalJSON(data []byte) error {
	var b bare
	if err := json.Unmarshal(data, &b); err != nil {
		return refuse(err)
	}
	if err := Entry(b).check(); err != nil {
		return err
	}
	known, err := json.Marshal(b)
	if err != nil {
		return refuse(err)
	}
	if rest := unknown(data, known); rest != nil && harmless(known, rest) {
		b.rest = rest
	}
	*e = Entry(b)
	return nil
}

// harmless reports whether what is known stays the same with what is not: a line that says one thing twice in two ways
// might mean another when it is read again.
func harmless(known, rest json.RawMessage) bool {
	var b bare
	both, err := merge(known, rest)
	if err != nil || json.Unmarshal(both, &b) != nil {
		return false
	}
	again, err := json.Marshal(b)
	return err == nil && bytes.Equal(again, known) && bytes.Equal(unknown(both, again), rest)
}

// refuse says what is wrong with a line, without the names of Go's types.
func refuse(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		err = fmt.Errorf("a %s stands where something else belongs", kind.Value)
		if kind.Field != "" {
			err = fmt.Errorf("“%s” is a %s", kind.Field, kind.Value)
		}
	}
	return fmt.Errorf("%w: %w; a line is one JSON object such as Hearsay writes", ErrEntry, err)
}

// check refuses what no log may hold.
func (e Entry) check() error {
	switch {
	case e.Version < 1:
		return fmt.Errorf("%w: “v”, the version of its form, must be 1 or more", ErrEntry)
	case e.ID == "":
		return fmt.Errorf("%w: “id” is lacking, by which it could be taken back", ErrEntry)
	case e.Act == "":
		return fmt.Errorf("%w: “act” is lacking, such as “accept”", ErrEntry)
	case (e.Act == Undo || e.Act == Redo) && e.Names == "":
		return fmt.Errorf("%w: “entry” is lacking, which “%s” must name", ErrEntry, e.Act)
	}
	return nil
}

// MarshalJSON writes an entry with what it did not know when it was read.
func (e Entry) MarshalJSON() ([]byte, error) {
	known, err := json.Marshal(bare(e))
	if err != nil || e.rest == nil {
		return known, err
	}
	return merge(known, e.rest)
}

// unknown gives what of a value does not come back when what is known of it is written; nil where all does.
func unknown(data, known json.RawMessage) json.RawMessage {
	var have, know map[string]json.RawMessage
	if isObject(data) && isObject(known) && json.Unmarshal(data, &have) == nil && json.Unmarshal(known, &know) == nil {
		rest := map[string]json.RawMessage{}
		for name, v := range have {
			if w, ok := know[name]; ok {
				if u := unknown(v, w); u != nil {
					rest[name] = u
				}
			} else if !written(know, name) {
				rest[name] = v
			}
		}
		if len(rest) == 0 {
			return nil
		}
		return mustJSON(rest)
	}
	var list, knownList []json.RawMessage
	if !isList(data) || !isList(known) {
		return nil
	}
	if errors.Join(json.Unmarshal(data, &list), json.Unmarshal(known, &knownList)) != nil || len(list) != len(knownList) {
		return nil
	}
	rest, any := make([]json.RawMessage, len(list)), false
	for i := range list {
		rest[i] = unknown(list[i], knownList[i])
		any = any || rest[i] != nil
	}
	if !any {
		return nil
	}
	return mustJSON(rest)
}

// written reports whether a field is known by a name that differs only in case, which encoding/json reads as the same.
func written(know map[string]json.RawMessage, name string) bool {
	for k := range know {
		if strings.EqualFold(k, name) {
			return true
		}
	}
	return false
}

// merge adds what is not known to what is; where both have something, what is known counts.
func merge(known, rest json.RawMessage) (json.RawMessage, error) {
	switch {
	case isObject(known) && isObject(rest):
		var know, add map[string]json.RawMessage
		if err := errors.Join(json.Unmarshal(known, &know), json.Unmarshal(rest, &add)); err != nil {
			return nil, err
		}
		for name, v := range add {
			old, ok := know[name]
			if !ok {
				know[name] = v
				continue
			}
			both, err := merge(old, v)
			if err != nil {
				return nil, err
			}
			know[name] = both
		}
		return mustJSON(know), nil
	case isList(known) && isList(rest):
		return mergeLists(known, rest)
	}
	return known, nil
}

func mergeLists(known, rest json.RawMessage) (json.RawMessage, error) {
	var know, add []json.RawMessage
	if err := errors.Join(json.Unmarshal(known, &know), json.Unmarshal(rest, &add)); err != nil {
		return nil, err
	}
	if len(know) != len(add) { // the list was changed since: what belongs where cannot be told
		return known, nil
	}
	for i := range know {
		both, err := merge(know[i], add[i])
		if err != nil {
			return nil, err
		}
		know[i] = both
	}
	return mustJSON(know), nil
}

// mustJSON writes what was made of JSON that has been read.
func mustJSON(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null")
	}
	return data
}

func isObject(data []byte) bool { return first(data) == '{' }
func isList(data []byte) bool   { return first(data) == '[' }

func first(data []byte) byte {
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 {
		return 0
	}
	return data[0]
}

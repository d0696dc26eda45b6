package document

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"unicode/utf8"

	"hearsay/analysis"
)

// reader reads what was found in a text.
type reader struct{ text string }

// fill puts a part of the tree into a value; whatever the tree holds, it goes no deeper than the value's type does.
func (r reader) fill(v reflect.Value, tree any) error {
	if v.Type() == spanType {
		s, err := r.span(tree)
		v.Set(reflect.ValueOf(s))
		return err
	}
	switch v.Kind() {
	case reflect.Struct:
		return r.fillObject(v, tree)
	case reflect.Slice:
		return r.fillList(v, tree)
	case reflect.Int:
		return fillNumber(v, tree)
	}
	part := reflect.ValueOf(tree)
	if !part.IsValid() || part.Type() != v.Type() {
		return fmt.Errorf("a %s was expected, not %s", v.Type(), kindOf(tree))
	}
	v.Set(part)
	return nil
}

func (r reader) fillObject(v reflect.Value, tree any) error {
	object, ok := tree.(map[string]any)
	if !ok {
		return fmt.Errorf("an object was expected, not %s", kindOf(tree))
	}
	for _, f := range fields[v.Type()] {
		if part, ok := object[f.key]; ok {
			if err := r.fill(v.Field(f.index), part); err != nil {
				return fmt.Errorf("%s: %w", f.key, err)
			}
		}
	}
	return nil
}

func (r reader) fillList(v reflect.Value, tree any) error {
	list, ok := tree.([]any)
	if !ok {
		return fmt.Errorf("a list was expected, not %s", kindOf(tree))
	}
	if len(list) == 0 {
		return nil // no list and an empty one are the same
	}
	v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
	for i, part := range list {
		if err := r.fill(v.Index(i), part); err != nil {
			return fmt.Errorf("%d: %w", i+1, err)
		}
	}
	return nil
}

func fillNumber(v reflect.Value, tree any) error {
	if word, ok := tree.(string); ok {
		n, err := numberOf(v.Type(), word)
		v.SetInt(n)
		return err
	}
	n, err := whole(tree)
	if err == nil && words[v.Type()] != nil {
		err = fmt.Errorf("a word was expected, not %d", n)
	}
	v.SetInt(int64(n))
	return err
}

// whole is a number without a fraction.
func whole(tree any) (int, error) {
	f, ok := tree.(float64)
	if !ok || f != math.Trunc(f) || math.Abs(f) > math.MaxInt32 {
		return 0, fmt.Errorf("a whole number was expected, not %s", kindOf(tree))
	}
	return int(f), nil
}

// span reads a range of the text, which begins and ends between two code points.
func (r reader) span(tree any) (analysis.Span, error) {
	ends, ok := tree.([]any)
	if !ok || len(ends) != 2 {
		return analysis.Span{}, fmt.Errorf("a pair of offsets was expected, not %s", kindOf(tree))
	}
	start, err := whole(ends[0])
	end, err2 := whole(ends[1])
	if err := errors.Join(err, err2); err != nil {
		return analysis.Span{}, err
	}
	if start < 0 || end < start || end > len(r.text) {
		return analysis.Span{}, fmt.Errorf("%d to %d is no part of a text of %d bytes", start, end, len(r.text))
	}
	if r.within(start) || r.within(end) {
		return analysis.Span{}, fmt.Errorf("%d to %d cuts a letter of the text in two", start, end)
	}
	return analysis.Span{Start: start, End: end}, nil
}

// within reports whether an offset lies inside a code point.
func (r reader) within(at int) bool { return at < len(r.text) && !utf8.RuneStart(r.text[at]) }

// kindOf says what a part of the tree is, in few words however much it holds.
func kindOf(tree any) string {
	switch tree := tree.(type) {
	case map[string]any:
		return "an object"
	case []any:
		return "a list"
	case string:
		return "a text"
	case nil:
		return "nothing"
	default:
		return fmt.Sprint(tree) // a number, true or false
	}
}

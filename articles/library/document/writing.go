package document

import (
	"fmt"
	"math"
	"reflect"

	"hearsay/analysis"
)

var spanType = reflect.TypeFor[analysis.Span]()

// treeOf makes of a value what JSON can hold. What is empty is left out of the object that it stands in.
func treeOf(v reflect.Value) (any, error) {
	if v.Type() == spanType {
		s := v.Interface().(analysis.Span)
		return [2]int{s.Start, s.End}, nil
	}
	switch v.Kind() {
	case reflect.Struct:
		return objectOf(v)
	case reflect.Slice:
		return listOf(v)
	case reflect.Int:
		return wordOf(v)
	case reflect.Float64:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, fmt.Errorf("%v is no number that can be kept", f)
		}
		return v.Float(), nil
	case reflect.String, reflect.Bool:
		return v.Interface(), nil
	}
	return nil, fmt.Errorf("a value of the kind %s cannot be kept", v.Type())
}

func objectOf(v reflect.Value) (any, error) {
	out := map[string]any{}
	for _, f := range fields[v.Type()] {
		value := v.Field(f.index)
		if empty(value) {
			continue
		}
		part, err := treeOf(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
		out[f.key] = part
	}
	return out, nil
}

func empty(v reflect.Value) bool { return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 }

func listOf(v reflect.Value) (any, error) {
	out := make([]any, v.Len())
	for i := range out {
		part, err := treeOf(v.Index(i))
		if err != nil {
			return nil, err
		}
		out[i] = part
	}
	return out, nil
}

// wordOf writes a number, or the word for it where it is an enumeration's.
func wordOf(v reflect.Value) (any, error) {
	all, ok := words[v.Type()]
	if !ok {
		return v.Int(), nil
	}
	if n := v.Int(); n < 0 || n >= int64(len(all)) {
		return nil, fmt.Errorf("there is no %s %d", v.Type().Name(), n)
	}
	return all[v.Int()], nil
}

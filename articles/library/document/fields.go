package document

import (
	"reflect"
	"strings"
	"unicode"

	"hearsay/analysis"
)

// field is one of a struct's, by its number and its name in the file.
type field struct {
	index int
	key   string
}

// fields are those of every struct that a document holds.
var fields = fieldsOf(reflect.TypeFor[analysis.Document](), map[reflect.Type][]field{})

// fieldsOf adds the fields of a type, and of the types within it, to those that are known.
func fieldsOf(t reflect.Type, known map[reflect.Type][]field) map[reflect.Type][]field {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || known[t] != nil {
		return known
	}
	known[t] = []field{}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() {
			known[t] = append(known[t], field{i, key(f.Name)})
			fieldsOf(f.Type, known)
		}
	}
	return known
}

// key is a field's name in the file: SpeakerConfidence is speaker_confidence.
func key(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

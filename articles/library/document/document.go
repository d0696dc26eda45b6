// Package document writes what an analysis found in a form that lasts, and reads it again: JSON with spans as pairs of
// bytes and enumerations as words.
//
// It promises that a document comes back as it was; that one written before a field was added reads with that field
// empty, and one written after it reads without it; and that whatever bytes it is given, it returns a document whose
// every span lies in the text and whose every index leads somewhere, or an error. Fields that analysis.Document gains
// are kept without a change here.
package document

import (
	"encoding/json"
	"fmt"
	"reflect"

	"hearsay/analysis"
)

// Encode writes a document. The same document always gives the same bytes.
func Encode(d *analysis.Document) ([]byte, error) {
	tree, err := treeOf(reflect.ValueOf(*d))
	if err != nil {
		return nil, fmt.Errorf("writing what was found: %w", err)
	}
	data, err := json.Marshal(tree)
	if err != nil {
		return nil, fmt.Errorf("writing what was found: %w", err)
	}
	return data, nil
}

// Decode reads a document that was found in a text.
func Decode(data []byte, text string) (*analysis.Document, error) {
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		return nil, fmt.Errorf("reading what was found: %w", err)
	}
	var d analysis.Document
	r := reader{text}
	if err := r.fill(reflect.ValueOf(&d).Elem(), tree); err != nil {
		return nil, fmt.Errorf("reading what was found: %w", err)
	}
	if err := joined(&d); err != nil {
		return nil, fmt.Errorf("reading what was found: %w", err)
	}
	return &d, nil
}

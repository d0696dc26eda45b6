// Package export writes articles, with what was found in them, in the formats that others read: JSON for programs, and a
// report for people who read line by line or listen.
//
// It promises that offsets in JSON count Unicode code points of the text that is written beside them, that fields once
// written keep their meaning, and that nothing written here can steer a terminal. Writing takes time in proportion to the
// length of the text and the number of its quotes.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
)

// What stands around and between the objects that JSON writes, so that several make one array.
const (
	ArrayOpen    = "[\n"
	ArrayBetween = ",\n"
	ArrayClose   = "\n]\n"
)

// JSONL writes an article as a JSON object in one line.
func JSONL(w io.Writer, a articles.Article, d *analysis.Document) error {
	return writeJSON(w, recordOf(a, d), "", "\n")
}

// JSON writes an article as an indented JSON object that stands in an array, without the line's end.
func JSON(w io.Writer, a articles.Article, d *analysis.Document) error {
	return writeJSON(w, recordOf(a, d), "  ", "")
}

// Value writes any value as JSON in one line.
func Value(w io.Writer, value any) error { return writeJSON(w, value, "", "\n") }

func writeJSON(w io.Writer, value any, indent, end string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if indent != "" {
		b.WriteString(indent)
		e.SetIndent(indent, indent)
	}
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	out := append(bytes.TrimRight(b.Bytes(), "\n"), end...)
	_, err := w.Write(escapeControls(out))
	return err
}

// escapeControls spells out the code points that JSON may hold as they are but that a terminal would act on. They can
// only stand within strings, where the escape means the same.
func escapeControls(out []byte) []byte {
	if !bytes.ContainsFunc(out, unsafeInJSON) {
		return out
	}
	safe := make([]byte, 0, len(out)+len(out)/8)
	for i := 0; i < len(out); {
		r, n := utf8.DecodeRune(out[i:])
		if unsafeInJSON(r) {
			safe = fmt.Appendf(safe, "\\u%04x", r)
		} else {
			safe = append(safe, out[i:i+n]...)
		}
		i += n
	}
	return safe
}

func unsafeInJSON(r rune) bool { return r != '\n' && acts(r) }

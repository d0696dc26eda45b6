// Package export writes articles, with what was found in them, in the formats that others read: JSON for programs, and a
// report for people who read line by line or listen. The packages in it write the formats that they are named for.
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
	"unicode/utf16"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/told"
)

// Judged is what a reviewer decided on a quote.
type Judged = told.Judged

// Item is what every format writes: an article with what was found in it.
type Item struct {
	Article  articles.Article
	Document *analysis.Document
	// Reviewed says in a sentence who has decided on how much of it; empty where nobody has.
	Reviewed string
	// Judged is what they decided on each quote of the document; nil where nobody has.
	Judged []Judged
}

// On is what a reviewer decided on a quote.
func (i Item) On(quote int) Judged {
	if i.Judged == nil {
		return Judged{}
	}
	return i.Judged[quote]
}

// What stands around and between the objects that JSON writes, so that several make one array.
const (
	ArrayOpen    = "[\n"
	ArrayBetween = ",\n"
	ArrayClose   = "\n]\n"
)

// JSONL writes an article as a JSON object in one line.
func JSONL(w io.Writer, i Item) error { return writeJSON(w, recordOf(i), "", "\n") }

// JSON writes an article as an indented JSON object that stands in an array, without the line's end.
func JSON(w io.Writer, i Item) error { return writeJSON(w, recordOf(i), "  ", "") }

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
			safe = appendEscape(safe, r)
		} else {
			safe = append(safe, out[i:i+n]...)
		}
		i += n
	}
	return safe
}

func unsafeInJSON(r rune) bool { return r != '\n' && told.Acts(r) }

// appendEscape spells out a code point, as a pair of UTF-16 code units where one is too little.
func appendEscape(out []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Appendf(out, "\\u%04x\\u%04x", high, low)
	}
	return fmt.Appendf(out, "\\u%04x", r)
}

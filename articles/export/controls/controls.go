// Package controls keeps what stands in an article from acting where it is written. It knows the code points that do
// something to a terminal or to the order of what stands on it, and writes all JSON of the program. It promises that no
// such code point leaves in JSON but spelt out, where it means the same to whoever reads it.
package controls

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Acts reports whether a code point does something to a terminal, or to the order or the shape of what stands on it,
// instead of standing there itself. Line breaks and tabs are among them.
func Acts(r rune) bool {
	switch {
	case unicode.Is(unicode.Cc, r), r == '\u00ad', r == '\u2028', r == '\u2029', r == '\ufeff':
		return true
	case Turns(r), r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// Turns reports whether a code point turns the direction of what stands behind it.
func Turns(r rune) bool { return unicode.Is(turning, r) }

// turning are the embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9), and the Arabic
// letter mark.
var turning = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x061c, Hi: 0x061c, Stride: 1},
	{Lo: 0x202a, Hi: 0x202e, Stride: 1}, {Lo: 0x2066, Hi: 0x2069, Stride: 1}}}

// Breaks reports whether a code point ends a line: a line feed, or what some programs take for one.
func Breaks(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// JSON is a value as JSON, without a line's end behind it. With an indent it takes several lines, each of which but the
// first begins with the prefix.
func JSON(value any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	if err := e.Encode(value); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return spelt(bytes.TrimRight(b.Bytes(), "\n")), nil
}

// spelt spells out the code points that JSON may hold as they are but that a terminal would act on. They can only stand
// within strings, where the escape means the same.
func spelt(out []byte) []byte {
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

func unsafeInJSON(r rune) bool { return r != '\n' && Acts(r) }

// appendEscape spells out a code point, as a pair of UTF-16 code units where one is too little.
func appendEscape(out []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return fmt.Appendf(out, "\\u%04x\\u%04x", high, low)
	}
	return fmt.Appendf(out, "\\u%04x", r)
}

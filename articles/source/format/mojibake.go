package format

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// How many characters must be such as only a wrong decoding makes, and which share of all beyond ASCII, for text to be
// taken for wrongly decoded.
const (
	leastMended = 2
	mostlyWrong = 2 // one in so many
)

// lostMark is what is left of ” where the program in between had no character for its last byte, 0x9d.
const lostMark = "â€\ufffd"

// Mojibake is text in UTF-8 that somebody decoded as windows-1252 and encoded again, as “ becomes â€œ: it gives the
// text as it was, and how many characters of it were so; 0 where it is none.
func Mojibake(s string) (mended string, n int) {
	if !strings.ContainsAny(s, "ÂÃâÅÄð") {
		return s, 0
	}
	var b strings.Builder
	beyond := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r >= 0x80 {
			beyond++
			if right, length, ok := once(s[at:]); ok {
				b.WriteRune(right)
				at += length
				n++
				continue
			}
		}
		b.WriteString(s[at : at+size])
		at += size
	}
	if n < leastMended || beyond > mostlyWrong*n {
		return s, 0
	}
	return b.String(), n
}

// once gives the character that text begins with if it is taken for bytes of windows-1252, of which UTF-8 has several
// a character, and how long it is in the text.
func once(s string) (right rune, length int, ok bool) {
	if strings.HasPrefix(s, lostMark) {
		return '”', len(lostMark), true
	}
	var bytes [utf8.UTFMax]byte
	n, want := 0, 1
	for length < len(s) && n < want {
		r, size := utf8.DecodeRuneInString(s[length:])
		c, known := charmap.Windows1252.EncodeRune(r)
		if !known {
			if r < 0x80 || r > 0x9f {
				return 0, 0, false
			}
			c = byte(r) // the codes that it leaves free
		}
		if n == 0 {
			if want = lengthBy(c); want == 1 {
				return 0, 0, false
			}
		} else if !isContinuation(c) {
			return 0, 0, false
		}
		bytes[n] = c
		n++
		length += size
	}
	right, size := utf8.DecodeRune(bytes[:n])
	return right, length, n == want && size == n && right != utf8.RuneError
}

// NoteMojibake tells how many characters of a text were decoded wrongly, and what became of them.
func NoteMojibake(n int, mended bool) string {
	if mended {
		return fmt.Sprintf("%d characters that had been decoded wrongly, as “ into “â€œ”, are mended", n)
	}
	return fmt.Sprintf("%d characters were decoded wrongly before, as “ into “â€œ”, so that quotes may be missed; "+
		"“ftfy” mends "+
		"such files", n)
}

package format

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// Starts makes a check of the first bytes. Where they could begin a sentence too, letters such as ID3 and BM, only what
// holds a zero byte as well is taken for the format.
func Starts(marks ...string) func(Sample) bool {
	return func(s Sample) bool {
		for _, m := range marks {
			if bytes.HasPrefix(s.Head, []byte(m)) && (!isWords(m) || bytes.IndexByte(s.Head, 0) >= 0) {
				return true
			}
		}
		return false
	}
}

// isWords reports whether text could begin with a mark.
func isWords(mark string) bool {
	return !strings.ContainsFunc(mark, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`%{\!`, r) })
}

// Matches makes a check of the text by a regular expression.
func Matches(pattern string) func(Sample) bool {
	re := regexp.MustCompile(pattern)
	return func(s Sample) bool { return re.MatchString(s.Text) }
}

// LooksLikeJSON reports whether text begins as an object does that has a key, or as a list of objects.
func LooksLikeJSON(head []byte) bool {
	if list, ok := bytes.CutPrefix(head, []byte("[")); ok {
		head = bytes.TrimLeft(list, " \t\r\n")
	}
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}

// ZipHolding makes a check of ZIP archives by a name or a type that stands in them unpacked, or by the ending.
func ZipHolding(holds string, endings ...string) func(Sample) bool {
	return func(s Sample) bool {
		return IsZip(s) && (slices.Contains(endings, s.Ending) || bytes.Contains(s.Head, []byte(holds)))
	}
}

// IsZip reports whether a file is a ZIP archive with something in it.
func IsZip(s Sample) bool { return bytes.HasPrefix(s.Head, []byte("PK\x03\x04")) }

// At makes a check of bytes that do not stand first.
func At(offset int, mark string) func(Sample) bool {
	return func(s Sample) bool { return len(s.Head) > offset && bytes.HasPrefix(s.Head[offset:], []byte(mark)) }
}

// GzipMark is how gzipped files begin.
const GzipMark = "\x1f\x8b"

package text

import "strings"

// Words counts the words of a text at spans, as people count them: what stands between white space.
func Words(s string, spans []Span) (n int) {
	for _, p := range spans {
		n += len(strings.Fields(p.Of(s)))
	}
	return n
}

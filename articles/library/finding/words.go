package finding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hearsay/analysis"
)

// word is a run of letters and digits as the index of words has it: without case and accents.
type word struct {
	analysis.Span
	folded string
}

// wordsOf cuts a text into words.
func wordsOf(s string) (out []word) {
	start := -1
	end := func(at int) {
		if start >= 0 {
			out = append(out, word{analysis.Span{Start: start, End: at}, fold(s[start:at])})
			start = -1
		}
	}
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r) {
			if start < 0 {
				start = i
			}
			continue
		}
		end(i)
	}
	end(len(s))
	return out
}

func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// places are where some phrases stand in words, in reading order and without overlap. The last word of a phrase that
// ends with a star may go on.
func places(in []word, phrases []string) (out []analysis.Span) {
	type wanted struct {
		words  []word
		prefix bool
	}
	var all []wanted
	for _, p := range phrases {
		if w := wordsOf(p); len(w) > 0 {
			all = append(all, wanted{w, strings.HasSuffix(p, "*")})
		}
	}
	for i := 0; i < len(in); i++ {
		for _, w := range all {
			if stands(in[i:], w.words, w.prefix) {
				last := i + len(w.words) - 1
				out = append(out, analysis.Span{Start: in[i].Start, End: in[last].End})
				i = last
				break
			}
		}
	}
	return out
}

// stands reports whether words begin with those of a phrase.
func stands(in, of []word, prefix bool) bool {
	if len(in) < len(of) {
		return false
	}
	for k, w := range of {
		same := in[k].folded == w.folded || prefix && k == len(of)-1 && strings.HasPrefix(in[k].folded, w.folded)
		if !same {
			return false
		}
	}
	return true
}

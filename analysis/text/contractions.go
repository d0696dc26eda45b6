package text

import (
	"strings"

	"hearsay/analysis/lexicon"
)

// endings are what is cut off a word as a token of its own, after a straight or a curly apostrophe.
var endings = lexicon.Words("writing", "contractions")

// appendWord appends a word, cut where contractions or a possessive begin: "should|n't|'ve" has two cuts, and no word
// has more.
func appendWord(out []Token, s string, w Span, spaced bool) []Token {
	second := contraction(w.Of(s))
	if second == 0 {
		return append(out, Token{Span: w, Spaced: spaced})
	}
	head := Span{w.Start, w.Start + second}
	if first := contraction(head.Of(s)); first > 0 {
		out = append(out, Token{Span: Span{w.Start, w.Start + first}, Spaced: spaced})
		head.Start, spaced = w.Start+first, false
	}
	out = append(out, Token{Span: head, Spaced: spaced})
	return append(out, Token{Span: Span{head.End, w.End}})
}

// contraction returns where the last contracted word in w begins, 0 where there is none.
func contraction(w string) int {
	skipped := max(0, len(w)-8)
	if cut := contractionIn(w[skipped:]); cut > 0 {
		return skipped + cut
	}
	return 0
}

// contractionIn does the work of contraction for a short word.
func contractionIn(w string) int {
	if len(w) < 3 {
		return 0
	}
	at, size := strings.LastIndexByte(w, '\''), 1
	if k := strings.LastIndex(w, "’"); k > at {
		at, size = k, len("’")
	}
	if at <= 0 {
		return cannot(w)
	}
	tail := strings.ToLower(w[at+size:])
	if tail == "t" && at > 1 && (w[at-1] == 'n' || w[at-1] == 'N') {
		return at - 1
	}
	if endings[tail] {
		return at
	}
	return 0
}

// cannot cuts the one English negation that is written as one word.
func cannot(w string) int {
	if len(w) == 6 && strings.EqualFold(w, "cannot") {
		return 3
	}
	return 0
}

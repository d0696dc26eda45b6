package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
)

// appendTokens appends the tokens of one paragraph.
func appendTokens(out []Token, s string, p Span) []Token {
	s = s[:p.End]
	spaced := true
	for i := p.Start; i < p.End; {
		r, n, c := classAt(s, i)
		if c == space {
			spaced = true
			i += n
			continue
		}
		end := i
		if c == mark {
			end = markEnd(s, i, r, n)
		}
		if c != mark || end < 0 {
			end = wordEnd(s, i)
			out = appendWord(out, s, Span{i, end}, spaced)
		} else {
			out = append(out, Token{Span: Span{i, end}, Spaced: spaced})
		}
		spaced = false
		i = end
	}
	return out
}

// markEnd returns where the mark at i ends, or -1 where it begins a word: "@name", "'tis", "'90s".
func markEnd(s string, i int, r rune, n int) int {
	switch r {
	case '.', '-', '`', '_', '*', '=', '~':
		return runEnd(s, i, byte(r))
	case '\'', '’':
		if r == '\'' && strings.HasPrefix(s[i:], "''") {
			return i + 2
		}
		if elided(s, i, n) {
			return -1
		}
	case '@', '#':
		if _, _, c := classAt(s, i+1); c == letter || c == digit && r == '@' {
			return -1
		}
	case '?', '!':
		for i < len(s) && (s[i] == '?' || s[i] == '!') {
			i++
		}
		return i
	}
	return i + n
}

// runEnd returns the end of the run of one byte that starts at i; back quotes come at most two at a time.
func runEnd(s string, i int, c byte) int {
	from := i
	for i < len(s) && s[i] == c && (c != '`' || i < from+2) {
		i++
	}
	return i
}

// elisions are words that begin with an apostrophe for letters left out.
var elisions = lexicon.Words("writing", "elisions")

// alphanumeric reports whether a byte is a letter or a digit of ASCII.
func alphanumeric(c byte) bool {
	return c < utf8.RuneSelf && (asciiClass[c] == letter || asciiClass[c] == digit)
}

// elided reports whether the apostrophe at i stands for letters or digits left out at the start of a word.
func elided(s string, i, n int) bool {
	if i > 0 {
		if _, _, c := classBefore(s, i); c != space {
			return false
		}
	}
	j := i + n
	k := j
	for k < min(len(s), j+6) && alphanumeric(s[k]) {
		k++
	}
	w := s[j:k]
	if year := strings.TrimSuffix(w, "s"); len(year) == 2 && asciiClass[year[0]] == digit && asciiClass[year[1]] == digit {
		return true // '90 and '90s
	}
	return len(w) < 6 && elisions[strings.ToLower(w)] || i > 1 && setApart(s, i, w)
}

// setApart reports whether an apostrophe and the letters behind it are the end of the word before, which the text sets
// apart as treebanks do: "I 'm".
func setApart(s string, i int, w string) bool {
	_, _, before := classBefore(s, i-1)
	return before == letter && len(w) < 3 && endings[w]
}

// wordEnd returns where the word, number or address that starts at i ends.
func wordEnd(s string, i int) int {
	if end := addressEnd(s, i); end > i {
		return end
	}
	start := i
	_, n, _ := classAt(s, i)
	for i += n; i < len(s); i += n {
		var r rune
		var c class
		r, n, c = classAt(s, i)
		if c == space {
			break
		}
		if c != mark || joins(s, start, i, r, n) {
			continue
		}
		if r != '.' || !keepsPeriod(s, Span{start, i}) {
			break
		}
		if i+1 >= len(s) || s[i+1] != '-' || !joins(s, start, i+1, '-', 1) { // "U.S.-led"
			return i + 1
		}
	}
	return i
}

// addressEnd returns the end of the web address that starts at i, or i.
func addressEnd(s string, i int) int {
	if !strings.HasPrefix(s[i:], "http") && !strings.HasPrefix(s[i:], "www.") {
		return i
	}
	if head := s[i:min(len(s), i+8)]; !strings.Contains(head, "://") && !strings.HasPrefix(head, "www.") {
		return i
	}
	end := i
	for end < len(s) {
		r, n, c := classAt(s, end)
		if c == space || strings.ContainsRune("\"“”‘’<>«»`|", r) {
			break
		}
		end += n
	}
	for end > i && strings.IndexByte(".,;:!?)]}'", s[end-1]) >= 0 {
		end--
	}
	return end
}

// joins reports whether the mark r at i holds the word that starts at start together with what follows it.
func joins(s string, start, i int, r rune, n int) bool {
	next, _, after := classAt(s, i+n)
	if after != letter && after != digit {
		return false
	}
	before, _, was := classBefore(s, i)
	if was != letter && was != digit {
		return r == '-' && before == '.' // "U.S.-led"
	}
	switch r {
	case '\'', '’', '-', '‑', '&', '@', '\u00b7':
		return true
	case '.':
		// A capital after a small letter is a sentence that lacks its space, unless the word is an address.
		return !(unicode.IsUpper(next) && unicode.IsLower(before) && i-start > 2)
	case ',', ':', '/':
		return was == digit && after == digit
	}
	return false
}

// keepsPeriod reports whether the period after the word belongs to it.
func keepsPeriod(s string, w Span) bool {
	word := afterHyphen(w.Of(s)) // "then-U.S.", "ex-Sen."
	if len(word) == 1 && unicode.IsUpper(rune(word[0])) {
		if word == "I" {
			// "World War I." ends a sentence more often than "I. M. Pei" begins a name.
			_, _, c := classAt(s, w.End+1)
			return c == letter || c == space && initialFollows(s, w.End+1)
		}
		return word == w.Of(s)
	}
	if strings.IndexByte(word, '.') > 0 && dotted(word) {
		return true
	}
	switch abbreviations[abbreviated(word)] {
	case notAbbreviation:
		return false
	case beforeNumber:
		return numberFollows(s, w.End+1)
	case beforeName:
		_, n, c := classAt(s, w.End+1)
		return c != space || n > 0 && nameFollows(s, w.End+1)
	}
	return true
}

// dotted reports whether single letters alternate with periods in the word: "U.S", "a.m", "Ph.D".
func dotted(w string) bool {
	run := 0
	for i := 0; i < len(w); i++ {
		switch {
		case w[i] == '.':
			run = 0
		case asciiClass[w[i]&127] == letter && w[i] < utf8.RuneSelf:
			run++
		default:
			return false
		}
		if run > 2 {
			return false
		}
	}
	return run == 1
}

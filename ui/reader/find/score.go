package find

import (
	"unicode"
	"unicode/utf8"
)

// What a letter of the query adds to a score. A run of letters counts more than letters at the starts of words, and
// those more than letters that stand just anywhere.
const (
	letterScore = 1
	wordScore   = 6
	runScore    = 8
	startScore  = 3 // at the start of all
	none        = -1 << 30
)

// Score tells how well a query fits a name of a few words: its letters must stand in the name in their order, whatever
// their case and with any others between. The higher the better; names that fit equally well are told apart by length.
// It is false where the query does not fit. An empty query fits everything alike.
func Score(query, s string) (int, bool) {
	want := fold(query)
	if len(want) == 0 {
		return 0, true
	}
	name, starts := words(s)
	// best[j] is the best score with the query's letters so far of which the last stands at j.
	best := make([]int, len(name))
	for i, q := range want {
		best = extend(best, name, starts, q, i == 0)
	}
	top := none
	for _, score := range best {
		top = max(top, score)
	}
	if top < 0 {
		return 0, false
	}
	return top*64 - min(len(name), 63), true
}

// extend is the best scores with one more letter of the query.
func extend(best []int, name []rune, starts []bool, letter rune, first bool) []int {
	next := make([]int, len(name))
	before := none // the best of all that end before j
	if first {
		before = 0
	}
	for j := range name {
		if j > 0 && !first {
			before = max(before, best[j-1])
		}
		next[j] = none
		if name[j] != letter {
			continue
		}
		score := before + bonus(starts, j)
		if j > 0 && !first {
			score = max(score, best[j-1]+runScore)
		}
		if score >= 0 {
			next[j] = score + letterScore
		}
	}
	return next
}

func bonus(starts []bool, j int) int {
	switch {
	case j == 0:
		return wordScore + startScore
	case starts[j]:
		return wordScore
	}
	return 0
}

// fold is the letters of a query, without white space.
func fold(query string) []rune {
	var out []rune
	for u := range (folding{cases: true, marks: true}).units(query) {
		if u.r != ' ' {
			out = append(out, u.r)
		}
	}
	return out
}

// words is the letters of a name, and for each whether a word starts there.
func words(s string) (letters []rune, starts []bool) {
	between := true
	for u := range (folding{cases: true, marks: true}).units(s) {
		r, _ := utf8.DecodeRuneInString(s[u.start:])
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		letters = append(letters, u.r)
		starts = append(starts, word && between)
		between = !word
	}
	return letters, starts
}

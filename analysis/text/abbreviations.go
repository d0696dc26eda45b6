package text

import (
	"unicode"
	"unicode/utf8"
)

// abbreviation tells how a shortened word stands towards the end of a sentence.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	beforeName                   // a title: what follows is a name, never a new sentence
	beforeNumber                 // an abbreviation only where a number follows: "No. 1"
	inside                       // seldom the last word of a sentence
	last                         // often the last word of a sentence: "Inc.", "p.m."
)

var abbreviations = func() map[string]abbreviation {
	m := map[string]abbreviation{}
	add := func(a abbreviation, words ...string) {
		for _, w := range words {
			m[w] = a
		}
	}
	add(beforeName, "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "maj", "capt",
		"cmdr", "adm", "sgt", "cpl", "pvt", "pfc", "brig", "rev", "fr", "hon", "pres", "supt", "det", "insp", "atty", "amb", "messrs",
		"st", "ft", "mt", "mme", "mlle", "msgr", "sr", "sra", "spc", "gens", "drs", "profs", "treas", "sec", "asst", "ald", "del", "dist")
	add(beforeNumber, "no", "nos", "pp", "art", "sect", "ch", "fig", "vol", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
		"sept", "oct", "nov", "dec")
	add(inside, "vs", "eg", "ie", "cf", "al", "approx", "dept", "univ", "assn", "bros", "ave", "blvd", "rd", "hwy", "bldg", "est",
		"calif", "ariz", "ark", "colo", "conn", "fla", "ga", "ill", "ind", "kan", "ky", "md", "mich", "minn", "miss", "mont", "neb",
		"nev", "okla", "ore", "pa", "penn", "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "ala", "del", "mo", "ont", "que", "alta")
	add(last, "inc", "corp", "co", "ltd", "llc", "plc", "jr", "etc", "esq", "cos", "ph.d", "bn", "mph")
	return m
}()

// initialFollows reports whether another initial stands after the white space at i.
func initialFollows(s string, i int) bool {
	_, n, _ := classAt(s, i)
	i += n
	return i+1 < len(s) && s[i] >= 'A' && s[i] <= 'Z' && s[i+1] == '.'
}

// nameFollows reports whether a capital letter, or an initial, stands after the white space at i.
func nameFollows(s string, i int) bool {
	r := afterSpace(s, i)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// numberFollows reports whether a digit stands after the white space at i.
func numberFollows(s string, i int) bool { return unicode.IsDigit(afterSpace(s, i)) }

// afterSpace returns the first code point after at most three code points of white space at i.
func afterSpace(s string, i int) rune {
	for k := 0; k < 3; k++ {
		r, n, c := classAt(s, i)
		if c != space || n == 0 {
			return r
		}
		i += n
	}
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return r
}

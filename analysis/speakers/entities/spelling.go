package entities

import (
	"slices"

	"hearsay/analysis/names"
)

// shortestMisspelt is how many letters a surname has at least for another that differs from it by one to be taken for
// a slip: of shorter ones too many are names of their own.
const shortestMisspelt = 6

// spellings are persons who were named in full, by their surnames and by what is left of these without one letter: two
// words that differ by one letter have one of those in common (Garbe's symmetric deletion). The last letter is none
// that may differ, for by it wives and daughters are told from husbands and fathers: "Petrova".
type spellings map[string][]int

// add adds somebody who is named in full.
func (s spellings) add(f *form, e int) {
	if len(f.words) < 2 {
		return
	}
	for _, key := range without(last(f.words)) {
		if len(s[key]) < mostOfWord && !slices.Contains(s[key], e) {
			s[key] = append(s[key], e)
		}
	}
}

// like is the one person whose surname a single word is that nobody bears, but for one letter: "Mr Sommerville" where
// Ann Somerville was named; -1 where there is none, or more.
func (s spellings) like(f *form) int {
	w := f.words[0]
	if len(f.words) > 1 || names.Given(w) != 0 {
		return -1
	}
	found := -1
	for _, key := range without(w) {
		for _, e := range s[key] {
			if found >= 0 && found != e {
				return -1
			}
			found = e
		}
	}
	return found
}

// without is a surname, and what is left of it without each of its letters but the last; nothing of a short one.
func without(surname string) (out []string) {
	letters := []rune(surname)
	if len(letters) < shortestMisspelt || len(letters) > longestSurname {
		return nil
	}
	out = append(out, surname)
	for i := range len(letters) - 1 {
		out = append(out, string(slices.Delete(slices.Clone(letters), i, i+1)))
	}
	return out
}

// longestSurname bounds how many letters a surname has.
const longestSurname = 24

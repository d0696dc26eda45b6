package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on words that are taken to be in capitals only because headings and labels are.
const (
	shortestShouted = 2 // letters, where all of a name is in capitals
	shortestSurname = 4 // letters, where the surname alone is: "Nicolas MARCHAND", but "Tom BSE"
)

// Shown is the name of an entity as it is shown: a person's in capitals, as labels, headings and datelines have it,
// with those of names alone. "ANN BELL-ORME" is Ann Bell-Orme.
func (x *Entity) Shown() string {
	words := strings.Fields(x.Name)
	if !x.Named || x.Type != Person || len(words) < 2 {
		return x.Name
	}
	shortest := shortestSurname
	if strings.ToUpper(x.Name) == x.Name {
		shortest = shortestShouted
	}
	for i, w := range words {
		number := i > 1 && strings.Trim(w, "IVX") == "" // "Henry Vale III", but "XI JINPING"
		if !number && utf8.RuneCountInString(w) >= shortest && isShouted(w) {
			words[i] = calm(w)
		}
	}
	return strings.Join(words, " ")
}

// isShouted reports whether a word of a name is in capitals, and no initials.
func isShouted(w string) bool {
	if strings.Count(w, ".") > 1 || strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) < 3 {
		return false
	}
	return strings.ToUpper(w) == w && strings.ContainsFunc(w, unicode.IsLetter) &&
		!strings.ContainsFunc(w, unicode.IsDigit)
}

// calm leaves the first letter of each part of a word its capital, and the one behind "Mc".
func calm(w string) string {
	var b strings.Builder
	capital := true
	for i, c := range w {
		if !capital {
			c = unicode.ToLower(c)
		}
		b.WriteRune(c)
		capital = strings.ContainsRune("-'’.‑", c) || i == 1 && b.String() == "Mc" && len(w) > 4
	}
	return b.String()
}

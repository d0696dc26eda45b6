package narrator

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// particles are the words of names that begin with a small letter: "van", "de".
var particles = lexicon.Words("names/words", "particles")

// noNames are words that no name of a person has, though headings set them in capitals.
var noNames = lexicon.Words("narrators", "no names")

// Bounds on what is read of a name.
const (
	longestName  = 5 // words
	longestTitle = 6 // words before it
)

// nameAt reads a person's name that begins with token i, no further than end, behind titles and offices: "Sen. Ann
// Bell". It is one that the text has as such, or, where loose, words that may be one.
func (f *finder) nameAt(i, end int, loose bool) (n names.Name, titled, ok bool) {
	for start := i; i < end && i-start <= longestTitle; i++ {
		w := f.Lower(i)
		title := isTitle(strings.TrimSuffix(w, "."))
		if x, _, named := f.Name(i); !title && named && x.Type == names.Person && x.From == i {
			return f.widened(x, end), titled, true
		}
		switch {
		case w == "the" || w == "." && titled:
		case title:
			titled = true
		default:
			if !loose {
				return n, titled, false
			}
			n, ok = f.spelt(i, end)
			return n, titled, ok
		}
	}
	return n, titled, false
}

// isTitle reports whether a word in lower case stands before a name and says what its bearer is.
func isTitle(w string) bool {
	if _, ok := names.Title(w); ok {
		return true
	}
	if _, ok := names.Title(w + "."); ok {
		return true
	}
	n, ok := nouns.Of(w)
	return ok && n.Nature == nouns.Person && !n.Plural && names.Given(w) == 0
}

// widened is a name with the words in capitals behind it that belong to it: "ELIZABETH B. PRELOGAR", of which the first
// alone was known for a name.
func (f *finder) widened(n names.Name, end int) names.Name {
	if !isCapitals(f.Word(n.From)) {
		return n
	}
	if x, ok := f.spelt(n.From, end); ok && x.To > n.To {
		return x
	}
	return n
}

// spelt reads words that are spelt as names are.
func (f *finder) spelt(i, end int) (n names.Name, ok bool) {
	to := i
	for end = min(end, i+longestName); to < end; to++ {
		if !f.isNameWord(to) && (to == i || !f.isNamePart(to, end)) {
			break
		}
	}
	for to > i && !f.isNameWord(to-1) {
		to--
	}
	if to <= i {
		return n, false
	}
	n = names.Name{Span: f.Span(i, to), From: i, To: to, Type: names.Person}
	return n, true
}

// add notes a name that the text may not have as such.
func (f *finder) add(n names.Name) {
	if x, _, ok := f.Name(n.From); ok && x.From == n.From && x.To == n.To && x.Type == names.Person {
		return
	}
	f.added = append(f.added, n)
}

// isNameWord reports whether a token may be a word of a person's name: it has a capital letter and no sign that names
// lack.
func (f *finder) isNameWord(i int) bool {
	w := f.Word(i)
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) || noNames[f.Lower(i)] || isTitle(strings.TrimSuffix(f.Lower(i), ".")) {
		return false
	}
	return strings.IndexFunc(w, func(c rune) bool {
		return !unicode.IsLetter(c) && !strings.ContainsRune("'’.-", c)
	}) < 0 && utf8.RuneCountInString(w) > 1
}

// isNamePart reports whether a token may stand within a name: a particle, or an initial with its full stop.
func (f *finder) isNamePart(i, end int) bool {
	w := f.Word(i)
	switch {
	case i+1 >= end:
		return false
	case w == ".":
		return utf8.RuneCountInString(f.Word(i-1)) == 1
	case particles[w]:
		return true
	}
	w = strings.TrimSuffix(w, ".")
	first, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(first)
}

// isCapitals reports whether a word is written in capitals.
func isCapitals(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

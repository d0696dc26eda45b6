package entities

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// Premodifies reports whether token i can belong to a noun phrase whose head stands behind it, as far as the token
// itself and the next tell.
func Premodifies(t *annotated.Text, i int) bool {
	switch tag := t.Tag(i); {
	case tag.Noun(), tag.Adjective(), determines(tag), tag == tags.POS, tag == tags.CD:
		return !determines(t.Tag(i + 1)) // a phrase reaches back no further than its determiner
	case tag == tags.OpenQuote || tag == tags.CloseQuote:
		return false
	}
	switch t.Lower(i) {
	case "vice", "former", "then", "-":
		return true
	case "of":
		return takesOf(t, i)
	}
	return false
}

// determines reports whether a tag is that of an article, a demonstrative or "his".
func determines(t tags.Tag) bool { return t == tags.DT || t == tags.PRPS }

// takesOf reports whether the "of" at i follows the head of a title: "secretary of", "chief of".
func takesOf(t *annotated.Text, i int) bool {
	switch t.Lower(i - 1) {
	case "secretary", "chief", "head", "director":
		return true
	}
	return false
}

// TrimStart is where a phrase begins whose first tokens, before its head, are perhaps none of it: a possessive
// ending, an "and", a mark.
func TrimStart(t *annotated.Text, from, head int) int {
	for from < head && (t.Tag(from) == tags.POS || t.Tag(from) == tags.CC || !IsWord(t.Lower(from))) {
		from++
	}
	return from
}

// IsWord reports whether a token, in lower case, has a letter or a digit.
func IsWord(w string) bool {
	for _, c := range w {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			return true
		case c > 127 && !isMark(c):
			return true
		}
	}
	return false
}

func isMark(c rune) bool {
	switch c {
	case '“', '”', '’', '‘', '—', '–':
		return true
	}
	return false
}

// isPossessor reports whether token i stands in a name that owns what follows: "Bell's".
func isPossessor(t *annotated.Text, i int) bool {
	n, _, ok := t.Name(i)
	return ok && t.Tag(n.To) == tags.POS
}

// opensPhrase reports whether token i determines a noun phrase: an article, "his", a name that owns.
func opensPhrase(t *annotated.Text, i int) bool { return determines(t.Tag(i)) || isPossessor(t, i) }

// inPhrase reports whether token k can stand in a noun phrase.
func inPhrase(t *annotated.Text, k int) bool {
	switch tag := t.Tag(k); {
	case tag.Noun() || tag.Adjective() || determines(tag):
		return true
	case tag == tags.POS, tag == tags.CD, tag == tags.VBN, tag == tags.VBG, tag == tags.RB:
		return true
	}
	return t.Lower(k) == "-" || t.Lower(k) == "and" && t.Tag(k-1).Adjective() && t.Tag(k+1).Adjective()
}

// farTail is how many words are looked at for the end of what hangs on a head.
const farTail = 20

// tailOf is where the phrases with prepositions that follow a head end, up to a token.
func tailOf(t *annotated.Text, from, end int) int {
	k := from
	for k < min(end, from+farTail) && (k == from || !opensAdverbial(t.Lower(k))) && inTail(t, k) {
		k++
	}
	for k > from && endsNoTail(t.Tag(k-1)) {
		k--
	}
	return k
}

func inTail(t *annotated.Text, k int) bool {
	tag := t.Tag(k)
	return inPhrase(t, k) || tag == tags.IN || tag == tags.TO || tag == tags.CC
}

// opensAdverbial reports whether what a preposition opens tells of an event rather than of the noun before it.
func opensAdverbial(w string) bool {
	switch w {
	case "on", "after", "before", "as", "during", "since":
		return true
	}
	return false
}

func endsNoTail(t tags.Tag) bool {
	switch t {
	case tags.IN, tags.CC, tags.RB, tags.TO, tags.DT:
		return true
	}
	return false
}

// mostTitles is how many words of titles may stand before a person's name.
const mostTitles = 3

// PersonStart is where the person's name begins that token i begins, or that the titles do which token i begins; -1
// where there is none.
func PersonStart(t *annotated.Text, i int) int {
	for k := i; k <= i+mostTitles && k < len(t.Tokens); k++ {
		if n, _, ok := t.Name(k); ok {
			if n.Type == names.Person && n.From == k {
				return k
			}
			return -1
		}
		if _, title := names.Title(t.Lower(k)); !title {
			return -1
		}
	}
	return -1
}

// farApposed is how many words may stand before the name in the phrase that it ends.
const farApposed = 6

// ApposedStart is where the person's name begins that token i begins, or that a phrase does which token i begins and in
// which it stands behind a title or a noun for one person: "the Very Rev. Ann Bell", "London police chief Ann Bell"; -1
// where there is none.
func ApposedStart(t *annotated.Text, i int) int {
	for k := i; k < i+farApposed && k < len(t.Tokens); k++ {
		if n, _, ok := t.Name(k); ok && n.Type == names.Person {
			if n.From == k && (k == i || IsOffice(t, k-1)) {
				return k
			}
			return -1
		}
		if !inPhrase(t, k) {
			return -1
		}
	}
	return -1
}

func startsPerson(t *annotated.Text, i int) bool { return PersonStart(t, i) >= 0 }

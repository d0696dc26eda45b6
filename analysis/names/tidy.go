package names

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// tidy mends what the labels of single tokens get wrong: titles and marks are taken off the ends of names, a name that
// runs on from a title or joins two persons is cut, and a surname on its own is a person wherever the article has the
// full name. What is the party and state of a politician is no name.
func tidy(t *text.Text, found []Name) []Name {
	out := make([]Name, 0, len(found))
	for _, n := range withJunior(t, joinFirms(t, rejoin(t, found))) {
		for _, part := range parted(t, n) {
			out = appendTrimmed(out, t, part)
		}
	}
	return withoutParties(t, resolveTypes(t, alike(t, addAcronyms(t, shorten(t, signed(t, confirmed(t, out)))))))
}

// shorten takes off what headlines and mockers add to a name that stands elsewhere without it: "Ann Bell Says".
func shorten(t *text.Text, found []Name) []Name {
	full := map[string]bool{}
	for _, n := range found {
		if n.Type == Person && n.To-n.From == 2 {
			full[t.Word(n.From)+" "+t.Word(n.To-1)] = true
		}
	}
	for i := range found {
		n := &found[i]
		if n.Type != Person || n.To-n.From < 3 {
			continue
		}
		a, b := t.Word(n.From)+" "+t.Word(n.From+1), t.Word(n.To-2)+" "+t.Word(n.To-1)
		switch {
		case full[a] && Given(t.Word(n.From)) != 0 && n.To-n.From == 3:
			n.To--
		case full[b] && Given(t.Word(n.To-2)) != 0 && Given(t.Word(n.From)) == 0 && n.To-n.From == 3:
			n.From++
		default:
			continue
		}
		n.Span = t.Span(n.From, n.To)
	}
	return found
}

// addAcronyms adds acronyms with periods, "the S.E.C.", that no name holds yet.
func addAcronyms(t *text.Text, found []Name) []Name {
	out := make([]Name, 0, len(found)+4)
	at := 0
	add := func(to int) {
		for i := max(at, 1); i < to; i++ {
			if w := t.Word(i); strings.Count(w, ".") > 2 && isDotted(w) && strings.EqualFold(t.Word(i-1), "the") {
				out = append(out, Name{t.Tokens[i].Span, i, i + 1, Organization})
			}
		}
	}
	for _, n := range found {
		add(n.From)
		out = append(out, n)
		at = n.To
	}
	add(len(t.Tokens))
	return out
}

// isDotted reports whether a word is made of capitals, each with a period behind it.
func isDotted(w string) bool {
	for i := 0; i < len(w); i++ {
		if capital := w[i] >= 'A' && w[i] <= 'Z'; i%2 == 0 && !capital || i%2 == 1 && w[i] != '.' {
			return false
		}
	}
	return true
}

// rejoin makes one organisation of two that stand side by side, "Securities and" and "Exchange Commission".
func rejoin(t *text.Text, found []Name) []Name {
	out := found[:0]
	for _, n := range found {
		if k := len(out) - 1; k >= 0 && out[k].To == n.From && t.Tokens[n.From].Sentence == t.Tokens[out[k].From].Sentence {
			if out[k].Type == Organization && n.Type == Organization {
				out[k].To = n.To
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// joinFirms makes one organisation of what "&" joins: "Lind & Sons".
func joinFirms(t *text.Text, found []Name) []Name {
	out := found[:0]
	for _, n := range found {
		if k := len(out) - 1; k >= 0 && n.From < out[k].To {
			continue // a part of the firm before it
		}
		for n.To+1 < len(t.Tokens) && t.Word(n.To) == "&" && isCapital(t.Word(n.To+1)) {
			n.Type, n.To = Organization, n.To+2
			for n.To < len(t.Tokens) && isCapital(t.Word(n.To)) && t.Tokens[n.To].Sentence == t.Tokens[n.From].Sentence {
				n.To++
			}
		}
		out = append(out, n)
	}
	return out
}

// isOffice reports whether somebody's office stands at a token, and "of" or "to" behind it: "the mayor of", "ambassador
// to".
func isOffice(t *text.Text, k int) bool {
	if k < 0 || t.Word(k+1) != "of" && t.Word(k+1) != "to" {
		return false
	}
	noun, known := nouns.Of(strings.ToLower(t.Word(k)))
	return known && noun.Nature == nouns.Person && !noun.Plural
}

// parted parts two names that were taken for one. Of two bodies that "and" joins each ends in what bodies are called,
// and the first is called more than that: "the Defense Ministry and Coast Guard", but not "the University and College
// Union".
// Whoever is named behind the place of an office is no part of it: "the mayor of Harrowick, Colm Dacre", "the envoy to
// Morvania Colm Dacre", where that is a country.
func parted(t *text.Text, n Name) []Name {
	isBody := func(k int) bool {
		w := strings.ToLower(t.Word(k))
		return bodyWords[w] || orgWords[w]
	}
	cut := func(k int) []Name {
		return []Name{{t.Span(n.From, k), n.From, k, n.Type}, {t.Span(k+1, n.To), k + 1, n.To, n.Type}}
	}
	if n.Type == Organization && isBody(n.To-1) {
		for k := n.From + 2; k < n.To-2; k++ {
			if t.Word(k) == "and" && isBody(k-1) {
				return cut(k)
			}
		}
	}
	if k := n.From + 1; n.Type == Place && k < n.To && t.Word(k) == "," && isOffice(t, n.From-2) {
		return cut(k)
	}
	if k := n.From + 1; isPost(t, n) && allCapital(t, k, n.To) && !isBody(n.To-1) {
		return []Name{{t.Tokens[n.From].Span, n.From, k, Place}, {t.Span(k, n.To), k, n.To, Person}}
	}
	return []Name{n}
}

// isPost reports whether a name of three words or more begins with the country of an office: "envoy to Morvania Ann
// Bell".
func isPost(t *text.Text, n Name) bool {
	return n.To-n.From > 2 && nouns.Allegiance(strings.ToLower(t.Word(n.From))) && isOffice(t, n.From-2)
}

// allCapital reports whether all tokens from one to another begin with a capital.
func allCapital(t *text.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if !isCapital(t.Word(i)) {
			return false
		}
	}
	return true
}

func appendTrimmed(out []Name, t *text.Text, n Name) []Name {
	if from, found := titleWithin(t, n); found {
		n.Type, n.From = Person, from
	}
	if n.Type == Organization && n.To-n.From > 1 && partisans[strings.ToLower(t.Word(n.From))] &&
		t.Word(n.From+1) == "of" {
		n.Type, n.To = People, n.From+1 // "Bell, Democrat of Ohio"
	}
	for i := n.From; i+1 < n.To; i++ {
		if strings.HasSuffix(t.Word(i), "/") {
			n.From = i + 1 // a photographer and an agency
		}
	}
	n.From, n.To = trim(t, n)
	if n.From >= n.To {
		return out
	}
	n.Span = t.Span(n.From, n.To)
	return append(out, n)
}

var partisans = lexicon.Words("names/words", "partisans")

// titleWithin finds a title in the midst of an organisation's name: in "Oaxaca Governor Alejandro Murat" the person
// begins behind it.
func titleWithin(t *text.Text, n Name) (from int, found bool) {
	if n.Type != Organization || n.To-n.From < 3 {
		return 0, false
	}
	for i := n.To - 2; i > n.From; i-- {
		if _, ok := Title(t.Word(i)); ok && i+3 >= n.To && !orgWords[strings.ToLower(t.Word(n.To-1))] &&
			Given(t.Word(i+1)) != 0 {
			return i + 1, true
		}
	}
	return 0, false
}

func trim(t *text.Text, n Name) (from, to int) {
	from, to = n.From, n.To
	for from < to && !hasLetter(t.Word(from)) {
		from++
	}
	for to > from && (!hasLetter(t.Word(to-1)) || isPossessive(t.Word(to-1))) {
		to--
	}
	if n.Type == Organization {
		for to-from > 1 && isNounBefore(t.Word(from)) {
			from++
		}
	}
	if n.Type == Person {
		for to-from > 1 {
			if _, ok := Title(t.Word(from)); !ok && !strings.EqualFold(t.Word(from), "the") {
				break
			}
			from++
		}
		for to-from > 1 && (isSmall(t.Word(to-1)) || IsHonour(t.Word(to-1)) && isCapital(t.Word(to-2))) {
			to-- // "the Bell orchard", "Ann Bell OBE"
		}
	}
	return from, to
}

// longestHonour is how many letters has what stands behind the names of those who were honoured.
const longestHonour = 4

// IsHonour reports whether a word is written as honours are, "OBE", and is no numeral of a king and no "JR".
func IsHonour(w string) bool {
	letters := strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	numeral := strings.Trim(w, "IVX") == "" || w == "JR"
	return letters && !numeral && len(w) > 1 && len(w) <= longestHonour
}

// isSmall reports whether a word is written small and is no particle of names.
func isSmall(w string) bool {
	return w == strings.ToLower(w) && w != strings.ToUpper(w) && !particles[w]
}

// isNounBefore reports whether a word before a body's name is a noun in small letters: "the brewer Dahl Holdings".
func isNounBefore(w string) bool {
	_, known := nouns.Of(w)
	return known && w == strings.ToLower(w) && !particles[w]
}

// alike makes single words that are the surname of a person named in full persons too, also where no name was seen.
func alike(t *text.Text, found []Name) []Name {
	surnames := surnamesOf(t, found)
	if len(surnames) == 0 {
		return found
	}
	small := map[string]bool{}
	for i := range t.Tokens {
		if w := t.Word(i); w == strings.ToLower(w) {
			small[w] = true
		}
	}
	out := make([]Name, 0, len(found)+8)
	at := 0
	for _, n := range found {
		out = appendSurnames(out, t, at, n.From, surnames, small)
		if n.To-n.From == 1 && n.Type != Person && surnames[t.Word(n.From)] {
			n.Type = Person
		}
		out = append(out, n)
		at = n.To
	}
	return appendSurnames(out, t, at, len(t.Tokens), surnames, small)
}

// surnamesOf collects the last words of persons' full names that no longer name of another type ends in or begins with.
func surnamesOf(t *text.Text, found []Name) map[string]bool {
	surnames := map[string]bool{}
	for _, n := range found {
		if n.Type == Person && n.To-n.From > 1 && len(t.Word(n.To-1)) > 1 {
			surnames[t.Word(n.To-1)] = true
			if w := t.Word(n.To - 1); len(w) >= longWord {
				surnames[strings.ToUpper(w)] = true // as headlines may have it
			}
		}
	}
	for _, n := range found {
		if n.Type == Place && n.To-n.From > 1 {
			delete(surnames, t.Word(n.To-1))
		}
	}
	return surnames
}

func appendSurnames(out []Name, t *text.Text, from, to int, surnames, small map[string]bool) []Name {
	for i := from; i < to; i++ {
		if w := t.Word(i); surnames[w] && !small[strings.ToLower(w)] {
			out = append(out, Name{t.Tokens[i].Span, i, i + 1, Person})
		}
	}
	return out
}

func isPossessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

func hasLetter(s string) bool {
	for _, r := range s {
		if k := kindOf(r); k == 'A' || k == 'a' || k == '0' {
			return true
		}
	}
	return false
}

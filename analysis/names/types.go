package names

import (
	"strings"

	"hearsay/analysis/features"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// resolveTypes mends what a name is taken for by what its last word says it is, and by what the rest of the article
// shows: a people's name tells that of its country, and who is "in" something is in a place.
func resolveTypes(t *text.Text, found []Name) []Name {
	found = withFirmWords(t, completed(t, found))
	for i := range found {
		found[i].Type = typeByHead(t, found[i])
	}
	introduced(t, found)
	places, firms := evidence(t, found)
	for i := range found {
		n := &found[i]
		w := strings.ToLower(n.Of(t.String))
		switch {
		case n.Type == Person && (places[w] || nouns.IsSeat(w)):
			n.Type = Place
		case firms[w] && !hasTitle(t, *n):
			n.Type = Organization
		}
	}
	found = agreed(t, withoutDays(t, found))
	addressed(t, found)
	meantAsPersons(t, found)
	return found
}

// agreed gives names of one word that are written alike the type that most of them were given.
func agreed(t *text.Text, found []Name) []Name {
	counts := map[string]*[Other + 1]int{}
	for _, n := range found {
		if n.To-n.From > 1 {
			continue
		}
		w := n.Of(t.String)
		if counts[w] == nil {
			counts[w] = new([Other + 1]int)
		}
		counts[w][n.Type]++
	}
	for i := range found {
		n := &found[i]
		if of := counts[n.Of(t.String)]; of != nil && n.To-n.From == 1 && !hasTitle(t, *n) {
			most := of[n.Type]
			for k, count := range of {
				if count > most {
					n.Type, most = Type(k), count
				}
			}
		}
	}
	return found
}

// hasTitle reports whether a title stands before a person's name: "Lady Ashby" is no firm.
func hasTitle(t *text.Text, n Name) bool {
	if n.From == 0 || n.Type != Person {
		return false
	}
	_, ok := Title(t.Word(n.From - 1))
	return ok
}

// completed gives a surname the given name that stands unnamed before it: "the geneticist Wei-Lin Tan".
func completed(t *text.Text, found []Name) []Name {
	small := smallWords(t)
	end := 0
	for i := range found {
		n := &found[i]
		begins := max(end, t.Sentences[t.Tokens[n.From].Sentence].From+1) // the first word of a sentence is a capital anyway
		if k := n.From - 1; n.Type == Person && n.To-n.From == 1 && k >= begins {
			if w := t.Word(k); isGivenBefore(w) && !small[strings.ToLower(w)] {
				n.From, n.Span = k, t.Span(k, n.To)
			}
		}
		end = n.To
	}
	return found
}

// withFirmWords gives a name that is taken for a person's or a place's the word behind it by which it is a company's:
// "Marchetti" of "Marchetti Foods".
func withFirmWords(t *text.Text, found []Name) []Name {
	for i := range found {
		n := &found[i]
		if n.To >= len(t.Tokens) || i+1 < len(found) && found[i+1].From == n.To {
			continue
		}
		w := t.Word(n.To)
		sentence := t.Sentences[t.Tokens[n.From].Sentence]
		if !isCapital(w) || !firmWords[strings.ToLower(w)] || n.To >= sentence.To || isHeadline(t, sentence) {
			continue
		}
		n.Type, n.To = Organization, n.To+1
		n.Span = t.Span(n.From, n.To)
	}
	return found
}

// isGivenBefore reports whether a word can only be the given name of the name behind it.
func isGivenBefore(w string) bool {
	if _, title := Title(w); title || !isCapital(w) {
		return false
	}
	if Given(w) != 0 {
		return true
	}
	head, tail, hyphen := strings.Cut(w, "-")
	return hyphen && isCapital(tail) && max(len(head), len(tail)) < 6
}

func isCapital(w string) bool {
	return len(w) > 1 && kindOf(firstRune(w)) == 'A' && w != strings.ToUpper(w)
}

func firstRune(w string) rune {
	for _, r := range w {
		return r
	}
	return 0
}

// smallWords are the words that the article writes small somewhere.
func smallWords(t *text.Text) map[string]bool {
	small := map[string]bool{}
	for i := range t.Tokens {
		if w := t.Word(i); w == strings.ToLower(w) {
			small[w] = true
		}
	}
	return small
}

// typeByHead is what a name's last word, or the noun before it, says that it is.
func typeByHead(t *text.Text, n Name) Type {
	if n.To-n.From < 2 || n.Type == People || n.Type == Other {
		return n.Type
	}
	last := strings.ToLower(t.Word(n.To - 1))
	switch {
	case firmWords[last] || bodyWords[last]:
		return Organization
	case roadWords[last] && Given(t.Word(n.From)) == 0:
		return Place
	case n.Type == Person && n.From > 0 && firmNouns[t.Word(n.From-1)] && Given(t.Word(n.From)) == 0:
		return Organization
	}
	return n.Type
}

// introduced makes persons of those whom a noun for one and a comma introduce, "his editor, Liv Strand,", or what is
// done by persons and a given name, "founded by Otto Brandt", or "Mr", and of those who are called as only persons are,
// whatever they were taken for. What bodies are called as well, "its owner, Wave Harbor,", introduces no place.
func introduced(t *text.Text, found []Name) {
	for i := range found {
		n := &found[i]
		if n.From > 0 && courtesy[strings.ToLower(t.Word(n.From-1))] {
			n.Type = Person
			continue
		}
		if n.Type == Person || n.Type == People || !personal(t, *n) {
			continue
		}
		if calledAsPersons(t, *n) {
			n.Type = Person
			continue
		}
		office := officeBefore(t, *n, found[:i])
		switch {
		case office != "" && !holders[office], Given(t.Word(n.From)) != 0 && followsFounding(t, *n):
			n.Type = Person
		case office != "" && n.Type == Place:
			n.Type = Organization
		}
	}
}

// calledAsPersons reports whether a name is a given name that hardly anything else begins with, and a surname.
func calledAsPersons(t *text.Text, n Name) bool {
	given := strings.ToLower(t.Word(n.From))
	return n.To-n.From == 2 && Given(given) != 0 && !givenElsewhere[given] &&
		!noSurnames[strings.ToLower(t.Word(n.To-1))]
}

// followsFounding reports whether a name tells by whom something was founded, led or written.
func followsFounding(t *text.Text, n Name) bool {
	return n.From > 1 && t.Word(n.From-1) == "by" && byPersons[t.Word(n.From-2)]
}

// officeBefore is the noun for one person who is somebody's behind which a name stands between commas, or a comma and a
// full stop; of a place or a body before the comma it is told whose: "the mayor of Ebben, Wren Sallow,". It is empty
// where there is none.
func officeBefore(t *text.Text, n Name, before []Name) string {
	k := n.From - 2
	if n.To >= len(t.Tokens) || k <= t.Sentences[t.Tokens[n.From].Sentence].From || t.Word(k+1) != "," {
		return ""
	}
	if end := t.Word(n.To); end != "," && end != "." {
		return ""
	}
	if b := len(before) - 1; b >= 0 && before[b].To == k+1 && before[b].From > 1 && t.Word(before[b].From-1) == "of" {
		k = before[b].From - 2
	}
	noun, known := nouns.Of(strings.ToLower(t.Word(k)))
	if person := known && noun.Nature == nouns.Person && !noun.Plural; person && owned(t, k) {
		return t.Word(k)
	}
	return ""
}

// personal reports whether a name has as many words as a person's, they are written as those of persons are, and none
// is of those of bodies and places.
func personal(t *text.Text, n Name) bool {
	if n.To-n.From < 2 || n.To-n.From > longestPerson {
		return false
	}
	for k := n.From; k < n.To; k++ {
		w := t.Word(k)
		low := strings.ToLower(w)
		body, place := firmWords[low] || bodyWords[low] || orgWords[low], placeWords[low] || roadWords[low]
		if body || place || !isCapital(w) {
			return false
		}
	}
	return true
}

// owned reports whether a noun is told of as one person's part: "his editor", "the bank's new director".
func owned(t *text.Text, k int) bool {
	for i := k - 1; i >= max(0, k-farOwner); i-- {
		switch w := strings.ToLower(t.Word(i)); {
		case isPossessive(w):
			return true
		case w == "the", w == "his", w == "her", w == "its", w == "their", w == "our", w == "my":
			return true
		case w == ",", w == ".":
			return false
		}
	}
	return false
}

// farOwner is how many words before a noun tell whose it is.
const farOwner = 4

// evidence collects the names that the article shows to be places, and the short names of its companies.
func evidence(t *text.Text, found []Name) (places, firms map[string]bool) {
	places, firms = map[string]bool{}, map[string]bool{}
	surname := map[string]bool{}
	peoples := map[string]bool{}
	for _, n := range found {
		if n.Type == Person && n.To-n.From > 1 {
			surname[strings.ToLower(t.Word(n.To-1))] = true
		}
		if n.Type == People && n.To-n.From == 1 {
			peoples[strings.ToLower(t.Word(n.From))] = true
		}
	}
	within := map[string]int{}
	for _, n := range found {
		w := strings.ToLower(n.Of(t.String))
		first := strings.ToLower(t.Word(n.From))
		if n.To-n.From == 2 && n.Type == Organization && firmWords[strings.ToLower(t.Word(n.To-1))] && !surname[first] {
			firms[first] = true
		}
		if n.To-n.From > 1 || surname[w] {
			continue
		}
		if isIn(t, n) || n.Type == Place && n.From < 60 && n.Of(t.String) == strings.ToUpper(w) {
			within[w]++
		}
		if enough := 1 + int(features.Flag(Given(w) != 0)); CountryOf(w, peoples) || within[w] >= enough {
			places[w] = true
		}
	}
	return places, firms
}

// isIn reports whether a name is where something is: "in Brenn", "in neighbouring Corvane", but not "in Bell's view".
func isIn(t *text.Text, n Name) bool {
	k := n.From - 1
	if k > 0 && (strings.HasPrefix(t.Word(k), "neighb") || t.Word(k) == "nearby") {
		k--
	}
	if k < 0 || !strings.EqualFold(t.Word(k), "in") {
		return false
	}
	return n.To >= len(t.Tokens) || !isPossessive(t.Word(n.To)) && t.Word(n.To) != "and"
}

// CountryOf reports whether a name is that of the country of one of these peoples, by the endings with which most of
// their names are made: Russian and Russia, Japanese and Japan. Both are written small.
func CountryOf(country string, peoples map[string]bool) bool {
	for _, people := range PeopleOf(country) {
		if peoples[people] {
			return true
		}
	}
	return false
}

// PeopleOf gives what a country's people may be called, by the usual endings; both are written small.
func PeopleOf(country string) []string {
	var out []string
	stems := []string{country}
	for _, end := range []string{"a", "e", "y", "o", "ia", "s"} {
		if s, ok := strings.CutSuffix(country, end); ok && len(s) >= 3 {
			stems = append(stems, s)
		}
	}
	for _, s := range stems {
		for _, end := range []string{"an", "ian", "n", "ese", "ish", "i", "ean", "ic", "er"} {
			out = append(out, s+end)
		}
	}
	return out
}

var (
	// firmWords end the names of companies, which are then called by what stands before.
	firmWords = lexicon.Words("names/words", "firms")
	// bodyWords end the names of other bodies.
	bodyWords = lexicon.Words("names/words", "bodies")
	roadWords = lexicon.Words("names/words", "roads")
	// holders are nouns for persons that bodies are as well: "its owner, Harbour Holdings".
	holders = lexicon.Words("names/words", "persons or bodies")
	// courtesy are titles that say nothing of who someone is.
	courtesy = lexicon.Words("names/words", "courtesy")
	// noSurnames end names that begin with a given name and are no persons': "Clark County".
	noSurnames = lexicon.Words("names/words", "no surname")
	// givenElsewhere are given names that begin names of bodies and places as well: "Wells Fargo".
	givenElsewhere = lexicon.Words("names/words", "given elsewhere")
	// byPersons is what is done by persons rather than by bodies: "founded by".
	byPersons = lexicon.Words("names/words", "by persons")
	// firmNouns stand before the name of a body: "the charity Clear Shores".
	firmNouns = lexicon.Words("names/words", "before bodies")
)

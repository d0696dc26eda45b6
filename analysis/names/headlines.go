package names

import (
	"maps"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

const (
	// longWord is how many bytes a word has from which on headlines write it with a capital.
	longWord = 4
	// mostUnheard is how many words a name may have that stands in nothing but a headline.
	mostUnheard = 3
)

// isHeadline reports whether a sentence is written as headlines are: nearly all its longer words with a capital, two at
// least, and no period at its end.
func isHeadline(t *text.Text, s text.Sentence) bool {
	long, capital := 0, 0
	for i := s.From; i < s.To; i++ {
		w := t.Word(i)
		if len(w) < longWord || kindOf(firstRune(w)) == '0' {
			continue
		}
		long++
		if kindOf(firstRune(w)) == 'A' {
			capital++
		}
	}
	return long > 1 && capital*10 >= long*8 && t.Word(s.To-1) != "."
}

// headlines are the names of an article whose headlines have capitals everywhere.
type headlines struct {
	*text.Text
	headline []bool          // of each sentence
	heard    map[string]Type // the names of running text, in lower case, and the surnames of persons named in full
	small    map[string]bool
}

// confirmed leaves of the names in headlines with capitals throughout what the running text confirms: of "Ingrid Vass
// Thanked Sutter" the two who are named below it. A short name that only the headline has stays where none of its
// words is an ordinary one.
func confirmed(t *text.Text, found []Name) []Name {
	h := headlines{t, make([]bool, len(t.Sentences)), map[string]Type{}, smallWords(t)}
	any := false
	for s := range t.Sentences {
		h.headline[s] = isHeadline(t, t.Sentences[s])
		any = any || h.headline[s]
	}
	if !any {
		return found
	}
	for _, n := range found {
		if !h.headline[t.Tokens[n.From].Sentence] {
			h.hear(n)
		}
	}
	out := make([]Name, 0, len(found))
	for _, n := range found {
		if h.headline[t.Tokens[n.From].Sentence] {
			out = h.appendHeard(out, n)
		} else {
			out = append(out, n)
		}
	}
	return out
}

// hear notes a name of the running text.
func (h *headlines) hear(n Name) {
	h.heard[h.words(n.From, n.To)] = n.Type
	if last := strings.ToLower(h.Word(n.To - 1)); n.Type == Person && len(last) > 1 {
		if _, other := h.heard[last]; !other {
			h.heard[last] = Person
		}
	}
}

// words are tokens in lower case.
func (h *headlines) words(from, to int) string {
	return strings.ToLower(strings.Join(strings.Fields(h.Of(h.Span(from, to))), " "))
}

// appendHeard adds what of a headline's name stands in the running text, the longest first.
func (h *headlines) appendHeard(out []Name, n Name) []Name {
	if _, ok := h.heard[h.words(n.From, n.To)]; ok || h.isWhole(n) {
		return append(out, n)
	}
	some, end := false, n.From
	for i := n.From; i < n.To; i++ {
		j, kind, ok := h.longest(i, n.To)
		if !ok {
			continue
		}
		from := i
		if kind == Person && j == i+1 {
			from = h.withGiven(end, i)
		}
		out = append(out, Name{h.Span(from, j), from, j, kind})
		some, end = true, j
		i = j - 1
	}
	if !some && h.mayBeName(n) {
		return append(out, n)
	}
	return out
}

// isWhole reports whether a person's name begins with a given name and ends in one that the running text calls them
// by, with no ordinary word between.
func (h *headlines) isWhole(n Name) bool {
	_, called := h.heard[h.words(n.To-1, n.To)]
	return called && n.Type == Person && Given(h.Word(n.From)) != 0 && h.mayBeName(n)
}

// longest is where the longest name of the running text ends that token i begins.
func (h *headlines) longest(i, end int) (to int, kind Type, ok bool) {
	for to = end; to > i; to-- {
		if kind, ok = h.heard[h.words(i, to)]; ok {
			return to, kind, true
		}
	}
	return 0, 0, false
}

// withGiven is where the name of a person begins that the running text calls by the surname at token i: with a given
// name or an initial before it, or with a word that is no ordinary one and opens the headline.
func (h *headlines) withGiven(from, i int) int {
	opens := i-1 == h.Sentences[h.Tokens[i].Sentence].From || i > 1 && !hasLetter(h.Word(i-2))
	for k := i - 1; k >= from; k-- {
		stranger := opens && k == i-1 && !h.isOrdinary(h.Word(k))
		if _, title := Title(h.Word(k)); title || !stranger && !begins(h.Word(k)) {
			return k + 1
		}
	}
	return from
}

// begins reports whether a word is a given name or an initial.
func begins(w string) bool { return Given(w) != 0 || strings.HasSuffix(w, ".") && len(w) < longWord }

// mayBeName reports whether what only a headline has can be a name: it is short, and none of its words is ordinary.
func (h *headlines) mayBeName(n Name) bool {
	if n.To-n.From > mostUnheard {
		return false
	}
	for i := n.From; i < n.To && n.Type == Person; i++ {
		if h.isOrdinary(h.Word(i)) && !(i == n.From && Given(h.Word(i)) != 0) {
			return false
		}
	}
	return true
}

// isOrdinary reports whether a word is one that is written small elsewhere: in the article, or in the lists of English.
// Endings of verbs and plurals tell it, too.
func (h *headlines) isOrdinary(word string) bool {
	w := strings.ToLower(word)
	_, known := nouns.Of(w)
	if h.small[w] || known || ordinary[w] {
		return true
	}
	for _, end := range [...]string{"s", "ed", "ing"} {
		if strings.HasSuffix(w, end) && Given(w) == 0 {
			return true
		}
	}
	return false
}

// ordinary are words of the lists of verbs, of judgements and of the first words of sentences.
var ordinary = readOrdinary()

func readOrdinary() map[string]bool {
	all := map[string]bool{}
	for _, file := range []string{"stances/valence", "writing", "cues/verbs", "inflection"} {
		for _, s := range lexicon.Sections(file) {
			words := map[string]bool{}
			for _, e := range s.Entries {
				words[e.Word] = Given(e.Word) == 0
			}
			maps.Copy(all, words)
		}
	}
	return all
}

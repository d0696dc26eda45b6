package names

import (
	"maps"
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/text"
)

// meantAsPersons makes persons of what was taken for organisations, where it begins with a given name and a "she" or a
// "his" right behind means it: "matters to Dilys Crane, and her advice shows how much".
func meantAsPersons(t *text.Text, found []Name) {
	small := smallWords(t)
	first := slices.IndexFunc(found, func(n Name) bool { return n.Type == Person })
	meant := map[string]bool{}
	for i := range found {
		nobodyElse := first < 0 || first > i
		if mayBePerson(t, found[i], nobodyElse, small) && isMeant(t, found, i) {
			meant[found[i].Of(t.String)] = true
		}
	}
	for i := range found {
		if n := &found[i]; n.Type == Organization && meant[n.Of(t.String)] {
			n.Type = Person
		}
	}
}

// mayBePerson reports whether the name of an organisation may be a person's for all that its words tell: a given name
// that is no other word of the article, or any word where nobody else was named before, and one or two more, none of
// which bodies are called by.
func mayBePerson(t *text.Text, n Name, nobodyElse bool, small map[string]bool) bool {
	first, last := t.Word(n.From), strings.ToLower(t.Word(n.To-1))
	if n.Type != Organization || n.To-n.From < 2 || n.To-n.From > longestPerson {
		return false
	}
	for i := n.From; i < n.To; i++ {
		if !isCapital(t.Word(i)) {
			return false
		}
	}
	body := orgWords[last] || firmWords[last] || bodyWords[last] || roadWords[last]
	return !body && (nobodyElse || Given(first) != 0) && !small[strings.ToLower(first)]
}

// farMeant is how many words of its sentence behind a name a pronoun that means it may stand.
const farMeant = 12

// isMeant reports whether the pronoun behind name i can mean nobody else: it is of one person, in the rest of the
// sentence or the first word of the next, and nobody else is told of in the sentence before it.
func isMeant(t *text.Text, found []Name, i int) bool {
	n := found[i]
	s := t.Sentences[t.Tokens[n.From].Sentence]
	switch w := strings.ToLower(t.Word(max(n.From-1, 0))); {
	case n.From > s.From && (w == "at" || w == "the"):
		return false // "she was at Ann Taylor when her phone rang"
	}
	for k := s.From; k < n.From; k++ {
		if onePerson[strings.ToLower(t.Word(k))] {
			return false
		}
	}
	for k := range found {
		other := found[k].From >= s.From && found[k].From < s.To && k != i
		if other && found[k].Type != Place && found[k].From < n.To+farMeant {
			return false
		}
	}
	for k := n.To; k < min(s.To, n.To+farMeant); k++ {
		switch w := strings.ToLower(t.Word(k)); {
		case onePerson[w]:
			return true
		case w == "it" || w == "its":
			return false
		}
	}
	return onePerson[nextBegins(t, t.Tokens[n.From].Sentence)]
}

// mostQuotations is how many sentences in quotation marks may stand between a sentence and the next of the reporter's.
const mostQuotations = 2

// nextBegins is the first word, written small, of the sentence behind one, past such as begin with a quotation mark;
// empty where there is none.
func nextBegins(t *text.Text, sentence int) string {
	for k := sentence + 1; k < min(len(t.Sentences), sentence+2+mostQuotations); k++ {
		switch w := t.Word(t.Sentences[k].From); w {
		case "“", `"`, "‘", "'", "``", "”", "’":
		default:
			return strings.ToLower(w)
		}
	}
	return ""
}

// onePerson are the pronouns that mean one man or one woman.
var onePerson = pronounsOf("man", "woman")

func pronounsOf(senses ...string) map[string]bool {
	words := lexicon.Values("pronouns", "pronouns")
	maps.DeleteFunc(words, func(_, sense string) bool {
		whom, _ := strings.CutSuffix(sense, " possessive")
		return !slices.Contains(senses, whom)
	})
	out := map[string]bool{}
	for w := range words {
		out[w] = true
	}
	return out
}

// withoutDays leaves out days of the week that were taken for names of things: nobody who is called Sunday is one.
func withoutDays(t *text.Text, found []Name) []Name {
	return slices.DeleteFunc(found, func(n Name) bool {
		return n.To-n.From == 1 && n.Type != Person && days[strings.ToLower(t.Word(n.From))]
	})
}

var days = lexicon.Words("pronouns", "when")

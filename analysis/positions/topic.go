package positions

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// trim takes marks, determiners of time and empty words off the ends of a target.
func (f reader) trim(from, to int) (int, int) {
	for from < to && (!letters(f.Lower(from)) || f.Tag(from) == tags.CC) {
		from++
	}
	for k := from; k < to; k++ {
		if f.Tag(k) == tags.OpenQuote && to < len(f.Tokens) && f.Tag(to) == tags.CloseQuote {
			return from, to + 1
		}
		if f.Tag(k) == tags.OpenQuote && k-from < 3 {
			from = k + 1 // its end stands beyond the target
		}
	}
	for to > from && f.endsNoTarget(to-1, to-from) {
		to--
	}
	for to-from > 2 && f.Tag(to-1).Adverb() {
		to--
	}
	return from, to
}

// endsNoTarget reports whether token i is none that a target of n tokens ends with.
func (f reader) endsNoTarget(i, n int) bool {
	t := f.Tag(i)
	return !letters(f.Lower(i)) || among(t, tags.POS, tags.IN, tags.TO, tags.CC) || t == tags.DT && n > 1
}

func letters(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0xC0 && r < 0x2000 || r > 0x2E80
	}) && w != "'s" && w != "’s"
}

// topics names targets.
type topics struct {
	*scene
	counts map[string]int    // how often each noun stands in the article, made when it is first asked for
	full   map[string]string // the fullest name of each person by their last name, made when it is first asked for
}

// topic names a target in the same way wherever it comes up: a speaker by name, anything else by its words without
// those that only point. It refuses targets that say nothing.
func (f *topics) topic(from, to int) (name string, speaker int, ok bool) {
	if s := f.speakerOf(from, to); s >= 0 {
		return f.Speakers[s].Name, s, true
	}
	if n, ok := f.nameWithin(from, to); ok {
		return f.fullName(n), -1, true
	}
	if to-from == 1 && (weakTargets[f.Lower(from)] || f.Tag(from).Pronoun()) {
		return "", -1, false
	}
	words, head := f.topicWords(from, to)
	if len(words) == 0 || head == "" || len(words) == 1 && f.saysNothing(words[0]) {
		return "", -1, false
	}
	return strings.Join(words, " "), -1, true
}

// saysNothing reports whether a topic of one word leaves open what is meant.
func (f *topics) saysNothing(word string) bool {
	return weakTargets[strings.ToLower(word)] || f.onlyPoints(word)
}

// topicWords are the words by which a target is named, without those at its beginning that only point, and its head,
// empty where it has none.
func (f reader) topicWords(from, to int) (words []string, head string) {
	for i := from; i < to; i++ {
		t := f.Tag(i)
		if t == tags.OpenQuote || t == tags.CloseQuote || len(words) == 0 && f.points(i) {
			continue
		}
		w := f.topicWord(i)
		if i == from && t == tags.VB {
			w = gerund(w)
		}
		if !f.Text.Tokens[i].Spaced && len(words) > 0 {
			words[len(words)-1] += w
		} else {
			words = append(words, w)
		}
		people := head == "" && i == to-1 && t.Adjective() && f.Lower(from) == "the" // "the poor"
		if people || t.Noun() && (head == "" || f.Tag(i-1) != tags.IN) {
			head = f.Lower(i)
		}
	}
	return words, head
}

// topicWord is a token as a topic has it: in lower case, if it is no name.
func (f reader) topicWord(i int) string {
	if f.InName(i) || f.Tag(i).Proper() {
		return f.Text.Word(i)
	}
	return f.Lower(i)
}

// points reports whether token i, before a noun, tells which one or how many, and not what.
func (f reader) points(i int) bool {
	w := f.Lower(i)
	return among(f.Tag(i), tags.DT, tags.PRPS, tags.PDT, tags.CD) || w == "such" || w == "other" || !letters(w)
}

// onlyPoints reports whether a word by itself, such as "decision", leaves open what is meant, and is not what the
// article keeps coming back to either.
func (f *topics) onlyPoints(word string) bool {
	one := tags.Lemma(strings.ToLower(word), tags.NNS)
	if !pointing[one] {
		return false
	}
	return f.count(one) < recurring
}

// count is how often a noun stands in the article, in whatever number.
func (f *topics) count(noun string) int {
	if f.counts == nil {
		f.counts = map[string]int{}
		for i := range f.Tokens {
			if f.Tag(i).Noun() {
				f.counts[tags.Lemma(f.Lower(i), tags.NNS)]++
			}
		}
	}
	return f.counts[tags.Lemma(noun, tags.NNS)]
}

// recurring is how often a noun must stand in an article to be one of its matters.
const recurring = 4

// gerund turns "engage" into "engaging", so that a topic reads as the thing that a side is taken on.
func gerund(verb string) string {
	n := len(verb)
	switch {
	case n < 3 || strings.HasSuffix(verb, "ee") || strings.HasSuffix(verb, "ye"):
		return verb + "ing"
	case strings.HasSuffix(verb, "ie"):
		return verb[:n-2] + "ying"
	case verb[n-1] == 'e':
		return verb[:n-1] + "ing"
	case n < 5 && strings.IndexByte("aeiouwxy", verb[n-1]) < 0 && vowel(verb[n-2]) && !vowel(verb[n-3]):
		return verb + verb[n-1:] + "ing"
	}
	return verb + "ing"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// fullName is the fullest name by which the article calls a person: "Clinton" is "Hillary Clinton" where no other
// Clinton is named.
func (f *topics) fullName(n names.Name) string {
	if f.full == nil {
		f.full = map[string]string{}
		for _, m := range f.Names {
			if m.Type != names.Person {
				continue
			}
			name, last := f.Text.Of(m.Span), f.Lower(m.To-1)
			old := f.full[last]
			switch {
			case strings.HasSuffix(name, old):
				f.full[last] = name
			case !strings.HasSuffix(old, name):
				f.full[last] = several
			}
		}
	}
	if full := f.full[f.Lower(n.To-1)]; full != several && full != "" {
		return full
	}
	return f.Text.Of(n.Span)
}

// several stands for the full name of those of whom there are several with one last name.
const several = "\n"

// nameWithin is the person's name that a target is, with no more than a title before it.
func (f reader) nameWithin(from, to int) (names.Name, bool) {
	k := f.NameAt(to - 1)
	if k < 0 {
		return names.Name{}, false
	}
	n := f.Names[k]
	if n.Type != names.Person || n.From < from || n.To != to {
		return names.Name{}, false
	}
	for i := from; i < n.From; i++ {
		if t := f.Tag(i); !t.Noun() && !t.Adjective() && t != tags.DT {
			return names.Name{}, false
		}
	}
	return n, true
}

// aboutWhat is the phrase of a subject with its head at i, if a reader can tell what is meant: a name, a speaker, or
// what the article keeps coming back to.
func (f *topics) aboutWhat(from, to, i int) (int, int) {
	core := min(to, i+1)
	for k := from; k < core; k++ {
		if k < i && f.Tag(k) == tags.PRP || f.Lower(k) == "that" {
			return 0, 0 // "that she and her friends"
		}
	}
	switch k := f.NameAt(i); {
	case f.Tag(i).Pronoun():
		if f.who[i] == 0 || !singular[f.Lower(i)] || !f.isCalled[f.who[i]-1] {
			return 0, 0
		}
		return i, i + 1
	case k >= 0:
		if n := f.Names[k]; n.Type == names.Person {
			return n.From, n.To
		}
		return from, core
	case f.who[i] != 0:
		return from, core
	case !f.Tag(i).Noun() || !f.narrowed(from, i):
		return 0, 0
	}
	return from, core
}

// vague are words before a noun that leave open which one is meant.
var vague = lexicon.Words("pronouns", "vague")

// narrowed reports whether a noun is told apart by what stands before it, or is one that the article keeps coming back
// to.
func (f *topics) narrowed(from, i int) bool {
	if f.count(f.Lower(i)) < recurring-1 {
		return false
	}
	return !vague[f.Lower(from)] && f.Tag(from) != tags.CD && !weakTargets[f.Lower(i)]
}

package turns

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// known are the names that the text has, by their words in lower case.
type known struct {
	words map[string]int // how many names of persons have a word
	all   []someone
}

// someone is somebody whom a name of the text, or a label, names.
type someone struct {
	words []string
	at    text.Span
	kind  names.Type
}

// mostKnown bounds how many names, and how many people behind labels, are remembered.
const mostKnown = 400

// knowNames notes the names of persons and organisations that the text has.
func (r *reader) knowNames() {
	r.known.words = map[string]int{}
	seen := map[string]bool{}
	for _, n := range r.text.Names {
		if n.Type != names.Person && n.Type != names.Organization {
			continue
		}
		var words []string
		for _, w := range strings.Fields(n.Of(r.text.String)) {
			if w = plainWord(w); w != "the" && w != "" {
				words = append(words, w)
			}
		}
		if n.Type == names.Person {
			for _, w := range words {
				r.known.words[w]++
			}
		}
		if key := strings.Join(words, " "); len(words) > 0 && !seen[key] && len(seen) < mostKnown {
			seen[key] = true
			r.known.all = append(r.known.all, someone{words, n.Span, n.Type})
		}
	}
}

// typeOf is what a label's name names: what the text takes it for, else a person.
func (r *reader) typeOf(k label) names.Type {
	if k.sort == office {
		return typeOfOffice(k.words[0])
	}
	from, to := r.text.Range(k.name)
	n, _, ok := r.text.Name(from)
	switch {
	case k.titled:
	case ok && n.From <= from && n.To >= to && n.Type == names.Organization:
		return names.Organization
	case len(k.words) > 1 && r.isKnown(k.words, names.Organization):
		return names.Organization
	}
	return names.Person
}

// bodies are the last words of labels for several, or for a court.
var bodies = lexicon.Words("turns", "bodies")

// typeOfOffice is what a label names that says what somebody is: "the court" is no person.
func typeOfOffice(label string) names.Type {
	words := strings.Fields(label)
	first, last := words[0], words[len(words)-1]
	n, known := nouns.Of(last)
	if behindOffice[last] || !known {
		n, known = nouns.Of(first)
	}
	if one := !n.Plural && n.Nature == nouns.Person; one || !known && !bodies[last] {
		return names.Person
	}
	return names.Organization
}

// isKnown reports whether the text has a name of the given words and type.
func (r *reader) isKnown(words []string, of names.Type) bool {
	return slices.ContainsFunc(r.known.all, func(x someone) bool { return x.kind == of && slices.Equal(x.words, words) })
}

// vouched reports whether the text knows a label's name for one, besides at the label itself.
func (r *reader) vouched(k label) bool {
	last := k.words[len(k.words)-1]
	if k.titled || names.Given(k.words[0]) != 0 && len(k.words) > 1 {
		return true
	}
	from, to := r.text.Range(k.name)
	if n, _, ok := r.text.Name(from); ok && n.From <= from && n.To >= to && n.Type == names.Person {
		return true
	}
	if r.known.words[last] > 0 && (len(k.words) == 1 || r.known.words[k.words[0]] > 0) {
		return true
	}
	if r.isKnown(k.words, names.Organization) {
		return true
	}
	return len(k.words) == 1 && (names.Given(last) != 0 || r.byInitials(last) != nil)
}

// byInitials is who of those named has the given initials: "ML" is Mara Lind, "CC" the Corvane Chronicle.
func (r *reader) byInitials(initials string) *someone {
	letters := strings.ReplaceAll(initials, ".", "")
	if len(letters) < 2 || len(letters) > 3 {
		return nil
	}
	var body *someone
	for _, list := range [][]someone{r.people, r.known.all} {
		for i := range list {
			x := &list[i]
			if !isInitials(letters, x.words) {
				continue
			}
			if x.kind == names.Person {
				return x
			}
			if body == nil {
				body = x
			}
		}
	}
	return body
}

// isInitials reports whether letters begin the words of a name, one each; particles and "the" may be left out.
func isInitials(letters string, words []string) bool {
	at, all := 0, len(words) > 1
	for _, w := range words {
		switch {
		case at < len(letters) && w[0] == letters[at]:
			at++
		case !particles[w] && w != "the" && w != "of":
			all = false
		}
	}
	return all && at == len(letters) || len(words) > 1 && "t"+joinedInitials(words) == letters
}

func joinedInitials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteByte(w[0])
	}
	return b.String()
}

// whom tells where the text names whom a label means, if that is elsewhere; empty where the label itself names them
// best.
func (r *reader) whom(k label) text.Span {
	if k.sort == office {
		for i := range r.people {
			if slices.Equal(r.people[i].words, k.words) {
				return r.people[i].at
			}
		}
		r.remember(someone{k.words, k.source, names.Other})
		return text.Span{}
	}
	kind := r.typeOf(k)
	if len(k.words) > 1 {
		if !slices.ContainsFunc(r.people, func(x someone) bool { return slices.Equal(x.words, k.words) }) {
			r.remember(someone{k.words, k.name, kind})
		}
		if k.inner {
			return k.name
		}
		return text.Span{}
	}
	return r.bearer(k)
}

func (r *reader) remember(x someone) {
	if len(r.people) < mostKnown {
		r.people = append(r.people, x)
	}
}

// bearer finds where the text names in full whom a label of one word means: who was introduced last, else who is named
// at all, by surname, then by given name, then by initials.
func (r *reader) bearer(k label) text.Span {
	w := k.words[0]
	for i := len(r.people) - 1; i >= 0; i-- {
		if x := &r.people[i]; x.endsIn(w) || x.beginsWith(w) {
			return x.at
		}
	}
	for _, bears := range []func(*someone, string) bool{(*someone).endsIn, (*someone).beginsWith} {
		for i := range r.known.all {
			if x := &r.known.all[i]; len(x.words) > 1 && bears(x, w) {
				return x.at
			}
		}
	}
	if x := r.byInitials(w); x != nil && k.capitals {
		return x.at
	}
	return text.Span{}
}

func (x *someone) endsIn(w string) bool {
	return x.kind == names.Person && x.words[len(x.words)-1] == w
}

func (x *someone) beginsWith(w string) bool { return x.kind == names.Person && x.words[0] == w }

func sortNames(all []names.Name) {
	slices.SortFunc(all, func(a, b names.Name) int { return a.From - b.From })
}

package entities

import (
	"sort"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// form is one way in which names of the article are written, with where.
type form struct {
	words  []string // lower case, without suffixes such as "Jr."
	key    string
	junior string
	at     []int // indexes of names
	kind   names.Type
}

// Bounds on how much of a long article is kept.
const (
	// mostForms is how many forms of a name are kept.
	mostForms = 12
	// mostOfWord is how many persons are kept by one word of their names.
	mostOfWord = 16
)

// joinNames makes one entity of all names that name the same, and gives each name its entity.
func (r *Register) joinNames() {
	r.ofName, r.ambiguous, r.byLastWord = make([]int, len(r.Names)), map[int][]int{}, map[string][]int{}
	for i := range r.ofName {
		r.ofName[i] = -1
	}
	var persons, others []*form
	for _, f := range formsOf(r.Text) {
		if f.kind == names.Person {
			persons = append(persons, f)
		} else {
			others = append(others, f)
		}
	}
	r.joinPersons(persons)
	r.joinBodies(others)
}

// formsOf collects the names by how they are written. What most of a form's names are taken for, all are.
func formsOf(t *annotated.Text) []*form {
	byKey := map[string]*form{}
	var out []*form
	votes := map[string]*[5]int{}
	for k, n := range t.Names {
		words, junior := nameWords(t, n)
		key := strings.Join(words, " ") + junior
		f := byKey[key]
		if f == nil {
			f = &form{words: words, key: key, junior: junior}
			byKey[key], votes[key] = f, new([5]int)
			out = append(out, f)
		}
		f.at = append(f.at, k)
		votes[key][n.Type]++
	}
	for _, f := range out {
		best := 0
		for t, n := range votes[f.key] {
			if n > votes[f.key][best] {
				best = t
			}
		}
		f.kind = names.Type(best)
	}
	return out
}

// juniors are what stands behind a name to tell a son from a father.
var juniors = lexicon.Words("names/words", "behind")

func nameWords(t *annotated.Text, n names.Name) (words []string, junior string) {
	for i := n.From; i < n.To; i++ {
		w := t.Lower(i)
		switch {
		case juniors[w] && i > n.From:
			junior = " " + strings.TrimSuffix(w, ".")
		case w == "the" && i == n.From && n.To-n.From > 1, w == ",", w == "“", w == "”", w == `"`:
		default:
			words = append(words, strings.ReplaceAll(w, "’", "'"))
		}
	}
	if len(words) == 0 {
		words = []string{t.Lower(n.From)}
	}
	return words, junior
}

func longestFirst(forms []*form) {
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].words) > len(forms[j].words) })
}

// joinPersons joins the forms of persons' names, the longest first, so that a surname finds the full name it belongs to
// wherever in the article that stands.
func (r *Register) joinPersons(forms []*form) {
	longestFirst(forms)
	byWord := map[string][]int{} // entities by the words of their names
	full := map[int]*form{}
	for _, f := range forms {
		var fit []int
		if len(f.words) > 1 {
			fit = fitFull(f, byWord[last(f.words)], full)
		} else {
			fit = fitShort(f.words[0], byWord[f.words[0]], full)
		}
		switch len(fit) {
		case 0:
			e := r.addNamed(f, Person)
			full[e] = f
			for _, w := range f.words {
				if len(byWord[w]) < mostOfWord {
					byWord[w] = append(byWord[w], e)
				}
			}
		case 1:
			r.addForm(fit[0], f)
		default:
			for _, k := range f.at {
				r.ambiguous[k] = fit // told apart where each stands
			}
		}
	}
}

// fitFull finds the first entity that a name of several words may name, of those that have its last word.
func fitFull(f *form, among []int, full map[int]*form) []int {
	for _, e := range among {
		if compatible(f, full[e]) {
			return []int{e}
		}
	}
	return nil
}

// fitShort finds the entities that a single word may name: those whose last word it is, else those whose first word it
// is, else those who bear it in between.
func fitShort(w string, among []int, full map[int]*form) []int {
	var byRank [3][]int
	for _, e := range among {
		words := full[e].words
		switch {
		case last(words) == w:
			byRank[0] = append(byRank[0], e)
		case words[0] == w:
			byRank[1] = append(byRank[1], e)
		default:
			byRank[2] = append(byRank[2], e)
		}
	}
	for _, fit := range byRank {
		if len(fit) > 0 {
			return fit
		}
	}
	return nil
}

// addNamed adds the entity that a form names.
func (r *Register) addNamed(f *form, kind Type) int {
	first := r.Names[f.at[0]]
	x := Entity{Full: first.Span, First: first.Start, Type: kind, Named: true, MadeOf: first}
	if kind == Person {
		x.Sex = givenSex(r.Text, first)
		x.SexOfName = x.Sex != nouns.UnknownSex
	}
	e := r.Add(x)
	r.addForm(e, f)
	return e
}

// addForm gives the names of a form to an entity.
func (r *Register) addForm(e int, f *form) {
	x := &r.All[e]
	x.NameCount += len(f.at)
	first := r.Names[f.at[0]]
	x.First = min(x.First, first.Start)
	for n, k := range f.at {
		r.ofName[k] = e
		p := r.Names[k].Span
		written := r.Text.Of(p)
		if n == 0 || len(x.Forms) < mostForms && written != r.Text.Of(first.Span) {
			x.Forms = append(x.Forms, written)
		}
		if better(written, x.Name) {
			x.Name, x.Full = written, p
		}
	}
}

// givenSex is what a full name's first word, or the next where that is an initial, shows.
func givenSex(t *annotated.Text, n names.Name) nouns.Sex {
	for i := n.From; i < n.To-1; i++ {
		if s := SexOf(names.Given(t.Lower(i))); s != nouns.UnknownSex {
			return s
		}
		if len(strings.TrimSuffix(t.Lower(i), ".")) > 1 {
			break
		}
	}
	return nouns.UnknownSex
}

// SexOf is the sex that a name or a title shows.
func SexOf(s names.Sex) nouns.Sex {
	switch s {
	case names.SexMale:
		return nouns.Male
	case names.SexFemale:
		return nouns.Female
	}
	return nouns.UnknownSex
}

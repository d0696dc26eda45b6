package speakers

import (
	"sort"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

// form is one way in which names of the article are written, with where.
type form struct {
	words  []string // lower case, without suffixes such as "Jr."
	key    string
	junior string
	at     []int // indexes into Names
	kind   names.Type
}

// gatherEntities makes one entity of all names that name the same.
func (r *resolver) gatherEntities() {
	r.ofName = make([]int, len(r.Names))
	for i := range r.ofName {
		r.ofName[i] = -1
	}
	forms := r.forms()
	var persons, others []*form
	for _, f := range forms {
		if f.kind == names.Person {
			persons = append(persons, f)
		} else {
			others = append(others, f)
		}
	}
	r.joinPersons(persons)
	r.joinOthers(others)
}

// forms collects the names by how they are written. What most of a form's names are taken for, all are.
func (r *resolver) forms() []*form {
	byKey := map[string]*form{}
	var out []*form
	votes := map[string]*[5]int{}
	for k, n := range r.Names {
		words, junior := r.nameWords(n)
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

var juniors = lexicon.Words("names/words", "behind")

func (r *resolver) nameWords(n names.Name) (words []string, junior string) {
	for i := n.From; i < n.To; i++ {
		w := r.Lower(i)
		switch {
		case juniors[w] && i > n.From:
			junior = " " + strings.TrimSuffix(w, ".")
		case w == "the" && i == n.From && n.To-n.From > 1, w == ",", w == "“", w == "”", w == `"`:
		default:
			words = append(words, strings.ReplaceAll(w, "’", "'"))
		}
	}
	if len(words) == 0 {
		words = []string{r.Lower(n.From)}
	}
	return words, junior
}

// joinPersons joins the forms of persons' names, the longest first, so that a surname finds the full name it belongs to
// wherever in the article that stands.
func (r *resolver) joinPersons(forms []*form) {
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].words) > len(forms[j].words) })
	byWord := map[string][]int{} // entities by the words of their names
	full := map[int]*form{}
	for _, f := range forms {
		var fit []int
		if len(f.words) > 1 {
			fit = r.fitFull(f, byWord[last(f.words)], full)
		} else {
			fit = fitShort(f.words[0], byWord[f.words[0]], full)
		}
		switch len(fit) {
		case 0:
			e := r.newEntity(f, Person)
			full[e] = f
			for _, w := range f.words {
				if len(byWord[w]) < 16 {
					byWord[w] = append(byWord[w], e)
				}
			}
		case 1:
			r.addForm(fit[0], f)
		default:
			for _, k := range f.at {
				r.open[k] = fit // told apart where each stands
			}
		}
	}
}

// fitFull finds the entities that a name of several words may name, of those that have its last word.
func (r *resolver) fitFull(f *form, among []int, full map[int]*form) []int {
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

func (r *resolver) newEntity(f *form, kind Type) int {
	first := r.Names[f.at[0]]
	r.entities = append(r.entities, entity{full: first.Span, first: first.Start, kind: kind, named: true, last: -1})
	e := len(r.entities) - 1
	r.addForm(e, f)
	if kind == Person {
		r.entities[e].sex = r.givenSex(first)
		r.entities[e].byName = r.entities[e].sex != sexUnknown
	}
	r.entities[e].female = r.hintOf(first)
	return e
}

// givenSex is what a full name's first word, or the next where that is an initial, shows.
func (r *resolver) givenSex(n names.Name) sex {
	if n.To-n.From < 2 {
		return sexUnknown
	}
	for i := n.From; i < n.To-1; i++ {
		switch names.Given(r.Lower(i)) {
		case names.SexMale:
			return sexMale
		case names.SexFemale:
			return sexFemale
		}
		if len(strings.TrimSuffix(r.Lower(i), ".")) > 1 {
			break
		}
	}
	return sexUnknown
}

func (r *resolver) addForm(e int, f *form) {
	for _, k := range f.at {
		r.ofName[k] = e
	}
	x := &r.entities[e]
	x.total += len(f.at)
	x.first = min(x.first, r.Names[f.at[0]].Start)
	for n, k := range f.at {
		p := r.Names[k].Span
		written := r.Text.Of(p)
		if n == 0 || len(x.forms) < 12 && written != r.Text.Of(r.Names[f.at[0]].Span) {
			x.forms = append(x.forms, written)
		}
		if better(written, x.name) {
			x.name, x.full = written, p
		}
	}
}

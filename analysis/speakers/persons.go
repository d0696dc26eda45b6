package speakers

import (
	"sort"
	"strings"

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

var juniors = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true}

func (r *resolver) nameWords(n names.Name) (words []string, junior string) {
	for i := n.From; i < n.To; i++ {
		w := r.lower[i]
		switch {
		case juniors[w] && i > n.From:
			junior = " " + strings.TrimSuffix(w, ".")
		case w == "the" && i == n.From && n.To-n.From > 1, w == ",", w == "“", w == "”", w == `"`:
		default:
			words = append(words, strings.ReplaceAll(w, "’", "'"))
		}
	}
	if len(words) == 0 {
		words = []string{r.lower[n.From]}
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

// compatible reports whether the shorter name f can be that of the longer one g.
func compatible(f, g *form) bool {
	if f.junior != g.junior && f.junior != "" && g.junior != "" {
		return false
	}
	if last(f.words) == last(g.words) {
		if f.junior != g.junior && f.words[0] == g.words[0] && len(f.words) == len(g.words) {
			return false
		}
		return sameGiven(f.words[0], g.words[0]) || hasSuffix(g.words, f.words) || nickname(f.words[0], g.words[:len(g.words)-1])
	}
	return len(f.words) < len(g.words) && (hasPrefix(g.words, f.words) || hasPrefix(g.words[1:], f.words))
}

func last(words []string) string { return words[len(words)-1] }

func hasSuffix(words, end []string) bool {
	return len(words) >= len(end) && strings.Join(words[len(words)-len(end):], " ") == strings.Join(end, " ")
}

func hasPrefix(words, start []string) bool {
	return len(words) >= len(start) && strings.Join(words[:len(start)], " ") == strings.Join(start, " ")
}

// sameGiven reports whether two first names may be one person's: equal, or one the initial of the other.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if x == "" || y == "" {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0]
	}
	return nicknames[x] == y || nicknames[y] == x || nicknames[x] != "" && nicknames[x] == nicknames[y]
}

// nickname reports whether the given name is the second of the other's: "Henry Paul Smith" called "Paul Smith".
func nickname(given string, others []string) bool {
	for _, o := range others {
		if given == o && len(strings.TrimSuffix(o, ".")) > 1 {
			return true
		}
	}
	return false
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
	r.entities = append(r.entities, entity{full: first.Span, kind: kind, named: true, last: -1})
	e := len(r.entities) - 1
	r.addForm(e, f)
	if kind == Person {
		r.entities[e].sex = r.givenSex(first)
	}
	return e
}

// givenSex is what a full name's first word, or the next where that is an initial, shows.
func (r *resolver) givenSex(n names.Name) sex {
	if n.To-n.From < 2 {
		return sexUnknown
	}
	for i := n.From; i < n.To-1; i++ {
		switch names.Given(r.lower[i]) {
		case names.SexMale:
			return sexMale
		case names.SexFemale:
			return sexFemale
		}
		if len(strings.TrimSuffix(r.lower[i], ".")) > 1 {
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

// better reports whether a name is to be shown rather than another: one of several words, one that begins like a name,
// more words, no capitals throughout, more letters.
func better(a, b string) bool {
	if b == "" {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if p, q := len(x) > 1, len(y) > 1; p != q {
		return p
	}
	if p, q := begins(x[0]), begins(y[0]); p != q {
		return p
	}
	if len(x) != len(y) {
		return len(x) > len(y)
	}
	if p, q := a == strings.ToUpper(a), b == strings.ToUpper(b); p != q {
		return q
	}
	return len(a) > len(b)
}

// begins reports whether a word is a given name or an initial.
func begins(w string) bool { return names.Given(w) != 0 || len(w) == 2 && w[1] == '.' }

// nicknames are short forms of given names that share no beginning that would tell, by the name they stand for.
var nicknames = nicknameTable(`joe:joseph mike:michael bill:william will:william bob:robert rob:robert jim:james tim:timothy tom:thomas dick:richard rick:richard rich:richard
	ted:edward ed:edward dan:daniel dave:david chris:christopher steve:steven stephen:steven tony:anthony matt:matthew greg:gregory jeff:jeffrey ben:benjamin sam:samuel
	alex:alexander nick:nicholas pat:patrick pete:peter ron:ronald don:donald ken:kenneth chuck:charles charlie:charles larry:lawrence jerry:gerald andy:andrew
	liz:elizabeth beth:elizabeth betsy:elizabeth kate:katherine kathy:katherine katie:katherine sue:susan jen:jennifer jenny:jennifer maggie:margaret peggy:margaret debbie:deborah
	rudy:rudolph vlad:vladimir bernie:bernard gabe:gabriel josh:joshua jon:jonathan nate:nathan zach:zachary max:maximilian fred:frederick phil:philip doug:douglas
	cathy:catherine barb:barbara patty:patricia cindy:cynthia vicky:victoria becky:rebecca mitch:mitchell newt:newton`)

func nicknameTable(list string) map[string]string {
	table := map[string]string{}
	for _, pair := range strings.Fields(list) {
		short, long, _ := strings.Cut(pair, ":")
		table[short] = long
	}
	return table
}

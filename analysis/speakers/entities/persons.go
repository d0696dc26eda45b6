package entities

import (
	"slices"
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
	titled string // the key, with what titles before it show
	junior string
	sex    nouns.Sex // what titles before it show: "Mrs"
	at     []int     // indexes of names
	// partner is the index, counted from 1, of the name that stands for another of the surname too, where the form is
	// that other: "Mr" of "Mr and Mrs Bell". Nothing else stands for it there.
	partner int
	kind    names.Type
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
	r.namePartners()
	r.joinBodies(others)
	r.shareNames(persons)
}

// formsOf collects the names by how they are written. What most of a form's names are taken for, all are.
func formsOf(t *annotated.Text) []*form {
	byKey := map[string]*form{}
	var out []*form
	votes := map[string]*[5]int{}
	for k, n := range t.Names {
		words, junior := nameWords(t, n)
		key := strings.Join(words, " ") + junior
		sex := titleSexBefore(t, n)
		titled := key + [...]string{"", " (she)", " (he)"}[sex]
		f := byKey[titled]
		if f == nil {
			f = &form{words: words, key: key, titled: titled, junior: junior, sex: sex}
			byKey[titled] = f
			out = append(out, f)
		}
		if votes[titled] == nil {
			votes[titled] = new([5]int)
		}
		f.at = append(f.at, k)
		votes[titled][n.Type]++
		if other := partnerSex(t, n); other != nouns.UnknownSex {
			out = append(out, &form{words: words, key: key, titled: titled, junior: junior, sex: other, partner: k + 1})
		}
	}
	for _, f := range out {
		best := 0
		for t, n := range votes[f.titled] {
			if n > votes[f.titled][best] {
				best = t
			}
		}
		f.kind = names.Type(best)
	}
	return out
}

// titleSexBefore is what the title right before a person's name shows of who bears it; before a name in full so does a
// noun, "their son, Tom Bell".
func titleSexBefore(t *annotated.Text, n names.Name) nouns.Sex {
	if n.Type != names.Person {
		return nouns.UnknownSex
	}
	title, _ := names.Title(t.Lower(n.From - 1))
	if sex := SexOf(title); sex != nouns.UnknownSex || n.To == n.From+1 {
		return sex
	}
	before := n.From - 1
	if t.Lower(before) == "," {
		before-- // "their son, Tom Bell"
	}
	if o, _ := nouns.Of(t.Lower(before)); !o.Plural && t.Tag(before).Noun() {
		return o.Sex
	}
	return nouns.UnknownSex
}

// juniors are what stands behind a name to tell a son from a father.
var juniors = lexicon.Words("names/words", "behind")

func nameWords(t *annotated.Text, n names.Name) (words []string, junior string) {
	for i := n.From; i < n.To; i++ {
		w := t.Lower(i)
		switch {
		case juniors[w] && i > n.From:
			junior = " " + strings.TrimSuffix(w, ".")
		case w == "the" && i == n.From && n.To-n.From > 1, w == ",", isQuoteMark(w):
		case n.Type == names.Person && isNickname(t, n, i):
		default:
			words = append(words, strings.ReplaceAll(w, "’", "'"))
		}
	}
	if len(words) == 0 {
		words = []string{t.Lower(n.From)}
	}
	return words, junior
}

func isQuoteMark(w string) bool {
	switch w {
	case "“", "”", `"`, "‘", "’", "'", "''", "``", "(", ")":
		return true
	}
	return false
}

// isNickname reports whether token i of a person's name stands in marks within it: "Ducky" of "Tom “Ducky” Bell".
func isNickname(t *annotated.Text, n names.Name, i int) bool {
	before, behind := false, false
	for k := n.From + 1; k < n.To-1; k++ {
		before = before || k < i && isQuoteMark(t.Lower(k))
		behind = behind || k > i && isQuoteMark(t.Lower(k))
	}
	return before && behind
}

func isMarkWithin(t *annotated.Text, n names.Name, i int) bool {
	return i > n.From && i < n.To-1 && isQuoteMark(t.Lower(i))
}

// shown is a name as it is shown: in one line, and without a nickname that stands in marks within it.
func shown(t *annotated.Text, n names.Name) string {
	var b strings.Builder
	end := -1
	for i := n.From; i < n.To; i++ {
		if n.Type == names.Person && (isNickname(t, n, i) || isMarkWithin(t, n, i)) {
			continue
		}
		if end >= 0 && t.Tokens[i].Start > end {
			b.WriteByte(' ')
		}
		b.WriteString(t.Word(i))
		end = t.Tokens[i].End
	}
	return b.String()
}

// longestFirst sorts forms by how many words they have, and of as many those first that a title tells the sex of.
func longestFirst(forms []*form) {
	sort.SliceStable(forms, func(i, j int) bool {
		if a, b := len(forms[i].words), len(forms[j].words); a != b {
			return a > b
		}
		return forms[i].sex != nouns.UnknownSex && forms[j].sex == nouns.UnknownSex
	})
}

// joinPersons joins the forms of persons' names, the longest first, so that a surname finds the full name it belongs to
// wherever in the article that stands.
func (r *Register) joinPersons(forms []*form) {
	longestFirst(forms)
	byWord := map[string][]int{} // entities by the words of their names
	spelt := spellings{}
	full := map[int]*form{}
	coupled := map[string]bool{} // surnames of which there are a Mr and a Mrs
	for _, f := range forms {
		coupled[last(f.words)] = coupled[last(f.words)] || f.partner > 0
	}
	for _, f := range forms {
		var fit []int
		if among := r.ofSex(f.sex, byWord[last(f.words)], coupled[last(f.words)]); len(f.words) > 1 {
			fit = fitFull(f, among, full)
		} else {
			fit = fitShort(f.words[0], among, full)
		}
		if len(fit) > 1 && f.sex != nouns.UnknownSex {
			fit = r.hinted(f.sex, fit, full)
		}
		if f.partner > 0 {
			if e, added := r.addPartner(f, fit); added {
				full[e] = f
				addByWord(byWord, f, e)
			}
			continue
		}
		switch len(fit) {
		case 0:
			namesake := len(byWord[last(f.words)]) > 0
			if e := spelt.like(f); e >= 0 && !namesake {
				for _, k := range f.at {
					r.ambiguous[k] = []int{e} // less sure than a name that is spelt alike
				}
				continue
			}
			e := r.addNamed(f, Person)
			if namesake && len(f.words) == 1 {
				r.nameWithTitle(e)
			}
			full[e] = f
			addByWord(byWord, f, e)
			spelt.add(f, e)
		case 1:
			r.addForm(fit[0], f)
			r.tellSex(fit[0], f.sex)
		default:
			for _, k := range f.at {
				r.ambiguous[k] = fit // told apart where each stands
			}
		}
	}
}

func addByWord(byWord map[string][]int, f *form, e int) {
	for i, w := range f.words {
		if len(byWord[w]) < mostOfWord && !slices.Contains(f.words[:i], w) { // once: "Mohamed Ali Mohamed"
			byWord[w] = append(byWord[w], e)
		}
	}
}

// ofSex are those of some persons who may be of a sex: a title rules out whom another title, or the given name, tells
// to be of the other, and where there is a couple, all of whom nothing tells that they are of the sex.
func (r *Register) ofSex(sex nouns.Sex, among []int, coupled bool) []int {
	if sex == nouns.UnknownSex {
		return among
	}
	var known, out []int
	for _, e := range among {
		if coupled && r.isChild(r.All[e].MadeOf) {
			continue
		}
		switch r.All[e].Sex {
		case sex:
			known = append(known, e)
			out = append(out, e)
		case nouns.UnknownSex:
			out = append(out, e)
		}
	}
	if len(known) > 0 || coupled {
		return known
	}
	return out
}

// isChild reports whether a name stands behind a noun for a relative who is no husband and no wife: "their son, Tom
// Bell".
func (r *Register) isChild(n names.Name) bool {
	before := n.From - 1
	if r.Lower(before) == "," {
		before--
	}
	return nouns.IsKin(r.Lower(before)) && !nouns.Known(r.Lower(before)).Akin(nouns.Known("spouse").Kinship)
}

// tellSex notes the sex that a title before a person's name shows.
func (r *Register) tellSex(e int, sex nouns.Sex) {
	if sex != nouns.UnknownSex {
		r.All[e].Sex, r.All[e].SexOfName = sex, false
	}
}

// nameWithTitle shows who is named by no more than the surname of another together with the title: "Mrs Bell".
func (r *Register) nameWithTitle(e int) {
	x := &r.All[e]
	if i := x.MadeOf.From - 1; i >= 0 && titleSexBefore(r.Text, x.MadeOf) != nouns.UnknownSex {
		x.Full = r.Text.Span(i, x.MadeOf.To)
		x.Name = r.Text.Of(x.Full)
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
	r.tellSex(e, f.sex)
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
		written := shown(r.Text, r.Names[k])
		if n == 0 || len(x.Forms) < mostForms && r.Text.Of(p) != r.Text.Of(first.Span) {
			x.Forms = append(x.Forms, strings.Join(strings.Fields(r.Text.Of(p)), " "))
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

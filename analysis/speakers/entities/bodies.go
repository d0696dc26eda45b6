package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// bodies are the organisations, places and peoples found so far, by what else they may be called.
type bodies struct {
	*Register
	aliases map[string]int   // by acronyms and other names
	ends    map[string][]int // by the last word of their names
	begins  map[string][]int // by the first
}

// joinBodies joins the forms of names that are no persons': equal ones, acronyms with what they stand for, short forms
// with the one longer form that ends or begins with them.
func (r *Register) joinBodies(forms []*form) {
	longestFirst(forms)
	b := bodies{r, map[string]int{}, map[string][]int{}, map[string][]int{}}
	for _, f := range forms {
		if e, ok := b.known(f); ok {
			r.addForm(e, f)
			continue
		}
		b.add(f)
	}
}

// add adds the entity that a form names, and what else it may be called.
func (b *bodies) add(f *form) {
	e := b.addNamed(f, bodyType(f.kind))
	x := &b.All[e]
	x.Place = f.kind == names.Place && !nouns.IsSeat(f.key)
	x.Plural = f.kind == names.People
	x.Kinship, x.Head = bodyNoun(f.words)
	if x.Type == Unknown && x.Head != "" {
		x.Type = Organization
	}
	if len(f.words) > 1 {
		b.addInitials(initials(f.words, true), e)
		b.addInitials(initials(f.words, false), e)
		if len(f.words) > 2 && nouns.Nation(f.words[0]) != "" { // the FDA is "the U.S. Food and Drug Administration"
			b.addInitials(initials(f.words[1:], true), e)
		}
		end := last(f.words)
		b.ends[end] = append(b.ends[end], e)
		b.byLastWord[end] = append(b.byLastWord[end], e)
		if f.kind == names.Organization {
			b.begins[f.words[0]] = append(b.begins[f.words[0]], e)
		}
	}
	if alias := nouns.Place(f.key); alias != "" {
		b.aliases[alias] = e
	}
	if acronym := bracketedAcronym(b.Text, f); acronym != "" {
		b.aliases[acronym] = e
	}
}

// addInitials lets an acronym stand for who has these initials, if no organisation has them already.
func (b *bodies) addInitials(acronym string, e int) {
	if old, ok := b.aliases[acronym]; !ok || b.All[old].Type != Organization {
		b.aliases[acronym] = e
	}
}

func bodyType(t names.Type) Type {
	switch t {
	case names.Organization, names.Place:
		return Organization
	case names.People:
		return Group
	}
	return Unknown
}

// mostBehind is how many words a name may have behind those that it is shortened to, where these are its first.
const mostBehind = 2

// known finds the entity that a form is another way to name.
func (b *bodies) known(f *form) (int, bool) {
	if alias := nouns.Place(f.key); alias != "" {
		if e, ok := b.aliases[alias]; ok {
			return e, true
		}
	}
	if e, ok := b.aliases[strings.ReplaceAll(f.key, ".", "")]; ok && len(f.words) == 1 {
		return e, true
	}
	body := f.kind == names.Organization || f.kind == names.Other && nouns.Known(f.key).Nature == nouns.Body
	if !body || len(f.words) > 2 {
		return 0, false
	}
	if fit := b.ends[last(f.words)]; len(fit) == 1 {
		name := strings.ToLower(b.All[fit[0]].Name)
		if !nouns.IsSeat(name) && hasSuffix(strings.Fields(name), f.words) {
			return fit[0], true
		}
	}
	if fit := b.begins[f.words[0]]; len(fit) == 1 {
		long := strings.Fields(strings.ToLower(b.All[fit[0]].Name))
		if hasPrefix(long, f.words) && len(long) <= len(f.words)+mostBehind {
			return fit[0], true
		}
	}
	return 0, false
}

// bracketedAcronym is the acronym in brackets behind a name.
func bracketedAcronym(t *annotated.Text, f *form) string {
	for _, k := range f.at {
		n := t.Names[k]
		if t.Lower(n.To) != "(" || t.Lower(n.To+2) != ")" {
			continue
		}
		if w := t.Word(n.To + 1); len(w) > 1 && w == strings.ToUpper(w) {
			return strings.ReplaceAll(t.Lower(n.To+1), ".", "")
		}
	}
	return ""
}

// smallWords are those that acronyms leave out.
var smallWords = lexicon.Words("names/words", "small")

func initials(words []string, skip bool) string {
	var b strings.Builder
	for _, w := range words {
		if skip && smallWords[w] {
			continue
		}
		b.WriteByte(w[0])
	}
	return b.String()
}

// bodyNoun gives what an organisation's own name says it is: "the Ministry of Trade" is a ministry.
func bodyNoun(words []string) (kinship nouns.Kinship, head string) {
	for i, w := range words {
		w = strings.TrimSuffix(w, ".")
		switch w {
		case "inc", "corp", "ltd", "plc", "co", "llc":
			w = "company"
		}
		if nouns.IsNewspaper(w) {
			w = "newspaper"
		}
		o := nouns.Known(w)
		edge := i == 0 || i == len(words)-1 || smallWords[words[i+1]]
		if o.Nature == nouns.Body && !o.Plural && edge {
			kinship = kinship.With(o.Kinship)
			head = w
		}
	}
	return kinship, head
}

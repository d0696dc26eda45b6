package speakers

import (
	"sort"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// joinOthers joins the forms of names that are no persons': equal ones, acronyms with what they stand for, short forms
// with the one longer form that ends or begins with them.
func (r *resolver) joinOthers(forms []*form) {
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].words) > len(forms[j].words) })
	acronyms := map[string]int{}
	ends := map[string][]int{}
	begins := map[string][]int{}
	for _, f := range forms {
		if e, ok := r.knownBody(f, acronyms, ends, begins); ok {
			r.addForm(e, f)
			continue
		}
		e := r.newEntity(f, bodyType(f.kind))
		x := &r.entities[e]
		x.place = f.kind == names.Place && !nouns.IsSeat(f.key)
		x.plural = f.kind == names.People
		x.kin, x.head = bodyClassesOf(f.words)
		if x.kind == Unknown && x.head != "" {
			x.kind = Organization
		}
		if len(f.words) > 1 {
			acronyms[initials(f.words, true)], acronyms[initials(f.words, false)] = e, e
			ends[last(f.words)] = append(ends[last(f.words)], e)
			r.byLast[last(f.words)] = append(r.byLast[last(f.words)], e)
			if f.kind == names.Organization {
				begins[f.words[0]] = append(begins[f.words[0]], e)
			}
		}
		if alias := nouns.Place(f.key); alias != "" {
			acronyms[alias] = e
		}
		if names := r.parenthesized(f); names != "" {
			acronyms[names] = e
		}
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

// knownBody finds the entity that a form is another way to name.
func (r *resolver) knownBody(f *form, acronyms map[string]int, ends, begins map[string][]int) (int, bool) {
	if alias := nouns.Place(f.key); alias != "" {
		if e, ok := acronyms[alias]; ok {
			return e, true
		}
	}
	if e, ok := acronyms[strings.ReplaceAll(f.key, ".", "")]; ok && len(f.words) == 1 {
		return e, true
	}
	if f.kind != names.Organization && (f.kind != names.Other || nouns.Known(f.key).Nature != nouns.Body) || len(f.words) > 2 {
		return 0, false
	}
	if fit := ends[last(f.words)]; len(fit) == 1 && !nouns.IsSeat(strings.ToLower(r.entities[fit[0]].name)) && hasSuffix(strings.Fields(strings.ToLower(r.entities[fit[0]].name)), f.words) {
		return fit[0], true
	}
	if fit := begins[f.words[0]]; len(fit) == 1 {
		long := strings.Fields(strings.ToLower(r.entities[fit[0]].name))
		if hasPrefix(long, f.words) && len(long) <= len(f.words)+2 {
			return fit[0], true
		}
	}
	return 0, false
}

// parenthesized is the acronym in brackets behind a name.
func (r *resolver) parenthesized(f *form) string {
	for _, k := range f.at {
		n := r.Names[k]
		if r.Lower(n.To) == "(" && r.Lower(n.To+2) == ")" {
			if w := r.Text.Word(n.To + 1); len(w) > 1 && w == strings.ToUpper(w) {
				return strings.ReplaceAll(r.Lower(n.To+1), ".", "")
			}
		}
	}
	return ""
}

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

// bodyClassesOf gives what an organisation's own name says it is: "the Ministry of Trade" is a ministry.
func bodyClassesOf(words []string) (kin nouns.Kinship, head string) {
	for i, w := range words {
		w = strings.TrimSuffix(w, ".")
		if w == "inc" || w == "corp" || w == "ltd" || w == "plc" || w == "co" || w == "llc" {
			w = "company"
		}
		if nouns.IsNewspaper(w) {
			w = "newspaper"
		}
		if o := nouns.Known(w); o.Nature == nouns.Body && !o.Plural && (i == 0 || i == len(words)-1 || i+1 < len(words) && smallWords[words[i+1]]) {
			kin = kin.With(o.Kinship)
			head = w
		}
	}
	return kin, head
}

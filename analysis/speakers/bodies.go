package speakers

import (
	"sort"
	"strings"

	"hearsay/analysis/names"
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
		x.place = f.kind == names.Place && !seats[f.key]
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
		if alias, ok := placeAliases[f.key]; ok {
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
	if alias, ok := placeAliases[f.key]; ok {
		if e, ok := acronyms[alias]; ok {
			return e, true
		}
	}
	if e, ok := acronyms[strings.ReplaceAll(f.key, ".", "")]; ok && len(f.words) == 1 {
		return e, true
	}
	if f.kind != names.Organization && (f.kind != names.Other || roles[f.key].nature != body) || len(f.words) > 2 {
		return 0, false
	}
	if fit := ends[last(f.words)]; len(fit) == 1 && !seats[strings.ToLower(r.entities[fit[0]].name)] && hasSuffix(strings.Fields(strings.ToLower(r.entities[fit[0]].name)), f.words) {
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

var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "to": true, "in": true, "on": true, "de": true, "&": true, "a": true}

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
func bodyClassesOf(words []string) (kin kinship, head string) {
	for i, w := range words {
		w = strings.TrimSuffix(w, ".")
		if w == "inc" || w == "corp" || w == "ltd" || w == "plc" || w == "co" || w == "llc" {
			w = "company"
		}
		if papers[w] {
			w = "newspaper"
		}
		if o, ok := roles[w]; ok && o.nature == body && !o.plural && (i == 0 || i == len(words)-1 || i+1 < len(words) && smallWords[words[i+1]]) {
			kin = kin.with(o.kinship)
			head = w
		}
	}
	return kin, head
}

var papers = map[string]bool{"times": true, "post": true, "herald": true, "tribune": true, "journal": true, "gazette": true, "guardian": true, "telegraph": true,
	"news": true, "daily": true, "chronicle": true, "observer": true, "examiner": true, "mail": true, "globe": true}

// seats are places that stand for those who govern there, so that they speak of themselves.
var seats = map[string]bool{"kremlin": true, "white house": true, "pentagon": true, "downing street": true, "vatican": true, "capitol": true, "capitol hill": true,
	"blue house": true, "élysée": true, "elysee": true, "foggy bottom": true, "casa rosada": true, "zhongnanhai": true, "wall street": true, "whitehall": true, "holyrood": true, "state house": true}

var placeAliases = map[string]string{"u.s.": "us", "us": "us", "united states": "us", "america": "us", "usa": "us", "u.s": "us", "united states of america": "us",
	"u.k.": "uk", "uk": "uk", "britain": "uk", "united kingdom": "uk", "great britain": "uk", "e.u.": "eu", "eu": "eu", "european union": "eu", "u.n.": "un", "un": "un", "united nations": "un"}

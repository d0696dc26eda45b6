package speakers

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// gatherDescriptions notes what the article calls those it names: the title before a name, the apposition after or
// before it, and what it says they are.
func (r *resolver) gatherDescriptions() {
	for k, n := range r.Names {
		e := r.ofName[k]
		if fit := r.open[k]; e < 0 && len(fit) > 0 {
			continue
		}
		if e < 0 || n.Type == names.Place || n.Type == names.People {
			continue
		}
		if from, ok := r.titleBefore(n); ok {
			r.describe(e, from, n.From, n.From-1)
		}
		r.describeAfter(e, n)
		r.describeBefore(e, n)
		r.describeImplied(e, n)
	}
}

// describeImplied notes that someone is, or will be, president where the article speaks of their inauguration.
func (r *resolver) describeImplied(e int, n names.Name) {
	i := n.To
	switch {
	case r.tag(i) == tags.POS:
		i++
	case r.word(i) == "assumed" || r.word(i) == "won":
		i += 2
	}
	heads := offices[r.word(i)]
	x := &r.entities[e]
	if len(heads) == 0 || x.kind != Person || len(x.roles) >= 12 {
		return
	}
	for _, h := range heads {
		o, _ := roleOf(h)
		x.roles = append(x.roles, description{span: r.Text.Span(n.From, i+1), head: h, words: map[string]bool{}, role: o, implied: true})
	}
}

var offices = map[string][]string{"inauguration": {"president-elect", "president"}, "transition": {"president-elect"}, "presidency": {"president", "president-elect"},
	"administration": {"president"}, "premiership": {"premier"}, "papacy": {"pope"}}

// describe adds a description, tokens from to to with the head noun at head.
func (r *resolver) describe(e, from, to, head int) {
	x := &r.entities[e]
	if len(x.roles) >= 12 {
		return
	}
	o, ok := roleOf(r.lower[head])
	if !ok && x.kind == Person {
		o, ok = role{nature: person}, true // what stands beside a person's name like a description is one
	}
	if !ok || x.kind == Person && o.nature != person || x.kind == Organization && o.nature != body {
		return
	}
	d := description{span: r.Text.Span(from, to), head: strings.TrimSuffix(r.lower[head], "."), words: map[string]bool{}, role: o}
	for i := from; i < to; i++ {
		for _, w := range strings.Split(r.lower[i], "-") {
			d.words[w] = true
			if c := nations[w]; c != "" {
				d.words[c] = true
			}
		}
	}
	x.roles = append(x.roles, d)
	x.classes |= o.classes
	if x.sex == sexUnknown {
		x.sex = o.sex
	}
}

// titleBefore finds where the words before a name that say who it is begin: "Russian President", "his running mate,".
func (r *resolver) titleBefore(n names.Name) (from int, ok bool) {
	start := r.sentence(n.From).From
	if n.From == start {
		return 0, false
	}
	w := r.lower[n.From-1]
	if s, title := names.Title(w); title {
		r.titleSex(n, s)
	}
	o, known := roleOf(w)
	if _, title := names.Title(w); !known && !title || o.plural && !names2titles[w] {
		return 0, false
	}
	from = n.From - 1
	for from > start && n.From-from < 12 && r.inTitle(from-1) {
		from--
	}
	for from < n.From-1 && (r.tag(from) == tags.POS || r.tag(from) == tags.CC || !isWord(r.lower[from])) {
		from++
	}
	return from, true
}

var names2titles = map[string]bool{"sens.": true, "reps.": true, "senators": true, "presidents": true}

// titleSex notes what "Mr." and its like show of whoever bears the name, where that is one.
func (r *resolver) titleSex(n names.Name, s names.Sex) {
	_, k, _ := r.name(n.From)
	e := r.ofName[k]
	if e < 0 || r.entities[e].kind != Person {
		return
	}
	switch s {
	case names.SexMale:
		r.entities[e].sex = sexMale
	case names.SexFemale:
		r.entities[e].sex = sexFemale
	}
}

func (r *resolver) inTitle(i int) bool {
	switch t := r.tag(i); {
	case t.Noun() || t.Adjective() || t == tags.POS || t == tags.DT || t == tags.PRPS || t == tags.CD:
		return !r.boundary(i)
	case t == tags.OpenQuote || t == tags.CloseQuote:
		return false
	}
	w := r.lower[i]
	return w == "vice" || w == "of" && r.word(i-1) == "secretary" || w == "former" || w == "then" || w == "-"
}

// boundary reports whether a determiner already stood behind i, so that the phrase cannot reach further back.
func (r *resolver) boundary(i int) bool {
	t := r.tag(i + 1)
	return t == tags.DT || t == tags.PRPS
}

func isWord(w string) bool {
	for _, c := range w {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127 && c != '“' && c != '”' && c != '’' && c != '‘' && c != '—' && c != '–' {
			return true
		}
	}
	return false
}

// describeAfter reads what follows a name: ", Putin's foreign affairs adviser,", ", who is the mayor", "is a lawyer".
func (r *resolver) describeAfter(e int, n names.Name) {
	end := r.sentence(n.From).To
	i := r.skipBracket(n.To, end)
	if r.word(i) == "," && i+1 < end {
		i++
		if r.tag(i) == tags.CD && r.word(i+1) == "," {
			i += 2
		}
		if r.word(i) == "who" || r.word(i) == "which" {
			r.describeIs(e, i+1, end)
			return
		}
		if from, to, head, ok := r.nounPhrase(i, end); ok && r.closesApposition(to, end) {
			r.describe(e, from, to, head)
		}
		return
	}
	r.describeIs(e, i, end)
}

func (r *resolver) skipBracket(i, end int) int {
	if r.word(i) != "(" {
		return i
	}
	for k := i + 1; k < end && k < i+8; k++ {
		if r.word(k) == ")" {
			return k + 1
		}
	}
	return i
}

// closesApposition reports whether a phrase that ends at i can be an apposition: a comma, the end, or what belongs to it.
func (r *resolver) closesApposition(i, end int) bool {
	return i >= end || !r.tag(i).Noun() && r.tag(i) != tags.CC && !(r.tag(i) == tags.VBZ || r.tag(i) == tags.VBP)
}

func (r *resolver) describeIs(e, i, end int) {
	if w := r.word(i); i >= end || w != "is" && w != "was" && w != "became" && w != "becomes" {
		return
	}
	i++
	if r.tag(i).Adverb() && r.word(i) != "not" && r.word(i) != "n't" {
		i++
	}
	if t := r.tag(i); t != tags.DT && t != tags.PRPS && !r.isPossessor(i) {
		return
	}
	if from, to, head, ok := r.nounPhrase(i, end); ok {
		r.describe(e, from, to, head)
	}
}

func (r *resolver) isPossessor(i int) bool {
	n, _, ok := r.name(i)
	return ok && r.tag(n.To) == tags.POS
}

// nounPhrase reads a noun phrase with a role at its head from i, and what hangs on it up to a comma or a verb.
func (r *resolver) nounPhrase(i, end int) (from, to, head int, ok bool) {
	from, head = i, -1
	k := i
	for k < end && k < i+16 && r.inPhrase(k) {
		if r.tag(k).Noun() && r.tag(k+1) != tags.POS {
			head = k
		}
		k++
	}
	if head < 0 {
		return 0, 0, 0, false
	}
	if _, _, named := r.name(head); named && r.entityAt(head) >= 0 && r.entities[r.entityAt(head)].kind == Person {
		return 0, 0, 0, false
	}
	if _, known := roleOf(r.lower[head]); !known && !r.describesAnyway(from, head) {
		return 0, 0, 0, false
	}
	return from, r.tailOf(head+1, end), head, true
}

// describesAnyway reports whether a noun that is no known role looks like one: "the bank's chief negotiator".
func (r *resolver) describesAnyway(from, head int) bool {
	t := r.tag(from)
	if r.tag(head) != tags.NN || times[r.lower[head]] || !(t == tags.DT || t == tags.PRPS || r.isPossessor(from)) {
		return false
	}
	w := r.lower[head]
	return strings.HasSuffix(w, "er") || strings.HasSuffix(w, "or") || strings.HasSuffix(w, "ist") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ant")
}

var times = map[string]bool{"year": true, "september": true, "october": true, "november": true, "december": true, "quarter": true, "number": true, "summer": true, "winter": true,
	"dinner": true, "matter": true, "center": true, "order": true, "power": true, "letter": true, "error": true, "factor": true, "labor": true, "sector": true, "newsletter": true, "favor": true}

func (r *resolver) inPhrase(k int) bool {
	t := r.tag(k)
	return t.Noun() || t.Adjective() || t == tags.DT || t == tags.PRPS || t == tags.POS || t == tags.CD || t == tags.VBN || t == tags.VBG ||
		t == tags.RB || r.word(k) == "-" || r.word(k) == "co-founder"
}

// tailOf is where the phrases with prepositions that follow a head end.
func (r *resolver) tailOf(k, end int) int {
	start := k
	for k < end && k < start+20 && (k == start || r.lower[k] != "on" && r.lower[k] != "after" && r.lower[k] != "before" && r.lower[k] != "as" && r.lower[k] != "during" && r.lower[k] != "since") && (r.inPhrase(k) || r.tag(k) == tags.IN || r.tag(k) == tags.TO || r.tag(k) == tags.CC) {
		k++
	}
	for k > start && (r.tag(k-1) == tags.IN || r.tag(k-1) == tags.CC || r.tag(k-1) == tags.RB || r.tag(k-1) == tags.TO || r.tag(k-1) == tags.DT) {
		k--
	}
	return k
}

// describeBefore reads an apposition that stands before its name: "the pollster, Nate Silver,".
func (r *resolver) describeBefore(e int, n names.Name) {
	s := r.sentence(n.From)
	c := n.From - 1
	if c <= s.From || r.word(c) != "," || n.To < s.To && r.word(n.To) != "," && !r.tag(n.To).Finite() && r.tag(n.To) != tags.Period {
		return
	}
	head := c - 1
	if o, known := roleOf(r.lower[head]); !known || o.plural || !r.tag(head).Noun() {
		return
	}
	from := head
	for from > s.From && head-from < 10 && r.inTitle(from-1) {
		from--
	}
	if t := r.tag(from); t == tags.DT || t == tags.PRPS || r.isPossessor(from) {
		r.describe(e, from, c, head)
	}
}

func (r *resolver) entityAt(i int) int {
	if _, k, ok := r.name(i); ok {
		return r.ofName[k]
	}
	return -1
}

// about chooses the description to show: the longest that is more than a title, the first of equals.
func (x *entity) chooseAbout() text.Span {
	var best text.Span
	for _, d := range x.roles {
		if d.implied {
			continue
		}
		if n := d.span.Len(); best.Empty() || len(d.words) > 1 && best.Len() < 12 && n > best.Len() {
			best = d.span
		}
	}
	return best
}

package speakers

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
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
		r.describeName(e, n)
	}
}

// describeName notes what stands around one name of an entity.
func (r *resolver) describeName(e int, n names.Name) {
	if from, head, ok := r.titleBefore(n); ok && !courtesy[r.Lower(head)] {
		r.describe(e, from, n.From, head)
		r.whereOf(e, n)
	}
	r.describeAfter(e, n)
	r.describeBefore(e, n)
	r.describeImplied(e, n)
	r.partyOf(e, n)
}

// courtesy titles say nothing of who someone is.
var courtesy = lexicon.Words("names/words", "courtesy")

// whereOf adds to the title before a name what follows it: "President Ann Bell of Morvania".
func (r *resolver) whereOf(e int, n names.Name) {
	if r.Lower(n.To) != "of" {
		return
	}
	x := &r.entities[e]
	if p, _, ok := r.Name(n.To + 1); ok && p.Type != names.Person && len(x.roles) > 0 {
		for i := p.From; i < p.To; i++ {
			d := x.roles[len(x.roles)-1]
			d.words[r.Lower(i)] = true
			if c := r.allegiance(r.Lower(i)); c != "" {
				d.words[c] = true
			}
		}
	}
}

// describeImplied notes that someone is, or will be, president where the article speaks of their inauguration.
func (r *resolver) describeImplied(e int, n names.Name) {
	i := n.To
	switch {
	case r.Tag(i) == tags.POS:
		i++
	case r.Lower(i) == "assumed" || r.Lower(i) == "won":
		i += 2
	}
	heads := nouns.Offices(r.Lower(i))
	x := &r.entities[e]
	if len(heads) == 0 || x.kind != Person || len(x.roles) >= 12 {
		return
	}
	for _, h := range heads {
		o, _ := nouns.Of(h)
		x.roles = append(x.roles, description{span: r.Text.Span(n.From, i+1), head: h, words: map[string]bool{}, role: o, implied: true})
	}
}

// describe adds a description, tokens from to to with the head noun at head.
func (r *resolver) describe(e, from, to, head int) {
	x := &r.entities[e]
	if len(x.roles) >= 12 {
		return
	}
	o, ok := nouns.Of(r.Lower(head))
	if !ok && x.kind == Person {
		o, ok = nouns.Noun{Nature: nouns.Person}, true // what stands beside a person's name like a description is one
	}
	if !ok || x.kind == Person && o.Nature != nouns.Person || x.kind == Organization && o.Nature != nouns.Body {
		return
	}
	d := description{span: r.Text.Span(from, to), head: strings.TrimSuffix(r.Lower(head), "."), words: map[string]bool{}, role: o}
	for i := from; i < to; i++ {
		for _, w := range strings.Split(r.Lower(i), "-") {
			d.words[w] = true
			if c := r.allegiance(w); c != "" {
				d.words[c] = true
			}
		}
	}
	x.roles = append(x.roles, d)
	x.kin = x.kin.With(o.Kinship)
	r.saidOf[head] = e
	if x.sex == sexUnknown {
		x.sex = o.Sex
	}
}

// describeAfter reads what follows a name: ", Putin's foreign affairs adviser,", ", who is the mayor", "is a lawyer".
func (r *resolver) describeAfter(e int, n names.Name) {
	end := r.SentenceOf(n.From).To
	i := r.skipBracket(n.To, end)
	if r.Lower(i) == "," && i+1 < end {
		i++
		if r.Tag(i) == tags.CD && r.Lower(i+1) == "," {
			i += 2
		}
		if r.Lower(i) == "who" || r.Lower(i) == "which" {
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
	if r.Lower(i) != "(" {
		return i
	}
	for k := i + 1; k < end && k < i+8; k++ {
		if r.Lower(k) == ")" {
			return k + 1
		}
	}
	return i
}

// closesApposition reports whether a phrase that ends at i can be an apposition, rather than the subject of a verb of its
// own: "The road to Ebben, the mayor said, is closed."
func (r *resolver) closesApposition(i, end int) bool {
	for i < end && r.Tag(i).Adverb() {
		i++
	}
	return i >= end || !r.Tag(i).Noun() && !r.Tag(i).Finite() && r.Tag(i) != tags.CC
}

func (r *resolver) describeIs(e, i, end int) {
	if w := r.Lower(i); i >= end || w != "is" && w != "was" && w != "became" && w != "becomes" {
		return
	}
	i++
	if r.Tag(i).Adverb() && r.Lower(i) != "not" && r.Lower(i) != "n't" {
		i++
	}
	if t := r.Tag(i); t != tags.DT && t != tags.PRPS && !r.isPossessor(i) {
		return
	}
	if from, to, head, ok := r.nounPhrase(i, end); ok {
		r.describe(e, from, to, head)
	}
}

func (r *resolver) isPossessor(i int) bool {
	n, _, ok := r.Name(i)
	return ok && r.Tag(n.To) == tags.POS
}

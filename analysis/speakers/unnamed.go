package speakers

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// unnamedEntity is the entity of a description that fits nobody named: the one that the same words stood for before,
// where the words allow that, else a new one.
func (r *resolver) unnamedEntity(from, to, head int) int {
	n := r.readNoun(from, head)
	owner := r.ownerOf(from)
	key := owner + strings.Join(append(n.words, n.head), " ")
	paragraph := r.Text.ParagraphOf(head)
	if e, ok := r.unnamed[key]; ok && !n.other {
		apart := paragraph - r.Text.ParagraphOf(r.entities[e].last)
		if n.definite || n.plural || isPronoun(n.head) || r.Tag(from) != tags.DT || apart <= 2 {
			return e
		}
	}
	for to > head+1 && (!isWord(r.Lower(to-1)) || r.Tag(to-1) == tags.POS || r.Tag(to-1).Adverb() || linking[r.Lower(to-1)] || strings.HasSuffix(r.Lower(to-1), "self")) {
		to--
	}
	to = r.cutDescription(head, to)
	x := entity{full: r.Text.Span(from, to), last: from, head: n.head, plural: n.plural, paper: n.role.Nature == nouns.Paper || n.head == "paper"}
	x.name = strings.Join(strings.Fields(r.Text.Of(x.full)), " ")
	x.forms = []string{x.name}
	if _, rest, ok := strings.Cut(x.name, " "); ok && owner != "" {
		x.name = owner + " " + rest
		x.forms = []string{x.name, x.forms[0]}
	}
	x.kind = r.kindOf(n)
	if r.Tag(head).Proper() && !n.known && !n.plural {
		x.kind = Organization // a name that was not known for one; those of persons are found more surely
		if names.Given(n.head) != 0 {
			x.kind = Person
		}
	}
	x.sex = n.role.Sex
	x.kin = n.role.Kinship
	d := description{span: x.full, head: n.head, role: n.role, words: map[string]bool{}}
	for i := from; i < to; i++ {
		d.words[r.Lower(i)] = true
	}
	x.roles = []description{d}
	r.entities = append(r.entities, x)
	r.unnamed[key] = len(r.entities) - 1
	return len(r.entities) - 1
}

// ownerOf names whose "her aides" are, with the ending of a possessor, where that is known and named; else it is empty.
func (r *resolver) ownerOf(i int) string {
	k, ok := r.found[i]
	if !ok || r.Tag(i) != tags.PRPS || len(r.recent[k].entities) != 1 || r.recent[k].confidence < 0.7 {
		return ""
	}
	x := &r.entities[r.recent[k].entities[0]]
	if !x.named {
		return ""
	}
	short := x.name
	for _, f := range x.forms {
		if x.kind == Person && len(f) < len(short) {
			short = f
		}
	}
	return short + "’s"
}

func (r *resolver) kindOf(n noun) Type {
	switch {
	case n.head == "i" || n.head == "one" || n.head == "someone":
		return Person
	case n.role.Nature == nouns.Paper || n.head == "paper":
		return Unknown
	case n.role.Nature == nouns.Person && !n.plural:
		return Person
	case n.role.Nature == nouns.Body && !n.plural && n.head != "public" && n.head != "family" && n.head != "couple":
		return Organization
	case n.plural || n.role.Nature != nouns.NoNature:
		return Group
	}
	if s, ok := names.Title(n.head); ok || s != 0 {
		return Person
	}
	return Unknown
}

// cutDescription leaves off relative clauses, and what is more than a name should be.
func (r *resolver) cutDescription(head, to int) int {
	for i := head + 1; i < to; i++ {
		t := r.Tag(i)
		if t == tags.WP || t == tags.WDT || r.Lower(i) == "," || r.Lower(i) == "(" || i > head+12 {
			return max(head+1, i)
		}
	}
	return to
}

// isNounHead reports whether a token is a noun that can stand for a speaker.
func (r *resolver) isNounHead(i int) bool {
	if !r.Tag(i).Noun() && !r.Tag(i).Adjective() || r.InName(i) {
		return false
	}
	o, ok := nouns.Of(r.Lower(i))
	if !ok || o.Nature == nouns.Paper && r.Tag(i).Proper() {
		return false
	}
	if w := r.Lower(i - 1); w == "our" || w == "my" || w == "your" {
		return false
	}
	if t := r.Tag(i + 1); t.Noun() || r.InName(i+1) {
		return false
	}
	return r.Tag(i).Noun() || r.Tag(i-1) == tags.DT
}

func (r *resolver) phraseStart(i int) int {
	from, start := i, r.SentenceOf(i).From
	for from > start && i-from < 8 && r.inTitle(from-1) && r.nameOK(from-1) {
		from--
	}
	for from < i && (r.Tag(from) == tags.POS || r.Tag(from) == tags.CC || !isWord(r.Lower(from))) {
		from++
	}
	return from
}

// nameOK keeps a noun phrase from reaching back over a person's name that is no part of it.
func (r *resolver) nameOK(i int) bool {
	n, _, ok := r.Name(i)
	return !ok || n.Type != names.Person || r.Tag(n.To) == tags.POS || r.Tag(n.To).Noun() && (r.Tag(n.From-1) == tags.DT || r.Tag(n.From-1) == tags.PRPS)
}

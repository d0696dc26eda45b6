package speakers

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
)

// titleBefore finds where the words before a name that say who it is begin: "Russian President", "his running mate,".
func (r *resolver) titleBefore(n names.Name) (from, head int, ok bool) {
	start := r.SentenceOf(n.From).From
	if n.From == start {
		return 0, 0, false
	}
	w := r.Lower(n.From - 1)
	head = n.From - 1
	if head-2 >= start && r.Lower(head-1) == "of" && r.hasOf(head-1) {
		head -= 2 // "chief of staff"
		w = r.Lower(head)
	}
	if s, title := names.Title(w); title {
		r.titleSex(n, s)
	}
	o, known := nouns.Of(w)
	if _, title := names.Title(w); !known && !title || o.Plural && !pluralTitles[w] {
		return 0, 0, false
	}
	from = head
	for from > start && n.From-from < 12 && r.inTitle(from-1) {
		from--
	}
	for from < head && (r.Tag(from) == tags.POS || r.Tag(from) == tags.CC || !isWord(r.Lower(from))) {
		from++
	}
	return from, head, true
}

// hasOf reports whether the "of" at i follows the head of a title: "secretary of", "chief of".
func (r *resolver) hasOf(i int) bool {
	switch r.Lower(i - 1) {
	case "secretary", "chief", "head", "director":
		return true
	}
	return false
}

var pluralTitles = lexicon.Words("names/words", "several")

// titleSex notes what "Mr." and its like show of whoever bears the name, where that is one.
func (r *resolver) titleSex(n names.Name, s names.Sex) {
	_, k, _ := r.Name(n.From)
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
	switch t := r.Tag(i); {
	case t.Noun() || t.Adjective() || t == tags.POS || t == tags.DT || t == tags.PRPS || t == tags.CD:
		return !r.boundary(i)
	case t == tags.OpenQuote || t == tags.CloseQuote:
		return false
	}
	w := r.Lower(i)
	return w == "vice" || w == "of" && r.hasOf(i) || w == "former" || w == "then" || w == "-"
}

// boundary reports whether a determiner already stood behind i, so that the phrase cannot reach further back.
func (r *resolver) boundary(i int) bool {
	t := r.Tag(i + 1)
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

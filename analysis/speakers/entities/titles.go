package entities

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// farTitle is how far before a name its title may begin, in words.
const farTitle = 12

// titleBefore finds where the words before a name that say who it is begin: "Russian President", "his running mate,".
func (r *Register) titleBefore(n names.Name) (from, head int, ok bool) {
	start := r.SentenceOf(n.From).From
	if n.From == start {
		return 0, 0, false
	}
	head = n.From - 1
	if head-2 >= start && r.Lower(head-1) == "of" && takesOf(r.Text, head-1) {
		head -= 2 // "chief of staff"
	}
	w := r.Lower(head)
	o, known := nouns.Of(w)
	s, title := names.Title(w)
	if title {
		r.titleSex(n, s)
	}
	if !known && !title || o.Plural && !pluralTitles[w] {
		return 0, 0, false
	}
	from = head
	for from > start && n.From-from < farTitle && r.premodifies(&from) {
		from--
	}
	return TrimStart(r.Text, from, head), head, true
}

// premodifies reports whether the token before a title belongs to it. Past the name of a body with an acronym in
// brackets it moves the title's beginning to the first of these: "the Central Bank (CBM) governor".
func (r *Register) premodifies(from *int) bool {
	if before := beforeBracket(r.Text, *from-1); before != *from-1 && r.InName(before) {
		*from = before + 1
	}
	return Premodifies(r.Text, *from-1)
}

// pluralTitles stand before the first of several names, and are each one's title: "Sens."
var pluralTitles = lexicon.Words("names/words", "several")

// titleSex notes what "Mr." and its like show of whoever bears the name, where that is one.
func (r *Register) titleSex(n names.Name, s names.Sex) {
	e := r.EntityAt(n.From)
	if e < 0 || r.All[e].Type != Person {
		return
	}
	if sex := SexOf(s); sex != nouns.UnknownSex {
		r.All[e].Sex = sex
	}
}

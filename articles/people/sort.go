package people

import (
	"strings"

	"hearsay/analysis"
	"hearsay/analysis/nouns"
)

// Sort is what sort of speaker a voice is.
type Sort int

// The sorts.
const (
	OfOther Sort = iota
	OfPerson
	OfOrganization
	OfGroup
	OfDocument // a report, a poll, a letter: what is read rather than heard
)

func (s Sort) String() string {
	return [...]string{"other", "person", "organization", "group", "document"}[s]
}

// Sort tells what sort of speaker it is: documents by what the noun of the name means.
func (v *Voice) Sort() Sort {
	switch v.Type {
	case analysis.Person:
		return OfPerson
	case analysis.Group:
		return OfGroup
	}
	if isDocument(v.Name) {
		return OfDocument
	}
	if v.Type == analysis.Organization {
		return OfOrganization
	}
	return OfOther
}

// isDocument reports whether a name is built around a noun for what is read.
func isDocument(name string) bool {
	phrase := fold(name)
	for _, end := range append([]string{" by "}, ends...) {
		if i := strings.Index(phrase, end); i > 0 {
			phrase = phrase[:i]
		}
	}
	all := words(phrase)
	if len(all) == 0 {
		return false
	}
	head := all[len(all)-1]
	noun, known := nouns.Of(head)
	return nouns.IsDocument(head) || known && noun.Nature == nouns.Paper
}

// Named reports whether the article names it, and does not only describe it.
func (v *Voice) Named() bool {
	if v.Type == analysis.Person {
		n := nameOf(v.Name)
		return n.proper
	}
	return v.Name != "" && !startsLoose(v.Name)
}

package speakers

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/speakers/entities"
)

// shortNames are the bodies of an article by the names of one word that it has for them: acronyms, mostly.
func shortNames(cast *entities.Register) map[string]int {
	short := map[string]int{}
	for e := range cast.All {
		if cast.All[e].Type != entities.Organization {
			continue
		}
		for _, f := range cast.All[e].Forms {
			if !strings.Contains(f, " ") {
				short[strings.ToLower(f)] = e
			}
		}
	}
	return short
}

// says reports whether a word, in lower case, is part of what the article called somebody, or is short for a body whose
// full name is: "the SFD's head" of the head of the Saudi Fund for Development.
func (d *descriptions) says(b entities.Description, w string) bool {
	e, ok := d.short[w]
	if b.Words[w] || !ok {
		return b.Words[w]
	}
	for _, f := range d.All[e].Forms {
		if strings.Contains(f, " ") && saysEach(b, strings.Fields(strings.ToLower(f))) {
			return true
		}
	}
	return false
}

func saysEach(b entities.Description, words []string) bool {
	for _, w := range words {
		if !b.Words[w] && !smallWords[w] {
			return false
		}
	}
	return true
}

// smallWords are those that acronyms leave out.
var smallWords = lexicon.Words("names/words", "small")

// An office is shortened to its initials, of which so many make sense.
const (
	fewestInitials = 2
	mostInitials   = 4
)

// resolveInitials joins "the SP" to the person whose office it is short for: "superintendent of police Ann Bell". Of
// several the one who was mentioned last is meant.
func (d *descriptions) resolveInitials(m *mention, from, head int) bool {
	w := d.Word(head)
	capitals := len(w) >= fewestInitials && len(w) <= mostInitials && strings.ToUpper(w) == w
	if !capitals || head != from+1 || d.Lower(from) != "the" {
		return false
	}
	best, told := d.initials[strings.ToLower(w)]
	switch {
	case !told && d.InName(head):
		return false
	case !told:
		best = -1
	}
	for e := range min(len(d.All), mostFirst) {
		x := &d.All[e]
		if x.Type != entities.Person || !x.Named || best >= 0 && d.talk.Last(e) <= d.talk.Last(best) {
			continue
		}
		for _, b := range x.Descriptions {
			if isShortFor(strings.ToLower(w), d.Text.Of(b.Span)) {
				best = e
				m.described = b.Span
			}
		}
	}
	if best < 0 {
		return false
	}
	m.Entities, m.Confidence, m.relation = []int{best}, sureShortened, "is short for"
	return true
}

// initialsBefore are the persons before whose names stand initials in brackets: "superintendent of police (SP) Ann
// Bell".
func initialsBefore(cast *entities.Register) map[string]int {
	of := map[string]int{}
	for k, n := range cast.Names {
		bracketed := cast.Lower(n.From-1) == ")" && cast.Lower(n.From-3) == "("
		if e := cast.OfName(k); bracketed && e >= 0 && cast.All[e].Type == entities.Person {
			of[cast.Lower(n.From-2)] = e
		}
	}
	return of
}

// isShortFor reports whether a word in lower case is made of the initials of an office, with what it is of or without:
// "CE" of "chief executive of Tarn".
func isShortFor(w, office string) bool {
	short, _, _ := strings.Cut(office, " of ")
	return strings.HasSuffix(initialsOf(office), w) || strings.HasSuffix(initialsOf(short), w)
}

// initialsOf are the first letters of an office's words in lower case, without small ones and what stands in brackets.
func initialsOf(office string) string {
	office, _, _ = strings.Cut(office, "(")
	var b strings.Builder
	for _, w := range strings.Fields(strings.ToLower(office)) {
		if !smallWords[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

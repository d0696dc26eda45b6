package main

import (
	"strings"
	"testing"

	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

// marked makes an article of text with names between brackets, a letter of their type behind the first.
func markedNames(s string) (a namedArticle) {
	kinds := map[byte]names.Type{'p': names.Person, 'o': names.Organization, 'l': names.Place, 'n': names.People}
	var b strings.Builder
	for part := range strings.SplitAfterSeq(s, "]") {
		before, name, found := strings.Cut(part, "[")
		b.WriteString(before)
		if found {
			from := b.Len()
			b.WriteString(name[2 : len(name)-1])
			a.names = append(a.names, nameSpan{text.Span{Start: from, End: b.Len()}, kinds[name[0]]})
		}
	}
	a.text = b.String()
	return a
}

func TestStrangeNamesStandWhereTheOthersStood(t *testing.T) {
	a := markedNames("[p Angela Merkel] met [p Barack Obama] in [l Berlin], said [p Merkel]'s aide. The [n Germans] wept.")
	r := newRenaming([]namedArticle{a, markedNames("[p Anna Holloway] and [p Robert Dacre] left [l Mordale].")}, 1)
	for range 20 {
		c := r.rename(a)
		if len(c.names) != len(a.names) {
			t.Fatalf("%d names of %d in %q", len(c.names), len(a.names), c.text)
		}
		var of []string
		for i, n := range c.names {
			of = append(of, n.Of(c.text))
			if n.kind != a.names[i].kind {
				t.Errorf("%q is another type", of[i])
			}
		}
		given, surname, _ := strings.Cut(of[0], " ")
		if names.Given(given) != names.Given("Angela") || surname != of[3] || of[4] != "Germans" {
			t.Errorf("%q", of)
		}
		if got := strings.NewReplacer(of[0], "a", of[1], "b", of[2], "c", of[3], "d").Replace(c.text); !strings.HasSuffix(got,
			"'s aide. The Germans wept.") {
			t.Errorf("%q", c.text)
		}
	}
}

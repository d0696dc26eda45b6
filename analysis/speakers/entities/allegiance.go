package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// Allegiance is the country or party that a word, in lower case, belongs to, empty where there is none.
func (r *Register) Allegiance(w string) string {
	if n := nouns.Nation(w); n != "" {
		return n
	}
	if n, ok := r.countries[w]; ok {
		return n
	}
	if nouns.Allegiance(w) {
		return w
	}
	return ""
}

// IsCountry reports whether an entity is a country that is known.
func (r *Register) IsCountry(x *Entity) bool {
	name := strings.ToLower(x.Name)
	return nouns.Place(name) != "" || nouns.Allegiance(name) || r.countries[name] != ""
}

// HasAllegiance reports whether the article gives an entity's country or party.
func (r *Register) HasAllegiance(x *Entity) bool {
	for _, d := range x.Descriptions {
		for w := range d.Words {
			if nouns.Allegiance(w) || r.countries[w] != "" {
				return true
			}
		}
	}
	return false
}

// countriesOf learns from a text which of its places are the countries of which of its peoples, so that the leader of a
// country that no table has can be known by its people's name.
func countriesOf(t *annotated.Text) map[string]string {
	countries, peoples := map[string]string{}, map[string]bool{}
	for _, n := range t.Names {
		if w := t.Lower(n.From); n.Type == names.People && n.To == n.From+1 && nouns.Nation(w) == "" {
			peoples[w] = true
		}
	}
	if len(peoples) == 0 {
		return countries
	}
	for _, n := range t.Names {
		if n.Type == names.People || n.Type == names.Person || n.To != n.From+1 {
			continue
		}
		place := t.Lower(n.From)
		for _, people := range names.PeopleOf(place) {
			for _, p := range [2]string{people, people + "s"} {
				if peoples[p] {
					countries[p], countries[place] = place, place
				}
			}
		}
	}
	return countries
}

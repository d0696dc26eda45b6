package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// allegiance is the country or party a word belongs to, empty where none.
func (r *resolver) allegiance(w string) string {
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

// findCountries learns from the article which of its places are the countries of which of its peoples, so that the
// leader of a country that no table has can be known by its people's name.
func (r *resolver) findCountries() {
	peoples := map[string]bool{}
	for _, n := range r.Names {
		if w := r.Lower(n.From); n.Type == names.People && n.To == n.From+1 && nouns.Nation(w) == "" {
			peoples[w] = true
		}
	}
	if len(peoples) == 0 {
		return
	}
	for _, n := range r.Names {
		if n.Type == names.People || n.Type == names.Person || n.To != n.From+1 {
			continue
		}
		place := r.Lower(n.From)
		for _, people := range names.PeopleOf(place) {
			for _, p := range [2]string{people, people + "s"} {
				if peoples[p] {
					r.countries[p], r.countries[place] = place, place
				}
			}
		}
	}
}

package speakers

import (
	"math"
	"slices"
	"strings"

	"hearsay/analysis/nouns"
)

// candidatesAt are the entities mentioned before token i, latest first, and those that the article's start describes.
func (r *resolver) candidatesAt(i int) []int {
	var out []int
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < 150 && len(out) < 40; k, looked = k-1, looked+1 {
		for _, e := range r.recent[k].entities {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if r.Text.Tokens[i].Sentence < 4 {
		for e := 0; e < len(r.entities) && e < 60; e++ {
			if x := &r.entities[e]; x.named && !slices.Contains(out, e) && (len(x.roles) > 0 || !x.kin.Alone()) {
				out = append(out, e)
			}
		}
	}
	return out
}

// judged is how well an entity fits a description, and the description of it that fits.
type judged struct {
	entity int
	score  float64
	fits   description
}

const never = -1e9

// judge weighs an entity against a description.
func (r *resolver) judge(e int, n noun, head int) judged {
	x := &r.entities[e]
	j := judged{entity: e, score: never}
	if !x.named && nouns.IsPartisan(n.head) && !sameWords(x, n) {
		return j // "the Ohio Republican" is not "the Utah Republican"
	}
	if x.plural != n.plural || n.role.Sex != sexUnknown && x.sex != sexUnknown && x.sex != n.role.Sex || !sameNature(x, n) {
		return j
	}
	for _, d := range x.roles {
		if nouns.IsPartisan(d.head) && nouns.IsPartisan(n.head) && len(d.words) > 2 && !sameWords(x, n) {
			return j
		}
		if s := fitsHead(d, n) + fitsTime(d, n); s > 0 && s+r.narrow(x, d, n) > j.score {
			j.score, j.fits = s+r.narrow(x, d, n), d
		}
	}
	if s := r.fitsName(x, n); s > j.score {
		j.score = s + r.narrow(x, description{}, n)
	}
	if j.score <= never {
		return j
	}
	if n.bare {
		j.score += 0.6 / float64(1+r.Text.Tokens[r.Text.At(x.full.Start)].Sentence)
	}
	if x.last >= 0 {
		d := r.Text.Tokens[head].Sentence - r.Text.Tokens[x.last].Sentence
		if n.role.Nature == nouns.Body {
			j.score += r.weight(x) - 0.04*min(float64(d), 12)
		} else {
			j.score -= 0.08 * min(float64(d), 12)
		}
	}
	if !x.named && j.fits.head == n.head && len(j.fits.words) > 1 && !nouns.IsPlace(n.head) {
		j.score += 0.3 // "the group", after "Bell's group"
	} else if !x.named {
		j.score -= 0.5
	}
	if sharesAny([]int{e}, r.lastSaid) {
		j.score += 0.25
	}
	return j
}

// sameWords reports whether an entity without a name was described with all the words of a description.
func sameWords(x *entity, n noun) bool {
	for _, w := range n.words {
		if !x.says(w) {
			return false
		}
	}
	return true
}

// weight is how much of the article is about an organisation: "the company" of a story is the one that its headline or
// its first sentences name, and that comes up again and again, wherever it was named last.
func (r *resolver) weight(x *entity) float64 {
	if !x.named || x.place {
		return 0
	}
	return 0.2*math.Log2(float64(1+x.total)) + 0.6/(1+0.6*float64(r.Text.Tokens[r.Text.At(x.first)].Sentence))
}

func sameNature(x *entity, n noun) bool {
	switch n.role.Nature {
	case nouns.Person:
		return x.kind == Person || !x.named && x.kind == Group
	case nouns.Body:
		return x.kind == Organization || !x.named && x.kind == Group
	}
	return !x.named && x.paper
}

// fitsHead is how well the head of a description fits one that the article gave: 2 where equal, less where akin.
func fitsHead(d description, n noun) float64 {
	if d.implied {
		if d.head == n.head || d.words[n.head] && nouns.IsPartisan(n.head) {
			return 2
		}
		return 0
	}
	if (d.words["vice"] || d.words["deputy"]) != n.has("vice", "deputy") && n.head != "official" {
		return 0
	}
	switch {
	case d.head == n.head:
		return 2.2
	case d.words[n.head] && nouns.IsPartisan(n.head):
		return 1.6
	case d.role.Akin(n.role.Kinship) && d.role.Nature == n.role.Nature:
		return 1.6
	}
	return 0
}

// fitsTime weighs whether both say that an office is a former one.
func fitsTime(d description, n noun) float64 {
	was := d.words["former"] || d.words["ex"]
	switch {
	case n.former && was:
		return 0.5
	case was && !n.bare:
		return -0.7
	case n.former && !n.bare:
		return -0.2 // not all is told
	}
	return 0
}

func (n noun) has(words ...string) bool {
	for _, w := range n.words {
		for _, x := range words {
			if w == x {
				return true
			}
		}
	}
	return false
}

// fitsName is how well the head fits an organisation's own name, or a person of whom nothing is known.
func (r *resolver) fitsName(x *entity, n noun) float64 {
	switch {
	case x.kind == Organization && x.head == n.head:
		return 2.2
	case x.kind == Organization && x.kin.Akin(n.role.Kinship):
		return 1.6
	case x.kind == Organization && !x.place && x.kin.Alone() && (n.head == "company" || n.head == "group" || n.head == "organization" || n.head == "firm"):
		return 1.4
	case x.kind == Organization && !x.place && x.kin.Alone() && n.role.Akin(nouns.Known("company").Kinship) && r.weight(x) > 0.6:
		return 1.0 // "the maker of the bread", in an article about a company
	case x.place && nouns.IsPlace(n.head) && r.isCountry(x) == (n.head == "country" || n.head == "nation"):
		return 1.2 + 0.1*float64(min(x.total, 20))
	case x.kind == Person && x.named && n.role.Sex != sexUnknown && (n.head == "man" || n.head == "woman") && x.sex == n.role.Sex:
		return 1.0
	}
	return never
}

// isCountry reports whether a place is a country that is known.
func (r *resolver) isCountry(x *entity) bool {
	name := strings.ToLower(x.name)
	return nouns.Place(name) != "" || nouns.Allegiance(name) || r.countries[name] != ""
}

// narrow weighs the words that narrow a description against all that the article says of the entity.
func (r *resolver) narrow(x *entity, d description, n noun) float64 {
	score := r.owned(d, n)
	for _, w := range n.words {
		a := r.allegiance(w)
		switch {
		case d.words[w] || a != "" && d.words[a]:
			score += 0.7
		case x.says(w) || a != "" && x.says(a):
			score += 0.5
		case a != "" && r.pledged(x):
			return never
		case n.bare:
			score -= 0.2
		default:
			score -= 0.45
		}
	}
	return score
}

// owned weighs whose someone is said to be against whose the description says: "Bell's lawyer" is not Dorn's.
func (r *resolver) owned(d description, n noun) float64 {
	switch {
	case n.owner == "":
		return 0
	case d.words[n.owner]:
		return 0.8
	case d.words["his"] || d.words["her"] || d.words["their"] || d.words["its"]:
		return 0
	case d.words["'s"] || d.words["’s"]:
		if isPronoun(n.owner) {
			return 0.2
		}
		return never
	case isPronoun(n.owner):
		if n.role.Nature == nouns.Body {
			return -0.7 // "her website" is one that has been called hers
		}
		return -0.3
	}
	return -0.8
}

func (x *entity) says(w string) bool {
	for _, d := range x.roles {
		if d.words[w] {
			return true
		}
	}
	return x.named && x.kind != Person && strings.Contains(strings.ToLower(x.name), w)
}

// pledged reports whether the article gives the entity's country or party.
func (r *resolver) pledged(x *entity) bool {
	for _, d := range x.roles {
		for w := range d.words {
			if nouns.Allegiance(w) || r.countries[w] != "" {
				return true
			}
		}
	}
	return false
}

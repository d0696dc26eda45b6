package people

import (
	"math"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
)

// Renown tells how many articles a name stands in, and how many there are.
type Renown struct {
	Articles int
	In       func(name string) int
}

// RenownOf counts in the company of voices.
func RenownOf(voices []Voice) Renown {
	in, seen := map[string]int{}, map[string]bool{}
	for _, v := range voices {
		if seen[v.Article] {
			continue
		}
		seen[v.Article] = true
		for _, w := range v.Company {
			in[w]++
		}
	}
	return Renown{len(seen), func(w string) int { return in[w] }}
}

// What names tell that stand in both of two articles. Set by reading joins in the news of the corpora.
const (
	// rareShare is in which share of all articles a name may stand and still tell something.
	rareShare = 0.01
	// fewArticles may hold a name in a library of any size.
	fewArticles = 4
	// mostShared is how much the names in company may add to the evidence.
	mostShared = 3
)

// tells reports whether a name is so rare that two articles that share it are about the same.
func (r Renown) tells(w string) bool {
	return r.In(w) <= max(fewArticles, int(math.Ceil(rareShare*float64(r.Articles))))
}

// profile is what is known of those who are one.
type profile struct {
	names   []*name // each once
	female  int
	male    int
	roles   map[string]bool // nouns of their descriptions that tell
	wide    map[string]bool // nouns that tell little
	other   map[string]bool // the other words of their descriptions
	company map[string]bool
	in      map[string]bool // articles
	size    int
}

// profileOf is what one voice tells of itself.
func profileOf(v *Voice, n *name) *profile {
	p := &profile{names: []*name{n}, roles: map[string]bool{}, wide: map[string]bool{}, other: map[string]bool{},
		company: map[string]bool{}, in: map[string]bool{v.Article: true}, size: 1}
	switch v.Gender {
	case analysis.Female:
		p.female = 1
	case analysis.Male:
		p.male = 1
	}
	own := map[string]bool{}
	for _, w := range n.words {
		own[w] = true
	}
	head := headOf(v.Description)
	for _, w := range words(v.Description) {
		noun, known := nouns.Of(w)
		switch person := known && noun.Nature == nouns.Person; {
		case roles[w]:
			p.wide[w] = true
		case w == head:
			p.roles[w] = true
		case !person && len(w) > 2 && !small[w] && !own[w]:
			p.other[w] = true
		}
	}
	for _, w := range v.Company {
		if !own[w] {
			p.company[w] = true
		}
	}
	return p
}

// small are words that describe nobody.
var small = lexicon.Words("names/people", "small")

// headOf is the noun that a description is built around: the last one for persons before what tells of what. "the
// president's eldest son" is a son, "chairman of the board" a chairman.
func headOf(description string) (head string) {
	phrase := fold(description)
	for _, end := range ends {
		if i := strings.Index(phrase, end); i > 0 {
			phrase = phrase[:i]
		}
	}
	for _, w := range words(phrase) {
		if noun, known := nouns.Of(w); known && noun.Nature == nouns.Person {
			head = w
		}
	}
	return head
}

// ends part what somebody is from what tells of what.
var ends = []string{" of ", " for ", " in ", " at ", " on ", " who ", " and ", " with ", " from ", " to "}

// words are those of a description, folded.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// ofOtherGender reports whether two cannot be one for what is known of their gender.
func (p *profile) ofOtherGender(q *profile) bool {
	return p.female > p.male && q.male > q.female || p.male > p.female && q.female > q.male
}

// contradicts reports whether two cannot be one: they are of different genders, or an article tells them apart.
func (p *profile) contradicts(q *profile) bool { return p.ofOtherGender(q) || shared(p.in, q.in) > 0 }

// evidence is how much of what articles say of two bears out that they are one: a point for each office and for each
// other word that describes both, and for each rare name in the company of both.
func (r Renown) evidence(p, q *profile) int {
	n := shared(p.roles, q.roles) + min(shared(p.other, q.other), 2)
	if shared(p.wide, q.wide) > 0 && n > 0 {
		n++
	}
	return n + min(r.sharedCompany(p, q), mostShared)
}

func shared(a, b map[string]bool) (n int) {
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

func (r Renown) sharedCompany(p, q *profile) (n int) {
	a, b := p.company, q.company
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if b[w] && r.tells(w) {
			n++
		}
	}
	return n
}

// take adds what is known of another who is the same.
func (p *profile) take(q *profile) {
	for _, n := range q.names {
		p.addName(n)
	}
	p.female += q.female
	p.male += q.male
	p.size += q.size
	for a := range q.in {
		p.in[a] = true
	}
	for _, pair := range [][2]map[string]bool{{p.roles, q.roles}, {p.wide, q.wide}, {p.other, q.other},
		{p.company, q.company}} {
		for w := range pair[1] {
			if len(pair[0]) < mostKnown {
				pair[0][w] = true
			}
		}
	}
}

// mostKnown bounds what is remembered of one person, so that thousands of articles take no more time each.
const mostKnown = 600

func (p *profile) addName(n *name) {
	for _, m := range p.names {
		if m.whole == n.whole && m.suffix == n.suffix {
			return
		}
	}
	p.names = append(p.names, n)
}

package speakers

import (
	"sort"
	"strings"

	"hearsay/analysis/tags"
)

// noun is what a description says: its head, and the words that narrow it.
type noun struct {
	head     string
	role     role
	known    bool // the head is a role
	definite bool
	other    bool   // "another", "other": someone new
	count    int    // "both", "the two": how many
	owner    string // whose they are: "bell" in "Bell's lawyer", "his" in "his lawyer"
	plural   bool
	bare     bool // as headlines write, without a determiner
	words    []string
}

// readNoun takes a noun phrase apart.
func (r *resolver) readNoun(from, head int) noun {
	n := noun{head: strings.TrimSuffix(r.lower[head], ".")}
	n.role, n.known = roleOf(n.head)
	n.plural = n.role.plural || r.tag(head) == tags.NNS || r.tag(head) == tags.NNPS
	if one := tags.Lemma(n.head, tags.NNS); n.plural && roles[one].nature != noNature {
		n.head = one
	}
	for i := from; i <= head; i++ {
		w := r.lower[i]
		switch w {
		case "his", "her", "its", "their":
			n.definite, n.owner = true, w
		case "the", "this", "that", "these", "those":
			n.definite = true
		case "both":
			n.count, n.plural, n.definite = 2, true, true
		case "two", "three", "four":
			n.count = map[string]int{"two": 2, "three": 3, "four": 4}[w]
		case "other", "another", "others", "second", "fellow", "many", "some", "several":
			n.other = true
		case "a", "an", "former", "new", "'s", "’s", "own", "one", "-", ",":
		default:
			if r.tag(i+1) == tags.POS && r.nameAt[i] != 0 {
				n.definite, n.owner, n.words = true, w, nil
			} else if i < head {
				n.words = append(n.words, strings.Split(w, "-")...)
			}
		}
	}
	if from == head && n.head == "both" || n.head == "two" || n.head == "pair" || n.head == "duo" {
		n.count, n.definite = 2, true
	}
	return n
}

// resolveNoun joins a description to who fits it. Indefinite ones, and definite ones that fit nobody, are someone unnamed.
func (r *resolver) resolveNoun(from, head, to int, source bool) mention {
	m := r.newMention(from, max(to, head+1))
	if !source || to > head+1 && r.lower[head+1] == "," {
		m.to = head + 1
	}
	if source {
		m.to = head + 1
	}
	if k, ok := r.wordsOf(from, head); ok && source {
		m.antecedent, m.entities, m.confidence = k, r.recent[k].entities, 0.85
		m.relation = "are words of"
		return m
	}
	n := r.readNoun(from, head)
	n.bare = r.isBare(from, head, source)
	open := n.definite && !n.other || n.bare
	if open && n.count > 1 || n.plural && n.definite && !n.other {
		if r.resolveSeveral(&m, n, head) {
			return m
		}
	} else if open && n.known {
		if r.resolveOne(&m, n, head) || m.unknown != "" {
			return m
		}
	}
	if !source && (!n.known || n.role.nature == paper) {
		return m
	}
	end := to
	if !source {
		end = head + 1
	}
	m.entities = []int{r.unnamedEntity(from, end, head)}
	m.confidence = 0.85
	return m
}

// speechNouns are what someone's words are called, so that "Bell's remarks" speak for Bell.
var speechNouns = map[string]bool{"remark": true, "remarks": true, "comment": true, "comments": true, "claim": true, "claims": true, "tweet": true, "tweets": true,
	"words": true, "speech": true, "testimony": true, "post": true, "posts": true, "argument": true, "arguments": true, "rhetoric": true, "answer": true, "answers": true,
	"response": true, "statement": true, "statements": true, "message": true, "criticism": true, "warning": true, "warnings": true, "quote": true, "speeches": true}

// wordsOf finds the mention of the one whose words a phrase such as "Bell's remarks" or "her tweet" names.
func (r *resolver) wordsOf(from, head int) (int, bool) {
	if !speechNouns[r.lower[head]] {
		return 0, false
	}
	for i := head - 1; i >= from; i-- {
		at := i
		if r.tag(i) == tags.POS {
			at = i - 1
		} else if r.tag(i) != tags.PRPS {
			continue
		}
		k, ok := r.found[at]
		return k, ok && len(r.recent[k].entities) > 0
	}
	return 0, false
}

// isBare reports whether a singular noun without determiner heads a source, as headlines write: "Lawmaker urges".
func (r *resolver) isBare(from, head int, source bool) bool {
	if !source || r.tag(from) == tags.DT || r.tag(head) == tags.NNS || r.tag(head) == tags.NNPS {
		return false
	}
	return r.Text.Tokens[head].Sentence < 4
}

// resolveOne looks for the one who fits a description best.
func (r *resolver) resolveOne(m *mention, n noun, head int) bool {
	best, second := judged{entity: -1, score: -1e9}, judged{entity: -1, score: -1e9}
	for _, e := range r.candidatesAt(head) {
		j := r.judge(e, n, head)
		if j.score > best.score {
			best, second = j, best
		} else if j.score > second.score {
			second = j
		}
	}
	switch {
	case best.score < 1.2:
		return false
	case best.score-second.score < 0.12:
		m.unknown = r.quote(r.Text.Span(m.from, m.to)) + " fits two equally well"
		m.candidates = []int{best.entity, second.entity}
		return false
	}
	m.entities, m.confidence, m.fits = []int{best.entity}, 0.6+0.1*min(best.score, 3), best.fits.span
	m.relation = "fits"
	return true
}

// candidatesAt are the entities mentioned before token i, latest first, and those that the article's start describes.
func (r *resolver) candidatesAt(i int) []int {
	var out []int
	seen := map[int]bool{}
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < 150 && len(out) < 40; k, looked = k-1, looked+1 {
		for _, e := range r.recent[k].entities {
			if !seen[e] {
				seen[e] = true
				out = append(out, e)
			}
		}
	}
	if r.Text.Tokens[i].Sentence < 4 {
		for e := 0; e < len(r.entities) && e < 30; e++ {
			if x := &r.entities[e]; !seen[e] && len(x.roles) > 0 && x.named {
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
	if x.plural != n.plural || n.role.sex != sexUnknown && x.sex != sexUnknown && x.sex != n.role.sex || !sameNature(x, n) {
		return j
	}
	for _, d := range x.roles {
		if s := fitsHead(d, n); s > 0 && s+r.narrow(x, d, n) > j.score {
			j.score, j.fits = s+r.narrow(x, d, n), d
		}
	}
	if s := fitsName(x, n); s > j.score {
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
		j.score -= 0.08 * min(float64(d), 12)
	}
	if !x.named {
		j.score -= 0.5
	}
	if sharesAny([]int{e}, r.lastSaid) {
		j.score += 0.25
	}
	return j
}

func sameNature(x *entity, n noun) bool {
	switch n.role.nature {
	case person:
		return x.kind == Person || !x.named && x.kind == Group
	case body:
		return x.kind == Organization || !x.named && x.kind == Group
	}
	return !x.named && x.paper
}

// fitsHead is how well the head of a description fits one that the article gave: 2 where equal, less where akin.
func fitsHead(d description, n noun) float64 {
	if d.implied {
		if d.head == n.head {
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
	case d.words[n.head] && allegiances[n.head]:
		return 1.6
	case d.role.classes&n.role.classes != 0 && d.role.nature == n.role.nature:
		return 1.6
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
func fitsName(x *entity, n noun) float64 {
	switch {
	case x.kind == Organization && x.head == n.head:
		return 2.2
	case x.kind == Organization && x.classes&n.role.classes != 0:
		return 1.7
	case x.kind == Organization && !x.place && x.classes == 0 && (n.head == "company" || n.head == "group" || n.head == "organization" || n.head == "firm"):
		return 1.4
	case x.place && placeNouns[n.head] && isCountry(x) == (n.head == "country" || n.head == "nation"):
		return 1.5 + 0.15*float64(min(x.count, 10))
	case x.kind == Person && x.named && n.role.sex != sexUnknown && (n.head == "man" || n.head == "woman") && x.sex == n.role.sex:
		return 1.0
	}
	return never
}

var placeNouns = map[string]bool{"city": true, "town": true, "county": true, "country": true, "nation": true, "state": true, "island": true, "village": true}

// isCountry reports whether a place is a country that is known.
func isCountry(x *entity) bool {
	name := strings.ToLower(x.name)
	return placeAliases[name] != "" || allegiances[name]
}

// narrow weighs the words that narrow a description against all that the article says of the entity.
func (r *resolver) narrow(x *entity, d description, n noun) float64 {
	score := r.owned(d, n)
	for _, w := range n.words {
		a := allegiance(w)
		switch {
		case d.words[w] || a != "" && d.words[a]:
			score += 0.7
		case x.says(w) || a != "" && x.says(a):
			score += 0.5
		case a != "" && x.pledged():
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
func (x *entity) pledged() bool {
	for _, d := range x.roles {
		for w := range d.words {
			if allegiances[w] {
				return true
			}
		}
	}
	return false
}

// resolveSeveral looks for those whom "both leaders" or "the senators" mean.
func (r *resolver) resolveSeveral(m *mention, n noun, head int) bool {
	single := n
	single.plural = false
	single.role.plural = false
	var fit []int
	generic := !n.known || n.head == "both" || n.head == "two" || n.head == "pair"
	for _, e := range r.candidatesAt(head) {
		x := &r.entities[e]
		if !x.named || x.plural || x.last < 0 || r.Text.Tokens[head].Sentence-r.Text.Tokens[x.last].Sentence > 8 {
			continue
		}
		if generic && x.kind == Person || !generic && r.judge(e, single, head).score >= 1 {
			fit = append(fit, e)
		}
	}
	switch {
	case n.count > 1 && len(fit) >= n.count:
		fit = r.together(fit, n.count)
	case n.count > 1 || len(fit) < 2 || len(fit) > 3 || generic:
		return false
	}
	m.entities, m.confidence = fit, 0.7
	return true
}

// together are count of the entities: those that were last named together, else those the article has spoken of most.
func (r *resolver) together(fit []int, count int) []int {
	for k, looked := len(r.recent)-1, 0; k >= 0 && looked < 150; k, looked = k-1, looked+1 {
		m := &r.recent[k]
		if len(m.entities) != count || count < 2 {
			continue
		}
		all := true
		for _, e := range m.entities {
			all = all && sharesAny([]int{e}, fit)
		}
		if all {
			return m.entities
		}
	}
	return r.foremost(fit, count)
}

// foremost are the count entities that the article has spoken of most so far.
func (r *resolver) foremost(fit []int, count int) []int {
	out := append([]int(nil), fit...)
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && r.entities[out[j]].count > r.entities[out[j-1]].count; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	out = out[:count]
	sort.Slice(out, func(i, j int) bool { return r.entities[out[i]].full.Start < r.entities[out[j]].full.Start })
	return out
}

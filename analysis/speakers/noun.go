package speakers

import (
	"strings"

	"hearsay/analysis/nouns"
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
	former   bool
	bare     bool // as headlines write, without a determiner
	words    []string
}

// uncounted is the count of more than an article can be expected to name together.
const uncounted = 99

// readNoun takes a noun phrase apart.
func (r *resolver) readNoun(from, head int) noun {
	n := noun{head: strings.TrimSuffix(r.Lower(head), ".")}
	n.role, n.known = nouns.Of(n.head)
	n.plural = n.role.Plural || r.Tag(head) == tags.NNS || r.Tag(head) == tags.NNPS
	if one := tags.Lemma(n.head, tags.NNS); n.plural && nouns.Known(one).Nature != nouns.NoNature {
		n.head = one
	}
	for i := from; i <= head; i++ {
		w := r.Lower(i)
		switch w {
		case "his", "her", "its", "their":
			n.definite, n.owner = true, w
		case "the", "this", "that", "these", "those":
			n.definite = true
		case "both":
			n.count, n.plural, n.definite = 2, true, true
		case "two", "three", "four":
			n.count = map[string]int{"two": 2, "three": 3, "four": 4}[w]
		case "five", "six", "seven", "eight", "nine", "ten", "dozen", "all":
			n.count = uncounted
		case "other", "another", "others", "second", "fellow", "many", "some", "several":
			n.other = true
		case "former", "ex":
			n.former = true
		case "a", "an", "new", "'s", "’s", "own", "one", "-", ",":
		default:
			if r.Tag(i+1) == tags.POS && r.InName(i) {
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
	m.way = wayFits
	if !source || to > head+1 && r.Lower(head+1) == "," {
		m.to = head + 1
	}
	if source {
		m.to = head + 1
	}
	if source && r.isNobody(from, head) {
		m.unknown = r.quote(r.Text.Span(from, head+1)) + " is nobody who could be named"
		return m
	}
	if e, ok := r.saidOf[head]; ok {
		m.entities, m.confidence, m.relation = []int{e}, 0.9, "is said of"
		return m
	}
	if k, ok := r.wordsOf(from, head); ok && source {
		m.antecedent, m.entities, m.confidence = k, r.recent[k].entities, 0.85
		m.relation = "are words of"
		return m
	}
	if e, ok := r.shortened(from, head); ok {
		m.entities, m.confidence = []int{e}, 0.9
		return m
	}
	n := r.readNoun(from, head)
	n.bare = r.isBare(from, head, source)
	open := n.definite && !n.other || n.bare
	if open && n.count > 1 || n.plural && n.definite && !n.other {
		if r.resolveSeveral(&m, n, head) {
			m.way = waySeveral
			return m
		}
	} else if open && n.known {
		if r.resolveOne(&m, n, head) || m.unknown != "" || r.calledAnew(&m, n, source) {
			return m
		}
	}
	if !source && (!n.known || n.role.Nature == nouns.Paper) {
		return m
	}
	end := to
	if !source {
		end = head + 1
	}
	m.entities = []int{r.unnamedEntity(from, end, head)}
	m.confidence, m.way = 0.85, wayAnew
	return m
}

// isNobody reports whether a phrase is of nobody at all, of anybody, or of an event rather than of those who speak at it.
func (r *resolver) isNobody(from, head int) bool {
	switch w := r.Lower(from); {
	case w == "nobody" || w == "none" || w == "no-one" || w == "anyone" || w == "anybody":
		return true
	case w == "no" && from < head:
		return true
	case (w == "a" || w == "any") && head == from+1 && r.Lower(head) == "person":
		return r.Lower(head+1) != "who" && r.Tag(head+1) != tags.IN && !r.Tag(head+1).Adjective()
	}
	return nouns.IsEvent(r.Lower(head))
}

// shortened finds the one organisation that is called by the last word of its name: "the Survey".
func (r *resolver) shortened(from, head int) (int, bool) {
	fit := r.byLast[r.Lower(head)]
	if head != from+1 || r.Lower(from) != "the" || len(fit) != 1 || r.Text.Word(head) == r.Lower(head) || r.entities[fit[0]].place || nouns.IsSeat(strings.ToLower(r.entities[fit[0]].name)) {
		return 0, false
	}
	return fit[0], true
}

// wordsOf finds the mention of the one whose words a phrase such as "Bell's remarks" or "her tweet" names.
func (r *resolver) wordsOf(from, head int) (int, bool) {
	if !nouns.IsSpeech(r.Lower(head)) {
		return 0, false
	}
	for i := head - 1; i >= from; i-- {
		at := i
		if r.Tag(i) == tags.POS {
			at = i - 1
		} else if r.Tag(i) != tags.PRPS {
			continue
		}
		k, ok := r.found[at]
		return k, ok && len(r.recent[k].entities) > 0
	}
	return 0, false
}

// isBare reports whether a singular noun without determiner heads a source, as headlines write: "Lawmaker urges".
func (r *resolver) isBare(from, head int, source bool) bool {
	if !source || r.Tag(from) == tags.DT || r.Tag(head) == tags.NNS || r.Tag(head) == tags.NNPS {
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
	if second.entity >= 0 && best.score-second.score < 0.3 && r.entities[second.entity].named != r.entities[best.entity].named {
		// Who was described before is most likely the one named since.
		if r.entities[second.entity].named {
			best = second
		}
		second = judged{entity: -1, score: never}
	}
	switch {
	case best.score < 1.2:
		return false
	case best.score-second.score < 0.12:
		m.unknown = r.quote(r.Text.Span(m.from, m.to)) + " fits two equally well"
		m.candidates = []rival{{best.entity, -1, 0.5}, {second.entity, -1, 0.5}}
		return false
	}
	m.entities, m.confidence, m.fits = []int{best.entity}, 0.6+0.1*min(best.score, 3), best.fits.span
	m.relation = "fits"
	if x := &r.entities[best.entity]; n.role.Nature == nouns.Body && best.fits.span.Empty() && x.head != n.head && r.weight(x) > 0.8 {
		m.relation = "is the one that the article is most about,"
	}
	return true
}

package speakers

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// manner says by what a phrase refers.
type manner uint8

const (
	byName manner = iota
	byNoun
	byPronoun
)

// phrase is a part of a source that refers to one speaker, or to several by one word.
type phrase struct {
	from, to         int // all of it
	coreFrom, coreTo int // without what hangs on its head behind it, nor the possessor before it
	head             int // token
	manner           manner
	name             int // index into Names where it refers by name
}

// readSources cuts each quote's source into phrases.
func (r *resolver) readSources() {
	r.sources = make([][]phrase, len(r.Quotes))
	for q, quote := range r.Quotes {
		for _, p := range quote.Source {
			from, to := r.Text.Range(p)
			if to > from+80 {
				to = from + 80
			}
			for _, part := range r.parts(from, to) {
				if ph, ok := r.readPhrase(part[0], part[1]); ok && len(r.sources[q]) < 6 {
					r.sources[q] = append(r.sources[q], ph)
					r.atHead[ph.head] = append(r.atHead[ph.head], q)
					r.byHead[ph.head] = ph
				}
			}
		}
	}
}

// readPhrase finds the head of a phrase.
func (r *resolver) readPhrase(from, to int) (phrase, bool) {
	for from < to && !isWord(r.Lower(from)) || from+1 < to && r.Tag(from) == tags.IN {
		from++
	}
	for to > from && (!isWord(r.Lower(to-1)) && r.Lower(to-1) != ")" || r.Tag(to-1) == tags.POS) {
		to--
	}
	if from >= to || to-from == 1 && articles[r.Lower(from)] {
		return phrase{}, false
	}
	ph := phrase{from: from, to: to, coreFrom: from, name: -1}
	ph.coreTo = r.headEnd(from, r.coreEnd(from, to))
	ph.coreFrom = r.behindPossessor(from, ph.coreTo)
	ph.head = ph.coreTo - 1
	if n, k, ok := r.Name(ph.head); ok && n.To >= ph.coreTo && n.To <= to {
		ph.manner, ph.name, ph.head = byName, k, n.To-1
		return ph, true
	}
	if n, k, ok := r.titledOf(ph); ok {
		ph.manner, ph.name, ph.head = byName, k, n.To-1
		return ph, true
	}
	if n, k, ok := r.postedTo(ph); ok {
		ph.manner, ph.name, ph.head = byName, k, n.To-1
		return ph, true
	}
	if n, k, ok := r.namedBehind(ph); ok {
		ph.manner, ph.name, ph.head = byName, k, n.To-1
		return ph, true
	}
	if isPronoun(r.Lower(ph.head)) && ph.coreTo-ph.coreFrom <= 2 {
		ph.manner = byPronoun
		return ph, true
	}
	ph.manner = byNoun
	return ph, true
}

var articles = lexicon.Words("pronouns", "articles")

// coreEnd is where what hangs on a phrase's head begins.
func (r *resolver) coreEnd(from, to int) int {
	seen := false
	for i := from; i < to; i++ {
		if n, _, ok := r.Name(i); ok {
			i = min(n.To, to) - 1
			seen = true
			continue
		}
		t := r.Tag(i)
		if seen && (r.Lower(i) == "," || r.Lower(i) == "(" || r.Lower(i) == "—" || r.Lower(i) == "--" || t == tags.IN || t == tags.TO || t == tags.WP || t == tags.WDT ||
			t.Finite() || t == tags.VBN || t == tags.VBG && !r.Tag(i+1).Noun()) {
			return i
		}
		if t.Noun() || t == tags.PRP || t == tags.PRPS || t == tags.CD || t == tags.DT && i+1 < to && r.Tag(i+1) == tags.IN || isPronoun(r.Lower(i)) {
			seen = true
		}
	}
	return to
}

// linking are adverbs that stand between a subject and its verb.
var linking = lexicon.Words("pronouns", "linking")

// headEnd leaves off what follows a noun without being one: "The leader nevertheless", "an official there", "the board
// itself".
func (r *resolver) headEnd(from, to int) int {
	for k := to; k > from+1; k-- {
		t := r.Tag(k - 1)
		if _, _, named := r.Name(k - 1); linking[r.Lower(k-1)] || !named && r.adverbBehindName(k-1) {
			continue
		} else if _, known := nouns.Of(r.Lower(k - 1)); named || known || t.Noun() {
			return k
		}
		if p := pronouns[r.Lower(k-1)]; !t.Adverb() && !t.Adjective() && !strings.HasSuffix(r.Lower(k-1), "self") && !strings.HasSuffix(r.Lower(k-1), "selves") || p.group == relative {
			return to
		}
	}
	return to
}

// adverbBehindName reports whether a word is an adverb right behind a person's name, whatever the tagger took it for.
func (r *resolver) adverbBehindName(i int) bool {
	n, _, ok := r.Name(i - 1)
	return ok && n.Type == names.Person && n.To == i && strings.HasSuffix(r.Lower(i), "ly")
}

// behindPossessor skips "Hillary Clinton's" in "Hillary Clinton's campaign manager".
func (r *resolver) behindPossessor(from, to int) int {
	for i := to - 2; i > from; i-- {
		if r.Tag(i) == tags.POS {
			return i + 1
		}
	}
	return from
}

// titledOf finds the person's name behind a title with "of": "chief of staff Ann Bell".
func (r *resolver) titledOf(ph phrase) (names.Name, int, bool) {
	if r.Lower(ph.coreTo) != "of" {
		return names.Name{}, -1, false
	}
	for i := ph.coreTo + 1; i < min(ph.to, ph.coreTo+4); i++ {
		if n, k, ok := r.Name(i); ok {
			return n, k, n.Type == names.Person && n.From == i && i > ph.coreTo+1 && n.To >= ph.to
		}
		if _, title := names.Title(r.Lower(i)); title || !r.Tag(i).Noun() {
			return names.Name{}, -1, false
		}
	}
	return names.Name{}, -1, false
}

// postedTo finds the person's name behind an office and the place or body it is at: "Ambassador to Qatar H E Ann Bell".
func (r *resolver) postedTo(ph phrase) (names.Name, int, bool) {
	none := names.Name{}
	if _, office := nouns.Of(r.Lower(ph.head)); !office || r.Tag(ph.coreTo) != tags.IN && r.Tag(ph.coreTo) != tags.TO {
		return none, -1, false
	}
	i := ph.coreTo + 1
	for i < ph.to && r.Tag(i) == tags.DT {
		i++
	}
	at, _, ok := r.Name(i)
	if !ok || at.Type == names.Person {
		return none, -1, false
	}
	for i = at.To; i < min(ph.to, at.To+4) && isHonorific(r.Text.Word(i)); i++ {
	}
	n, k, ok := r.Name(i)
	return n, k, ok && n.Type == names.Person && n.From == i && (n.To >= ph.to || r.Lower(n.To) == ",")
}

// isHonorific reports whether a word is one before a name, or a letter or two of one: "H", "E", "H.E.", "Mr".
func isHonorific(w string) bool {
	if _, title := names.Title(strings.ToLower(w)); title || w == "." {
		return true
	}
	return len(strings.ReplaceAll(w, ".", "")) <= 2 && strings.ToUpper(w) == w
}

// namedBehind finds the person's name that a description is followed by: "one of her lawyers, Ann Bell,".
func (r *resolver) namedBehind(ph phrase) (names.Name, int, bool) {
	for i := ph.coreTo; i < ph.to; i++ {
		if r.Lower(i) != "," && r.Lower(i) != "named" && r.Lower(i) != "called" && r.Lower(i) != "—" {
			continue
		}
		if k := r.personStart(i + 1); k >= 0 && k < ph.to {
			n, x, _ := r.Name(k)
			if n.To >= ph.to || !r.Tag(n.To).Finite() && r.Lower(n.To) != "and" {
				return n, x, true
			}
		}
		if n, x, ok := r.Name(i + 1); ok && r.Lower(i) != "," && n.From == i+1 {
			return n, x, true
		}
	}
	return names.Name{}, -1, false
}

func (r *resolver) spanOf(ph phrase) text.Span { return r.Text.Span(ph.from, ph.to) }

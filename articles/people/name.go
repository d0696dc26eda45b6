package people

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// surnames are those that so many people bear that a name in full does not tell one from all others; roles are the
// nouns that describe too many to tell one.
var (
	surnames = lexicon.Words("names/people", "surnames")
	roles    = lexicon.Words("names/people", "roles")
	generic  = lexicon.Words("names/people", "bodies")
	unique   = lexicon.Words("names/people", "unique")
	suffixes = lexicon.Values("names/people", "suffixes")
)

// name is a name taken apart: folded words, the last of which is the surname as English has it.
type name struct {
	words  []string
	suffix string // "jr", "sr", "iii": empty where there is none
	whole  string // all letters together, so that "Suk-yeol" is "Suk Yeol"
	proper bool   // it reads like a person's name
}

// fold takes from words what people write differently: case, accents, the shape of apostrophes and hyphens.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case strings.ContainsRune(`’‘'"“”`, c):
		case c == '‑' || c == '–':
			b.WriteByte('-')
		case c == ',':
			b.WriteByte(' ')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// nameOf takes a name apart, without the titles before it.
func nameOf(s string) name {
	var n name
	shown := strings.Fields(s)
	for i, w := range strings.Fields(fold(s)) {
		bare := strings.TrimSuffix(w, ".")
		switch long, ok := suffixes[bare]; {
		case ok && len(n.words) > 1:
			n.suffix = long
		case initials(w) != nil:
			n.words = append(n.words, initials(w)...)
		case len(n.words) == 0 && isTitle(bare) && i < len(shown)-1:
		default:
			n.words = append(n.words, strings.Trim(w, "."))
		}
	}
	n.words = nonEmpty(n.words)
	n.whole = strings.ReplaceAll(strings.Join(n.words, ""), "-", "")
	n.proper = n.isProper(shown)
	return n
}

// isTitle reports whether a word before a name is a title and none of the name.
func isTitle(w string) bool {
	if _, ok := names.Title(w); ok && names.Given(w) == 0 {
		return true
	}
	return false
}

// initials are those that a word is made of: "j.d." is "j" and "d"; nil where it is none.
func initials(w string) []string {
	if len(w) == 1 && w >= "a" && w <= "z" {
		return []string{w}
	}
	if !strings.Contains(w, ".") {
		return nil
	}
	var out []string
	for _, part := range strings.Split(strings.TrimSuffix(w, "."), ".") {
		if len([]rune(part)) != 1 {
			return nil
		}
		out = append(out, part)
	}
	return out
}

func nonEmpty(words []string) (out []string) {
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// isProper reports whether the words look like a person's name: all of them begin with a capital but for particles, and
// the last is no noun, unless a given name stands before it: "Judge" is none, "Aaron Judge" is.
func (n *name) isProper(shown []string) bool {
	if len(n.words) == 0 {
		return false
	}
	capitals := 0
	for _, w := range shown {
		switch first := []rune(w)[0]; {
		case unicode.IsUpper(first):
			capitals++
		case unicode.IsLower(first) && !isParticle(w):
			return false
		case unicode.IsDigit(first):
			return false
		}
	}
	if capitals == 0 {
		return false
	}
	_, noun := nouns.Of(n.last())
	_, title := names.Title(n.last())
	return !noun && !title || len(n.words) > 1 && names.Given(n.words[0]) != 0
}

var particles = lexicon.Words("names/words", "particles")

func isParticle(w string) bool { return particles[fold(w)] || strings.Contains(w, "-") }

func (n *name) last() string { return n.words[len(n.words)-1] }

// full reports whether there is a given name or an initial beside the surname.
func (n *name) full() bool { return n.proper && len(n.words) > 1 }

// common reports whether several people may well bear the name, even in full.
func (n *name) common() bool {
	if len(n.words) > 2 && !n.short() {
		return false
	}
	return surnames[n.last()] || surnames[n.words[0]]
}

// short reports whether the given name is an initial alone.
func (n *name) short() bool { return len(n.words) > 1 && len(n.words[0]) == 1 && !n.spelt() }

// spelt reports whether a word between initial and surname is written in full: "J. Edgar Hoover".
func (n *name) spelt() bool {
	for _, w := range n.middle() {
		if len(w) > 1 {
			return true
		}
	}
	return false
}

func (n *name) middle() []string {
	if len(n.words) < 3 {
		return nil
	}
	return n.words[1 : len(n.words)-1]
}

// likeness is how two names stand to each other.
type likeness int

const (
	apart       likeness = iota // nothing in common
	contradicts                 // one surname, and given names, initials or suffixes that cannot be one person's
	surnameOnly                 // one of them is a part of the other
	byInitial                   // "J. Smith", "John Smith"
	bySuffix                    // one of them has "Jr." and the other has not
	byNickname                  // "Chuck Schumer", "Charles Schumer"
	byMiddle                    // "Donald Trump", "Donald J. Trump"
	identical
)

// like tells how two names stand to each other.
func like(a, b *name) likeness {
	switch {
	case len(a.words) == 0 || len(b.words) == 0:
		return apart
	case a.whole == b.whole && a.suffix == b.suffix:
		return identical
	case len(a.words) == 1 || len(b.words) == 1:
		return partly(a, b)
	case a.last() != b.last():
		return apart
	case a.suffix != b.suffix && a.suffix != "" && b.suffix != "":
		return contradicts
	}
	l := likeGiven(a, b)
	if a.suffix != b.suffix && l > surnameOnly {
		l = min(l, bySuffix)
	}
	return l
}

// partly is for names one of which is a single word.
func partly(a, b *name) likeness {
	if len(a.words) > 1 {
		a, b = b, a
	}
	if w := a.words[0]; len(w) > 1 && (w == b.last() || w == b.words[0]) {
		return surnameOnly
	}
	return apart
}

// likeGiven compares what stands before a surname that is the same.
func likeGiven(a, b *name) likeness {
	x, y := a.words[0], b.words[0]
	p, q := nouns.Nickname(x), nouns.Nickname(y)
	l := contradicts
	switch {
	case x == y:
		l = byMiddle
	case len(x) == 1 || len(y) == 1:
		if x[0] == y[0] {
			l = byInitial
		}
	case p == y || q == x || p != "" && p == q:
		l = byNickname
	}
	if l == contradicts || middlesContradict(a.middle(), b.middle()) {
		return contradicts
	}
	if l == byMiddle && len(x) == 1 && (len(a.words) == 2 || len(b.words) == 2) {
		return byInitial
	}
	return l
}

// middlesContradict reports whether both have middle names and these cannot be the same.
func middlesContradict(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if x != y && (len(x) > 1 && len(y) > 1 || x[0] != y[0]) {
			return true
		}
	}
	return false
}

// Ends are the first and the last word of a name, folded and without titles: those by which people of like names are
// looked for. They are empty where it has no words.
func Ends(s string) (first, last string) {
	n := nameOf(s)
	if len(n.words) == 0 {
		return "", ""
	}
	return n.words[0], n.last()
}

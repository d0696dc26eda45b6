package entities

import (
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// compatible reports whether the shorter name f can be that of the longer one g.
func compatible(f, g *form) bool {
	if f.junior != g.junior && f.junior != "" && g.junior != "" {
		return false
	}
	if last(f.words) == last(g.words) {
		if f.junior != g.junior && f.words[0] == g.words[0] && len(f.words) == len(g.words) {
			return false
		}
		given := f.words[0]
		return sameGiven(given, g.words[0]) || hasSuffix(g.words, f.words) ||
			isLaterGiven(given, g.words[:len(g.words)-1])
	}
	return len(f.words) < len(g.words) && (hasPrefix(g.words, f.words) || hasPrefix(g.words[1:], f.words))
}

// SameGiven reports whether two names that end in the same word can be one's, as people write names: one of them is a
// single word, titles and descriptions before it aside, or the given names are the same, or one is the initial or the
// short form of the other. "Tom Bell" can be "Bell", "Sheriff Bell" and "Thomas Bell", but not "Anna Bell". Of other
// names it tells nothing.
func SameGiven(a, b string) bool {
	f, g := written(a), written(b)
	if len(f.words) < 2 || len(g.words) < 2 || last(f.words) != last(g.words) {
		return true
	}
	if f.junior == "" || g.junior == "" { // people leave it out
		f.junior, g.junior = "", ""
	}
	return compatible(f, g) || compatible(g, f)
}

// plainMarks takes the marks out of a name that two ways to write it may differ by.
var plainMarks = strings.NewReplacer("’", "'", ",", " ", "“", "", "”", "", `"`, "")

// written is a name that stands in no article, without the titles and descriptions before it.
func written(name string) *form {
	f := &form{}
	for _, w := range strings.Fields(strings.ToLower(plainMarks.Replace(name))) {
		w = strings.TrimSuffix(w, "'s")
		if first, _, dotted := strings.Cut(w, "."); dotted && len(first) == 1 {
			w = first + "." // the first of several initials: "J.D."
		}
		switch {
		case w == "":
		case juniors[w] && len(f.words) > 0:
			f.junior = " " + strings.TrimSuffix(w, ".")
		default:
			f.words = append(f.words, w)
		}
	}
	for i := len(f.words) - 2; i >= 0; i-- {
		if standsBefore(f.words[i]) {
			f.words = f.words[i+1:]
			break
		}
	}
	return f
}

// standsBefore reports whether a word stands before a name and is none of it: a title, a noun for persons, an article.
func standsBefore(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "its", "their", "our", "my":
		return true
	}
	_, title := names.Title(w)
	noun, known := nouns.Of(w)
	return (title || known && noun.Nature == nouns.Person) && names.Given(w) == 0
}

func last(words []string) string { return words[len(words)-1] }

func hasSuffix(words, end []string) bool {
	return len(words) >= len(end) && strings.Join(words[len(words)-len(end):], " ") == strings.Join(end, " ")
}

func hasPrefix(words, start []string) bool {
	return len(words) >= len(start) && strings.Join(words[:len(start)], " ") == strings.Join(start, " ")
}

// sameGiven reports whether two first names may be one person's: equal, or one the initial of the other.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	if x == "" || y == "" {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0]
	}
	p, q := nouns.Nickname(x), nouns.Nickname(y)
	return p == y || q == x || p != "" && p == q
}

// isLaterGiven reports whether the given name is the second of the other's: "Henry Paul Smith" called "Paul Smith".
func isLaterGiven(given string, others []string) bool {
	for _, o := range others {
		if given == o && len(strings.TrimSuffix(o, ".")) > 1 {
			return true
		}
	}
	return false
}

// better reports whether a name is to be shown rather than another: one of several words, one that begins like a name,
// more words, no capitals throughout, more letters.
func better(a, b string) bool {
	if b == "" {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if p, q := len(x) > 1, len(y) > 1; p != q {
		return p
	}
	if p, q := begins(x[0]), begins(y[0]); p != q {
		return p
	}
	if len(x) != len(y) {
		return len(x) > len(y)
	}
	if p, q := a == strings.ToUpper(a), b == strings.ToUpper(b); p != q {
		return q
	}
	return len(a) > len(b)
}

// begins reports whether a word is a given name or an initial.
func begins(w string) bool { return names.Given(w) != 0 || len(w) == 2 && w[1] == '.' }

package score

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
)

// SameSpeakers reports whether every gold name is among the found ones and every found one among the gold ones.
func SameSpeakers(gold, found []string) bool {
	return allNamed(gold, found) && allNamed(found, gold)
}

func allNamed(names, among []string) bool {
	for _, n := range names {
		if !slices.ContainsFunc(among, func(m string) bool { return SameName(n, m) }) {
			return false
		}
	}
	return true
}

// SameName reports whether two names may be one person's or body's, as the figures count it: all words of one are in
// the other; or the last words are the same, and the first ones do not contradict each other. Titles and articles count
// for nothing.
func SameName(a, b string) bool {
	v, w := NameWords(a), NameWords(b)
	if len(v) == 0 || len(w) == 0 {
		return false
	}
	if within(v, w) || within(w, v) {
		return true
	}
	return v[len(v)-1] == w[len(w)-1] && (slices.Contains(w, v[0]) || slices.Contains(v, w[0]) || sameGiven(v[0], w[0]))
}

// sameGiven reports whether two given names in lower case may be one person's: they are the same, one is the initial of
// the other, or a short form of it, by its beginning or by the table of nicknames.
func sameGiven(a, b string) bool {
	v, w := []rune(a), []rune(b)
	switch {
	case a == b, v[0] == w[0] && min(len(v), len(w)) == 1:
		return true
	case min(len(v), len(w)) > shortestForm-1 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)):
		return true
	}
	return slices.ContainsFunc(nicknames, func(n []string) bool { return slices.Contains(n, a) && slices.Contains(n, b) })
}

// shortestForm is how many letters the beginning of a name must have to be taken for its short form: "Dan", not "Da".
const shortestForm = 3

//go:embed nicknames.txt
var nicknameTable string

// nicknames are the sets of given names that one person may bear.
var nicknames = func() (sets [][]string) {
	for line := range strings.Lines(nicknameTable) {
		if !strings.HasPrefix(line, "#") {
			sets = append(sets, strings.Fields(line))
		}
	}
	return sets
}()

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// offices stand before a name as titles do.
var offices = map[string]bool{"president": true, "prime": true, "minister": true, "secretary": true}

// NameWords are the words of a name in lower case without titles and articles, or all of them where nothing else is
// left.
func NameWords(name string) []string {
	var all, telling []string
	for s := withoutGenitive(name); s != ""; {
		end, _ := run(s, 0)
		if end == 0 {
			_, end = utf8.DecodeRuneInString(s)
			s = s[end:]
			continue
		}
		w := lower(s[:end])
		if all = append(all, w); !weak[w] && !offices[w] {
			telling = append(telling, w)
		}
		s = s[end:]
	}
	if len(telling) == 0 {
		return all
	}
	return telling
}

// withoutGenitive takes each 's out of a name that ends a word.
func withoutGenitive(name string) string {
	var b strings.Builder
	for s := name; s != ""; {
		_, n := apostrophe(s)
		if n > 0 && strings.HasPrefix(s[n:], "s") {
			if end, _ := run(s, n); end == n+1 {
				s = s[end:]
				continue
			}
		}
		_, n = utf8.DecodeRuneInString(s)
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

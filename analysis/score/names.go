package score

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sameSpeakers reports whether every gold name is among the found ones and every found one among the gold ones.
func sameSpeakers(gold, found []string) bool {
	return allNamed(gold, found) && allNamed(found, gold)
}

func allNamed(names, among []string) bool {
	for _, n := range names {
		if !slices.ContainsFunc(among, func(m string) bool { return sameName(n, m) }) {
			return false
		}
	}
	return true
}

// SameName reports whether two names may be one person's, as the figures count it: they end in the same word, or all words
// of one are in the other.
func SameName(a, b string) bool { return sameName(a, b) }

// sameName reports whether two names end in the same word, or all words of one are in the other.
func sameName(a, b string) bool {
	v, w := nameWords(a), nameWords(b)
	if len(v) == 0 || len(w) == 0 {
		return false
	}
	return v[len(v)-1] == w[len(w)-1] || within(v, w) || within(w, v)
}

func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// offices stand before a name as titles do.
var offices = map[string]bool{"president": true, "prime": true, "minister": true, "secretary": true}

// nameWords are the words of a name in lower case without titles and articles, or all of them where nothing else is left.
func nameWords(name string) []string {
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

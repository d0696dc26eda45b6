package markdown

import (
	"strings"

	"hearsay/articles/source/details"
)

// front is what stands before a Markdown text between two lines of dashes, or of plus signs: its simple "key: value"
// and "key = value" lines, keys in lower case. Nested values are of no use here and left out.
type front map[string]string

// longestFront is how far the closing line is looked for.
const longestFront = 64 << 10

// cutFront parts a front matter from the text after it.
func cutFront(s string) (f front, body string, ok bool) {
	fence, rest, _ := strings.Cut(s, "\n")
	fence = strings.TrimRight(fence, " \t\r")
	if fence != "---" && fence != "+++" {
		return nil, s, false
	}
	f = front{}
	head := rest[:min(len(rest), longestFront)]
	for at := 0; at < len(head); {
		line, _, _ := strings.Cut(head[at:], "\n")
		at += len(line) + 1
		trimmed := strings.TrimRight(line, " \t\r")
		if trimmed == fence || fence == "---" && trimmed == "..." {
			return f, rest[min(at, len(rest)):], len(f) > 0
		}
		f.add(trimmed)
	}
	return nil, s, false
}

// add takes in a line.
func (f front) add(line string) {
	i := strings.IndexAny(line, ":=")
	if i <= 0 || strings.HasPrefix(line, "#") || strings.TrimSpace(line[:1]) == "" {
		return
	}
	key := strings.ToLower(strings.TrimSpace(line[:i]))
	if value := scalar(strings.TrimSpace(line[i+1:])); value != "" {
		f[key] = value
	}
}

// scalar is a value without its quotes, lists of words written in one line as words with commas.
func scalar(s string) string {
	n := len(s)
	switch {
	case n >= 2 && s[0] == '"' && s[n-1] == '"':
		return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s[1 : n-1])
	case n >= 2 && s[0] == '\'' && s[n-1] == '\'':
		return strings.ReplaceAll(s[1:n-1], "''", "'")
	case n >= 2 && s[0] == '[' && s[n-1] == ']':
		var parts []string
		for _, p := range strings.Split(s[1:n-1], ",") {
			parts = append(parts, scalar(strings.TrimSpace(p)))
		}
		return strings.Join(parts, ", ")
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// first is the value of the first of the keys that has one.
func (f front) first(keys ...string) string {
	for _, k := range keys {
		if f[k] != "" {
			return details.Flat(f[k])
		}
	}
	return ""
}

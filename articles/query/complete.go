package query

import (
	"slices"
	"strings"
)

// Completion is what may stand in place of the bytes from From to To of a query, the likeliest first.
type Completion struct {
	From, To int
	Options  []string
}

// mostOptions is how many options are offered.
const mostOptions = 12

// Complete tells what the word that ends at a byte of a query may become: a field, a flag, a saved query or a value.
// Values gives those of a field, and the names of saved queries for the field "@".
func Complete(s string, at int, values func(field Field, prefix string) []string) Completion {
	at = max(0, min(at, len(s)))
	from := 1 + strings.LastIndexFunc(s[:at], func(r rune) bool { return isSpace(r) || r == '(' })
	from += len(s[from:at]) - len(strings.TrimLeft(s[from:at], "-"+Minus))
	out := Completion{From: from, To: at}
	word := s[from:at]
	name, value, fielded := strings.Cut(word, ":")
	field := Field(strings.ToLower(name))
	switch {
	case strings.HasPrefix(word, "@"):
		for _, v := range values("@", word[1:]) {
			out.Options = append(out.Options, "@"+v)
		}
	case fielded && slices.Contains(fields, field):
		list, few := choices[field]
		if !few {
			list = values(field, strings.Trim(value, `"`))
		}
		for _, v := range list {
			if few && !strings.HasPrefix(v, strings.ToLower(value)) {
				continue
			}
			out.Options = append(out.Options, String(Term{field, v}))
		}
	case word != "":
		for _, f := range fields {
			if strings.HasPrefix(string(f), strings.ToLower(word)) {
				out.Options = append(out.Options, string(f)+":")
			}
		}
		for _, f := range flags {
			if strings.HasPrefix(string(f), strings.ToLower(word)) {
				out.Options = append(out.Options, string(f))
			}
		}
	}
	out.Options = out.Options[:min(len(out.Options), mostOptions)]
	return out
}

// Wanted are the words and phrases of a query that stand in the texts it finds, for what shows where they do.
func Wanted(e Expr) (out []string) {
	switch e := e.(type) {
	case Term:
		if e.Field == Words || e.Field == Said || e.Field == Title {
			return []string{e.Value}
		}
	case And:
		for _, x := range e.Of {
			out = append(out, Wanted(x)...)
		}
	case Or:
		for _, x := range e.Of {
			out = append(out, Wanted(x)...)
		}
	}
	return out
}

// Plain reports whether a query is nothing but words and phrases that are looked for anywhere.
func Plain(e Expr) bool {
	switch e := e.(type) {
	case All:
		return true
	case Term:
		return e.Field == Words
	case And:
		return !slices.ContainsFunc(e.Of, func(x Expr) bool { return !Plain(x) })
	}
	return false
}

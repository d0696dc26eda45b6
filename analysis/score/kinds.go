package score

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

// mostlyQuoted is the percentage of a direct content's letters that stand in quotation marks: people mark the comma
// behind the closing mark, or a word before the opening one.
const mostlyQuoted = 95

// Kinds tells how contents stand in a text: direct where at least 95 % of the letters stand in double quotation marks,
// indirect where none does, mixed where some do.
type Kinds struct {
	text   string
	quoted []analysis.Span // the outermost stretches in double marks, in order
}

// NewKinds finds the quotation marks of a text.
func NewKinds(s string) *Kinds {
	k := &Kinds{text: s}
	for _, q := range quotations.Find(text.Split(s, nil), nil).Quotations {
		if n := len(k.quoted); !q.Single && (n == 0 || q.Start >= k.quoted[n-1].End) {
			k.quoted = append(k.quoted, q.Span)
		}
	}
	return k
}

// Of tells the kind of a content.
func (k *Kinds) Of(content []analysis.Span) analysis.Kind {
	inside, all := 0, 0
	for _, p := range content {
		i := sort.Search(len(k.quoted), func(i int) bool { return k.quoted[i].End > p.Start })
		all += letters(p.Of(k.text))
		for ; i < len(k.quoted) && k.quoted[i].Start < p.End; i++ {
			inside += letters(k.text[max(p.Start, k.quoted[i].Start):min(p.End, k.quoted[i].End)])
		}
	}
	switch {
	case inside == 0:
		return analysis.Indirect
	case inside*100 >= all*mostlyQuoted:
		return analysis.Direct
	}
	return analysis.Mixed
}

// letters counts the letters and digits of a text.
func letters(s string) (n int) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
		i += size
	}
	return n
}

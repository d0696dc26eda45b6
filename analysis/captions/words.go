package captions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// word is a word between blanks, as it stands and without the marks around it in lower case.
type word struct {
	text.Span
	as, bare string
}

// marks are what stands around words without belonging to them.
const marks = `.,;:!?()[]"“”'‘’|/-–—*_`

// cut cuts a paragraph into words.
func cut(s string, p text.Span) (out []word) {
	start := -1
	for i, r := range s[p.Start:p.End] + " " {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			w := s[p.Start+start : p.Start+i]
			out = append(out, word{text.Span{Start: p.Start + start, End: p.Start + i}, w,
				strings.ToLower(strings.Trim(w, marks))})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	return out
}

// capital reports whether a word begins with a capital letter or a digit, or is nothing but marks.
func (w word) capital() bool {
	if w.bare == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w.as, marks))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// ends reports whether a word ends a sentence, or what stands for one.
func (w word) ends() bool {
	return endsSentence(w.as) && len(w.bare) > 1
}

// endsSentence reports whether words end with a mark that ends a sentence, or a bar.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"”’')]`))
	return strings.ContainsRune(".!?|", r)
}

// brackets reports whether a word opens a bracket.
func (w word) brackets() bool { return strings.HasPrefix(w.as, "(") || strings.HasPrefix(w.as, "[") }

// parts are the parts of a word between slashes, without marks and in lower case.
func (w word) parts() []string {
	all := strings.Split(w.bare, "/")
	for i := range all {
		all[i] = strings.Trim(all[i], marks)
	}
	return all
}

// longestLead is how many words at most an entry of the list of notes has.
const longestLead = 6

// lead are the first words of a paragraph in lower case, as they stand but for colons, which lists cannot hold.
func lead(words []word) string {
	var b strings.Builder
	for i, w := range words[:min(len(words), longestLead)] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ReplaceAll(strings.ToLower(w.as), ":", ""))
	}
	return b.String()
}

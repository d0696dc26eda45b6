package score

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
)

// weak are the words that tell nothing of who is meant: determiners, prepositions, titles.
var weak = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields("a an the of in at for from to by and or his her its their our my your this that " +
		"these those mr mrs ms dr sen rep gov") {
		all[w] = true
	}
	return all
}()

// sheet is a text cut into words.
type sheet struct {
	text   string
	tokens []analysis.Span
}

func newSheet(text string) sheet { return sheet{text, tokens(text)} }

// tokens cuts a text into words: \w+(?:['’]\w+)* of Python's regular expressions, less those of underscores alone.
func tokens(s string) []analysis.Span {
	out := make([]analysis.Span, 0, len(s)/6)
	for i := 0; i < len(s); {
		end, told := run(s, i)
		if end == i {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		for {
			_, n := apostrophe(s[end:])
			more, also := run(s, end+n)
			if n == 0 || more == end+n {
				break
			}
			end, told = more, told || also
		}
		if told {
			out = append(out, analysis.Span{Start: i, End: end})
		}
		i = end
	}
	return out
}

// apostrophe gives the apostrophe that a text begins with, and its length; 0 where it begins with none.
func apostrophe(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r != '\'' && r != '’' {
		return 0, 0
	}
	return r, n
}

// run is where the run of word characters that begins at i ends, and whether one of them is more than an underscore.
func run(s string, i int) (end int, told bool) {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordly(r) {
			break
		}
		told = told || r != '_'
		i += n
	}
	return i, told
}

// wordly is Python's \w: every letter and every sort of number, ² ½ Ⅷ and 一 among them, but no combining mark.
func wordly(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || asciiLetterOrDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

func asciiLetterOrDigit(r rune) bool {
	small := r | 0x20
	return 'a' <= small && small <= 'z' || '0' <= r && r <= '9'
}

// lower is Python's lower-casing as far as it concerns words to be compared: the dot of İ stays a mark of its own.
func lower(s string) string { return strings.ToLower(strings.ReplaceAll(s, "İ", "i\u0307")) }

// words are the numbers of words of a sheet, in order, each once.
type words []int

func (w words) equal(v words) bool { return slices.Equal(w, v) }

// at are the words that share a byte with the spans.
func (s *sheet) at(spans []analysis.Span) words {
	var out words
	for _, p := range spans {
		first := sort.Search(len(s.tokens), func(i int) bool { return s.tokens[i].End > p.Start })
		for i := first; i < len(s.tokens) && s.tokens[i].Start < p.End; i++ {
			out = append(out, i)
		}
	}
	if len(spans) > 1 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}

// worded gives the attributions whose content holds a word.
func (s *sheet) worded(all []Attribution) []worded {
	var out []worded
	for i, a := range all {
		if content := s.at(a.Content); len(content) > 0 {
			out = append(out, worded{a, content, s.at(a.Cue), s.at(a.Source), i})
		}
	}
	return out
}

// shareStrong reports whether two lists share a word that is not weak.
func (s *sheet) shareStrong(a, b words) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			if !weak[lower(s.tokens[a[i]].Of(s.text))] {
				return true
			}
			i++
			j++
		}
	}
	return false
}

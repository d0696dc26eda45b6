package people

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// mostCompany bounds how many names of an article are kept: those it uses most.
const mostCompany = 48

// Hear gives the voices of an article, in the order of its speakers: what was found in its text, and the beginning of
// the text's sum. Outlet and date are the caller's to add.
func Hear(article, text string, d *analysis.Document) []Voice {
	company := Company(text, d.Sentences)
	heard := d.Voices(text)
	out := make([]Voice, len(d.Speakers))
	for i, s := range d.Speakers {
		v := Voice{Key: Key{Article: article, Name: s.Name}, Speaker: i, Names: s.Names, Type: s.Type, Gender: s.Gender,
			Company: company, Quotes: len(heard.By[i].Said), Words: heard.By[i].Words}
		if len(s.Mentions) > 0 {
			v.At = s.Mentions[0].Start
		}
		v.Description = strings.Join(strings.Fields(s.Description.Of(text)), " ")
		out[i] = v
	}
	return out
}

// Company are the names in a text, folded: words with a capital that stand within sentences and are no titles, given
// names, nouns or countries, which many articles have.
func Company(text string, sentences []analysis.Span) []string {
	counts := map[string]int{}
	for _, s := range sentences {
		for i, w := range strings.FieldsFunc(s.Of(text), partsWords) {
			first, _ := utf8.DecodeRuneInString(w)
			if i > 0 && unicode.IsUpper(first) && utf8.RuneCountInString(w) > 2 {
				counts[strings.TrimSuffix(fold(strings.TrimSuffix(w, "’s")), "-")]++
			}
		}
	}
	var out []string
	for w := range counts {
		if tells(w) {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	out = out[:min(len(out), mostCompany)]
	slices.Sort(out)
	return slices.Clip(out)
}

func partsWords(c rune) bool { return !unicode.IsLetter(c) && c != '-' && c != '’' }

// tells reports whether a name in the company of two voices tells anything of them.
func tells(w string) bool {
	if w == "" || names.Given(w) != 0 || nouns.Allegiance(w) {
		return false
	}
	_, title := names.Title(w)
	_, noun := nouns.Of(w)
	place := nouns.IsCountry(w) || nouns.IsPlace(w) || nouns.Nation(w) != ""
	return !title && !noun && !place
}

package scores

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles"
	"hearsay/ui/cli/oneline"
)

// Fault is an attribution that is not as gold has it, with the words that it is about and where they stand.
type Fault struct {
	Sort score.Sort `json:"error"`
	ID   string     `json:"id"`
	Kind string     `json:"kind"`
	// Line is that of the article's text in which the content begins, from 1; Start and End are its code points.
	Line    int    `json:"line"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Source  string `json:"source"`
	Cue     string `json:"cue"`
	Content string `json:"content"`
	// Taken is the source that was found in place of the right one.
	Taken string `json:"found,omitempty"`
}

// FaultsOf looks up the words of an article's faults.
func FaultsOf(a *articles.Article, all []score.Fault) []Fault {
	out := make([]Fault, len(all))
	for i, f := range all {
		of := f.Gold
		if of == nil {
			of = f.Found
		}
		start, end := of.Content[0].Start, of.Content[len(of.Content)-1].End
		out[i] = Fault{Sort: f.Sort, ID: a.ID, Kind: of.Kind.String(),
			Line:  1 + strings.Count(a.Text[:start], "\n"),
			Start: utf8.RuneCountInString(a.Text[:start]), End: utf8.RuneCountInString(a.Text[:end]),
			Source: wordsAt(a.Text, of.Source), Cue: wordsAt(a.Text, of.Cue), Content: wordsAt(a.Text, of.Content)}
		if f.Sort == score.WrongSource {
			out[i].Taken = wordsAt(a.Text, f.Found.Source)
		}
	}
	return out
}

// wordsAt are the words of a text at spans, in one line.
func wordsAt(text string, spans []analysis.Span) string {
	parts := make([]string, len(spans))
	for i, p := range spans {
		parts[i] = strings.Join(strings.Fields(p.Of(text)), " ")
	}
	return strings.Join(parts, " … ")
}

// longestWords is how many code points of a content are shown: enough to know it by.
const longestWords = 300

// write shows a fault to people: what is wrong and where in one line, and the words below.
func (f *Fault) write(w io.Writer) {
	fmt.Fprintf(w, "%s, %s · %s · line %d, characters %d-%d\n", f.Sort, f.Kind,
		oneline.Clean(oneline.Shorten(f.ID, oneline.LongestName)), f.Line, f.Start, f.End)
	taken := ""
	if f.Sort == score.WrongSource {
		taken = cmp.Or(f.Taken, "(none)")
	}
	for _, part := range []struct{ name, words string }{{"source", f.Source}, {"found", taken}, {"cue", f.Cue},
		{"content", f.Content}} {
		if part.words != "" {
			fmt.Fprintf(w, "  %-8s %s\n", part.name, oneline.Clean(oneline.Shorten(part.words, longestWords)))
		}
	}
}

package told

import (
	"fmt"
	"strings"

	"hearsay/analysis"
)

// Tally tells how much of what is quoted is whose.
type Tally struct {
	words  int
	by     []int // by speaker
	quotes [][]int
}

// NewTally counts the quoted words of a text.
func NewTally(text string, d *analysis.Document) Tally {
	t := Tally{by: make([]int, len(d.Speakers)), quotes: make([][]int, len(d.Speakers))}
	for i, q := range d.Quotes {
		n := analysis.Words(text, q.Content)
		t.words += n
		for _, s := range q.Speakers {
			t.by[s] += n
			t.quotes[s] = append(t.quotes[s], i)
		}
	}
	return t
}

// Quotes are those of a speaker, as indexes into Document.Quotes.
func (t Tally) Quotes(speaker int) []int { return t.quotes[speaker] }

// Share is how many hundredths of all quoted words are a speaker's. What several say together is each one's.
func (t Tally) Share(speaker int) int { return (100*t.by[speaker] + t.words/2) / max(t.words, 1) }

// Amount says how much a speaker says.
func (t Tally) Amount(speaker int) string {
	quotes := t.quotes[speaker]
	if len(quotes) == 0 {
		return "not quoted."
	}
	return fmt.Sprintf("%s (%s) with %d %% of all quoted words.", Count(len(quotes), "quote"), Numbers(quotes), t.Share(speaker))
}

// Kinds says in which kinds of words a speaker is quoted: "2 direct, 1 indirect."; it is empty for who is not quoted.
func (t Tally) Kinds(d *analysis.Document, speaker int) string {
	var n [3]int
	for _, q := range t.quotes[speaker] {
		n[d.Quotes[q].Kind]++
	}
	var out []string
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n[k] > 0 {
			out = append(out, fmt.Sprintf("%d %s", n[k], k))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, ", ") + "."
}

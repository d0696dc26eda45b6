package told

import (
	"fmt"
	"strings"

	"hearsay/analysis"
)

// Tally tells how much of what is said is whose.
type Tally struct{ analysis.Voices }

// NewTally counts the words that speakers said in a text.
func NewTally(text string, d *analysis.Document) Tally { return Tally{d.Voices(text)} }

// Quotes are those of what a speaker said, as indexes into Document.Quotes.
func (t Tally) Quotes(speaker int) []int { return t.By[speaker].Said }

// Amount says how much a speaker says.
func (t Tally) Amount(speaker int) string {
	quotes := t.Quotes(speaker)
	out := "not quoted"
	if len(quotes) > 0 {
		out = fmt.Sprintf("%s (%s) with %d %% of all quoted words", Count(len(quotes), "quote"), Numbers(quotes),
			t.Share(speaker))
	}
	if apart := t.Apart(speaker); apart != "" {
		out += "; " + apart
	}
	return out + "."
}

// Apart tells what a speaker is told not to have said, and where they would not speak, which is no part of their share:
// "denied to have said quote 5; declined to comment in quotes 8, 9". It is empty where there is neither.
func (t Tally) Apart(speaker int) string {
	var out []string
	v := t.By[speaker]
	if len(v.Denied) > 0 {
		out = append(out, denied+" "+numbered(v.Denied))
	}
	if len(v.Refused) > 0 {
		out = append(out, refused+" in "+numbered(v.Refused))
	}
	return strings.Join(out, "; ")
}

func numbered(quotes []int) string {
	if len(quotes) == 1 {
		return "quote " + Numbers(quotes)
	}
	return "quotes " + Numbers(quotes)
}

// Kinds says in which kinds of words a speaker is quoted: "2 direct, 1 indirect."; it is empty for who is not quoted.
func (t Tally) Kinds(d *analysis.Document, speaker int) string {
	var n [3]int
	for _, q := range t.Quotes(speaker) {
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

// Counts say how much was found: "4 quotes (1 denied, 1 declined to comment)", "2 speakers", "1 position".
func Counts(d *analysis.Document) []string {
	var n [3]int
	for _, q := range d.Quotes {
		n[q.Polarity]++
	}
	var apart []string
	if n[analysis.Denied] > 0 {
		apart = append(apart, fmt.Sprintf("%d denied", n[analysis.Denied]))
	}
	if n[analysis.Refused] > 0 {
		apart = append(apart, fmt.Sprintf("%d %s", n[analysis.Refused], refused))
	}
	quotes := Count(len(d.Quotes), "quote")
	if len(apart) > 0 {
		quotes += " (" + strings.Join(apart, ", ") + ")"
	}
	return []string{quotes, Count(len(d.Speakers), "speaker"), Count(len(d.Positions), "position")}
}

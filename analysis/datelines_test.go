package analysis_test

import (
	"slices"
	"strings"
	"testing"
)

// The first sentence of a wire story is a quote as any other, without its dateline, and the place says nothing.
func TestTheLedeIsAQuoteWithoutItsDateline(t *testing.T) {
	e := load(t)
	for _, c := range []struct{ dateline, lede, words, who string }{
		{"HAVN (Agency) - ", "The harbour will be closed until spring, Mayor Ann Bell said.",
			"The harbour will be closed until spring", "Ann Bell"},
		{"Havn, 3 March (Agency) – ", "The harbour will be closed until spring, Mayor Ann Bell said on Monday.",
			"The harbour will be closed until spring", "Ann Bell"},
		{"ROMVIK, Oct. 3 (Reuters) — ", "Fire destroyed the old mill on Sunday night, the police said.",
			"Fire destroyed the old mill on Sunday night", "the police"},
		{"ROMVIK, Vessany — ", "“We will build it again,” said Tom Dorn, who owns the mill.", "We will build it again",
			"Tom Dorn"},
		{"HAVN/ROMVIK (Agency) - ", "Orme Rail said on Monday that it would buy eleven trams.",
			"it would buy eleven trams", "Orme Rail"},
		{"HAVN, January 22. /TASS/. ", "The bridge will not be ready in June, Tom Dorn said.",
			"The bridge will not be ready in June", "Tom Dorn"},
		{"NEW HAVN: ", "The bridge will not be ready in June, Minister Tom Dorn said.",
			"The bridge will not be ready in June", "Tom Dorn"},
		{"HAVN, May 27 (Xinhua) -- ", "The price of bread will not rise, Premier Ruth Amery told the assembly.",
			"The price of bread will not rise", "Ruth Amery"},
		{"By Lena Holm in Romvik - ", "The price of bread will not rise, Premier Ruth Amery told the assembly.",
			"The price of bread will not rise", "Ruth Amery"},
		{"HAVN — ", "The price of bread will not rise, Premier Ruth Amery told the assembly.",
			"The price of bread will not rise", "Ruth Amery"},
	} {
		text := c.dateline + c.lede + "\n\nThe works have been closed since 2019. Nobody was hurt."
		d := analyze(t, e, text)
		found := false
		for _, q := range d.Quotes {
			for _, part := range q.Content {
				if part.Start < len(c.dateline) {
					t.Errorf("%q: the dateline is in %q", c.dateline, part.Of(text))
				}
			}
			var who []string
			for _, s := range q.Speakers {
				who = append(who, d.Speakers[s].Name)
			}
			found = found || strings.Contains(q.Content[0].Of(text), c.words) && slices.Equal(who, []string{c.who})
		}
		if !found {
			t.Errorf("%q: nobody says %q", c.dateline, c.words)
		}
	}
}

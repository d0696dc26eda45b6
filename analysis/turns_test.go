package analysis_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
)

// layout is a text in one of the layouts of testdata/turns.txt, with the turns that it has.
type layout struct {
	name, text string
	turns      []string
}

func layouts(t *testing.T) (out []layout) {
	t.Helper()
	file, err := os.ReadFile("testdata/turns.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(file), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		words, turns, ok := strings.Cut(rest, "\n---\n")
		if !ok {
			t.Fatalf("%s: no dashes", name)
		}
		l := layout{name: name, text: words}
		if turns = strings.TrimSpace(turns); turns != "" {
			l.turns = strings.Split(turns, "\n")
		}
		out = append(out, l)
	}
	return out
}

// turnsOf are the turns that were found, as the file writes them.
func turnsOf(d *analysis.Document, s string) (out []string) {
	for _, q := range d.Quotes {
		if !strings.HasPrefix(q.Why.Found, "the paragraph") {
			continue
		}
		who := "nobody"
		for i, k := range q.Speakers {
			if i == 0 {
				who = ""
			}
			who += d.Speakers[k].Name
		}
		var words []string
		for _, p := range q.Content {
			words = append(words, strings.Join(strings.Fields(p.Of(s)), " "))
		}
		out = append(out, who+" | "+strings.Join(words, " … "))
	}
	return out
}

func TestWhoSpeaksInTranscriptsAndInterviews(t *testing.T) {
	e := load(t)
	for _, l := range layouts(t) {
		d := analyze(t, e, l.text)
		if got := turnsOf(d, l.text); !slices.Equal(got, l.turns) {
			t.Errorf("%s:\n%s\nwant\n%s", l.name, strings.Join(got, "\n"), strings.Join(l.turns, "\n"))
		}
	}
}

// Two line ends in place of one, or Windows' line ends, change nothing of who speaks.
func TestTurnsDoNotHangOnHowLinesEnd(t *testing.T) {
	e := load(t)
	for _, l := range layouts(t) {
		s := strings.ReplaceAll(l.text, "\n", "\r\n")
		if got := turnsOf(analyze(t, e, s), s); !slices.Equal(got, l.turns) {
			t.Errorf("%s, with \\r\\n:\n%s", l.name, strings.Join(got, "\n"))
		}
	}
}

func TestOthersQuotedWithinATurnKeepTheirOwnWords(t *testing.T) {
	s := "MARA LIND, HOST: Is it true that you were warned?\n\n" +
		"TOM BELL: Yes. The harbour master, Ruth Amery, told us on Monday that the pier would fall. " +
		"I said it would hold.\n\n" +
		"LIND: And it fell."
	d := analyze(t, load(t), s)
	var whole, inner int
	for _, q := range d.Quotes {
		words := q.Content[0].Of(s)
		switch who := d.Speakers[q.Speakers[0]].Name; {
		case strings.HasPrefix(words, "Yes."):
			whole++
			if who != "Tom Bell" || !strings.HasSuffix(words, "would hold.") {
				t.Errorf("%s: %q", who, words)
			}
		case strings.Contains(words, "pier would fall"):
			inner++
			if who != "Ruth Amery" {
				t.Errorf("%s: %q", who, words)
			}
		case strings.Contains(words, "would hold"):
			t.Errorf("what Bell says of himself is a second quote: %q", words)
		}
	}
	if whole != 1 || inner != 1 {
		t.Errorf("%d and %d of %+v", whole, inner, d.Quotes)
	}
}

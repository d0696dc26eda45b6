package marked_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/export/marked"
)

// brackets writes the number of a quote and a bracket around it.
type brackets struct{ strings.Builder }

func (b *brackets) Begin(p marked.Part) { fmt.Fprintf(b, "[%d ", p.Quote+1) }
func (b *brackets) End()                { b.WriteByte(']') }
func (b *brackets) Words(s string)      { b.WriteString(s) }

func paragraph(w *marked.Walker, from, to int) string {
	var b brackets
	w.Paragraph(analysis.Span{Start: from, End: to}, &b)
	return b.String()
}

func quotesAt(spans ...[2]int) *analysis.Document {
	d := &analysis.Document{}
	for _, s := range spans {
		d.Quotes = append(d.Quotes, analysis.Quote{Content: []analysis.Span{{Start: s[0], End: s[1]}}})
	}
	return d
}

func TestBracketsStandWhereQuotesDo(t *testing.T) {
	const text = "one two three four"
	tests := map[string]struct {
		doc  *analysis.Document
		want string
	}{
		"none":               {quotesAt(), "one two three four"},
		"one":                {quotesAt([2]int{4, 7}), "one [1 two] three four"},
		"all":                {quotesAt([2]int{0, 18}), "[1 one two three four]"},
		"side by side":       {quotesAt([2]int{0, 3}, [2]int{3, 7}), "[1 one][2  two] three four"},
		"one in the other":   {quotesAt([2]int{0, 18}, [2]int{4, 7}), "[1 one [2 two] three four]"},
		"beginning together": {quotesAt([2]int{0, 3}, [2]int{0, 7}), "[2 [1 one] two] three four"},
		"ending together":    {quotesAt([2]int{0, 7}, [2]int{4, 7}), "[1 one [2 two]] three four"},
		"overlapping":        {quotesAt([2]int{0, 7}, [2]int{4, 13}), "[1 one [2 two]][2  three] four"},
		"the same words":     {quotesAt([2]int{4, 7}, [2]int{4, 7}), "one [1 [2 two]] three four"},
		"an empty one":       {quotesAt([2]int{4, 4}), "one two three four"},
		"three, each over a next": {quotesAt([2]int{0, 7}, [2]int{0, 13}, [2]int{4, 18}),
			"[2 [1 one [3 two]][3  three]][3  four]"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := paragraph(marked.New(text, test.doc), 0, len(text)); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestAQuoteOverParagraphsIsBracketedInEach(t *testing.T) {
	const text = "He said: one\n\ntwo\n\nthree. End"
	w := marked.New(text, quotesAt([2]int{9, 25}))
	var got []string
	for _, p := range []analysis.Span{{Start: 0, End: 12}, {Start: 14, End: 17}, {Start: 19, End: 29}} {
		got = append(got, paragraph(w, p.Start, p.End))
	}
	if s := strings.Join(got, "|"); s != "He said: [1 one]|[1 two]|[1 three.] End" {
		t.Errorf("got %s", s)
	}
}

var bracket = regexp.MustCompile(`\[[0-9]+ |\]`)

// FuzzWalker puts quotes anywhere in any text: the brackets balance, and without them the words are unchanged.
func FuzzWalker(f *testing.F) {
	f.Add("one two three four", []byte{0, 7, 4, 13})
	f.Add("a\u0301 😀  \x1b b\n", []byte{0, 1, 0, 9, 3, 200, 9, 9})
	f.Fuzz(func(t *testing.T, text string, at []byte) {
		text = strings.NewReplacer("[", "(", "]", ")", "0", "o", "1", "i").Replace(strings.ToValidUTF8(text, "?"))
		boundary := func(i byte) int {
			n := int(i) * len(text) / 255
			for n > 0 && n < len(text) && text[n]&0xc0 == 0x80 {
				n--
			}
			return n
		}
		d := &analysis.Document{}
		for i := 0; i+1 < len(at); i += 2 {
			from, to := boundary(min(at[i], at[i+1])), boundary(max(at[i], at[i+1]))
			d.Quotes = append(d.Quotes, analysis.Quote{Content: []analysis.Span{{Start: from, End: to}}})
		}
		w := marked.New(text, d)
		middle := boundary(128)
		got := paragraph(w, 0, middle) + paragraph(w, middle, len(text))
		depth := 0
		for _, r := range got {
			switch r {
			case '[':
				depth++
			case ']':
				depth--
			}
			if depth < 0 {
				t.Fatalf("%q closes what is not open", got)
			}
		}
		if depth != 0 {
			t.Errorf("%q leaves brackets open", got)
		}
		if words := bracket.ReplaceAllString(got, ""); words != text {
			t.Errorf("%q became %q", text, words)
		}
	})
}

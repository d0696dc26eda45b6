package export

import (
	"regexp"
	"strings"
	"testing"

	"hearsay/analysis"
)

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
		"none":                    {quotesAt(), "one two three four"},
		"one":                     {quotesAt([2]int{4, 7}), "one [1 two] three four"},
		"all":                     {quotesAt([2]int{0, 18}), "[1 one two three four]"},
		"side by side":            {quotesAt([2]int{0, 3}, [2]int{3, 7}), "[1 one][2 two] three four"},
		"one in the other":        {quotesAt([2]int{0, 18}, [2]int{4, 7}), "[1 one [2 two] three four]"},
		"beginning together":      {quotesAt([2]int{0, 3}, [2]int{0, 7}), "[2 [1 one] two] three four"},
		"ending together":         {quotesAt([2]int{0, 7}, [2]int{4, 7}), "[1 one [2 two]] three four"},
		"overlapping":             {quotesAt([2]int{0, 7}, [2]int{4, 13}), "[1 one [2 two]][2 three] four"},
		"the same words":          {quotesAt([2]int{4, 7}, [2]int{4, 7}), "one [1 [2 two]] three four"},
		"an empty one":            {quotesAt([2]int{4, 4}), "one two three four"},
		"three, each over a next": {quotesAt([2]int{0, 7}, [2]int{0, 13}, [2]int{4, 18}), "[2 [1 one [3 two]][3 three]][3 four]"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := marker{text: text, todo: parts(test.doc)}
			if got := m.paragraph(analysis.Span{Start: 0, End: len(text)}); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

func TestAQuoteOverParagraphsIsBracketedInEach(t *testing.T) {
	const text = "He said: one\n\ntwo\n\nthree. End"
	m := marker{text: text, todo: parts(quotesAt([2]int{9, 25}))}
	var got []string
	for _, p := range []analysis.Span{{Start: 0, End: 12}, {Start: 14, End: 17}, {Start: 19, End: 29}} {
		got = append(got, m.paragraph(p))
	}
	if s := strings.Join(got, "|"); s != "He said: [1 one]|[1 two]|[1 three.] End" {
		t.Errorf("got %s", s)
	}
}

var bracket = regexp.MustCompile(`\[[0-9]+|\]`)

// FuzzMarker puts quotes anywhere in any text: the brackets balance, and without them the words are unchanged.
func FuzzMarker(f *testing.F) {
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
		m := marker{text: text, todo: parts(d)}
		middle := boundary(128)
		got := m.paragraph(analysis.Span{Start: 0, End: middle}) + "\n" + m.paragraph(analysis.Span{Start: middle, End: len(text)})
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
		want := strings.Join(strings.Fields(clean(text[:middle])+"\n"+clean(text[middle:])), "")
		if words := strings.Join(strings.Fields(bracket.ReplaceAllString(got, "")), ""); words != want {
			t.Errorf("%q became %q", want, words)
		}
	})
}

// FuzzPoints compares with counting from the start of the text.
func FuzzPoints(f *testing.F) {
	f.Add("a", 0)
	f.Add(strings.Repeat("é😀", 99), 300)
	f.Fuzz(func(t *testing.T, text string, i int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if i = max(0, min(i, len(text))); i < len(text) && text[i]&0xc0 == 0x80 {
			return
		}
		if got, want := newPoints(text).at(i), len([]rune(text[:i])); got != want {
			t.Errorf("%d code points before byte %d, not %d", got, i, want)
		}
	})
}

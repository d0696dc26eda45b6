package find

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

func TestAll(t *testing.T) {
	for _, c := range []struct {
		about, in, query string
		want             []string
	}{
		{"lower case finds any", "Strike, strike, STRIKE", "strike", []string{"Strike", "strike", "STRIKE"}},
		{"a capital finds its own", "Strike, strike, STRIKE", "Strike", []string{"Strike"}},
		{"within words", "overstriking", "strik", []string{"strik"}},
		{"not overlapping", "aaaaa", "aa", []string{"aa", "aa"}},
		{"after a false start", "aab aaab", "aab", []string{"aab", "aab"}},
		{"nothing for nothing", "some words", "", nil},
		{"nothing for spaces", "some words", " \n", nil},
		{"nothing there", "some words", "wordsmith", nil},
		{"over a line break", "the prime\n  minister", "prime minister", []string{"prime\n  minister"}},
		{"over a no-break space", "10\u00a0000 men", "10 000", []string{"10\u00a0000"}},
		{"a space at the query's end", "the then the ", "the ", []string{"the ", "the "}},
		{"straight quotes", "“We won’t,” she said", `"we won't`, []string{"“We won’t"}},
		{"curly quotes", `"We won't," she said`, "“we won’t", []string{`"We won't`}},
		{"dashes", "a well‑known man — 2019–20", "well-known", []string{"well‑known"}},
		{"more dashes", "in 2019–20 and 2020-21", "9-20", []string{"9–20"}},
		{"an ellipsis", "well… or ...", "...", []string{"…", "..."}},
		{"not a part of one", "well…", "..", nil},
		{"ligatures", "the oﬃce oﬀered", "off", []string{"oﬀ"}},
		{"accents are forgiven", "Šefčovič met Dagný", "sefcovic", []string{"Šefčovič"}},
		{"also with a capital", "Šefčovič met Dagný", "Dagny", []string{"Dagný"}},
		{"but not where they are asked for", "resume résumé", "résumé", []string{"résumé"}},
		{"nor half of them", "ế ê", "ê", []string{"ê"}},
		{"composed or not", "re\u0301sume\u0301 résumé", "résumé", []string{"re\u0301sume\u0301", "résumé"}},
		{"a mark goes with its letter", "cafe\u0301s", "cafe", []string{"cafe\u0301"}},
		{"letters with strokes", "Łukasz Sørensen, Ærø", "lukasz sorensen", []string{"Łukasz Sørensen"}},
		{"a stroke that is asked for", "sorensen Sørensen", "sørensen", []string{"Sørensen"}},
		{"a dotted capital", "İstanbul", "istanbul", []string{"İstanbul"}},
		{"a dotless letter", "Erdoğan’ın", "erdogan'in", []string{"Erdoğan’ın"}},
		{"a sharp s", "Straße STRASSE STRAẞE", "strasse", []string{"Straße", "STRASSE", "STRAẞE"}},
		{"not half of it", "Maß", "mas", nil},
		{"the sign for Kelvin", "300 K", "k", []string{"K"}},
		{"sigmas", "ΛΟΓΟΣ λόγος", "λογοσ", []string{"ΛΟΓΟΣ", "λόγος"}},
		{"Cyrillic", "Кремль, КРЕМЛЬ", "кремль", []string{"Кремль", "КРЕМЛЬ"}},
		{"ideographs", "北京渡輪公司", "渡輪", []string{"渡輪"}},
		{"half a Hangul syllable is not found", "각", "가", nil},
		{"what is not drawn is passed over", "co\u00adoperate\u200b, \ufeffcooperate", "cooperate",
			[]string{"co\u00adoperate", "cooperate"}},
		{"bytes that are not UTF-8", "\xff\xfeab\x80", "ab", []string{"ab"}},
		{"a query that is not UTF-8", "a\xffb", "\xff", []string{"\xff"}},
	} {
		var got []string
		for _, sp := range All(c.in, c.query) {
			got = append(got, sp.Of(c.in))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %q finds %q, want %q", c.about, c.query, c.in, got, c.want)
		}
	}
}

// TestAllFindsWhatAnyoneWould compares the search with looking at every place, over words of few letters so that
// queries repeat themselves.
func TestAllFindsWhatAnyoneWould(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = "aabB"[random.IntN(4)]
		}
		return string(b)
	}
	for range 20_000 {
		s, query := word(random.IntN(30)), word(1+random.IntN(5))
		in, q := s, query
		if !strings.ContainsRune(query, 'B') {
			in = strings.ToLower(s)
		}
		var want []text.Span
		for i := 0; ; {
			at := strings.Index(in[i:], q)
			if at < 0 {
				break
			}
			want = append(want, text.Span{Start: i + at, End: i + at + len(q)})
			i += at + len(q)
		}
		if got := All(s, query); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %v, want %v", query, s, got, want)
		}
	}
}

func TestMatches(t *testing.T) {
	const row = "Dagný Þórsdóttir  “no offer worth the paper”  union leader"
	for query, want := range map[string]bool{
		"": true, "  ": true, "dagny": true, "leader offer": true, "leader refusal": false, "Union": false, "no offer": true,
		`"no`: true, "union union": true, "thorsdottir paper": true, "Þ": true, "ö": false,
	} {
		if got := Matches(query, row); got != want {
			t.Errorf("%q matches: %v", query, got)
		}
	}
}

func TestNextAndPrev(t *testing.T) {
	spans := []text.Span{{Start: 10, End: 12}, {Start: 20, End: 22}, {Start: 30, End: 32}}
	for _, c := range []struct{ offset, next, prev int }{
		{0, 0, 2}, {10, 0, 2}, {11, 1, 0}, {20, 1, 0}, {21, 2, 1}, {30, 2, 1}, {31, 0, 2}, {99, 0, 2},
	} {
		if got := Next(spans, c.offset); got != c.next {
			t.Errorf("next from %d: %d, want %d", c.offset, got, c.next)
		}
		if got := Prev(spans, c.offset); got != c.prev {
			t.Errorf("previous from %d: %d, want %d", c.offset, got, c.prev)
		}
	}
	if Next(nil, 3) != -1 || Prev(nil, 3) != -1 {
		t.Error("there is a next or a previous of none")
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“We won’t,” said İ. Maß — e\u0301\xff", "won't")
	f.Add("ﬃ…각\u200b \u00ad\n", "ffi")
	f.Fuzz(func(t *testing.T, s, query string) {
		if len(s)+len(query) > 4096 {
			return
		}
		end := 0
		for _, sp := range All(s, query) {
			if sp.Start < end || sp.End > len(s) || sp.Empty() {
				t.Fatalf("%q in %q: %v after byte %d", query, s, sp, end)
			}
			if !boundary(s, sp.Start) || !boundary(s, sp.End) {
				t.Fatalf("%q in %q: %v cuts a code point", query, s, sp)
			}
			end = sp.End
		}
		if strings.TrimSpace(query) == query && len(compile(query).units) > 0 && len(All(query, query)) == 0 {
			t.Fatalf("%q is not found in itself", query)
		}
		if !Matches(query, query) {
			t.Fatalf("%q does not match itself", query)
		}
		if _, ok := Score(query, query); !ok {
			t.Fatalf("%q has no score against itself", query)
		}
		Score(query, s)
	})
}

func boundary(s string, i int) bool {
	return i == 0 || i == len(s) || utf8.RuneStart(s[i]) || !utf8.ValidString(s)
}

// TestUnitsCoverTheText tests that folding a text keeps the order and the bounds of its bytes for every code point.
func TestUnitsCoverTheText(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || r > 0x20000 && r%97 != 0 {
			continue
		}
		s := "x" + string(r) + "y"
		for _, f := range []folding{{}, {cases: true}, {marks: true}, {cases: true, marks: true}} {
			n := 0
			for u := range f.units(s) {
				if u.start != 0 && u.end != len(s) && (u.start != 1 || u.end != len(s)-1) {
					t.Fatalf("%U: a unit from %d to %d", r, u.start, u.end)
				}
				if n++; n > 20 {
					t.Fatalf("%U has no end", r)
				}
			}
		}
		if lower := strings.ToLower(string(r)); unicode.IsUpper(r) && len(All(string(r), lower)) != 1 {
			t.Errorf("%q does not find %q", lower, r)
		}
	}
}

func BenchmarkAllMegabyte(b *testing.B) {
	s := strings.Repeat("“We’ll see,” the minister’s aide said — and left the room without a word. ", 14_000)
	for _, query := range []string{"w", "the minister's aide", "nobody"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				All(s, query)
			}
		})
	}
}

func BenchmarkFilter(b *testing.B) {
	matches := Filter("aide room")
	for b.Loop() {
		matches("“We’ll see,” the minister’s aide said — and left the room without a word. ")
	}
}

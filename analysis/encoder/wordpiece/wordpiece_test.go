package wordpiece

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const list = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nto\n##k\n##ken\n##s\ntoken\n" +
	"un\n##believ\n##able\ncafe\nç\n-\n'\n!\n中\n国\n##国\nmr\n.\n" +
	"a\n##a\n[\nunk\n]\n1\n##9\n##99\n%\n“\n한\nᄒ\n##ᅡ\n##ᆫ\n✓\n"

func vocabulary(t testing.TB) *Vocabulary {
	t.Helper()
	v, ok := Read(list, strings.Count(list, "\n"))
	if !ok {
		t.Fatal("the vocabulary cannot be read")
	}
	return v
}

func named(numbers []int32) string {
	all := strings.Split(list, "\n")
	var out []string
	for _, n := range numbers {
		out = append(out, all[n])
	}
	return strings.Join(out, " ")
}

func TestTokensAreCutIntoPieces(t *testing.T) {
	v := vocabulary(t)
	for _, c := range []struct{ token, want string }{
		{"the", "the"},
		{"The", "the"},
		{"THE", "the"},
		{"tokens", "token ##s"},
		{"Toks", "to ##k ##s"},
		{"toke", "[UNK]"}, // what is left cannot be cut, so none of it is
		{"unbelievable", "un ##believ ##able"},
		{"café", "cafe"},
		{"cafe\u0301", "cafe"},
		{"CAFÉ", "cafe"},
		{"Ça", "[UNK]"}, // the cedilla goes, and of "ca" nothing is known
		{"Mr.", "mr ."},
		{"un-the", "un - the"},
		{"'the!'", "' the ! '"},
		{"[UNK]", "[ unk ]"}, // words of the text are never taken for the pieces that stand for something else
		{"[CLS]", "[ [UNK] ]"},
		{"1999%", "1 ##99 ##9 %"},
		{"“", "“"},
		{"”", "[UNK]"},
		{"中国", "中 国"},
		{"the中the", "the 中 the"},
		{"한", "ᄒ ##ᅡ ##ᆫ"},
		{"✓", "✓"},
		{"🙂", "[UNK]"},
		{"the🙂", "[UNK]"},
		{"", "[UNK]"},
		{"\u0301", "[UNK]"},
		{"\u200d\u200b", "[UNK]"},
		{"t\u00adhe", "the"},
		{"the\u00a0to", "the to"},
		{"the\vto", "[UNK]"},
		{"the\nto", "the to"},
		{"th\x00e", "the"},
		{"t\xffhe", "the"},
		{"\xff\xfe", "[UNK]"},
		{"\xe4\xb8", "[UNK]"},
		{strings.Repeat("a", 15), "a" + strings.Repeat(" ##a", 14)},
		{strings.Repeat("a", 100), "a" + strings.Repeat(" ##a", 15)},
		{strings.Repeat("a", 101), "[UNK]"},
		{strings.Repeat("á", 100), "a" + strings.Repeat(" ##a", 15)},
		{strings.Repeat("a", 101) + "!", "[UNK] !"},
		{strings.Repeat("!", 500), strings.TrimSpace(strings.Repeat("! ", 16))},
		{strings.Repeat("a", 10) + "!!" + strings.Repeat("a", 10), "a" + strings.Repeat(" ##a", 9) + " ! ! a ##a ##a ##a"},
	} {
		if got := named(v.Append(nil, c.token)); got != c.want {
			t.Errorf("%q: %s, not %s", c.token, got, c.want)
		}
	}
}

func TestPiecesAreAppended(t *testing.T) {
	if got := named(vocabulary(t).Append([]int32{4}, strings.Repeat("!", 20))); got != "the"+
		strings.Repeat(" !", MaxPieces) {
		t.Error(got)
	}
}

func TestListsThatAreNoVocabulary(t *testing.T) {
	for _, c := range []struct {
		list string
		n    int
	}{
		{"", 0}, {"[UNK]\n[CLS]\n", 2}, {"[UNK]\n[CLS]\n[SEP]\n", 2}, {"[UNK]\n[CLS]\n[SEP]\n", 4},
		{"[UNK]\n[CLS]\n[SEP]", 2},
		{"a\n[UNK]\n[CLS]\n[SEP]", 3},
	} {
		if _, ok := Read(c.list, c.n); ok {
			t.Errorf("%q with %d pieces is read", c.list, c.n)
		}
	}
}

// Whatever a token holds, it has pieces, not too many, and they are those of the token alone.
func FuzzPieces(f *testing.F) {
	for _, s := range []string{"", "unbelievable", "Café’s", "中国🙂", "\xff\x00", "[SEP]", strings.Repeat("ß", 200), "İ",
		"ᄒ\u1161"} {
		f.Add(s)
	}
	v := vocabulary(f)
	f.Fuzz(func(t *testing.T, token string) {
		got := v.Append(nil, token)
		if len(got) == 0 || len(got) > MaxPieces {
			t.Fatalf("%d pieces", len(got))
		}
		for _, n := range got {
			if n < 0 || int(n) >= len(v.ids) || n == 0 || n == v.CLS || n == v.SEP {
				t.Fatalf("piece %d", n)
			}
		}
		if again := v.Append([]int32{7}, token); !slices.Equal(again[1:], got) {
			t.Fatalf("%v, then %v", got, again[1:])
		}
		if utf8.ValidString(token) && !strings.ContainsAny(token, "İ") {
			if lower := v.Append(nil, strings.ToLower(token)); !slices.Equal(lower, got) {
				t.Fatalf("%v, in lower case %v", got, lower)
			}
		}
	})
}

func BenchmarkPieces(b *testing.B) {
	v := vocabulary(b)
	var to []int32
	for b.Loop() {
		for _, w := range []string{"unbelievable", "The", "Café", "tokens", "!"} {
			to = v.Append(to[:0], w)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)*1e9/5, "ns/token")
}

func BenchmarkRead(b *testing.B) {
	var long strings.Builder
	long.WriteString(list)
	for i := range 16000 {
		long.WriteString(string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676)) + "ing\n")
	}
	s := long.String()
	n := strings.Count(s, "\n")
	for b.Loop() {
		Read(s, n)
	}
}

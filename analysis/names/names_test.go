package names

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"hearsay/analysis/encoder"
	"hearsay/analysis/text"
)

func finder(t testing.TB) *Finder {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// loadEncoder makes hidden states for the finder, once for all tests.
var loadEncoder = sync.OnceValues(func() (*encoder.Encoder, error) {
	f, err := Load()
	if err != nil {
		return nil, err
	}
	e, err := encoder.Load()
	if err != nil {
		return nil, err
	}
	return e.WithProjection(f.Projection())
})

func states(t testing.TB, tx *text.Text) States {
	t.Helper()
	e, err := loadEncoder()
	if err != nil {
		t.Fatal(err)
	}
	v, err := e.Encode(context.Background(), tx, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// find finds the names of a text by all that is known.
func find(t testing.TB, s string) []Name {
	t.Helper()
	tx := text.Split(s, nil)
	return finder(t).Find(tx, states(t, tx))
}

func TestNamesAreFoundWithTheirTypes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The budget was signed on Monday by Chancellor Angela Merkel of Germany.", "Angela Merkel/person Germany/place"},
		{"Rep. Carl Dorn, R-Ill., met Sen. Ruth Haldane (D-Ohio) in Illinois.",
			"Carl Dorn/person Ruth Haldane/person Illinois/place"},
		{"“We are late,” said Mr. Okonkwo, who runs the Ministry of Transport.",
			"Okonkwo/person Ministry of Transport/organization"},
		{"Shares of Microsoft Corp. rose, said John Kelly, an analyst at Deutsche Bank.",
			"Microsoft Corp./organization John Kelly/person Deutsche Bank/organization"},
		{"French and German ministers met in Paris.", "French/people German/people Paris/place"},
		{"Maria Lopez's lawyer did not comment.", "Maria Lopez/person"},
		{"it rained all day and nobody came.", ""},
	} {
		var got []string
		for _, n := range find(t, c.text) {
			got = append(got, n.Of(c.text)+"/"+n.Type.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestASurnameIsAPersonWhereverTheFullNameStands(t *testing.T) {
	s := "The mayor is Teresa Quill. Asked twice, Quill declined to speak. Nobody but Quill knew."
	n := 0
	for _, name := range find(t, s) {
		if strings.HasSuffix(name.Of(s), "Quill") && name.Type == Person {
			n++
		}
	}
	if n != 3 {
		t.Errorf("found %d of the three names of Teresa Quill", n)
	}
}

func TestDottedAcronymsAreOrganizations(t *testing.T) {
	s := "A lawyer for the S.E.C. said so."
	for _, n := range find(t, s) {
		if n.Of(s) == "S.E.C." && n.Type == Organization {
			return
		}
	}
	t.Error("the S.E.C. was not found")
}

func TestWeightsOfTheWrongLengthAreRefused(t *testing.T) {
	if _, err := New("short", builtInNetwork); err == nil {
		t.Error("weights of five bytes were taken")
	}
}

func TestWhatIsLearntIsFound(t *testing.T) {
	sentence := func(words ...string) (s []Labelled) {
		for _, w := range words {
			name := w[0] >= 'A' && w[0] <= 'Z' && w != "The"
			s = append(s, Labelled{Word: w, InName: name, Begins: name, Type: Place})
		}
		return s
	}
	var l Lesson
	for range 20 {
		l.Sentences = append(l.Sentences, sentence("The", "road", "to", "Quarn", "is", "long"),
			sentence("we", "saw", "Ebben", "burn"))
	}
	f, err := New(string(Learn([]Lesson{l}, 3)), builtInNetwork)
	if err != nil {
		t.Fatal(err)
	}
	s := "The road to Ebben is long"
	got := f.Find(text.Split(s, nil), nil)
	if len(got) != 1 || got[0].Of(s) != "Ebben" || got[0].Type != Place {
		t.Errorf("learnt from one road, found %v", got)
	}
}

// check holds for any text: names are runs of whole tokens in reading order without overlap.
func check(t *testing.T, tx *text.Text, found []Name) {
	t.Helper()
	at := 0
	for _, n := range found {
		if n.From < at || n.To <= n.From || n.To > len(tx.Tokens) {
			t.Fatalf("a name of tokens %d to %d after %d, of %d", n.From, n.To, at, len(tx.Tokens))
		}
		if n.Span != tx.Span(n.From, n.To) {
			t.Fatalf("span %v is not that of its tokens", n.Span)
		}
		if tx.Tokens[n.From].Sentence != tx.Tokens[n.To-1].Sentence {
			t.Fatalf("%q crosses sentences", tx.Of(n.Span))
		}
		if !utf8.ValidString(tx.Of(n.Span)) && utf8.ValidString(tx.String) {
			t.Fatalf("%q is cut within a code point", tx.Of(n.Span))
		}
		at = n.To
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Mr. Mr. Mr.", "Ann Bell's O'Neil's", "the A.B.C. of U.S. Sen. Émile Zola\x00\xff",
		"DR. X — “Y”", "\U0001F600 Ann \u0301"} {
		f.Add(s)
	}
	names := finder(f)
	f.Fuzz(func(t *testing.T, s string) {
		tx := text.Split(s, nil)
		check(t, tx, names.Find(tx, states(t, tx)))
		check(t, tx, names.Find(tx, nil))
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("Chancellor Angela Merkel met Shinzo Abe of Japan on Monday, and the ministry said that talks "+
		"would go on.\n", 60)
	f := finder(b)
	tx := text.Split(s, nil)
	v := states(b, tx)
	b.SetBytes(int64(len(s)))
	b.ResetTimer()
	for range b.N {
		f.Find(tx, v)
	}
}

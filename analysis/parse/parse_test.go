package parse

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// loaded are a tagger and a parser.
type loaded struct {
	tagger *tags.Tagger
	parser *Parser
}

func load(t testing.TB) loaded {
	g, err := tags.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return loaded{g, p}
}

func (l loaded) parse(s string) (*text.Text, *Trees) {
	t := text.Split(s, nil)
	return t, l.parser.Parse(t, l.tagger.Tag(t))
}

func TestTreesTellWhoDoesWhat(t *testing.T) {
	l := load(t)
	for s, want := range map[string]string{
		"The minister said on Monday that the talks had failed.": "minister nsubj said, talks nsubj failed, failed ccomp " +
			"said, that mark failed, Monday nmod said",
		"She wants to leave the city.": "She nsubj wants, leave xcomp wants, city dobj leave, the det city",
		"The bridge was closed by the mayor of Oslo.": "bridge nsubjpass closed, was auxpass closed, mayor nmod closed, " +
			"Oslo nmod mayor",
		"Prices will rise, the bank said.": "Prices nsubj rise, rise ccomp said, bank nsubj said",
	} {
		tx, trees := l.parse(s)
		var got []string
		for i, h := range trees.Head {
			if h >= 0 {
				got = append(got, tx.Word(i)+" "+trees.Relation[i].String()+" "+tx.Word(int(h)))
			}
		}
		for _, w := range strings.Split(want, ", ") {
			if !slices.Contains(got, w) {
				t.Errorf("%s: no %q in %q", s, w, got)
			}
		}
	}
}

// check fails where trees break what the package promises.
func check(t *testing.T, tx *text.Text, trees *Trees) {
	for _, s := range tx.Sentences {
		roots := 0
		for i := s.From; i < s.To; i++ {
			h := int(trees.Head[i])
			from, to := int(trees.From[i]), int(trees.To[i])
			if from > i || to <= i || from < s.From || to > s.To {
				t.Fatalf("%q: token %d has the stretch %d to %d", tx.String, i, from, to)
			}
			if h < 0 {
				roots++
				if from != s.From || to != s.To {
					t.Fatalf("%q: not all hangs on token %d", tx.String, i)
				}
				continue
			}
			if h < s.From || h >= s.To || trees.From[h] > trees.From[i] || trees.To[h] < trees.To[i] || from <= h && h < to {
				t.Fatalf("%q: token %d hangs on %d", tx.String, i, h)
			}
		}
		if roots != 1 {
			t.Fatalf("%q: %d words without a head", tx.String, roots)
		}
	}
}

func TestSentencesAreParsedForThemselves(t *testing.T) {
	l := load(t)
	one, other := "They claim it works.", "The claim was false, he said."
	_, a := l.parse(one)
	_, b := l.parse(other)
	if _, both := l.parse(one + " " + other); !slices.Equal(both.Relation, append(a.Relation, b.Relation...)) {
		t.Errorf("%v is not %v and %v", both.Relation, a.Relation, b.Relation)
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for name, file := range map[string]string{
		"empty":         "",
		"short":         builtIn[:len(builtIn)-1],
		"a bit flipped": builtIn[:5000] + string(builtIn[5000]^1) + builtIn[5001:],
		"other version": builtIn[:8] + "\x09" + builtIn[9:],
	} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestTheParserLearnsWhatItIsTaught(t *testing.T) {
	l := load(t)
	var taught []Example
	for _, s := range []string{"The dog barks.", "A dog saw the cat that slept.", "Cats bark, he said."} {
		tx, trees := l.parse(s)
		taught = append(taught, Example{tx.String, tx.Tokens, l.tagger.Tag(tx), trees.Head, trees.Relation})
	}
	quiet := func(int, float64) {}
	weights := Learn(taught, 12, 7, quiet)
	if !slices.Equal(weights, Learn(taught, 12, 7, quiet)) {
		t.Fatal("two files differ")
	}
	p, err := Read(string(weights))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range taught {
		tx := text.Split(e.String, nil)
		if got := p.Parse(tx, e.Tags); !slices.Equal(got.Head, e.Head) || !slices.Equal(got.Relation, e.Relation) {
			t.Errorf("%s: %v %v", e.String, got.Head, got.Relation)
		}
	}
}

func FuzzParse(f *testing.F) {
	l := load(f)
	f.Add("He said so.")
	f.Add("\xff' ''")
	f.Add(strings.Repeat("and ", 300))
	f.Fuzz(func(t *testing.T, s string) {
		tx, trees := l.parse(s)
		check(t, tx, trees)
	})
}

func BenchmarkParse(b *testing.B) {
	l := load(b)
	for name, s := range map[string]string{
		"news": strings.Repeat(
			"“We won’t go there again,” Mr. Smith said on Monday in remarks to reporters who had asked about the talks. ", 500),
		"line": strings.Repeat("he said that she ", 3000),
	} {
		tx := text.Split(s, nil)
		of := l.tagger.Tag(tx)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				l.parser.Parse(tx, of)
			}
			b.ReportMetric(float64(len(tx.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

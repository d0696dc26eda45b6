package targets

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
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

// marked reads a text in which {…} stands around the content of a quote.
func marked(t testing.TB, s string) (*annotated.Text, []Quote) {
	var plain strings.Builder
	var quotes []Quote
	start := 0
	for _, c := range s {
		switch c {
		case '{':
			start = plain.Len()
		case '}':
			quotes = append(quotes, Quote{Content: []text.Span{{Start: start, End: plain.Len()}}})
		default:
			plain.WriteRune(c)
		}
	}
	return annotatedtest.Read(t, plain.String()), quotes
}

// What a reader would say a side is taken on is found, with the side.
func TestTargetsOfWhatIsSaid(t *testing.T) {
	f := finder(t)
	for _, c := range []struct {
		text, target string
		opposed      bool
	}{
		{"“{The new tax is unfair and a disaster for farmers},” said Ruth Haldane.", "tax", true},
		{"Ruth Haldane said {she strongly supports the peace talks}.", "peace talks", false},
		{"Ruth Haldane said {the plan is a threat to the village and must be stopped}.", "plan", true},
		{"Ruth Haldane condemned the attack on the school.", "attack", true},
	} {
		a, quotes := marked(t, c.text)
		found := slices.ContainsFunc(f.Find(a, quotes), func(x Target) bool {
			return x.Opposed == c.opposed && strings.Contains(a.Of(a.Span(x.From, x.To)), c.target)
		})
		if !found {
			t.Errorf("%s: %+v", c.text, f.Find(a, quotes))
		}
	}
}

// Whatever a text is, its targets hold together.
func TestAnyTextHasTargetsThatHoldTogether(t *testing.T) {
	f := finder(t)
	for _, s := range []string{"", "\x00\xff", strings.Repeat("Haldane must resign over the awful tax and ", 200),
		"{“We must stop this war,” }said Brandt. {He called it “a shame”. }It rained.\n\n{No!}"} {
		a, quotes := marked(t, s)
		last := 0
		for _, x := range f.Find(a, quotes) {
			if x.From < last || x.To <= x.From || x.To > len(a.Tokens) || x.Odds < 0 || x.Odds > x.Taken+1e-9 ||
				x.Taken > 1+1e-9 || a.Tokens[x.From].Sentence != a.Tokens[x.To-1].Sentence {
				t.Fatalf("%q: %+v", s, x)
			}
			last = x.To
		}
	}
}

func TestLabelsOfTargets(t *testing.T) {
	a := annotatedtest.Read(t, "They back the bill. It rained.")
	got := Labels(a, []Target{{From: 2, To: 4}, {From: 3, To: 4, Opposed: true}, {From: 5, To: 9, Opposed: true},
		{From: 7, To: 7}})
	if want := []int32{0, 0, 1, 2, 0, 3, 4, 4}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestADamagedNetworkIsRefused(t *testing.T) {
	for what, file := range map[string]string{
		"nothing": "", "cut": builtIn[:len(builtIn)-1], "another file": "x" + builtIn[1:],
		"a changed bit": builtIn[:300] + string(builtIn[300]^1) + builtIn[301:],
		"another size":  builtIn[:12] + "\xff\xff\xff\xff" + builtIn[16:],
		"a newer one":   builtIn[:7] + "\x09" + builtIn[8:],
	} {
		if _, err := New(file); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add(builtIn[:40])
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := New(s); (k == nil) == (err == nil) {
			t.Errorf("%v and %v", k, err)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	a, quotes := marked(b, strings.Repeat("{“The new tax is unfair and a disaster for farmers of the valley,”} said "+
		"Ruth Haldane, who wants the council to reject it.\n", 40))
	b.ResetTimer()
	for b.Loop() {
		f.Find(a, quotes)
	}
	b.ReportMetric(float64(len(a.Tokens)), "tokens")
}

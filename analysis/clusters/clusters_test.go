package clusters

import (
	"slices"
	"testing"

	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

func load(t testing.TB) *Classes {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWordsOfOneSortShareAClass(t *testing.T) {
	c := load(t)
	for _, pair := range [][2]string{{"insist", "contend"}, {"blast", "slam"}, {"claim", "allege"}, {"vow", "threaten"}} {
		if a, b := c.Of(pair[0], tags.VB), c.Of(pair[1], tags.VBD); a.Middle != b.Middle || a.Middle == 0 {
			t.Errorf("%s %v, %s %v", pair[0], a, pair[1], b)
		}
	}
	if a, b := c.Of("insist", tags.VB), c.Of("walk", tags.VB); a.Coarse == b.Coarse {
		t.Errorf("insist %v, walk %v", a, b)
	}
}

func TestVerbsAndNounsHaveClassesOfTheirOwn(t *testing.T) {
	c := load(t)
	if a, b := c.Of("claim", tags.VB), c.Of("claim", tags.NN); a == b {
		t.Errorf("claim %v", a)
	}
	if a, b := c.Of("Claim", tags.NN), c.Of("claim", tags.NN); a != b {
		t.Errorf("Claim %v, claim %v", a, b)
	}
	if a := c.Of("qzxv", tags.NN); a != (Class{}) {
		t.Errorf("a word never seen has the classes %v", a)
	}
}

func TestDamagedClassesAreRefused(t *testing.T) {
	for name, file := range map[string]string{
		"empty":         "",
		"short":         builtIn[1:],
		"a bit flipped": builtIn[:5000] + string(builtIn[5000]^1) + builtIn[5001:],
		"other version": builtIn[:8] + "\x09" + builtIn[9:],
	} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestLearningTwiceGivesTheSame(t *testing.T) {
	tagger, err := tags.Load()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	var r Reading
	r.Text = text.Split("The dog barks at the cat. The cat barks at the dog. The plan failed.", nil)
	r.Tags = tagger.Tag(r.Text)
	r.Trees = parser.Parse(r.Text, r.Tags)
	texts := slices.Repeat([]Reading{r}, 6)
	quiet := func(string, ...any) {}
	a := Learn(texts, quiet)
	if !slices.Equal(a, Learn(texts, quiet)) {
		t.Fatal("two files differ")
	}
	c, err := Read(string(a))
	if err != nil {
		t.Fatal(err)
	}
	if dog, cat := c.Of("dog", tags.NN), c.Of("cat", tags.NN); dog.Coarse == 0 || cat.Coarse == 0 {
		t.Errorf("dog %v, cat %v", dog, cat)
	}
}

func FuzzOf(f *testing.F) {
	c := load(f)
	f.Add("say")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, s string) {
		for _, tag := range []tags.Tag{tags.None, tags.VB, tags.NN, tags.RB, tags.JJ} {
			if k := c.Of(s, tag); k.Coarse > coarse || k.Middle > middle || k.Fine > fine {
				t.Errorf("%q has the classes %v", s, k)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	c := load(b)
	for b.Loop() {
		c.Of("underscore", tags.VBD)
	}
}

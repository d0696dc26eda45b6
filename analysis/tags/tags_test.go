package tags

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/text"
)

func load(t testing.TB) *Tagger {
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestTagsTellThePartsOfSpeechInNews(t *testing.T) {
	g := load(t)
	for _, want := range []string{
		"The/DT minister/NN said/VBD on/IN Monday/NNP that/IN the/DT talks/NNS had/VBD failed/VBN ./.",
		"He/PRP denied/VBD the/DT claims/NNS ,/, saying/VBG they/PRP were/VBD false/JJ ./.",
		"Her/PRP$ lawyer/NN claims/VBZ she/PRP did/VBD n't/RB know/VB ./.",
		"Prices/NNS will/MD rise/VB ,/, according/VBG to/TO analysts/NNS at/IN two/CD banks/NNS ./.",
	} {
		var words, tags []string
		for _, pair := range strings.Fields(want) {
			k := strings.LastIndex(pair, "/")
			words, tags = append(words, pair[:k]), append(tags, pair[k+1:])
		}
		tx := text.Split(strings.ReplaceAll(strings.Join(words, " "), " n't", "n't"), nil)
		for i, tag := range g.Tag(tx) {
			if got := tag.String(); got != tags[i] && (tags[i] != "TO" || got != "IN") {
				t.Errorf("%s: %q is %s, want %s", tx.String, tx.Word(i), got, tags[i])
			}
		}
	}
}

func TestSentencesAreTaggedForThemselves(t *testing.T) {
	g := load(t)
	one, other := "They claim it works.", "The claim was false, he said."
	alone := append(g.Tag(text.Split(one, nil)), g.Tag(text.Split(other, nil))...)
	if together := g.Tag(text.Split(one+" "+other, nil)); !slices.Equal(alone, together) {
		t.Errorf("alone %v, together %v", alone, together)
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	good, err := form.Unpack(builtIn)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"empty":         "",
		"packed":        builtIn,
		"short":         good[:len(good)-1],
		"a bit flipped": good[:5000] + string(good[5000]^1) + good[5001:],
		"other version": good[:7] + "\x09" + good[8:],
	} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestLearningTheSameTwiceGivesTheSame(t *testing.T) {
	tx := text.Split("The dog barks. A dog slept. The cats bark. They slept.", nil)
	e := Example{String: tx.String, Tokens: tx.Tokens, Tags: load(t).Tag(tx)}
	said := func(int, float64) {}
	if a, b := Learn([]Example{e, e}, 3, 7, said), Learn([]Example{e, e}, 3, 7, said); !slices.Equal(a, b) {
		t.Error("two files differ")
	}
}

func TestLemma(t *testing.T) {
	for tag, pairs := range map[Tag]string{
		VBD: "said say told tell denied deny stated state noted note argued argue admitted admit stressed stress asked " +
			"ask quipped quip added add " +
			"agreed agree underscored underscore voiced voice praised praise explained explain focused focus released " +
			"release needed need pledged pledge",
		VBZ: "says say denies deny teaches teach stresses stress believes believe goes go argues argue",
		VBG: "saying say lying lie hoping hope citing cite urging urge insisting insist planning plan dismissing dismiss " +
			"emphasizing emphasize " +
			"determining determine combating combat debating debate developing develop shaping shape signaling signal " +
			"controlling control",
		VBN: "written write known know quoted quote accused accuse reported report believed believe",
		NNS: "claims claim allies ally speeches speech women woman responses response",
		VBP: "’re be say say",
		NN:  "news news boss boss",
	} {
		f := strings.Fields(pairs)
		for i := 0; i < len(f); i += 2 {
			if got := Lemma(f[i], tag); got != f[i+1] {
				t.Errorf("%s %s: %s, want %s", f[i], tag, got, f[i+1])
			}
		}
	}
}

// Each ending says other than the next shorter one that the lists have, or than no ending: none cancels another.
func TestEveryEndingDecides(t *testing.T) {
	for _, table := range []map[string]change{stemEndings, shortStemEndings} {
		for ending, what := range table {
			if shorter, _ := longest(table, ending[1:]); shorter == what {
				t.Errorf("%q tells what is so without it", ending)
			}
		}
	}
	for ending := range shortStemEndings {
		if n := len(ending); n < 2 || !vowel(ending[n-2]) || n > 2 && vowel(ending[n-3]) {
			t.Errorf("%q does not end in a consonant, one vowel and a consonant, so that nobody asks for it", ending)
		}
		if _, ok := longest(stemEndings, ending); ok {
			t.Errorf("%q is decided by the endings for any stem", ending)
		}
	}
}

func FuzzTag(f *testing.F) {
	g := load(f)
	f.Add("He said so.")
	f.Add("\xff' ''")
	f.Fuzz(func(t *testing.T, s string) {
		tx := text.Split(s, nil)
		for i, tag := range g.Tag(tx) {
			if tag == None || tag >= count {
				t.Fatalf("%q has no tag", tx.Word(i))
			}
			Lemma(tx.Word(i), tag)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	g := load(b)
	tx := text.Split(strings.Repeat(
		"“We won’t go there again,” Mr. Smith said on Monday in remarks to reporters who had asked about the talks. ", 500),
		nil)
	for b.Loop() {
		g.Tag(tx)
	}
	b.ReportMetric(float64(len(tx.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

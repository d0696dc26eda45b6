package polarity

import (
	"math"
	"strings"
	"testing"

	"hearsay/analysis/encoder"
	"hearsay/analysis/text"
)

func read(t testing.TB, s string) (*Model, *encoder.HiddenStates, *text.Text) {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	encoder, err := encoder.Load()
	if err != nil {
		t.Fatal(err)
	}
	x := text.Split(s, nil)
	v, err := encoder.Encode(t.Context(), x, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	if v.HiddenSize() != m.HiddenSize() {
		t.Fatalf("%d numbers are known, not %d", v.HiddenSize(), m.HiddenSize())
	}
	return m, v, x
}

func TestSentencesSpeakIllAndWell(t *testing.T) {
	for _, c := range []struct {
		sentence, target string
		side             int
	}{
		{"Haldane called Brandt a corrupt and dangerous liar.", "Brandt", -1},
		{"The minister praised Haldane as a brave and brilliant leader.", "Haldane", 1},
		{"Brandt is a disgrace to his office and a danger to the country.", "Brandt", -1},
		{"Haldane met reporters on Tuesday.", "Haldane", 0},
	} {
		m, v, x := read(t, c.sentence)
		i := 0
		for x.Word(i) != c.target {
			i++
		}
		o := m.Of(v, 0, len(x.Tokens)).Towards(i, i+1)
		got := 0
		if o.Ill > o.Neither && o.Ill > o.Well {
			got = -1
		} else if o.Well > o.Neither {
			got = 1
		}
		if got != c.side {
			t.Errorf("%s: %+v of %s", c.sentence, o, c.target)
		}
	}
}

func TestOddsSumToOneWhereverATargetStands(t *testing.T) {
	m, v, x := read(t, strings.Repeat("Brandt lied and “Haldane” smiled \x00 \xff, ", 60))
	s := m.Of(v, 0, len(x.Tokens))
	if s.Covers(Longest, Longest+1) || !s.Covers(0, Longest) || s.Covers(3, 3) {
		t.Error("a sentence covers its first tokens and no others")
	}
	for i := 0; i < Longest; i++ {
		for _, n := range []int{1, 5} {
			if !s.Covers(i, i+n) {
				continue
			}
			if o := s.Towards(i, i+n); math.Abs(float64(o.Ill+o.Neither+o.Well)-1) > 1e-5 {
				t.Fatalf("%+v", o)
			}
		}
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for name, file := range map[string]string{
		"empty": "", "cut": builtIn[:len(builtIn)-1], "other": "x" + builtIn[1:],
		"version": builtIn[:7] + "\x09" + builtIn[8:],
		"flipped": builtIn[:200] + string(builtIn[200]^1) + builtIn[201:],
		"size":    builtIn[:12] + "\xff\xff\xff\xff" + builtIn[16:],
	} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(builtIn[:40])
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := Read(s); err == nil && m.HiddenSize() < 1 {
			t.Error("a model without a size")
		}
	})
}

func BenchmarkSentence(b *testing.B) {
	m, v, x := read(b, "Haldane called Brandt a corrupt and dangerous liar who had sold the harbour of the town to his "+
		"friends in May.")
	for b.Loop() {
		m.Of(v, 0, len(x.Tokens)).Towards(2, 3)
	}
}

package features

import (
	"strings"
	"testing"
)

type some struct{ Word, WordNext, Tag Template }

type others struct{ Shape Template }

// What was learnt depends on the hashes of each model: they are these formulas and never change.
func TestHashesAreThoseThatWasLearntWith(t *testing.T) {
	n, a, b := uint64(2), uint64(7), uint64(9)
	spread := func(h uint64) uint64 { return h ^ h>>29 }
	for _, c := range []struct {
		name string
		got  uint64
		want uint64
	}{
		{"standard", Standard.Of(New[some](Standard, 1).WordNext, a, b),
			spread((spread((n*golden^a)*splitMix) ^ b) * splitMix)},
		{"tags", OfTags.Of(New[some](OfTags, 1).WordNext, a), spread((n^a)*golden) * splitMix},
		{"trees", OfTrees.Of(New[some](OfTrees, 1).WordNext, a), spread((n*OfTrees.Number^a)*golden) * splitMix},
		{"names", OfNames.Of(New[some](OfNames, 1).WordNext, a), spread((n ^ a*golden) * fnvPrime)},
		{"a pair in names", OfNames.Pair(a, b), spread((a ^ b*golden) * fnvPrime)},
	} {
		if c.got != c.want {
			t.Errorf("%s: %#x, not %#x", c.name, c.got, c.want)
		}
	}
}

func TestAVectorHoldsWhatIsAddedUntilItIsReset(t *testing.T) {
	of, v := New[some](Standard, 1), Standard.NewVector()
	v.Add(of.Word, 1)
	v.Add(of.WordNext, 1, 2)
	if len(v.Hashes) != 2 || v.Hashes[0] == v.Hashes[1] || v.Hashes[1] != Standard.Of(of.WordNext, 1, 2) {
		t.Errorf("%v", v.Hashes)
	}
	v.Add(of.Tag, 2, 1)
	if v.Hashes[2] == Standard.Of(of.Tag, 1, 2) {
		t.Error("the order of values tells nothing")
	}
	if v.Reset(); len(v.Hashes) != 0 {
		t.Errorf("%v", v.Hashes)
	}
}

// A template that is added, dropped, renamed or moved makes another checksum.
func TestOtherTemplatesAreToldApart(t *testing.T) {
	base := Templates(New[some](Standard, 1), New[others](Standard, 10))
	if base.Count != 4 {
		t.Errorf("%d templates", base.Count)
	}
	type fewer struct{ Word, WordNext Template }
	type renamed struct{ Word, WordNext, Lemma Template }
	type moved struct{ WordNext, Word, Tag Template }
	for name, got := range map[string]any{
		"fewer":            Templates(New[fewer](Standard, 1), New[others](Standard, 10)),
		"renamed":          Templates(New[renamed](Standard, 1), New[others](Standard, 10)),
		"moved":            Templates(New[moved](Standard, 1), New[others](Standard, 10)),
		"renumbered":       Templates(New[some](Standard, 2), New[others](Standard, 10)),
		"hashed otherwise": Templates(New[some](OfTrees, 1), New[others](OfTrees, 10)),
	} {
		if got == base {
			t.Errorf("%s: the same checksum", name)
		}
	}
}

func TestTwoTemplatesOfOneNumberAreRefused(t *testing.T) {
	defer func() {
		if p, ok := recover().(string); !ok || !strings.Contains(p, "Word and Shape have one number") {
			t.Errorf("%v", p)
		}
	}()
	Templates(New[some](Standard, 1), New[others](Standard, 1))
}

func TestFoldTakesCaseAndDigitsForAlike(t *testing.T) {
	if Fold("Chapter-12") != Fold("chapter-99") {
		t.Error("case or digits tell words apart")
	}
	if Fold("said") == Fold("says") || Fold("É") == Fold("é") {
		t.Error("different words are taken for one")
	}
	if Exact("Said") == Exact("said") || Exact("said") != Fold("Said") {
		t.Error("an exact word is folded")
	}
	if got := Fold(""); got != 14695981039346656037 {
		t.Errorf("no word at all is %d: what was learnt no longer fits", got)
	}
}

package lexicon

import (
	"strings"
	"testing"

	"hearsay/analysis/tags"
)

func TestEveryListedWordHasItsClass(t *testing.T) {
	for line := range strings.Lines(cues) {
		name, words, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("a line without a class: %q", line)
		}
		for w := range strings.FieldsSeq(words) {
			if verbs[w] == None && others[w] == None {
				t.Errorf("%s %s has no class", name, w)
			}
			if w != strings.ToLower(w) {
				t.Errorf("%s is no base form", w)
			}
		}
	}
}

func TestTheTagTellsWhichWordIsMeant(t *testing.T) {
	for _, c := range []struct {
		lemma string
		tag   tags.Tag
		want  Class
	}{
		{"claim", tags.VBD, Argue}, {"claim", tags.NNS, Noun}, {"reportedly", tags.RB, Adverb}, {"say", tags.VBZ, Say},
		{"table", tags.NN, None}, {"say", tags.NN, None}, {"articulate", tags.VBD, Say},
	} {
		if got := Of(c.lemma, c.tag); got != c.want {
			t.Errorf("%s %s: %v, want %v", c.lemma, c.tag, got, c.want)
		}
	}
}

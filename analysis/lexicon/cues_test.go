package lexicon_test

import (
	"testing"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/tags"
)

func TestEveryListedCueHasItsClass(t *testing.T) {
	for file, tag := range map[string]tags.Tag{"cues/verbs": tags.VBD, "cues/others": tags.NN} {
		for _, s := range lexicon.Sections(file) {
			for _, e := range s.Entries {
				if got := lexicon.Of(e.Word, tag); got.String() != s.Name {
					t.Errorf("%s is of the class %v, want %s", e.Word, got, s.Name)
				}
			}
		}
	}
}

func TestTheTagTellsWhichWordIsMeant(t *testing.T) {
	for _, c := range []struct {
		lemma string
		tag   tags.Tag
		want  lexicon.Class
	}{
		{"claim", tags.VBD, lexicon.Argue}, {"claim", tags.NNS, lexicon.Noun}, {"reportedly", tags.RB, lexicon.Adverb},
		{"say", tags.VBZ, lexicon.Say}, {"table", tags.NN, lexicon.None}, {"say", tags.NN, lexicon.None},
		{"articulate", tags.VBD, lexicon.Say},
	} {
		if got := lexicon.Of(c.lemma, c.tag); got != c.want {
			t.Errorf("%s %s: %v, want %v", c.lemma, c.tag, got, c.want)
		}
	}
}

package parse

import (
	"slices"
	"testing"

	"hearsay/analysis/features"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Every template gives one feature of every state: none is forgotten, none added twice.
func TestEveryTemplateIsUsedOnce(t *testing.T) {
	x, f := text.Split("Mayors wait here", nil), features.OfTrees.NewVector()
	var s state
	s.setWords(x.String, x.Tokens, []tags.Tag{tags.NNS, tags.VBP, tags.RB})
	s.begin()
	for _, a := range []transition{shift, toLeft[Subject], shift, shift, toRight[Adverb]} {
		s.addFeatures(&f)
		got := slices.Compact(slices.Sorted(slices.Values(f.Hashes)))
		if want := int(features.Templates(template).Count); len(f.Hashes) != want || len(got) != want {
			t.Errorf("%d features, %d of them different, by %d templates", len(f.Hashes), len(got), want)
		}
		s.apply(a)
	}
}

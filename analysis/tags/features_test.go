package tags

import (
	"testing"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// Every template gives one feature of every word: none is forgotten.
func TestEveryTemplateIsUsedOnce(t *testing.T) {
	x, f := text.Split("The mayor waited in 1999.", nil), features.OfTags.NewVector()
	words := appendWords(nil, x.String, x.Tokens)
	for i := range x.Tokens {
		addFeatures(&f, words, i+2, DT, NN, i == 0)
		if want := int(features.Templates(template).Count); len(f.Hashes) != want {
			t.Errorf("%d features by %d templates", len(f.Hashes), want)
		}
	}
}

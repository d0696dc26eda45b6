package names

import (
	"slices"
	"testing"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// Every template gives one feature of every word: none is forgotten, none added twice.
func TestEveryTemplateIsUsedOnce(t *testing.T) {
	f := hash.NewVector()
	for _, ws := range words(text.Split("Mayor Ruth Haldane of Brenn waited.", nil)) {
		for i := range ws {
			addFeatures(&f, ws, i, outside, beginPerson)
			got := slices.Compact(slices.Sorted(slices.Values(f.Hashes)))
			if want := int(features.Templates(template).Count); len(f.Hashes) != want || len(got) != want {
				t.Errorf("%d features, %d of them different, by %d templates", len(f.Hashes), len(got), want)
			}
		}
	}
}

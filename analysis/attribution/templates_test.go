package attribution

import (
	"slices"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// Every template gives one feature of every cue, item and step: none is forgotten, none added twice.
func TestEveryTemplateIsUsedOnce(t *testing.T) {
	l := load(t)
	x := annotated.WithoutStates(text.Split("“We wait,” Ruth Haldane said, adding that the mayor, who is ill, had not.",
		nil), l.tagger, l.parser)
	v, f := extractor{newView(x, l.finder.classes)}, hash.NewVector()
	check := func(what string, groups ...any) {
		t.Helper()
		got := slices.Compact(slices.Sorted(slices.Values(f.Hashes)))
		if want := int(features.Templates(groups...).Count); len(f.Hashes) != want || len(got) != want {
			t.Errorf("%s: %d features, %d of them different, by %d templates", what, len(f.Hashes), len(got), want)
		}
	}
	for c := range x.Tokens {
		v.cueFeatures(&f, c)
		check("a cue", ofCue, ofCueTree, ofCueClusters)
		w, context := v.windowOf(c, nil), v.cueContextOf(c)
		paths, treePaths := v.paths(&w, nil), v.treePaths(&w, c, nil)
		for i := range w.items {
			v.itemFeatures(&f, &w, i, paths[i], &treePaths[i], &context)
			check("an item", ofItem, ofItemTree, ofItemClusters)
			if i > 0 {
				v.stepFeatures(&f, &w, i, paths[i], &treePaths[i-1], &treePaths[i], &context)
				check("a step", ofStep, ofStepTree, ofStepClusters)
			}
		}
	}
}

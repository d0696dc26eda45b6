// Package annotatedtest annotates the texts of tests. It promises that what was learnt is loaded once for all tests of
// a package, and that whatever goes wrong ends the test that asked.
package annotatedtest

import (
	"sync"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

var load = sync.OnceValues(annotated.Load)

// Annotator is the annotator that all tests of a package share.
func Annotator(t testing.TB) *annotated.Annotator {
	t.Helper()
	a, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Read annotates a text as the engine does.
func Read(t testing.TB, s string) *annotated.Text {
	t.Helper()
	out, err := Annotator(t).Annotate(t.Context(), text.Split(s, nil), func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// ReadWithoutStates annotates a text as far as can be done without the encoder: without hidden states and names.
func ReadWithoutStates(t testing.TB, s string) *annotated.Text {
	t.Helper()
	a := Annotator(t)
	return annotated.WithoutStates(text.Split(s, nil), a.Tagger, a.Parser)
}

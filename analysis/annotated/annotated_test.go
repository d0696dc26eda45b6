package annotated_test

import (
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/names"
	"hearsay/analysis/tags"
)

// A text that is annotated tells of each of its tokens, and of tokens that it does not have that there is nothing.
func TestWhatStandsInATextAndWhatDoesNot(t *testing.T) {
	a := annotatedtest.Read(t, "“All harbours WERE closed,” Ruth Haldane said.")
	at := func(word string) int {
		for i := range a.Tokens {
			if a.Word(i) == word {
				return i
			}
		}
		t.Fatalf("no %q", word)
		return -1
	}
	if i := at("harbours"); a.Lower(i) != "harbours" || a.Lemma(i) != "harbour" || !a.Tag(i).Noun() || a.InName(i) {
		t.Errorf("%q %q %v", a.Lower(i), a.Lemma(i), a.Tag(i))
	}
	if i := at("WERE"); a.Lower(i) != "were" {
		t.Errorf("%q", a.Lower(i))
	}
	n, k, ok := a.Name(at("Haldane"))
	if !ok || k != 0 || n.Type != names.Person || n.Of(a.String) != "Ruth Haldane" || a.NameAt(at("Ruth")) != 0 {
		t.Errorf("%+v %d %v", n, k, ok)
	}
	for i := range a.Tokens {
		if w := a.Word(i); a.Mark(i) != (w == "“" || w == "”") {
			t.Errorf("%q is a quotation mark: %v", w, a.Mark(i))
		}
	}
	in := a.InQuotation()
	if !in[at("closed")] || in[at("said")] {
		t.Errorf("in quotation marks: %v", in)
	}
	for _, i := range []int{-1, len(a.Tokens), len(a.Tokens) + 5} {
		if _, _, ok := a.Name(i); a.Lower(i) != "" || a.Lemma(i) != "" || a.Tag(i) != tags.None || a.NameAt(i) != -1 ||
			a.InName(i) || a.Mark(i) || ok {
			t.Errorf("token %d is something", i)
		}
	}
	b := annotated.New(a.Text, a.Tags, a.Quotations, a.Trees, a.States, nil)
	if b.InName(at("Ruth")) || !a.InName(at("Ruth")) {
		t.Error("other names change the text itself, or not its copy")
	}
}

func TestWithoutTheEncoderThereAreNoStatesAndNoNames(t *testing.T) {
	a := annotatedtest.ReadWithoutStates(t, "Ruth Haldane said so.")
	if a.States != nil || len(a.Names) != 0 || len(a.Trees.Head) != len(a.Tokens) ||
		len(a.Quotations.At) != len(a.Tokens) {
		t.Errorf("%+v", a)
	}
}

package text

import "testing"

func TestFoldTakesCaseAndDigitsForAlike(t *testing.T) {
	if Fold("Chapter-12") != Fold("chapter-99") {
		t.Error("case or digits tell words apart")
	}
	if Fold("said") == Fold("says") || Fold("É") == Fold("é") {
		t.Error("different words are taken for one")
	}
	if got := Fold(""); got != 14695981039346656037 {
		t.Errorf("no word at all is %d: what was learnt no longer fits", got)
	}
}

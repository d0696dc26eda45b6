package attribution

import (
	"hearsay/analysis/annotated"
	"testing"
)

// Who speaks, and what is said, end with their own words.
func TestEndsAreBare(t *testing.T) {
	l := load(t)
	for s, want := range map[string]string{
		"The Halvonian leader nevertheless welcomed the decision to suspend them.": "[The Halvonian leader] " +
			"<welcomed> the decision to suspend them",
		"He reaffirmed his readiness to talk while stressing that the strait must stay open.": "[He] <reaffirmed> his " +
			"readiness to talk",
	} {
		tx, got := l.find(t, s)
		if len(got) == 0 || show(tx.String, got[0]) != want {
			t.Errorf("%q: not %s", s, want)
			for _, a := range got {
				t.Logf("%s", show(tx.String, a))
			}
		}
	}
}

// What stands before those who say it is told whole, with the words before an inserted clause and an abbreviation.
func TestWhatIsToldFirstIsAWholeSentence(t *testing.T) {
	l := load(t)
	for s, want := range map[string]string{
		"The market hall at Dornach, which burnt down in 2019 and cost nine traders their stalls, will open again in " +
			"spring, the council said.": "[the council] <said> The market hall at Dornach, which burnt down in 2019 and " +
			"cost nine traders their stalls, will open again in spring",
		"The loan came a week after the county had chosen Dacre to accompany then-U.S. Commerce secretary Karen Dolby on " +
			"a tour of the coast, the Corvane Chronicle reported.": "[the Corvane Chronicle] <reported> The loan came a " +
			"week after the county had chosen Dacre to accompany then-U.S. Commerce secretary Karen Dolby on a tour of " +
			"the coast",
		"But the tanker had been seen off the cape before noon, the coast guard said.": "[the coast guard] <said> the " +
			"tanker had been seen off the cape before noon",
	} {
		tx, got := l.find(t, s)
		if len(got) != 1 || show(tx.String, got[0]) != want {
			t.Errorf("%q: not %s", s, want)
			for _, a := range got {
				t.Logf("%s", show(tx.String, a))
			}
		}
	}
}

// “The fishermen were not mentioned” is nobody's quote: what is passed over in a passive has no speaker.
func TestOnlyAnActiveVerbReports(t *testing.T) {
	l := load(t)
	tx, _ := l.find(t, "Officials gave an account, in which the fishermen were not mentioned. They emphasized unity.")
	v := newView(annotated.WithoutStates(tx, l.tagger, l.parser), l.finder.classes)
	for i := range tx.Tokens {
		switch w := tx.Word(i); w {
		case "mentioned", "emphasized", "account":
			if got := v.onlyReports(i); got != (w == "emphasized") {
				t.Errorf("%s: %v", w, got)
			}
		}
	}
}

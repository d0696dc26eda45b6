package reporting

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
)

// Each plain cue is answered by the tree and the tags alone, wherever it stands to what is said.
func TestPlainCuesAreAnswered(t *testing.T) {
	for s, want := range map[string]string{
		"The pilot said that the ferry was late.":              "[The pilot] <said> that the ferry was late",
		"Ruth Haldane told reporters that it was late.":        "[Ruth Haldane] <told> that it was late",
		"They have often warned that it could burst.":          "[They] <have often warned> that it could burst",
		"He said in a speech on Monday that taxes would rise.": "[He] <said> that taxes would rise",
		"The ferry had been late for a week, the harbour master said in a statement.": "[the harbour master] <said> " +
			"The ferry had been late for a week",
		"The ferry sank off Lund with nine cars, Pell Radio reported on Friday.": "[Pell Radio] <reported> " +
			"The ferry sank off Lund with nine cars",
		"The ferry was lost, Ruth Haldane, the harbour master, said.": "[Ruth Haldane, the harbour master] <said> " +
			"The ferry was lost",
		"Rents have doubled in a year, says the tenants' union.": "[the tenants' union] <says> Rents have doubled in a year",
		"Rents, says Ida Brandt, the head of the union, have doubled.": "[Ida Brandt, the head of the union] <says> " +
			"Rents … have doubled",
		"A single storm in June, warn foresters, could fell half of the park.": "[foresters] <warn> " +
			"A single storm in June … could fell half of the park",
		"The old pumps, the auditor said, had never been used.": "[the auditor] <said> The old pumps … had never been used",
		"He left what the police say was a false address.":      "[the police] <say> what … was a false address",
		"What is needed, believes the governor, who sails, is a treaty with teeth.": "[the governor, who sails] " +
			"<believes> What is needed … is a treaty with teeth",
		"By 2035, predicts the ministry, half of the fleet will be gone.": "[the ministry] <predicts> By 2035 … " +
			"half of the fleet will be gone",
		"The rest, according to the mayor, have no lights.":      "[the mayor] <according to> The rest … have no lights",
		"Most ferries are lost, according to the union.":         "[the union] <according to> Most ferries are lost",
		"No comment, said Rossi.":                                "[Rossi] <said> No comment",
		"Never, the owner said when the hall was full.":          "[the owner] <said> Never",
		"The nurses begged him to wait.":                         "[The nurses] <begged> to wait",
		"The union appealed to the board not to close the yard.": "[The union] <appealed to> not to close the yard",
		"The owners left, saying that the talks had failed.":     "[The owners] <saying> that the talks had failed",
	} {
		x := annotatedtest.ReadWithoutStates(t, s)
		if got := show(s, Answer(x, nil)); got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}

// What is no report has no quote.
func TestWhatIsNoReportIsNotAnswered(t *testing.T) {
	for _, s := range []string{
		"As the bell rang, she said a prayer.",
		"He would say that the ferry was late.",
		"It is said that the ferry was late.",
		"Say nothing.",
		"He told the truth.",
		"She came, promised the voters a raise, and left.",
		"Ida Brandt, 26, believes.",
		"She added sugar to the tea.",
		"In an interview with a station that he owns, the mayor said.",
		"“He said that it was late.”",
	} {
		x := annotatedtest.ReadWithoutStates(t, s)
		if got := Answer(x, nil); len(got) != 0 {
			t.Errorf("%s: %s", s, show(s, got))
		}
	}
}

// A quote that holds a cue, or is found by it, is left as it is; but one that has only half of what is said around its
// cue gets the other.
func TestOnlyWhatIsNotFoundIsAnswered(t *testing.T) {
	x := annotatedtest.ReadWithoutStates(t, "The mayor said that the ferry was late. She said it was lost.")
	found := by(t, x, "said", "that the ferry was late")
	got := Answer(x, []attribution.Attribution{found})
	if len(got) != 2 || !strings.HasSuffix(show(x.String, got), "[She] <said> it was lost") {
		t.Errorf("got %s", show(x.String, got))
	}
	x = annotatedtest.ReadWithoutStates(t, "The ferry, says Ida Brandt, was never safe.")
	half := by(t, x, "says", "The ferry")
	half.Source = []text.Span{{Start: 16, End: 26}}
	got = Answer(x, []attribution.Attribution{half})
	if want := "[Ida Brandt] <says> The ferry … was never safe"; show(x.String, got) != want {
		t.Errorf("got %s, want %s", show(x.String, got), want)
	}
}

// Who speaks is nobody's words: what was taken so is turned round.
func TestWhoSpeaksIsNotWhatIsSaid(t *testing.T) {
	x := annotatedtest.ReadWithoutStates(t, "Two engineers who saw the wreck, Ida Brandt and Otto Lund, said in a "+
		"report that it had been built on sand.")
	a := by(t, x, "said", "Two engineers who saw the wreck, Ida Brandt and Otto Lund")
	a.Source = nil
	want := "[Two engineers who saw the wreck, Ida Brandt and Otto Lund] <said> that it had been built on sand"
	if got := show(x.String, Answer(x, []attribution.Attribution{a})); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, c := range [][3]string{{"The pier was said to be lost.", "said", "The pier"},
		{"That was the pier, said Ida Brandt.", "said", "That was the pier"}} {
		x = annotatedtest.ReadWithoutStates(t, c[0])
		a = by(t, x, c[1], c[2])
		a.Source = nil
		if got := Answer(x, []attribution.Attribution{a}); got[0].Content[0].Of(c[0]) != c[2] {
			t.Errorf("what is said became %s", show(x.String, got))
		}
	}
}

// Who is spoken of at the end of a relative clause is not who speaks.
func TestTheSubjectIsWhomTheRelativeClauseTellsOf(t *testing.T) {
	x := annotatedtest.ReadWithoutStates(t, "A clerk who feared for her job said that the pumps had been sold.")
	a := by(t, x, "said", "that the pumps had been sold")
	a.Source = []text.Span{{Start: 23, End: 30}}
	got := Answer(x, []attribution.Attribution{a})
	if want := "[A clerk] <said> that the pumps had been sold"; show(x.String, got) != want {
		t.Errorf("got %s, want %s", show(x.String, got), want)
	}
}

// Any text is read, and every span lies on the edges of tokens.
func FuzzAnswer(f *testing.F) {
	f.Add("said, said said said that, says, say. “said”, she said, said")
	f.Add(", says the, who, said")
	f.Fuzz(func(t *testing.T, s string) {
		x := annotatedtest.ReadWithoutStates(t, s)
		for _, a := range Answer(x, nil) {
			for _, p := range append(append(a.Content, a.Cue...), a.Source...) {
				if from, to := x.Range(p); p.Empty() || x.Span(from, to) != p {
					t.Fatalf("%q: %v", s, p)
				}
			}
		}
	})
}

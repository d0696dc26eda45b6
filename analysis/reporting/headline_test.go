package reporting

import (
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
)

// The words in quotation marks of a headline are whose act it tells behind them.
func TestAHeadlinesWordsAreWhoseActFollows(t *testing.T) {
	for s, want := range map[string]string{
		"“Not one more barge” – harbour chief Bell pledges to close canal\n\nThe canal was dug in 1820.": "[harbour chief " +
			"Bell] <–> “Not one more barge”",
		"“Not a penny more”: Vale refuses to fund stadium\n\nThe stadium is old.": "[Vale] <:> “Not a penny more”",
		"“A sad day” – nurses attack pay offer\n\nThe offer is low.":              "[nurses] <–> “A sad day”",
		"“Not a penny more” – the song – was on the radio.\n\nIt is old.":         "",
	} {
		x := annotatedtest.ReadWithoutStates(t, s)
		if got := show(s, scene{x}.headline(nil)); got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}

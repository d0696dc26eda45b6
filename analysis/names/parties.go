package names

import (
	"slices"
	"strings"

	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// withoutParties leaves out what was taken for a name but is the party and state of a politician: "R-Ill." It stands
// behind a name, and tells of whom that is.
func withoutParties(t *text.Text, all []Name) []Name {
	return slices.DeleteFunc(slices.Clone(all), func(n Name) bool {
		party, state, joined := strings.Cut(t.Of(n.Span), "-")
		if n.To-n.From > 1 && partisans[strings.ToLower(t.Word(n.To-1))] && nouns.IsState(t.Of(t.Span(n.From, n.To-1))) {
			return true // "Ohio Republican"
		}
		isParty := joined && len(party) == 1 && strings.Contains("RDI", party)
		return isParty && (nouns.State(state) != "" || nouns.IsState(state))
	})
}

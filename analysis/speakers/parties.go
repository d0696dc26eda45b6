package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/text"
)

// withoutParties leaves out what was taken for a name but is the party and state of a politician: "R-Ill."
func withoutParties(t *text.Text, all []names.Name) []names.Name {
	return slices.DeleteFunc(slices.Clone(all), func(n names.Name) bool {
		party, state, joined := strings.Cut(t.Of(n.Span), "-")
		isParty := joined && len(party) == 1 && strings.Contains("RDI", party)
		return isParty && (nouns.State(state) != "" || nouns.IsState(state))
	})
}

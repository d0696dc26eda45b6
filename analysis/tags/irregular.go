package tags

import (
	_ "embed"
	"strings"
)

// Each line of these tables holds a base form and its irregular forms. The stems are what is left of a verb without "ed"
// or "ing" where no rule tells whether an "e" or a doubled consonant has to come back or go.
var (
	//go:embed irregular/verbs.txt
	verbForms string
	//go:embed irregular/stems.txt
	stemForms string
	//go:embed irregular/nouns.txt
	nounForms string
	//go:embed irregular/degrees.txt
	degreeForms string

	irregularVerbs   = forms(verbForms)
	irregularStems   = forms(stemForms)
	irregularNouns   = forms(nounForms)
	irregularDegrees = forms(degreeForms)
)

// forms turns lines of a base form and its irregular forms into a table from form to base form.
func forms(lines string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(lines) {
		w := strings.Fields(line)
		for _, f := range w {
			m[f] = w[0]
		}
	}
	return m
}

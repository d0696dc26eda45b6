package entities

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
)

// describeParty adds to what is said of a politician the party and the state that stand behind the name.
func (r *Register) describeParty(e int, n names.Name) {
	x := &r.All[e]
	party, state := partyBehind(r.Text, n)
	if party == "" || x.Type != Person || len(x.Descriptions) >= mostDescriptions {
		return
	}
	words := map[string]bool{party: true}
	if party == "democratic" {
		words["democrat"] = true
	}
	for _, w := range strings.Fields(stateName(state)) {
		words[w] = true
	}
	for k := range x.Descriptions {
		for w := range words {
			x.Descriptions[k].Words[w] = true
		}
	}
	o, _ := nouns.Of("politician")
	x.Descriptions = append(x.Descriptions,
		Description{Span: r.Text.Span(n.From, n.To), Head: "politician", Words: words, Noun: o, Implied: true})
}

// partyBehind reads the party and the state that stand behind a name: "(R-Ky.)", ", D-Ohio,", "(R., Iowa)", ",
// Democrat of Texas,". The party is empty where there is none.
func partyBehind(t *annotated.Text, n names.Name) (party, state string) {
	if w := t.Lower(n.To); w != "," && w != "(" {
		return "", ""
	}
	short, state, joined := strings.Cut(t.Lower(n.To+1), "-")
	if !joined { // "R., Iowa" and "Democrat of Texas"
		if sep := t.Lower(n.To + 2); sep != "," && sep != "of" {
			return "", ""
		}
		state = t.Lower(n.To + 3)
	}
	return nouns.Party(strings.TrimSuffix(short, ".")), state
}

// stateName is the whole name of an American state, in lower case.
func stateName(short string) string {
	w := strings.TrimRight(strings.ToLower(short), ".)")
	if full := nouns.State(w); full != "" {
		return full
	}
	return w
}

package names

import "hearsay/analysis/text"

// addressed makes persons of those whom words in quotation marks speak to: "…, Joss,” she said" tells that Joss is one,
// and Joss Penhale with him, whatever they were taken for.
func addressed(t *text.Text, found []Name) {
	called := map[string]bool{}
	for _, n := range found {
		if n.To-n.From == 1 && isAddressed(t, n) {
			called[t.Word(n.From)] = true
		}
	}
	if len(called) == 0 {
		return
	}
	inFull := map[string]bool{}
	for i := range found {
		n := &found[i]
		if n.To-n.From > 1 && n.To-n.From <= longestPerson && called[t.Word(n.From)] {
			n.Type = Person
			inFull[t.Word(n.From)] = true
		}
	}
	for i := range found {
		if n := &found[i]; n.To-n.From == 1 && inFull[t.Word(n.From)] {
			n.Type = Person
		}
	}
}

// longestPerson is how many words the name of a person has that is called by its first.
const longestPerson = 3

// isAddressed reports whether a name stands between a comma and the end of words in quotation marks that say "you" or
// "I" in the same sentence.
func isAddressed(t *text.Text, n Name) bool {
	if n.From < 2 || n.To+1 >= len(t.Tokens) || t.Word(n.From-1) != "," {
		return false
	}
	switch t.Word(n.To) {
	case ",", ".", "?", "!":
	default:
		return false
	}
	switch t.Word(n.To + 1) {
	case "”", `"`, "’", "''":
	default:
		return false
	}
	for i := n.From - 2; i >= t.Sentences[t.Tokens[n.From].Sentence].From; i-- {
		switch t.Word(i) {
		case "you", "You", "your", "Your", "I":
			return true
		}
	}
	return false
}

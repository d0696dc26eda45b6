package attribution

import (
	"fmt"
	"strings"

	"hearsay/analysis/features"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/tags"
)

// reason says in a clause what speaks for a candidate.
func (v *view) reason(c *candidate) string {
	k := &v.tokens[c.token]
	words := v.text.Word(c.token)
	if len(c.cue) > 0 && c.cue[0].Len() <= 40 {
		words = v.text.Of(c.cue[0])
	}
	sort, stands := v.sort(c.token, k), v.placed(c)
	if sort == "the words" {
		stands = strings.NewReplacer("comes", "come", "follows", "follow", "interrupts", "interrupt").Replace(stands)
	}
	return fmt.Sprintf("%s “%s” %s the content", sort, strings.Join(strings.Fields(words), " "), stands)
}

// sort names the sort of cue.
func (v *view) sort(i int, k *token) string {
	switch w := v.text.Word(i); {
	case k.form == accordingHash:
		return "the words"
	case w == ":":
		return "the colon"
	case k.tag.Verb() && k.class.Speaks():
		return "the reporting verb"
	case k.tag.Verb() && (k.class == lexicon.Think || k.class == lexicon.Want):
		return "the verb of thought or wish"
	case k.tag.Verb():
		return "the verb"
	case k.tag.Noun():
		return "the noun"
	case k.tag.Adverb():
		return "the adverb"
	case k.tag.Adjective():
		return "the adjective"
	case k.tag >= tags.Period:
		return "the mark"
	}
	return "the words"
}

var accordingHash = features.Fold("according")

// placed tells where a cue stands to its content.
func (v *view) placed(c *candidate) string {
	at := v.text.Tokens[c.token]
	first, last := c.content[0], c.content[len(c.content)-1]
	switch {
	case at.End <= first.Start && v.quotations.At[c.token] >= 0:
		return "inside the quotation comes before"
	case at.End <= first.Start:
		return "comes before"
	case at.Start >= last.End:
		return "follows"
	}
	return "interrupts"
}

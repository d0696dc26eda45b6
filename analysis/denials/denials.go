// Package denials tells of quotes whether what they attribute was said at all: said, denied to have been said, or
// refused. It reads the tree around the head of the cue, up from the word that names the utterance, and counts what
// negates it or holds it back; and it adds the refusals to speak that no quote holds.
//
// It promises that no word of what is attributed, and none in quotation marks, turns a cue that stands outside them;
// that what it adds lies on the edges of tokens; and that time grows in proportion to the text.
package denials

import (
	"slices"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
)

// utterances tells of the cues of a text whether anything was said at all, and finds where somebody refused to.
type utterances struct {
	text       *annotated.Text
	quotations *quotations.Found
	tags       []tags.Tag
	trees      *parse.Trees
}

func of(t *annotated.Text) utterances { return utterances{t, t.Quotations, t.Tags, t.Trees} }

// Told gives each quote its polarity, and leaves out those that only tell that somebody was not asked. It works in the
// slice that is given; quotes must not run on from each other yet.
func Told(t *annotated.Text, list []attribution.Attribution) []attribution.Attribution {
	v := of(t)
	list = slices.DeleteFunc(list, func(a attribution.Attribution) bool { return v.unasked(&a) })
	for i := range list {
		a := &list[i]
		if a.Polarity = v.polarityOf(a.Head, a.Content); a.Polarity == attribution.Said && v.saysNothing(a) {
			a.Polarity = attribution.Refused
		}
	}
	return list
}

// saysNothing reports whether a paraphrase only tells that its speaker would say nothing: "said they had no comment",
// "said that she would not discuss it". What somebody would not do to others, such as to talk to them, is said.
func (v utterances) saysNothing(a *attribution.Attribution) bool {
	if a.Kind != attribution.Indirect || a.Head < 0 || v.trees == nil || len(a.Content) != 1 {
		return false
	}
	from, to := v.text.Range(a.Content[0])
	if v.text.Lower(from) == "that" {
		from++
	}
	for c := from + 1; c < to; c++ {
		if v.trees.Relation[c] != parse.Complement || int(v.trees.Head[c]) != a.Head || v.subjectOf(c) != from {
			continue
		}
		goesOn := false
		for k := c + 1; k < to; k++ {
			joined := int(v.trees.Head[k]) == c && v.trees.Relation[k] == parse.Conjunct
			goesOn = goesOn || joined || v.text.Lower(k) == "but"
		}
		d, ok := v.denialOf(c, nil)
		if !ok || goesOn || v.tags[from] != tags.PRP || v.elsewhere(d.word) {
			return false
		}
		lemma := v.text.Lemma(d.word)
		return d.polarity == attribution.Refused && d.stands() && (utterVerbs[lemma] || !willedVerbs[lemma])
	}
	return false
}

// comma reports whether a token is a comma.
func (v utterances) comma(i int) bool { return v.tags[i] == tags.Comma && !v.text.Mark(i) }

// breaks reports whether a token is a dash, colon, semicolon or bracket.
func (v utterances) breaks(i int) bool {
	switch v.tags[i] {
	case tags.Colon, tags.OpenBracket, tags.CloseBracket:
		return !v.text.Mark(i)
	}
	return false
}

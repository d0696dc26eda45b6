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
		list[i].Polarity = v.polarityOf(list[i].Head, list[i].Content)
	}
	return list
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

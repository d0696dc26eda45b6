package entities

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/nouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// About chooses the description that tells a reader most of who someone is: rather what stands beside the name than a
// title, and rather what needs no pronoun. Whose father someone is, where only a pronoun says it, tells nothing. The
// span is empty where there is none.
func (r *Register) About(x *Entity) text.Span {
	var best text.Span
	most := 0
	for _, d := range x.Descriptions {
		if span, worth := worthOf(r.Text, d); worth > most {
			best, most = span, worth
		}
	}
	return best
}

// How much a description tells: each word tells something, up to a number, and more where it needs no pronoun. Set by
// hand.
const (
	withoutPronoun = 10
	withPronoun    = 5
	mostWords      = 10
	mostOwnedWords = 4
)

// worthOf is the part of a description that can be shown, and how much it tells.
func worthOf(t *annotated.Text, d Description) (text.Span, int) {
	from, to := t.Range(d.Span)
	if d.Implied || from >= to || courtesy[d.Head] || saysLittle(d.Head) {
		return text.Span{}, 0
	}
	words := min(to-from, mostWords)
	switch tag := t.Tag(from); {
	case tag != tags.PRPS && tag != tags.WPS:
		return d.Span, withoutPronoun + words
	case nouns.IsKin(d.Head) || from+1 >= to:
		return text.Span{}, 0
	}
	return t.Span(from+1, to), withPronoun + min(words, mostOwnedWords)
}

// saysLittle reports whether a noun tells nothing of who someone is.
func saysLittle(head string) bool { return head == "dr" || head == "sibling" }

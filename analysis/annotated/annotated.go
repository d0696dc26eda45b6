// Package annotated holds one text with all that the lower stages know of it: tokens, part-of-speech tags, dependency
// trees, quotation marks, hidden states of the encoder, and names. Every later stage reads this and nothing else, so
// that what two of them need is reckoned once.
//
// It promises that its accessors take any token index, also one before the first token or behind the last, for which
// they return what stands for nothing there; and that a Text does not change once it is made, so that any number of
// goroutines may read it.
package annotated

import (
	"strings"

	"hearsay/analysis/encoder"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Text is a text with its annotations. Slices that go by tokens have an entry for each.
type Text struct {
	// Text is the text in paragraphs, sentences and tokens.
	*text.Text
	// Tags are the tokens' tags of the Penn treebank.
	Tags []tags.Tag
	// Quotations are what stands in quotation marks.
	Quotations *quotations.Found
	// Trees are the sentences' dependency trees.
	Trees *parse.Trees
	// States are the tokens' hidden states; nil where no encoder was asked, as linear models can do without.
	States *encoder.HiddenStates
	// Names are the names of persons, organisations, places and peoples, in reading order.
	Names []names.Name

	lower  []string
	nameAt []int32 // the index, counted from 1, of the name that holds a token; 0 for none
}

// New brings together a text and what was found in it. States and names may be nil.
func New(t *text.Text, of []tags.Tag, q *quotations.Found, trees *parse.Trees, states *encoder.HiddenStates,
	found []names.Name) *Text {
	a := &Text{Text: t, Tags: of, Quotations: q, Trees: trees, States: states, Names: found,
		lower: make([]string, len(t.Tokens)), nameAt: make([]int32, len(t.Tokens))}
	for i := range t.Tokens {
		a.lower[i] = strings.ToLower(t.Word(i))
	}
	for k, n := range found {
		for i := n.From; i < n.To; i++ {
			a.nameAt[i] = int32(k + 1)
		}
	}
	return a
}

// Tag returns the tag of token i, tags.None where there is no such token.
func (a *Text) Tag(i int) tags.Tag {
	if i < 0 || i >= len(a.Tags) {
		return tags.None
	}
	return a.Tags[i]
}

// Lower returns token i in lower case, the empty string where there is no such token.
func (a *Text) Lower(i int) string {
	if i < 0 || i >= len(a.lower) {
		return ""
	}
	return a.lower[i]
}

// Lemma returns the base form of token i in lower case, the empty string where there is no such token.
func (a *Text) Lemma(i int) string {
	if i < 0 || i >= len(a.lower) {
		return ""
	}
	return tags.Lemma(a.lower[i], a.Tag(i))
}

// NameAt returns the index in Names of the name that holds token i, -1 where none does.
func (a *Text) NameAt(i int) int {
	if i < 0 || i >= len(a.nameAt) {
		return -1
	}
	return int(a.nameAt[i]) - 1
}

// InName reports whether token i stands in a name.
func (a *Text) InName(i int) bool { return a.NameAt(i) >= 0 }

// Name returns the name that holds token i, and its index in Names.
func (a *Text) Name(i int) (n names.Name, index int, ok bool) {
	k := a.NameAt(i)
	if k < 0 {
		return names.Name{}, -1, false
	}
	return a.Names[k], k, true
}

// SentenceOf returns the sentence that token i stands in.
func (a *Text) SentenceOf(i int) text.Sentence { return a.Sentences[a.Tokens[i].Sentence] }

// Mark reports whether token i is a quotation mark: it is tagged as one, or it opens or closes a quotation.
func (a *Text) Mark(i int) bool {
	switch a.Tag(i) {
	case tags.OpenQuote, tags.CloseQuote:
		return true
	case tags.None:
		return false
	}
	k := a.Quotations.At[i]
	if k < 0 {
		return false
	}
	q := &a.Quotations.Quotations[k]
	return i == q.From || i == q.To-1 && q.Closed
}

// InQuotation reports for every token whether it stands in quotation marks.
func (a *Text) InQuotation() []bool {
	in := make([]bool, len(a.Tokens))
	for _, q := range a.Quotations.Quotations {
		if q.Parent >= 0 {
			continue
		}
		for i := q.From; i < q.To; i++ {
			in[i] = true
		}
	}
	return in
}

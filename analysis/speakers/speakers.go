// Package speakers finds who is behind the sources of an article's quotes. The article is read from its first word to
// its last: each mention is resolved by its name, its description or its pronoun to the entities that those before it
// refer to, and then the chain of references behind each quote's source is followed to its speakers.
//
// It promises that every span it returns is a range of whole tokens of the text, that every index is valid, that
// speakers stand in the order of the words they were given, and that what fits two speakers equally well, of whom
// neither spoke or was mentioned later, is left open. It looks back no further than a fixed number of mentions, so that
// time grows in proportion to the text.
package speakers

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/narrator"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/text"
)

// Quote is an attribution whose speakers are looked for.
type Quote struct {
	Content, Cue, Source []text.Span
	// Continues is the index of the quote that this one runs on from, -1 where there is none.
	Continues int
	// Named is where the text names who speaks, if the source does not by itself; else it is empty.
	Named text.Span
	// Unnamed says why nobody can be named; empty where somebody may be.
	Unnamed string
}

// Article is what speakers are found from. Quotes are in reading order.
type Article struct {
	*annotated.Text
	Quotes []Quote
	// Narrators are who says "I" where nobody is quoted; nil where that is not asked for.
	Narrators *narrator.Narrators
	// Holders are words for those who take a side without a word of theirs being quoted: "the senators" who voted against
	// a bill. They are asked who they are as sources are, but are not taken to have spoken.
	Holders []text.Span
}

// Gender is what the article's words show of a person's gender.
type Gender int

// The genders the words can show.
const (
	GenderUnknown Gender = iota
	Female
	Male
)

// String gives the word for the gender, as files write it.
func (g Gender) String() string { return [...]string{"unknown", "female", "male"}[g] }

// genders are the genders of the sexes that words show.
var genders = [...]Gender{nouns.UnknownSex: GenderUnknown, nouns.Female: Female, nouns.Male: Male}

// Speaker is the person, organisation or group behind one or more sources.
type Speaker struct {
	Name        string
	Names       []string
	Type        entities.Type
	Gender      Gender
	Description text.Span
	// Mentions are all words that were found to refer to the speaker, in reading order, without overlap.
	Mentions []text.Span
}

// Link is one step from the words of a source to its speaker.
type Link struct {
	Speaker  int
	From, To text.Span
	Reason   string
	// Confidence is the probability that the step is right, given that the ones before it are.
	Confidence float64
}

// Candidate is somebody who might have been meant. Speaker is -1 for one to whom no quote is given.
type Candidate struct {
	Speaker    int
	Mention    text.Span
	Confidence float64
	Reason     string
}

// Attribution says who is behind a quote, and why.
type Attribution struct {
	Speakers []int
	// Chain leads from the source to each speaker in turn; what several share stands in it once.
	Chain []Link
	// Unknown says why no speaker could be named; empty where one is.
	Unknown string
	// Candidates are those that were weighed and not chosen, the likeliest first; where Unknown is set, they would have
	// fitted equally well, or are those whom it names with a "perhaps".
	Candidates []Candidate
	// Confidence is the probability that the speakers are right, given that the source is.
	Confidence float64
	// steps are those from the source to the speakers.
	steps []step
}

// Result holds the speakers behind the quotes, those of the most words first, and for each quote who is behind it.
// Those who hold a side and are behind no quote come last.
type Result struct {
	Speakers []Speaker
	Quotes   []Attribution
	// Holders say who those are that take a side, in the order in which they were given.
	Holders []Attribution
}

// NamesBehind are the names of those behind a quote.
func (r *Result) NamesBehind(quote int) (out []string) {
	for _, s := range r.Quotes[quote].Speakers {
		out = append(out, r.Speakers[s].Name)
	}
	return out
}

// Resolve finds who is behind the quotes of an article.
func (m *Model) Resolve(a Article) Result {
	r, quotes := m.attribute(a)
	for q := range quotes {
		r.leaveOpen(&quotes[q])
	}
	res := r.resultOf(quotes)
	res.Quotes, res.Holders = res.Quotes[:len(a.Quotes)], res.Quotes[len(a.Quotes):]
	return res
}

// guess finds who is behind the quotes, however unlikely that they are: what certainty is learnt from.
func (m *Model) guess(a Article) Result {
	r, quotes := m.attribute(a)
	return r.resultOf(quotes)
}

// attribute reads an article and gives its quotes those who are likeliest behind them.
func (m *Model) attribute(a Article) (*reading, []Attribution) {
	r := m.newReading(a)
	r.read()
	return r, r.attribute(m)
}

// Everybody finds all whom an article mentions, whether words are given to them or not: for each the words that were
// found to refer to them, in reading order.
func (m *Model) Everybody(a Article) [][]text.Span {
	r := m.newReading(a)
	r.read()
	return r.mentionsOf()
}

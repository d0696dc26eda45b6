// Package speakers finds who is behind the sources of an article's quotes: every source, and every other mention of a
// speaker, is joined to one speaker by names, descriptions and pronouns.
//
// It promises that every span it returns is a range of whole tokens of the text, that every index is valid, that
// speakers stand in the order of the words they were given, and that what fits two speakers equally well is left open.
// It looks back no further than a fixed number of mentions, so that time grows in proportion to the text.
package speakers

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// Quote is an attribution whose speakers are looked for.
type Quote struct {
	Content, Cue, Source []text.Span
	// Continues is the index of the quote that this one runs on from, -1 where there is none.
	Continues int
}

// Article is what speakers are found from. Quotes are in reading order.
type Article struct {
	*annotated.Text
	Quotes []Quote
}

// Type tells what sort of speaker it is.
type Type int

// The types of speaker.
const (
	Unknown Type = iota
	Person
	Organization
	Group
)

// String gives the word for the type, as screens and files write it.
func (t Type) String() string { return [...]string{"unknown", "person", "organization", "group"}[t] }

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

// Speaker is the person, organisation or group behind one or more sources.
type Speaker struct {
	Name        string
	Names       []string
	Type        Type
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
	// fitted equally well.
	Candidates []Candidate
	// Confidence is the probability that the speakers are right, given that the source is.
	Confidence float64
	// steps are those from the source to the speakers.
	steps []step
}

// Result holds the speakers behind the quotes, those of the most words first, and for each quote who is behind it.
type Result struct {
	Speakers []Speaker
	Quotes   []Attribution
}

// Resolve finds who is behind the quotes of an article.
func (m *Model) Resolve(a Article) Result {
	r := newResolver(m, a)
	r.read()
	r.settle()
	return r.result()
}

// Everybody finds all whom an article mentions, whether words are given to them or not: for each the words that were found
// to refer to them.
func (m *Model) Everybody(a Article) [][]text.Span {
	r := newResolver(m, a)
	r.read()
	index := make(map[int]int, len(r.entities))
	for e := range r.entities {
		index[e] = e
	}
	r.gatherMentions(index)
	out := make([][]text.Span, len(r.entities))
	for e := range r.entities {
		out[e] = r.entities[e].refs
	}
	return out
}

// read goes through the article and finds whom its words refer to.
func (r *resolver) read() {
	r.findCountries()
	r.gatherEntities()
	r.gatherDescriptions()
	r.hearPronouns()
	r.readSources()
	r.sweep()
}

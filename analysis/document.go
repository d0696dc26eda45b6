package analysis

import (
	"hearsay/analysis/language"
	"hearsay/analysis/text"
)

// Span is a half-open range [Start, End) of an article's text, in bytes.
type Span = text.Span

// Document is what the analysis of one article found: its quotes in reading order, its speakers, those who say most
// first, and their positions. Every span points into the text that was analysed.
type Document struct {
	// Engine names the version of the engine that made the document.
	Engine string
	// Language is the text's language as an ISO 639-1 code, empty where it could not be told.
	Language string
	// MarksOnly is true where the text's language is not known to the engine: only words in quotation marks were
	// looked for, and no speakers.
	MarksOnly bool
	Sentences []Span
	Quotes    []Quote
	Speakers  []Speaker
	Positions []Position
	// Doubtful are positions that a reader would too often not bear out for them to be told unasked.
	Doubtful []Position
}

// Words counts the words of a text at spans: what a speaker's share of all quoted words is made of.
func Words(s string, spans []Span) int { return text.Words(s, spans) }

// InLanguage says in which language the text is, as a clause: "the text is in French".
func (d *Document) InLanguage() string {
	if name := language.Name(d.Language); name != "" {
		return "the text is in " + name
	}
	return "the text's language is not known"
}

// Quote is an attribution: content, cue and source, and the speakers behind the source. Each of the three may have
// several parts, in reading order; cue and source may have none.
type Quote struct {
	Kind Kind
	// Polarity tells whether it was said, denied to have been said, or refused.
	Polarity Polarity
	Content  []Span
	Cue      []Span
	Source   []Span
	// Speakers are indexes into Document.Speakers; none where the speaker is unknown, several for a joint source.
	Speakers []int
	// Confidence is the probability that content and source are both right. What is shown is Certainty.
	Confidence float64
	Why        Why
}

// Certainty is the one figure that tells how far a quote may be trusted: the probability that its words and its
// speakers are both right. Of a quote whose speaker is unknown it is that of the words.
func (q *Quote) Certainty() float64 {
	if len(q.Speakers) == 0 {
		return q.Confidence
	}
	return together(q.Confidence, q.Why.SpeakerConfidence)
}

// Why tells how a quote was found and how its source leads to its speakers.
type Why struct {
	// Found is the evidence for the quote itself, a clause in lower case: "the reporting verb “said” follows the content".
	Found string
	// Chain leads from the source to the speaker, link by link; for a joint source one chain after the other, and
	// what they share once.
	Chain []Link
	// Unknown says why no speaker could be named; empty where one is.
	Unknown string
	// Candidates are those that were weighed for the source and not chosen, the likeliest first; where Unknown is set,
	// they would have fitted equally well, or are those whom it names with a "perhaps".
	Candidates []Candidate
	// SpeakerConfidence is the probability that the speakers are right, given that the source is; 0 where there are none.
	SpeakerConfidence float64
}

// Link is one step from the words of a source to its speaker: From is taken to refer to whatever To refers to.
type Link struct {
	Speaker  int // index into Document.Speakers
	From, To Span
	// Reason is a clause in lower case: "“He” is the man named last".
	Reason string
	// Confidence is the probability that this step is right, given that the ones before it are.
	Confidence float64
}

// Candidate is somebody who might have been meant by a source.
type Candidate struct {
	// Speaker is an index into Document.Speakers, None where no quote is theirs.
	Speaker int
	// Mention is where the article names or describes them, next to the source.
	Mention Span
	// Confidence is the probability that it is they who are meant.
	Confidence float64
	// Reason says why they were not chosen, a clause in lower case: "named two sentences before “Bell”".
	Reason string
}

// None stands in the place of an index where there is nothing to point to.
const None = -1

// Speaker is the person, organisation or group behind one or more sources.
type Speaker struct {
	// Name is the fullest name the article uses, or the description where it gives none.
	Name string
	// Names are all names the article uses, Name among them.
	Names  []string
	Type   SpeakerType
	Gender Gender
	// Description is where the article says who this is: "Putin's foreign affairs adviser"; empty where it does not.
	Description Span
	// Mentions are all words that refer to the speaker, in reading order.
	Mentions []Span
}

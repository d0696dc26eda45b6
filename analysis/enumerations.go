package analysis

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/positions"
	"hearsay/analysis/speakers"
	"hearsay/analysis/speakers/entities"
)

// The enumerations of a document are those of the stages that find it: each is defined once, there.
type (
	// Kind tells how a quote's content stands in the text.
	Kind = attribution.Kind
	// Polarity tells whether what a quote attributes was said at all.
	Polarity = attribution.Polarity
	// SpeakerType tells what sort of speaker it is.
	SpeakerType = entities.Type
	// Gender is what the article's words show of a person's gender.
	Gender = speakers.Gender
	// Stance is the side a position takes.
	Stance = positions.Stance
	// Act is what a speaker does in taking a position.
	Act = positions.Act
	// Modality is in which way something is said.
	Modality = positions.Modality
	// Qualifier is a stretch of the statement that turns, weakens or bounds a position.
	Qualifier = positions.Qualifier
	// QualifierKind tells what a qualifier does.
	QualifierKind = positions.QualifierKind
)

// The kinds of quote.
const (
	Indirect = attribution.Indirect // none of the content stands in quotation marks
	Mixed    = attribution.Mixed    // part of it
	Direct   = attribution.Direct   // all of it
)

// The polarities of quotes.
const (
	Said    = attribution.Said    // only this counts as a speaker's words
	Denied  = attribution.Denied  // denied to have been said: "did not say that"
	Refused = attribution.Refused // nothing was said: "declined to comment"
)

// The types of speaker.
const (
	Unknown      = entities.Unknown
	Person       = entities.Person
	Organization = entities.Organization
	Group        = entities.Group
)

// The genders that the words can show.
const (
	GenderUnknown = speakers.GenderUnknown
	Female        = speakers.Female
	Male          = speakers.Male
)

// The stances.
const (
	Neutral  = positions.Neutral
	Supports = positions.Supports
	Opposes  = positions.Opposes
)

// The acts.
const (
	States   = positions.States // says that it is so
	Demands  = positions.Demands
	Promises = positions.Promises
	Denies   = positions.Denies
	Predicts = positions.Predicts
	Blames   = positions.Blames
	Praises  = positions.Praises
	Warns    = positions.Warns
	Proposes = positions.Proposes
)

// The modalities.
const (
	Plain       = positions.Plain       // as so
	Obligation  = positions.Obligation  // "should", "must"
	Possibility = positions.Possibility // "may", "might"
	Wish        = positions.Wish        // "hopes", "wants"
	Intention   = positions.Intention   // "will", "is ready to"
)

// The kinds of qualifier.
const (
	Negation  = positions.Negation  // "not", "never": the stance given takes it into account
	Hedge     = positions.Hedge     // "perhaps", "somewhat"
	Condition = positions.Condition // "if Congress agrees": the position holds only then
	Irony     = positions.Irony     // quotation marks around words that the speaker does not make their own
)

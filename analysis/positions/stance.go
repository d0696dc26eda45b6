package positions

import "hearsay/analysis/text"

// Stance is the side a position takes.
type Stance int

// The stances.
const (
	Neutral Stance = iota
	Supports
	Opposes
)

// String gives the word for the stance, as screens and files write it.
func (s Stance) String() string { return [...]string{"neutral", "supports", "opposes"}[s] }

// Act is what a speaker does in taking a position, after the illocutionary acts of Searle (1976): what is said to be
// so, what others are to do, what the speaker will do, and how the speaker feels about it.
type Act int

// The acts.
const (
	States Act = iota // says that it is so
	Demands
	Promises
	Denies
	Predicts
	Blames
	Praises
	Warns
	Proposes
)

// String gives the word for the act, as screens and files write it.
func (a Act) String() string {
	return [...]string{"states", "demands", "promises", "denies", "predicts", "blames", "praises", "warns", "proposes"}[a]
}

// Modality is in which way something is said, after Palmer (2001).
type Modality int

// The modalities.
const (
	Plain       Modality = iota // as so
	Obligation                  // "should", "must", "has to": deontic
	Possibility                 // "may", "might", "would not rule out": epistemic
	Wish                        // "hopes", "wants": volitive
	Intention                   // "will", "is ready to": commissive
)

// String gives the word for the modality, as screens and files write it.
func (m Modality) String() string {
	return [...]string{"plain", "obligation", "possibility", "wish", "intention"}[m]
}

// Qualifier is a stretch of the statement that turns, weakens or bounds a position.
type Qualifier struct {
	Kind QualifierKind
	Span text.Span
}

// QualifierKind tells what a qualifier does.
type QualifierKind int

// The kinds of qualifier.
const (
	Negation  QualifierKind = iota // "not", "never": the stance given takes it into account
	Hedge                          // "perhaps", "somewhat"
	Condition                      // "if Congress agrees": the position holds only then
	Irony                          // quotation marks around words that the speaker does not make their own
)

// String gives the word for the kind, as screens and files write it.
func (k QualifierKind) String() string {
	return [...]string{"negation", "hedge", "condition", "irony"}[k]
}

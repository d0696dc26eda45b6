package analysis

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

// Position is a speaker's stance towards a target, with its evidence.
type Position struct {
	Speaker int // index into Document.Speakers
	Stance  Stance
	// Act is what the speaker does in saying so.
	Act Act
	// Modality is in which way it is said.
	Modality Modality
	// Target is what the side is taken on.
	Target []Span
	// Topic names the target the same way wherever it comes up in the article, so that positions on it stand together.
	Topic string
	// Targets are the speakers that the target is, indexes into Document.Speakers; none where it is something else.
	Targets []int
	// Statement is the evidence, normally within one sentence.
	Statement []Span
	// Qualifiers are the words that turn, weaken or bound the position, in reading order.
	Qualifiers []Qualifier
	// Quotes are indexes into Document.Quotes.
	Quotes     []int
	Confidence float64
	// Reason is a clause in lower case: "“backed” takes the side of its object".
	Reason string
}

// Act is what a speaker does in taking a position, after the illocutionary acts of Searle (1976): what is said to be so,
// what others are to do, what the speaker will do, and how the speaker feels about it.
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
	Span Span
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

// Manner tells in which way a position is taken, a word for each: "demands", "wish", "conditional"; none where it is simply
// said so. A negation is not told: the stance takes it into account.
func (p Position) Manner() (words []string) {
	if p.Act != States {
		words = append(words, p.Act.String())
	}
	if p.Modality != Plain {
		words = append(words, p.Modality.String())
	}
	var told [len(qualified)]bool
	for _, q := range p.Qualifiers {
		if w := qualified[q.Kind]; w != "" && !told[q.Kind] {
			told[q.Kind] = true
			words = append(words, w)
		}
	}
	return words
}

// qualified says what a qualifier makes of a position.
var qualified = [...]string{Negation: "", Hedge: "hedged", Condition: "conditional", Irony: "in scare quotes"}

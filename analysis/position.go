package analysis

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

// Manner tells in which way a position is taken, a word for each: "demands", "wish", "conditional"; none where it is
// simply said so. A negation is not told: the stance takes it into account.
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

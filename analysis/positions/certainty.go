package positions

// How sure the ways to find a side are: about the share of what each finds that a reader bears out, by the evidence
// that is shown. They were set by reading positions with their evidence in articles that nothing was learnt from, to
// the next 0.05, and are multiplied where several apply. A position's confidence is the product with the root of its
// quote's.
const (
	// A verb of the cue takes its object's side: "backed the bill".
	sureOfCueVerb = 0.95
	// The cue takes a side towards whom it calls something: "called Bell a liar".
	sureOfCalling = 0.9
	// A verb of the cue wants something done: "called on Bell to sign it".
	sureOfWish = 0.9
	// A noun of the cue takes a side: "expressed concern about the bill".
	sureOfCueNoun = 0.85
	// What is done in a plan that a side is taken on: "applauded the decision to fire Bell" is against Bell.
	sureOfDeedWithin = 0.85
	// "Would" stands before the verb of a cue, so that it may never have come to pass: "would support the bill".
	sureOfWould = 0.8
	// What ought to be is stood for: "Bell must sign the bill".
	sureOfOught = 0.8
	// What ought merely not to be: "we should not only sign the bill".
	sureOfMerely = 0.8
	// The speaker's own verb or feeling: "I support the bill", "I am proud of Bell".
	sureOfOwnVerb = 0.8
	// What the speaker means to do: "I will sign the bill", "I want to sign it".
	sureOfIntent = 0.75
	// A deed that speaks ill or well of its doer: "Bell lied".
	sureOfDeed = 0.75
	// What is said to be good or bad: "the bill is a disaster".
	sureOfCopula = 0.7
	// A deed at which the speaker is appalled: "I am appalled that Bell lied".
	sureOfAppalled = 0.7
	// What is called names in passing: "this disgraceful war".
	sureOfName = 0.7
	// A statement without a side is about its subject, where that is a name or a speaker, and where it is another noun.
	sureOfNamedSubject = 0.9
	sureOfOtherSubject = 0.8
)

// How likely a reader must bear a position out, by what was learnt from those noted in articles of the world's news.
const (
	// LeastSure is how likely it must be to be told unasked.
	LeastSure = 0.42
	// leastLikely is how likely it must be to be told at all.
	leastLikely = 0.15
)

// leastConfidence is how sure a position must be to be told. Its confidence falls more slowly than that of the quote
// which bears it, for that is also of where a content ends, on which a position hangs less. It was set by reading what
// is found around it in articles that nothing was learnt from.
const leastConfidence = 0.45

// How likely the sense of a sentence, as it was learnt, must be for what. They were set by reading
// what each lets through.
const (
	// It speaks ill of somebody, so that the speaker is against them.
	leastIll = 0.4
	// It speaks well of somebody. Praise is mistaken more often: what goes well for somebody is not said in their
	// favour yet.
	leastWell = 0.5
	// The same, where the word that tells stands further off.
	leastFar = 0.75
	// It goes with a word that might mean something else.
	leastAgreed = 0.5
	// It is clearly the other side from that which a pattern finds.
	leastDisproving = 0.7
	// It takes a side, so that to call the statement neutral would be wrong.
	mostLeaning = 0.7
)

// How sure a side is that the sense of a sentence and a word in it tell: this, and so much more for each part of the
// odds. Where a word says so, too, it is so more often than odds say when they are low, and less when they are high.
const (
	spokenBase = 0.4
	spokenRise = 0.45
)

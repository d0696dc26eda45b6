package lexicon

// Class tells what a word does when it attributes. The package promises nothing about a cue that it does not list: rare
// ones are learnt from their surroundings.
type Class uint8

// The classes of cues.
const (
	None    Class = iota
	Say           // tells in so many words: "say", "state", "write"
	Tell          // takes the one who is told as its object: "tell", "assure"
	Ask           // "ask", "wonder"
	Argue         // puts a view forward or against: "argue", "insist", "deny"
	Judge         // praises or blames: "praise", "criticize"
	Promise       // "vow", "offer", "agree"
	Demand        // "urge", "call for", "order"
	Think         // "believe", "know", "expect"
	Want          // "want", "hope", "plan"
	Express       // "express", "voice", "signal": the words said are in its object
	Show          // "suggest", "show", "reveal": papers and figures do this too
	Seem          // "seem", "appear"
	Noun          // a noun of speech or thought: "claim", "statement", "view"
	Adverb        // "reportedly"
)

var classNames = [...]string{"", "say", "tell", "ask", "argue", "judge", "promise", "demand", "think", "want",
	"express", "show", "seem", "noun", "adverb"}

// String gives the class's name.
func (c Class) String() string { return classNames[c] }

// The words of the lists: verbs apart from nouns and adverbs, since "claim" is both.
var (
	verbs  = Groups("cues/verbs", classes(Say, Seem))
	others = Groups("cues/others", classes(Noun, Adverb))
)

// classes are the classes from first to last by their names.
func classes(first, last Class) map[string]Class {
	named := map[string]Class{}
	for c := first; c <= last; c++ {
		named[c.String()] = c
	}
	return named
}

// Part is the part of speech that a tag gives a word.
type Part interface {
	Verb() bool
	Noun() bool
	Adverb() bool
}

// Of returns the class of a word by its base form and tag.
func Of(lemma string, t Part) Class {
	switch {
	case t.Verb():
		return verbs[lemma]
	case t.Noun(), t.Adverb():
		return others[lemma]
	}
	return None
}

// Speaks reports whether a verb of the class, with words in quotation marks beside it, makes them someone's words.
func (c Class) Speaks() bool { return c >= Say && c <= Demand }

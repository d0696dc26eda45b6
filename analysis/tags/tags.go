// Package tags names the part of speech of every token, by the Penn treebank's tags, and the base form of words. It
// promises the same tags for the same tokens, whatever stands around their sentence.
//
// The tagger is an averaged perceptron (Collins 2002) that reads a sentence from left to right, greedily. Its weights
// are made by "go run ./analysis/train tags" and used in the place where the program's file is mapped, so that loading
// costs next to nothing.
package tags

// Tag is a Penn part-of-speech tag.
type Tag uint8

// The tags, in the order the weights know them by. Marks that the treebank names by themselves are Mark: names such as
// OpenQuote tell them apart.
const (
	None Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Period
	Comma
	Colon // also semicolons, dashes and ellipses
	OpenQuote
	CloseQuote
	OpenBracket
	CloseBracket
	Dollar
	Hash
	Address // web and mail addresses
	count
)

var names = [count]string{"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS",
	"NNS", "PDT", "POS",
	"PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
	"WP$", "WRB", ".", ",",
	":", "``", "''", "-LRB-", "-RRB-", "$", "#", "ADD"}

// String gives the treebank's name of the tag.
func (t Tag) String() string { return names[t] }

// variants are names other treebanks use.
var variants = map[string]Tag{"NFP": SYM, "HYPH": Colon, "AFX": JJ, "GW": NN, "XX": FW, "-LSB-": OpenBracket,
	"-RSB-": CloseBracket,
	"-LCB-": OpenBracket, "-RCB-": CloseBracket, "(": OpenBracket, ")": CloseBracket}

var byName = func() map[string]Tag {
	m := map[string]Tag{}
	for t := None + 1; t < count; t++ {
		m[names[t]] = t
	}
	for n, t := range variants {
		m[n] = t
	}
	return m
}()

// Parse returns the tag of that name, None where there is none.
func Parse(name string) Tag { return byName[name] }

// Verb reports whether the tag is a verb's, modals left out.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Finite reports whether the tag is a finite verb's: past or present, or a modal.
func (t Tag) Finite() bool { return t == VBD || t == VBP || t == VBZ || t == MD }

// Noun reports whether the tag is a noun's, common or proper.
func (t Tag) Noun() bool { return t >= NN && t <= NNS }

// Proper reports whether the tag is a proper noun's.
func (t Tag) Proper() bool { return t == NNP || t == NNPS }

// Adjective reports whether the tag is an adjective's.
func (t Tag) Adjective() bool { return t >= JJ && t <= JJS }

// Adverb reports whether the tag is an adverb's.
func (t Tag) Adverb() bool { return t >= RB && t <= RBS }

// Content reports whether the tag is that of a content word: a noun, a verb, an adjective or an adverb.
func (t Tag) Content() bool { return t.Noun() || t.Verb() || t.Adjective() || t.Adverb() }

// Pronoun reports whether the tag is a personal or possessive pronoun's.
func (t Tag) Pronoun() bool { return t == PRP || t == PRPS }

package tags

import "hearsay/analysis/lexicon"

// The base forms of irregular words. The stems are what is left of a verb without "ed" or "ing" where no rule tells
// whether an "e" or a doubled consonant has to come back or go.
var (
	irregularVerbs   = lexicon.Values("inflection", "verbs")
	irregularStems   = lexicon.Values("inflection", "stems")
	irregularNouns   = lexicon.Values("inflection", "nouns")
	irregularDegrees = lexicon.Values("inflection", "degrees")
)

// change is what makes the base form of what is left of a verb without "ed" or "ing".
type change uint8

const (
	asItIs change = iota
	backE         // an "e" comes back: "hop" of "hoping"
	single        // a doubled consonant becomes single: "plann" of "planned"
)

// What becomes of a stem by its ending: for any stem, and for one that ends in a consonant, one vowel and a consonant.
var (
	stemEndings      = lexicon.Table("inflection", "endings", changes())
	shortStemEndings = lexicon.Table("inflection", "short endings", changes())
)

func changes() map[string]change {
	return map[string]change{"as it is": asItIs, "e": backE, "single": single}
}

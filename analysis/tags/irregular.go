package tags

import "hearsay/analysis/lexicon"

// The base forms of irregular words. The stems are what is left of a verb without "ed" or "ing" where no rule tells whether
// an "e" or a doubled consonant has to come back or go.
var (
	irregularVerbs   = lexicon.Values("inflection", "verbs")
	irregularStems   = lexicon.Values("inflection", "stems")
	irregularNouns   = lexicon.Values("inflection", "nouns")
	irregularDegrees = lexicon.Values("inflection", "degrees")
)

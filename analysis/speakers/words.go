package speakers

import "hearsay/analysis/nouns"

// sex is what words show of a person's gender.
type sex = nouns.Sex

const (
	sexUnknown = nouns.UnknownSex
	sexFemale  = nouns.Female
	sexMale    = nouns.Male
)

// role is what is known of a noun that can stand for a speaker.
type role = nouns.Noun

package positions

import "hearsay/analysis/lexicon"

// side is what a word does to what it is about.
type side int8

const (
	noSide side = 0
	pro    side = 1
	con    side = -1
)

// The lists are of base forms.
var (
	// proVerbs and conVerbs take the side of, or against, their object.
	proVerbs = lexicon.Words("stances/sides", "verbs for")
	conVerbs = lexicon.Words("stances/sides", "verbs against")
	// demandVerbs want their object to come about.
	demandVerbs = lexicon.Words("stances/sides", "demands")
	// willVerbs take "to" and what the speaker means to do or wants done.
	willVerbs   = lexicon.Words("stances/sides", "wills")
	refuseVerbs = lexicon.Words("stances/sides", "refusals")
	// proNouns and conNouns stand with "expressed", "voiced", "his": the object follows a preposition or "to".
	proNouns     = lexicon.Words("stances/sides", "nouns for")
	conNouns     = lexicon.Words("stances/sides", "nouns against")
	expressVerbs = lexicon.Words("stances/sides", "expresses")
)

// phrasal are verbs whose side hangs on a word that follows them.
var phrasal = lexicon.Table("stances/sides", "phrasal", map[string]side{"for": pro, "against": con})

// doneFor are verbs of a purpose: those who want to do this to something are for it, or against it.
var (
	helps   = lexicon.Words("stances/sides", "helps")
	harms   = lexicon.Words("stances/sides", "harms")
	endings = lexicon.Words("stances/sides", "endings")
	// undoings are those of the endings that leave nothing of what they end.
	undoings = lexicon.Words("stances/sides", "undoings")
	// lifts undo restrictions, and harm nothing else.
	lifts        = lexicon.Words("stances/sides", "lifts")
	restrictions = lexicon.Words("stances/sides", "restrictions")
)

// What is said of something that is good, or bad.
var (
	goodWords = lexicon.Words("stances/judgements", "good")
	badWords  = lexicon.Words("stances/judgements", "bad")
	// damning words stand before what they damn.
	damning = lexicon.Words("stances/judgements", "damning")
	// badDeeds are what one is blamed for doing.
	badDeeds  = lexicon.Words("stances/judgements", "bad deeds")
	goodDeeds = lexicon.Words("stances/judgements", "good deeds")
)

// weakTargets say nothing by themselves.
var weakTargets = lexicon.Words("stances/targets", "weak")

// pointing are nouns that leave open what is meant where nothing narrows them.
var pointing = lexicon.Words("stances/targets", "pointing")

// idleWords are of the words that speak well or ill those that news uses of what happens to somebody, or as mere names.
var idleWords = lexicon.Words("stances/judgements", "idle")

// sideOf looks a word up in a list for and a list against.
func sideOf(w string, for_, against map[string]bool) side {
	switch {
	case for_[w]:
		return pro
	case against[w]:
		return con
	}
	return noSide
}

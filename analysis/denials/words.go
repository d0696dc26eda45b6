package denials

import (
	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
)

// The words by which it is told that something was not said, or that somebody would say nothing: what each list is of
// stands there.
var (
	utterVerbs   = lexicon.Words("cues/polarity", "utter")
	answerVerbs  = lexicon.Words("cues/polarity", "answer")
	askedVerbs   = lexicon.Words("cues/polarity", "answer a request")
	willedVerbs  = lexicon.Words("cues/polarity", "answer by will")
	beAskedVerbs = lexicon.Words("cues/polarity", "be asked")
	reachVerbs   = lexicon.Words("cues/polarity", "reach")
	requestNouns = lexicon.Words("cues/polarity", "requests")
	speechNouns  = lexicon.Table("cues/polarity", "speech", map[string]attribution.Polarity{
		"denied": attribution.Denied, "refused": attribution.Refused})
	makeVerbs       = lexicon.Words("cues/polarity", "make")
	withholdWords   = lexicon.Words("cues/polarity", "withhold")
	refuseWords     = lexicon.Words("cues/polarity", "refuse")
	withholdPhrases = lexicon.Words("cues/polarity", "withhold before")
	cannotWords     = lexicon.Words("cues/polarity", "cannot")
	openWords       = lexicon.Words("cues/polarity", "leave open")
	chooseVerbs     = lexicon.Words("cues/polarity", "choose")
	negations       = lexicon.Words("cues/polarity", "negate")
	onlyWords       = lexicon.Words("cues/polarity", "only")
	measureWords    = lexicon.Words("cues/polarity", "measure")
	idioms          = lexicon.Words("cues/polarity", "idioms")
	nobodyWords     = lexicon.Words("cues/polarity", "nobody")
	refuseModals    = lexicon.Words("cues/polarity", "refuse by will")
	uncertainModals = lexicon.Words("cues/polarity", "uncertain")
	conditionWords  = lexicon.Words("cues/polarity", "condition")
	exceptWords     = lexicon.Words("cues/polarity", "except")

	aboutPrepositions = lexicon.Words("cues/polarity", "about")
)

package positions

import (
	"math"

	"hearsay/analysis/positions/directed"
	"hearsay/analysis/positions/holders"
	"hearsay/analysis/tags"
)

// evidence is what is known of a position that tells how likely a reader bears it out: the features of a logistic
// regression.
type evidence [evidences]float64

// The features.
const (
	always       = iota // of all that was learnt to be found
	oddsOfTarget        // the log odds of the target and its side, by the network
	oddsOfAny           // those of its being a target at all
	sureOfQuote         // the log odds of the quote
	sureOfHolder        // those of who is meant
	byCue               // how the holder is found: see package holders
	byVerb
	byAgent
	byOwner
	byReport
	patternAgrees  // a pattern of words finds the same
	patternDiffers // one finds the other side
	ofPair         // whether holder and target stand in one sentence
	betweenThem    // then, how much more the holder takes this side towards the target than the other
	neither        // and how likely no side is taken between them
	senseAgrees    // how much more the sense of the sentence speaks for this side than for the other
	saysLittle     // the target's words tell little by themselves
	isSomeone      // the target is somebody
	isDeed         // the target is something that is done
	repeats        // the speaker takes this side before
	unnamedHolder  // the speaker has no name
	thingHolds     // it is not known to be a person or a body
	isPlain        // a pattern alone finds it
	sureOfPattern  // and how sure that is, in log odds
	plainDiffers   // and whether what was learnt is of the other side
	lengthOfTarget // log tokens
	isPronoun      // the target is one
	isName         // the target begins or ends with a name
	inMarks        // quotation marks stand in it or beside it
	inFirst        // it stands in the first paragraph, which may be the title
	howFar         // how much of the article stands before it
	isAsked        // its sentence is a question
	takenBySpeaker // the log of how many positions may be the speaker's
	mentionsOf     // and of how often the speaker is mentioned
	firstAct       // what the speaker does, each act but to state
	firstModality  = firstAct + int(Proposes)
	firstQualifier = firstModality + int(Intention)
	evidences      = firstQualifier + int(Irony) + 1
)

// leastLogOdds and its opposite bound log odds, which are endless for what is quite sure.
const leastLogOdds = -5

// logOdds are the log odds of a probability.
func logOdds(p float64) float64 {
	if !(p > 0) {
		return leastLogOdds
	}
	if p >= 1 {
		return -leastLogOdds
	}
	return max(leastLogOdds, min(-leastLogOdds, math.Log(p/(1-p))))
}

// wayOf is the feature of a way to a holder; always for that which most are found by.
var wayOf = [holders.Ways]int{holders.Cited: byCue, holders.Acts: byVerb, holders.Agent: byAgent, holders.Owns: byOwner,
	holders.Reported: byReport}

// evidenceOf is the evidence for a side, but for what hangs on who takes it.
func (f *sides) evidenceOf(x Taken, y *finding, telling bool) (e evidence) {
	e[always], e[oddsOfTarget], e[oddsOfAny] = 1, logOdds(x.Odds), logOdds(x.Taken)
	if w := wayOf[x.Way]; w > 0 {
		e[w] = 1
	}
	if y.quote >= 0 {
		e[sureOfQuote] = logOdds(f.Quotes[y.quote].Confidence)
	}
	ill, well := f.odds.oddsOf(y.from, y.to)
	e[senseAgrees] = float64(well-ill) * float64(y.side)
	e[saysLittle], e[isSomeone] = flag(!telling), flag(f.isSomeone(y.to-1))
	if from, to, ok := f.holderBeside(x, y); ok {
		same, other, none := f.between(y, from, to)
		e[ofPair], e[betweenThem], e[neither] = 1, float64(same-other), float64(none)
	}
	t := f.Tag(y.from)
	e[isDeed] = flag(t == tags.VB || t == tags.VBG || t == tags.TO)
	return e
}

// noteForms adds to the evidence for the positions of an article what shows once they are made: the form of the target,
// who its holder is, and in which way the side is taken.
func (f *scene) noteForms(all []weighed) {
	taken := map[int]int{}
	for i := range all {
		taken[all[i].Speaker]++
	}
	for i := range all {
		x := &all[i]
		e := &x.evidence
		from, to := f.Text.Range(x.Target[0])
		e[lengthOfTarget] = math.Log(float64(to - from))
		e[isPronoun] = flag(to-from == 1 && f.Tag(from).Pronoun())
		e[isName] = flag(f.InName(from) || f.InName(to-1))
		e[inMarks] = flag(f.marked(max(0, from-1), min(len(f.Tokens)-1, to)))
		e[inFirst] = flag(f.Text.ParagraphOf(from) == 0)
		e[howFar] = float64(from) / float64(len(f.Tokens))
		e[isAsked] = flag(f.questioned(from))
		e[takenBySpeaker] = math.Log(float64(taken[x.Speaker]))
		e[mentionsOf] = math.Log1p(float64(len(f.Speakers[x.Speaker].Mentions)))
		if x.Act != States {
			e[firstAct+int(x.Act)-1] = 1
		}
		if x.Modality != Plain {
			e[firstModality+int(x.Modality)-1] = 1
		}
		for _, q := range x.Qualifiers {
			e[firstQualifier+int(q.Kind)] = 1
		}
	}
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// holderBeside are the tokens of the words for the holder, where they stand in the target's sentence: the last of the
// source, or the words that the sentence has for them.
func (f *sides) holderBeside(x Taken, y *finding) (from, to int, ok bool) {
	words := x.Words
	if words.Empty() && y.quote >= 0 {
		for _, p := range f.Quotes[y.quote].Source {
			words = p
		}
	}
	if words.Empty() {
		return 0, 0, false
	}
	from, to = f.Text.Range(words)
	s := f.Text.Tokens[y.from].Sentence
	apart := to <= y.from || y.to <= from
	return from, to, from < to && apart && f.Text.Tokens[from].Sentence == s && f.Text.Tokens[to-1].Sentence == s
}

// between is how likely it is that a holder takes the side of a finding towards its target, the other side, and none.
func (f *sides) between(y *finding, from, to int) (same, other, none float32) {
	start := f.Text.Sentences[f.Text.Tokens[y.from].Sentence].From
	start += (min(from, y.from) - start) / directed.Longest * directed.Longest
	end := f.Text.Sentences[f.Text.Tokens[y.from].Sentence].To
	if f.directed == nil {
		return 0, 0, 0
	}
	s := f.directed.Of(f.States, start, end)
	holder, target := directed.Stretch{From: from, To: to}, directed.Stretch{From: y.from, To: y.to}
	if !s.Covers(from, to) || !s.Covers(y.from, y.to) {
		return 0, 0, 0
	}
	odds := s.Between(holder, target)
	if y.side == con {
		return odds.Opposes, odds.Supports, odds.Neither
	}
	return odds.Supports, odds.Opposes, odds.Neither
}

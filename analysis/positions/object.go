package positions

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// takesObject makes a finding of the noun phrase behind a cue.
func (f cues) takesObject(q int, x finding, i, end int, lemma string) bool {
	for i < end && f.Tag(i).Adverb() {
		i++
	}
	from, to, head, ok := phrases.Read(f.Text, i, end)
	if !ok {
		return f.takesDeed(x, i, end)
	}
	if denials[lemma] && (!f.isThought(head) || f.Lower(from) == "any") {
		return false // who denies a theft says nothing of thefts
	}
	if lemma == "blame" && f.Lower(phrases.CoreEnd(f.Text, from, end)) == "on" {
		return false // what follows is blamed, and may be far off
	}
	to = f.tight(lemma, from, to, end)
	if f.Tag(from) == tags.VBG {
		to = phrases.VerbPhraseEnd(f.Text, from, end)
	}
	if k := f.NameAt(to - 1); k >= 0 && f.Names[k].Type == names.Place && f.Lower(to) == "," && f.Tag(to+1).Proper() {
		return false // "Tulsa, Okla., police officer Betty Shelby"
	}
	// "called for an end to the war" is against the war.
	if endings[f.Lower(head)] && x.side != noSide || endings[f.Lower(f.coreHead(from, end))] {
		n := f.coreHead(from, end)
		if w := f.Lower(n); endings[w] && w != "sanctions" && among(f.Lower(n+1), "to", "on", "of", "for", "in") {
			if a, b, _, ok := phrases.Read(f.Text, n+2, end); ok {
				from, to, x.side = a, b, -x.side
				x.reason = f.quote(n, n+1) + " is what is wanted for it"
			}
		}
	}
	x.from, x.to = from, to
	x.statement = f.quoteHull(q)
	n := len(f.out)
	f.add(x)
	f.deedWithin(x, end)
	return len(f.out) > n
}

// denials take a side only against what is claimed: "denied the allegations of theft".
var denials = lexicon.Words("stances/sides", "denials")

// deedWithin finds whom or what a plan is meant to harm or help: who applauds "the decision to fire Bell", or wants
// "charges against Bell", is against Bell.
func (f cues) deedWithin(x finding, end int) {
	for k := x.from; k < x.to; k++ {
		s := noSide
		switch {
		case f.Tag(k) == tags.VB && f.Lower(k-1) == "to":
			s = sideOf(f.Lemma(k), helps, harms)
		case f.Lower(k) == "against" && k > x.from && f.Tag(k-1).Noun():
			s = con
		}
		if s == noSide {
			continue
		}
		a, b, _, ok := phrases.Read(f.Text, k+1, end)
		if !ok || !f.namesSomebody(a, b) {
			return
		}
		x.at, x.from, x.to, x.side, x.confidence = k, a, b, x.side*s, x.confidence*sureOfDeedWithin
		x.reason = f.quote(k, k+1) + " is what is meant for " + f.quote(a, b)
		f.add(x)
		return
	}
}

// namesSomebody reports whether a name or words for a speaker stand in a phrase.
func (f *scene) namesSomebody(from, to int) bool {
	for i := from; i < to; i++ {
		if f.InName(i) || f.who[i] != 0 && f.Tag(i).Noun() {
			return true
		}
	}
	return false
}

// isThought reports whether the noun at a token is for what somebody thinks or claims.
func (f reader) isThought(head int) bool {
	return phrases.TakesThat(f.Lower(head)) || phrases.TakesThat(f.Lemma(head))
}

// tight leaves off the reason and the place that follow the object of a verb that judges: "slammed Bell for lying".
func (f reader) tight(lemma string, from, to, end int) int {
	if sideOf(lemma, proVerbs, conVerbs) == noSide {
		return to
	}
	if f.Tag(from) == tags.PRP {
		return from + 1
	}
	if personal[lemma] { // the one accused, and not of what
		return phrases.CoreEnd(f.Text, from, end)
	}
	core := phrases.CoreEnd(f.Text, from, end)
	if w := f.Lower(core); (w == "to" || w == "that" || among(f.Tag(core), tags.VBG, tags.VBN, tags.WDT)) && core < to {
		return to
	}
	for k := core; k < to; k++ {
		if !among(f.Tag(k), tags.IN, tags.TO) || among(f.Lower(k), "of", "between", "against") {
			continue
		}
		if !phrases.TakesInfinitive(f.Lower(k - 1)) {
			return k
		}
	}
	return to
}

// personal are verbs whose object is the one they are directed at, and what follows the reason.
var personal = lexicon.Words("stances/sides", "personal")

func (f reader) coreHead(from, end int) int {
	head := from
	for k, to := from, phrases.CoreEnd(f.Text, from, end); k < to; k++ {
		if f.Tag(k).Noun() {
			head = k
		}
	}
	return head
}

// takesDeed makes a finding of "releasing the tapes" in "called for releasing the tapes".
func (f cues) takesDeed(x finding, i, end int) bool {
	if f.Tag(i) != tags.VBG {
		return false
	}
	x.statement = f.quoteHull(x.quote)
	return f.deed(x, i, end)
}

// deed makes a finding of a verb phrase that the speaker is for or against: of its object, where the verb tells what is
// meant for that, else of the whole.
func (f *sides) deed(x finding, i, end int) bool {
	if sideOf(f.Lemma(i), helps, harms) != noSide {
		return f.deedTo(x, i, end)
	}
	if f.Lower(i+1) == "at" || idle[f.Lemma(i)] || f.Tag(i+1) == tags.PRP {
		return false
	}
	n := len(f.out)
	x.from, x.to = i, phrases.VerbPhraseEnd(f.Text, i, end)
	if x.to-x.from < 2 || !phrases.HasNoun(f.Text, x.from+1, x.to) {
		return false
	}
	f.add(x)
	return len(f.out) > n
}

// deedTo makes a finding of the object of a verb that tells what is meant for it: "repeal the law", "protect the
// trees".
func (f *sides) deedTo(x finding, i, end int) bool {
	n := len(f.out)
	s := sideOf(f.Lemma(i), helps, harms)
	if from, to, _, ok := phrases.Read(f.Text, i+1, end); ok && s != noSide && f.Tag(i+1) != tags.PRP {
		x.from, x.to, x.side = from, to, x.side*s
		if x.side == con {
			x.reason += ", against what follows"
		}
		f.add(x)
		return len(f.out) > n
	}
	if s == con && f.Tag(i+1) == tags.VBG {
		x.from, x.to, x.side = i+1, phrases.VerbPhraseEnd(f.Text, i+1, end), -x.side
		f.add(x)
		return len(f.out) > n
	}
	return false
}

// idle are verbs that say too little of what is wanted.
var idle = lexicon.Words("stances/targets", "idle")

// toDo reads "vowed to repeal the law", "urged Congress to pass it".
func (f cues) toDo(q, i, end int, turn side, sure float64) bool {
	for k := i + 1; k < min(end, i+9); k++ {
		if f.endsWish(k) || f.Tag(k) == tags.IN && k > i+1 {
			return false
		}
		if f.Lower(k) != "to" || f.Tag(k+1) != tags.VB {
			continue
		}
		if f.Lower(k-1) == "not" {
			turn = -turn
		}
		x := finding{quote: q, at: i, cue: true, side: turn, confidence: sureOfWish * sure, statement: f.quoteHull(q)}
		x.reason = f.wish(i, k)
		if leaves[f.Lemma(k+1)] {
			return f.toGo(x, i, k)
		}
		if turn == con {
			return f.deed(x, k+1, end)
		}
		return f.deedTo(x, k+1, end)
	}
	return false
}

// endsWish reports whether the "to" of a wish does not stand behind token k any more.
func (f reader) endsWish(k int) bool {
	t := f.Tag(k)
	return t == tags.Comma || f.Lower(k) == "that" || t.Finite() && f.Lower(k-1) != "to"
}

// toGo makes a finding of the one who is asked to go: "called on Bell to resign".
func (f cues) toGo(x finding, i, k int) bool {
	if f.Lower(i+1) == "on" || f.Lower(i+1) == "for" {
		i++
	}
	from, to, _, ok := phrases.Read(f.Text, i+1, k)
	if !ok || to != k && (to != k-1 || f.Lower(to) != "not") {
		return false
	}
	n := len(f.out)
	x.from, x.to, x.side = from, to, -x.side
	f.add(x)
	return len(f.out) > n
}

// wish quotes what is wanted: the verb at i and the one behind the "to" at k.
func (f reader) wish(i, k int) string {
	if k == i+1 {
		return "“" + f.Lower(i) + " to " + f.Lower(k+1) + "” says what is wanted"
	}
	return "“" + f.Lower(i) + " … to " + f.Lower(k+1) + "” says what is wanted"
}

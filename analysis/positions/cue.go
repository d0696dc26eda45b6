package positions

import (
	"strings"

	"hearsay/analysis/tags"
)

// fromCue finds the side that a quote's cue takes: "backed", "called for", "expressed concern about".
func (f *finder) fromCue(q int) {
	quote := &f.Quotes[q]
	for _, c := range quote.Cue {
		from, to := f.Text.Range(c)
		for i := from; i < min(to, from+20); i++ {
			t := f.tag(i)
			switch {
			case t.Verb() && f.cueVerb(q, i, from, to):
				return
			case t.Noun() && f.cueNoun(q, i, from, to):
				return
			}
		}
	}
}

// cueVerb reads the cue's verb at i.
func (f *finder) cueVerb(q, i, from, to int) bool {
	lemma := f.lemma(i)
	s, after, name := f.verbSide(i, lemma)
	turn, sure := f.turned(i, from)
	end := f.cueEnd(q, i)
	if f.tag(i) == tags.VBN && f.passive(i, from) {
		return false
	}
	if s == con && turn == con {
		return false // who does not criticize is not for it
	}
	if s != noSide && f.asksSomeone(lemma, after, end) {
		return f.toDo(q, i, end, turn, sure)
	}
	if s != noSide {
		if f.takesObject(q, finding{quote: q, side: s * turn, confidence: 0.85 * sure, reason: f.reasonCue(i, after, s*turn, name)}, after, end, lemma) {
			return true
		}
	}
	switch {
	case expressVerbs[lemma]:
		return f.expresses(q, i, from, end)
	case lemma == "call" || lemma == "describe" || lemma == "brand" || lemma == "label" || lemma == "dub":
		return f.calls(q, i, end, turn)
	case refuseVerbs[lemma]:
		return f.toDo(q, i, end, -turn, sure)
	case willVerbs[lemma]:
		return f.toDo(q, i, end, turn, sure)
	}
	return false
}

// verbSide is the side of a verb with the particle or preposition that follows it; after is the token behind them.
func (f *finder) verbSide(i int, lemma string) (s side, after int, name string) {
	two := lemma + " " + f.word(i+1)
	if three := two + " " + f.word(i+2); phrasal[three] != noSide {
		return phrasal[three], i + 3, three
	}
	if phrasal[two] != noSide {
		return phrasal[two], i + 2, two
	}
	if w := f.word(i + 1); w == "of" || w == "about" || w == "at" || w == "with" {
		return noSide, i + 1, lemma
	}
	s = sideOf(lemma, proVerbs, conVerbs)
	if s == noSide && demandVerbs[lemma] && f.tag(i+1) != tags.TO {
		s = pro
	}
	return s, i + 1, lemma
}

// turned finds what turns a verb round: "did not support". It gives up on "may" and the like, by no turn at all.
func (f *finder) turned(i, from int) (turn side, sure float64) {
	turn, sure = pro, 1
	if f.hypothetical(i, max(f.Text.Sentences[f.Text.Tokens[i].Sentence].From, i-15)) {
		return noSide, 0
	}
	for k := i - 1; k >= max(i-5, 0) && k >= from-3; k-- {
		switch w := f.lower[k]; w {
		case "not", "n't", "n’t", "never", "hardly":
			turn = -turn
		case "refused", "refuses", "declined", "failed", "fails", "refusing":
			turn = -turn
		case "may", "might", "could", "if", "whether", "stopped", "short", "ruled", "avoid", "avoids", "avoided", "avoiding", "clear", "slow", "reluctant", "hesitant",
			"unable", "without", "instead", "rather":
			return noSide, 0
		case "would":
			if f.word(k+1) == "have" || !stated[f.lemma(i)] {
				return noSide, 0
			}
			sure *= 0.8
		case ",", ";", "and", "but", "“", "”", "\"":
			return turn, sure
		}
	}
	return turn, sure
}

// stated are verbs that with "would" still tell where one stands.
var stated = wordSet(`support oppose back welcome favor favour prefer reject vote`)

// asksSomeone reports whether the object of a verb is someone who is asked to do something: "urged Congress to act".
func (f *finder) asksSomeone(lemma string, i, end int) bool {
	if !willVerbs[lemma] && !demandVerbs[lemma] {
		return false
	}
	to := f.core(i, end)
	if f.tag(i) == tags.PRP {
		to = i + 1
	}
	t := f.tag(to)
	return to > i && (f.word(to) == "to" && (f.tag(to+1) == tags.VB || f.tag(to+1) == tags.OpenQuote) && !wanting[f.word(to-1)] || t == tags.VB || t == tags.VBP || t == tags.MD)
}

func (f *finder) passive(i, from int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch f.lower[k] {
		case "was", "were", "been", "be", "is", "are", "being":
			return true
		}
	}
	return false
}

// cueEnd is how far from the cue its object may reach: the end of its sentence.
func (f *finder) cueEnd(q, i int) int { return f.Text.Sentences[f.Text.Tokens[i].Sentence].To }

// takesObject makes a finding of the noun phrase behind a cue.
func (f *finder) takesObject(q int, x finding, i, end int, lemma string) bool {
	for i < end && f.tag(i).Adverb() {
		i++
	}
	from, to, head, ok := f.object(i, end)
	if !ok {
		return f.takesDeed(x, i, end)
	}
	to = f.tight(lemma, from, to, end)
	if f.tag(from) == tags.VBG {
		to = f.verbPhraseEnd(from, end)
	}
	// "called for an end to the war" is against the war.
	if endings[f.lower[head]] && x.side != noSide || endings[f.lower[f.coreHead(from, end)]] {
		if n := f.coreHead(from, end); (f.word(n+1) == "to" || f.word(n+1) == "on" || f.word(n+1) == "of" || f.word(n+1) == "for" || f.word(n+1) == "in") && endings[f.lower[n]] && f.lower[n] != "sanctions" {
			if a, b, _, ok := f.object(n+2, end); ok {
				from, to, x.side = a, b, -x.side
				x.reason = f.quote(n, n+1) + " is what is wanted for it"
			}
		}
	}
	x.from, x.to = from, to
	x.statement = f.hull(q, f.Quotes[q].Source, f.Quotes[q].Cue, f.Quotes[q].Content)
	n := len(f.out)
	f.add(x)
	return len(f.out) > n
}

// tight leaves off the reason and the place that follow the object of a verb that judges: "slammed Bell for lying".
func (f *finder) tight(lemma string, from, to, end int) int {
	if sideOf(lemma, proVerbs, conVerbs) == noSide {
		return to
	}
	if f.tag(from) == tags.PRP {
		return from + 1
	}
	if personal[lemma] { // the one accused, and not of what
		return f.core(from, end)
	}
	core := f.core(from, end)
	if w := f.word(core); (w == "to" || w == "that") && core < to {
		return to
	}
	for k := core; k < to; k++ {
		if t := f.tag(k); (t == tags.IN || t == tags.TO) && f.lower[k] != "of" && f.lower[k] != "between" && f.lower[k] != "against" && !wanting[f.lower[k-1]] {
			return k
		}
	}
	return to
}

// personal are verbs whose object is the one they are directed at, and what follows the reason.
var personal = wordSet(`accuse blame congratulate thank commend fault`)

func (f *finder) coreHead(from, end int) int {
	head := from
	for k, to := from, f.core(from, end); k < to; k++ {
		if f.tag(k).Noun() {
			head = k
		}
	}
	return head
}

// takesDeed makes a finding of "releasing the tapes" in "called for releasing the tapes".
func (f *finder) takesDeed(x finding, i, end int) bool {
	if f.tag(i) != tags.VBG {
		return false
	}
	x.statement = f.hull(x.quote, f.Quotes[x.quote].Source, f.Quotes[x.quote].Cue, f.Quotes[x.quote].Content)
	return f.deed(x, i, end)
}

// deed makes a finding of a verb phrase that the speaker is for or against: of its object, where the verb tells what is
// meant for that, else of the whole.
func (f *finder) deed(x finding, i, end int) bool {
	n := len(f.out)
	s := sideOf(f.lemma(i), helps, harms)
	if from, to, _, ok := f.object(i+1, end); ok && s != noSide && f.tag(i+1) != tags.PRP {
		x.from, x.to, x.side = from, to, x.side*s
		if x.side == con {
			x.reason += ", against what follows"
		}
		f.add(x)
		return len(f.out) > n
	}
	if s == con && f.tag(i+1) == tags.VBG {
		x.from, x.to, x.side = i+1, f.verbPhraseEnd(i+1, end), -x.side
		f.add(x)
		return len(f.out) > n
	}
	if s != noSide || f.word(i+1) == "at" || idle[f.lemma(i)] || f.tag(i+1) == tags.PRP {
		return false
	}
	x.from, x.to = i, f.verbPhraseEnd(i, end)
	if x.to-x.from < 2 || !f.hasNoun(x.from+1, x.to) {
		return false
	}
	f.add(x)
	return len(f.out) > n
}

// idle are verbs that say too little of what is wanted.
var idle = wordSet(`be have do say tell comment speak talk assure remind welcome invite congratulate thank introduce mention note point stress emphasize express reach discuss answer go come get make take see know think ask give let put appear meet name elaborate respond explain
	find look try become provide leave return run attend remain feel believe visit add use bring show hold call turn win wait hear understand learn consider`)

// toDo reads "vowed to repeal the law", "urged Congress to pass it".
func (f *finder) toDo(q, i, end int, turn side, sure float64) bool {
	vague := vagueWishes[f.lemma(i)]
	for k := i + 1; k < min(end, i+9); k++ {
		if t := f.tag(k); t == tags.Comma || t.Finite() || f.lower[k] == "that" || t == tags.IN && k > i+1 {
			return false
		}
		if f.lower[k] != "to" || f.tag(k+1) != tags.VB {
			continue
		}
		if f.lower[k-1] == "not" {
			turn = -turn
		}
		x := finding{quote: q, side: turn, confidence: 0.7 * sure, statement: f.hull(q, f.Quotes[q].Source, f.Quotes[q].Cue, f.Quotes[q].Content)}
		if vague && sideOf(f.lemma(k+1), helps, harms) == noSide {
			return false
		}
		x.reason = f.wish(i, k)
		return f.deed(x, k+1, end)
	}
	return false
}

// wish quotes what is wanted: the verb at i and the one behind the "to" at k.
func (f *finder) wish(i, k int) string {
	if k == i+1 {
		return "“" + f.lower[i] + " to " + f.lower[k+1] + "” says what is wanted"
	}
	return "“" + f.lower[i] + " … to " + f.lower[k+1] + "” says what is wanted"
}

// calls reads "called the deal a disaster": the object takes the side of what it is called.
func (f *finder) calls(q, i, end int, turn side) bool {
	from, to, _, ok := f.object(i+1, end)
	if !ok {
		return false
	}
	to = min(to, f.core(from, end))
	if f.tag(from) == tags.PRP {
		to = from + 1
	}
	for k := from; k < min(end, to+8); k++ {
		s := sideOf(f.lower[k], goodWords, badWords)
		if s == noSide || k < to && k == from {
			continue
		}
		cut := min(to, f.startOfValue(from, k))
		x := finding{quote: q, side: s * turn, from: from, to: cut, confidence: 0.75, statement: f.hull(q, f.Quotes[q].Source, f.Quotes[q].Cue, f.Quotes[q].Content)}
		x.reason = f.quote(from, max(cut, from+1)) + " is called " + f.quote(k, k+1)
		n := len(f.out)
		f.add(x)
		return len(f.out) > n
	}
	return false
}

// startOfValue is where the words that judge begin, going back from k.
func (f *finder) startOfValue(from, k int) int {
	for k > from && (f.tag(k-1) == tags.DT || f.tag(k-1).Adjective() || f.tag(k-1).Adverb() || !letters(f.lower[k-1]) || f.lower[k-1] == "as") {
		k--
	}
	return k
}

// expresses reads "reaffirmed his readiness to", where what is felt stands in the object of the verb at i.
func (f *finder) expresses(q, i, from, end int) bool {
	to := f.core(i+1, end)
	for k := i + 1; k < to; k++ {
		if f.tag(k).Noun() && !f.tag(k+1).Noun() && f.cueNoun(q, k, from, to) {
			return true
		}
	}
	return false
}

// cueNoun reads "expressed concern about", "his support for".
func (f *finder) cueNoun(q, i, from, to int) bool {
	s := sideOf(f.lower[i], proNouns, conNouns)
	if s == noSide {
		return false
	}
	turn, sure := pro, 1.0
	verb := -1
	for k := i - 1; k >= max(from-2, i-8) && k >= 0; k-- {
		if f.tag(k).Verb() && expressVerbs[f.lemma(k)] {
			verb = k
			turn, sure = f.turned(k, from)
			break
		}
		if f.lower[k] == "no" || f.lower[k] == "little" || f.lower[k] == "any" {
			return false
		}
	}
	if verb < 0 && f.tag(i-1) != tags.PRPS && f.tag(i-1) != tags.POS && !f.tag(i-1).Adjective() {
		return false
	}
	end := f.cueEnd(q, i)
	k := i + 1
	if f.lower[i] == "concern" && f.word(k) == "for" {
		return false
	}
	x := finding{quote: q, side: s * turn, confidence: 0.78 * sure, statement: f.hull(q, f.Quotes[q].Source, f.Quotes[q].Cue, f.Quotes[q].Content)}
	x.reason = f.quote(i, i+1) + " " + stands(s*turn) + " what it is about"
	if f.word(k) == "to" && f.tag(k+1) == tags.VB {
		return f.deed(x, k+1, end)
	}
	if t := f.tag(k); t != tags.IN && t != tags.TO {
		return false
	}
	return f.takesObject(q, x, k+1, end, "")
}

func stands(s side) string {
	if s == con {
		return "is against"
	}
	return "is for"
}

func (f *finder) reasonCue(i, after int, s side, name string) string {
	word := f.quote(i, min(after, i+1+strings.Count(name, " ")))
	if s == con {
		return word + " is against its object"
	}
	return word + " takes the side of its object"
}

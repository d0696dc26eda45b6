package positions

import (
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// cues finds the sides that the cue of a quote takes.
type cues struct{ *sides }

// read finds the side that a quote's cue takes: "backed", "called for", "expressed concern about".
func (f cues) read(q int) {
	quote := &f.Quotes[q]
	for _, c := range quote.Cue {
		from, to := f.Text.Range(c)
		if from < to && f.questioned(from) {
			return
		}
		for i := from; i < min(to, from+20); i++ {
			t := f.Tag(i)
			switch {
			case t.Verb() && !(t == tags.VBG && f.Tag(i-1) == tags.DT) && f.cueVerb(q, i, from, to):
				return
			case t.Noun() && f.cueNoun(q, i, from, to):
				return
			}
		}
	}
}

// questioned reports whether the sentence of token i is a question.
func (f reader) questioned(i int) bool {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence]
	return f.Lower(s.To-1) == "?" || f.Lower(s.To-2) == "?"
}

// cueVerb reads the cue's verb at i.
func (f cues) cueVerb(q, i, from, to int) bool {
	lemma := f.Lemma(i)
	s, after, name := f.verbSide(i, lemma)
	turn, sure := f.turned(i, from)
	end := f.cueEnd(q, i)
	if f.Tag(i) == tags.VBN && f.passive(i, from) {
		return false
	}
	if s == con && turn == con && name != "rule out" {
		return false // who does not criticize is not for it
	}
	if s != noSide && f.asksSomeone(lemma, after, end) {
		return f.toDo(q, i, end, turn, sure)
	}
	if s != noSide {
		x := finding{quote: q, at: i, cue: true, side: s * turn, confidence: sureOfCueVerb * sure,
			reason: f.reasonCue(i, after, s*turn, name)}
		if f.takesObject(q, x, after, end, lemma) {
			return true
		}
	}
	switch {
	case expressVerbs[lemma] && f.expresses(q, i, from, end):
		return true
	case among(lemma, "call", "describe", "brand", "label", "dub"):
		return f.calls(q, i, end, turn) || f.Lower(i+1) == "on" && f.toDo(q, i, end, turn, sure)
	case refuseVerbs[lemma]:
		return f.toDo(q, i, end, -turn, sure)
	case willVerbs[lemma]:
		return f.toDo(q, i, end, turn, sure)
	}
	return false
}

// verbSide is the side of a verb with the particle or preposition that follows it; after is the token behind them.
func (f reader) verbSide(i int, lemma string) (s side, after int, name string) {
	next := f.behindAdverbs(i + 1)
	two := lemma + " " + f.Lower(next)
	last := f.behindAdverbs(next + 1)
	if three := two + " " + f.Lower(last); phrasal[three] != noSide {
		return phrasal[three], last + 1, three
	}
	if phrasal[two] != noSide {
		return phrasal[two], next + 1, two
	}
	if w := f.Lower(i + 1); among(w, "of", "about", "at", "with") {
		return noSide, i + 1, lemma
	}
	s = sideOf(lemma, proVerbs, conVerbs)
	if s == noSide && demandVerbs[lemma] && f.Tag(i+1) != tags.TO && !f.isPerson(i+1) {
		s = pro
	}
	return s, i + 1, lemma
}

// behindAdverbs skips adverbs that part a verb from its particles: "lashed out anew at".
func (f reader) behindAdverbs(i int) int {
	for k := i; k < i+3; k++ {
		if !f.Tag(k).Adverb() || among(f.Lower(k), "back", "out", "up", "against") {
			return k
		}
	}
	return i
}

// isPerson reports whether a person's name, with what titles it has, begins at i: whom one wants is not what one wants.
func (f reader) isPerson(i int) bool {
	to := phrases.CoreEnd(f.Text, i, min(len(f.Tokens), i+phrases.Longest))
	return to > i && f.InName(to-1) && f.Names[f.NameAt(to-1)].Type == names.Person
}

// turned finds what turns a verb round: "did not support". It gives up on "may" and the like, by no turn at all.
func (f reader) turned(i, from int) (turn side, sure float64) {
	turn, sure = pro, 1
	if f.hypothetical(i, max(f.Text.Sentences[f.Text.Tokens[i].Sentence].From, i-15)) {
		return noSide, 0
	}
	for k := i - 1; k >= max(i-5, 0) && k >= from-3; k-- {
		switch w := f.Lower(k); {
		case nots[w], refusals[w]:
			turn = -turn
		case undone[w], w == "would" && (f.Lower(k+1) == "have" || !stated[f.Lemma(i)]):
			return noSide, 0
		case w == "would":
			sure *= sureOfWould
		case among(w, ",", ";", "and", "but", "“", "”", "\""):
			return turn, sure
		}
	}
	return turn, sure
}

var (
	// refusals are verbs that turn the verb behind them round.
	refusals = lexicon.Words("stances/modalities", "refusals")
	// undone are words before a verb by which it is not said to be so, nor not to be so.
	undone = lexicon.Words("stances/modalities", "undone")
)

// stated are verbs that with "would" still tell where one stands.
var stated = lexicon.Words("stances/sides", "stated")

// asksSomeone reports whether the object of a verb is someone who is asked to do something: "urged Congress to act".
func (f reader) asksSomeone(lemma string, i, end int) bool {
	if !willVerbs[lemma] && !demandVerbs[lemma] {
		return false
	}
	to := phrases.CoreEnd(f.Text, i, end)
	if f.Tag(i) == tags.PRP {
		to = i + 1
	}
	switch {
	case to <= i:
		return false
	case among(f.Tag(to), tags.VB, tags.VBP, tags.MD):
		return true
	}
	wanted := f.Tag(to + 1)
	return f.Lower(to) == "to" && (wanted == tags.VB || wanted == tags.OpenQuote) &&
		!phrases.TakesInfinitive(f.Lower(to-1))
}

func (f reader) passive(i, from int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch f.Lower(k) {
		case "was", "were", "been", "be", "is", "are", "being":
			return true
		}
	}
	return false
}

// cueEnd is how far from the cue its object may reach: the end of its sentence.
func (f reader) cueEnd(q, i int) int { return f.Text.Sentences[f.Text.Tokens[i].Sentence].To }

func (f reader) reasonCue(i, after int, s side, name string) string {
	word := f.quote(i, min(after, i+1+strings.Count(name, " ")))
	if s == con {
		return word + " is against its object"
	}
	return word + " takes the side of its object"
}

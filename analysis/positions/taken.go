package positions

import (
	"strings"

	"hearsay/analysis/phrases"
	"hearsay/analysis/positions/holders"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Taken is a side that is taken on some words of the article, as it was learnt to be found, and who takes it.
type Taken struct {
	targets.Target
	holders.Holder
	// Speakers are those meant by the holder's words, where these are not a quote's speakers, and how sure that is.
	Speakers   []int
	Confidence float64
}

// learnt makes positions of the sides that were learnt to be found.
type learnt struct {
	*sides
	found []weighed
}

// read makes positions of one side, one for each who takes it.
func (f *learnt) read(x Taken) {
	from, to := f.trim(x.From, x.To)
	if from >= to || f.isAddressed(from, to) {
		return
	}
	y := finding{quote: f.quoteOf(x), side: pro, from: from, to: to, learnt: true, confidence: x.Odds}
	if x.Opposed {
		y.side = con
	}
	if s := f.governing(x); s != noSide {
		y.side = s
	}
	f.undo(&y)
	from, to = y.from, y.to
	speakers, sure := x.Speakers, x.Confidence
	if y.quote >= 0 && x.Way <= holders.Cited {
		speakers, sure = f.Quotes[y.quote].Speakers, f.Quotes[y.quote].Certainty
	}
	y.statement = f.statementOf(&y)
	y.at = f.telling(x, &y)
	y.cue = y.quote >= 0 && f.inCue(y.at)
	y.reason = f.reasonOf(x, &y)
	topic, speaker, ok := f.topics.topic(from, to)
	if !ok {
		topic = f.topics.plainTopic(from, to)
	}
	e := f.evidenceOf(x, &y, ok)
	e[sureOfHolder] = logOdds(sure)
	for _, s := range speakers {
		if s != speaker {
			f.note(y, s, topic, speaker, e)
		}
	}
}

// farObject is how many tokens may stand between a verb and its object, such as an article and an adjective.
const farObject = 2

// governing is the side of the verb that has a target as its object and the holder as its subject, "Bell defends the
// term": what is said in so many words is not left to what was learnt. It is none where no such verb stands there, or
// where it is not told as so.
func (f *learnt) governing(x Taken) side {
	at := x.At
	inContent := x.Way == holders.Speaks && !f.inCue(at)
	if at < 0 || at >= x.From || !f.Tag(at).Verb() || inContent {
		return noSide
	}
	if x.Way != holders.Acts && x.Way > holders.Cited {
		return noSide
	}
	s, after, _ := f.verbSide(at, f.Lemma(at))
	if s == noSide || after > x.From || x.From-after > farObject {
		return noSide
	}
	turn, _ := f.turned(at, f.Text.Sentences[f.Text.Tokens[at].Sentence].From)
	return s * turn
}

// isAddressed reports whether tokens are those who are asked to do something: "urged the council to pass the bill"
// takes no side on the council.
func (f *learnt) isAddressed(from, to int) bool {
	at := from - 1
	if f.Lower(from) != "on" && at > 0 && among(f.Lower(at), "on", "to") {
		at--
	}
	if to+1 < len(f.Tokens) && f.Lower(to) == "not" {
		to++
	}
	if at < 0 || to+1 >= len(f.Tokens) || f.Lower(to) != "to" || f.Tag(to+1) != tags.VB {
		return false
	}
	return f.Tag(at).Verb() && (willVerbs[f.Lemma(at)] || acts[f.Lemma(at)] == Demands)
}

// undo makes of a side on what undoes something the other side on that: who wants to repeal the tax, calls for an end
// to it, or wants others to vote against it, is against the tax.
func (f *learnt) undo(x *finding) {
	at := x.from
	if f.Lower(at) == "to" {
		at++
	}
	after := f.behindUndoing(at, x.to)
	if after < 0 {
		return
	}
	if f.Lower(after) == "to" && f.Tag(after+1) == tags.VB {
		return // "the end to be reached"
	}
	if from, to, _, ok := phrases.Read(f.Text, after, x.to); ok {
		x.at, x.from, x.to, x.side = at, from, to, -x.side
	}
}

// behindUndoing is the token behind the words at token i that undo what follows, within a target that ends at a token;
// -1 where there are none.
func (f reader) behindUndoing(i, end int) int {
	switch t := f.Tag(i); {
	case i >= end:
		return -1
	case t == tags.VB || t == tags.VBG || t == tags.VBP:
		if s, after, name := f.verbSide(i, f.Lemma(i)); s == con && phrasal[name] == con {
			return after
		}
		if harms[f.Lemma(i)] || lifts[f.Lemma(i)] && f.restricts(i+1, end) {
			return i + 1
		}
		return -1
	}
	for k := i; k < min(end, i+3); k++ {
		if undoings[f.Lower(k)] && f.Tag(k).Noun() && among(f.Lower(k+1), "to", "of", "on") {
			return k + 2
		}
		if t := f.Tag(k); t != tags.DT && !t.Adjective() {
			return -1
		}
	}
	return -1
}

// restricts reports whether the noun phrase at token i is for what is forbidden or asked for.
func (f reader) restricts(i, end int) bool {
	_, _, head, ok := phrases.Read(f.Text, i, end)
	return ok && restrictions[tags.Lemma(f.Lower(head), tags.NNS)]
}

// quoteOf is the quote that a side is taken in, -1 where it is taken in none: who speaks, or by whose cue the target
// stands.
func (f *scene) quoteOf(x Taken) int {
	for _, i := range []int{(x.From + x.To) / 2, x.From, x.To - 1} {
		if q := int(f.content[i]) - 1; q >= 0 {
			return q
		}
	}
	if x.Way != holders.Cited {
		return -1
	}
	for q := range f.Quotes {
		for _, p := range f.Quotes[q].Cue {
			if p.Holds(f.Text.Tokens[x.At].Start) {
				return q
			}
		}
	}
	return -1
}

func (f *scene) inCue(i int) bool {
	if i < 0 {
		return false
	}
	for q := range f.Quotes {
		for _, p := range f.Quotes[q].Cue {
			if p.Holds(f.Text.Tokens[i].Start) {
				return true
			}
		}
	}
	return false
}

// statementOf is the evidence for a side: the sentence of the target, or as much of it as the quote takes up that the
// side is taken in.
func (f *sides) statementOf(x *finding) text.Span {
	out := f.Text.Sentences[f.Text.Tokens[x.from].Sentence].Span
	span := f.Text.Span(x.from, x.to)
	if x.quote < 0 {
		return out
	}
	hull := f.quoteHull(x.quote)
	inner := text.Span{Start: max(out.Start, hull.Start), End: min(out.End, hull.End)}
	if inner.Covers(span) {
		return inner
	}
	return out
}

// farTelling is how many tokens on each side of a target the word that tells the side is looked for.
const farTelling = 15

// telling is the word that tells the side: what governs the target, if it is one that takes sides, or else the nearest
// such word of the statement. Where there is none it is the target's own first.
func (f *sides) telling(x Taken, y *finding) int {
	if x.At >= 0 && (x.At < y.from || x.At >= y.to) && f.leaning(x.At) != noSide {
		return x.At
	}
	best, from, to := -1, 0, 0
	from, to = f.Text.Range(y.statement)
	for i := max(from, y.from-farTelling); i < min(to, y.to+farTelling); i++ {
		s := f.leaning(i)
		if s == noSide || i >= y.from && i < y.to {
			continue
		}
		if best < 0 || f.worse(best, i, y) {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	if x.At >= from && x.At < to && (x.At < y.from || x.At >= y.to) {
		return x.At
	}
	return y.from
}

// worse reports whether token i stands further from a target than token k, or is of the other side while k is not.
func (f *sides) worse(i, k int, y *finding) bool {
	if a, b := f.leaning(i) == y.side, f.leaning(k) == y.side; a != b {
		return b
	}
	return y.away(k) < y.away(i)
}

// away is how far from a target a token stands.
func (x *finding) away(i int) int {
	if i < x.from {
		return x.from - i
	}
	return i - x.to + 1
}

// leaning is the side of a word that takes or tells one.
func (f reader) leaning(i int) side {
	if f.InName(i) {
		return noSide
	}
	lemma := f.Lemma(i)
	switch t := f.Tag(i); {
	case t.Verb():
		if s := sideOf(lemma, proVerbs, conVerbs); s != noSide {
			return s
		}
		if demandVerbs[lemma] || willVerbs[lemma] {
			return pro
		}
		if refuseVerbs[lemma] {
			return con
		}
	case t.Noun():
		if s := sideOf(tags.Lemma(f.Lower(i), tags.NNS), proNouns, conNouns); s != noSide {
			return s
		}
	case t == tags.MD:
		if among(f.Lower(i), "should", "must") {
			return pro
		}
	}
	return f.judging(i)
}

// reasonOf says why a side is taken.
func (f *sides) reasonOf(x Taken, y *finding) string {
	does := "for"
	if y.side == con {
		does = "against"
	}
	if y.at >= y.from && y.at < y.to {
		return "what is said speaks " + does + " " + f.quote(y.from, y.to)
	}
	return f.quote(y.at, y.at+1) + " speaks " + does + " " + f.quote(y.from, y.to)
}

// plainTopic are the words of a target that tells little by itself, such as "it".
func (f *topics) plainTopic(from, to int) string {
	if words, _ := f.topicWords(from, to); len(words) > 0 {
		return strings.Join(words, " ")
	}
	return strings.ToLower(strings.Join(strings.Fields(f.Text.Of(f.Text.Span(from, to))), " "))
}

// note notes a position of one speaker. That the quote takes a side in this sentence is noted too, as far as it is
// likely: nothing neutral is then told of it.
func (f *learnt) note(x finding, speaker int, topic string, target int, e evidence) {
	e[unnamedHolder], e[thingHolds] = flag(!f.isCalled[speaker]), flag(f.Speakers[speaker].Thing)
	p := Position{Speaker: speaker, Stance: stanceOf(x.side), Act: f.actOf(x), Modality: f.modalityOf(x),
		Target: []text.Span{f.Text.Span(x.from, x.to)}, Topic: topic, Qualifiers: qualifying{f.reader}.of(x),
		Statement: []text.Span{x.statement}, Reason: x.reason, Confidence: x.confidence}
	if target >= 0 {
		p.Targets = []int{target}
	}
	if x.quote >= 0 {
		p.Quotes = []int{x.quote}
		k := key{x.quote, f.Text.Tokens[x.from].Sentence, ""}
		f.sided[k] = f.sided[k] || x.confidence > leastLikely
	}
	f.found = append(f.found, weighed{p, e})
}

// merged are the positions that were learnt to be found and those that patterns find, each once: where both find one,
// it is the former with the reason of the latter.
func (f *learnt) merged() []weighed {
	out := f.found
	n := len(out)
	for _, p := range f.out {
		met, differs := false, 0.0
		for i := range out[:n] {
			if x := &out[i]; p.Stance != Neutral && x.Speaker == p.Speaker && x.Target[0].Overlaps(p.Target[0]) {
				if x.Stance != p.Stance {
					x.evidence[patternDiffers] = 1
					differs = 1
					continue
				}
				met = true
				x.evidence[patternAgrees] = 1
				x.Act, x.Reason = p.Act, p.Reason
			}
		}
		if !met {
			e := evidence{isPlain: 1, sureOfPattern: logOdds(p.Confidence), plainDiffers: differs}
			out = append(out, weighed{p, e})
		}
	}
	return out
}

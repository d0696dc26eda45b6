package positions

import (
	"slices"

	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
)

// sense finds by what a sentence means, and not by patterns, whom a quote speaks ill or well of.
type sense struct{ *sides }

// read finds whom a quote speaks ill or well of, where no pattern tells: it asks what the words mean. It trusts that
// only where words of the speaker's own stand, in quotation marks: a reporter's summary takes fewer sides.
func (f sense) read(c clause) {
	if f.odds.model == nil || c.to-c.from < 3 || !f.verbatim(c) {
		return
	}
	for i := c.from; i < c.to; {
		from, to, ok := f.someoneAt(c, i)
		if ok {
			f.spoken(c, from, to)
		}
		i = max(to, i+1)
	}
}

// verbatim reports whether words of a clause stand in quotation marks.
func (f reader) verbatim(c clause) bool {
	for i := c.from; i < c.to; i++ {
		if k := f.Quotations.At[i]; k >= 0 && f.Quotations.Quotations[k].Kind <= quotations.Words {
			return true
		}
	}
	return false
}

// spoken makes a finding of the one whom the tokens from from to to name, if what the clause says of them speaks ill or
// well of them: both the sense of the sentence and a word of it must.
func (f sense) spoken(c clause, from, to int) {
	subject, verb := f.subjectOf(c, from, to)
	if verb < 0 {
		f.spokenBeside(c, from, to)
		return
	}
	if f.isRetold(verb) || f.hypothetical(verb, c.from) || f.othersView(c, verb) {
		return
	}
	ill, well := f.odds.oddsOf(from, to)
	x := finding{quote: c.quote, act: Praises, from: from, to: to, statement: c.statement, side: pro,
		confidence: float64(well)}
	least := leastWell
	if ill > well {
		x.side, x.act, x.confidence, least = con, Blames, float64(ill), leastIll
	}
	if x.confidence < least {
		return
	}
	if subject >= to && !f.marked(to, subject) { // "Bell's plan": not Bell, but that
		x.to = subject + 1
	}
	x.at = f.tells(c, subject, verb, x.side, false)
	if x.at < 0 && x.confidence >= leastFar {
		x.at = f.tells(c, subject, verb, x.side, true)
	}
	if x.at >= 0 {
		x.confidence = spokenBase + spokenRise*x.confidence
		x.reason = f.quote(x.at, x.at+1) + " speaks " + wellOrIll(x.side) + " of " + f.quote(x.from, x.to)
		f.add(x)
	}
}

// marked reports whether a quotation mark stands among some tokens.
func (f reader) marked(from, to int) bool {
	for i := from; i <= to; i++ {
		if t := f.Tag(i); t == tags.OpenQuote || t == tags.CloseQuote {
			return true
		}
	}
	return false
}

// spokenBeside makes a finding of one whose deeds are called good or bad in passing: "the lies of Bell", "Bell's brave
// stand".
func (f sense) spokenBeside(c clause, from, to int) {
	if f.isRetold(from) || f.hypothetical(from, c.from) || f.othersView(c, from) {
		return
	}
	head := phrases.First(f.Text, from, to)
	owned := int(f.Trees.Head[head])
	if owned < max(c.from, from-5) || owned > min(c.to-1, to+4) || !f.Tag(owned).Noun() || !f.isOwner(head, owned) {
		return
	}
	at, s := owned, f.judging(owned)
	if sideOf(tags.Lemma(f.Lower(owned), tags.NNS), proNouns, conNouns) != noSide || f.Lemma(owned) == "complaint" {
		s = noSide // of others, and not of their owner
	}
	for _, i := range f.adjectivesOf(owned) {
		if s == noSide && i >= c.from {
			at, s = i, f.judging(i)
		}
	}
	ill, well := f.odds.oddsOf(from, to)
	x := finding{quote: c.quote, at: at, act: judges(s), side: s, from: from, to: to, statement: c.statement,
		confidence: float64(max(ill, well))}
	switch s {
	case pro:
		if well < leastFar {
			return
		}
	case con:
		if ill < leastFar {
			return
		}
	default:
		return
	}
	x.confidence = spokenBase + spokenRise*x.confidence
	x.reason = f.quote(at, at+1) + " speaks " + wellOrIll(s) + " of what is " + f.quote(from, to) + "’s"
	f.add(x)
}

// isOwner reports whether a noun heads the phrase that owns another: "Bell's lies", "the lies of Bell".
func (f reader) isOwner(owner, owned int) bool {
	p := phrases.Of(f.Text, owned)
	if x, ok := p.Possessor(); ok && x.Head == owner {
		return true
	}
	return slices.ContainsFunc(p.Attachments(), func(a phrases.Attachment) bool {
		return a.Object.Head == owner && f.Lower(a.Preposition) == "of"
	})
}

// adjectivesOf are the adjectives close before a noun that describe it, the nearest first.
func (f reader) adjectivesOf(noun int) (out []int) {
	p := phrases.Of(f.Text, noun)
	for _, i := range slices.Backward(p.Modifiers()) {
		if i > noun-4 && f.Trees.Relation[i] == parse.Adjective {
			out = append(out, i)
		}
	}
	return out
}

func wellOrIll(s side) string {
	if s == con {
		return "ill"
	}
	return "well"
}

// subjectOf finds the clause of which the one named is the subject, or the owner of it: the subject's head, and the
// word that it is the subject of; -1 where they are something else.
func (f reader) subjectOf(c clause, from, to int) (subject, verb int) {
	at := phrases.First(f.Text, from, to)
	if r := f.Trees.Relation[at]; r == parse.Possessor || r == parse.Compound {
		at = int(f.Trees.Head[at])
		if at < to || at > to+4 {
			return -1, -1
		}
	}
	if r := f.Trees.Relation[at]; r != parse.Subject && r != parse.PassiveSubject {
		return -1, -1
	}
	verb = int(f.Trees.Head[at])
	if verb < c.from || verb >= c.to {
		return -1, -1
	}
	return at, verb
}

// tells finds the word of a clause that speaks well or ill: its verb, or what hangs on that and is no clause with
// another subject. It returns -1 where there is none, or where another word speaks the other way.
func (f reader) tells(c clause, subject, verb int, s side, far bool) (at int) {
	at = -1
	for i := max(c.from, int(f.Trees.From[verb])); i < min(c.to, int(f.Trees.To[verb])); i++ {
		v := f.judging(i)
		if v == noSide && f.Tag(i).Verb() {
			v = sideOf(f.Lemma(i), goodDeeds, badDeeds)
		}
		if v == noSide || f.InName(i) || !f.saidOf(i, subject, verb, far) {
			continue
		}
		if f.negated(max(c.from, i-3), i) {
			v = -v
		}
		if v == s && at < 0 {
			at = i
		}
	}
	return at
}

// saidOf reports whether a word is part of what is said of a verb's subject: not of the subject itself, nor within a
// clause with a subject of its own.
func (f reader) saidOf(i, subject, verb int, far bool) bool {
	for n := 0; n < 4; n++ {
		if i == verb {
			return true
		}
		if i == subject {
			return false
		}
		switch f.Trees.Relation[i] {
		case parse.Complement, parse.AdverbialClause, parse.Parataxis, parse.RelativeClause,
			parse.Subject, parse.PassiveSubject:
			return false
		case parse.Nominal, parse.Compound:
			if !far {
				return false
			}
		}
		if i = int(f.Trees.Head[i]); i < 0 {
			return false
		}
	}
	return false
}

package positions

import (
	"hearsay/analysis/marks"
	"hearsay/analysis/names"
	"hearsay/analysis/parse"
	"hearsay/analysis/positions/polarity"
)

// How likely the words around somebody must speak ill or well of them for that to be a side the speaker takes. Praise is
// mistaken more often: what goes well for somebody is not said in their favour yet.
const (
	leastIll    = 0.62
	leastWell   = 0.75
	leastBeside = 0.75 // where they are spoken of beside something else
)

// spokenOf finds whom a quote speaks ill or well of, where no pattern tells: it asks what the words mean. It trusts that
// only where words of the speaker's own stand, in quotation marks: a reporter's summary takes fewer sides.
func (f *finder) spokenOf(c clause) {
	if f.Polarity == nil || c.to-c.from < 3 || !f.verbatim(c) {
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
func (f *finder) verbatim(c clause) bool {
	if f.Marks == nil {
		return false
	}
	for i := c.from; i < c.to; i++ {
		if k := f.Marks.At[i]; k >= 0 && f.Marks.Quotations[k].Kind <= marks.Words {
			return true
		}
	}
	return false
}

// someoneAt is the phrase at token i if it names a person or a speaker.
func (f *finder) someoneAt(c clause, i int) (from, to int, ok bool) {
	switch k := f.named[i]; {
	case f.content[i] != int32(c.quote+1):
		return i, i, false
	case f.who[i] != 0:
		for to = i; to < c.to && f.who[to] == f.who[i]; to++ {
		}
		return i, to, !ownWords[f.lower[i]]
	case k != 0:
		n := f.Names[k-1]
		return i, min(n.To, c.to), n.Type == names.Person && n.From == i
	}
	return i, i, false
}

// ownWords are pronouns for the speaker, or for whoever is spoken to.
var ownWords = wordSet(`i we me us my our mine ours you your yours myself ourselves`)

// spoken makes a finding of the one whom the tokens from from to to name, if the sentence speaks ill or well of them.
func (f *finder) spoken(c clause, from, to int) {
	s := f.sentence(from)
	if !s.Covers(from, to) || f.hypothetical(from, c.from) {
		return
	}
	odds, most := s.Towards(from, to)
	x := finding{quote: c.quote, at: most, act: Praises, from: from, to: to, statement: c.statement, side: pro, confidence: float64(odds.Well)}
	word, least := "well", leastWell
	if odds.Ill > odds.Well {
		x.side, x.act, x.confidence, word, least = con, Blames, float64(odds.Ill), "ill", leastIll
	}
	switch f.relation(from, to) {
	case parse.Object, parse.IndirectObject:
		return // what is done to somebody tells more of who does it
	case parse.Nominal, parse.Compound:
		least = max(least, leastBeside)
	}
	if x.confidence < least {
		return
	}
	x.reason = "the sentence speaks " + word + " of " + f.quote(from, to)
	if t := f.tag(most); (t.Noun() || t.Verb() || t.Adjective()) && f.named[most] == 0 && f.who[most] == 0 {
		x.reason += ", above all by “" + f.Text.Word(most) + "”"
	}
	f.add(x)
}

// relation is the relation of a phrase's head to what it hangs on.
func (f *finder) relation(from, to int) parse.Relation {
	for i := from; i < to; i++ {
		if h := int(f.Trees.Head[i]); h < from || h >= to {
			return f.Trees.Relation[i]
		}
	}
	return parse.Dependent
}

// sentence looks up the words of the sentence of token i, or of the part of it in which the token stands.
func (f *finder) sentence(i int) *polarity.Sentence {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence]
	from := s.From + (i-s.From)/polarity.Longest*polarity.Longest
	if f.read == nil || f.readFrom != from {
		f.read, f.readFrom = f.Polarity.Of(f.Senses, from, s.To), from
	}
	return f.read
}

package positions

import (
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/tags"
)

// leastOdds is how likely a sentence must speak ill or well of what it names for that to be a side its speaker takes.
const leastOdds = 0.6

// spokenOf finds who and what a quote speaks ill or well of, where no pattern tells: it asks what the words mean.
func (f *finder) spokenOf(c clause) {
	if f.Polarity == nil || c.to-c.from < 3 {
		return
	}
	for i := c.from; i < c.to; {
		from, to, ok := f.namedAt(c, i)
		if !ok {
			i++
			continue
		}
		f.spoken(c, from, to)
		i = max(to, i+1)
	}
}

// namedAt is the phrase at token i of what a quote speaks of, if it names somebody or something.
func (f *finder) namedAt(c clause, i int) (from, to int, ok bool) {
	if f.content[i] != int32(c.quote+1) {
		return 0, 0, false
	}
	switch {
	case f.named[i] != 0:
		to = min(f.Names[f.named[i]-1].To, c.to)
	case f.who[i] != 0 && !ownWords[f.lower[i]]:
		for to = i; to < c.to && f.who[to] == f.who[i]; to++ {
		}
	default:
		return 0, 0, false
	}
	return i, to, true
}

// ownWords are pronouns for the speaker, or for whoever is spoken to.
var ownWords = wordSet(`i we me us my our mine ours you your yours myself ourselves`)

// spoken makes a finding of what the tokens from from to to name, if the sentence speaks ill or well of it.
func (f *finder) spoken(c clause, from, to int) {
	s := f.sentence(from)
	if !s.Covers(from, to) {
		return
	}
	odds, most := s.Towards(from, to)
	x := finding{quote: c.quote, from: from, to: to, statement: c.statement, side: pro, confidence: float64(odds.Well)}
	word := "well"
	if odds.Ill > odds.Well {
		x.side, x.confidence, word = con, float64(odds.Ill), "ill"
	}
	if x.confidence < leastOdds {
		return
	}
	x.reason = "the sentence speaks " + word + " of " + f.quote(from, to)
	if t := f.tag(most); (t.Noun() || t.Verb() || t.Adjective()) && (most < from || most >= to) {
		x.reason += ", “" + f.Text.Word(most) + "” above all"
	}
	f.add(x)
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

var _ = tags.None

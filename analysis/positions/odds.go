package positions

import "hearsay/analysis/positions/polarity"

// agrees reports whether the sense of a sentence, too, is that it takes a side towards the tokens from from to to.
func (f *finder) agrees(from, to int, s side) bool {
	ill, well := f.oddsOf(from, to)
	return s == pro && well > leastAgreed || s == con && ill > leastAgreed
}

// leastAgreed is how likely a sentence must speak ill or well for a word that might mean something else to be believed.
const leastAgreed = 0.5

// oddsOf is how likely a sentence speaks ill and well of what some tokens of it name; 0 where that is not known.
func (f *finder) oddsOf(from, to int) (ill, well float32) {
	if f.Polarity == nil || from >= to {
		return 0, 0
	}
	s := f.sentence(from)
	if !s.Covers(from, to) {
		return 0, 0
	}
	odds := s.Towards(from, to)
	return odds.Ill, odds.Well
}

// sentence looks up the words of the sentence of token i, or of the part of it in which the token stands.
func (f *finder) sentence(i int) *polarity.Sentence {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence]
	from := s.From + (i-s.From)/polarity.Longest*polarity.Longest
	if f.read == nil || f.readFrom != from {
		f.read, f.readFrom = f.Polarity.Of(f.States, from, s.To), from
	}
	return f.read
}

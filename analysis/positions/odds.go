package positions

import "hearsay/analysis/positions/polarity"

// odds tells how a sentence speaks of whom it names.
type odds struct {
	*scene
	model *polarity.Model    // nil where nothing was learnt
	read  *polarity.Sentence // the sentence that was looked up last
	from  int                // and where it begins
}

// agrees reports whether the sense of a sentence, too, is that it takes a side towards the tokens from from to to.
func (f *odds) agrees(from, to int, s side) bool {
	ill, well := f.oddsOf(from, to)
	return s == pro && well > leastAgreed || s == con && ill > leastAgreed
}

// oddsOf is how likely a sentence speaks ill and well of what some tokens of it name; 0 where that is not known.
func (f *odds) oddsOf(from, to int) (ill, well float32) {
	if f.model == nil || from >= to {
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
func (f *odds) sentence(i int) *polarity.Sentence {
	s := f.Text.Sentences[f.Text.Tokens[i].Sentence]
	from := s.From + (i-s.From)/polarity.Longest*polarity.Longest
	if f.read == nil || f.from != from {
		f.read, f.from = f.model.Of(f.States, from, s.To), from
	}
	return f.read
}

// leans reports whether a sentence rather speaks ill or well of what it is about, so that to call it neutral would be
// wrong.
func (f *odds) leans(from, to int) bool {
	ill, well := f.oddsOf(from, to)
	return max(ill, well) > mostLeaning
}

package attribution

import "hearsay/analysis/text"

// bare takes from the ends of a source and of a content what is part of neither: an adverb that goes with the cue, as
// in “The leader nevertheless welcomed”, and the conjunction of a clause that was left out, “a pause while”.
func (v assembly) bare(c *candidate) {
	if n := len(c.source); n > 0 {
		c.source[n-1] = v.shortened(c.source[n-1], func(i int) bool { return v.tags[i].Adverb() || joins(v.text.Word(i)) })
	}
	n := len(c.content) - 1
	c.content[n] = v.shortened(c.content[n], func(i int) bool {
		k := &v.tokens[i]
		return v.quotations.At[i] < 0 && (k.group == coordinator || k.group == subordinator && conjoins(v.text.Word(i)))
	})
}

// joins reports whether a word joins its sentence to the one before, which is never part of who speaks.
func joins(w string) bool {
	switch w {
	case "nevertheless", "nonetheless", "meanwhile", "however", "therefore", "thus":
		return true
	}
	return false
}

// conjoins reports whether a word begins a clause wherever it stands, and is never an adverb or a preposition.
func conjoins(w string) bool {
	switch w {
	case "while", "because", "although", "though", "whereas", "unless", "if":
		return true
	}
	return false
}

// shortened takes loose tokens and commas off the end of a span, but leaves a word.
func (v assembly) shortened(p text.Span, isLoose func(i int) bool) text.Span {
	from, to := v.text.Range(p)
	end := to
	for end > from+1 && (isLoose(end-1) || end < to && Loose(v.text, end-1)) {
		end--
	}
	if end == to {
		return p
	}
	return v.text.Span(from, end)
}

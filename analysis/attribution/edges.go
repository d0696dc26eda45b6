package attribution

import (
	"hearsay/analysis/parse"
	"hearsay/analysis/text"
)

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

// wholeSentence lengthens a content that stands before its cue, and begins where no sentence can, by the words before
// it: “The bridge, which fell in March, is to be built anew, the county said.” What is told in this order is a sentence
// with all that belongs to it, and only the conjunction that joins it to the reporter's own words stays outside.
func (v assembly) wholeSentence(c *candidate) {
	p := &c.content[0]
	from, to := v.text.Range(*p)
	if !v.toldBefore(c, from, to) || v.quotations.At[from] >= 0 {
		return
	}
	start := v.text.Sentences[v.text.Tokens[from].Sentence].From
	if from > start {
		before := v.text.Span(start, from)
		if !v.beginsInside(from, to) || v.quotesIn(start, from) || touches(c.source, before) || touches(c.cue, before) {
			return
		}
	}
	for start < to-1 && (v.tokens[start].group == coordinator || Loose(v.text, start)) {
		start++
	}
	*p = v.text.Span(start, to)
}

// toldBefore reports whether the tokens are the first part of a content, a clause behind which, in the same sentence,
// a comma and then the words follow that attribute it.
func (v assembly) toldBefore(c *candidate, from, to int) bool {
	if to >= c.token || v.text.Tokens[from].Sentence != v.text.Tokens[c.token].Sentence || v.tokens[to].group != comma {
		return false
	}
	next := v.text.Tokens[to+1].Span
	if !touches(c.source, next) && !touches(c.cue, next) {
		return false
	}
	for i := from; i < to; i++ {
		if g := v.tokens[i].group; g == finite || g == be {
			return true
		}
	}
	return false
}

// beginsInside reports whether no clause of its own can begin with the first of the tokens: it is a finite verb, it is
// a relative that leads back to what stands before a comma, or the word before hangs on one of the tokens as words hang
// on the noun behind them, “then-U.S.” on “Commerce secretary”.
func (v assembly) beginsInside(from, to int) bool {
	switch v.tokens[from].group {
	case finite, be:
		return true
	case relative:
		return v.text.Word(from-1) == ","
	}
	if h := int(v.trees.Head[from-1]); h < from || h >= to {
		return false
	}
	switch v.trees.Relation[from-1] {
	case parse.Compound, parse.Adjective, parse.Determiner, parse.Number, parse.Possessor:
		return lettered(v.text.Word(from - 1))
	}
	return false
}

// quotesIn reports whether quotation marks stand among the tokens.
func (v assembly) quotesIn(from, to int) bool {
	for i := from; i < to; i++ {
		if v.quotations.At[i] >= 0 {
			return true
		}
	}
	return false
}

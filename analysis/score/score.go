// Package score measures attributions against gold ones, those that people marked: how many of them were found, how
// exactly, with the right source and the right speaker, and how well the machine knows how sure it may be.
//
// A prediction matches a gold attribution where their contents share at least half of the words of their union;
// matching is one to one, best overlap first. A word is a run of letters, digits and underscores, with what an
// apostrophe joins to it; marks and white space count nowhere.
//
// It promises figures that depend on texts and spans alone, the same ones whatever the order of articles, between 0 and
// 1 (agreement may fall below 0), and 1 throughout for gold against itself. Spans are in bytes, on code point
// boundaries.
package score

import (
	"math"

	"hearsay/analysis"
)

// Attribution is who said what, as a person marked it or a machine found it.
type Attribution struct {
	Kind                 analysis.Kind
	Content, Cue, Source []analysis.Span
	// Speakers are the names of who is meant; none where nobody told.
	Speakers []string
	// Confidence is the probability that content and source are both right. It counts only where Rated is true.
	Confidence float64
	Rated      bool
}

// Found gives a document's quotes as predictions. Their confidence has the three digits that files hold, so that a
// prediction scores the same whether it was written to a file or not.
func Found(d *analysis.Document) []Attribution {
	out := make([]Attribution, len(d.Quotes))
	for i, q := range d.Quotes {
		out[i] = Attribution{Kind: q.Kind, Content: q.Content, Cue: q.Cue, Source: q.Source,
			Confidence: math.Round(1000*q.Confidence) / 1000, Rated: true}
		for _, s := range q.Speakers {
			out[i].Speakers = append(out[i].Speakers, d.Speakers[s].Name)
		}
	}
	return out
}

// Comparison holds what was found in an article against what people marked in it.
type Comparison struct {
	sheet       sheet
	gold, found []worded
	pairs       []pair
}

// worded is an attribution as the words of its article, by their numbers.
type worded struct {
	Attribution
	content, cue, source words
	place                int // in the list it came from
}

// pair is a gold attribution and the prediction that matches it, with what is right of it.
type pair struct {
	gold, found int
	// exact: the contents are the same words.
	exact bool
	// attributed: the sources share a word that tells something, or neither has one.
	attributed bool
	// strict: exact, and the sources are the same words.
	strict bool
	// named: the speakers are those that gold names.
	named bool
}

// Compare matches predictions with the gold attributions of the same text. Attributions whose content holds no word are
// left out.
func Compare(text string, gold, found []Attribution) *Comparison {
	c := &Comparison{sheet: newSheet(text)}
	c.gold, c.found = c.sheet.worded(gold), c.sheet.worded(found)
	for _, m := range match(c.gold, c.found, len(c.sheet.tokens)) {
		c.pairs = append(c.pairs, c.judge(m.gold, m.found))
	}
	return c
}

// Pair is a gold attribution and the prediction that matches it, by where they stand in what was compared, and what is
// right of it, as Report has it.
type Pair struct {
	Gold, Found                      int
	Exact, Attributed, Strict, Named bool
}

// Pairs are the attributions that match, those that overlap most first.
func (c *Comparison) Pairs() []Pair {
	out := make([]Pair, len(c.pairs))
	for i, p := range c.pairs {
		out[i] = Pair{c.gold[p.gold].place, c.found[p.found].place, p.exact, p.attributed, p.strict, p.named}
	}
	return out
}

// judge tells what is right of a prediction that matches.
func (c *Comparison) judge(gold, found int) pair {
	g, f := &c.gold[gold], &c.found[found]
	p := pair{gold: gold, found: found, exact: g.content.equal(f.content)}
	same := g.source.equal(f.source)
	p.attributed = same || c.sheet.shareStrong(g.source, f.source)
	p.strict = p.exact && same
	p.named = len(g.Speakers) > 0 && SameSpeakers(g.Speakers, f.Speakers)
	return p
}

package attribution

import (
	"slices"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// mend sets right what the models leave half done, candidate by candidate in the order of their cues.
func (v assembly) mend(list []candidate) {
	for i := range list {
		c := &list[i]
		v.actor(c)
		v.verbForName(c)
		v.wholeSource(c)
		v.wholeName(c)
		v.wholeClause(c)
		v.wholeSentence(c)
		v.endAtQuotation(c)
		v.onlySpoken(c)
		if len(c.source) == 0 {
			c.source = v.sharedSource(list, i)
		}
	}
	for i := range list {
		for k := max(0, i-nearMend); k < min(len(list), i+nearMend+1); k++ {
			v.endAtSibling(&list[i], &list[k])
			v.yield(&list[i], &list[k])
		}
	}
	for i := range list {
		v.bare(&list[i])
	}
}

// nearMend is how far apart in the list two cues with one source are looked for.
const nearMend = 5

// endAtSibling ends a content before another cue of the same source, since what follows it is said by another verb, "He
// praised the plan, calling it", and before one whose content holds this one's cue: "He saw it, according to the
// police".
func (v assembly) endAtSibling(c, o *candidate) {
	last := &c.content[len(c.content)-1]
	if o.token <= c.token || len(o.cue) == 0 || !last.Covers(o.cue[0]) || v.quotations.At[o.token] >= 0 {
		return
	}
	if len(c.source) == 0 || !slices.Equal(c.source, o.source) && !touches(o.content, v.text.Tokens[c.token].Span) {
		return
	}
	from, to := v.text.Range(text.Span{Start: last.Start, End: o.cue[0].Start})
	for to > from && (Loose(v.text, to-1) || v.tokens[to-1].group == coordinator) {
		to--
	}
	if to > from {
		*last = v.text.Span(from, to)
	}
}

// yield takes from a content the quotation that is all of another one's: “Maybe.” “Maybe not,” he added.
func (v assembly) yield(c, o *candidate) {
	if c == o || len(o.content) != 1 || length(c.content) <= length(o.content) {
		return
	}
	p := o.content[0]
	from, to := v.text.Range(p)
	k := v.quotations.At[from]
	if k < 0 || v.quotations.Quotations[k].Span != p || v.quotations.At[c.token] == k || v.quotations.At[o.token] == k {
		return
	}
	var left []text.Span
	for _, part := range c.content {
		a, b := v.text.Range(part)
		if !part.Covers(p) {
			left = append(left, part)
			continue
		}
		if a < from {
			left = append(left, v.text.Span(a, from))
		}
		if to < b {
			left = append(left, v.text.Span(to, b))
		}
	}
	// A content that would be cut in pieces of running text holds the quotation rightly.
	for _, part := range left {
		if a, _ := v.text.Range(part); part.Overlaps(text.Span{Start: p.Start - 2, End: p.End + 2}) &&
			v.quotations.At[a] < 0 {
			return
		}
	}
	if left = Trimmed(v.text, left); len(left) > 0 {
		c.content = left
	}
}

// wholeSource gives a source the noun that was taken for part of the cue, where nothing but an article was left to it:
// "The" and "report says" are "The report" and "says".
func (v assembly) wholeSource(c *candidate) {
	if len(c.source) != 1 || len(c.cue) != 1 {
		return
	}
	from, to := v.text.Range(c.source[0])
	for i := from; i < to; i++ {
		if v.names(i) {
			return
		}
	}
	first, last := v.text.Range(c.cue[0])
	end := first
	for end < last && end < c.token && v.tags[end].Noun() {
		end++
	}
	if first == to && end > first {
		c.source = []text.Span{v.text.Span(from, end)}
		c.cue = []text.Span{v.text.Span(end, last)}
	}
}

// verbForName sets right a source that is a verb of speech where the cue is a name: "said" and "Ann Bell", for one
// another.
func (v assembly) verbForName(c *candidate) {
	if len(c.source) != 1 || len(c.cue) != 1 {
		return
	}
	from, to := v.text.Range(c.source[0])
	first, last := v.text.Range(c.cue[0])
	for i := from; i < to; i++ {
		if !v.tags[i].Finite() {
			return
		}
	}
	for i := first; i < last; i++ {
		if !v.tags[i].Proper() {
			return
		}
	}
	c.source, c.cue = c.cue, c.source
}

// names reports whether a word can tell by itself who is meant, as no article and no adjective can.
func (v assembly) names(i int) bool {
	t := v.tags[i]
	switch t {
	case tags.PRP, tags.WP, tags.WDT, tags.CD:
		return true
	}
	return t.Noun() || lettered(v.text.Word(i)) && t != tags.DT && !t.Adjective()
}

// wholeName lengthens a source that ends, or begins, inside a name: "Mr." before "King", "'s Panthers" behind
// "Charlotte".
func (v assembly) wholeName(c *candidate) {
	if len(c.source) != 1 {
		return
	}
	from, to := v.text.Range(c.source[0])
	s := v.text.Sentences[v.text.Tokens[from].Sentence]
	free := func(i int) bool {
		p := v.text.Tokens[i].Span
		return !touches(c.cue, p) && !touches(c.content, p)
	}
	proper := func(i int) bool { return v.tags[i-1].Proper() && v.tags[i].Proper() }
	for to < s.To && proper(to) && free(to) {
		to++
	}
	for from > s.From && (v.tags[from] == tags.POS || proper(from)) && free(from-1) {
		from--
	}
	c.source = []text.Span{v.text.Span(from, to)}
}

// wholeClause lengthens a content that begins with "that" and has no verb by the rest of its clause.
func (v assembly) wholeClause(c *candidate) {
	p := &c.content[len(c.content)-1]
	from, to := v.text.Range(*p)
	if v.tokens[from].group != that || p.Start < v.text.Tokens[c.token].Start {
		return
	}
	for i := from; i < to; i++ {
		if k := &v.tokens[i]; k.group == finite || k.group == be {
			return
		}
	}
	s := v.text.Sentences[v.text.Tokens[from].Sentence]
	if to >= s.To || v.tokens[to].group != finite && v.tokens[to].group != be && !v.tags[to].Adverb() {
		return
	}
	// The clause goes on to the end of the sentence, or to a comma behind which another one begins.
	end := to
	for end < s.To-1 && !(v.tokens[end].group == comma && v.endsClause(end, s.To)) {
		end++
	}
	if grown := v.text.Span(from, end); !touches(c.source, grown) && !touches(c.cue, grown) {
		*p = grown
	}
}

// endsClause reports whether what follows the comma at i is no longer part of the clause before it.
func (v assembly) endsClause(i, to int) bool {
	if i+1 >= to {
		return true
	}
	k := &v.tokens[i+1]
	return k.tag == tags.VBG || k.group == relative || k.group == subordinator || k.group == mark
}

// endAtQuotation ends a content that begins with a quotation mark at the closing one, where a comma inside it shows
// that the words behind are the reporter's again: “…,” which.
func (v assembly) endAtQuotation(c *candidate) {
	for i := range c.content {
		p := &c.content[i]
		from, to := v.text.Range(*p)
		k := v.quotations.At[from]
		if k < 0 {
			continue
		}
		q := &v.quotations.Quotations[k]
		if q.From != from || !q.Closed || v.quotations.At[c.token] == k {
			continue
		}
		if q.To < to && v.text.Word(q.To-2) == "," {
			*p = q.Span
		}
	}
}

// onlySpoken takes from a content that begins with words in quotation marks, ended by a comma before the cue, the parts
// behind the cue that hold no marks: “We won,” she said, and the crowd cheered.
func (v assembly) onlySpoken(c *candidate) {
	from, to := v.text.Range(c.content[0])
	k := v.quotations.At[from]
	if k < 0 || len(c.content) < 2 || to > c.token {
		return
	}
	if v.quotations.Quotations[k].To != to || v.text.Word(to-2) != "," {
		return
	}
	c.content = slices.DeleteFunc(c.content, func(p text.Span) bool {
		from, to := v.text.Range(p)
		for i := from; i < to; i++ {
			if v.quotations.At[i] >= 0 {
				return false
			}
		}
		return true
	})
}

// sharedSource returns the source that a participle or the second of two verbs has in common with another verb of the
// sentence: "He left, adding", "She thanked them and asked", "Citing a report, he said".
func (v assembly) sharedSource(list []candidate, i int) []text.Span {
	c := &list[i]
	if !v.tags[c.token].Verb() || v.leftOf(c.token, v.text.Sentences[v.text.Tokens[c.token].Sentence].From).passive {
		return nil
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if s := v.shareable(c, &list[k]); s != nil {
			return s
		}
	}
	if v.tags[c.token] == tags.VBG && i+1 < len(list) {
		return v.shareable(c, &list[i+1])
	}
	return nil
}

// shareable returns the source of o where it can be that of c as well: o stands in the same sentence, and neither
// content holds the other's words.
func (v assembly) shareable(c, o *candidate) []text.Span {
	if len(o.source) == 0 || v.text.Tokens[o.token].Sentence != v.text.Tokens[c.token].Sentence ||
		touches(c.content, o.source[0]) || touches(o.content, v.text.Tokens[c.token].Span) {
		return nil
	}
	return o.source
}

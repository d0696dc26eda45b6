package attribution

import "hearsay/analysis/quotations"

// claim looks once more, and less strictly, for a cue beside each stretch of speech in quotation marks that no
// candidate holds: it must be someone's words, so the likeliest cue is taken.
func (r *reader) claim(list []candidate) []candidate {
	v := assembly{r.view}
	held := make([]bool, len(v.quotations.Quotations))
	taken := map[int]bool{}
	for i := range list {
		taken[list[i].token] = true
		v.mark(held, &list[i])
	}
	for k := range v.quotations.Quotations {
		if held[k] || !v.stray(k) || v.resume(list, k) {
			continue
		}
		if c, ok := r.nearby(&v.quotations.Quotations[k], taken); ok {
			taken[c.token] = true
			v.mark(held, &c)
			list = append(list, c)
		}
	}
	return list
}

// mark notes which quotations a candidate's content holds.
func (v assembly) mark(held []bool, c *candidate) {
	for _, p := range c.content {
		from, to := v.text.Range(p)
		for at := from; at < to; {
			k := v.quotations.At[at]
			if k < 0 {
				at++
				continue
			}
			held[k] = held[k] || v.fills(c.content, &v.quotations.Quotations[k])
			at = v.quotations.Quotations[k].To
		}
	}
}

// stray reports whether quotation k is speech that a quote should hold.
func (v assembly) stray(k int) bool {
	q := &v.quotations.Quotations[k]
	return q.Parent < 0 && int(v.quotations.At[q.From]) == k && v.speaks(k)
}

// resume gives quotation k to the candidate whose cue the sentence right before it ends with, if that has words in
// quotation marks already: "We tried," she said. "We failed."
func (v assembly) resume(list []candidate, k int) bool {
	q := &v.quotations.Quotations[k]
	t := v.text
	s := t.Tokens[q.From].Sentence
	if s == 0 || t.Sentences[s].From != q.From || t.Sentences[s-1].Paragraph != t.Sentences[s].Paragraph {
		return false
	}
	for i := len(list) - 1; i >= 0; i-- {
		c := &list[i]
		if t.Tokens[c.token].Sentence != s-1 || v.quotations.At[c.token] >= 0 || c.content[0].End > t.Tokens[c.token].Start {
			continue
		}
		if first := v.quotations.At[t.At(c.content[0].Start)]; first >= 0 &&
			v.quotations.Quotations[first].Kind == quotations.Speech {
			c.content = joined(t.Text, append(c.content, q.Span))
			return true
		}
	}
	return false
}

// mayHeadSpeech reports whether a token can be the cue of words in quotation marks that nothing else claims.
func (v assembly) mayHeadSpeech(i int) bool {
	k := &v.tokens[i]
	return k.tag.Verb() || k.class != 0 || k.group == breaks || k.form == accordingHash
}

// nearby returns the likeliest candidate whose cue stands just before or behind a quotation and whose content holds it.
func (r *reader) nearby(q *quotations.Quotation, taken map[int]bool) (best candidate, ok bool) {
	a := assembly{r.view}
	t := r.view.text
	p := t.Paragraphs[t.ParagraphOf(q.From)]
	first, last := t.Sentences[p.From].From, t.Sentences[p.To-1].To
	if q.From == first && first > 0 && t.Word(first-1) == ":" {
		first = t.Sentences[p.From-1].From
	}
	try := func(from, to int) {
		for i := from; i < to; i++ {
			if taken[i] || r.view.quotations.At[i] >= 0 || !mayHead(&r.view.tokens[i]) || !a.mayHeadSpeech(i) {
				continue
			}
			c, found := r.read(i, max(leastBeside, best.probability), (q.From+q.To)/2)
			if !found {
				continue
			}
			if a.align(&c); a.fills(c.content, q) {
				best, ok = c, true
			}
		}
	}
	try(max(first, q.From-beside), q.From)
	try(q.To, min(last, q.To+beside))
	return best, ok
}

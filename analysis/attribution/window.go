package attribution

import "hearsay/analysis/text"

// How far a window reaches: the tokens of a very long sentence on each side of the cue, how many quotations beside the
// sentence, and how much of a long quotation is looked at, at either end. Lists and tables can look like one sentence
// without an end; little of it is looked at, so that their many words do not cost more than others.
const (
	widestSide   = 140
	runOnSide    = 12  // where the sentence is no sentence
	longest      = 300 // the tokens up to which one is
	mostBeside   = 8
	keptOfQuoted = 6
)

// item is a stretch of tokens the span model labels as one: a token, or the inside of a long quotation.
type item struct{ from, to int }

// window is the stretch of text in which the content and the source of a cue are looked for: the cue's sentence, with
// the quotations that reach into it or stand beside it.
type window struct {
	items []item
	cue   int // index of the cue's item
}

// windowOf makes the window of the cue at token c.
func (v *view) windowOf(c int, items []item) window {
	t := v.text
	from, to := v.reach(c)
	w := window{items: items[:0]}
	own := v.quotations.At[c]
	for i := from; i < to; {
		k := v.quotations.At[i]
		if k < 0 || k == own {
			i = w.add(i, i+1, c)
			continue
		}
		q := &v.quotations.Quotations[k]
		a, b := max(i, q.From), min(to, q.To)
		if b-a <= 2*keptOfQuoted+1 || t.Tokens[a].Sentence == t.Tokens[c].Sentence &&
			t.Tokens[b-1].Sentence == t.Tokens[c].Sentence && b-a < 40 {
			for i < b {
				i = w.add(i, i+1, c)
			}
			continue
		}
		for ; i < a+keptOfQuoted; i++ {
			w.add(i, i+1, c)
		}
		w.add(i, b-keptOfQuoted, c)
		for i = b - keptOfQuoted; i < b; i++ {
			w.add(i, i+1, c)
		}
	}
	return w
}

// add appends an item and returns its end.
func (w *window) add(from, to, c int) int {
	if from <= c && c < to {
		w.cue = len(w.items)
	}
	w.items = append(w.items, item{from, to})
	return to
}

// reach returns the tokens the window of a cue spans.
func (v *view) reach(c int) (from, to int) {
	t := v.text
	s := t.Sentences[t.Tokens[c].Sentence]
	p := t.Paragraphs[s.Paragraph]
	first, last := t.Sentences[p.From].From, t.Sentences[p.To-1].To
	side := widestSide
	if s.To-s.From > longest {
		side = runOnSide
	}
	from, to = max(s.From, c-side), min(s.To, c+side)
	own := v.quotations.At[c]
	if from == s.From {
		from = v.reachBack(from, first, own)
	}
	if to == s.To {
		to = v.reachAhead(to, last, own)
		if to == last {
			to = v.reachOver(c, to)
		}
	}
	return from, to
}

// reachBack moves the start of a window back over quotations: one that reaches into the sentence, with the sentence it
// begins in, and those that fill the sentences before.
func (v *view) reachBack(from, first int, own int32) int {
	t := v.text
	for range mostBeside {
		k := v.quotations.At[from]
		if k < 0 || k == own || v.quotations.Quotations[k].From >= from {
			if from == first {
				return from
			}
			if k = v.quotations.At[from-1]; k < 0 || k == own {
				return from
			}
		}
		q := &v.quotations.Quotations[k]
		start := t.Sentences[t.Tokens[q.From].Sentence].From
		from = max(first, start, q.From-20)
	}
	return from
}

// reachAhead moves the end of a window ahead over quotations that reach out of the sentence or fill those behind it.
func (v *view) reachAhead(to, last int, own int32) int {
	t := v.text
	for range mostBeside {
		k := v.quotations.At[to-1]
		if k < 0 || k == own || v.quotations.Quotations[k].To <= to {
			if to == last {
				return to
			}
			if k = v.quotations.At[to]; k < 0 || k == own || v.quotations.Quotations[k].From != to {
				return to
			}
		}
		q := &v.quotations.Quotations[k]
		end := t.Sentences[t.Tokens[q.To-1].Sentence].To
		to = min(last, end, q.To+40)
	}
	return to
}

// reachOver moves the end of a window that lies at its paragraph's end into the paragraphs behind it: where the
// paragraph ends with a colon, or its last quotation goes on there.
func (v *view) reachOver(c, to int) int {
	t := v.text
	for range mostBeside {
		if to >= len(t.Tokens) || to-c > 4*widestSide {
			return to
		}
		k := v.quotations.At[to]
		if k < 0 || v.quotations.Quotations[k].From != to {
			return to
		}
		q := &v.quotations.Quotations[k]
		if t.Word(to-1) != ":" && (q.After < 0 || q.After != int(v.quotations.At[to-1])) {
			return to
		}
		to = q.To
	}
	return to
}

// label is what the span model says of an item.
type label uint8

const (
	other label = iota
	source
	content
	cue
	labels
)

// parts are the stretches of a window with the same label, joined to spans of the text that stay in their paragraphs.
func (v *view) parts(w *window, got []label, of label) []text.Span {
	var out []text.Span
	for i := 0; i < len(got); i++ {
		if got[i] != of {
			continue
		}
		from := i
		for i+1 < len(got) && got[i+1] == of && v.text.ParagraphOf(w.items[i].from) == v.text.ParagraphOf(w.items[i+1].from) {
			i++
		}
		out = append(out, v.text.Span(w.items[from].from, w.items[i].to))
	}
	return out
}

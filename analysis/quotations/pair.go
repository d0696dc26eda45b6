package quotations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
)

// How deep quotations may nest, and how many tokens ahead a single mark's partner is looked for.
const (
	deepest = 4
	ahead   = 200
)

// open is a mark that waits for its partner.
type open struct {
	convention
	at    int // token
	after int // see Quotation
}

// finder pairs marks, paragraph by paragraph.
type finder struct {
	text  *text.Text
	found []Quotation
	stack []open
	// pending is the quotation that the paragraph before left open, -1 for none, and how its mark was written.
	pending int
	written convention
	started bool
	// noSingles is the token up to which no closing single mark is known to stand.
	noSingles int
}

// paragraph pairs the marks of a paragraph's tokens.
func (f *finder) paragraph(from, to int) {
	if !f.started {
		f.pending, f.started = -1, true
	}
	pending, written := f.pending, f.written
	f.pending = -1
	f.stack = f.stack[:0]
	for i := from; i < to; i++ {
		r := roleOf(f.text, i, from, to)
		if r.convention == none {
			continue
		}
		if i == from && pending >= 0 && r.opens && r.convention == written {
			f.stack = append(f.stack, open{r.convention, i, pending})
			continue
		}
		f.mark(i, to, r)
	}
	f.leave(to)
}

// mark takes one mark: it closes what is open, or opens something, or is no quotation mark.
func (f *finder) mark(i, to int, r role) {
	k := f.partner(r, f.text.Word(i))
	if k >= 0 && f.stack[k].convention == low {
		r.opens, r.closes = false, true
	}
	switch {
	case k >= 0 && r.closes && (!r.opens || f.stack[k].at < i-1):
		if r.single() && f.apostrophe(i, to) {
			return
		}
		f.close(k, i+1, true)
	case r.opens && k >= 0 && !r.single():
		// The mark is opened again where it was never closed: what it opened ends here.
		f.close(k, i, false)
		f.stack = append(f.stack, open{r.convention, i, -1})
	case r.opens && len(f.stack) < deepest && f.mayOpen(i, to, r):
		f.stack = append(f.stack, open{r.convention, i, -1})
	case r.certain && r.convention == curly && r.closes && f.strayCloses(i):
		f.stack = append(f.stack, open{curly, i, -1})
	}
}

// mayOpen reports whether a mark that can open something may: a single one only where what it opens ends, or goes on in
// the next paragraph.
func (f *finder) mayOpen(i, to int, r role) bool {
	return !r.single() || f.closesLater(i, to, r.convention) || f.resumes(to, r.convention)
}

// strayCloses reports whether a closing mark with nothing open stands where one should open, as careless typing has it.
func (f *finder) strayCloses(i int) bool {
	return f.text.Tokens[i].Spaced && i+1 < len(f.text.Tokens) && !f.text.Tokens[i+1].Spaced
}

// partner returns the place on the stack of the mark that this one could close, -1 where there is none.
func (f *finder) partner(r role, word string) int {
	for k := len(f.stack) - 1; k >= 0; k-- {
		if closes(f.stack[k].convention, r, word) {
			return k
		}
	}
	return -1
}

// closes reports whether a mark may close what was opened by a convention: its own, that of the low marks („ goes with
// “ and "), or one that careless typing mixes with it.
func closes(opened convention, r role, word string) bool {
	switch opened {
	case r.convention:
		return true
	case low:
		return r.convention == curly || r.convention == straight
	case singleLow:
		return r.convention == singleCurly
	case singleStraight:
		return word == "’"
	case curly:
		return word == "\"" && r.closes
	}
	return false
}

// close ends the quotation at place k of the stack at token to; what was opened inside it and not closed is dropped.
func (f *finder) close(k, to int, closed bool) {
	o := f.stack[k]
	f.stack = f.stack[:k]
	last := to
	if closed {
		last--
	}
	if last <= o.at+1 { // nothing stands between the marks
		return
	}
	t := f.text
	f.found = append(f.found, Quotation{Span: t.Span(o.at, to), Inner: t.Span(o.at+1, last), From: o.at, To: to,
		Parent: -1, After: o.after,
		Single: o.single(), Closed: closed})
}

// resumes reports whether the paragraph that begins with token i opens with a mark of a convention, so that what is
// open before it goes on there.
func (f *finder) resumes(i int, c convention) bool {
	if i+1 >= len(f.text.Tokens) || f.text.Tokens[i+1].Spaced {
		return false
	}
	w := f.text.Word(i)
	return c == singleCurly && w == "‘" || c == singleStraight && w == "'"
}

// leave ends a paragraph whose tokens end at to: double marks that are still open reach up to its end, and so do single
// ones where the next paragraph begins with one.
func (f *finder) leave(to int) {
	k := slices.IndexFunc(f.stack, func(o open) bool { return !o.single() || f.resumes(to, o.convention) })
	if k < 0 {
		return
	}
	o, before := f.stack[k], len(f.found)
	f.close(k, to, false)
	if len(f.found) > before {
		f.pending, f.written = before, o.convention
	}
}

// apostrophe reports whether the mark at i, though a single quotation is open, is more likely a possessive: "leaders'
// talks".
func (f *finder) apostrophe(i, to int) bool {
	t := f.text
	if i+1 >= to || !strings.HasSuffix(t.Word(i-1), "s") || !t.Tokens[i+1].Spaced {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Word(i + 1))
	return unicode.IsLower(r) && f.closesLater(i, to, none)
}

// closesLater reports whether a mark that can close a single quotation stands after token i.
func (f *finder) closesLater(i, to int, c convention) bool {
	if i < f.noSingles {
		return false
	}
	t := f.text
	k := i + 2
	for ; k < to && k < i+ahead; k++ {
		switch t.Word(k) {
		case "'", "’":
			if t.Tokens[k].Spaced {
				break
			}
			if next := k + 1; next >= to || t.Tokens[next].Spaced || closing(t.Word(next)) {
				return true
			}
		case "‘":
			if c == singleCurly {
				return false
			}
		}
	}
	if k == to {
		f.noSingles = to
	}
	return false
}

// ordered returns the quotations in reading order with their parents.
func (f *finder) ordered() []Quotation {
	order := make([]int, len(f.found))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if f.found[a].From != f.found[b].From {
			return f.found[a].From - f.found[b].From
		}
		return f.found[b].To - f.found[a].To
	})
	place := make([]int, len(order))
	out := make([]Quotation, 0, len(order))
	var outer []int
	for i, k := range order {
		place[k] = i
		q := f.found[k]
		for len(outer) > 0 && out[outer[len(outer)-1]].To <= q.From {
			outer = outer[:len(outer)-1]
		}
		if len(outer) > 0 {
			q.Parent = outer[len(outer)-1]
		}
		outer = append(outer, i)
		out = append(out, q)
	}
	for i := range out {
		if out[i].After >= 0 {
			out[i].After = place[out[i].After]
		}
	}
	return out
}

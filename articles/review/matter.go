package review

import (
	"cmp"
	"slices"

	"hearsay/analysis"
)

// Matter is one thing as two reviewers have it, side by side.
type Matter struct {
	// Subject is what the machine has; where it has nothing, what one of them added.
	Subject Subject
	// Machine is its index in the machine's document, or analysis.None.
	Machine int
	A, B    View
	// Differ are the fields in which they differ: "quote" where only one lets it stand, else "content", "kind", "cue", "source"
	// and "speakers"; of positions "position", "stance", "target" and "speaker".
	Differ []string
}

// View is what stands in one reviewer's corrected article.
type View struct {
	// Verdict is what they decided; Undecided where they have not, and the machine stands.
	Verdict Verdict
	// Quote, or Position, is what stands; nil where nothing does.
	Quote    *Quote
	Position *Position
	Notes    []string

	item     Item
	complete bool // the reviewer said that no quote is missed
}

// Decided reports whether the reviewer has come to a verdict.
func (v View) Decided() bool { return v.Verdict != Undecided }

// absent reports whether there is nothing that the reviewer could have come to a verdict on: only the other added it.
func (v View) absent() bool { return v.item.Subject.Quote == nil && v.item.Subject.Position == nil }

// Both reports whether both have decided. On a quote that only one of them added the other has who said that none is missed.
func (m Matter) Both() bool { return m.A.concluded() && m.B.concluded() }

func (v View) concluded() bool { return v.Decided() || v.absent() && v.complete }

// Disputed reports whether both have decided, and differ.
func (m Matter) Disputed() bool { return m.Both() && len(m.Differ) > 0 }

// Adjudicate lays two reviewers' states side by side, quote by quote in reading order, those that either added among them.
// Both are to be states of the same article.
func Adjudicate(text string, machine *analysis.Document, a, b *State) []Matter {
	out := matters(text, machine, Lay(text, machine, a), Lay(text, machine, b))
	for i := range out {
		out[i].A.complete, out[i].B.complete = a.Complete(), b.Complete()
	}
	return out
}

func matters(text string, machine *analysis.Document, a, b *Sheet) []Matter {
	out := make([]Matter, len(machine.Quotes))
	for m := range out {
		out[m] = Matter{Subject: QuoteOf(text, machine, m), Machine: m}
	}
	for _, item := range a.Quotes {
		if item.Machine != analysis.None {
			out[item.Machine].A = a.view(text, item)
		} else {
			out = append(out, Matter{Subject: item.Subject, Machine: analysis.None, A: a.view(text, item)})
		}
	}
	var added []View
	for _, item := range b.Quotes {
		if item.Machine != analysis.None {
			out[item.Machine].B = b.view(text, item)
		} else {
			added = append(added, b.view(text, item))
		}
	}
	out = pairAdded(out, len(machine.Quotes), added)
	for i := range out {
		out[i].Differ = differ(out[i].A.Quote, out[i].B.Quote)
	}
	slices.SortStableFunc(out, func(a, b Matter) int {
		return readingOrder(spansOf(a.Subject.Quote.Content), spansOf(b.Subject.Quote.Content))
	})
	return out
}

// view is what stands of an item.
func (s *Sheet) view(text string, item Item) View {
	v := View{Verdict: item.Verdict(), item: item}
	if item.Decision != nil {
		v.Notes = item.Decision.Notes
	}
	switch {
	case item.Place == analysis.None:
	case item.Subject.Position != nil:
		v.Position = PositionOf(text, s.Document, item.Place).Position
	default:
		v.Quote = QuoteOf(text, s.Document, item.Place).Quote
	}
	return v
}

// pairAdded joins what the second reviewer added to what the first did, those that share most first.
func pairAdded(out []Matter, from int, added []View) []Matter {
	type pair struct {
		first, second int
		share         float64
	}
	var pairs []pair
	for i := from; i < len(out); i++ {
		for k, v := range added {
			if share := shareOf(contentOf(out[i].A), contentOf(v)); share >= alike {
				pairs = append(pairs, pair{i, k, share})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.share, a.share) })
	taken := make([]bool, len(added))
	for _, p := range pairs {
		if out[p.first].B.item.Subject.Quote == nil && !taken[p.second] {
			out[p.first].B, taken[p.second] = added[p.second], true
		}
	}
	for k, v := range added {
		if !taken[k] {
			out = append(out, Matter{Subject: v.item.Subject, Machine: analysis.None, B: v})
		}
	}
	return out
}

func contentOf(v View) []analysis.Span {
	if v.Quote != nil {
		return spansOf(v.Quote.Content)
	}
	return spansOf(v.item.Subject.Quote.Content)
}

// differ names the fields in which two quotes differ.
func differ(a, b *Quote) []string {
	switch {
	case a == nil && b == nil:
		return nil
	case a == nil || b == nil:
		return []string{"quote"}
	}
	var out []string
	add := func(field string, same bool) {
		if !same {
			out = append(out, field)
		}
	}
	add("content", sameLetters(a.Content, b.Content))
	add("kind", a.Kind == b.Kind)
	add("cue", sameLetters(a.Cue, b.Cue))
	add("source", sameLetters(a.Source, b.Source))
	add("speakers", sameNames(a.Speakers, b.Speakers))
	return out
}

// differing names the items of a case's reviewer on which the other reviewer decided otherwise.
func differing(c *Case, sheet *Sheet) map[string]bool {
	out := map[string]bool{}
	if c.Other == nil {
		return out
	}
	for _, m := range matters(c.Text, c.Machine, sheet, c.sheet(c.Other)) {
		if m.B.Decided() && len(m.Differ) > 0 && m.A.item.Subject.Quote != nil {
			out[m.A.item.Subject.key()] = true
		}
	}
	return out
}

// AdjudicatePositions lays two reviewers' states side by side, position by position.
func AdjudicatePositions(text string, machine *analysis.Document, a, b *State) []Matter {
	sheets := [2]*Sheet{Lay(text, machine, a), Lay(text, machine, b)}
	out := make([]Matter, len(machine.Positions))
	for m := range out {
		out[m] = Matter{Subject: PositionOf(text, machine, m), Machine: m}
	}
	at := map[string]int{} // what was added, by its words
	for side, sheet := range sheets {
		for _, item := range sheet.Positions {
			n := item.Machine
			if n == analysis.None {
				key := item.Subject.Position.key()
				k, ok := at[key]
				if !ok {
					k = len(out)
					at[key] = k
					out = append(out, Matter{Subject: item.Subject, Machine: analysis.None})
				}
				n = k
			}
			*[2]*View{&out[n].A, &out[n].B}[side] = sheet.view(text, item)
		}
	}
	for i := range out {
		out[i].Differ = differPositions(out[i].A.Position, out[i].B.Position)
	}
	return out
}

func differPositions(a, b *Position) []string {
	switch {
	case a == nil && b == nil:
		return nil
	case a == nil || b == nil:
		return []string{"position"}
	}
	var out []string
	if a.Stance != b.Stance {
		out = append(out, "stance")
	}
	if !sameLetters(a.Target, b.Target) {
		out = append(out, "target")
	}
	if a.Speaker.Name != b.Speaker.Name {
		out = append(out, "speaker")
	}
	return out
}

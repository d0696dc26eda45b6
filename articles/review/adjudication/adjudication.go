// Package adjudication lays two reviewers' decisions side by side, quote by quote, and writes the entries by which a
// third decides as one of them did. It promises that what one has not decided is no difference, and that nothing is
// decided for the third which both did not decide alike.
package adjudication

import (
	"cmp"
	"slices"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// Matter is one thing as two reviewers have it, side by side.
type Matter struct {
	// Subject is what the machine has; where it has nothing, what one of them added.
	Subject review.Subject
	// Machine is its index in the machine's document, or analysis.None.
	Machine int
	A, B    View
	// Differ are the fields in which they differ: "quote" where only one lets it stand, else "content", "kind",
	// "polarity", "cue", "source" and "speakers"; of positions "position", "stance", "target" and "speaker".
	Differ []string
}

// View is what stands in one reviewer's corrected article.
type View struct {
	// Verdict is what they decided; Undecided where they have not, and the machine stands.
	Verdict review.Verdict
	// Quote, or Position, is what stands; nil where nothing does.
	Quote    *review.Quote
	Position *review.Position
	Notes    []string

	item     overlay.Item
	complete bool // the reviewer said that no quote is missed
}

// Decided reports whether the reviewer has come to a verdict.
func (v View) Decided() bool { return v.Verdict != review.Undecided }

// Absent reports whether there is nothing that the reviewer could have come to a verdict on: only the other added it.
func (v View) Absent() bool { return v.item.Subject.Quote == nil && v.item.Subject.Position == nil }

// Both reports whether both have decided. On a quote that only one of them added the other has who said that none is
// missed.
func (m Matter) Both() bool { return m.A.concluded() && m.B.concluded() }

func (v View) concluded() bool { return v.Decided() || v.Absent() && v.complete }

// Disputed reports whether both have decided, and differ.
func (m Matter) Disputed() bool { return m.Both() && len(m.Differ) > 0 }

// Of lays two reviewers' states side by side, quote by quote in reading order, those that either added among them.
// Both are to be states of the same article.
func Of(text string, machine *analysis.Document, a, b *review.State) []Matter {
	out := OfSheets(text, machine, overlay.Of(text, machine, a), overlay.Of(text, machine, b))
	for i := range out {
		out[i].A.complete, out[i].B.complete = a.Complete(), b.Complete()
	}
	return out
}

// OfSheets lays two corrected articles side by side, as Of does.
func OfSheets(text string, machine *analysis.Document, a, b *overlay.Sheet) []Matter {
	out := make([]Matter, len(machine.Quotes))
	for m := range out {
		out[m] = Matter{Subject: review.QuoteOf(text, machine, m), Machine: m}
	}
	for _, item := range a.Quotes {
		if item.Machine != analysis.None {
			out[item.Machine].A = viewOf(a, text, item)
		} else {
			out = append(out, Matter{Subject: item.Subject, Machine: analysis.None, A: viewOf(a, text, item)})
		}
	}
	var added []View
	for _, item := range b.Quotes {
		if item.Machine != analysis.None {
			out[item.Machine].B = viewOf(b, text, item)
		} else {
			added = append(added, viewOf(b, text, item))
		}
	}
	out = pairAdded(out, len(machine.Quotes), added)
	for i := range out {
		out[i].Differ = differ(out[i].A.Quote, out[i].B.Quote)
	}
	slices.SortStableFunc(out, func(a, b Matter) int {
		return overlay.ReadingOrder(review.SpansOf(a.Subject.Quote.Content), review.SpansOf(b.Subject.Quote.Content))
	})
	return out
}

// view is what stands of an item.
func viewOf(s *overlay.Sheet, text string, item overlay.Item) View {
	v := View{Verdict: item.Verdict(), item: item}
	if item.Decision != nil {
		v.Notes = item.Decision.Notes
	}
	switch {
	case item.Place == analysis.None:
	case item.Subject.Position != nil:
		v.Position = review.PositionOf(text, s.Document, item.Place).Position
	default:
		v.Quote = review.QuoteOf(text, s.Document, item.Place).Quote
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
			if share := review.Overlap(contentOf(out[i].A), contentOf(v)); share >= overlay.Alike {
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
		return review.SpansOf(v.Quote.Content)
	}
	return review.SpansOf(v.item.Subject.Quote.Content)
}

// differ names the fields in which two quotes differ.
func differ(a, b *review.Quote) []string {
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
	add("content", review.SameLetters(a.Content, b.Content))
	add("kind", a.Kind == b.Kind)
	add("polarity", review.SamePolarity(a.Polarity, b.Polarity))
	add("cue", review.SameLetters(a.Cue, b.Cue))
	add("source", review.SameLetters(a.Source, b.Source))
	add("speakers", review.SameNames(a.Speakers, b.Speakers))
	return out
}

// Differing names the items of a case's reviewer on which the other reviewer decided otherwise.
func Differing(c *overlay.Case, sheet *overlay.Sheet) map[string]bool {
	out := map[string]bool{}
	if c.Other == nil {
		return out
	}
	for _, m := range OfSheets(c.Text, c.Machine, sheet, c.Sheet(c.Other)) {
		if m.B.Decided() && len(m.Differ) > 0 && m.A.item.Subject.Quote != nil {
			out[m.A.item.Subject.Key()] = true
		}
	}
	return out
}

// OfPositions lays two reviewers' states side by side, position by position.
func OfPositions(text string, machine *analysis.Document, a, b *review.State) []Matter {
	sheets := [2]*overlay.Sheet{overlay.Of(text, machine, a), overlay.Of(text, machine, b)}
	out := make([]Matter, len(machine.Positions))
	for m := range out {
		out[m] = Matter{Subject: review.PositionOf(text, machine, m), Machine: m}
	}
	at := map[string]int{} // what was added, by its words
	for side, sheet := range sheets {
		for _, item := range sheet.Positions {
			n := item.Machine
			if n == analysis.None {
				key := item.Subject.Position.Key()
				k, ok := at[key]
				if !ok {
					k = len(out)
					at[key] = k
					out = append(out, Matter{Subject: item.Subject, Machine: analysis.None})
				}
				n = k
			}
			*[2]*View{&out[n].A, &out[n].B}[side] = viewOf(sheet, text, item)
		}
	}
	for i := range out {
		out[i].Differ = differPositions(out[i].A.Position, out[i].B.Position)
	}
	return out
}

func differPositions(a, b *review.Position) []string {
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
	if !review.SameLetters(a.Target, b.Target) {
		out = append(out, "target")
	}
	if a.Speaker.Name != b.Speaker.Name {
		out = append(out, "speaker")
	}
	return out
}

// Blind reports whether it was decided before the machine's answer was seen.
func (v View) Blind() bool { return v.item.Decision != nil && v.item.Decision.Sitting.Blind }

// Silent reports whether nothing was decided of its speakers.
func (v View) Silent() bool { return v.item.Decision != nil && !v.item.Decision.JudgesSpeakers() }

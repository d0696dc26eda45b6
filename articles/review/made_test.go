package review_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// clock ticks a second with every look.
func clock() func() time.Time {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Second); return now }
}

func penOf(reviewer, text string) *review.Writer {
	return &review.Writer{Reviewer: reviewer, Article: "a1", Text: text, Now: clock()}
}

// madeText is an article of nothing in particular.
func madeText(r *rand.Rand) string {
	var b strings.Builder
	for i := range 30 + r.IntN(120) {
		b.WriteString([]string{"Zoë", "“rain”", "said", "the", "mayor", "and", "💧", "it", "was,", "“", "”", "Ada", "Venn",
			"he"}[r.IntN(14)])
		b.WriteString([]string{" ", " ", " ", ". ", "\n\n"}[i%5*r.IntN(2)])
	}
	return b.String()
}

// madeSpan is a few words of a text.
func madeSpan(r *rand.Rand, text string) analysis.Span {
	var edges []int
	for i := range text {
		if i > 0 && text[i-1] == ' ' || i == 0 {
			edges = append(edges, i)
		}
	}
	edges = append(edges, len(text))
	i := r.IntN(len(edges) - 1)
	return analysis.Span{Start: edges[i], End: edges[min(len(edges)-1, i+1+r.IntN(6))]}
}

func madeSpans(r *rand.Rand, article string, least, most int) []analysis.Span {
	var out []analysis.Span
	for range least + r.IntN(most-least+1) {
		out = append(out, madeSpan(r, article))
	}
	return text.Joined(out)
}

// madeDocument is what an engine might have found in a text.
func madeDocument(r *rand.Rand, text, engine string) *analysis.Document {
	d := &analysis.Document{Engine: engine, Language: "en"}
	for i := range 1 + r.IntN(4) {
		name := fmt.Sprint("Speaker ", string(rune('A'+i)))
		d.Speakers = append(d.Speakers, analysis.Speaker{Name: name, Names: []string{name},
			Type: analysis.SpeakerType(r.IntN(4)), Mentions: madeSpans(r, text, 1, 3)})
	}
	for range r.IntN(9) {
		q := analysis.Quote{Kind: analysis.Kind(r.IntN(3)), Content: madeSpans(r, text, 1, 2),
			Cue: madeSpans(r, text, 0, 1), Source: madeSpans(r, text, 0, 1), Confidence: r.Float64()}
		for range r.IntN(3) {
			if s := r.IntN(len(d.Speakers)); !slices.Contains(q.Speakers, s) {
				q.Speakers = append(q.Speakers, s)
				q.Why.Chain = append(q.Why.Chain, analysis.Link{Speaker: s, From: q.Content[0], To: d.Speakers[s].Mentions[0]})
			}
		}
		q.Why.Candidates = []analysis.Candidate{{Speaker: r.IntN(len(d.Speakers)+1) - 1, Mention: q.Content[0]}}
		d.Quotes = append(d.Quotes, q)
	}
	slices.SortStableFunc(d.Quotes, func(a, b analysis.Quote) int { return overlay.ReadingOrder(a.Content, b.Content) })
	for i, q := range d.Quotes {
		for _, s := range q.Speakers {
			if r.IntN(2) == 0 {
				d.Positions = append(d.Positions, analysis.Position{Speaker: s, Stance: analysis.Stance(r.IntN(3)),
					Target: madeSpans(r, text, 1, 1),
					Topic:  fmt.Sprint(r.IntN(3)), Statement: q.Content, Quotes: []int{i}, Targets: []int{r.IntN(len(d.Speakers))},
					Confidence: r.Float64()})
			}
		}
	}
	madeOrder(d, text)
	return d
}

// madeOrder leaves out who says nothing and puts who says most first, as the engine does.
func madeOrder(d *analysis.Document, text string) {
	words, says := make([]int, len(d.Speakers)), make([]bool, len(d.Speakers))
	for i := range d.Quotes {
		for _, s := range d.Quotes[i].Speakers {
			says[s] = true
			for _, p := range d.Quotes[i].Content {
				words[s] += len(strings.Fields(p.Of(text)))
			}
		}
	}
	for i := range d.Positions {
		says[d.Positions[i].Speaker] = true
	}
	var order []int
	for i := range d.Speakers {
		if says[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(words[b], words[a]) })
	now, sorted := make([]int, len(d.Speakers)), []analysis.Speaker(nil)
	for i := range now {
		now[i] = analysis.None
	}
	for place, i := range order {
		now[i], sorted = place, append(sorted, d.Speakers[i])
	}
	d.Speakers = sorted
	for i := range d.Quotes {
		for k, s := range d.Quotes[i].Speakers {
			d.Quotes[i].Speakers[k] = now[s]
		}
		for k, l := range d.Quotes[i].Why.Chain {
			d.Quotes[i].Why.Chain[k].Speaker = now[l.Speaker]
		}
		for k, c := range d.Quotes[i].Why.Candidates {
			if c.Speaker != analysis.None {
				d.Quotes[i].Why.Candidates[k].Speaker = now[c.Speaker]
			}
		}
	}
	for i := range d.Positions {
		p := &d.Positions[i]
		p.Speaker = now[p.Speaker]
		for k, s := range p.Targets {
			p.Targets[k] = now[s]
		}
		p.Targets = slices.DeleteFunc(p.Targets, func(s int) bool { return s == analysis.None })
	}
}

// check holds a document to what every document promises.
func check(t *testing.T, text string, d *analysis.Document) {
	t.Helper()
	spans := func(what string, all []analysis.Span) {
		for i, p := range all {
			if p.Start < 0 || p.Empty() || p.End > len(text) || i > 0 && p.Start < all[i-1].End {
				t.Fatalf("%s: %v of %d", what, all, len(text))
			}
		}
	}
	within := func(what string, all []int, n int) {
		for i, x := range all {
			if x < 0 || x >= n || slices.Contains(all[:i], x) {
				t.Fatalf("%s: %v of %d", what, all, n)
			}
		}
	}
	used := make([]bool, len(d.Speakers))
	for i, q := range d.Quotes {
		spans("content", q.Content)
		spans("cue", q.Cue)
		spans("source", q.Source)
		within("speakers", q.Speakers, len(d.Speakers))
		if len(q.Content) == 0 || i > 0 && overlay.ReadingOrder(d.Quotes[i-1].Content, q.Content) > 0 {
			t.Fatalf("quote %d is out of order: %v", i, q.Content)
		}
		for _, s := range q.Speakers {
			used[s] = true
		}
		for _, l := range q.Why.Chain {
			within("chain", []int{l.Speaker}, len(d.Speakers))
		}
		for _, c := range q.Why.Candidates {
			if c.Speaker != analysis.None {
				within("candidates", []int{c.Speaker}, len(d.Speakers))
			}
		}
	}
	for _, p := range d.Positions {
		within("position's speaker", []int{p.Speaker}, len(d.Speakers))
		within("targets", p.Targets, len(d.Speakers))
		within("position's quotes", p.Quotes, len(d.Quotes))
		spans("target", p.Target)
		spans("statement", p.Statement)
		used[p.Speaker] = true
	}
	for i, s := range d.Speakers {
		spans("mentions", s.Mentions)
		if !used[i] || s.Name == "" || len(s.Names) == 0 {
			t.Fatalf("speaker %d: %+v", i, s)
		}
	}
}

// madeWho is somebody of the document, or somebody new.
func madeWho(r *rand.Rand, text string, d *analysis.Document) []review.Who {
	var out []review.Who
	for range r.IntN(3) {
		if len(d.Speakers) > 0 && r.IntN(2) == 0 {
			out = append(out, review.WhoOf(text, d, r.IntN(len(d.Speakers))))
		} else {
			out = append(out, review.NewWho(fmt.Sprint("New ", r.IntN(3)), analysis.SpeakerType(r.IntN(4)), text,
				madeSpans(r, text, 0, 2)...))
		}
	}
	return out
}

// madeOther is whom a reviewer might say that a speaker is: somebody of either document, or somebody new.
func madeOther(r *rand.Rand, p *review.Writer, machine, d *analysis.Document) review.Who {
	if n := len(machine.Speakers); n > 0 && r.IntN(4) == 0 {
		return review.WhoOf(p.Text, machine, r.IntN(n))
	}
	for {
		if who := madeWho(r, p.Text, d); len(who) > 0 {
			return who[0]
		}
	}
}

// madeEntry is what a reviewer might do next.
func madeEntry(r *rand.Rand, p *review.Writer, machine *analysis.Document, s *review.State) review.Entry {
	sheet := overlay.Of(p.Text, machine, s)
	var quotes, positions []review.Subject
	for _, i := range sheet.Quotes {
		quotes = append(quotes, i.Subject)
	}
	for _, i := range sheet.Positions {
		positions = append(positions, i.Subject)
	}
	some := func(all []review.Subject) *review.Subject {
		if len(all) == 0 {
			return nil
		}
		return &all[r.IntN(len(all))]
	}
	d := sheet.Document
	switch n := r.IntN(27); {
	case n == 0:
		return p.Sit(review.Sitting{Order: review.Random, Size: 5, Seed: 3, Blind: r.IntN(2) == 0})
	case n == 1:
		return p.Complete()
	case n == 2:
		return p.Reopen()
	case n == 3:
		return p.Note(some(quotes), "look again")
	case n == 4:
		return p.Flag(some(slices.Concat(quotes, positions)))
	case n == 5:
		return p.Skip(some(quotes))
	case n == 6:
		return p.Add(machine.Engine, review.Quote{Content: review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 2)),
			Cue: review.WordsAt(p.Text, madeSpans(r, p.Text, 0, 1)), Speakers: madeWho(r, p.Text, d)})
	case n == 7 && len(d.Speakers) > 0:
		return p.AddPosition(machine.Engine, review.Position{Speaker: review.WhoOf(p.Text, d, r.IntN(len(d.Speakers))),
			Stance:    "opposes",
			Target:    review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 1)),
			Statement: review.WordsAt(p.Text, madeSpans(r, p.Text, 1, 1))})
	case n < 12:
		if e, ok := p.Undo(s); ok && n < 10 {
			return e
		}
		if e, ok := p.Redo(s); ok {
			return e
		}
	case n > 23 && len(d.Speakers) > 0:
		return p.Same(machine.Engine, review.WhoOf(p.Text, d, r.IntN(len(d.Speakers))), madeOther(r, p, machine, d))
	}
	if of := some(positions); of != nil && r.IntN(3) == 0 {
		return madeOnPosition(r, p, d, *of)
	}
	of := some(quotes)
	if of == nil {
		return p.Note(nil, "nothing here")
	}
	return madeOnQuote(r, p, d, *of, *some(quotes))
}

// madeOnPosition is a decision on a position.
func madeOnPosition(r *rand.Rand, p *review.Writer, d *analysis.Document, of review.Subject) review.Entry {
	return []func() review.Entry{
		func() review.Entry { return p.Accept(of) },
		func() review.Entry { return p.Reject(of) },
		func() review.Entry { return p.Stance(of, analysis.Stance(r.IntN(3))) },
		func() review.Entry { return p.Target(of, madeSpans(r, p.Text, 1, 1)) },
		func() review.Entry { return p.Speakers(of, madeWho(r, p.Text, d)...) },
	}[r.IntN(5)]()
}

// madeOnQuote is a decision on a quote, which may have to do with another.
func madeOnQuote(r *rand.Rand, p *review.Writer, d *analysis.Document, of, other review.Subject) review.Entry {
	return []func() review.Entry{
		func() review.Entry { return p.Accept(of) },
		func() review.Entry { return p.Reject(of) },
		func() review.Entry { return p.Speakers(of, madeWho(r, p.Text, d)...) },
		func() review.Entry { return p.Content(of, madeSpans(r, p.Text, 1, 2)) },
		func() review.Entry { return p.Kind(of, analysis.Kind(r.IntN(3))) },
		func() review.Entry { return p.Source(of, madeSpans(r, p.Text, 0, 1)) },
		func() review.Entry { return p.Cue(of, madeSpans(r, p.Text, 0, 1)) },
		func() review.Entry {
			return p.Split(of, *of.Quote, madeSpans(r, p.Text, 1, 1), madeSpans(r, p.Text, 1, 1))
		},
		func() review.Entry { return p.Join(of, other, madeSpans(r, p.Text, 1, 2)) },
		func() review.Entry { return p.Content(of, review.SpansOf(other.Quote.Content)) },
	}[r.IntN(10)]()
}

// madeState is a state after so many entries.
func madeState(r *rand.Rand, p *review.Writer, machine *analysis.Document, entries int) *review.State {
	s := review.NewState()
	for range entries {
		s.Add(madeEntry(r, p, machine, s))
	}
	return s
}

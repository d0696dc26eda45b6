// Package part takes of an article what somebody wants of it: the quotes of some speakers, of some kinds, or those
// alone that are sure, with the positions that they show.
//
// It promises that what is left is whole, as if nothing else had been found: quotes, speakers and positions refer to
// each other and to nothing that was left out; that their order stays; that the item it is given is never changed; and
// that what is left says of itself that it is a part.
package part

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/told"
)

// Wanted is what is wanted of an article. The zero value wants all of it.
type Wanted struct {
	// Speakers are names of whose quotes are wanted, as people write them; none is everybody.
	Speakers []string
	// Kinds are those of the quotes that are wanted; none is every kind.
	Kinds []analysis.Kind
	// Least is how sure at least they must be.
	Least analysis.Level
}

// All reports whether nothing is to be left out.
func (w Wanted) All() bool { return len(w.Speakers)+len(w.Kinds) == 0 && w.Least == analysis.Unsure }

// String says what is wanted: "by Putin, direct, sure".
func (w Wanted) String() string {
	var out []string
	if len(w.Speakers) > 0 {
		out = append(out, "by "+strings.Join(w.Speakers, " or "))
	}
	var kinds []string
	for _, k := range w.Kinds {
		kinds = append(kinds, k.String())
	}
	if len(kinds) > 0 {
		out = append(out, strings.Join(kinds, " or "))
	}
	switch w.Least {
	case analysis.Certain:
		out = append(out, w.Least.String())
	case analysis.Likely:
		out = append(out, "sure or likely")
	}
	return strings.Join(out, ", ")
}

// Of is what is wanted of an article. What a reviewer has decided on is sure.
func (w Wanted) Of(i export.Item) export.Item {
	if w.All() {
		return i
	}
	d := i.Document
	var who []int
	for _, name := range w.Speakers {
		who = append(who, Named(d, name)...)
	}
	return Of(i, func(quote int) bool {
		q := &d.Quotes[quote]
		by := len(w.Speakers) == 0 || slices.ContainsFunc(q.Speakers, func(s int) bool { return slices.Contains(who, s) })
		kind := len(w.Kinds) == 0 || slices.Contains(w.Kinds, q.Kind)
		sure := i.On(quote).Verdict != "" || analysis.LevelOf(q.Certainty()) >= w.Least
		return by && kind && sure
	}, w.String())
}

// Named are the speakers whom people mean by a name: those of just this name, else those one of whose names holds all
// of its words, whatever their case.
func Named(d *analysis.Document, name string) (speakers []int) {
	want := strings.Fields(strings.ToLower(name))
	if len(want) == 0 {
		return nil
	}
	var holding []int
	for i, s := range d.Speakers {
		exact, holds := false, false
		for _, n := range append([]string{s.Name}, s.Names...) {
			words := strings.Fields(strings.ToLower(n))
			exact = exact || slices.Equal(words, want)
			holds = holds || !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(words, w) })
		}
		if exact && strings.EqualFold(strings.Join(strings.Fields(s.Name), " "), strings.Join(want, " ")) {
			speakers = append(speakers, i)
		}
		if holds {
			holding = append(holding, i)
		}
	}
	if speakers == nil {
		return holding
	}
	return speakers
}

// Of keeps some quotes of an article, the positions that they show, and the speakers of both. What is kept is told in
// words: "by Putin, direct".
func Of(i export.Item, keep func(quote int) bool, wanted string) export.Item {
	c := cutter{from: i.Document}
	c.choose(keep)
	d := *i.Document
	d.Quotes, d.Speakers, d.Positions = c.quotes(), c.speakers(), c.positions(c.from.Positions, 0)
	d.Doubtful = c.positions(c.from.Doubtful, len(c.from.Positions))
	out := i
	out.Document = &d
	out.Origin = &export.Origin{Quotes: kept(c.quote, i.Origin, quotesOf), Speakers: kept(c.speaker, i.Origin, speakersOf),
		Positions: kept(c.position, i.Origin, positionsOf)}
	out.Part = fmt.Sprintf("A part of it: quotes %s, %d of %s.", wanted, len(d.Quotes),
		told.Count(len(i.Document.Quotes), "quote"))
	if i.Judged != nil {
		out.Judged = nil
		for q, at := range c.quote {
			if at != analysis.None {
				out.Judged = append(out.Judged, i.Judged[q])
			}
		}
	}
	return out
}

// kept are the indexes in all that was found of what is kept of an item, which may be a part already.
func kept(to []int, from *export.Origin, of func(*export.Origin) []int) (out []int) {
	for i, at := range to {
		switch {
		case at == analysis.None:
		case from == nil:
			out = append(out, i)
		default:
			out = append(out, of(from)[i])
		}
	}
	return out
}

func quotesOf(o *export.Origin) []int    { return o.Quotes }
func speakersOf(o *export.Origin) []int  { return o.Speakers }
func positionsOf(o *export.Origin) []int { return o.Positions }

// cutter knows where what is kept stands then; None is what is left out.
type cutter struct {
	from                     *analysis.Document
	quote, speaker, position []int
}

// choose finds what is to be kept.
func (c *cutter) choose(keep func(quote int) bool) {
	d := c.from
	quotes, speakers := make([]bool, len(d.Quotes)), make([]bool, len(d.Speakers))
	for i, q := range d.Quotes {
		if quotes[i] = keep(i); quotes[i] {
			for _, s := range q.Speakers {
				speakers[s] = true
			}
		}
	}
	all := slices.Concat(d.Positions, d.Doubtful)
	positions := make([]bool, len(all))
	for i, p := range all {
		if slices.ContainsFunc(p.Quotes, func(q int) bool { return quotes[q] }) {
			positions[i], speakers[p.Speaker] = true, true
		}
	}
	c.quote, c.speaker, c.position = numbered(quotes), numbered(speakers), numbered(positions)
}

// numbered gives what is kept its new numbers.
func numbered(kept []bool) []int {
	out, n := make([]int, len(kept)), 0
	for i, k := range kept {
		if out[i] = analysis.None; k {
			out[i] = n
			n++
		}
	}
	return out
}

// moved are numbers as they are then, without those of what is left out.
func moved(to, of []int) (out []int) {
	for _, i := range of {
		if to[i] != analysis.None {
			out = append(out, to[i])
		}
	}
	return out
}

func (c *cutter) quotes() (out []analysis.Quote) {
	for i, q := range c.from.Quotes {
		if c.quote[i] == analysis.None {
			continue
		}
		q.Speakers = moved(c.speaker, q.Speakers)
		q.Why.Chain, q.Why.Candidates = slices.Clone(q.Why.Chain), slices.Clone(q.Why.Candidates)
		for k := range q.Why.Chain {
			q.Why.Chain[k].Speaker = c.who(q.Why.Chain[k].Speaker)
		}
		q.Why.Chain = slices.DeleteFunc(q.Why.Chain, func(l analysis.Link) bool { return l.Speaker == analysis.None })
		for k := range q.Why.Candidates {
			q.Why.Candidates[k].Speaker = c.who(q.Why.Candidates[k].Speaker)
		}
		out = append(out, q)
	}
	return out
}

// who is a speaker as they stand then.
func (c *cutter) who(speaker int) int {
	if speaker == analysis.None {
		return analysis.None
	}
	return c.speaker[speaker]
}

func (c *cutter) speakers() (out []analysis.Speaker) {
	for i, s := range c.from.Speakers {
		if c.speaker[i] != analysis.None {
			out = append(out, s)
		}
	}
	return out
}

// positions are those of some that are kept, the first of which has an index among all.
func (c *cutter) positions(of []analysis.Position, first int) (out []analysis.Position) {
	for i, p := range of {
		if c.position[first+i] == analysis.None {
			continue
		}
		p.Speaker, p.Quotes, p.Targets = c.speaker[p.Speaker], moved(c.quote, p.Quotes), moved(c.speaker, p.Targets)
		out = append(out, p)
	}
	return out
}

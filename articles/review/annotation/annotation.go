// Package annotation leads from reviews to annotated articles and back: a reviewed article becomes a line of training
// data, and what somebody marked in an article elsewhere becomes decisions. It promises that what it writes
// articles/gold reads with the same spans, and that the entries it makes turn the machine's document into what was
// marked.
package annotation

import (
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/analysis/speakers/entities"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/offsets"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// goldRecord is a line of training data.
type goldRecord struct {
	ID           string            `json:"id"`
	Annotator    string            `json:"annotator,omitempty"`
	Outlet       string            `json:"outlet,omitempty"`
	Text         string            `json:"text"`
	Attributions []goldAttribution `json:"attributions"`
}

// goldAttribution is a quote with offsets in code points.
type goldAttribution struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Kind    string   `json:"kind"`
	Speaker []string `json:"speaker,omitempty"`
}

// Line writes the corrected article as a line of training data: {"id", "annotator", "text", "attributions"}, with
// offsets in Unicode code points, as articles/gold reads it and the trainer too. It is worth training on only where the
// reviewer called the article complete and left no quote undecided: see Sheet.Finished.
func Line(c overlay.Case, annotator string) ([]byte, error) {
	d := c.Sheet(c.State).Document
	rec := goldRecord{ID: c.Article, Annotator: annotator, Outlet: c.Outlet, Text: c.Text,
		Attributions: []goldAttribution{}}
	r := offsets.New(c.Text, offsets.Points)
	for i := range d.Quotes {
		q := &d.Quotes[i]
		a := goldAttribution{Source: r.Spans(q.Source), Cue: r.Spans(q.Cue), Content: r.Spans(q.Content),
			Kind: review.KindWord(q.Kind)}
		for _, s := range q.Speakers {
			a.Speaker = append(a.Speaker, d.Speakers[s].Name)
		}
		rec.Attributions = append(rec.Attributions, a)
	}
	data, err := controls.JSON(rec, "", "")
	if err != nil {
		return nil, fmt.Errorf("write %s as training data: %w", c.Article, err)
	}
	return append(data, '\n'), nil
}

// Entries are those entries by which the machine's document becomes what somebody marked in the article: what they
// agree on is accepted, what differs corrected, what they do not have rejected, and what is missed added; then the
// article is complete. Where gold names no speakers, the machine's stand unjudged.
func Entries(p *review.Writer, machine *analysis.Document, gold []score.Attribution) []review.Entry {
	found := make([]score.Attribution, len(machine.Quotes))
	for i, q := range machine.Quotes {
		found[i] = score.Attribution{Kind: q.Kind, Content: q.Content, Cue: q.Cue, Source: q.Source}
	}
	match := make([]int, len(machine.Quotes))
	taken := make([]bool, len(gold))
	for i := range match {
		match[i] = analysis.None
	}
	for _, pair := range score.Compare(p.Text, gold, found).Pairs() {
		match[pair.Found], taken[pair.Gold] = pair.Gold, true
	}
	var out []review.Entry
	for i, g := range match {
		of := review.QuoteOf(p.Text, machine, i)
		if g == analysis.None {
			out = append(out, p.Reject(of))
			continue
		}
		made := p.Make(of, quoteOf(p, &gold[g], machine, i))
		out = append(out, p.LeaveSpeakers(made, len(gold[g].Speakers) == 0)...)
	}
	for g := range gold {
		if !taken[g] && len(gold[g].Content) > 0 {
			made := []review.Entry{p.Add(machine.Engine, quoteOf(p, &gold[g], machine, analysis.None))}
			out = append(out, p.LeaveSpeakers(made, len(gold[g].Speakers) == 0)...)
		}
	}
	return append(out, p.Complete())
}

// quoteOf is a marked attribution as a quote, which the machine has too or, where that is analysis.None, has not. Of
// the speakers whom it names, those that the machine knows are the machine's: people write one name in many ways.
func quoteOf(p *review.Writer, a *score.Attribution, machine *analysis.Document, has int) review.Quote {
	q := review.Quote{Kind: review.KindWord(a.Kind), Content: review.WordsAt(p.Text, a.Content),
		Cue: review.WordsAt(p.Text, a.Cue), Source: review.WordsAt(p.Text, a.Source)}
	var here []int
	if has != analysis.None {
		here = machine.Quotes[has].Speakers
	}
	if len(a.Speakers) == 0 {
		for _, s := range here {
			q.Speakers = append(q.Speakers, review.WhoOf(p.Text, machine, s))
		}
	}
	for _, name := range a.Speakers {
		q.Speakers = append(q.Speakers, known(p, name, machine, here, a.Source))
	}
	return q
}

// known is the machine's speaker of a name: who is called so above all, else who is called so too, else whose name is
// like it; each time one that it has for the quote before any other. Where there is none it is a new one, whose mention
// is the source. A correction is often from one of a family to another, so a surname alone makes no two names alike.
func known(p *review.Writer, name string, machine *analysis.Document, here []int, source []analysis.Span) review.Who {
	order := slices.Clone(here)
	for i := range machine.Speakers {
		order = append(order, i)
	}
	for _, same := range []func(s *analysis.Speaker) bool{
		func(s *analysis.Speaker) bool { return s.Name == name },
		func(s *analysis.Speaker) bool { return slices.Contains(s.Names, name) },
		func(s *analysis.Speaker) bool {
			return score.SameName(name, s.Name) && entities.SameGiven(name, s.Name)
		},
	} {
		for _, i := range order {
			if same(&machine.Speakers[i]) {
				return review.WhoOf(p.Text, machine, i)
			}
		}
	}
	return review.NewWho(name, analysis.Unknown, p.Text, source...)
}

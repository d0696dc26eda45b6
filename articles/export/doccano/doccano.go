// Package doccano writes articles as lines of JSON that doccano imports, in both of its ways: spans alone, and spans
// with relations between them.
//
// It promises that every span holds words, that the ids of an article's spans are its own, and that offsets count what
// was asked for: code points, or UTF-16 code units. Quotes within quotes overlap, which the doccano project must allow.
package doccano

import (
	"io"
	"time"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/linked"
	"hearsay/articles/export/offsets"
)

// about is what both ways say of an article. What doccano does not know it keeps and gives back.
type about struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Title   string `json:"title"`
	Outlet  string `json:"outlet"`
	Date    string `json:"date"`
	Address string `json:"address"`
}

type entity struct {
	ID    int    `json:"id"`
	Label string `json:"label"`
	Start int    `json:"start_offset"`
	End   int    `json:"end_offset"`
}

type relation struct {
	ID   int    `json:"id"`
	From int    `json:"from_id"`
	To   int    `json:"to_id"`
	Type string `json:"type"`
}

// Spans writes an article with its spans alone, for a project of sequence labelling.
func Spans(w io.Writer, i export.Item, unit offsets.Unit) error {
	out := struct {
		about
		Label [][3]any `json:"label"`
	}{aboutOf(i), [][3]any{}}
	ruler := offsets.New(i.Article.Text, unit)
	marks, _ := linked.Of(i.Document, whole)
	for _, m := range marks {
		at := ruler.Span(m.Span)
		out.Label = append(out.Label, [3]any{at[0], at[1], m.Label})
	}
	return export.Value(w, out)
}

// Relations writes an article with its spans and what joins them, for a project of sequence labelling that uses
// relations.
func Relations(w io.Writer, i export.Item, unit offsets.Unit) error {
	out := struct {
		about
		Entities  []entity   `json:"entities"`
		Relations []relation `json:"relations"`
	}{aboutOf(i), []entity{}, []relation{}}
	ruler := offsets.New(i.Article.Text, unit)
	marks, links := linked.Of(i.Document, whole)
	for n, m := range marks {
		at := ruler.Span(m.Span)
		out.Entities = append(out.Entities, entity{n + 1, m.Label, at[0], at[1]})
	}
	for n, l := range links {
		out.Relations = append(out.Relations, relation{n + 1, l.From + 1, l.To + 1, l.Label})
	}
	return export.Value(w, out)
}

func whole(s analysis.Span) analysis.Span { return s }

func aboutOf(i export.Item) about {
	a := i.Article
	out := about{ID: a.ID, Text: a.Text, Title: a.Title, Outlet: a.Outlet, Address: a.Address}
	if !a.Date.IsZero() {
		out.Date = a.Date.Format(time.DateOnly)
	}
	return out
}

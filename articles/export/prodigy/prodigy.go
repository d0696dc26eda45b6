// Package prodigy writes articles as lines of JSON that Prodigy takes as tasks with spans and relations.
//
// It promises that the tokens, put one after the other with a space where ws says so, are the text; that every span
// begins and ends where a token does, at no white space; that token_end is the last token of a span, and end the place
// after it; and that offsets count code points.
package prodigy

import (
	"io"
	"slices"
	"time"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/linked"
	"hearsay/articles/export/offsets"
)

// task is what Prodigy shows at once.
type task struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Tokens    []token    `json:"tokens"`
	Spans     []content  `json:"spans"`
	Relations []relation `json:"relations"`
	View      string     `json:"_view_id"`
	Meta      meta       `json:"meta"`
}

// meta is what Prodigy shows below a task.
type meta struct {
	Title   string `json:"title,omitempty"`
	Outlet  string `json:"outlet,omitempty"`
	Date    string `json:"date,omitempty"`
	Address string `json:"address,omitempty"`
}

type token struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	ID    int    `json:"id"`
	Space bool   `json:"ws"`
}

type span struct {
	Start      int    `json:"start"`
	End        int    `json:"end"`
	TokenStart int    `json:"token_start"`
	TokenEnd   int    `json:"token_end"`
	Label      string `json:"label"`
	// Quote is the quote that the span is a content of. Two may have the same words.
	Quote string `json:"quote,omitempty"`
}

// content is a span with what is known of its quote, which Prodigy keeps and gives back.
type content struct {
	span
	Kind       string   `json:"kind,omitempty"`
	Speakers   []string `json:"speakers,omitempty"`
	Polarity   string   `json:"polarity,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
	Certainty  float64  `json:"certainty,omitempty"`
}

// relation joins two spans. Head and Child are their last tokens.
type relation struct {
	Head      int    `json:"head"`
	Child     int    `json:"child"`
	HeadSpan  span   `json:"head_span"`
	ChildSpan span   `json:"child_span"`
	Label     string `json:"label"`
}

// Task writes an article as a task.
func Task(w io.Writer, i export.Item) error {
	a, d := i.Article, i.Document
	marks, links := linked.Of(d, func(s analysis.Span) analysis.Span { return trimmed(a.Text, s) })
	out := task{ID: a.ID, Text: a.Text, Spans: []content{}, Relations: []relation{}, View: "relations",
		Meta: meta{Title: a.Title, Outlet: a.Outlet, Address: a.Address}}
	if !a.Date.IsZero() {
		out.Meta.Date = a.Date.Format(time.DateOnly)
	}
	ruler := offsets.New(a.Text, offsets.Points)
	out.Tokens = tokens(a, marks, ruler)
	for _, m := range marks {
		out.Spans = append(out.Spans, contentOf(d, m, spanOf(i, out.Tokens, m, ruler)))
	}
	for _, l := range links {
		head, child := out.Spans[l.From].span, out.Spans[l.To].span
		out.Relations = append(out.Relations, relation{head.TokenEnd, child.TokenEnd, head, child, l.Label})
	}
	return export.Value(w, out)
}

// spanOf finds the tokens of a mark.
func spanOf(i export.Item, all []token, m linked.Mark, ruler *offsets.Ruler) span {
	at := ruler.Span(m.Span)
	first, _ := slices.BinarySearchFunc(all, at[0], func(t token, start int) int { return t.Start - start })
	last, _ := slices.BinarySearchFunc(all, at[1], func(t token, end int) int { return t.End - end })
	out := span{Start: at[0], End: at[1], TokenStart: first, TokenEnd: last, Label: m.Label}
	if m.Quote != analysis.None {
		out.Quote = i.ID('q', m.Quote)
	}
	return out
}

// contentOf adds what is known of the quote whose content begins with a mark.
func contentOf(d *analysis.Document, m linked.Mark, s span) content {
	out := content{span: s}
	if !m.First {
		return out
	}
	q := d.Quotes[m.Quote]
	out.Kind, out.Polarity, out.Confidence, out.Certainty = q.Kind.String(), q.Polarity.String(),
		export.Round(q.Confidence), export.Round(q.Certainty())
	for _, s := range q.Speakers {
		out.Speakers = append(out.Speakers, d.Speakers[s].Name)
	}
	return out
}

// Package exporttest holds articles to try the formats on: one with all kinds of quote, one made of what must not get
// through, and the built-in articles with what the engine finds in them.
package exporttest

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/told"
	"hearsay/articles/samples"
)

// finder finds words in a text, each time after the ones it found last.
type finder struct {
	t    testing.TB
	text string
	at   int
}

func (f *finder) find(words string) analysis.Span {
	f.t.Helper()
	i := strings.Index(f.text[f.at:], words)
	if i < 0 {
		f.t.Fatalf("%q does not stand after byte %d", words, f.at)
	}
	span := analysis.Span{Start: f.at + i, End: f.at + i + len(words)}
	f.at = span.End
	return span
}

// from begins anew at the words.
func (f *finder) from(words string) *finder {
	f.at = 0
	f.at = f.find(words).Start
	return f
}

func one(s analysis.Span) []analysis.Span { return []analysis.Span{s} }

// Call is a sample article with a few of its quotes, found by hand: all kinds, several parts, joint, unknown.
func Call(t testing.TB) export.Item {
	t.Helper()
	a, err := samples.Open("strait-call")
	if err != nil {
		t.Fatal(err)
	}
	f := &finder{t: t, text: a.Text}
	d := &analysis.Document{Engine: "test", Language: "en"}
	d.Speakers = []analysis.Speaker{
		{Name: "Tomas Reinholt", Names: []string{"Tomas Reinholt", "Reinholt"}, Type: analysis.Person, Gender: analysis.Male,
			Description: f.from("President Tomas").find("President"), Mentions: one(f.find("Tomas Reinholt"))},
		{Name: "Nadia Rahmani", Names: []string{"Nadia Rahmani", "Rahmani"}, Type: analysis.Person, Gender: analysis.Female,
			Mentions: one(f.find("Nadia Rahmani")), Description: f.find("the president of Sundara")},
		{Name: "Sundaran officials", Names: []string{"Sundaran officials"}, Type: analysis.Group,
			Mentions: one(f.find("Sundaran officials"))},
	}
	f.from("Reinholt told his")
	source, cue, content := f.find("Reinholt"), f.find("told his counterpart"),
		f.find("that the strait must remain open to every flag")
	d.Quotes = append(d.Quotes, analysis.Quote{Kind: analysis.Indirect, Content: one(content), Cue: one(cue),
		Source: one(source), Speakers: []int{0},
		Confidence: 0.91234, Why: analysis.Why{SpeakerConfidence: 0.9,
			Found: "the reporting verb “told” comes before the content",
			Chain: []analysis.Link{{Speaker: 0, From: source, To: d.Speakers[0].Mentions[0],
				Reason: "“Reinholt” is the surname of Tomas Reinholt"}}}})
	f.from("Both leaders")
	source, cue, content = f.find("Both leaders"), f.find("expressed support for"),
		f.find("a joint commission on the strait")
	d.Quotes = append(d.Quotes, analysis.Quote{Kind: analysis.Indirect, Content: one(content), Cue: one(cue),
		Source: one(source), Speakers: []int{0, 1}, Confidence: 0.7,
		Why: analysis.Why{SpeakerConfidence: 1}})
	d.Positions = append(d.Positions, analysis.Position{Speaker: 1, Stance: analysis.Supports, Target: one(content),
		Topic:     "joint commission",
		Statement: one(analysis.Span{Start: source.Start, End: content.End}), Quotes: []int{1}, Confidence: 0.66,
		Reason: "“support” takes the side of its object"},
		analysis.Position{Speaker: 0, Stance: analysis.Opposes, Act: analysis.Demands, Target: one(content),
			Topic:     "joint commission",
			Statement: one(analysis.Span{Start: source.Start, End: content.End}), Quotes: []int{1}, Confidence: 0.5})
	f.from("telling a radio")
	cue, content = f.find("telling"), f.find("that she had nothing against the treaty so long as it was “read with "+
		"open eyes.”")
	d.Quotes = append(d.Quotes, analysis.Quote{Kind: analysis.Mixed, Content: one(content), Cue: one(cue), Confidence: 0.4,
		Why: analysis.Why{Unknown: "nobody is named near it",
			Candidates: []analysis.Candidate{{Speaker: 0, Mention: d.Speakers[0].Mentions[0], Confidence: 0.4},
				{Speaker: analysis.None, Mention: source, Reason: "stands farther off"}}}})
	f.from("“The door")
	first, source, cue, second := f.find("“The door is not closed,”"), f.find("she"), f.find("told"),
		f.find("“But a door is of no use if nobody is willing to walk through it.”")
	d.Quotes = append(d.Quotes, analysis.Quote{Kind: analysis.Direct, Content: []analysis.Span{first, second},
		Cue: one(cue), Source: one(source), Speakers: []int{1}, Confidence: 1,
		Why: analysis.Why{SpeakerConfidence: 1}})
	return export.Item{Article: a, Document: d}
}

// Hostile is an article made of what must not get through, with a quote in each part of it.
func Hostile() export.Item {
	s := "A\x1b[31m red\x9b title\n\n\u202eHe\u2066 said\x00 “日本語 😀 a\u0301 <b>&</b>\u2028 \x7f” " +
		"\u009b5n\ttab\r\nend.\n\n\x1b]0;x\a"
	s = strings.ToValidUTF8(s, "\uFFFD")
	a := articles.Article{ID: "bad\x1b[m", Title: "A\x1b[31m red", Byline: "x\u202ey", Outlet: "\x07",
		Address: "\u009bhttp", Text: s,
		Date: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	for _, p := range text.Paragraphs(s) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p})
	}
	all := analysis.Span{Start: 0, End: len(s)}
	d := &analysis.Document{
		Speakers: []analysis.Speaker{{Name: "\x1b[1mName", Names: []string{"\u2066n"}, Description: all, Mentions: one(all)}},
		Quotes: []analysis.Quote{{Kind: analysis.Mixed, Content: one(all), Cue: one(all), Source: one(all),
			Speakers: []int{0},
			Why: analysis.Why{Found: "\x1b[2J", Unknown: "\u009b",
				Chain: []analysis.Link{{From: all, To: all, Reason: "\x1b"}}}}},
		Positions: []analysis.Position{{Target: one(all), Statement: one(all), Topic: "\x1b", Reason: "\x1b",
			Quotes: []int{0}}},
	}
	return export.Item{Article: a, Document: d, Reviewed: "\x1b[5m<i>",
		Judged: []told.Judged{{Verdict: "right", Flagged: true, Notes: []string{"=1+\x1b]0;x\a\u202e", "<b>*x*\n# y|"}}}}
}

// Samples are the built-in articles with what the engine finds in them, which tests must not change.
func Samples(t testing.TB) []export.Item {
	t.Helper()
	all, err := analysed()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(all)
}

// analysed reads the built-in articles once.
var analysed = sync.OnceValues(func() ([]export.Item, error) {
	engine, err := analysis.Load()
	if err != nil {
		return nil, err
	}
	var out []export.Item
	for _, s := range samples.All() {
		a, err := samples.Open(s.Name)
		if err != nil {
			return nil, err
		}
		d, err := engine.Analyze(context.Background(), a.Input())
		if err != nil {
			return nil, err
		}
		out = append(out, export.Item{Article: a, Document: d})
	}
	return out, nil
})

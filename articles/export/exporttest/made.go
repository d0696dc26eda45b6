package exporttest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/export"
)

// pieces are what hostile texts are made of: whatever has a meaning in some format, or takes several bytes or code
// units.
var pieces = []string{"word", "said", "“yes”", "\"", "'", " ", "  ", "\n", "\r\n", "\n\n", "\t", "é", "a\u0301", "😀",
	"👩‍👩‍👧", "日本語", "\u00a0", "\u2028",
	"\u0085", "\u200d", "\u202e", "\u00ad", "\x1b[31m", "\x07", "\x7f", "<b>", "</script>", "<!--", "-->", "]]>",
	"&amp;", "&", "=1+1", "+1", "-1", "@SUM(A1)", ",", ";", "|", "`", "```",
	"*", "**", "_", "#", "# ", "> ", "- ", "1. ", "[x](javascript:x)", "![x](y)", "\\", "\\n", "$x$", "{{x}}", "~~",
	"-DOCSTART-", "T1\tContent 0 1\tx", "\nE1\tContent:T1", "{\"id\":1}", "\U000e0067", "\ufffd", "==", "---"}

// Made are articles made by chance of hostile pieces, with quotes anywhere in them. They are the same each time.
func Made(n int) []export.Item {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]export.Item, n)
	for i := range out {
		out[i] = made(r, i)
	}
	return out
}

func made(r *rand.Rand, n int) export.Item {
	some := func(most int) string {
		var b strings.Builder
		for range r.IntN(most + 1) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	a := articles.Article{ID: fmt.Sprintf("made-%d", n), Title: some(4), Byline: some(2), Outlet: some(2),
		Address: some(3), Text: "a" + some(60),
		Date: time.Date(2026, 1, 1+n%28, n%24, 0, 0, 0, time.UTC)}
	for _, p := range text.Paragraphs(a.Text) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p, Role: articles.Role(r.IntN(8))})
	}
	d := &analysis.Document{Language: "en"}
	for range r.IntN(4) {
		d.Speakers = append(d.Speakers, analysis.Speaker{Name: "N" + some(3), Names: []string{some(2)},
			Type: analysis.SpeakerType(r.IntN(4)), Description: spans(r, a.Text, 1)[0]})
	}
	for range r.IntN(6) {
		q := analysis.Quote{Kind: analysis.Kind(r.IntN(3)), Content: spans(r, a.Text, 1+r.IntN(3)),
			Cue: spans(r, a.Text, r.IntN(3)), Source: spans(r, a.Text, r.IntN(3)),
			Confidence: r.Float64(), Why: analysis.Why{Found: some(3), Unknown: some(1)}}
		for s := range d.Speakers {
			if r.IntN(3) == 0 {
				q.Speakers = append(q.Speakers, s)
			}
		}
		d.Quotes = append(d.Quotes, q)
	}
	for range min(r.IntN(3), len(d.Speakers)) {
		d.Positions = append(d.Positions, analysis.Position{Speaker: r.IntN(len(d.Speakers)),
			Stance: analysis.Stance(r.IntN(3)), Target: spans(r, a.Text, 1), Topic: some(2),
			Statement: spans(r, a.Text, 1), Reason: some(2), Confidence: r.Float64()})
	}
	return export.Item{Article: a, Document: d}
}

// spans are at most n stretches of a text, in order and apart; at least one, unless n is 0.
func spans(r *rand.Rand, text string, n int) []analysis.Span {
	var ends []int
	for i := range text {
		ends = append(ends, i)
	}
	ends = append(ends, len(text))
	var at []int
	for range 2 * n {
		at = append(at, ends[r.IntN(len(ends))])
	}
	slices.Sort(at)
	at = slices.Compact(at)
	if len(at) < 2 && n > 0 {
		at = []int{0, len(text)}
	}
	var out []analysis.Span
	for i := 0; i+1 < len(at); i += 2 {
		out = append(out, analysis.Span{Start: at[i], End: at[i+1]})
	}
	return out
}

// Described puts attributions into words, in the order of their contents, so that a test can compare them: kind,
// content, cue and source as offsets in bytes, and speakers.
func Described(all []score.Attribution) []string {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b score.Attribution) int {
		return slices.CompareFunc(a.Content, b.Content,
			compareSpans)
	})
	out := make([]string, len(all))
	for i, a := range all {
		out[i] = fmt.Sprintf("%s %v %v %v %q", a.Kind, a.Content, a.Cue, a.Source, a.Speakers)
	}
	return out
}

func compareSpans(a, b analysis.Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}

// Long is an article of a megabyte with 5,000 quotes, in paragraphs or in one line.
func Long(between string) export.Item {
	a := articles.Article{ID: "long", Text: strings.Repeat("The mayor said: “Nobody asked us – not once – and we’ll "+
		"say so, in this town and beyond it, as long as we live and have breath to say it.” It was late, and the hall was "+
		"cold."+between, 5000)}
	for _, p := range text.Paragraphs(a.Text) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p})
	}
	d := &analysis.Document{Speakers: []analysis.Speaker{{Name: "The mayor"}}}
	for at := 0; ; {
		from := strings.Index(a.Text[at:], "“")
		if from < 0 {
			return export.Item{Article: a, Document: d}
		}
		from += at
		to := from + strings.Index(a.Text[from:], "”") + len("”")
		q := analysis.Quote{Content: []analysis.Span{{Start: from, End: to}},
			Source: []analysis.Span{{Start: from - 16, End: from - 7}}, Speakers: []int{0}}
		d.Quotes = append(d.Quotes, q)
		at = to
	}
}

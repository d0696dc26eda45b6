// Package csv writes quotes as comma-separated values, for spreadsheets and statistics: a row for each part of a quote.
//
// It promises what RFC 4180 asks for, rows that end in CR and LF and quoted fields; one header whose columns keep their
// meaning; and that no cell is taken for a formula or steers a terminal. For that, an apostrophe stands before a cell
// that begins with =, +, -, @ or a tab, a line feed in the place of whatever else ends a line, and a replacement
// character in that of a control code.
package csv

import (
	"bufio"
	"io"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/told"
)

// Columns are the names of the columns, in order.
func Columns() []string {
	return []string{"article", "title", "outlet", "date", "address", "quote", "part", "parts", "kind", "speakers",
		"speaker_ids",
		"content", "start", "end", "cue", "source", "confidence", "verdict", "flagged", "notes",
		"polarity", "certainty", "level", "speaker_types", "speaker_genders", "speaker_descriptions", "paragraph",
		"sentence", "words"}
}

// Header is the first row.
func Header() string { return row(Columns()) }

// Rows writes the quotes of an article, a row for each part, without the header. Offsets count the unit.
func Rows(w io.Writer, i export.Item, unit offsets.Unit) error {
	b := bufio.NewWriter(w)
	ruler := offsets.New(i.Article.Text, unit)
	place := placer{sentences: i.Document.Sentences, paragraphs: i.Article.Paragraphs}
	for n, q := range i.Document.Quotes {
		for part, s := range q.Content {
			at := ruler.Span(s)
			b.WriteString(row(append(cells(i, n, part, s.Of(i.Article.Text), strconv.Itoa(at[0]), strconv.Itoa(at[1])),
				place.cells(i.Article.Text, s)...)))
		}
		if len(q.Content) == 0 { // who would not speak has said no words
			b.WriteString(row(append(cells(i, n, -1, "", "", ""), "", "", "0")))
		}
	}
	return b.Flush()
}

// cells are those of a part of a quote, from 0; -1 where it has none.
func cells(i export.Item, quote, part int, content, start, end string) []string {
	a, q := i.Article, i.Document.Quotes[quote]
	date := ""
	if !a.Date.IsZero() {
		date = a.Date.Format(time.DateOnly)
	}
	var names, ids, types, genders, descriptions []string
	for _, s := range q.Speakers {
		who := i.Document.Speakers[s]
		names, ids = append(names, who.Name), append(ids, i.ID('s', s))
		types, genders = append(types, who.Type.String()), append(genders, who.Gender.String())
		descriptions = append(descriptions, told.Clean(who.Description.Of(a.Text)))
	}
	judged, flagged := i.On(quote), ""
	if judged.Flagged {
		flagged = "yes"
	}
	return []string{a.ID, a.Title, a.Outlet, date, a.Address, i.ID('q', quote), strconv.Itoa(part + 1),
		strconv.Itoa(len(q.Content)),
		q.Kind.String(), strings.Join(names, "; "), strings.Join(ids, "; "), content, start, end,
		words(a.Text, q.Cue), words(a.Text, q.Source), strconv.FormatFloat(export.Round(q.Confidence), 'f', -1, 64),
		judged.Verdict, flagged, strings.Join(judged.Notes, "; "), q.Polarity.String(),
		strconv.FormatFloat(export.Round(q.Certainty()), 'f', -1, 64), analysis.LevelOf(q.Certainty()).String(),
		joined(types), joined(genders), joined(descriptions)}
}

// joined are what is to be told of several speakers, in the order of their names; empty where nothing is.
func joined(all []string) string {
	if strings.Join(all, "") == "" {
		return ""
	}
	return strings.Join(all, "; ")
}

// placer finds where stretches of a text stand, which come in nearly reading order.
type placer struct {
	sentences  []analysis.Span
	paragraphs []articles.Paragraph
}

// cells are the number of the paragraph, the sentences and the number of the words of a stretch.
func (p placer) cells(text string, s analysis.Span) []string {
	n := sort.Search(len(p.paragraphs), func(i int) bool { return p.paragraphs[i].Start > s.Start })
	from := sort.Search(len(p.sentences), func(i int) bool { return p.sentences[i].End > s.Start })
	to := from
	for to < len(p.sentences) && p.sentences[to].Start < s.End {
		to++
	}
	sentence := ""
	if from < to {
		sentence = told.Clean(text[p.sentences[from].Start:p.sentences[to-1].End])
	}
	return []string{strconv.Itoa(n), sentence, strconv.Itoa(analysis.Words(text, []analysis.Span{s}))}
}

func words(text string, spans []analysis.Span) string { return told.Words(text, spans) }

// row writes cells with commas between. Every cell that holds more than letters, digits and harmless marks is quoted.
func row(cells []string) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		c = Harmless(c)
		if strings.ContainsAny(c, ",;\t\"\r\n ") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteString("\r\n")
	return b.String()
}

// Harmless keeps spreadsheets from taking a cell for a formula, in letters of either width, and terminals from acting
// on it. What breaks a line is a line feed, whatever it was: a terminal writes over what stands before a lone carriage
// return, and who reads the rows would break them at others.
func Harmless(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case controls.Breaks(r):
			return '\n'
		case controls.Acts(r) && r != '\t':
			return unicode.ReplacementChar
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	if strings.IndexAny(s, "=+-@\t\r\n＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}

package csv_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	ours "hearsay/articles/export/csv"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/offsets"
)

func written(t *testing.T, i export.Item, unit offsets.Unit) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(ours.Header())
	if err := ours.Rows(&b, i, unit); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rows reads what was written with the standard library's reader, by the names of the columns.
func rows(t *testing.T, s string) (out []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, s)
	}
	for _, r := range all[1:] {
		row := map[string]string{}
		for n, name := range all[0] {
			row[name] = r[n]
		}
		out = append(out, row)
	}
	return out
}

func TestARowIsAPartOfAQuote(t *testing.T) {
	all := rows(t, written(t, exporttest.Call(t), offsets.Points))
	var parts []string
	for _, r := range all {
		parts = append(parts, r["quote"]+" "+r["part"]+"/"+r["parts"]+" "+r["kind"]+" "+r["speakers"]+" "+r["speaker_ids"]+
			" "+r["confidence"])
	}
	want := []string{"q1 1/1 indirect Tomas Reinholt s1 0.912",
		"q2 1/1 indirect Tomas Reinholt; Nadia Rahmani s1; s2 0.7", "q3 1/1 mixed   0.4",
		"q4 1/2 direct Nadia Rahmani s2 1", "q4 2/2 direct Nadia Rahmani s2 1"}
	if !slices.Equal(parts, want) {
		t.Errorf("got\n%s", strings.Join(parts, "\n"))
	}
	first := all[0]
	if first["article"] != "strait-call" || first["date"] != "2026-03-12" || first["cue"] != "told his counterpart" ||
		first["source"] != "Reinholt" ||
		first["content"] != "that the strait must remain open to every flag" {
		t.Errorf("the first row is %v", first)
	}
}

// A row tells who speaks, how sure that is, and where the part stands.
func TestARowTellsOfItsSpeakersAndItsPlace(t *testing.T) {
	i := exporttest.Call(t)
	i.Document.Sentences = []analysis.Span{{Start: 0, End: i.Document.Quotes[0].Content[0].Start - 1},
		{Start: i.Document.Quotes[0].Content[0].Start, End: i.Document.Quotes[0].Content[0].End + 1}}
	all := rows(t, written(t, i, offsets.Points))
	for column, want := range map[string]string{"level": "sure", "speaker_types": "person", "speaker_genders": "male",
		"speaker_descriptions": "President", "words": "9",
		"sentence": i.Document.Sentences[1].Of(i.Article.Text)} {
		if all[0][column] != want {
			t.Errorf("%s is %q, want %q", column, all[0][column], want)
		}
	}
	paragraph, _ := strconv.Atoi(all[0]["paragraph"])
	if p := i.Article.Paragraphs[paragraph-1]; !p.Overlaps(i.Document.Quotes[0].Content[0]) {
		t.Errorf("paragraph %d does not hold the quote", paragraph)
	}
	if got := all[1]; got["speaker_genders"] != "male; female" || got["speaker_types"] != "person; person" {
		t.Errorf("the second row is %v", got)
	}
	if got := all[2]; got["level"] != "unsure" || got["speaker_types"] != "" || got["speaker_descriptions"] != "" {
		t.Errorf("the third row is %v", got)
	}
}

// Cells hold the words that stand at their offsets, in either unit, but for what would act.
func TestOffsetsPointAtTheContent(t *testing.T) {
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(200)...), exporttest.Hostile()) {
		points, units := []rune(i.Article.Text), utf16.Encode([]rune(i.Article.Text))
		for _, unit := range []offsets.Unit{offsets.Points, offsets.UTF16} {
			n := 0
			for _, r := range rows(t, written(t, i, unit)) {
				from, _ := strconv.Atoi(r["start"])
				to, _ := strconv.Atoi(r["end"])
				words := string(points[min(from, len(points)):min(to, len(points))])
				if unit == offsets.UTF16 {
					words = string(utf16.Decode(units[from:to]))
				}
				// The reader of the standard library gives every line's end as \n.
				if got, want := plain(strings.TrimPrefix(r["content"], "'")), plain(strings.TrimPrefix(words, "'")); got != want {
					t.Errorf("%s, %s: the cell is %q, the text has %q", i.Article.ID, unit, got, want)
				}
				n++
			}
			want := 0
			for _, q := range i.Document.Quotes {
				want += len(q.Content)
			}
			if n != want {
				t.Errorf("%s: %d rows, want %d", i.Article.ID, n, want)
			}
		}
	}
}

// plain leaves out what is written in another way: replaced, or read as another line's end.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\ufffd' || r == '\u2028' || unicode.Is(unicode.Cf, r) ||
			unicode.Is(unicode.Cc, r) && r != '\t' {
			return -1
		}
		return r
	}, s)
}

// No cell begins as a formula does, acts on a terminal, or ends a row before its time.
func TestCellsAreHarmless(t *testing.T) {
	for _, i := range append(exporttest.Made(300), exporttest.Hostile()) {
		s := written(t, i, offsets.Points)
		for _, r := range rows(t, s) {
			for name, c := range r {
				if strings.IndexAny(c, "=+-@\t\r\n＝＋－＠") == 0 {
					t.Errorf("%s: the cell %s begins a formula: %q", i.Article.ID, name, c)
				}
				if j := strings.IndexFunc(c, func(r rune) bool {
					return unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r)
				}); j >= 0 {
					t.Errorf("%s: the cell %s passes on %q", i.Article.ID, name, c[j:])
				}
			}
		}
		if !strings.HasSuffix(s, "\r\n") {
			t.Errorf("%s: the last row does not end: %q", i.Article.ID, s)
		}
	}
}

func ExampleHeader() {
	for _, column := range strings.Split(strings.TrimSuffix(ours.Header(), "\r\n"), ",")[16:] {
		fmt.Println(column)
	}
	// Output:
	// confidence
	// verdict
	// flagged
	// notes
	// polarity
	// certainty
	// level
	// speaker_types
	// speaker_genders
	// speaker_descriptions
	// paragraph
	// sentence
	// words
}

// What ends a line in any other way than a line feed is one, within cells and at their beginning.
func TestNoCellHoldsWhatBreaksRowsOrGoesBackInThem(t *testing.T) {
	for in, want := range map[string]string{
		"a\rb": "\"a\nb\"", "a\vb\fc\u0085d\u2028e\u2029f": "\"a\nb\nc\nd\ne\nf\"", "a\r\nb\r\r\nc": "\"a\nb\n\nc\"",
		"\r=1":               "\"'\n=1\"",
		"\u009b2J\u202e\x1b": "\ufffd2J\ufffd\ufffd", "a\tb": "\"a\tb\"", "a\u00a0b": "a\u00a0b",
	} {
		i := export.Item{Article: articles.Article{ID: "id", Title: in, Outlet: "wire", Text: "x"},
			Document: &analysis.Document{Quotes: []analysis.Quote{{Content: []analysis.Span{{Start: 0, End: 1}}}}}}
		if got := written(t, i, offsets.Points); !strings.Contains(got, "\r\nid,"+want+",wire,") {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

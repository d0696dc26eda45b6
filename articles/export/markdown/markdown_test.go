package markdown_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/markdown"
)

func written(t *testing.T, i export.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Report(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func reader() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
		extension.Footnote, extension.DefinitionList))
}

// known are the kinds of node that a report is made of: no link, picture, code, quotation or HTML.
var known = strings.Fields("Document Heading Paragraph Text String Emphasis List ListItem TextBlock Blockquote " +
	"Table TableHeader TableRow TableCell")

// Nothing of an article becomes markup.
func TestNothingBecomesMarkup(t *testing.T) {
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(400)...), exporttest.Hostile()) {
		s := written(t, i)
		source := []byte(s)
		tables, rows := 0, 0
		err := ast.Walk(reader().Parser().Parse(text.NewReader(source)),
			func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if !entering {
					return ast.WalkContinue, nil
				}
				kind := n.Kind().String()
				if !slices.Contains(known, kind) {
					t.Errorf("%s: a %s in %q", i.Article.ID, kind, s)
					return ast.WalkStop, nil
				}
				if e, ok := n.(*ast.Emphasis); ok && e.Level != 2 {
					t.Errorf("%s: emphasis in %q", i.Article.ID, s)
				}
				switch kind {
				case "Table":
					tables++
				case "TableRow":
					rows++
					if n.ChildCount() != 5 {
						t.Errorf("%s: %d cells in a row of %q", i.Article.ID, n.ChildCount(), s)
					}
				}
				return ast.WalkContinue, nil
			})
		if err != nil || rows != len(i.Document.Speakers) || tables > 1 {
			t.Errorf("%s: %v, %d tables with %d rows for %d speakers", i.Article.ID, err, tables, rows, len(i.Document.Speakers))
		}
		if strings.ContainsFunc(s, func(r rune) bool {
			return r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r))
		}) {
			t.Errorf("%s: %q steers a terminal", i.Article.ID, s)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

var bracket = regexp.MustCompile(`\[\d+ |\]`)

// The article reads as it stands, with brackets around what is quoted.
func TestTheArticleIsThereWordForWord(t *testing.T) {
	for _, i := range exporttest.Samples(t) {
		var b bytes.Buffer
		if err := reader().Convert([]byte(written(t, i)), &b); err != nil {
			t.Fatal(err)
		}
		shown, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for n := range shown.Descendants() {
			if n.Type == html.TextNode {
				all.WriteString(n.Data)
			}
		}
		_, rest, _ := strings.Cut(all.String(), "Article\n")
		got, _, _ := strings.Cut(rest, "\nQuotes\n")
		var want strings.Builder
		for _, p := range i.Article.Paragraphs {
			if p.Role != articles.Title && p.Role != articles.Byline {
				want.WriteString(p.Of(i.Article.Text))
			}
		}
		if bare(bracket.ReplaceAllString(got, "")) != bare(want.String()) {
			t.Errorf("%s: the article is\n%s", i.Article.ID, got)
		}
	}
}

func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func TestAReport(t *testing.T) {
	got := written(t, exporttest.Call(t))
	for _, want := range []string{
		"# Reinholt and Rahmani speak for an hour as strait talks stall\n\nBy Mirela Costin, The Meridian Dispatch, 12 " +
			"March 2026\n\n4 quotes, 3 speakers, 2 positions.\n",
		`Reinholt told his counterpart \[1 that the strait must remain open to every flag\], and`,
		"2. **A Tomas Reinholt and B Nadia Rahmani**, indirect, in the reporter’s words: a joint commission on the " +
			"strait\n\n   Source “Both leaders”, cue “expressed support for”, likely 0.70 (words 0.70, speaker 1.00).\n",
		"| B | Nadia Rahmani | the president of Sundara | 2, 4 | 51 % |\n",
		"### joint commission (disputed)\n\n- **A Tomas Reinholt** opposes (demands). The article: Both leaders expressed " +
			"support for a joint commission on the strait (quote 2), unsure 0.50.\n- **B Nadia Rahmani** supports. The " +
			"article: Both leaders expressed support for a joint commission on the strait (quote 2), likely 0.66.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	got = written(t, export.Item{Article: articles.Article{ID: "a_1_"}, Document: &analysis.Document{MarksOnly: true}})
	if !strings.HasPrefix(got, "# a_1\\_\n\n0 quotes, 0 speakers, 0 positions.\n\nThe text's language is not known: "+
		"only words") || !strings.Contains(got, "No quotes were found.") {
		t.Errorf("got %q", got)
	}
}

package conll_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/export"
	"hearsay/articles/export/conll"
	"hearsay/articles/export/exporttest"
)

// sentences reads what was written: for each sentence the columns of its tokens. The first one must be the article's
// sign.
func sentences(t *testing.T, i export.Item) (out [][][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := conll.Article(&b, i); err != nil {
		t.Fatal(err)
	}
	s, ok := strings.CutPrefix(b.String(), "-DOCSTART-\tO\tO\tO\n\n")
	if !ok || strings.Contains(s, "\n-DOCSTART-") {
		t.Fatalf("%s: %q", i.Article.ID, b.String())
	}
	for _, block := range strings.Split(strings.TrimSuffix(s, "\n\n"), "\n\n") {
		var rows [][]string
		for _, l := range strings.Split(block, "\n") {
			if s != "" {
				rows = append(rows, strings.Split(l, "\t"))
			}
		}
		out = append(out, rows)
	}
	return out
}

func TestTokensAndSentencesAreThoseOfTheText(t *testing.T) {
	tag := regexp.MustCompile(`^(O|[BI]-(CONTENT|CUE|SOURCE))$`)
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Hostile()) {
		split := text.Split(i.Article.Text, i.Article.Input().Aside)
		all := sentences(t, i)
		if len(all) != len(split.Sentences) && len(split.Tokens) > 0 {
			t.Fatalf("%s: %d sentences, want %d", i.Article.ID, len(all), len(split.Sentences))
		}
		for n, s := range split.Sentences {
			if len(all[n]) != s.To-s.From {
				t.Fatalf("%s: the sentence %d has %d tokens, want %d", i.Article.ID, n, len(all[n]), s.To-s.From)
			}
			for _, row := range all[n] {
				if len(row) != 4 || len(strings.Fields(row[0])) != 1 || strings.TrimSpace(row[0]) != row[0] {
					t.Fatalf("%s: the line %q", i.Article.ID, row)
				}
				for _, now := range row[1:] {
					if !tag.MatchString(now) {
						t.Errorf("%s: the tag %q", i.Article.ID, now)
					}
				}
			}
		}
	}
}

// stretches are the words that a column tags, a stretch each.
func stretches(all [][][]string, column int) (out []string) {
	for _, s := range all {
		for _, row := range s {
			switch {
			case strings.HasPrefix(row[column], "B-"):
				out = append(out, row[0])
			case strings.HasPrefix(row[column], "I-"):
				out[len(out)-1] += " " + row[0]
			}
		}
	}
	return out
}

func TestColumnsHoldContentsCuesAndSources(t *testing.T) {
	all := sentences(t, exporttest.Call(t))
	for column, want := range map[int][]string{
		1: {"that the strait must remain open to every flag", "a joint commission on the strait",
			"that she had nothing against the treaty so long as it was “ read with open eyes . ”",
			"“ The door is not closed , ”", "“ But a door is of no use if nobody is willing to walk through it . ”"},
		2: {"told his counterpart", "expressed support for", "telling", "told"},
		3: {"Reinholt", "Both leaders", "she"},
	} {
		if got := stretches(all, column); !slices.Equal(got, want) {
			t.Errorf("column %d holds\n%s", column, strings.Join(got, "\n"))
		}
	}
}

// Of contents within each other the outer one counts, and the other columns go on.
func TestOuterContentsCount(t *testing.T) {
	i := export.Item{Document: &analysis.Document{}}
	i.Article.Text = "He said she said no -DOCSTART-."
	at := func(words string) []analysis.Span {
		n := strings.Index(i.Article.Text, words)
		return []analysis.Span{{Start: n, End: n + len(words)}}
	}
	i.Document.Quotes = []analysis.Quote{{Content: at("no"), Cue: at("said no")[:0], Source: at("she")},
		{Content: at("she said no"), Source: at("He")}}
	all := sentences(t, i)
	if got := stretches(all, 1); !slices.Equal(got, []string{"she said no"}) {
		t.Errorf("contents %q", got)
	}
	if got := stretches(all, 3); !slices.Equal(got, []string{"He", "she"}) {
		t.Errorf("sources %q", got)
	}
}

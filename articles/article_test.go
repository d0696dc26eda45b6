package articles_test

import (
	"reflect"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
)

func TestTheEngineIsGivenTitlesButNotBylinesAndCaptions(t *testing.T) {
	a := articles.Article{Text: "Title|By Ada|Head|Body|Item|Extract|Caption"}
	at := 0
	for i, role := range []articles.Role{articles.Title, articles.Byline, articles.Heading, articles.Body, articles.Item,
		articles.Extract, articles.Caption} {
		words := strings.Split(a.Text, "|")[i]
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: analysis.Span{Start: at, End: at + len(words)},
			Role: role})
		at += len(words) + 1
	}
	in := a.Input()
	var aside []string
	for _, s := range in.Aside {
		aside = append(aside, s.Of(in.Text))
	}
	if want := []string{"By Ada", "Caption"}; !reflect.DeepEqual(aside, want) {
		t.Errorf("set aside: %q", aside)
	}
	if in.Text != a.Text {
		t.Errorf("text %q", in.Text)
	}
}

func TestHeadlineIsWhatTheArticleIsCalled(t *testing.T) {
	body := func(s string, role articles.Role) articles.Article {
		return articles.Article{ID: "vote", Text: s,
			Paragraphs: []articles.Paragraph{{Span: analysis.Span{Start: 0, End: len(s)}, Role: role}}}
	}
	titled := body("She said no.", articles.Body)
	titled.Title = "Mayor says no"
	tests := []struct {
		a    articles.Article
		want string
	}{
		{titled, "Mayor says no"},
		{body("She said\n  no.", articles.Body), "She said no."},
		{body("She said no, ", articles.Caption), "vote"},
		{body(strings.Repeat("é ", 100), articles.Item), strings.TrimSpace(strings.Repeat("é ", 31)[:92]) + "…"},
		{body(strings.Repeat("長", 1000), articles.Extract), strings.Repeat("長", 120) + "…"},
		{articles.Article{ID: "vote"}, "vote"},
	}
	for _, test := range tests {
		if got := test.a.Headline(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

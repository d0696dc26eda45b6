package source_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/source"
)

// readAll reads a stream with a fresh reader.
func readAll(name, in string) (all []articles.Article, problems []error) {
	var r source.Reader
	for a, err := range r.Read(name, strings.NewReader(in)) {
		if err != nil {
			problems = append(problems, err)
			continue
		}
		all = append(all, a)
	}
	return all, problems
}

// readOne reads a stream that holds one article.
func readOne(t *testing.T, name, in string) articles.Article {
	t.Helper()
	all, problems := readAll(name, in)
	if len(problems) > 0 || len(all) != 1 {
		t.Fatalf("%d articles, errors %v", len(all), problems)
	}
	checkArticle(t, all[0])
	return all[0]
}

// checkArticle checks what holds for every article from any source.
func checkArticle(t *testing.T, a articles.Article) {
	t.Helper()
	if a.ID == "" {
		t.Error("the article has no id")
	}
	for name, s := range map[string]string{"id": a.ID, "text": a.Text, "title": a.Title, "byline": a.Byline,
		"outlet": a.Outlet, "address": a.Address} {
		if !utf8.ValidString(s) {
			t.Errorf("the %s is not valid UTF-8", name)
		}
	}
	at := 0
	for i, p := range a.Paragraphs {
		if p.Start < at || p.End <= p.Start || p.End > len(a.Text) {
			t.Fatalf("paragraph %d is %v after %d in %d bytes", i, p.Span, at, len(a.Text))
		}
		if !utf8.RuneStart(a.Text[p.Start]) || p.End < len(a.Text) && !utf8.RuneStart(a.Text[p.End]) {
			t.Fatalf("paragraph %d, %v, is not on code points", i, p.Span)
		}
		if strings.TrimSpace(a.Text[at:p.Start]) != "" {
			t.Fatalf("%q stands between paragraphs", a.Text[at:p.Start])
		}
		at = p.End
	}
	if strings.TrimSpace(a.Text[at:]) != "" {
		t.Fatalf("%q stands after the last paragraph", a.Text[at:])
	}
	again := text.Paragraphs(a.Text)
	if len(again) != len(a.Paragraphs) {
		t.Fatalf("the text has %d paragraphs for those who cut it again, here %d", len(again), len(a.Paragraphs))
	}
	for i := range again {
		if again[i] != a.Paragraphs[i].Span {
			t.Fatalf("paragraph %d is %v, cut again %v", i, a.Paragraphs[i].Span, again[i])
		}
	}
}

// checkError checks what holds for every error: it is typed, one line, and gives a hint.
func checkError(t *testing.T, err error) {
	t.Helper()
	var e *source.Error
	if !errors.As(err, &e) {
		t.Fatalf("%T is no *source.Error", err)
	}
	if e.Hint == "" || strings.ContainsAny(err.Error(), "\r\n\x1b\x00") {
		t.Errorf("%q, hint %q", err.Error(), e.Hint)
	}
}

// outline writes an article's paragraphs with their roles, to compare.
func outline(a articles.Article) string {
	names := [...]string{"body", "title", "heading", "byline", "item", "extract", "caption", "strong",
		"standfirst", "credit"}
	var b strings.Builder
	for _, p := range a.Paragraphs {
		b.WriteString(names[p.Role] + ": " + p.Of(a.Text) + "\n")
	}
	return b.String()
}

package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
)

var ctx = context.Background()

const words = "Harbour to open in May\nBy Ida Wren\n\nZoë Venn said: “We waited nine years.”\n\nNobody else — not " +
	"新聞 — spoke.\x00\n"

// story is an article with all there is to know about it.
func story() articles.Article {
	p := func(s string, role articles.Role) articles.Paragraph {
		at := strings.Index(words, s)
		return articles.Paragraph{Span: analysis.Span{Start: at, End: at + len(s)}, Role: role}
	}
	return articles.Article{
		ID: "harbour", Title: "Harbour to open in May", Byline: "Ida Wren", Outlet: "Lindwick Courier",
		Address: "https://example.org/harbour",
		Date:    time.Date(2026, 3, 4, 17, 30, 0, 0, time.FixedZone("", -5*3600)), Text: words,
		Paragraphs: []articles.Paragraph{p("Harbour to open in May", articles.Title), p("By Ida Wren", articles.Byline),
			p("Zoë Venn said: “We waited nine years.”", articles.Body),
			p("Nobody else — not 新聞 — spoke.\x00", articles.Extract)},
	}
}

// findings are what an engine of some version might find in it.
func findings(engine string) *analysis.Document {
	at := func(s string) analysis.Span {
		i := strings.Index(words, s)
		return analysis.Span{Start: i, End: i + len(s)}
	}
	return &analysis.Document{Engine: engine, Language: "en", Sentences: []analysis.Span{
		at("Zoë Venn said: “We waited nine years.”")},
		Quotes: []analysis.Quote{{Kind: analysis.Direct, Content: []analysis.Span{at("“We waited nine years.”")},
			Cue:    []analysis.Span{at("said")},
			Source: []analysis.Span{at("Zoë Venn")}, Speakers: []int{0}, Confidence: 0.75}},
		Speakers: []analysis.Speaker{{Name: "Zoë Venn", Names: []string{"Zoë Venn"}, Type: analysis.Person,
			Mentions: []analysis.Span{at("Zoë Venn")}}}}
}

// plain is an article of a text alone.
func plain(id, text string) articles.Article {
	return articles.Article{ID: id, Text: text, Paragraphs: []articles.Paragraph{
		{Span: analysis.Span{Start: 0, End: len(text)}}}}
}

func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "shelf", "library.db") }

func open(t testing.TB, path string, o Options) *Library {
	t.Helper()
	l, err := Open(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLibrary(t testing.TB) *Library { return open(t, newPath(t), Options{Make: true}) }

func add(t testing.TB, l *Library, a articles.Article, d *analysis.Document) string {
	t.Helper()
	key, _, err := l.Add(ctx, a, d)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func note(t testing.TB, l *Library, key, reviewer, body string) Entry {
	t.Helper()
	e, err := l.Append(ctx, key, reviewer, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// is fails unless an error is one line of a certain sort that says what to do.
func is(t *testing.T, err, want error, says ...string) {
	t.Helper()
	var own *Error
	if !errors.Is(err, want) || !errors.As(err, &own) {
		t.Errorf("the error is %v, want %v", err, want)
		return
	}
	if strings.Contains(err.Error(), "\n") || own.Hint == "" {
		t.Errorf("the error is not one line with a hint: %q", err)
	}
	for _, s := range says {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("the error is %q, which does not say %q", err, s)
		}
	}
}

// What is added comes back unchanged, in this run of the program and in the next.
func TestAnArticleIsKept(t *testing.T) {
	path := newPath(t)
	l := open(t, path, Options{Make: true})
	key, added, err := l.Add(ctx, story(), findings("2"))
	if err != nil || !added || len(key) != shortestKey {
		t.Fatalf("%q, %v, %v", key, added, err)
	}
	l.Close()
	l = open(t, path, Options{})
	got, err := l.Article(ctx, key)
	want := story()
	if err != nil || !got.Date.Equal(want.Date) {
		t.Errorf("%v: the date is %v", err, got.Date)
	}
	got.Date = want.Date // the zone has another pointer
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read  %+v\nadded %+v", got, want)
	}
	if d, err := l.Analysis(ctx, key); err != nil || !reflect.DeepEqual(d, findings("2")) {
		t.Errorf("%v: found %+v", err, d)
	}
	if f, err := l.Check(ctx); err != nil || !reflect.DeepEqual(f, Findings{Articles: 1, Analyses: 1}) {
		t.Errorf("%v: %+v", err, f)
	}
}

// A library is a person's own: nobody else may read it.
func TestALibraryIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are another thing there")
	}
	l := newLibrary(t)
	note(t, l, add(t, l, story(), nil), "ida", "right")
	for _, name := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(l.Path() + name); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("library.db%s: %v, %v", name, info.Mode(), err)
		}
	}
	if info, err := os.Stat(filepath.Dir(l.Path())); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("its folder: %v, %v", info.Mode(), err)
	}
}

// The text makes the article: the same one from another file is there already, and what was known of it stays.
func TestOneTextIsOneArticle(t *testing.T) {
	l := newLibrary(t)
	first := add(t, l, story(), nil)
	again := story()
	again.ID, again.Title = "copy", "Another title"
	key, added, err := l.Add(ctx, again, findings("2"))
	if err != nil || added || key != first {
		t.Errorf("%q, %v, %v; want %q", key, added, err, first)
	}
	if a, err := l.Article(ctx, key); err != nil || a.ID != "harbour" || a.Title != story().Title {
		t.Errorf("%v, %+v", err, a)
	}
	if d, err := l.Analysis(ctx, key); err != nil || d == nil {
		t.Errorf("the analysis that came with the copy is lost: %v", err)
	}
	if other := add(t, l, plain("harbour", "Another text."), nil); other == first {
		t.Error("another text is taken for the same article")
	}
}

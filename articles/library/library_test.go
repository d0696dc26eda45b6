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

const words = "Harbour to open in May\nBy Ida Wren\n\nZoë Venn said: “We waited nine years.”\n\nNobody else — not 新聞 — spoke.\x00\n"

// story is an article with all there is to know about it.
func story() articles.Article {
	p := func(s string, role articles.Role) articles.Paragraph {
		at := strings.Index(words, s)
		return articles.Paragraph{Span: analysis.Span{Start: at, End: at + len(s)}, Role: role}
	}
	return articles.Article{
		ID: "harbour", Title: "Harbour to open in May", Byline: "Ida Wren", Outlet: "Lindwick Courier", Address: "https://example.org/harbour",
		Date: time.Date(2026, 3, 4, 17, 30, 0, 0, time.FixedZone("", -5*3600)), Text: words,
		Paragraphs: []articles.Paragraph{p("Harbour to open in May", articles.Title), p("By Ida Wren", articles.Byline),
			p("Zoë Venn said: “We waited nine years.”", articles.Body), p("Nobody else — not 新聞 — spoke.\x00", articles.Extract)},
	}
}

// findings are what an engine of some version might find in it.
func findings(engine string) *analysis.Document {
	at := func(s string) analysis.Span {
		i := strings.Index(words, s)
		return analysis.Span{Start: i, End: i + len(s)}
	}
	return &analysis.Document{Engine: engine, Language: "en", Sentences: []analysis.Span{at("Zoë Venn said: “We waited nine years.”")},
		Quotes: []analysis.Quote{{Kind: analysis.Direct, Content: []analysis.Span{at("“We waited nine years.”")}, Cue: []analysis.Span{at("said")},
			Source: []analysis.Span{at("Zoë Venn")}, Speakers: []int{0}, Confidence: 0.75}},
		Speakers: []analysis.Speaker{{Name: "Zoë Venn", Names: []string{"Zoë Venn"}, Type: analysis.Person, Mentions: []analysis.Span{at("Zoë Venn")}}}}
}

// plain is an article of a text alone.
func plain(id, text string) articles.Article {
	return articles.Article{ID: id, Text: text, Paragraphs: []articles.Paragraph{{Span: analysis.Span{Start: 0, End: len(text)}}}}
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

// Each version of the engine has its say; the newest counts, in whatever order they come.
func TestAnalysesOfSeveralEngines(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), findings("9"))
	if d, err := l.AnalysisBy(ctx, key, "10"); d != nil || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
	for _, engine := range []string{"10", "2"} {
		if err := l.Keep(ctx, key, findings(engine)); err != nil {
			t.Fatal(err)
		}
	}
	better := findings("10")
	better.Quotes[0].Confidence = 0.875
	if err := l.Keep(ctx, key, better); err != nil {
		t.Fatal(err)
	}
	if d, err := l.Analysis(ctx, key); err != nil || !reflect.DeepEqual(d, better) {
		t.Errorf("%v: %+v", err, d)
	}
	if d, err := l.AnalysisBy(ctx, key, "2"); err != nil || d.Engine != "2" {
		t.Errorf("%v: %+v", err, d)
	}
	if all, err := l.Engines(ctx, key); err != nil || strings.Join(all, " ") != "10 9 2" {
		t.Errorf("%v: %q", err, all)
	}
	is(t, l.Keep(ctx, "0000000", findings("2")), ErrNoArticle, "0000000")
}

func TestNewerEngines(t *testing.T) {
	inOrder := []string{"", "1", "1.5", "2", "2.1", "2.9", "2.10", "2.10-beta", "10", "100", "a", "b1", "b02", "b10"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got := CompareEngines(a, b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%q and %q: %d", a, b, got)
			}
		}
	}
}

func TestFindingAnArticle(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	one := add(t, l, plain("same", "One text."), nil)
	two := add(t, l, plain("same", "Another text."), nil)
	whole := digits(textSum(words))
	for _, name := range []string{key, whole[:4], whole[:12], whole, strings.ToUpper(whole), "harbour"} {
		if got, err := l.Find(ctx, name); err != nil || got != key {
			t.Errorf("%q is %q, %v", name, got, err)
		}
	}
	for _, name := range []string{whole[:3], "", "harb", "zzzz", whole + "0", "'; DROP TABLE article; --"} {
		_, err := l.Find(ctx, name)
		is(t, err, ErrNoArticle, name)
	}
	_, err := l.Find(ctx, "same")
	is(t, err, ErrSeveral, "same", one, two)
	_, err = l.Article(ctx, "same")
	is(t, err, ErrNoArticle)
}

// A key stays what it is, also when another text's sum begins alike: the later article has the longer key.
func TestKeysThatBeginAlike(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	sum := textSum(words)
	sum[31]++
	if _, err := l.db.Exec("UPDATE article SET sum = ?", sum); err != nil { // as if that were another text
		t.Fatal(err)
	}
	second := add(t, l, story(), nil)
	if len(second) != shortestKey+1 || !strings.HasPrefix(second, key) {
		t.Fatalf("keys are %q and %q", key, second)
	}
	for _, k := range []string{key, second} {
		if got, err := l.Find(ctx, k); err != nil || got != k {
			t.Errorf("%q is %q, %v", k, got, err)
		}
	}
	_, err := l.Find(ctx, key[:5])
	is(t, err, ErrSeveral, key, second)
}

func TestTheList(t *testing.T) {
	now := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	l := open(t, newPath(t), Options{Make: true, Now: func() time.Time { return now }})
	if all, err := l.List(ctx); err != nil || len(all) != 0 {
		t.Errorf("%v, %+v", err, all)
	}
	first := add(t, l, story(), findings("2"))
	other := findings("10")
	other.Quotes = append(other.Quotes, other.Quotes[0])
	if err := l.Keep(ctx, first, other); err != nil {
		t.Fatal(err)
	}
	note(t, l, first, "ida", "right")
	note(t, l, first, "ben", "wrong")
	second := add(t, l, plain("rain", "It rained all day."), nil)
	all, err := l.List(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %+v", err, all)
	}
	if !all[1].Date.Equal(story().Date) {
		t.Errorf("date is %v", all[1].Date)
	}
	all[1].Date = time.Time{}
	want := []Summary{
		{Key: second, ID: "rain", Headline: "It rained all day.", Added: now},
		{Key: first, ID: "harbour", Headline: "Harbour to open in May", Outlet: "Lindwick Courier", Address: "https://example.org/harbour",
			Added: now, Engine: "10", Language: "en", Quotes: 2, Speakers: 1, Entries: 2},
	}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("%+v\nwant %+v", all, want)
	}
}

// An article goes with all that belongs to it; one that somebody reviewed only when that is said.
func TestRemoving(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), findings("2"))
	other := add(t, l, plain("rain", "It rained all day."), &analysis.Document{Engine: "2"})
	if err := l.SetPlace(ctx, key, 30); err != nil {
		t.Fatal(err)
	}
	last := note(t, l, key, "ida", "right")
	is(t, l.Remove(ctx, key, false), ErrReviewed, key, "--with-reviews")
	if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 1 {
		t.Errorf("%v, %+v", err, log)
	}
	if err := l.Remove(ctx, key, true); err != nil {
		t.Fatal(err)
	}
	is(t, l.Remove(ctx, key, true), ErrNoArticle)
	if f, err := l.Check(ctx); err != nil || !reflect.DeepEqual(f, Findings{Articles: 1, Analyses: 1}) {
		t.Errorf("%v: %+v", err, f)
	}
	if e := note(t, l, other, "ida", "right"); e.Number <= last.Number {
		t.Errorf("the number %d is given again after %d", e.Number, last.Number)
	}
	// It may come back as if it had never been there.
	if again := add(t, l, story(), nil); again != key {
		t.Errorf("the key was %q and is %q", key, again)
	}
	if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 0 {
		t.Errorf("%v, %+v", err, log)
	}
}

func TestPlaces(t *testing.T) {
	l := newLibrary(t)
	key := add(t, l, story(), nil)
	for _, c := range []struct{ set, want int }{{-1, 0}, {0, 0}, {40, 40}, {len(words), len(words)}, {len(words) + 9, len(words)}, {7, 7}} {
		if err := l.SetPlace(ctx, key, c.set); err != nil {
			t.Fatal(err)
		}
		if at, err := l.Place(ctx, key); err != nil || at != c.want {
			t.Errorf("stopped at %d and goes on at %d (%v)", c.set, at, err)
		}
	}
	if at, err := l.Place(ctx, add(t, l, plain("rain", "It rained."), nil)); err != nil || at != 0 {
		t.Errorf("an article that was never read goes on at %d (%v)", at, err)
	}
	is(t, l.SetPlace(ctx, "0000000", 3), ErrNoArticle)
}

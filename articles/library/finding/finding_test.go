package finding_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/query"
)

var ctx = context.Background()

// shelf is a library of four made articles, named a to d.
type shelf struct {
	t *testing.T
	finding.Finder
	keys map[string]string
}

// said is a quote of a made article.
type said struct {
	who, words string
	kind       analysis.Kind
	confidence float64
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	lib, err := library.Open(ctx, filepath.Join(t.TempDir(), "library.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	now := func() time.Time { return time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC) }
	s := &shelf{t, finding.Finder{Library: lib, Now: now}, map[string]string{}}
	s.add("a", "Flood wall voted down", "Lindwick Courier", "2026-03-01", "bill", analysis.Supports,
		said{"Ann Marsh", "no tax for a flood wall", analysis.Direct, 0.9},
		said{"Otto Brandt", "it was late", analysis.Indirect, 0.3})
	s.add("b", "Rain at the café", "The Harbour Post", "2026-03-20", "wall", analysis.Opposes,
		said{"Otto Brandt", "no tax at all", analysis.Direct, 0.9})
	s.add("c", "Élodie opens a school", "Lindwick Courier", "", "", analysis.Neutral,
		said{"Ann Marsh", "we sing", analysis.Mixed, 0.9})
	s.add("d", "Nobody speaks", "", "2025-12-31", "", analysis.Neutral)
	f := &following.Follower{Library: lib, Now: now}
	if err := f.Refresh(ctx, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *shelf) add(name, title, outlet, day, topic string, side analysis.Stance, quotes ...said) {
	s.t.Helper()
	text := title + "."
	d := &analysis.Document{Engine: "1", Language: "en"}
	for i, q := range quotes {
		start := len(text) + len("\n\n")
		text += "\n\n" + q.words + ", said " + q.who + "."
		at := strings.LastIndex(text, q.who)
		d.Quotes = append(d.Quotes, analysis.Quote{Kind: q.kind, Confidence: q.confidence,
			Why:     analysis.Why{SpeakerConfidence: 1},
			Content: []analysis.Span{{Start: start, End: start + len(q.words)}}, Speakers: []int{i}})
		d.Speakers = append(d.Speakers, analysis.Speaker{Name: q.who, Names: []string{q.who}, Type: analysis.Person,
			Mentions: []analysis.Span{{Start: at, End: at + len(q.who)}}})
	}
	if topic != "" {
		d.Positions = []analysis.Position{{Speaker: 0, Stance: side, Topic: topic, Statement: d.Quotes[0].Content}}
	}
	a := articles.Article{ID: name, Title: title, Outlet: outlet, Text: text}
	if day != "" {
		a.Date, _ = time.Parse(time.DateOnly, day)
	}
	key, _, err := s.Library.Add(ctx, a, d)
	if err != nil {
		s.t.Fatal(err)
	}
	s.keys[name] = key
}

// found are the names of the articles that a query means, in an order.
func (s *shelf) found(q string, p finding.Page) string {
	s.t.Helper()
	e, err := s.Parse(ctx, q)
	if err != nil {
		s.t.Fatalf("%s: %v", q, err)
	}
	rows, err := s.Find(ctx, e, p)
	if err != nil {
		s.t.Fatalf("%s: %v", q, err)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r.ID)
	}
	return b.String()
}

var all = finding.Page{Order: finding.Added, Most: library.All}

func TestAQueryFindsWhatItSays(t *testing.T) {
	s := newShelf(t)
	if err := s.Library.SetPlace(ctx, s.keys["a"], 3); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Library.Append(ctx, s.keys["b"], "eve", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if _, err := finding.Tag(ctx, s.Library, []string{s.keys["a"], s.keys["c"]}, []string{"Marsh file"}, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ story, query, want string }{
		{"everything", "", "abcd"},
		{"a word, in any case", "FLOOD", "a"},
		{"a word without its accents", "elodie cafe", ""},
		{"one or the other", "elodie or cafe", "bc"},
		{"a phrase", `"no tax"`, "ab"},
		{"not the words apart", `"tax no"`, ""},
		{"the beginning of a word", "flo*", "a"},
		{"marks alone are nowhere", `"!"`, ""},
		{"not", "-tax", "cd"},
		{"who speaks", "speaker:marsh", "ac"},
		{"words within a quote", `said:"no tax"`, "ab"},
		{"not in quotes", "said:voted", ""},
		{"who said it", `said:tax speaker:marsh`, "a"},
		{"of one quote", `said:late speaker:marsh`, ""},
		{"not who said it", `said:tax -speaker:marsh`, "b"},
		{"a kind of one's quotes", "speaker:otto kind:indirect", "a"},
		{"unsure quotes", "unsure", "a"},
		{"whose are unsure", "unsure speaker:marsh", ""},
		{"a side", "position:supports", "a"},
		{"a side on something", "position:opposes about:wall", "b"},
		{"whose side", "speaker:otto position:supports", ""},
		{"title, outlet", "title:school or outlet:post", "bc"},
		{"no title is of the text", "title:tax", ""},
		{"since a day", "since:2026-03-02", "b"},
		{"in a month", "since:2026-03 before:2026-04", "ab"},
		{"the last two weeks", "since:2w", "b"},
		{"never opened", "unread", "bcd"},
		{"reviewed", "reviewed", "b"},
		{"a tag, in any case", `tag:"marsh FILE"`, "ac"},
		{"a language", "lang:en -speaker:ann", "bd"},
		{"brackets", "(speaker:marsh or speaker:otto) -flood", "bc"},
		{"not of brackets", "-(speaker:marsh or speaker:otto)", "d"},
		{"what could end a statement", `outlet:"'; DROP TABLE article; --" or title:"a\") OR 1"`, ""},
		{"signs of patterns", "outlet:%", ""},
	} {
		if got := s.found(c.query, all); got != c.want {
			t.Errorf("%s: %s finds %q, not %q", c.story, c.query, got, c.want)
		}
	}
}

func TestArticlesAreListedByAnyColumn(t *testing.T) {
	s := newShelf(t)
	for order, want := range map[finding.Order]string{finding.Added: "abcd", finding.Date: "cdab", finding.Title: "adbc",
		finding.Outlet: "dcab", finding.Quotes: "dcba", finding.Speakers: "dcba"} {
		if got := s.found("", finding.Page{Order: order, Most: library.All}); got != want {
			t.Errorf("by %s: %q, not %q", order, got, want)
		}
	}
	if got := s.found("", finding.Page{Order: finding.Date, Backwards: true, Offset: 1, Most: 2}); got != "ad" {
		t.Errorf("a page: %q", got)
	}
	if _, err := s.Find(ctx, query.All{}, finding.Page{Order: "colour"}); err == nil {
		t.Error("articles are ordered by colour")
	}
	rows, _ := s.Find(ctx, query.All{}, all)
	if r := rows[0]; r.Quotes != 2 || r.Speakers != 2 || strings.Join(r.Top, "|") != "Ann Marsh|Otto Brandt" ||
		r.Outlet != "Lindwick Courier" || r.Date.Format(time.DateOnly) != "2026-03-01" {
		t.Errorf("%+v", r)
	}
}

func TestHitsAreTheQuotesOrTheSentencesThatAreMeant(t *testing.T) {
	s := newShelf(t)
	for query, want := range map[string]string{
		"said:tax":           "no [tax] for a flood wall/Ann Marsh; no [tax] at all/Otto Brandt",
		"speaker:otto -rain": "it was late/Otto Brandt",
		"voted":              "Flood wall [voted] down./",
		"unsure or tag:none": "it was late/Otto Brandt",
		"cafe":               "Rain at the [café]./",
		"title:nobody":       "[Nobody] speaks./",
		"outlet:post":        "/",
	} {
		e, err := s.Parse(ctx, query)
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Hits(ctx, e, all, 10)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range hits {
			words := h.Words
			for _, m := range slices.Backward(h.Marks) {
				words = words[:m.Start] + "[" + words[m.Start:m.End] + "]" + words[m.End:]
			}
			a, err := s.Library.Article(ctx, h.Key)
			if err != nil || a.Text[h.Span.Start:h.Span.End] != h.Words {
				t.Errorf("%s: %v, %q", query, err, h.Words)
			}
			got = append(got, words+"/"+h.Speaker)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %q", query, got)
		}
	}
}

func TestTagsAndSavedQueriesAreKept(t *testing.T) {
	s := newShelf(t)
	a, b := s.keys["a"], s.keys["b"]
	for _, c := range []struct {
		add, remove []string
		want        int
	}{{[]string{"x", "y"}, nil, 2}, {[]string{"X"}, nil, 0}, {nil, []string{"y", "none"}, 2}} {
		if n, err := finding.Tag(ctx, s.Library, []string{a, b}, c.add, c.remove); n != c.want || err != nil {
			t.Errorf("%v: %d changed, %v", c, n, err)
		}
	}
	if tags, err := finding.Tags(ctx, s.Library); err != nil || fmt.Sprint(tags) != "[{x 2}]" {
		t.Errorf("%v, %v", tags, err)
	}
	if err := finding.Save(ctx, s.Library, finding.View{Name: "mine", Query: "tag:x   -flood"}); err != nil {
		t.Fatal(err)
	}
	if got := s.found("@Mine", all); got != "b" {
		t.Errorf("a saved query finds %q", got)
	}
	for _, v := range []finding.View{{Name: "a b", Query: "x"}, {Name: "", Query: "x"}, {Name: "bad", Query: "("}} {
		if err := finding.Save(ctx, s.Library, v); err == nil {
			t.Errorf("%+v is saved", v)
		}
	}
	if err := finding.Forget(ctx, s.Library, "mine"); err != nil {
		t.Fatal(err)
	}
	if err := finding.Forget(ctx, s.Library, "mine"); !errors.Is(err, finding.ErrNone) {
		t.Errorf("%v", err)
	}
	if err := s.Library.Remove(ctx, a, true); err != nil {
		t.Fatal(err)
	}
	if got := s.found("tax or speaker:marsh or tag:x", all); got != "bc" {
		t.Errorf("of an article that was removed something is found: %q", got)
	}
	for field, want := range map[query.Field]string{query.Speaker: "[Ann Marsh]", query.Outlet: "[]", query.Tag: "[]"} {
		if got, err := s.Values(ctx, field, "ma"); err != nil || fmt.Sprint(got) != want {
			t.Errorf("%s: %v, %v", field, got, err)
		}
	}
}

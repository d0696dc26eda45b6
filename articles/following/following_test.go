package following

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/people"
	"hearsay/articles/review"
	"hearsay/articles/reviews"
)

var ctx = context.Background()

// shelf is a library of made articles, and who follows people in it.
type shelf struct {
	t testing.TB
	*Follower
	keys []string
}

func newShelf(t testing.TB) *shelf {
	t.Helper()
	lib, err := library.Open(ctx, filepath.Join(t.TempDir(), "library.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return &shelf{t: t, Follower: &Follower{Library: lib, Now: func() time.Time { at = at.Add(time.Second); return at }}}
}

// add adds an article of a day in which somebody says something and takes a side on a topic.
func (s *shelf) add(day int, name, words string, side analysis.Stance, topic string) string {
	s.t.Helper()
	text := fmt.Sprintf("No. %d. %s said: “%s” Zoe Quell said %s was wrong.", day, name, words, name)
	at := func(w string) analysis.Span {
		i := strings.Index(text, w)
		return analysis.Span{Start: i, End: i + len(w)}
	}
	last := strings.LastIndex(text, name)
	d := &analysis.Document{Engine: "1", Language: "en", Sentences: []analysis.Span{{Start: 0, End: len(text)}},
		Quotes: []analysis.Quote{
			{Kind: analysis.Direct, Content: []analysis.Span{at("“" + words + "”")}, Speakers: []int{0}, Confidence: 0.9},
			{Kind: analysis.Indirect, Content: []analysis.Span{{Start: last, End: len(text) - 1}}, Speakers: []int{1}}},
		Speakers: []analysis.Speaker{{Name: name, Names: []string{name}, Type: analysis.Person, Gender: analysis.Female,
			Mentions: []analysis.Span{at(name), {Start: last, End: last + len(name)}}},
			{Name: "Zoe Quell", Names: []string{"Zoe Quell"}, Type: analysis.Person,
				Mentions: []analysis.Span{at("Zoe Quell")}}}}
	if topic != "" {
		d.Positions = []analysis.Position{{Speaker: 0, Stance: side, Topic: topic, Statement: []analysis.Span{at(words)},
			Target: []analysis.Span{at(words)}, Quotes: []int{0}}}
	}
	key, _, err := s.Library.Add(ctx, articles.Article{ID: fmt.Sprint(day), Title: fmt.Sprint("No. ", day), Text: text,
		Outlet: "Lindwick Courier", Date: time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC)}, d)
	if err != nil {
		s.t.Fatal(err)
	}
	s.keys = append(s.keys, key)
	return key
}

// page is the page of the one person of a name.
func (s *shelf) page(name string) *Page {
	s.t.Helper()
	r, found, err := s.Find(ctx, name)
	if err != nil {
		s.t.Fatal(err)
	}
	p, err := s.Page(ctx, r, found[0])
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}

func TestAPersonIsFollowedAcrossArticles(t *testing.T) {
	s := newShelf(t)
	s.add(9, "Elin Vasstrand", "We need the harbour tax.", analysis.Supports, "the harbour tax")
	s.add(3, "Elin Vasstrand", "No harbour tax.", analysis.Opposes, "harbour tax")
	s.add(5, "Elin Vasstrand", "The bill is bad.", analysis.Opposes, "the bill")
	s.add(7, "Elin Vasstrand", "The bill is good.", analysis.Supports, "the bill")
	p := s.page("vasstrand")
	var days []string
	for _, l := range p.Lines {
		days = append(days, l.When.Format("2"))
	}
	if fmt.Sprint(days) != "[3 5 7 9]" || p.Lines[0].Text != "“No harbour tax.”" || p.Articles != 4 ||
		p.Kinds[analysis.Direct] != 4 || p.Person.Gender != analysis.Female {
		t.Errorf("%v %+v", days, p)
	}
	if len(p.Outlets) != 1 || p.Outlets[0] != (people.Count{Words: "Lindwick Courier", Articles: 4}) {
		t.Errorf("%v", p.Outlets)
	}
	// A topic that is told from others is one in all articles; "the bill" is another one in each.
	if len(p.Topics) != 3 || p.Topics[0].Changes != 1 || !p.Topics[0].Sides[1].Changed ||
		p.Topics[0].Sides[1].Stance != analysis.Supports || p.Topics[1].Changes != 0 {
		t.Errorf("%+v", p.Topics)
	}
	if len(p.By) != 1 || p.By[0].Name != "Zoe Quell" || len(p.By[0].Lines) != 4 {
		t.Errorf("%+v", p.By)
	}
}

func TestWhatWasDecidedIsKept(t *testing.T) {
	s := newShelf(t)
	one := s.add(1, "Elin Vasstrand", "One.", 0, "")
	s.add(2, "E. Vasstrand", "Two.", 0, "")
	r, found, err := s.Find(ctx, "E. Vasstrand")
	if err != nil || len(found) != 1 || len(r.People[found[0]].Voices) != 1 {
		t.Fatalf("%v %v", err, found)
	}
	a, who, err := s.OfVoice(ctx, people.Key{Article: one, Name: "Elin Vasstrand"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Decide(ctx, people.Decision{Act: people.JoinThem, A: a.Anchor(who), B: r.Anchor(found[0])},
		people.Decision{Act: people.Rename, A: a.Anchor(who), Name: "Minister Vasstrand"}); err != nil {
		t.Fatal(err)
	}
	if p := s.page("Minister Vasstrand"); len(p.Lines) != 2 || !p.Person.Renamed {
		t.Errorf("%+v", p)
	}
	if _, done, err := s.Undo(ctx); err != nil || !done {
		t.Errorf("%v %v", done, err)
	}
	if p := s.page("Elin Vasstrand"); len(p.Lines) != 2 || p.Person.Renamed {
		t.Errorf("%+v", p.Person)
	}
	if _, done, err := s.Undo(ctx); err != nil || !done {
		t.Errorf("%v %v", done, err)
	}
	if p := s.page("Elin Vasstrand"); len(p.Lines) != 1 {
		t.Errorf("%+v", p)
	}
	if _, done, err := s.Undo(ctx); err != nil || done {
		t.Error("more is undone than was done")
	}
	if d, done, err := s.Redo(ctx); err != nil || !done || len(s.page("Elin Vasstrand").Lines) != 2 {
		t.Errorf("%v %v %v", d, done, err)
	}
}

// Two libraries become one without losing a decision, and a second time changes nothing.
func TestDecisionsAreMerged(t *testing.T) {
	s, o := newShelf(t), newShelf(t)
	for _, one := range []*shelf{s, o} {
		one.add(1, "Elin Vasstrand", "One.", 0, "")
		one.add(2, "E. Vasstrand", "Two.", 0, "")
	}
	r, err := o.Register(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) *people.Key { return r.Anchor(r.Called(name)[0]) }
	one := people.Decision{Act: people.JoinThem, A: at("Elin Vasstrand"), B: at("E. Vasstrand")}
	if err := o.Decide(ctx, one); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} {
		if m, err := s.Library.Merge(ctx, o.Library); err != nil || m.Identities != want {
			t.Errorf("%v: %+v", err, m)
		}
	}
	if p := s.page("Elin Vasstrand"); len(p.Lines) != 2 {
		t.Errorf("%+v", p)
	}
	if f, err := s.Library.Check(ctx); err != nil || len(f.Faults) > 0 {
		t.Errorf("%v %+v", err, f)
	}
}

// An article that is read anew by a newer engine, or removed, changes the page, and no decision is lost.
func TestArticlesThatChange(t *testing.T) {
	s := newShelf(t)
	key := s.add(1, "Elin Vasstrand", "One.", 0, "")
	s.add(2, "Elin Vasstrand", "Two.", 0, "")
	d, err := s.Library.Analysis(ctx, key)
	if err != nil {
		t.Fatal(err)
	}
	d.Engine, d.Quotes = "2", d.Quotes[1:]
	if err := s.Library.Keep(ctx, key, d); err != nil {
		t.Fatal(err)
	}
	if p := s.page("Elin Vasstrand"); len(p.Lines) != 1 {
		t.Errorf("read anew: %+v", p.Lines)
	}
	d.Engine, d.Quotes = "1", nil // an older one knows no better
	if err := errors.Join(s.Library.Keep(ctx, key, d), s.Refresh(ctx, nil)); err != nil {
		t.Fatal(err)
	}
	if p := s.page("Elin Vasstrand"); len(p.By) != 1 || len(p.By[0].Lines) != 2 {
		t.Errorf("%+v", p.By)
	}
	if err := s.Library.Remove(ctx, s.keys[1], false); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Find(ctx, "Tor Vasstrand"); !errors.Is(err, ErrNobody) {
		t.Errorf("%v", err)
	}
	if p := s.page("Elin Vasstrand"); len(p.Lines) != 0 || p.Articles != 1 {
		t.Errorf("%+v", p)
	}
}

func TestTheOutlookIsNarrowed(t *testing.T) {
	s := newShelf(t)
	one := s.add(1, "Elin Vasstrand", "One.", 0, "")
	s.add(2, "Tor Brandvold", "Two.", 0, "")
	day := func(d int) time.Time { return time.Date(2026, 3, d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		n    Narrowed
		want int
	}{{Narrowed{}, 4}, {Narrowed{Keys: []string{one}}, 2}, {Narrowed{Keys: []string{}}, 0},
		{Narrowed{Outlet: "LINDWICK"}, 4},
		{Narrowed{Outlet: "times"}, 0}, {Narrowed{Since: day(2)}, 2}, {Narrowed{Before: day(2)}, 2},
		{Narrowed{Since: day(1), Before: day(3)}, 4}, {Narrowed{Speaker: "Quell"}, 2},
		{Narrowed{Speaker: "Vasstrand", Since: day(2)}, 0}} {
		if o, err := s.Outlook(ctx, c.n); err != nil || o.Quotes != c.want {
			t.Errorf("%+v: %v, %+v, want %d", c.n, err, o, c.want)
		}
	}
	if _, err := s.Outlook(ctx, Narrowed{Speaker: "Zzz"}); !errors.Is(err, ErrNobody) {
		t.Errorf("%v", err)
	}
}

// A person with 5,000 quotes in 2,500 articles of some 2,000 bytes, and as many by others about them.
func BenchmarkPage(b *testing.B) {
	s := newShelf(b)
	words := strings.Repeat("we waited for the harbour tax ", 30)
	for i := range 2500 {
		s.add(i+1, "Elin Vasstrand", words, analysis.Supports, "harbour tax")
	}
	if err := library.Change(ctx, s.Library, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO saying SELECT article, speaker, quote + 9, kind, polarity, start, end, words,
			certainty FROM saying WHERE speaker = 0`)
		return err
	}); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		r, found, err := s.Find(ctx, "Elin Vasstrand")
		if err != nil {
			b.Fatal(err)
		}
		if p, err := s.Page(ctx, r, found[0]); err != nil || len(p.Lines) != 5000 {
			b.Fatal(err, len(p.Lines))
		}
	}
}

// What a reviewer corrected is what a person's page tells.
func TestCorrectionsCount(t *testing.T) {
	s := newShelf(t)
	key := s.add(1, "Elin Vasstrand", "One.", 0, "")
	a, err := s.Library.Article(ctx, key)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Library.Analysis(ctx, key)
	if err != nil {
		t.Fatal(err)
	}
	l, err := reviews.OpenLog(ctx, s.Library, key, a.Text, "ida", s.Now)
	if err != nil {
		t.Fatal(err)
	}
	entry := l.Writer().Speakers(review.QuoteOf(a.Text, d, 0), review.Who{Name: "Berit Tolbeck"})
	if err := l.KeepAll([]review.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	if err := s.Refresh(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if p := s.page("Berit Tolbeck"); len(p.Lines) != 1 || p.Lines[0].Text != "“One.”" {
		t.Errorf("%+v", p)
	}
	if r, found, err := s.Find(ctx, "Elin Vasstrand"); err == nil && r.People[found[0]].Quotes > 0 {
		t.Errorf("%+v", r.People[found[0]])
	}
}

package library

import (
	"reflect"
	"testing"
	"time"

	"hearsay/analysis"
)

func TestTheList(t *testing.T) {
	now := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	l := open(t, newPath(t), Options{Make: true, Now: func() time.Time { return now }})
	if all, err := l.List(ctx, All); err != nil || len(all) != 0 {
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
	all, err := l.List(ctx, All)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %+v", err, all)
	}
	if !all[1].Date.Equal(story().Date) {
		t.Errorf("date is %v", all[1].Date)
	}
	all[1].Date = time.Time{}
	want := []Summary{
		{Key: second, ID: "rain", Headline: "It rained all day.", Added: now},
		{Key: first, ID: "harbour", Headline: "Harbour to open in May", Outlet: "Lindwick Courier",
			Address: "https://example.org/harbour",
			Added:   now, Engine: "10", Language: "en", Quotes: 2, Speakers: 1, Entries: 2},
	}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("%+v\nwant %+v", all, want)
	}
	if last, err := l.List(ctx, 1); err != nil || len(last) != 1 || last[0].Key != second {
		t.Errorf("%v: the last one is %+v", err, last)
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
	for _, c := range []struct{ set, want int }{{-1, 0}, {0, 0}, {40, 40}, {len(words), len(words)},
		{len(words) + 9, len(words)}, {7, 7}} {
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

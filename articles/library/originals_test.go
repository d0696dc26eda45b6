package library

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"hearsay/articles"
)

// addFrom adds an article that was read from an original.
func addFrom(t testing.TB, l *Library, a articles.Article, o *Original) string {
	t.Helper()
	key, _, err := AddWith(ctx, l, a, nil, func(tx *sql.Tx, n int64) error { return KeepOriginal(ctx, tx, n, o) })
	if err != nil {
		t.Fatal(err)
	}
	return key
}

var tuesday = time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC)

// at is an article of an address.
func at(address, text string) articles.Article {
	a := plain("page", text)
	a.Address = address
	return a
}

func originals(t testing.TB, l *Library) (n int) {
	t.Helper()
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM original").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// What an article was read from comes back byte for byte; of several articles of one file it is kept once, and it goes
// with the last of them.
func TestOriginalsAreKeptAsTheyCame(t *testing.T) {
	l := newLibrary(t)
	data := []byte("\x00\xff" + strings.Repeat("<p>One.</p>", 1000))
	o := NewOriginal("two.html", data, tuesday)
	o.Place = "1"
	one := addFrom(t, l, plain("one", "One."), o)
	other := *o
	other.Place = "2"
	two := addFrom(t, l, plain("two", "Two."), &other)
	addFrom(t, l, plain("one", "One."), NewOriginal("later.html", []byte("later"), tuesday))
	for key, place := range map[string]string{one: "1", two: "2"} {
		got, err := OriginalOf(ctx, l, key)
		if err != nil {
			t.Fatal(err)
		}
		back, err := got.Bytes()
		if err != nil || string(back) != string(data) || got.Place != place || got.Name != "two.html" ||
			got.Size != int64(len(data)) || !got.Came.Equal(tuesday) {
			t.Errorf("%v: %+v, %d bytes", err, got, len(back))
		}
	}
	three := add(t, l, plain("three", "Three."), nil)
	_, err := OriginalOf(ctx, l, three)
	is(t, err, ErrNoOriginal, three)
	_, err = OriginalOf(ctx, l, "0000000")
	is(t, err, ErrNoArticle, "0000000")
	for _, c := range []struct {
		key  string
		left int
	}{{three, 1}, {one, 1}, {two, 0}} {
		if err := l.Remove(ctx, c.key, false); err != nil {
			t.Fatal(err)
		}
		if n := originals(t, l); n != c.left {
			t.Errorf("%d originals are kept, not %d", n, c.left)
		}
	}
}

// An original that is not as it was kept is an error, a fault of the check, and not taken into another library.
func TestOriginalsThatAreDamaged(t *testing.T) {
	for name, change := range map[string]string{
		"another sum":  "UPDATE original SET sum = zeroblob(32)",
		"no gzip":      "UPDATE original SET packed = x'00'",
		"too short":    "UPDATE original SET size = 3",
		"less than it": "UPDATE original SET size = -1",
	} {
		l := newLibrary(t)
		key := addFrom(t, l, story(), NewOriginal("story.txt", []byte(words), tuesday))
		if _, err := l.db.ExecContext(ctx, change); err != nil {
			t.Fatal(err)
		}
		o, err := OriginalOf(ctx, l, key)
		if err == nil {
			_, err = o.Bytes()
		}
		if is(t, err, ErrDamaged, ""); err == nil {
			t.Errorf("%s is not seen", name)
		}
		if f, err := l.Check(ctx); err != nil || len(f.Faults) != 1 {
			t.Errorf("%s: %v, %q", name, err, f.Faults)
		}
		other := newLibrary(t)
		if m, err := other.Merge(ctx, l); err != nil || len(m.Faults) != 1 || m.Articles != 1 || originals(t, other) != 0 {
			t.Errorf("%s: %v, %+v", name, err, m)
		}
	}
}

// A library takes the originals of another one, also of articles that it had before without.
func TestOriginalsAreMerged(t *testing.T) {
	l, other := newLibrary(t), newLibrary(t)
	o := NewOriginal("a.jsonl", []byte("all of it"), tuesday)
	var keys []string
	for n := range 5 {
		o.Place = fmt.Sprint(n + 1)
		keys = append(keys, addFrom(t, other, plain("a", fmt.Sprintf("Text %d.", n)), o))
	}
	add(t, l, plain("mine", "Text 3."), nil)
	for range 2 {
		if m, err := l.Merge(ctx, other); err != nil || len(m.Faults) > 0 {
			t.Fatalf("%v: %+v", err, m)
		}
	}
	for n, key := range keys {
		got, err := OriginalOf(ctx, l, key)
		if err != nil || got.Place != fmt.Sprint(n+1) || got.Sum != o.Sum {
			t.Errorf("%v: %+v", err, got)
		}
	}
	if n := originals(t, l); n != 1 {
		t.Errorf("it is kept %d times", n)
	}
}

// A page that changes is there in all its versions; one that comes back shorter does not stand for the others.
func TestVersionsOfAPage(t *testing.T) {
	l := newLibrary(t)
	page := func(address, text, from string) string {
		return addFrom(t, l, at(address, text), NewOriginal(address, []byte(from), tuesday))
	}
	const here = "https://example.org/a"
	first := page(here, "It was so.", "1")
	longer := page(here, "It was so, they said.", "2")
	again := page(here, "It was so, she said.x", "3")
	wall := page(here, "Subscribe.", "4")
	page("https://example.org/b", "Another page.", "5")
	one, two := page("https://example.org/list", "One of two.", "6"), page("https://example.org/list", "Two of two.", "6")
	none := add(t, l, plain("x", "No address."), nil)
	add(t, l, plain("y", "None either."), nil)
	for key, want := range map[string]string{
		first: first + " " + longer + " " + again + "* " + wall,
		wall:  first + " " + longer + " " + again + "* " + wall,
		one:   one + "*", two: two + "*", none: none + "*"} {
		all, err := Versions(ctx, l, key)
		var b strings.Builder
		for _, v := range all {
			if b.WriteString(" " + v.Key); v.Current {
				b.WriteByte('*')
			}
		}
		if got := strings.TrimSpace(b.String()); err != nil || got != want {
			t.Errorf("%v: %q, not %q", err, got, want)
		}
	}
	_, err := Versions(context.Background(), l, "0000000")
	is(t, err, ErrNoArticle, "0000000")
}

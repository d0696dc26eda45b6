package finding_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
)

// A page is the same whether it is found among the first articles that are looked at or only among all of them, from
// either end.
func TestPagesOfManyArticles(t *testing.T) {
	lib, err := library.Open(ctx, filepath.Join(t.TempDir(), "library.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	for n := range 1200 {
		text := fmt.Sprintf("Number %d.", n)
		if n%40 == 3 {
			text += " A wall."
		}
		if n == 11 {
			text += " Once."
		}
		if _, _, err := lib.Add(ctx, articles.Article{ID: fmt.Sprint(n), Text: text}, nil); err != nil {
			t.Fatal(err)
		}
	}
	f := finding.Finder{Library: lib, Now: time.Now}
	for _, q := range []string{"wall", "once", "wall -once", "never", "wall or once", "", "unread wall"} {
		e, err := f.Parse(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		want, err := f.Keys(ctx, e) // that which came last first
		if err != nil {
			t.Fatal(err)
		}
		if n, err := f.Count(ctx, e); err != nil || n != len(want) {
			t.Errorf("%q: %d are counted, %v", q, n, err)
		}
		for _, backwards := range []bool{true, false} {
			if !backwards {
				slices.Reverse(want)
			}
			for _, p := range []finding.Page{{Most: 5}, {Offset: 3, Most: 20}, {Offset: 14, Most: 12}, {Offset: 30, Most: 50},
				{Offset: 5000, Most: 5}, {Most: library.All}} {
				p.Order, p.Backwards = finding.Added, backwards
				rows, err := f.Find(ctx, e, p)
				if err != nil {
					t.Fatal(err)
				}
				var got []string
				for _, r := range rows {
					got = append(got, r.Key)
				}
				part := want[min(p.Offset, len(want)):]
				if p.Most >= 0 {
					part = part[:min(p.Most, len(part))]
				}
				if !slices.Equal(got, part) {
					t.Errorf("%q, %+v: %d are found, not the %d", q, p, len(got), len(part))
				}
			}
		}
	}
}

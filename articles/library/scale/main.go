// Command scale makes a library of very many articles and prints how long one waits in it: for the first page of the
// list in each order, for the first places that a search finds, and for the page of a person with 5,000 quotes.
//
//	go run ./articles/library/scale -articles 100000 -library /tmp/scale.db
//
// A library that is there is measured as it is. The articles are of sentences of the samples, some of them put into the
// mouths of people; who says what is written down as it is made, not analysed: what adding costs beyond analysis is
// what is told. Each figure is the shortest of several runs, since other programs take their time too; beside it stand
// the first of them, and how long processors worked for the shortest.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
)

func main() {
	path := flag.String("library", "", "the library's `FILE`, which is made where there is none")
	n := flag.Int("articles", 100_000, "how many articles")
	flag.Parse()
	if *path == "" {
		fmt.Fprintln(os.Stderr, "name the library's file: -library FILE")
		os.Exit(2)
	}
	if err := run(context.Background(), *path, *n); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, path string, n int) error {
	_, err := os.Stat(path)
	isNew := errors.Is(err, os.ErrNotExist)
	lib, err := library.Open(ctx, path, library.Options{Make: true})
	if err != nil {
		return err
	}
	defer lib.Close()
	if isNew {
		if err := fill(ctx, lib, n); err != nil {
			return err
		}
	}
	return measure(ctx, lib)
}

// toldEvery is after how many articles the rate is told.
const toldEvery = 10_000

// fill adds articles, one after the other, as a person does.
func fill(ctx context.Context, lib *library.Library, n int) error {
	w := newWorld(rand.New(rand.NewPCG(1, 2)), n)
	began, last := time.Now(), time.Now()
	for i := range n {
		a, d := w.article(i)
		if _, _, err := lib.Add(ctx, a, d); err != nil {
			return err
		}
		if done := i + 1; done%toldEvery == 0 || done == n {
			spent := time.Since(last).Seconds()
			fmt.Printf("%7d added, %4.0f a second\n", done, float64((done-1)%toldEvery+1)/spent)
			last = time.Now()
		}
	}
	spent := time.Since(began)
	fmt.Printf("%7d added in %s, %.0f a second\n", n, spent.Round(time.Second), float64(n)/spent.Seconds())
	return nil
}

// tries is how often each thing is measured, unless that takes longer than patience altogether; what takes longer the
// first time is given up.
const (
	tries    = 5
	patience = 5 * time.Second
)

// take measures one thing.
func take(ctx context.Context, what string, bar time.Duration, do func(context.Context) (int, error)) error {
	within, stop := context.WithTimeout(ctx, patience)
	defer stop()
	var first, best, work time.Duration
	found := 0
	for i := range tries {
		began, before := time.Now(), worked()
		n, err := do(within)
		spent, busy := time.Since(began), worked()-before
		if i == 0 {
			found, first, best, work = n, spent, spent, busy
		}
		if within.Err() != nil {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		if spent < best {
			best, work = spent, busy
		}
	}
	verdict := ""
	switch {
	case bar == 0:
	case best > bar:
		verdict = fmt.Sprintf(", bar %d: TOO LONG", bar.Milliseconds())
	default:
		verdict = fmt.Sprintf(", bar %d", bar.Milliseconds())
	}
	_, err := fmt.Printf("%-42s %6d found %7.1f ms (first %.1f, processors %.1f)%s\n", what, found, milliseconds(best),
		milliseconds(first), milliseconds(work), verdict)
	return err
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// How long one waits at most. How many there are of what was found is told after that, as it comes.
const (
	screenBar = 100 * time.Millisecond
	hitsBar   = 50 * time.Millisecond
	personBar = 200 * time.Millisecond
)

// page is how many articles a screen shows, offered how many the reader has at hand as it opens, and hits how many
// places are shown.
const page, offered, hits = 50, 1001, 20

func measure(ctx context.Context, lib *library.Library) error {
	f := finding.Finder{Library: lib, Now: time.Now}
	err := take(ctx, "open", screenBar, func(ctx context.Context) (int, error) {
		l, err := library.Open(ctx, lib.Path(), library.Options{})
		if err != nil {
			return 0, err
		}
		return 1, l.Close()
	})
	if err != nil {
		return err
	}
	if err := measureList(ctx, f); err != nil {
		return err
	}
	if err := measureSearch(ctx, f); err != nil {
		return err
	}
	return measurePerson(ctx, lib)
}

func measureList(ctx context.Context, f finding.Finder) error {
	all, err := f.Parse(ctx, "")
	if err != nil {
		return err
	}
	for _, o := range finding.Orders() {
		for _, backwards := range []bool{true, false} {
			name := fmt.Sprintf("a page by %s", o)
			if backwards {
				name += ", backwards"
			}
			err := take(ctx, name, screenBar, func(ctx context.Context) (int, error) {
				rows, err := f.Find(ctx, all, finding.Page{Order: o, Backwards: backwards, Most: page})
				return len(rows), err
			})
			if err != nil {
				return err
			}
		}
	}
	err = take(ctx, "what the reader opens with", screenBar, func(ctx context.Context) (int, error) {
		rows, err := f.Find(ctx, all, finding.Page{Order: finding.Added, Backwards: true, Most: offered})
		return len(rows), err
	})
	if err != nil {
		return err
	}
	err = take(ctx, "a page from the middle", screenBar, func(ctx context.Context) (int, error) {
		rows, err := f.Find(ctx, all, finding.Page{Order: finding.Added, Backwards: true, Offset: 50_000, Most: page})
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return take(ctx, "how many there are", screenBar, func(ctx context.Context) (int, error) { return f.Count(ctx, all) })
}

// queries are of each kind: words that stand everywhere, in many articles, in one; people; what they said.
func queries() []string {
	return []string{"the", "council", "unique77", `"the council"`, "speaker:marsh", "said:council",
		"said:council speaker:marsh", "kind:direct", "position:supports", "about:budget", "outlet:courier", "since:2026-06",
		"unread", "reviewed", "unsure", "lang:en", "tag:none", "council -the", "budget or unique77", "council since:2026-06"}
}

func measureSearch(ctx context.Context, f finding.Finder) error {
	for _, q := range queries() {
		e, err := f.Parse(ctx, q)
		if err != nil {
			return err
		}
		err = take(ctx, "hits of "+q, hitsBar, func(ctx context.Context) (int, error) {
			found, err := f.Hits(ctx, e, finding.Page{Order: finding.Added, Backwards: true, Most: hits}, hits)
			return len(found), err
		})
		if err != nil {
			return err
		}
		err = take(ctx, "how many are "+q, 0, func(ctx context.Context) (int, error) { return f.Count(ctx, e) })
		if err != nil {
			return err
		}
	}
	return nil
}

func measurePerson(ctx context.Context, lib *library.Library) error {
	f := &following.Follower{Library: lib, Now: time.Now}
	return take(ctx, "the page of "+often, personBar, func(ctx context.Context) (int, error) {
		r, people, err := f.Find(ctx, often)
		if err != nil {
			return 0, err
		}
		p, err := f.Page(ctx, r, people[0])
		if err != nil {
			return 0, err
		}
		return len(p.Lines), nil
	})
}

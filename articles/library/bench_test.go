package library

import (
	"database/sql"
	"fmt"
	"testing"
)

// manyEntries is a library of 1,000 articles with a hundred entries of review each.
func manyEntries(b *testing.B) (path, key string) {
	path = newPath(b)
	l := open(b, path, Options{Make: true})
	err := l.transact(ctx, func(tx *sql.Tx) error {
		for n := range 1000 {
			article, known, err := insert(ctx, tx, plain(fmt.Sprint(n), fmt.Sprintf("%d. %s", n, words)), l.options.Now())
			if err != nil {
				return err
			}
			key = known
			for range 100 {
				e := Entry{Reviewer: "ida", Time: l.options.Now(), Body: []byte(`{"quote": 7, "verdict": "right"}`)}
				_, err := tx.Exec("INSERT INTO entry (article, reviewer, time, sum, body) VALUES (?, ?, ?, ?, ?)", article,
					e.Reviewer, microseconds(e.Time), e.sum(), e.Body)
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	l.Close()
	return path, key
}

func BenchmarkOpenWithManyEntries(b *testing.B) {
	path, key := manyEntries(b)
	b.ResetTimer()
	for b.Loop() {
		l, err := Open(ctx, path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if log, err := l.Log(ctx, key, "ida"); err != nil || len(log) != 100 {
			b.Fatal(err, len(log))
		}
		l.Close()
	}
}

func BenchmarkAppend(b *testing.B) {
	path, key := manyEntries(b)
	l := open(b, path, Options{})
	b.ResetTimer()
	for b.Loop() {
		if _, err := l.Append(ctx, key, "ida", []byte(`{"quote": 7, "verdict": "right"}`)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	l := newLibrary(b)
	n := 0
	for b.Loop() {
		n++
		if _, _, err := l.Add(ctx, plain("a", fmt.Sprintf("%s %d.", words, n)), findings("2")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkList(b *testing.B) {
	path, _ := manyEntries(b)
	l := open(b, path, Options{})
	b.ResetTimer()
	for b.Loop() {
		if all, err := l.List(ctx, All); err != nil || len(all) != 1000 {
			b.Fatal(err, len(all))
		}
	}
}

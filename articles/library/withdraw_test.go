package library

import (
	"database/sql"
	"fmt"
	"testing"
	"time"

	"hearsay/analysis"
)

// dump is all that a library holds of its articles, row by row, but for what it finds out by itself.
func dump(t *testing.T, l *Library) string {
	t.Helper()
	out := ""
	for _, q := range []string{"SELECT number || key || hex(sum) || text || added FROM article ORDER BY number",
		"SELECT article || engine || hex(sum) FROM analysis ORDER BY article, engine",
		"SELECT article || reviewer || time || hex(body) FROM entry ORDER BY article, reviewer, time, number",
		"SELECT article || ' ' || byte FROM place ORDER BY article", "SELECT article || name FROM tag ORDER BY article, name",
		"SELECT feed || id || coalesce(article, 'none') FROM feed_item ORDER BY feed, id",
		`SELECT article || name || place || hex(original.sum) FROM read_from JOIN original ON number = original
			ORDER BY article`,
		"SELECT rowid FROM article_words WHERE article_words MATCH 'rained OR hailed' ORDER BY rowid"} {
		all, err := column(ctx, l, q)
		if err != nil {
			t.Fatal(q, err)
		}
		out += fmt.Sprintln(all)
	}
	return out
}

// Articles that are withdrawn are gone with all that belongs to them, and brought back with all of it.
func TestWithdrawnArticlesComeBackWhole(t *testing.T) {
	l := newLibrary(t)
	nobody := &analysis.Document{Engine: "1", Language: "en"}
	var keys []string
	for _, text := range []string{"It rained.", "It hailed.", "It rained and hailed."} {
		key := add(t, l, plain(text, text), nobody)
		keys = append(keys, key)
		for i := range 3 {
			if _, err := l.Append(ctx, key, "ann", []byte(fmt.Sprint(text, i))); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.SetPlace(ctx, key, 3); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []string{"INSERT INTO tag VALUES (1, 'wet'), (2, 'wet')",
		"INSERT INTO feed VALUES (1, 'a', '', '', '', 0, 0, '', '', '')",
		"INSERT INTO feed_item VALUES (1, 'x', '', '', 0, x'', 1, 2, 0, '')"} {
		if _, err := l.db.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
	err := Change(ctx, l, func(tx *sql.Tx) error {
		return KeepOriginal(ctx, tx, 3, NewOriginal("rain.html", []byte("<p>It rained"), time.UnixMicro(9)))
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := dump(t, l)
	w, err := Withdraw(ctx, l, append(keys[1:], "0000000"))
	if err != nil || w.Len() != 2 {
		t.Fatalf("%d are withdrawn, %v", w.Len(), err)
	}
	if got, err := column(ctx, l, "SELECT key FROM article"); err != nil || len(got) != 1 {
		t.Errorf("what is left: %v, %v", got, err)
	}
	if err := Return(ctx, l, w); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, l); got != whole {
		t.Errorf("it was\n%s\nand came back as\n%s", whole, got)
	}
	if err := Return(ctx, l, w); err != nil || dump(t, l) != whole {
		t.Errorf("to bring them back once more changes something, %v", err)
	}
	if f, err := l.Check(ctx); err != nil || len(f.Faults) > 0 {
		t.Errorf("%v, %+v", err, f)
	}
	w, _ = Withdraw(ctx, l, keys[2:])
	add(t, l, plain("snow", "It snowed."), nobody) // which takes the number
	if err := Return(ctx, l, w); err != nil {
		t.Fatal(err)
	}
	if log, err := l.Log(ctx, keys[2], "ann"); err != nil || len(log) != 3 {
		t.Errorf("beside another one: %v, %v", log, err)
	}
}

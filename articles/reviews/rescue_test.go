package reviews

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/review"
)

// tale is an article with one quote.
func tale() (articles.Article, *analysis.Document) {
	a := articles.Article{ID: "rain", Text: "Ida said it rained.",
		Paragraphs: []articles.Paragraph{{Span: analysis.Span{End: 19}}}}
	return a, &analysis.Document{Engine: "1", Quotes: []analysis.Quote{{Kind: analysis.Indirect,
		Content: []analysis.Span{{Start: 9, End: 18}}, Cue: []analysis.Span{{Start: 4, End: 8}},
		Source: []analysis.Span{{End: 3}}}}}
}

// rescued opens a tale under review, decides, and has the library deleted.
func rescued(t *testing.T, folders ...string) (r *Rescue, l *Log, path string, undecided review.Entry) {
	t.Helper()
	r, l, path, undecided = decided(t, folders...)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	return r, l, path, undecided
}

// decided opens a tale under review and decides.
func decided(t *testing.T, folders ...string) (r *Rescue, l *Log, path string, undecided review.Entry) {
	t.Helper()
	ctx := context.Background()
	path = filepath.Join(t.TempDir(), "shelf", "library.db")
	lib, err := library.Open(ctx, path, library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	a, found := tale()
	r = &Rescue{Folders: folders}
	d := Desk{Library: func(context.Context, bool) (*library.Library, error) { return lib, nil }, Reviewer: "ann",
		Now: time.Now, Rescue: r}
	if l, err = d.Open(ctx, a, found); err != nil {
		t.Fatal(err)
	}
	of := review.QuoteOf(a.Text, found, 0)
	if err := errors.Join(l.Ready(), l.Keep(l.Writer().Accept(of)), r.End()); err != nil {
		t.Fatal(err)
	}
	return r, l, path, l.Writer().Reject(of)
}

// saved is what ann decided, in the file that an error tells of.
func saved(t *testing.T, r *Rescue, err error) *review.State {
	t.Helper()
	_, file := r.state()
	if err == nil || !strings.Contains(err.Error(), filepath.Base(file)) {
		t.Fatalf("the error is %v", err)
	}
	if command := "hearsay library merge "; !strings.Contains(err.Error(), command+"FILE") &&
		!strings.HasPrefix(err.Error(), "quit, and "+command+filepath.Base(file)) {
		t.Errorf("the end of a long line is cut, and with it the command: %v", err)
	}
	lib, err := library.Open(context.Background(), file, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	key, err := lib.Find(context.Background(), "rain")
	if err != nil {
		t.Fatal(err)
	}
	state, err := State(context.Background(), lib, key, "ann")
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// What was decided before the library was lost is saved, once, and what comes after is not taken for decided.
func TestWhatWasDecidedIsSaved(t *testing.T) {
	r, l, path, e := rescued(t)
	first := l.Keep(e)
	for _, err := range []error{first, l.Keep(e), l.Ready(), r.End()} {
		if got := saved(t, r, err); got.Len() != 1 || l.State().Len() != 1 {
			t.Errorf("%v: %d decisions are saved and %d shown", err, got.Len(), l.State().Len())
		}
	}
	if _, err := l.Others(); !errors.Is(err, library.ErrLost) {
		t.Errorf("the others are told from another file: %v", err)
	}
	if all, err := filepath.Glob(filepath.Join(filepath.Dir(path), "library-rescued-*.db")); err != nil || len(all) != 1 {
		t.Errorf("%v: there are %q", err, all)
	}
}

// meddle has another program change the rows of a library that is open.
func meddle(t *testing.T, path string, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
}

// A library whose rows others took out under the reader is lost like one that was deleted, whether a key comes next or
// the end.
func TestWhatWasDecidedIsSavedWhereTheRowsAreGone(t *testing.T) {
	for name, statements := range map[string]string{
		"all rows":    "DELETE FROM article; DELETE FROM entry; DELETE FROM analysis",
		"the reviews": "DROP TRIGGER entry_stays; DELETE FROM entry",
		"the article": "PRAGMA foreign_keys = 1; DELETE FROM article",
		"a table":     "PRAGMA foreign_keys = 0; DROP TABLE entry",
	} {
		t.Run(name, func(t *testing.T) {
			r, l, path, e := decided(t)
			meddle(t, path, statements)
			for _, err := range []error{l.Ready(), l.Keep(e), r.End()} {
				if got := saved(t, r, err); got.Len() != 1 || l.State().Len() != 1 {
					t.Errorf("%v: %d decisions are saved and %d shown", err, got.Len(), l.State().Len())
				}
			}
			r, _, path, _ = decided(t)
			meddle(t, path, statements)
			if got := saved(t, r, r.End()); got.Len() != 1 {
				t.Errorf("at the end %d decisions are saved", got.Len())
			}
		})
	}
}

// While another program writes nothing is decided, which is told in words for the keys, without the file's name.
func TestALockedLibraryIsToldAtTheKeys(t *testing.T) {
	r, l, path, e := decided(t)
	l.lib.SetPatience(0)
	other, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	err = l.Keep(e)
	const want = "the library is in use by another program: nothing was decided; press the key again"
	if !errors.Is(err, library.ErrLocked) || err.Error() != want || l.State().Len() != 1 || r.End() != nil {
		t.Errorf("%v; %d decisions are shown", err, l.State().Len())
	}
}

// Nothing is lost either where the end comes before the next decision, nor where the library's folder is gone.
func TestWhatWasDecidedIsSavedAtTheEnd(t *testing.T) {
	state := t.TempDir()
	r, _, path, _ := rescued(t, state)
	if err := os.Rename(filepath.Dir(path), filepath.Dir(path)+"-old"); err != nil {
		t.Fatal(err)
	}
	err := r.End()
	if got := saved(t, r, err); got.Len() != 1 || !strings.Contains(err.Error(), state) {
		t.Errorf("%v: %d decisions are saved", err, got.Len())
	}
}

// Where nothing can be saved, that is told.
func TestWhatCannotBeSavedIsTold(t *testing.T) {
	r, _, path, _ := rescued(t)
	if err := os.Rename(filepath.Dir(path), filepath.Dir(path)+"-old"); err != nil {
		t.Fatal(err)
	}
	if err := r.End(); err == nil || !strings.Contains(err.Error(), "lost if you quit") {
		t.Errorf("the error is %v", err)
	}
}

package cli

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/library"
	"hearsay/ui/reader"
)

// An article is added, listed, opened by its key as text and in the reader, analysed for other programs, and removed.
func TestAnArticleInTheLibrary(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "harbour.txt", shortArticle)
	line := h.run("add", path)
	key, title, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
	if len(key) < 7 || title != "Harbour dredging to start in May" {
		t.Fatalf("add writes %q", line)
	}
	h.expects(1, "adding")
	os.Remove(path)
	if list := h.run("list"); !strings.Contains(list, key) || !strings.Contains(list, title) ||
		strings.Count(list, "\n") != 2 {
		t.Errorf("list writes %q", list)
	}
	for _, name := range []string{key, key[:4], strings.ToUpper(key), "lib:" + key, "harbour", "lib:harbour"} {
		if text := h.run(name); !strings.Contains(text, "nine years") {
			t.Errorf("%s writes %q", name, text)
		}
		if all := linesIn(t, h.run("analyze", name)); len(all) != 1 || all[0].ID != "harbour" ||
			all[0].Text != shortArticle || len(all[0].Quotes) != 1 {
			t.Errorf("analyze %s writes %+v", name, all)
		}
	}
	h.expects(0, "reading what is in the library")
	if out := h.run("remove", "--yes", key); out != "" {
		t.Errorf("remove writes %q", out)
	}
	if got := h.story(key).run(); got.code != exitFailed {
		t.Errorf("after it was removed: exit code %d", got.code)
	} else {
		got.oneLine(t, key, "no such article in the library", "hearsay list")
	}
}

// The reader is given what was found, not made to look for it again.
func TestTheReaderTakesWhatWasFound(t *testing.T) {
	h := newHousehold(t)
	key := h.add(file(t, "harbour.txt", shortArticle))
	h.expects(1, "adding")
	other := file(t, "rain.txt", "Rain\n\n“It rained,” Venn said.\n")
	s := h.story(key, other)
	s.screen = true
	s.read = func(o reader.Options) {
		for i, want := range []int32{0, 1} {
			a, err := o.Items[i].Open(context.Background())
			if err != nil || a.Text == "" || o.Choose || o.Items[0].Name != "Harbour dredging to start in May" {
				t.Fatalf("%v: %q of %+v", err, a.Text, o.Items)
			}
			d, err := o.Analyze(context.Background(), a, nil)
			if err != nil || len(d.Quotes) != 1 || h.analysed.Swap(0) != want {
				t.Errorf("article %d: %v, %+v", i+1, err, d)
			}
		}
	}
	if got := s.run(); got.code != exitDone {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
}

// What an earlier engine found is found anew once, and what a later one found is trusted.
func TestANewEngineLooksAgain(t *testing.T) {
	h := newHousehold(t)
	h.engine = "0"
	key := h.add(file(t, "harbour.txt", shortArticle))
	h.expects(1, "adding")
	h.engine = analysis.Version
	h.run("analyze", key)
	h.expects(1, "the new engine's first look")
	h.run("analyze", key)
	h.story("add", file(t, "copy.txt", shortArticle)).run().oneLine(t, "there before")
	h.expects(0, "what is known")
	later := h.laterFindings(key)
	if all := linesIn(t, h.run("analyze", key)); len(all) != 1 || len(all[0].Quotes) != later {
		t.Errorf("%+v", all)
	}
	h.expects(0, "what a later engine found")
}

// A file wins over an article of that name; lib: asks for the article.
func TestAFileWins(t *testing.T) {
	h := newHousehold(t)
	h.add(file(t, "news.txt", shortArticle))
	t.Chdir(t.TempDir())
	if err := os.WriteFile("news", []byte("It rained all day."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"news": "It rained", "lib:news": "nine years"} {
		if text := h.run(name); !strings.Contains(text, want) {
			t.Errorf("%s writes %q", name, text)
		}
	}
	if err := os.WriteFile("lib:news", []byte("It snowed all day."), 0o600); err == nil {
		if text := h.run("lib:news"); !strings.Contains(text, "It snowed") {
			t.Errorf("lib:news writes %q", text)
		}
	}
}

// Who reads files leaves no trace of a library and waits for none.
func TestFilesNeedNoLibrary(t *testing.T) {
	h := newHousehold(t)
	article := file(t, "a.txt", shortArticle)
	h.run(article)
	h.run("analyze", article)
	h.story("missing.txt").run().oneLine(t, "no such file")
	if _, err := os.Stat(filepath.Join(h.data, "hearsay")); !os.IsNotExist(err) {
		t.Error("there is a library now")
	}
}

// Where nothing is named, there are the articles of the library, the last first, before those that are built in.
func TestTheReaderOffersTheLibrary(t *testing.T) {
	h := newHousehold(t)
	h.add(file(t, "harbour.txt", shortArticle))
	h.add(file(t, "rain.jsonl", `{"id": "r", "title": "Rain", "outlet": "Lindwick Courier", "date": "2026-03-04", `+
		`"text": "Zoë: “It rained.”"}`))
	s := h.story()
	s.screen = true
	s.read = func(o reader.Options) {
		if n := len(sampleNames()) + 2; len(o.Items) != n || !o.Choose || o.Items[0].Name != "Rain" ||
			o.Items[0].Outlet != "Lindwick Courier" || o.Items[0].Date.Day() != 4 || !o.Items[0].Found ||
			o.Items[0].Quotes != 1 || o.Items[0].Section != "In the library" {
			t.Errorf("it offers %+v", o.Items)
		}
		if a, err := o.Items[1].Open(context.Background()); err != nil || a.Text != shortArticle {
			t.Errorf("%v: %+v", err, a)
		}
	}
	if got := s.run(); got.code != exitDone || got.opened == nil {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
	if err := os.WriteFile(filepath.Join(h.data, "hearsay", "library.db"), []byte("no more"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.read = nil
	got := s.run()
	if got.opened == nil || len(got.opened.Items) != len(sampleNames()) || len(got.opened.Notices) != 1 {
		t.Fatalf("with a damaged library the reader has %+v", got.opened)
	}
	got.oneLine(t, "not a library")
}

// Of a library too large to step through the last articles are offered, and that is told.
func TestTheReaderOffersSoMuchOfTheLibrary(t *testing.T) {
	h := newHousehold(t)
	h.add(file(t, "rain.jsonl", `{"text": "It rained 0 times."}`))
	err := library.Change(context.Background(), h.library(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < ?)
			INSERT INTO article (key, sum, added, id, headline, title, byline, outlet, date, address, paragraphs, text)
			SELECT printf('%07x', n), CAST(printf('%032d', n) AS BLOB), added + n, id, printf('It rained %d times.', n),
			title, byline, outlet, date, address, paragraphs, text FROM article, many`, mostOffered)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s := h.story()
	s.screen = true
	got := s.run()
	if got.code != exitDone || got.opened == nil || len(got.opened.Items) != mostOffered+len(sampleNames()) ||
		got.opened.Items[0].Name != "It rained 1000 times." {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	if n := got.opened.Notices; len(n) != 1 || !strings.Contains(n[0], "1,000") {
		t.Errorf("notices are %q", n)
	}
}

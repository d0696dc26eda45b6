package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
)

func TestTheListForPeopleAndPrograms(t *testing.T) {
	h := newHousehold(t)
	for _, args := range [][]string{{"list"}, {"list", "--json"}} {
		got := h.story(args...).run()
		if got.code != exitDone || got.out != map[int]string{1: "", 2: "[]\n"}[len(args)] {
			t.Errorf("exit code %d, %q", got.code, got.out)
		}
		got.oneLine(t, "hearsay add")
	}
	if _, err := os.Stat(filepath.Join(h.data, "hearsay")); !os.IsNotExist(err) {
		t.Error("asking for the list begins a library")
	}
	key := h.add(file(t, "page.jsonl", `{"id": "p", "title": "Storm \u001b[2J over 新聞 harbour", "outlet": "Lindwick `+
		`Courier", "date": "2026-03-04", "text": "Zoë: “Never.” she said."}`))
	h.review(key)
	s := h.story("list")
	s.screen, s.columns = true, 70
	text := s.run().out
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if strings.ContainsFunc(line, oneline.Unsafe) || len([]rune(line)) > 70 {
			t.Errorf("a line of the list is %q", line)
		}
	}
	if row := strings.Join(strings.Fields(strings.Split(text, "\n")[1]), " "); !strings.HasPrefix(row,
		key+` 2026-03-04 1 1 0 Storm \x1b[2J over`) || !strings.HasSuffix(row, "…") {
		t.Errorf("the list is %q", text)
	}
	var all []map[string]any
	if err := json.Unmarshal([]byte(h.run("list", "--json")), &all); err != nil || len(all) != 1 {
		t.Fatalf("%v: %+v", err, all)
	}
	for field, want := range map[string]any{"key": key, "id": "p", "outlet": "Lindwick Courier", "date": "2026-03-04",
		"quotes": 1.0, "speakers": 1.0,
		"decided": 0.0, "engine": analysis.Version, "language": "en"} {
		if all[0][field] != want {
			t.Errorf("%s is %v, want %v", field, all[0][field], want)
		}
	}
}

// What was taken back is not decided, however long the log has grown, and two reviewers of a quote make it no two
// quotes.
func TestTheListCountsDecidedQuotes(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "a.txt", "Ada Venn said “the bridge would close.” Ben Roe said “it would not.”\n")
	decide := func(name string, do func(l reader.Log, of func(int) review.Subject)) string {
		atLog(t, h.story("--reviewer", name, path), func(l reader.Log, text string, d *analysis.Document) {
			do(l, func(i int) review.Subject { return review.QuoteOf(text, d, i) })
		}).run()
		return strings.Fields(strings.Split(h.run("list"), "\n")[1])[3]
	}
	keep := func(l reader.Log, e review.Entry) {
		if err := l.Keep(e); err != nil {
			t.Fatal(err)
		}
	}
	if n := decide("ann", func(l reader.Log, of func(int) review.Subject) {
		keep(l, l.Writer().Accept(of(0)))
		e, _ := l.Writer().Undo(l.State())
		keep(l, e)
		keep(l, l.Writer().Reject(of(0)))
	}); n != "1" {
		t.Errorf("one quote is decided, the list says %s", n)
	}
	if n := decide("ben", func(l reader.Log, of func(int) review.Subject) {
		keep(l,
			l.Writer().Accept(of(0)))
	}); n != "1" {
		t.Errorf("two decided on one quote, the list says %s", n)
	}
}

func TestKeysAreCompleted(t *testing.T) {
	h := newHousehold(t)
	if out := h.story("__complete", "remove", "").run().out; !strings.HasPrefix(out, ":4") {
		t.Errorf("without a library: %q", out)
	}
	key := h.add(file(t, "a.txt", shortArticle))
	if out := h.story("__complete", "remove", "").run().out; !strings.HasPrefix(out, key+"\tHarbour dredging") {
		t.Errorf("completions are %q", out)
	}
}

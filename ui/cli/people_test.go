package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// inArticles puts articles of one speaker each into the library: names by their articles' ids.
func (h *household) heard(names map[string]string) {
	h.t.Helper()
	var lines strings.Builder
	for _, id := range []string{"1", "2", "3", "4", "5", "6", "7"} {
		if names[id] != "" {
			line, err := json.Marshal(map[string]string{"id": id, "title": "No. " + id, "date": "2026-03-0" + id,
				"outlet": "Wire", "text": names[id] + " said on Monday: “We paid for the harbour " + id + " times.”"})
			if err != nil {
				h.t.Fatal(err)
			}
			lines.WriteString(string(line) + "\n")
		}
	}
	s := h.story("add", file(h.t, "a.jsonl", lines.String()))
	s.analyze = trueAnalyzer
	if got := s.run(); got.code != exitDone {
		h.t.Fatalf("%+v", got)
	}
}

// Six spellings of one person become one in a few commands, are shown on one page, and come apart again.
func TestPeopleAreFollowedAndJoined(t *testing.T) {
	h := newHousehold(t)
	h.heard(map[string]string{"1": "John A. Smith", "2": "John Smith", "3": "J. Smith", "4": "Johnny Smith",
		"5": "J.A. Smith", "6": "Anna Smith"})
	handle := func(name string) string {
		t.Helper()
		for _, line := range strings.Split(h.run("people", "list", name), "\n") {
			if f := strings.Fields(line); len(f) > 3 && strings.HasPrefix(strings.Join(f[3:], " "), name) {
				return f[0]
			}
		}
		t.Fatalf("%s is not in the list:\n%s", name, h.run("people", "list"))
		return ""
	}
	first := handle("John A. Smith")
	h.story("people", "show", "Smith").run().oneLine(t, "may be any of")
	got := h.story("people", "join", first, "John Smith", "J. Smith", "Johnny Smith", "J.A. Smith").run()
	if got.code != exitDone || strings.Count(got.err, "are one") != 4 {
		t.Fatalf("%+v", got)
	}
	page := h.run("people", "show", first)
	for _, want := range []string{"5 quotes in 5 articles", "called: ", "Johnny Smith", "2026-03-01", "2026-03-05",
		"harbour 4 times"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	if strings.Contains(page, "harbour 6 times") {
		t.Errorf("Anna Smith is on the page:\n%s", page)
	}
	h.story("people", "rename", first, "Senator Smith").run().oneLine(t, "is shown as")
	if out := h.run("people", "list", "Senator Smith"); !strings.Contains(out, first) {
		t.Errorf("%s", out)
	}
	decisions := filepath.Join(t.TempDir(), "who.jsonl")
	if err := os.WriteFile(decisions, []byte(h.run("people", "export")), 0o600); err != nil {
		t.Fatal(err)
	}
	other := newHousehold(t)
	other.heard(map[string]string{"1": "John A. Smith", "2": "John Smith", "7": "Zoe Smith"})
	for _, want := range []string{"5 decisions taken of 5", "0 decisions taken of 5"} {
		other.story("people", "import", decisions).run().oneLine(t, want)
	}
	if out := other.run("people", "show", "Senator Smith"); !strings.Contains(out, "2 quotes in 2 articles") {
		t.Errorf("%s", out)
	}
	third := newHousehold(t)
	third.heard(map[string]string{"7": "Zoe Smith"})
	if out := third.run("library", "merge", filepath.Join(h.data, "hearsay", "library.db")); !strings.Contains(out,
		", 5 decisions about who is who") {
		t.Errorf("%s", out)
	}
	h.story("people", "undo").run().oneLine(t, "undo", "Senator Smith")
	h.story("people", "undo").run().oneLine(t, "undo", "J.A. Smith")
	if page := h.run("people", "show", first); !strings.Contains(page, "4 quotes in 4 articles") {
		t.Errorf("%s", page)
	}
	h.story("people", "redo").run().oneLine(t, "redo")
	var record struct {
		Lines []struct{ Key, Kind, Text string }
	}
	asJSON := h.run("people", "show", "--json", first)
	if err := json.Unmarshal([]byte(asJSON), &record); err != nil || len(record.Lines) != 5 {
		t.Fatalf("%v %+v", err, record)
	}
	h.story("people", "part", first, record.Lines[1].Key).run().oneLine(t, "are two")
	if page := h.run("people", "show", first); !strings.Contains(page, "4 quotes in 4 articles") {
		t.Errorf("%s", page)
	}
	h.story("people", "nobody", "Anna Smith").run().oneLine(t, "is nobody")
	if out := h.run("people", "list"); strings.Contains(out, "Anna") {
		t.Errorf("%s", out)
	}
	h.story("people", "show", "Nobody Here").run().oneLine(t, "nobody of this name", "people list")
}

// The outlook on the library, for people and programs, narrowed as one asks.
func TestTheOutlook(t *testing.T) {
	h := newHousehold(t)
	h.heard(map[string]string{"1": "Mrs. Smith", "2": "John Smith", "3": "Anna Smith"})
	out := h.run("stats")
	for _, want := range []string{"3 articles with quotes · 3 quotes", "Women and men", "women ", "67 % (", "Who speaks",
		"Speakers  quotes, words, articles", "John Smith", "Months  2026-03"} {
		if !strings.Contains(out, want) {
			t.Errorf("the outlook lacks %q:\n%s", want, out)
		}
	}
	out = h.run("stats", "--since", "2026-03-02", "--speaker", "John Smith", "--outlet", "wire")
	if !strings.Contains(out, "1 article with quotes · 1 quote") {
		t.Errorf("%s", out)
	}
	var o struct{ Quotes, Words int }
	if err := json.Unmarshal([]byte(h.run("stats", "--json")), &o); err != nil || o.Quotes != 3 || o.Words == 0 {
		t.Errorf("%v %+v", err, o)
	}
	out = h.run("stats", "--csv")
	if !strings.HasPrefix(out, "what,name,") || !strings.Contains(out, "women and men,women,") {
		t.Errorf("%s", out)
	}
	h.story("stats", "--since", "soon").run().oneLine(t, "--since", "“soon”")
	h.story("stats", "--speaker", "Zzz").run().oneLine(t, "nobody of this name")
}

package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// A library is asked in one language, whatever is to be done with what is found.
func TestAQueryFindsListsTagsExportsAndOpens(t *testing.T) {
	h := newHousehold(t)
	bridge := h.add(file(t, "bridge.jsonl", `{"id": "bridge", "title": "Bridge shut", "outlet": "Lindwick Courier", `+
		`"date": "2026-03-04", "text": "Ada Venn said “the old bridge would close.”"}`))
	harbour := h.add(file(t, "harbour.jsonl", `{"id": "harbour", "title": "Harbour opens", "date": "2025-03-04", `+
		`"text": "Ben Roe said “the bridge is his.”"}`))

	found := h.run("search", "said:bridge", "speaker:zoe", "-his")
	if !strings.Contains(found, bridge+"  2026-03-04  Bridge shut · Lindwick Courier\n") ||
		!strings.Contains(found, "    Zoë (direct): the old bridge would close.\n") || strings.Contains(found, harbour) {
		t.Errorf("the search finds %q", found)
	}
	var hits []struct {
		Key, Words, Speaker, Kind string
		Start, End                int
		Marks                     [][2]int
	}
	if err := json.Unmarshal([]byte(h.run("search", "--json", "said:old bridge")), &hits); err != nil || len(hits) != 1 {
		t.Fatalf("%v: %+v", err, hits)
	}
	if x := hits[0]; x.Speaker != "Zoë" || x.Kind != "direct" || x.Start != 15 || len(x.Marks) != 1 ||
		x.End-x.Start != len([]rune(x.Words)) || string([]rune(x.Words)[x.Marks[0][0]:x.Marks[0][1]]) != "old bridge" {
		t.Errorf("a hit is %+v", x)
	}
	for query, want := range map[string]string{"bridge -ada": harbour, "speaker:zoe -said:old": harbour,
		"since:2026": bridge, "": harbour + bridge} {
		if got := listedKeys(h.run("list", query)); got != want {
			t.Errorf("list %s: %q, want %q", query, got, want)
		}
	}
	if got := h.story("list", "ada", "-said:bridge").run(); got.code != exitDone || !strings.Contains(got.err, "found") {
		t.Errorf("what is not wanted is found: %+v", got)
	}
	if got := listedKeys(h.run("list", "--by", "title", "--backwards")); got != harbour+bridge {
		t.Errorf("by title, backwards: %q", got)
	}
	if got := h.story("tag", "--add", "ada's", "@said:old speaker:zoe").run(); got.code != exitDone {
		t.Errorf("tagging: %+v", got)
	}
	if got := h.run("tag"); !strings.Contains(got, "1  ada's") {
		t.Errorf("the tags are %q", got)
	}
	if got := h.story("views", "save", "mine", "tag:ada's", "unread").run(); got.code != exitDone {
		t.Errorf("saving: %+v", got)
	}
	if got := h.run("views", "list"); got != "@mine  tag:ada's unread\n" {
		t.Errorf("the saved queries are %q", got)
	}
	for _, args := range [][]string{{"export", "-f", "csv", "@mine"}, {"--plain", "@mine"}, {"stats", "--csv", "@mine"}} {
		if got := h.run(args...); !strings.Contains(got, "Zoë") || strings.Contains(got, "is his") {
			t.Errorf("%v: %q", args, got)
		}
	}
	for _, args := range [][]string{{"export", "-f", "csv", "@nowhere"}, {"--plain", "@speaker:nobody"},
		{"tag", "--add", "x", "@none"}, {"views", "remove", "none"}, {"search", "@none"}} {
		got := h.story(args...).run()
		if got.code != exitFailed || strings.Contains(got.out, "Zoë") || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%v: exit code %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	if got := h.story("remove", "--yes", "@mine").run(); got.code != exitDone {
		t.Errorf("removing: %+v", got)
	}
	if got := listedKeys(h.run("list")); got != harbour {
		t.Errorf("what is left is %q", got)
	}
}

// listedKeys are the keys of a list, one behind the other.
func listedKeys(list string) string {
	var b strings.Builder
	for i, line := range strings.Split(list, "\n") {
		if key, _, _ := strings.Cut(line, " "); i > 0 {
			b.WriteString(key)
		}
	}
	return b.String()
}

// Tags and saved queries come from another library with its articles.
func TestMergingTakesTagsAndSavedQueries(t *testing.T) {
	h, other := newHousehold(t), newHousehold(t)
	path := file(t, "a.txt", "Ada Venn said “the bridge would close.”\n")
	key := other.add(path)
	other.run("tag", "--add", "x", key)
	other.run("views", "save", "mine", "tag:x")
	h.add(path)
	file := filepath.Join(other.data, "hearsay", "library.db")
	if got := h.run("library", "merge", file); !strings.Contains(got, "2 tags and saved queries") {
		t.Errorf("merging tells %q", got)
	}
	if got := listedKeys(h.run("list", "@mine")); got != key {
		t.Errorf("by the saved query: %q", got)
	}
}

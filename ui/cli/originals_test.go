package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writtenBack is what an article was read from, as the command writes it into a file.
func (h *household) writtenBack(key string) string {
	h.t.Helper()
	out := filepath.Join(h.t.TempDir(), "back")
	h.run("library", "original", "-o", out, key)
	data, err := os.ReadFile(out)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(data)
}

// Whatever an article was read from, the library gives it back as it came: a file, one of many articles, standard
// input.
func TestTheOriginalIsWrittenBack(t *testing.T) {
	h := newHousehold(t)
	page := "<html><head><title>Wall</title></head><body><nav>Home</nav><article>" +
		strings.Repeat("<p>“It is not safe,” said Ines Caro on Friday, as the tide came in.</p>", 4) +
		"</article></body></html>"
	lines := `{"id": "a", "title": "Alpha", "text": "It rained."}` + "\n" + `{"id": "b", "text": "It snowed."}` + "\n"
	s := h.story("add", file(t, "wall.html", page), file(t, "many.jsonl", lines), "-")
	s.keyboard, s.stdin = false, shortArticle
	if got := s.run(); got.code != exitDone {
		t.Fatalf("exit code %d: %s", got.code, got.err)
	}
	for name, want := range map[string]string{"wall": page, "a": lines, "b": lines, "stdin": shortArticle} {
		if got := h.writtenBack(name); got != want {
			t.Errorf("%s was read from %q", name, got)
		}
	}
	if got := h.run("library", "original", "-o", "-", "wall"); got != page {
		t.Errorf("standard output is %q", got)
	}
	if got := h.run("library", "original", "b"); !strings.HasPrefix(got,
		fmt.Sprintf("many.jsonl#2\n%d bytes", len(lines))) {
		t.Errorf("of b is told %q", got)
	}
	h.run("library", "check")
}

// A page that has changed is kept beside what it was; one that comes back shorter takes no other's place.
func TestAPageThatChangesIsKeptInVersions(t *testing.T) {
	h, body := newHousehold(t), ""
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		fmt.Fprintf(w, "<html><head><title>Caf\xe9</title></head><body><article><h1>Caf\xe9</h1>%s</article></body></html>",
			body)
	}))
	t.Cleanup(s.Close)
	story := func(n int) string {
		return strings.Repeat("<p>&ldquo;It is not safe,&rdquo; the engineer Ines Caro said on Friday, at noon.</p>", n)
	}
	var keys []string
	for _, c := range []struct{ body, told string }{
		{story(4), ""}, {story(6), "a new version of"}, {story(2), "shorter than"},
		{story(6), "of 1 the text was there before"},
	} {
		body = c.body
		got := h.story("add", "--allow-private", s.URL+"/caf").run()
		if got.code != exitDone || !strings.Contains(got.err, c.told) || c.told == "" && got.err != "" {
			t.Fatalf("exit code %d: %q", got.code, got.err)
		}
		keys = append(keys, strings.Fields(got.out)[0])
	}
	if keys[3] != keys[1] {
		t.Errorf("the page that came once more is %q of %q", keys[3], keys)
	}
	lines := strings.Split(h.run("library", "versions", keys[2]), "\n")
	for i, want := range []string{"  " + keys[0], "* " + keys[1], "  " + keys[2], ""} {
		if len(lines) != 4 || !strings.HasPrefix(lines[i], want) {
			t.Errorf("versions are %q", lines)
		}
	}
	if got := h.writtenBack(keys[0]); !strings.Contains(got, "Caf\xe9") {
		t.Errorf("the page came as %q", got)
	}
}

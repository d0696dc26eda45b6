package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A reader subscribes to the feed that a page names, refreshes, reads who said what, moves their feeds elsewhere as a
// list, and leaves one.
func TestFeedsAreFollowed(t *testing.T) {
	mux := http.NewServeMux()
	s := httptest.NewServer(mux)
	defer s.Close()
	item := "<item><title>Wall</title><link>" + s.URL + "/wall</link><description>“It is not safe,” the engineer Ines " +
		"Caro said on Friday.</description></item>"
	for path, page := range map[string]string{
		"/{$}": `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>`,
		"/feed": "<rss version=\"2.0\"><channel><title>The \x1b[31mBay</title>" + item + "<item><title>No text</title>" +
			"</item></channel></rss>",
		"/page": "<html><body><p>Nothing to follow.</p></body></html>",
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	}
	h := newHousehold(t)
	h.story("feeds", "add", s.URL).run().oneLine(t, "not subscribed", "--allow-private")
	h.story("feeds", "add", "--allow-private", s.URL+"/page").run().oneLine(t, "no feed", "names none")
	h.story("feeds", "add", "--allow-private", "--folder", "Coast", s.URL+"/").run().oneLine(t, "subscribed: The [31mBay")
	h.story("feeds", "add", "--allow-private", s.URL+"/feed").run().oneLine(t, "you follow it already")
	if out := h.run("feeds", "list"); !strings.Contains(out, "Coast:") || !strings.Contains(out, "not refreshed yet") {
		t.Errorf("%s", out)
	}
	told := h.story("feeds", "import", file(t, "list.opml", `<opml version="2.0"><body><outline text="Far"><outline `+
		`text="Gone" xmlUrl="`+s.URL+`/gone"/></outline><outline xmlUrl="`+s.URL+`/feed"/></body></opml>`)).run()
	told.oneLine(t, "1 feed subscribed of 2")

	refresh := h.story("feeds", "refresh", "--allow-private")
	refresh.analyze = trueAnalyzer
	got := refresh.run()
	for _, want := range []string{"Gone: ", "404 Not Found", "Bay: 1 new, 1 without a text",
		"1 feed refreshed: 1 new article"} {
		if !strings.Contains(got.err, want) || got.code != exitFailed || got.out != "" {
			t.Errorf("%d, it lacks %q: %s", got.code, want, got.err)
		}
	}
	if out := h.run("list"); !strings.Contains(out, "Wall") || !strings.Contains(out, " 1 ") {
		t.Errorf("%s", out)
	}
	if out := h.run("people", "list"); !strings.Contains(out, "Ines Caro") {
		t.Errorf("%s", out)
	}
	out := h.run("feeds", "list", "--json")
	for _, want := range []string{`"unread": 1`, `"new": 1`, `"without_text": 1`, `"folder": "Far"`, "404 Not Found"} {
		if !strings.Contains(out, want) {
			t.Errorf("the list lacks %s: %s", want, out)
		}
	}

	elsewhere := newHousehold(t)
	elsewhere.story("feeds", "import", file(t, "mine.opml", h.run("feeds", "export"))).run().oneLine(t,
		"2 feeds subscribed of 2")
	if a, b := h.run("feeds", "export"), elsewhere.run("feeds", "export"); a != b || !strings.Contains(a, `text="Coast"`) {
		t.Errorf("%s\n%s", a, b)
	}
	h.story("feeds", "remove", s.URL).run().oneLine(t, "any of 2 feeds")
	h.story("feeds", "remove", "gone").run().oneLine(t, "unsubscribed: Gone")
	h.story("feeds", "remove", "gone").run().oneLine(t, "no feed is called so")
	if out := h.run("feeds", "list"); strings.Contains(out, "Gone") || !strings.Contains(out, "Bay") {
		t.Errorf("%s", out)
	}
}

package cli

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"hearsay/ui/reader"
)

// newsSite is a server on this machine with a page, a feed, a page that has no text and one that costs something.
func newsSite(t *testing.T) string {
	mux := http.NewServeMux()
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	story := "<title>Wall is late</title><h1>Wall is late</h1>" +
		strings.Repeat("<p>“It is not safe,” the engineer Ines Caro said on Friday, as the tide came in.</p>", 4)
	for path, page := range map[string]string{
		"/wall": "<html><body><article>" + story + "</article></body></html>",
		"/app":  "<html><body><div id=app></div><script>draw()</script></body></html>",
		"/feed": `<rss version="2.0"><channel><title>The Bay</title>` +
			"<item><title>One</title><link>" + s.URL + "/one</link><description>“No,” she said on Friday.</description></item>" +
			"<item><title>Two</title><link>" + s.URL + "/two</link><description>“Yes,” he said on Friday.</description></item>" +
			"</channel></rss>",
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, page) })
	}
	mux.HandleFunc("/paid", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "pay", http.StatusPaymentRequired)
	})
	return s.URL
}

func TestAnAddressStandsForAFile(t *testing.T) {
	site, h := newsSite(t), newHousehold(t)
	if out := h.run("--plain", "--allow-private", site+"/wall"); !strings.Contains(out, "Wall is late") ||
		!strings.Contains(out, site+"/wall") {
		t.Errorf("%s", out)
	}
	if out := h.run("analyze", "--allow-private", site+"/wall"); !strings.Contains(out, `"id":"wall"`) {
		t.Errorf("%s", out)
	}
	h.run("add", "--allow-private", site+"/feed")
	if out := h.run("list"); !strings.Contains(out, "One") || !strings.Contains(out, "Two") {
		t.Errorf("%s", out)
	}
}

func TestAnAddressThatGivesNoArticleIsToldInALine(t *testing.T) {
	site, h := newsSite(t), newHousehold(t)
	for address, want := range map[string]string{
		site + "/wall":                      "", // without leave
		"--allow-private " + site + "/app":  "a page that scripts fill has no text without them: open it in a browser",
		"--allow-private " + site + "/paid": "402 Payment Required; open it in a browser, save it there, and give the file",
		"--allow-private " + site + "/none": "404 Not Found; check the address",
	} {
		if want == "" {
			want = "an address within a private network; --allow-private lets Hearsay ask it"
		}
		got := h.story(append([]string{"--plain"}, strings.Fields(address)...)...).run()
		if got.code != exitFailed || strings.Count(got.err, "\n") != 1 || !strings.Contains(got.err, want) {
			t.Errorf("%s: exit code %d, %q", address, got.code, got.err)
		}
	}
}

// An address is fetched before the reader takes the screen; of a feed the reader offers all articles.
func TestTheReaderOpensAnAddress(t *testing.T) {
	site, h := newsSite(t), newHousehold(t)
	s := h.story("--allow-private", site+"/feed")
	s.screen = true
	s.read = func(o reader.Options) {
		if len(o.Items) != 2 || o.Items[0].Name != "One" || o.Items[1].Ref != addressRef+site+"/two" {
			t.Errorf("%+v", o.Items)
		}
		items, err := o.Find(context.Background(), site+"/wall")
		if err != nil || len(items) != 1 || items[0].Name != "Wall is late" {
			t.Fatalf("%+v, %v", items, err)
		}
		if a, err := items[0].Open(context.Background()); err != nil || a.Address != site+"/wall" {
			t.Errorf("%q, %v", a.Address, err)
		}
	}
	if got := s.run(); got.opened == nil {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
}

package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

const limit = 1 << 20

// site is a server whose pages answer as their names say.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	page := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, body)
		})
	}
	page("/story", "text/html; charset=utf-8", "<p>“No,” she said.</p>")
	page("/western", "text/html; charset=windows-1252", "<p>\x93No,\x94 she said.</p>")
	page("/paper.pdf", "application/pdf", "%PDF-1.4")
	page("/agent", "text/plain", "")
	page("/", "text/html", "front")
	page("/large", "text/html", strings.Repeat("x", limit+1))
	mux.HandleFunc("/agent/told", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.UserAgent()) })
	mux.HandleFunc("/packed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		g := gzip.NewWriter(w)
		fmt.Fprint(g, strings.Repeat("zeros", limit))
		g.Close()
	})
	for path, to := range map[string]string{"/moved": "/story", "/round": "/round", "/away": "ftp://example.org/story",
		"/within": "http://169.254.169.254/latest/meta-data"} {
		mux.Handle(path, http.RedirectHandler(to, http.StatusFound))
	}
	for path, code := range map[string]int{"/none": 404, "/paid": 402} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", code) })
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// local fetches from the server of a test, which is on this machine.
func local() *Fetcher { return New(Options{Agent: "Hearsay/test", Limit: limit, Private: true}) }

func TestAPageComesWithItsAddressAndItsName(t *testing.T) {
	s := site(t)
	for path, want := range map[string]Page{
		"/story?from=mail#part": {"/story?from=mail", "story.html", []byte("<p>“No,” she said.</p>"), Version{}, nil},
		"/moved":                {"/story", "story.html", []byte("<p>“No,” she said.</p>"), Version{}, nil},
		"/western":              {"/western", "western.html", []byte("\ufeff<p>“No,” she said.</p>"), Version{}, nil},
		"/paper.pdf":            {"/paper.pdf", "paper.pdf", []byte("%PDF-1.4"), Version{}, nil},
		"/":                     {"/", "127.0.0.1.html", []byte("front"), Version{}, nil},
		"/agent/told":           {"/agent/told", "told.txt", []byte("Hearsay/test"), Version{}, nil},
	} {
		got, err := local().Get(context.Background(), s.URL+path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if got.Address != s.URL+want.Address || got.Name != want.Name || string(got.Body) != string(want.Body) {
			t.Errorf("%s: %q %q %q", path, got.Address, got.Name, got.Body)
		}
	}
}

func TestWhatIsWrongIsToldInAClause(t *testing.T) {
	s := site(t)
	for path, want := range map[string]string{"/none": "404 Not Found", "/paid": "402 Payment Required",
		"/round": ErrRedirects.Error(), "/away": "it leads to an address that is no page's: ftp",
		"/large": "too big: more than 1 MB", "/packed": "too big: more than 1 MB"} {
		if _, err := local().Get(context.Background(), s.URL+path); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	s.Close()
	if _, err := local().Get(context.Background(), s.URL); err == nil || err.Error() != "no server answers there" {
		t.Error(err)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := local().Get(gone, s.URL); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Nothing within a private network is asked: not by its number, not by a name, not because a page leads there.
func TestPrivateNetworksAreLeftAlone(t *testing.T) {
	s := site(t)
	careful := New(Options{Limit: limit})
	port := s.URL[strings.LastIndexByte(s.URL, ':'):]
	for _, address := range []string{s.URL, "http://localhost" + port + "/story", "http://[::1]" + port,
		"http://0.0.0.0" + port, "http://[::ffff:127.0.0.1]" + port,
		"http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/"} {
		if _, err := careful.Get(context.Background(), address); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestAPageDoesNotLeadIntoAPrivateNetwork(t *testing.T) {
	s := site(t)
	home, _ := url.Parse(s.URL)
	proxied := New(Options{Limit: limit, Proxy: http.ProxyURL(home)}) // the proxy may stand here, what it gives may not
	if _, err := proxied.Get(context.Background(), "http://news.example/story"); err != nil {
		t.Error(err)
	}
	if _, err := proxied.Get(context.Background(), "http://news.example/within"); !errors.Is(err, ErrPrivate) {
		t.Error(err)
	}
}

func TestWhichAddressesArePublic(t *testing.T) {
	for ip, want := range map[string]bool{"8.8.8.8": true, "2606:4700::1111": true, "127.0.0.1": false, "10.1.2.3": false,
		"172.16.0.1": false, "192.168.0.1": false, "100.64.0.1": false, "169.254.1.1": false, "0.0.0.0": false,
		"224.0.0.1": false, "255.255.255.255": false, "::1": false, "::": false, "fe80::1": false, "fc00::1": false,
		"ff02::1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "198.18.0.1": false} {
		if got := isPublic(netip.MustParseAddr(ip)); got != want {
			t.Errorf("%s: %v", ip, got)
		}
	}
}

func TestWhatIsAnAddress(t *testing.T) {
	for name, want := range map[string]bool{"https://news.example/a": true, "http://a": true, "https://": false,
		"story.html": false, "ftp://a/b": false, "C:\\a": false, "": false, "HTTPS://A": true} {
		if got := IsAddress(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A server is asked for a later state than that which it named before, by whichever name it has for it.
func TestAPageIsFetchedWhereItIsNewer(t *testing.T) {
	day := time.Date(2025, 3, 2, 10, 0, 0, 0, time.UTC)
	mux := http.NewServeMux()
	mux.HandleFunc("/dated", func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "feed.xml", day, strings.NewReader("<rss/>"))
	})
	mux.HandleFunc("/tagged", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `W/"7"`)
		http.ServeContent(w, r, "feed.xml", time.Time{}, strings.NewReader("<rss/>"))
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+strings.Repeat("x", 2*longestVersion)+`"`)
		fmt.Fprint(w, "<rss/>")
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	for path, want := range map[string]Version{"/dated": {Modified: "Sun, 02 Mar 2025 10:00:00 GMT"},
		"/tagged": {ETag: `W/"7"`}, "/long": {}} {
		page, err := local().Get(t.Context(), s.URL+path)
		if err != nil || page.Version != want {
			t.Fatalf("%s: %v: %+v", path, err, page)
		}
		_, err = local().Newer(t.Context(), s.URL+path, page.Version)
		if unchanged := errors.Is(err, ErrUnchanged); unchanged != (path != "/long") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// However many ask, a host is asked one thing at a time; whoever gives up waiting lets the next ask.
func TestAHostIsAskedOneThingAtATime(t *testing.T) {
	var now, most, all atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		most.Store(max(most.Load(), now.Add(1)))
		defer now.Add(-1)
		if all.Add(1) <= 3 { // the others lead there once more
			http.Redirect(w, r, "/again", http.StatusFound)
			return
		}
		time.Sleep(2 * time.Millisecond)
		fmt.Fprint(w, strings.Repeat("words ", 5000))
	}))
	defer s.Close()
	f := local()
	var asking sync.WaitGroup
	for n := range 8 {
		asking.Go(func() {
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			if n == 5 {
				stop()
			}
			if _, err := f.Get(ctx, s.URL+"/"); (err != nil) != (n == 5) {
				t.Error(n, err)
			}
		})
	}
	asking.Wait()
	if most.Load() != 1 {
		t.Errorf("%d at once", most.Load())
	}
}

package subscriptions

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/fetch"
)

// site is a server whose pages a test sets, and what it was asked.
type site struct {
	*httptest.Server
	lock        sync.Mutex
	pages       map[string]string
	tags        map[string]string
	asked       map[string]int
	unchanged   int
	now, atOnce atomic.Int32
}

func newSite(t testing.TB) *site {
	s := &site{pages: map[string]string{}, tags: map[string]string{}, asked: map[string]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.atOnce.Store(max(s.atOnce.Load(), s.now.Add(1)))
	defer s.now.Add(-1)
	s.lock.Lock()
	s.asked[r.URL.Path]++
	page, ok := s.pages[r.URL.Path]
	tag := s.tags[r.URL.Path]
	s.lock.Unlock()
	switch {
	case strings.HasPrefix(page, "http"):
		http.Redirect(w, r, page, http.StatusFound)
	case !ok:
		http.NotFound(w, r)
	case tag != "" && r.Header.Get("If-None-Match") == tag:
		s.lock.Lock()
		s.unchanged++
		s.lock.Unlock()
		w.WriteHeader(http.StatusNotModified)
	default:
		if w.Header().Set("ETag", tag); strings.HasPrefix(page, "<?xml") {
			w.Header().Set("Content-Type", "application/rss+xml")
		}
		fmt.Fprint(w, page)
	}
}

func (s *site) set(path, page string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.pages[path] = page
}

// stories are how many times pages other than the feed were asked for.
func (s *site) stories() (n int) {
	s.lock.Lock()
	defer s.lock.Unlock()
	for path, asked := range s.asked {
		if path != "/feed" {
			n += asked
		}
	}
	return n
}

// story is a page with an article of so many paragraphs.
func story(title string, paragraphs int) string {
	b := &strings.Builder{}
	fmt.Fprintf(b, "<html><head><title>%s</title></head><body><article><h1>%s</h1>", title, title)
	for n := range paragraphs {
		fmt.Fprintf(b, "<p>Mayor Ada Holm said on Monday that bridge %d of %s would be mended before the winter came, and "+
			"the council, which met until late in the evening, agreed to it.</p>", n+1, title)
	}
	return b.String() + "</article></body></html>"
}

// feed is a feed of items, each with a name, which is that of its page, and what the feed holds of it.
func (s *site) feed(title string, items ...[2]string) string {
	b := &strings.Builder{}
	fmt.Fprintf(b, `<?xml version="1.0"?><rss version="2.0"><channel><title>%s</title><link>%s/</link>`, title, s.URL)
	for _, it := range items {
		fmt.Fprintf(b, `<item><title>%s</title><link>%s/%s</link><guid>%s</guid><description>%s</description></item>`,
			it[0], s.URL, it[0], it[0], it[1])
	}
	return b.String() + "</channel></rss>"
}

func keeper(t testing.TB, path string) *Keeper {
	lib, err := library.Open(t.Context(), path, library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	return &Keeper{Library: lib, Fetch: fetch.New(fetch.Options{Limit: 1 << 20, Private: true}).Newer, Now: time.Now,
		Limit: 1 << 20, Analyze: func(context.Context, articles.Article) (*analysis.Document, error) {
			return &analysis.Document{Engine: "1"}, nil
		}}
}

// refresh refreshes all feeds and returns the reports by the feeds' addresses.
func (k *Keeper) refreshAll(t testing.TB) map[string]Report {
	t.Helper()
	all, err := k.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Report{}
	if err := k.Refresh(t.Context(), all, func(r Report) { got[r.Feed.Address] = r }); err != nil {
		t.Fatal(err)
	}
	return got
}

func (k *Keeper) follow(t testing.TB, addresses ...string) {
	t.Helper()
	for _, a := range addresses {
		if _, err := k.Follow(t.Context(), feeds.Outline{Address: a}); err != nil {
			t.Fatal(err)
		}
	}
}

func (k *Keeper) only(t testing.TB) Feed {
	t.Helper()
	all, err := k.List(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("%v: %+v", err, all)
	}
	return all[0]
}

// texts are those of the library, by the titles of their articles.
func (k *Keeper) texts(t testing.TB) map[string]string {
	t.Helper()
	list, err := k.Library.List(t.Context(), library.All)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, s := range list {
		a, err := k.Library.Article(t.Context(), s.Key)
		if err != nil {
			t.Fatal(err)
		}
		got[s.Headline] += a.Text
	}
	return got
}

// original is what the article of a headline was read from.
func (k *Keeper) original(t testing.TB, headline string) string {
	t.Helper()
	list, err := k.Library.List(t.Context(), library.All)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if s.Headline == headline {
			o, err := library.OriginalOf(t.Context(), k.Library, s.Key)
			if err != nil {
				t.Fatal(err)
			}
			data, err := o.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
	}
	return ""
}

// What a feed links to is fetched and kept; what the feed itself holds stands in where that fails, until the page can
// be had; and a server that says that nothing is new is believed.
func TestAFeedIsFollowed(t *testing.T) {
	s, k := newSite(t), keeper(t, filepath.Join(t.TempDir(), "library.db"))
	s.tags["/feed"] = `"one"`
	s.set("/feed", s.feed("The Quay", [2]string{"bridges", "Bridges."}, [2]string{"ferries", "Ferries will stop."}))
	s.set("/bridges", story("bridges", 3))
	k.follow(t, s.URL+"/feed")
	r := k.refreshAll(t)[s.URL+"/feed"]
	if r.New != 2 || r.Err != nil {
		t.Fatalf("%+v", r)
	}
	texts := k.texts(t)
	if !strings.Contains(texts["bridges"], "bridge 3 of bridges") || !strings.Contains(texts["ferries"], "will stop") {
		t.Errorf("%q", texts)
	}
	from := map[string]string{"bridges": "bridge 3 of bridges", "ferries": "<description>Ferries will"}
	for headline, want := range from {
		if got := k.original(t, headline); !strings.Contains(got, want) {
			t.Errorf("%s was read from %q", headline, got)
		}
	}
	if f := k.only(t); f.Title != "The Quay" || f.Home != s.URL+"/" || f.Articles != 2 || f.New != 2 || f.Unread != 2 ||
		f.Fault != "" {
		t.Errorf("%+v", f)
	}
	list, _ := k.Library.List(t.Context(), library.All)
	for _, a := range list {
		if a.Outlet != "The Quay" && a.Headline == "ferries" || a.Engine != "1" {
			t.Errorf("%+v", a)
		}
	}
	if err := k.Library.SetPlace(t.Context(), list[0].Key, 3); err != nil {
		t.Fatal(err)
	}
	// The page can be had now, and the feed is as it was: the page's longer text comes beside what was read of it.
	s.set("/ferries", story("ferries", 2))
	r = k.refreshAll(t)[s.URL+"/feed"]
	if f := k.only(t); s.unchanged != 1 || r.Longer != 1 || r.New != 0 || f.New != 0 || f.Articles != 2 {
		t.Errorf("%d unchanged, %+v, %+v", s.unchanged, r, f)
	}
	if got := k.texts(t)["ferries"]; !strings.Contains(got, "bridge 2 of ferries") {
		t.Errorf("%q", got)
	}
	before := s.asked["/bridges"] + s.asked["/ferries"]
	if k.refreshAll(t); s.asked["/bridges"]+s.asked["/ferries"] != before {
		t.Error("pages that are there were asked for once more")
	}
}

// A page that has become shorter, or has gone, takes nothing away; one that has become longer is taken. What a person
// removed stays away.
func TestNothingIsReplacedByLess(t *testing.T) {
	for name, c := range map[string]struct {
		later string
		want  string
	}{
		"shorter":      {story("bridges", 1), "bridge 3 of"},
		"empty":        {"<html><body></body></html>", "bridge 3 of"},
		"a wall":       {"<html><body><p>Subscribe to read on.</p></body></html>", "bridge 3 of"},
		"longer":       {story("bridges", 5), "bridge 5 of"},
		"another page": {"", "bridge 3 of"},
	} {
		s, k := newSite(t), keeper(t, filepath.Join(t.TempDir(), "library.db"))
		s.set("/feed", s.feed("The Quay", [2]string{"bridges", "First."}))
		s.set("/bridges", story("bridges", 3))
		k.follow(t, s.URL+"/feed")
		k.refreshAll(t)
		s.set("/feed", s.feed("The Quay", [2]string{"bridges", "Second."}))
		s.set("/bridges", c.later)
		k.refreshAll(t)
		if got := k.texts(t)["bridges"]; !strings.Contains(got, "bridge 3 of") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
		if f := k.only(t); f.Articles != 1 {
			t.Errorf("%s: %+v", name, f)
		}
		list, _ := k.Library.List(t.Context(), library.All)
		if kept := len(list); kept > 1 != (name == "longer") {
			t.Errorf("%s: %d articles are kept", name, kept)
		}
		for _, a := range list {
			if err := k.Library.Remove(t.Context(), a.Key, false); err != nil {
				t.Fatal(err)
			}
		}
		s.set("/feed", s.feed("The Quay", [2]string{"bridges", "Third."}))
		s.set("/bridges", story("bridges", 9))
		if k.refreshAll(t); len(k.texts(t)) > 0 {
			t.Errorf("%s: what was removed is back", name)
		}
	}
}

// What is wrong with a feed is told of it, and keeps no other from being refreshed; a host is asked one thing at a
// time, wherever other pages lead.
func TestFeedsWithFaults(t *testing.T) {
	s, k := newSite(t), keeper(t, filepath.Join(t.TempDir(), "library.db"))
	var items [][2]string
	for n := range 6 {
		name := fmt.Sprintf("story-%d", n)
		items = append(items, [2]string{name, "Words."})
		s.set("/"+name, story(name, 2))
	}
	for n := range 4 {
		s.set(fmt.Sprintf("/feed%d", n), s.feed(fmt.Sprintf("Feed %d", n), items...))
		k.follow(t, fmt.Sprintf("%s/feed%d", s.URL, n))
	}
	s.set("/page", story("page", 2))
	s.set("/moved", strings.Replace(s.URL, "127.0.0.1", "localhost", 1)+"/feed0")
	s.set("/loop", s.URL+"/loop")
	s.set("/long", "<?xml "+strings.Repeat("x", 2<<20))
	k.follow(t, s.URL+"/page", s.URL+"/gone", s.URL+"/loop", s.URL+"/long", s.URL+"/moved")
	got := k.refreshAll(t)
	for path, want := range map[string]string{"/page": "no feed", "/gone": "404", "/loop": "without end", "/long": "MB"} {
		if err := got[s.URL+path].Err; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	list, err := k.List(t.Context())
	for _, f := range list {
		if r := got[f.Address]; (f.Fault == "") != (r.Err == nil) || r.Err == nil && f.Articles != len(items) {
			t.Errorf("%+v: %+v", f, r)
		}
	}
	if n := len(k.texts(t)); err != nil || n != len(items) {
		t.Errorf("%v: %d articles", err, n)
	}
	if most := s.atOnce.Load(); most > 2 { // by its two names
		t.Errorf("%d requests at once", most)
	}
}

// A feed, or what it links to, leads into no private network.
func TestFeedsKeepOutOfPrivateNetworks(t *testing.T) {
	s, k := newSite(t), keeper(t, filepath.Join(t.TempDir(), "library.db"))
	s.set("/feed", s.feed("The Quay", [2]string{"bridges", "Bridges will be mended."}))
	s.set("/bridges", story("bridges", 3))
	k.follow(t, s.URL+"/feed")
	open, guarded := k.Fetch, fetch.New(fetch.Options{Limit: 1 << 20})
	k.Fetch = guarded.Newer
	if r := k.refreshAll(t)[s.URL+"/feed"]; !errors.Is(r.Err, fetch.ErrPrivate) || len(s.asked) > 0 {
		t.Errorf("%+v", r)
	}
	k.Fetch = func(ctx context.Context, address string, than fetch.Version) (*fetch.Page, error) {
		if strings.HasSuffix(address, "/feed") {
			return open(ctx, address, than)
		}
		return guarded.Newer(ctx, address, than)
	}
	if k.refreshAll(t); s.asked["/bridges"] > 0 || !strings.Contains(k.texts(t)["bridges"], "will be mended") {
		t.Errorf("asked %v: %q", s.asked, k.texts(t))
	}
}

// TestMain makes the test's binary a program that refreshes, where a story starts it as a process of its own.
func TestMain(m *testing.M) {
	if path := os.Getenv("HEARSAY_TEST_REFRESH"); path != "" {
		refreshOn(path)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func refreshOn(path string) {
	ctx := context.Background()
	lib, err := library.Open(ctx, path, library.Options{Make: true})
	if err != nil {
		panic(err)
	}
	k := &Keeper{Library: lib, Fetch: fetch.New(fetch.Options{Limit: 1 << 20, Private: true}).Newer, Now: time.Now,
		Limit: 1 << 20, Analyze: func(context.Context, articles.Article) (*analysis.Document, error) {
			return &analysis.Document{Engine: "1"}, nil
		}}
	all, err := k.List(ctx)
	if err != nil {
		panic(err)
	}
	if err := k.Refresh(ctx, all, func(r Report) { fmt.Println(r.Feed.Number, r.New) }); err != nil {
		panic(err)
	}
}

// A program that is killed at any moment of a refresh leaves a library that is whole, from which the next goes on.
func TestARefreshThatIsKilled(t *testing.T) {
	s, path := newSite(t), filepath.Join(t.TempDir(), "library.db")
	k := keeper(t, path)
	const many = 40
	var items [][2]string
	for n := range many {
		name := fmt.Sprintf("story-%d", n)
		items = append(items, [2]string{name, "Words."})
		s.set("/"+name, story(name, 2))
	}
	s.set("/feed", s.feed("The Quay", items...))
	k.follow(t, s.URL+"/feed")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	kept, dice := 0, rand.New(rand.NewPCG(3, 4))
	for kept < many-10 {
		c := exec.Command(self)
		c.Env = append(os.Environ(), "HEARSAY_TEST_REFRESH="+path)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		before := s.stories()
		for until := before + 1 + dice.IntN(8); s.stories() < until; {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(dice.IntN(8_000)) * time.Microsecond)
		c.Process.Kill()
		c.Wait()
		// A page is asked for when what came of the one before is kept.
		f, least := k.only(t), kept+s.stories()-before-1
		if f.Articles < least || len(k.texts(t)) != f.Articles {
			t.Fatalf("%d articles after %d, %d in the library", f.Articles, least, len(k.texts(t)))
		}
		kept = f.Articles
	}
	if found, err := k.Library.Check(t.Context()); err != nil || len(found.Faults) > 0 {
		t.Errorf("%v: %+v", err, found)
	}
	if k.refreshAll(t); k.only(t).Articles != many || len(k.texts(t)) != many {
		t.Errorf("%+v", k.only(t))
	}
}

// A library that takes in another one follows its feeds too, each once.
func TestFeedsAreTakenIn(t *testing.T) {
	one, two := keeper(t, filepath.Join(t.TempDir(), "one.db")), keeper(t, filepath.Join(t.TempDir(), "two.db"))
	one.follow(t, "https://quay.example/feed", "https://bay.example/feed")
	two.follow(t, "https://bay.example/feed", "https://far.example/feed")
	for _, want := range []int{1, 0} {
		if m, err := one.Library.Merge(t.Context(), two.Library); err != nil || m.Feeds != want || len(m.Faults) > 0 {
			t.Errorf("%v: %+v", err, m)
		}
	}
	if all, err := one.List(t.Context()); err != nil || len(all) != 3 {
		t.Errorf("%v: %+v", err, all)
	}
}

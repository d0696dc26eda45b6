package cli

import (
	"context"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/ui/reader"
)

// household is a person's machine from one run of the program to the next: its library, and how often the engine
// worked.
type household struct {
	t        *testing.T
	data     string
	engine   string // the engine's version
	analysed atomic.Int32
}

func newHousehold(t *testing.T) *household {
	return &household{t: t, data: t.TempDir(), engine: analysis.Version}
}

// story is a run of the program there.
func (h *household) story(args ...string) story {
	analyze := func(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error) {
		h.analysed.Add(1)
		d, err := marking(ctx, a, progress)
		d.Engine = h.engine
		return d, err
	}
	return story{t: h.t, args: args, data: h.data, analyze: analyze, keyboard: true, env: terminal()}
}

// atDesk is what the program does when it opens the reader on an article, up to where somebody reads it: then the
// article, what was found in it and the desk are there for them.
func atDesk(t *testing.T, s story, do func(reader.Desk, articles.Article, *analysis.Document)) story {
	s.screen = true
	s.read = func(o reader.Options) {
		a, err := o.Items[0].Open(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		d, err := o.Analyze(context.Background(), a, nil)
		if err != nil {
			t.Fatal(err)
		}
		do(o.Desk, a, d)
	}
	return s
}

// atLog is atDesk with the article's log opened.
func atLog(t *testing.T, s story, do func(l reader.Log, text string, d *analysis.Document)) story {
	return atDesk(t, s, func(desk reader.Desk, a articles.Article, d *analysis.Document) {
		l, err := desk.Open(context.Background(), a, d)
		if err != nil {
			t.Fatal(err)
		}
		do(l, a.Text, d)
	})
}

// run runs the program and fails unless it does all without a word on standard error.
func (h *household) run(args ...string) string {
	h.t.Helper()
	got := h.story(args...).run()
	if got.code != exitDone || got.err != "" {
		h.t.Fatalf("%q: exit code %d, %q", args, got.code, got.err)
	}
	return got.out
}

// add adds an article and returns its key.
func (h *household) add(file string) string {
	h.t.Helper()
	key, _, _ := strings.Cut(h.run("add", file), "  ")
	return key
}

// library opens the library as another program would.
func (h *household) library() *library.Library {
	h.t.Helper()
	lib, err := library.Open(context.Background(), filepath.Join(h.data, "hearsay", "library.db"), library.Options{})
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { lib.Close() })
	return lib
}

// review puts a decision about an article into its log.
func (h *household) review(key string) {
	h.t.Helper()
	if _, err := h.library().Append(context.Background(), key, "ida", []byte("right")); err != nil {
		h.t.Fatal(err)
	}
}

// expects analyses since this was last asked.
func (h *household) expects(analyses int, after string) {
	h.t.Helper()
	if n := int(h.analysed.Swap(0)); n != analyses {
		h.t.Errorf("%s: %d analyses, want %d", after, n, analyses)
	}
}

// laterFindings keeps what an engine to come finds, and returns how many quotes that are.
func (h *household) laterFindings(key string) int {
	h.t.Helper()
	d := &analysis.Document{Engine: analysis.Version + "9",
		Quotes: []analysis.Quote{{Content: []analysis.Span{{Start: 0, End: 7}}},
			{Content: []analysis.Span{{Start: 8, End: 16}}}}}
	if err := h.library().Keep(context.Background(), key, d); err != nil {
		h.t.Fatal(err)
	}
	return len(d.Quotes)
}

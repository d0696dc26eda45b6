package source_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/itlightning/dateparse"

	"hearsay/articles/source"
	"hearsay/articles/source/details"
)

const savedPages = "../../../shared/articles/html"

// A person noted what the saved pages of ten outlets are called and who wrote them. On one of them the page itself
// names another author than the note.
const mayDiffer = 1

func TestSavedPagesOfTenOutlets(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join(savedPages, "*.html"))
	if len(pages) == 0 {
		t.Skip("needs saved pages in " + savedPages)
	}
	agree, noted := map[string]int{}, map[string]int{}
	compare := func(page, what, got, want string) {
		if want == "" {
			return
		}
		noted[what]++
		if got == want || strings.HasPrefix(want, got+" | ") {
			agree[what]++
		} else {
			t.Logf("%s: %s %q, noted %q", filepath.Base(page), what, got, want)
		}
	}
	for _, page := range pages {
		var r source.Reader
		a, err := source.First(r.Open(page))
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a)
		if n := len(strings.Fields(a.Text)); n < 200 {
			t.Errorf("%s: %d words", page, n)
		}
		note := readNote(t, page)
		compare(page, "title", a.Title, note.Title)
		// A byline is names and nothing else: an outlet's own is none.
		if want := details.Names(note.Byline, note.SiteName); a.Byline != "" {
			compare(page, "byline", strings.ToLower(a.Byline), strings.ToLower(want))
		}
		compare(page, "outlet", a.Outlet, note.SiteName)
		if day, err := dateparse.ParseAny(note.PublishedTime); err == nil {
			compare(page, "date", a.Date.UTC().String(), day.UTC().String())
		}
	}
	for what, n := range noted {
		t.Logf("%s: %d of %d agree", what, agree[what], n)
		if agree[what] < n-mayDiffer {
			t.Errorf("%s: only %d of %d agree", what, agree[what], n)
		}
	}
}

type note struct{ Title, Byline, SiteName, PublishedTime string }

func readNote(t *testing.T, page string) (n note) {
	t.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(page, ".html") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func BenchmarkReadPage(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(savedPages, "nytimes-1.html"))
	if err != nil {
		data = []byte(savedPage)
	}
	benchmarkRead(b, "a.html", string(data))
}

func BenchmarkReadPlain(b *testing.B) {
	benchmarkRead(b, "a.txt", strings.Repeat(sentence+"\n\n", 7000))
}

func BenchmarkReadMarkdown(b *testing.B) {
	benchmarkRead(b, "a.md", strings.Repeat("> "+sentence+" *So* [he](said).\n\n", 7000))
}

func BenchmarkReadLines(b *testing.B) {
	benchmarkRead(b, "a.jsonl", strings.Repeat(`{"id": "a", "text": "`+strings.Repeat(sentence+`\n\n`, 20)+`"}`+"\n", 350))
}

func benchmarkRead(b *testing.B, name, in string) {
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		var r source.Reader
		for _, err := range r.Read(name, strings.NewReader(in)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

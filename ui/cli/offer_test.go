package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay/ui/reader"
	"hearsay/ui/reader/opening"
)

// What was read is offered first the next time, unless it is gone or is not to be remembered, and its speakers keep
// their letters.
func TestWhatWasReadIsOfferedFirst(t *testing.T) {
	h := newHousehold(t)
	h.add(file(t, "harbour.txt", shortArticle))
	many := file(t, "two.jsonl", `{"id": "one", "text": "It rained."}`+"\n"+`{"id": "two", "text": "It snowed."}`+"\n")
	gone := file(t, "gone.txt", "It is gone.")
	visit := func(read func(reader.Options), args ...string) {
		t.Helper()
		s := h.story(args...)
		s.screen, s.read = true, read
		if got := s.run(); got.opened == nil {
			t.Fatalf("exit code %d, %q", got.code, got.err)
		}
	}
	visit(func(o reader.Options) {
		var all []reader.Reading
		for _, it := range o.Items {
			all = append(all, reader.Reading{Ref: it.Ref, Title: "T of " + it.Name, Cast: []string{"Zoë", "Ann"},
				Facts: opening.Facts{Quotes: 7, Speakers: 2, Top: []string{"Ann"}}})
		}
		o.Remember(all[1:]) // the second of two, and the others
	}, many, gone, file(t, "last.txt", shortArticle))
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	visit(func(o reader.Options) {
		if !o.Choose || o.Items[0].Section != "Read last" || o.Items[0].Name != "T of two" || o.Items[0].Quotes != 7 ||
			!o.Items[0].Found || o.Items[1].Name != "T of last.txt" || o.Items[2].Section != "In the library" {
			t.Errorf("offered are %+v", o.Items)
		}
		if a, err := o.Items[0].Open(context.Background()); err != nil || a.Text != "It snowed." {
			t.Errorf("of a file of two comes %q, %v", a.Text, err)
		}
		o.Remember([]reader.Reading{{Ref: o.Items[2].Ref, Title: "Harbour"}, {Ref: "sample:strait-call", Title: "Call"}})
	})
	visit(func(o reader.Options) {
		if o.Items[0].Name != "Harbour" || o.Items[1].Name != "Call" {
			t.Errorf("offered are %+v", o.Items[:3])
		}
		refs := map[string]bool{}
		for _, it := range o.Items {
			if refs[it.Ref] {
				t.Errorf("%s is offered twice", it.Ref)
			}
			refs[it.Ref] = true
		}
	})
	visit(func(o reader.Options) {
		if !slices.Equal(o.Items[1].Cast, []string{"Zoë", "Ann"}) || o.Items[0].Cast != nil || o.Offers == nil {
			t.Errorf("an article that was read before has the speakers %q", o.Items[1].Cast)
		}
	}, many)
	s := h.story()
	s.screen, s.env = true, terminal("HEARSAY_RECENT", "no")
	s.read = func(o reader.Options) {
		if o.Remember != nil {
			t.Error("what is read is remembered though it is not to be")
		}
	}
	s.run()
}

// What is typed into the list of articles is opened as on the command line, however it came there.
func TestWhatIsTypedIsOpened(t *testing.T) {
	h := newHousehold(t)
	path := file(t, "a story.txt", shortArticle)
	h.add(file(t, "page.jsonl", `{"id": "p", "address": "https://bay.example/p", "text": "It rained."}`))
	s := h.story()
	s.screen = true
	s.read = func(o reader.Options) {
		for typed, want := range map[string]string{path: "a story.txt", `"` + path + `"`: "a story.txt",
			"file://" + strings.ReplaceAll(path, " ", "%20"): "a story.txt", strings.ReplaceAll(path, " ", `\ `): "a story.txt",
			" " + filepath.Dir(path) + "/ ": "a story.txt", "https://bay.example/p": "It rained."} {
			items, err := o.Find(context.Background(), typed)
			if err != nil || len(items) != 1 || items[0].Name != want || items[0].Ref == "" {
				t.Errorf("%s: %+v, %v", typed, items, err)
			}
			if o.Named(typed) == "" {
				t.Errorf("%s is not told as a name", typed)
			}
		}
		for typed, says := range map[string]string{"http://127.0.0.1:9/other": "--allow-private",
			filepath.Join(filepath.Dir(path), "gone"): "no such file", " ": "type the name"} {
			if _, err := o.Find(context.Background(), typed); err == nil || !strings.Contains(err.Error(), says) ||
				strings.Contains(err.Error(), "\n") {
				t.Errorf("%q: %v", typed, err)
			}
		}
		if o.Named("gone.txt") != "" || o.Named(filepath.Dir(path)) != "the folder "+filepath.Dir(path) {
			t.Error("names are told wrongly")
		}
	}
	if got := s.run(); got.opened == nil {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
}

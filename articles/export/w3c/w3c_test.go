package w3c_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/w3c"
)

func line(t *testing.T, i export.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := w3c.Page(&b, i); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Count(s, "\n") != 1 || !utf8.ValidString(s) {
		t.Fatalf("not one line: %q", s)
	}
	return b.String()
}

// keys are those that the Recommendation gives each class of things, with whether they must be there.
var keys = map[string]map[string]bool{
	"AnnotationPage": {"@context": true, "id": true, "type": true, "partOf": false, "startIndex": false,
		"items": true},
	"AnnotationCollection": {"@context": false, "id": true, "type": true, "label": false, "total": false},
	"Annotation": {"id": true, "type": true, "motivation": false, "creator": false, "body": false,
		"target": true},
	"Software":             {"id": false, "type": true, "name": false},
	"TextualBody":          {"id": false, "type": true, "value": true, "purpose": false, "format": false},
	"SpecificResource":     {"type": true, "source": true, "purpose": false, "selector": false},
	"target":               {"source": true, "selector": false},
	"TextQuoteSelector":    {"type": true, "exact": true, "prefix": false, "suffix": false},
	"TextPositionSelector": {"type": true, "start": true, "end": true},
}

// motivations are those of the Recommendation, which are the purposes of bodies too.
var motivations = []string{"assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
	"highlighting", "identifying", "linking", "moderating",
	"questioning", "replying", "tagging"}

// check holds a thing and all that is in it to the Recommendation.
func check(t *testing.T, class string, thing any) {
	t.Helper()
	fields, ok := thing.(map[string]any)
	if !ok {
		t.Fatalf("a %s is %v", class, thing)
	}
	if kind, ok := fields["type"].(string); ok {
		class = kind
	}
	for name, must := range keys[class] {
		if _, there := fields[name]; must && !there {
			t.Errorf("a %s has no %s: %v", class, name, fields)
		}
	}
	for name, value := range fields {
		if _, known := keys[class][name]; !known {
			t.Errorf("a %s has a field %s", class, name)
		}
		switch name {
		case "id", "source":
			checkIRI(t, value.(string))
		case "motivation", "purpose":
			if !slices.Contains(motivations, value.(string)) {
				t.Errorf("a %s of %v", name, value)
			}
		case "partOf", "creator":
			check(t, name, value)
		case "items", "body", "target", "selector":
			all := value.([]any)
			if len(all) == 0 {
				t.Errorf("a %s without %s", class, name)
			}
			for _, v := range all {
				check(t, name, v)
			}
		}
	}
}

var inIRI = regexp.MustCompile("[\\x00-\\x20<>\"{}|\\\\^`\\x7f-\\x9f]|%(?:[^0-9A-Fa-f]|.[^0-9A-Fa-f])")

func checkIRI(t *testing.T, s string) {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() || inIRI.MatchString(s) {
		t.Errorf("%q is no IRI (%v)", s, err)
	}
}

func TestPagesKeepTheRecommendation(t *testing.T) {
	all := append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Call(t), exporttest.Hostile(),
		export.Item{Document: &analysis.Document{}})
	for _, i := range all {
		var page map[string]any
		if err := json.Unmarshal([]byte(line(t, i)), &page); err != nil {
			t.Fatal(err)
		}
		if page["@context"] != "http://www.w3.org/ns/anno.jsonld" {
			t.Errorf("%s: the context is %v", i.Article.ID, page["@context"])
		}
		ids := map[string]bool{}
		items, _ := page["items"].([]any)
		for _, a := range items {
			id := a.(map[string]any)["id"].(string)
			if ids[id] {
				t.Errorf("%s: two annotations are %s", i.Article.ID, id)
			}
			ids[id] = true
		}
		if len(items) != len(i.Document.Quotes) {
			t.Errorf("%s: %d annotations of %d quotes", i.Article.ID, len(items), len(i.Document.Quotes))
		}
		check(t, "", page)
	}
}

// annotations are a page as whoever looks for the words reads it.
type annotations struct {
	Items []struct {
		Body   []part
		Target []part
	}
}

type part struct {
	Purpose, Value, Source string
	Selector               []struct {
		Type, Exact, Prefix, Suffix string
		Start, End                  int
	}
}

func read(t *testing.T, i export.Item) (a annotations) {
	t.Helper()
	if err := json.Unmarshal([]byte(line(t, i)), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// Both selectors find the words of the quote, and only them, and what stands around them is whole characters.
func TestSelectorsFindTheirWords(t *testing.T) {
	for _, i := range append(append(exporttest.Samples(t), exporttest.Made(300)...), exporttest.Call(t),
		exporttest.Hostile()) {
		text := i.Article.Text
		runes := []rune(text)
		starts := map[int]bool{len(text): true}
		for g := graphemes.FromString(text); g.Next(); {
			starts[g.Start()] = true
		}
		one := func(p part, want analysis.Span) {
			quote, place := p.Selector[0], p.Selector[1]
			whole := quote.Prefix + quote.Exact + quote.Suffix
			at := strings.Index(text, whole)
			if quote.Exact != want.Of(text) || string(runes[place.Start:place.End]) != quote.Exact ||
				at+len(quote.Prefix) != want.Start {
				t.Errorf("%s: %+v finds %d, not %v in %q", i.Article.ID, p, at, want, text)
			} else if whole != text && strings.Contains(text[at+1:], whole) {
				t.Errorf("%s: %+v is there twice in %q", i.Article.ID, quote, text)
			}
			if from, to := at, at+len(whole); !starts[from] && from != want.Start || !starts[to] {
				t.Errorf("%s: a character is cut by %q", i.Article.ID, whole)
			}
		}
		for n, a := range read(t, i).Items {
			q := i.Document.Quotes[n]
			var sources []part
			for _, b := range a.Body {
				if b.Purpose == "linking" {
					sources = append(sources, b)
				}
			}
			if len(a.Target) != len(q.Content) || len(sources) != len(q.Source) {
				t.Fatalf("%s: %d targets and %d sources of %+v", i.Article.ID, len(a.Target), len(sources), q)
			}
			for k, s := range q.Content {
				one(a.Target[k], s)
			}
			for k, s := range q.Source {
				one(sources[k], s)
			}
		}
	}
}

func TestBodiesSayWhoSpeaks(t *testing.T) {
	i := exporttest.Call(t)
	i.Article.Address = "https://user:secret@example.org/a b?q=<x>&c=é#d"
	var got []string
	for _, b := range read(t, i).Items[1].Body {
		got = append(got, b.Purpose+" "+b.Value)
	}
	want := []string{"tagging quote", "tagging indirect", "identifying Tomas Reinholt", "identifying Nadia Rahmani",
		"describing Tomas Reinholt and Nadia Rahmani, indirect, in the reporter’s words, likely 0.70 (words 0.70, speaker " +
			"1.00).", "linking "}
	if !slices.Equal(got, want) {
		t.Errorf("the bodies are\n%s", strings.Join(got, "\n"))
	}
	if source := read(t, i).Items[1].Target[0].Source; source != "https://example.org/a%20b?q=x&c=é#d" {
		t.Errorf("the source is %s", source)
	}
	for _, address := range []string{"", "javascript:alert(1)", "https:", "notes.txt", "http://[", "\x00"} {
		i.Article.Address = address
		if source := read(t, i).Items[0].Target[0].Source; source != "urn:hearsay:strait-call" {
			t.Errorf("%q: the source is %s", address, source)
		}
	}
}

// A text that repeats itself takes no longer than any other: what is given around the words is bounded.
func TestTextsThatRepeatThemselves(t *testing.T) {
	i := export.Item{Document: &analysis.Document{}}
	i.Article.Text = strings.Repeat("no ", 300_000)
	for n := range 2000 {
		i.Document.Quotes = append(i.Document.Quotes,
			analysis.Quote{Content: []analysis.Span{{Start: 300 * n, End: 300*n + 2}}})
	}
	began := time.Now()
	got := line(t, i)
	if took := time.Since(began); took > 20*time.Second || len(got) > 20<<20 {
		t.Errorf("%d MB in %v", len(got)>>20, took)
	}
}

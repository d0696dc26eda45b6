package feeds

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"hearsay/articles/source/format"
)

// Every kind of feed tells its title, its site, and by what each item is known again; an item without a text or that is
// broken keeps no other from being read.
func TestChannels(t *testing.T) {
	for name, c := range map[string]struct{ feed, title, home, items string }{
		"RSS": {`<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Quay</title>
			<link>https://quay.example/</link><item><guid isPermaLink="false">q1</guid><title>Piers &amp; quays</title>
			<link>https://quay.example/1</link><description>“No,” she said.</description></item>
			<item><title>Bare</title><link>https://quay.example/2</link></item></channel></rss>`,
			"The Quay", "https://quay.example/", "q1 https://quay.example/1 Piers & quays “No,” she said.|" +
				"https://quay.example/2 https://quay.example/2 Bare !"},
		"Atom": {`<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title><link rel="self"
			href="https://quay.example/feed"/><link href="https://quay.example/"/><entry><id>tag:quay,1</id><title>One</title>
			<link href="https://quay.example/1"/><summary>“No,” she said.</summary></entry></feed>`,
			"The Quay", "https://quay.example/", "tag:quay,1 https://quay.example/1 One “No,” she said."},
		"RDF": {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>
			<title>The Quay</title><link>https://quay.example/</link></channel><item rdf:about="https://quay.example/1">
			<title>One</title><link>https://quay.example/1</link><description>“No,” she said.</description></item></rdf:RDF>`,
			"The Quay", "https://quay.example/", "https://quay.example/1 https://quay.example/1 One “No,” she said."},
		"JSON Feed": {`{"version": "https://jsonfeed.org/version/1.1", "title": "The Quay", "home_page_url":
			"https://quay.example/", "items": [{"id": "q1", "url": "https://quay.example/1", "title": "One",
			"content_html": "<p>“No,” she said.</p>", "authors": [{"name": "Ida Roe"}]}, {"id": 7, "content_text": "a < b"},
			{"id": "q3"}, "none"]}`, "The Quay", "https://quay.example/",
			"q1 https://quay.example/1 One Ida Roe\n\n“No,” she said.|7   a < b|q3   !|*   !"},
	} {
		got, err := Open("feed", strings.NewReader(c.feed), format.Options{})
		var items []string
		for _, it := range got.Items {
			text := strings.TrimSpace(it.Article.Text)
			if it.Err != nil {
				text = "!"
			}
			if len(it.ID) == 64 {
				it.ID = "*"
			}
			// The title of an article stands above its text.
			text = strings.TrimSpace(strings.TrimPrefix(text, it.Title))
			items = append(items, strings.Join([]string{it.ID, it.Address, it.Title, text}, " "))
		}
		if got := strings.Join(items, "|"); err != nil || got != c.items {
			t.Errorf("%s: %v: %q, want %q", name, err, got, c.items)
		}
		if got.Title != c.title || got.Home != c.home {
			t.Errorf("%s: %q, %q", name, got.Title, got.Home)
		}
	}
	for _, other := range []string{"<html><body><p>News</p></body></html>", `{"items": []}`, "{", "News",
		`<opml version="2.0"/>`} {
		if _, err := Open("feed", strings.NewReader(other), format.Options{}); !errors.Is(err, ErrNoFeed) {
			t.Errorf("%q: %v", other, err)
		}
	}
}

// A page names its feeds in its head, by addresses that may be a part of its own.
func TestThePageNamesItsFeeds(t *testing.T) {
	const page = `<link rel=alternate type=application/atom+xml href="/a.xml"><link rel="alternate" hreflang=de href="/de">
		<LINK REL=Alternate TYPE="application/rss+xml" HREF='https://other.example/b'><link rel=stylesheet
		type=application/rss+xml href=c><link rel=alternate type=application/feed+json href="javascript:x">`
	got := Named(strings.NewReader(page), "https://quay.example/news/")
	if want := []string{"https://quay.example/a.xml", "https://other.example/b"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A list gives its feeds with the folders around them; what it holds beside feeds is passed over.
func TestLists(t *testing.T) {
	got, err := ReadList("l", strings.NewReader(`<opml version="1.0"><body><outline text="News"><outline text="Coast">
		<outline text="The Quay" type="rss" xmlUrl="https://quay.example/feed" htmlUrl="https://quay.example/"/></outline>
		<outline text="A page" type="link" url="https://quay.example/"/></outline>
		<outline title="Bay" text="b" xmlURL="http://bay.example/"/><outline xmlUrl="file:///etc/passwd"/></body></opml>`),
		format.Options{})
	want := []Outline{{"https://quay.example/feed", "The Quay", "https://quay.example/", "News/Coast"},
		{"http://bay.example/", "Bay", "", ""}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v: %q", err, got)
	}
	if _, err := ReadList("l", strings.NewReader("News"), format.Options{}); err == nil {
		t.Error("no list was read as one")
	}
}

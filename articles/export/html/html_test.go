package html_test

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/exporttest"
)

func items(t *testing.T) []export.Item {
	return append(append(exporttest.Samples(t), exporttest.Made(200)...), exporttest.Call(t), exporttest.Hostile(), evil(),
		export.Item{Article: articles.Article{ID: "a1"}, Document: &analysis.Document{MarksOnly: true}})
}

// evil is an article that tries to be markup wherever it is shown.
func evil() export.Item {
	const bad = `</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>"'><a ` +
		`href="javascript:alert(1)">x</a>{{.Title}}<!--`
	i := export.Item{Article: articles.Article{ID: bad, Title: bad, Byline: bad, Outlet: bad,
		Address: "javascript:alert(1)//" + bad, Text: bad + "\n\n" + bad}}
	all := []analysis.Span{{Start: 0, End: len(bad)}, {Start: len(bad) + 2, End: 2*len(bad) + 2}}
	i.Article.Paragraphs = []articles.Paragraph{{Span: all[0]}, {Span: all[1]}}
	i.Document = &analysis.Document{
		Language: `en" onload="alert(1)`,
		Speakers: []analysis.Speaker{{Name: bad, Names: []string{bad, bad + "2"}, Description: all[0]}},
		Quotes: []analysis.Quote{{Content: all, Cue: all, Source: all, Speakers: []int{0},
			Why: analysis.Why{Found: bad, Unknown: bad,
				Candidates: []analysis.Candidate{{Speaker: 0, Reason: bad, Mention: all[0]}}}}},
		Positions: []analysis.Position{{Topic: bad, Reason: bad, Statement: all, Target: all, Quotes: []int{0}}},
	}
	return i
}

// known are the elements that the page is made of.
var known = strings.Fields("html head meta title style body a header h1 h2 h3 p time span div b mark main article " +
	"ul ol li blockquote aside section dl dt dd q footer")

// Nothing of an article becomes markup, runs, or fetches anything.
func TestAPageHoldsNothingThatActs(t *testing.T) {
	for _, i := range items(t) {
		for _, e := range elements(parsed(t, i)) {
			if !slices.Contains(known, e.Data) {
				t.Errorf("%s: an element %s", i.Article.ID, e.Data)
			}
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"src", "srcset", "action", "background", "ping"},
					a.Key) {
					t.Errorf("%s: %s has %s=%q", i.Article.ID, e.Data, a.Key, a.Val)
				}
				if u, err := url.Parse(a.Val); a.Key == "href" &&
					(err != nil || u.Scheme != "" && u.Scheme != "https" && u.Scheme != "http" ||
						u.Scheme == "" && !strings.HasPrefix(a.Val, "#")) {
					t.Errorf("%s: a link to %q", i.Article.ID, a.Val)
				}
			}
			if e.Data == "style" && strings.ContainsAny(words(e), "<\\") ||
				e.Data == "style" && (strings.Contains(words(e), "url(") || strings.Contains(words(e), "@import")) {
				t.Errorf("%s: the style fetches something", i.Article.ID)
			}
		}
		s := written(t, i)
		if j := strings.IndexFunc(s, func(r rune) bool {
			return r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r))
		}); j >= 0 || strings.Contains(s, "ZgotmplZ") {
			t.Errorf("%s: the page holds %.20q", i.Article.ID, s[max(j, 0):])
		}
		if !strings.Contains(s, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`) {
			t.Errorf("%s: the page lets things be fetched", i.Article.ID)
		}
	}
}

// Every link within the page leads somewhere, to one place.
func TestLinksLeadSomewhere(t *testing.T) {
	for _, i := range items(t) {
		all := elements(parsed(t, i))
		ids := map[string]bool{}
		for _, e := range all {
			if id := attr(e, "id"); id != "" && ids[id] {
				t.Errorf("%s: two elements are %s", i.Article.ID, id)
			} else if id != "" {
				ids[id] = true
			}
		}
		for _, e := range all {
			for _, name := range []string{"href", "aria-labelledby"} {
				to, inside := strings.CutPrefix(attr(e, name), "#")
				if (inside || name == "aria-labelledby" && to != "") && !ids[to] {
					t.Errorf("%s: %s leads to %q", i.Article.ID, e.Data, to)
				}
			}
		}
		for n := range i.Document.Quotes {
			if id := "quote-" + number(n); !ids[id] {
				t.Errorf("%s: no %s", i.Article.ID, id)
			}
		}
	}
}

// The article is there word for word, and the marks hold the words of the quotes, each with its kind and speakers.
func TestTheArticleIsThereWithItsQuotes(t *testing.T) {
	for _, i := range append(exporttest.Samples(t), exporttest.Call(t), evil()) {
		root := parsed(t, i)
		var want strings.Builder
		for _, p := range i.Article.Paragraphs {
			if p.Role != articles.Title && p.Role != articles.Byline {
				want.WriteString(p.Of(i.Article.Text))
			}
		}
		if got := bare(words(find(root, tag("article")))); got != bare(want.String()) {
			t.Errorf("%s: the article is\n%s\nnot\n%s", i.Article.ID, got, bare(want.String()))
		}
		for n, q := range i.Document.Quotes {
			row := find(root, func(e *html.Node) bool { return attr(e, "id") == "quote-"+number(n) })
			first := find(root, func(e *html.Node) bool { return attr(e, "id") == "at-"+number(n) })
			text := ""
			for _, s := range q.Content {
				text += s.Of(i.Article.Text)
			}
			if row == nil || first == nil || !strings.Contains(bare(words(row)), bare(q.Content[0].Of(i.Article.Text))) ||
				!has(first, q.Kind.String()) {
				t.Errorf("%s: quote %d is not told of", i.Article.ID, n+1)
			} else if !strings.HasPrefix(bare(text), bare(words(first))) {
				t.Errorf("%s: quote %d begins %q, not %q", i.Article.ID, n+1, words(first), text)
			}
			for _, s := range q.Speakers {
				if !has(first, "by-"+number(s)) || !strings.Contains(bare(words(row)), bare(i.Document.Speakers[s].Name)) {
					t.Errorf("%s: quote %d is not %s's", i.Article.ID, n+1, i.Document.Speakers[s].Name)
				}
			}
		}
	}
}

func number(n int) string { return strconv.Itoa(n + 1) }

// bare leaves out white space, which browsers fold.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// Every element ends, within the one that it began in: browsers have nothing to mend.
func TestElementsStandWithinEachOther(t *testing.T) {
	for _, i := range items(t) {
		var open []string
		z := html.NewTokenizer(strings.NewReader(written(t, i)))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			name, _ := z.TagName()
			switch {
			case kind == html.StartTagToken && string(name) != "meta":
				open = append(open, string(name))
			case kind == html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != string(name) {
					t.Fatalf("%s: %s ends within %v", i.Article.ID, name, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v do not end", i.Article.ID, open)
		}
	}
}

// Those who listen find their way, and what colour and place tell is told in words.
func TestThePageCanBeHeard(t *testing.T) {
	for _, i := range items(t) {
		root := parsed(t, i)
		count := map[string]int{}
		for _, e := range elements(root) {
			count[e.Data]++
			if attr(e, "role") == "img" && attr(e, "aria-label") == "" {
				t.Errorf("%s: a picture without words", i.Article.ID)
			}
			if has(e, "letter") && !strings.HasPrefix(attr(e, "aria-label"), e.FirstChild.Data+", quote ") {
				t.Errorf("%s: a letter without words", i.Article.ID)
			}
			if e.Data == "a" && attr(e, "aria-label") == "" && bare(words(e)) == "" {
				t.Errorf("%s: a link without words to %s", i.Article.ID, attr(e, "href"))
			}
		}
		for _, one := range []string{"h1", "header", "main", "aside", "footer", "title", "article"} {
			if count[one] != 1 {
				t.Errorf("%s: %d %s", i.Article.ID, count[one], one)
			}
		}
		if bare(words(find(root, tag("h1")))) == "" || bare(words(find(root, tag("title")))) == "" {
			t.Errorf("%s: no title", i.Article.ID)
		}
	}
	s := written(t, exporttest.Call(t))
	for _, want := range []string{`<html lang="en">`,
		`aria-label="Shares of all quoted words: A Tomas Reinholt 29 %, B Nadia Rahmani 51 %"`,
		`aria-label="AB, quote 2, Tomas Reinholt and Nadia Rahmani, indirect, in the reporter’s words:"`,
		"Also weighed: Tomas Reinholt;", "Unknown speaker", "supports", `<time datetime="2026-03-12">`} {
		if !strings.Contains(s, want) {
			t.Errorf("no %s", want)
		}
	}
	if s := written(t, export.Item{Article: articles.Article{ID: "a1"},
		Document: &analysis.Document{MarksOnly: true}}); !strings.Contains(s,
		"only words in quotation marks were looked for") || !strings.Contains(s, "No quotes were found.") {
		t.Errorf("what is missing is not told: %s", s)
	}
}

func TestTheAddressIsALinkOnlyToTheWeb(t *testing.T) {
	i := exporttest.Call(t)
	for address, link := range map[string]bool{"https://example.org/a?b=c&d": true, "http://example.org": true,
		"javascript:alert(1)": false, "ftp://x": false, "notes.txt": false} {
		i.Article.Address = address
		a := find(parsed(t, i), func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == address })
		if (a != nil) != link {
			t.Errorf("%s is a link: %v", address, a != nil)
		}
	}
}

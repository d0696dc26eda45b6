package source_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"hearsay/articles/source"
)

const sentence = "The harbour committee met on Monday, in the old customs house, to hear what the fishermen thought " +
	"of the new quay, and stayed until nine."

const savedPage = `<!DOCTYPE html>
<!-- saved from url=(0031)https://saved.example.org/quay/ -->
<html><head><title>Quay divides town | The Example Post</title>
<meta property="og:title" content="Quay divides town">
<meta property="og:site_name" content="The Example Post">
<meta name="author" content="By Ada Penn">
<meta property="article:published_time" content="2026-02-03T10:00:00Z">
<link rel="canonical" href="https://example.org/news/quay">
<script>var hidden = "<p>not this</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Quay divides town</h1>
<p>` + sentence + `</p>
<p>“We were not asked,” said Tom Reed.<br>“Nobody was.”</p>
<figure><img src="q.jpg"><figcaption>The quay on Monday.</figcaption></figure>
<p>` + sentence + ` He called it <q>a <b>fine</b> mess</q>.</p>
<div class="photo-caption">Tom Reed at home</div>
<blockquote><p>We, the undersigned, want our quay back.</p></blockquote>
<h2>What the plan says</h2>
<ul><li>Boats will pay more, and the fishermen say that they cannot.</li></ul>
<p><a href="/more">More on this story: the quay in pictures</a></p>
<p>` + sentence + `</p>
<p>No date has been set.</p>
<p>Share this</p>
</article><footer>© The Example Post</footer></body></html>`

func TestASavedPageBecomesItsArticle(t *testing.T) {
	a := readOne(t, "quay.html", savedPage)
	want := strings.TrimPrefix(`
title: Quay divides town
byline: Ada Penn
body: `+sentence+`
body: “We were not asked,” said Tom Reed. “Nobody was.”
caption: The quay on Monday.
body: `+sentence+` He called it “a fine mess”.
caption: Tom Reed at home
extract: We, the undersigned, want our quay back.
heading: What the plan says
item: Boats will pay more, and the fishermen say that they cannot.
body: `+sentence+`
body: No date has been set.
`, "\n")
	if got := outline(a); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if a.ID != "quay" || a.Title != "Quay divides town" || a.Byline != "Ada Penn" || a.Outlet != "The Example Post" {
		t.Errorf("id %q, title %q, byline %q, outlet %q", a.ID, a.Title, a.Byline, a.Outlet)
	}
	if a.Address != "https://example.org/news/quay" || !a.Date.Equal(time.Date(2026, 2, 3, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("address %q, date %v", a.Address, a.Date)
	}
}

func TestAPageIsKnownByItsBeginning(t *testing.T) {
	for _, name := range []string{"-", "saved", "page.asp"} {
		if a := readOne(t, name, "\n\t"+savedPage); a.Title != "Quay divides town" {
			t.Errorf("%s: title %q", name, a.Title)
		}
	}
	if a := readOne(t, "a.txt", savedPage); a.Text != savedPage {
		t.Error("a plain text that shows a page's source was changed")
	}
}

func TestAPageTheParserRefusesKeepsItsWords(t *testing.T) {
	for name, wrap := range map[string]string{"divs": "<div>", "bold": "<b>", "spans": "<span>",
		"too many": strings.Repeat("<i></i>", 200)} {
		t.Run(name, func(t *testing.T) {
			a := readOne(t, "a.html", "<title>Quay &amp; town</title><style>p{}</style>"+strings.Repeat(wrap, 2000)+
				"<p>"+sentence+"<p>“No,” he said.<br><br>“Never &lt;again&gt;.”<script>hidden()</script>")
			want := "body: " + sentence + "\nbody: “No,” he said.\nbody: “Never <again>.”\n"
			if got := outline(a); !strings.HasSuffix(got, want) || strings.Contains(got, "hidden") || a.Title != "Quay & town" {
				t.Errorf("title %q, got\n%s", a.Title, got)
			}
		})
	}
}

func TestAPageWithoutAnArticle(t *testing.T) {
	for _, s := range []string{"<html></html>", "<html><body><script>x()</script></body></html>",
		"<html><body><img src=a.png></body></html>"} {
		_, problems := readAll("a.html", s)
		if len(problems) != 1 || !errors.Is(problems[0], source.ErrNoArticle) {
			t.Errorf("%s: %v", s, problems)
		}
	}
}

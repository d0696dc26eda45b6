package pages_test

import (
	"strings"
	"testing"

	"hearsay/articles"
	"hearsay/articles/source/pages"
)

const (
	first = "The ferry to Holm will not sail on Sundays after the first of May, the county said, because nobody " +
		"can be " +
		"found who would steer it."
	second = "It carried forty people a day in the summer and four in the winter, and has done so since 1951, " +
		"but for " +
		"the year of the ice."
	third = "The islanders have asked for a smaller boat, which they would steer themselves, and have been told " +
		"to wait " +
		"for the autumn."
)

// page makes a page of an article's inner elements.
func page(head, inner string) string {
	return "<!DOCTYPE html><html><head><meta charset=utf-8>" + head + "</head><body>" + inner + "</body></html>"
}

func paragraphs(all ...string) string { return "<p>" + strings.Join(all, "</p><p>") + "</p>" }

func read(t *testing.T, s string) articles.Article {
	t.Helper()
	a, _, ok := pages.Read(s)
	if !ok {
		t.Fatalf("nothing was found in\n%s", s)
	}
	return a
}

func TestATitleIsTheArticlesAndNotTheSites(t *testing.T) {
	body := paragraphs(first, second, third)
	for name, c := range map[string]struct{ head, heading, want string }{
		"behind a hyphen": {"<title>Ferry to Holm stops - The Sound</title>", "Ferry to Holm stops", "Ferry to " +
			"Holm stops"},
		"behind a stroke, without a heading": {"<title>Ferry to Holm will stop on Sundays | The Sound</title>", "",
			"Ferry to Holm will stop on Sundays"},
		"before it": {`<title>The Sound: Ferry to Holm stops</title><meta property="og:site_name" content="The ` +
			`Sound">`, "",
			"Ferry to Holm stops"},
		"behind how many messages are not read": {"<title>(12) Ferry to Holm stops | The Sound</title>",
			"Ferry to Holm stops", "Ferry to Holm stops"},
		"by the address": {`<title>Ferry to Holm stops · thesound.example</title><link rel=canonical ` +
			`href="https://thesound.example/1">`,
			"", "Ferry to Holm stops"},
		"the site's own": {`<title>The Sound - Local news, sport and weather</title><meta ` +
			`property="og:site_name" content="The Sound">`,
			"Ferry to Holm stops", "Ferry to Holm stops"},
		"the site's, over the article's": {`<title>The Sound</title><meta property="og:site_name" content="The ` +
			`Sound">`,
			"The Sound</h1><h2>Ferry to Holm stops</h2><h1>", "Ferry to Holm stops"},
		"behind a section": {`<title>Ferry to Holm stops • Local news • The Sound</title><meta ` +
			`property="og:site_name" ` +
			`content="The Sound">`, "", "Ferry to Holm stops"},
		"a section's":     {"<title>News – Sound</title>", "Ferry to Holm stops", "Ferry to Holm stops"},
		"another heading": {"<title>Why the ferry to Holm stops</title>", "The Sound", "Why the ferry to Holm stops"},
	} {
		heading := ""
		if c.heading != "" {
			heading = "<h1>" + c.heading + "</h1>"
		}
		if a := read(t, page(c.head, "<article>"+heading+body+"</article>")); a.Title != c.want {
			t.Errorf("%s: %q, want %q", name, a.Title, c.want)
		}
	}
}

func TestABylineIsNamesAndNothingElse(t *testing.T) {
	for markup, want := range map[string]string{
		`<p class="byline">By <a rel="author" href="/x">Ada Penn</a>, political ` +
			`editor</p>`: "Ada Penn",
		`<div class="article-author"><span>Ada Penn</span><span>2 May 2026</span><span>4 min ` +
			`read</span></div>`: "Ada Penn",
		`<span class="author-name">ADA PENN and JO BELL in ` +
			`Geneva</span>`: "ADA PENN and JO BELL",
		`<div class="post-meta"><span class="author">Posted on May 2, 2026 by Ada ` +
			`Penn</span></div>`: "Ada Penn",
		`<div class="byline"><span>Published 2 May</span><span>Updated 3 May</span></div><a rel="author">Jo van ` +
			`Dyk</a>`: "Jo van Dyk",
		`<address>By <a href="/x">Ada Penn</a>, chief reporter</address><p>2 May 2026 · 12 shares</p>`: "Ada Penn",
		`<ul class="info"><li>By Ada Penn</li><li>Tuesday 2 May 2026 09.15 BST</li><li>Comments ` +
			`(3)</li></ul>`: "Ada Penn",
		`<p class="author-line">Words: <b>Ada Penn</b> | Photographs: Max Orme | 2 May 2026 | 5 min ` +
			`read</p>`: "Ada Penn",
		`<p class="author">5 hours ago 7 comments</p>`: "",
		`<p class="byline">Staff reporter</p>`:         "",
		`<span class="author">作者：</span>`:              "",
		`<span class="author">作者：肖春芳</span>`:           "肖春芳",
		`<p class="byline">Автор: Ада Пенн</p>`:        "Ада Пенн",
		`<p class="byline">12 shares</p>`:              "",
		`<p class="byline">By Ada Penn (<a href="mailto:a@b.example">a@b.example</a>) ` +
			`@adapenn</p>`: "Ada Penn",
	} {
		a := read(t, page("<title>Ferry to Holm stops</title>", "<article><h1>Ferry to Holm stops</h1>"+markup+
			paragraphs(first, second, third)+"</article>"))
		if a.Byline != want {
			t.Errorf("%s: %q, want %q", markup, a.Byline, want)
		}
		if strings.Contains(a.Text, "2026") || strings.Contains(a.Text, "shares") || strings.Contains(a.Text, "@") {
			t.Errorf("%s: the text is %q", markup, a.Text)
		}
	}
}

func TestAuthorsThatThePageTellsMachines(t *testing.T) {
	for head, want := range map[string]string{
		`<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "x"}, {"@type": ` +
			`["NewsArticle"],
			"headline": "Ferry", "author": [{"name": "Ada Penn"}, {"name": "Jo Bell"}]}]}</script>`: "Ada Penn, Jo Bell",
		`<meta name="author" content="https://thesound.example/staff/ada-penn">`: "",
		`<meta name="parsely-author" content="Ada ` +
			`Penn">`: "Ada Penn",
		`<script type="application/ld+json">{"@type": "NewsArticle", "headline": 1, "author": {"name": ["x", ` +
			`1]}}</script>`: "",
	} {
		if a := read(t, page(head, "<article>"+paragraphs(first, second, third)+"</article>")); a.Byline != want {
			t.Errorf("%s: %q, want %q", head, a.Byline, want)
		}
	}
}

func TestBoxesDoNotRunIntoEachOther(t *testing.T) {
	a := read(t, page("<title>Ferry</title>", "<article><figure><img src=a><figcaption><span>The ferry on "+
		"Monday.</span>"+
		`<span class="photo-credit">Photo: Jo Bell</span></figcaption></figure>`+
		paragraphs(`<span class="drop">T</span><span>he ferry</span> sails. <b>No</b><i>body</i> steers `+
			`iT<b>unes</b>.`, first+
			`<span>“Yes.”</span><span>Updated</span>`, second, third)+"</article>"))
	b := read(t, page("<title>Ferry</title>", "<article>"+paragraphs(`<span class="place">HOLM</span><span>3 `+
		`May</span>`+first,
		second, third)+"<figure><img src=a><figcaption>The quay on Tuesday<cite>Jo "+
		"Bell</cite></figcaption></figure></article>"))
	if !strings.Contains(b.Text, "HOLM 3 May The ferry") || strings.Contains(b.Text, "TuesdayJo") {
		t.Errorf("%q", b.Text)
	}
	for _, want := range []string{"The ferry sails. Nobody steers iTunes.", "“Yes.” Updated"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("%q is not in %q", want, a.Text)
		}
	}
	roles := map[string]articles.Role{}
	for _, p := range a.Paragraphs {
		roles[p.Of(a.Text)] = p.Role
	}
	if roles["The ferry on Monday."] != articles.Caption || roles["Photo: Jo Bell"] != articles.Credit {
		t.Errorf("caption and credit: %v", roles)
	}
}

func TestWhatStandsAroundAnArticleIsLeftOut(t *testing.T) {
	const alien = "“I saw the whale myself,” wrote somebody who calls himself a seaman, “and it waved at me, twice.”"
	for name, markup := range map[string]string{
		"consent": `<div id="onetrust-banner"><p>We and our 900 partners keep data on your ` +
			`device. ` + alien + `</p></div>`,
		"comments": `<section class="story-comments"><h2>12 ` +
			`comments</h2><div>` + paragraphs(alien, alien, alien) + "</div></section>",
		"comments by their heading": `<h3>3 responses</h3><div><b>gull</b>` + paragraphs(alien, alien) + "</div>",
		"newsletter":                `<div class="inline-newsletter"><p>` + alien + "</p></div>",
		"where else to follow":      "<p>Follow the Sound on Facebook and Twitter, where the whale is seen.</p>",
		"a line": "<p>Sign up for our weekly newsletter: “I saw the whale myself” and other " +
			"tales</p>",
		"a teaser": `<p><strong>Read more: <a href="/x">“I saw the whale myself,” says a ` +
			`seaman</a></strong></p>`,
		"related": `<div class="related-stories"><h4>Related</h4><ul><li><a href="/x">“I saw ` +
			`the whale myself”</a></li></ul></div>`,
		"the author":  "<p><em>Ada Penn covers the islands for The Sound. She saw the whale.</em></p>",
		"the address": "<p>Ada Penn saw the whale myself. Follow her on Twitter: @adapenn</p>",
		"a price": `<div class="buy-box"><p>I saw the whale myself, a book. £9.99 at the ` +
			`Sound's own shop</p></div>`,
	} {
		a := read(t, page(`<title>Ferry to Holm stops</title><meta name="author" content="Ada Penn">`,
			"<article><h1>Ferry to Holm stops</h1>"+paragraphs(first, second, "“We wait,” said Jo Bell, who "+
				"lives there.")+
				markup+"</article>"))
		if strings.Contains(a.Text, "whale") {
			t.Errorf("%s: %q", name, a.Text)
		}
		if !strings.Contains(a.Text, "“We wait,”") || !strings.Contains(a.Text, first) {
			t.Errorf("%s: the article is not whole: %q", name, a.Text)
		}
	}
}

func TestWhatIsTheArticlesOwnStays(t *testing.T) {
	for name, markup := range map[string]string{
		"a link that is a sentence": `<p><a href="/x">“Nobody told the whale,” said the keeper of the light on ` +
			`Friday.</a></p>`,
		"links that make a sentence": `<p>The keeper <a href="/x">told the Sound that nobody had told</a> <a ` +
			`href="/y">the whale of it</a>.</p>`,
		"an item": `<ul><li><a href="/x">The keeper wrote to the county about the whale and ` +
			`his boat.</a></li></ul>`,
		"a heading": `<h2><a href="#whale">How the whale was told</a></h2>`,
		"a page that says comments": `<div class="story has-comments">` + paragraphs("The whale came back in "+
			"the evening, and was told at last by the keeper's son.") + `</div>`,
	} {
		a := read(t, page("<title>Ferry to Holm stops</title>",
			"<article><h1>Ferry to Holm stops</h1>"+paragraphs(first, second)+markup+paragraphs(third,
				second)+"</article>"))
		if !strings.Contains(a.Text, "whale") {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
}

func TestAStandfirstBesideTheBodyIsRead(t *testing.T) {
	const said = "“We shall row,” says the mayor of Holm, where the last boat of the day is the last of the week."
	for name, top := range map[string]string{
		"called so":        `<header><h1>Ferry stops</h1><p class="article__standfirst">` + said + `</p></header>`,
		"a second heading": `<header><h1>Ferry stops</h1><h2>` + said + `</h2></header>`,
		"in a box": `<div class="head"><div><h1>Ferry stops</h1></div><div ` +
			`class="sub-title"><span>` + said + `</span></div></div>`,
	} {
		a := read(t, page("<title>Ferry stops</title>", "<article>"+top+`<div `+
			`class="article-body">`+paragraphs(first, second, third)+
			"</div></article>"))
		if n := strings.Count(a.Text, said); n != 1 {
			t.Errorf("%s: %d times in %q", name, n, a.Text)
		}
	}
}

func TestTextThatOnlyMachinesAreGiven(t *testing.T) {
	body := `{"@type": "NewsArticle", "headline": "Ferry stops", "articleBody": "` + first + `\n\n` + second + `"}`
	a := read(t, page(`<script type="application/ld+json">`+body+"</script>", "<div "+
		"id=app></div><noscript>Enable JavaScript.</noscript>"))
	if a.Text != "Ferry stops\n\n"+first+"\n\n"+second {
		t.Errorf("%q", a.Text)
	}
	a = read(t, page("", `<x-story><template shadowrootmode="closed"><h1>Ferry stops</h1>`+paragraphs(first,
		second)+"</template></x-story>"))
	if !strings.Contains(a.Text, first) || a.Title != "Ferry stops" {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
}

func TestAStubOfAnArticleIsTold(t *testing.T) {
	const closed = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x",
		"isAccessibleForFree": "False"}</script>`
	offer := "<div class=offer><p>Subscribe today to continue reading.</p></div>"
	for _, c := range []struct {
		head, inner string
		stub        bool
	}{
		{"", paragraphs(first, second), false},
		{closed, paragraphs(first, second), true},
		{closed, paragraphs(strings.Repeat(first+" ", 30), second), false},
		{"", paragraphs(first, second) + offer, true},
		{"", paragraphs(first, "To continue reading by candlelight, as she did, takes good eyes.", third), false},
	} {
		a, note, ok := pages.Read(page(c.head, "<article>"+c.inner+"</article>"))
		if !ok || (note != "") != c.stub || strings.Contains(a.Text, "Subscribe") {
			t.Errorf("%s: %v, %q, %q", c.inner[:40], ok, note, a.Text)
		}
	}
}

func TestSingleFileKeepsTheAddress(t *testing.T) {
	a := read(t, "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://thesound.example/ferry \n"+
		" saved date: x\n-->"+paragraphs(first, second))
	if a.Address != "https://thesound.example/ferry" {
		t.Errorf("%q", a.Address)
	}
}

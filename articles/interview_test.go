package articles_test

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/source"
)

const introduction = "Captain Lena Holm has crossed the Sound nine thousand times. The Courier spoke to her on her " +
	"last day, " +
	"in the wheelhouse, over a cup of her own coffee, which nobody else drinks."

const (
	coffee = "The coffee. I make it myself, and nobody else dares to drink it. That has always been so, and I do not mind."
	horn   = "The horn. I have heard it nine thousand times, and each time I thought of my mother, who could not stand it."
)

// In whatever a page or a Markdown text sets the questions of an interview, the answers are whose it is.
func TestAnswersBelongToWhomTheFormatShows(t *testing.T) {
	e, err := analysis.Load()
	if err != nil {
		t.Fatal(err)
	}
	page := func(s string) string {
		return "<html><head><title>Fog and ferries</title></head><body><article><h1>Fog and ferries</h1><p>" + introduction +
			"</p>" + s + "</article></body></html>"
	}
	for _, c := range []struct{ name, file, text string }{
		{"bold paragraphs", "a.html",
			page("<p><strong>What will you miss?</strong></p><p>" + coffee +
				"</p><p><b>And what not?</b></p><p>" + horn + "</p>")},
		{"bold lines", "a.html",
			page("<p><b>What will you miss?</b><br>" + coffee + "</p><p><b>And what not?</b><br/>" + horn +
				"</p>")},
		{"headings", "a.html",
			page("<h3>What will you miss?</h3><p>" + coffee + "</p><h3>And what not?</h3><p>" + horn + "</p>")},
		{"terms", "a.html",
			page("<dl><dt>What will you miss?</dt><dd>" + coffee + "</dd><dt>And what not?</dt><dd>" + horn +
				"</dd></dl>")},
		{"labels in bold", "a.html",
			page("<p><strong>Q:</strong> What will you miss?</p><p><strong>A:</strong> " + coffee +
				"</p><p><strong>Q:</strong> And what not?</p><p><strong>A:</strong> " + horn + "</p>")},
		{"Markdown", "a.md",
			"# Fog and ferries\n\n" + introduction + "\n\n**What will you miss?**\n\n" + coffee +
				"\n\n**And what not?**\n\n" + horn + "\n"},
		{"Markdown in one paragraph", "a.md",
			"# Fog and ferries\n\n" + introduction + "\n\n**What will you miss?** " + coffee +
				"\n\n**And what not?** " + horn + "\n"},
		{"Markdown's headings", "a.md",
			"# Fog and ferries\n\n" + introduction + "\n\n### What will you miss?\n\n" + coffee +
				"\n\n### And what not?\n\n" + horn + "\n"},
		{"a text that kept the marks", "a.txt",
			"Fog and ferries\n\n" + introduction + "\n\n**What will you miss?**\n\n" + coffee +
				"\n\n**And what not?**\n\n" + horn + "\n"},
		{"initials", "a.txt",
			"Fog and ferries\n\n" + introduction + "\n\nSC: What will you miss?\n\nLH: " + coffee +
				"\n\nSC: And what not?\n\nLH: " + horn + "\n"},
	} {
		a, err := source.First(new(source.Reader).Read(c.file, strings.NewReader(c.text)))
		if err != nil {
			t.Fatal(c.name, err)
		}
		d, err := e.Analyze(t.Context(), a.Input())
		if err != nil {
			t.Fatal(c.name, err)
		}
		for _, answer := range []string{coffee, horn} {
			if who := saying(a, d, answer); !slices.Equal(who, []string{"Lena Holm"}) {
				t.Errorf("%s: %q says %.20q in\n%s", c.name, who, answer, a.Text)
			}
		}
		for _, q := range []string{"What will you miss?", "And what not?"} {
			if who := saying(a, d, q); slices.Contains(who, "Lena Holm") || slices.Contains(who, "none") {
				t.Errorf("%s: %q asks %q", c.name, who, q)
			}
		}
	}
}

// saying are the names of those who say words, "none" where no quote is made of them.
func saying(a articles.Article, d *analysis.Document, words string) (out []string) {
	for _, q := range d.Quotes {
		if q.Content[0].Of(a.Text) != words {
			continue
		}
		for _, s := range q.Speakers {
			out = append(out, d.Speakers[s].Name)
		}
		return out
	}
	return []string{"none"}
}

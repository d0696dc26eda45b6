package samples_test

import (
	"strings"
	"testing"

	"hearsay/articles"
	"hearsay/articles/samples"
)

func TestEverySampleIsAWholeArticle(t *testing.T) {
	for _, s := range samples.All() {
		t.Run(s.Name, func(t *testing.T) {
			a, err := samples.Open(s.Name)
			if err != nil {
				t.Fatal(err)
			}
			if a.ID != s.Name {
				t.Errorf("id %q", a.ID)
			}
			if a.Title != s.Title || a.Paragraphs[0].Role != articles.Title || a.Paragraphs[0].Of(a.Text) != s.Title {
				t.Errorf("title %q, listed as %q", a.Title, s.Title)
			}
			if a.Byline == "" || a.Outlet == "" || a.Date.IsZero() {
				t.Errorf("byline %q, outlet %q, date %v", a.Byline, a.Outlet, a.Date)
			}
			if n := len(strings.Fields(a.Text)); n < 500 || n > 1200 {
				t.Errorf("%d words", n)
			}
			if len(a.Paragraphs) < 10 {
				t.Errorf("%d paragraphs", len(a.Paragraphs))
			}
			if strings.ContainsAny(a.Text, "*_#`\\") {
				t.Error("markup is left in the text")
			}
			if s.About == "" || strings.ContainsAny(s.About, "\r\n") {
				t.Errorf("about: %q", s.About)
			}
		})
	}
}

func TestSamplesDifferInTheirMarks(t *testing.T) {
	straight, curly := 0, 0
	for _, s := range samples.All() {
		a, err := samples.Open(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		hasStraight, hasCurly := strings.Contains(a.Text, `"`), strings.ContainsAny(a.Text, "“”")
		if hasStraight && hasCurly {
			t.Errorf("%s mixes straight and curly marks", s.Name)
		}
		if hasStraight {
			straight++
		}
		if hasCurly {
			curly++
		}
	}
	if straight == 0 || curly == 0 {
		t.Errorf("%d articles with straight marks, %d with curly ones", straight, curly)
	}
}

func TestAnUnknownSampleNamesThoseThereAre(t *testing.T) {
	_, err := samples.Open("nothing")
	if err == nil || !strings.Contains(err.Error(), samples.All()[0].Name) {
		t.Errorf("error %v", err)
	}
}

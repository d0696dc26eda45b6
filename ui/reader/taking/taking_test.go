package taking

import (
	"net/url"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/ui/reader/view"
)

const story = "Ada Venn said the toll would fall. “It is paid, and twice - at least,” she told us & all who would " +
	"listen to her on the long bridge. She backs the plan."

func spansOf(words ...string) (out []analysis.Span) {
	for _, w := range words {
		i := strings.Index(story, w)
		out = append(out, analysis.Span{Start: i, End: i + len(w)})
	}
	return out
}

func found() Of {
	f := view.Of(articles.Article{ID: "toll", Title: "A toll", Outlet: "The Bay", Address: "https://bay.example/toll",
		Text: story}, "toll.txt")
	d := &analysis.Document{Speakers: []analysis.Speaker{{Name: "Ada Venn", Names: []string{"Ada Venn"}}},
		Quotes: []analysis.Quote{
			{Kind: analysis.Indirect, Content: spansOf("the toll would fall"), Cue: spansOf("said"),
				Source: spansOf("Ada Venn"), Speakers: []int{0}, Confidence: 0.9, Why: analysis.Why{SpeakerConfidence: 1}},
			{Kind: analysis.Direct, Content: spansOf("“It is paid, and twice - at least,”"), Cue: spansOf("told"),
				Speakers: []int{0}, Confidence: 0.5, Why: analysis.Why{SpeakerConfidence: 1}},
		},
		Positions: []analysis.Position{{Speaker: 0, Stance: analysis.Supports, Target: spansOf("the plan"), Topic: "the plan",
			Statement: spansOf("She backs the plan"), Quotes: []int{0}, Confidence: 0.9}},
	}
	for _, s := range text.Split(story, nil).Sentences {
		d.Sentences = append(d.Sentences, s.Span)
	}
	f.Show(d)
	return Of{f}
}

// A speaker is taken with all that they are quoted with, in order, each with its kind; only words that are theirs stand
// alone.
func TestASpeakerIsTakenWithAllTheirQuotes(t *testing.T) {
	f := found()
	want := "Ada Venn: 2 quotes\n1. Ada Venn said the toll would fall. (indirect, the reporter’s paraphrase)\n" +
		"2. “It is paid, and twice - at least,” (direct)"
	if got := f.Speakers([]int{0}, false); got != want {
		t.Errorf("got\n%s", got)
	}
	if got := f.Speakers([]int{0}, true); got != want+"\n— “A toll”, The Bay, https://bay.example/toll" {
		t.Errorf("with where it is from:\n%s", got)
	}
	f.Least = analysis.Certain
	f.Recount()
	if got := f.Speakers([]int{0}, false); !strings.HasPrefix(got, "Ada Venn: 1 quote (only sure)\n1. Ada") ||
		strings.Contains(got, "paid") {
		t.Errorf("only what is sure:\n%s", got)
	}
}

// A position is taken with the sentence that proves it.
func TestAPositionIsTakenWithItsEvidence(t *testing.T) {
	if got := found().Positions([]int{0}, false); got != "Ada Venn supports the plan\nThe article: She backs the plan." {
		t.Errorf("got\n%s", got)
	}
}

// A link leads a browser to the very words, whatever they hold.
func TestALinkLeadsToTheWords(t *testing.T) {
	f := found()
	got := f.QuoteWhole(1)
	want := "https://bay.example/toll#:~:text=It%20is%20paid%2C%20and%20twice%20%2D%20at%20least%2C"
	if !strings.HasSuffix(got, ", "+want) {
		t.Errorf("got %s", got)
	}
	long := spansOf(story[len("Ada Venn said "):])[0]
	link := LinkTo("https://bay.example/a#top", story, long)
	from, to, ok := strings.Cut(strings.TrimPrefix(link, "https://bay.example/a#top:~:text="), ",")
	first, _ := url.PathUnescape(from)
	last, _ := url.PathUnescape(to)
	if !ok || !strings.Contains(story, first) || !strings.HasSuffix(story, last) || strings.Contains(to, ",") {
		t.Errorf("a long stretch: %s", link)
	}
	for _, address := range []string{"javascript:alert(1)", "", "bay.example", "https://a\x1b]8;;x"} {
		if f.Article.Address = address; OnTheWeb(address) || strings.Contains(f.QuoteWhole(1), "text=") {
			t.Errorf("%q is led to", address)
		}
	}
}

// Several are taken together, in order.
func TestSeveralQuotesAreTakenTogether(t *testing.T) {
	f := found()
	if got := f.Quotes([]int{0, 1}, false); got != f.Quote(0)+"\n\n"+f.Quote(1) {
		t.Errorf("got %s", got)
	}
	if got := f.Panel([]string{" Card \x1b[2J", " ", "  2 quotes  "}, false); strings.ContainsAny(got, "\x1b") ||
		!strings.HasSuffix(got, "2 quotes") {
		t.Errorf("a panel is %q", got)
	}
}

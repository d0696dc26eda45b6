package linked_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/export/linked"
)

// A content is linked to its parts, its cues and its sources; what two quotes share is there once, contents never.
func TestQuotesAsMarksAndLinks(t *testing.T) {
	const text = "She said rain, and rain again, was due."
	at := func(words string) analysis.Span {
		n := strings.Index(text, words)
		return analysis.Span{Start: n, End: n + len(words)}
	}
	all := func(words ...string) (out []analysis.Span) {
		for _, w := range words {
			out = append(out, at(w))
		}
		return out
	}
	d := &analysis.Document{Quotes: []analysis.Quote{
		{Content: all("rain, and rain again", "was due"), Cue: all("said"), Source: all("She")},
		{Content: all("rain, and rain again"), Cue: all("said"), Source: append(all("She"), analysis.Span{Start: 3, End: 3})},
		{Content: []analysis.Span{{Start: 4, End: 4}}, Source: all("due")},
	}}
	marks, links := linked.Of(d, func(s analysis.Span) analysis.Span { return s })
	var got []string
	for _, m := range marks {
		got = append(got, fmt.Sprint(m.Label, " ", m.Quote, " ", m.Of(text)))
	}
	want := []string{"Source -1 She", "Cue -1 said", "Content 0 rain, and rain again", "Content 1 rain, and rain again",
		"Content 0 was due"}
	if !slices.Equal(got, want) {
		t.Errorf("the marks are %q", got)
	}
	wanted := []linked.Link{{From: 2, To: 4, Label: linked.Part}, {From: 2, To: 1, Label: linked.Cue},
		{From: 2, To: 0, Label: linked.Source},
		{From: 3, To: 1, Label: linked.Cue}, {From: 3, To: 0, Label: linked.Source}}
	if !slices.Equal(links, wanted) {
		t.Errorf("the links are %v", links)
	}
}

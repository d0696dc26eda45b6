package reporting

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/text"
)

// by is a quote that models may have made: the head of its cue and its content, as they stand in the text.
func by(t *testing.T, x *annotated.Text, cue, content string) attribution.Attribution {
	t.Helper()
	at := strings.Index(x.String, cue)
	from := strings.Index(x.String, content)
	if at < 0 || from < 0 {
		t.Fatalf("%q has not both %q and %q", x.String, cue, content)
	}
	head := x.At(at)
	return attribution.Attribution{Head: head, Cue: []text.Span{x.Tokens[head].Span},
		Content: []text.Span{{Start: from, End: from + len(content)}}, Continues: -1}
}

// show writes quotes as "[source] <cue> content", a line each.
func show(s string, list []attribution.Attribution) string {
	join := func(spans []text.Span) string {
		var w []string
		for _, p := range spans {
			w = append(w, p.Of(s))
		}
		return strings.Join(w, " … ")
	}
	var lines []string
	for _, a := range list {
		lines = append(lines, "["+join(a.Source)+"] <"+join(a.Cue)+"> "+join(a.Content))
	}
	return strings.Join(lines, "\n     ")
}

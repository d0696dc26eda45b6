package attribution

import (
	"slices"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/text"
)

// A lesson tells of each possible cue what the linear models make of its window, and what is right.
func TestLessonsTellWhatIsRight(t *testing.T) {
	l := load(t)
	const s = "Mr. Ross said that the bridge was closed. The mayor walked home."
	span := func(words string) []text.Span {
		at := strings.Index(s, words)
		return []text.Span{{Start: at, End: at + len(words)}}
	}
	tx := text.Split(s, nil)
	gold := Gold{Content: span("that the bridge was closed"), Cue: span("said"), Source: span("Mr. Ross")}
	got := l.finder.LessonsBy([]Example{{Text: annotated.WithoutStates(tx, l.tagger, l.parser), Gold: []Gold{gold}}})[0]
	for _, c := range got.Cues {
		if c.Head != (tx.Word(c.Token) == "said") {
			t.Errorf("%s heads a cue: %v", tx.Word(c.Token), c.Head)
		}
	}
	k := slices.IndexFunc(got.Windows, func(w WindowLesson) bool { return tx.Word(w.Cue) == "said" })
	if k < 0 {
		t.Fatal("the cue has no window")
	}
	w, told := got.Windows[k], map[label]string{}
	if len(w.Unary) != len(w.Items) || len(w.Pairwise) != len(w.Items) || len(w.Labels) != len(w.Items) {
		t.Fatalf("%d items, %d and %d scores, %d labels", len(w.Items), len(w.Unary), len(w.Pairwise), len(w.Labels))
	}
	for i, it := range w.Items {
		told[label(w.Labels[i])] += " " + tx.Of(tx.Span(it[0], it[1]))
	}
	for of, want := range map[label]string{source: " Mr. Ross", cue: " said", content: " that the bridge was closed"} {
		if told[of] != want {
			t.Errorf("label %d is%s, not%s", of, told[of], want)
		}
	}
}

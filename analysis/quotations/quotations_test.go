package quotations

import (
	"strings"
	"testing"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// found returns the quotations of s, each as its words, with "-" before one that lacks its closing mark, "+" before one
// that goes on with the one before, and its kind behind.
func found(t testing.TB, s string) string {
	g, err := tags.Load()
	if err != nil {
		t.Fatal(err)
	}
	tx := text.Split(s, nil)
	var out []string
	for _, q := range Find(tx, g.Tag(tx)).Quotations {
		w := q.Of(s) + "/" + q.Kind.String()
		if q.After >= 0 {
			w = "+" + w
		}
		if !q.Closed {
			w = "-" + w
		}
		out = append(out, strings.ReplaceAll(w, "\n", " "))
	}
	return strings.Join(out, " | ")
}

func TestEveryConventionIsRead(t *testing.T) {
	const words = `We will not go there again, I think,`
	for _, c := range [][2]string{{"“", "”"}, {`"`, `"`}, {"''", "''"}, {"``", "''"}, {"«", "»"}, {"« ", " »"}, {"»", "«"},
		{"‹", "›"}, {"„", "“"}, {"„", "”"},
		{"「", "」"}, {"『", "』"}, {"‘", "’"}, {"'", "'"}} {
		q := c[0] + words + c[1]
		if got, want := found(t, "He said: "+q+" and left."), q+"/speech"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if got, want := found(t, q+" he said. "+q+" she said."), q+"/speech | "+q+"/speech"; got != want {
			t.Errorf("twice: got %s, want %s", got, want)
		}
	}
}

func TestApostrophesAreNoQuotationMarks(t *testing.T) {
	for _, s := range []string{
		"It's the leaders' fault that the '90s didn't end, y'all.",
		"’Tis the dogs’ dinner and rock ’n’ roll, he didn’t say.",
		"The workers' union and the bosses' club met at 5'10\" or so.",
		"Talk about 'em: the Smiths' car.",
	} {
		if got := found(t, s); got != "" {
			t.Errorf("%s: %s", s, got)
		}
	}
}

func TestInchesAreNoQuotationMarks(t *testing.T) {
	for s, want := range map[string]string{
		`"The plank was 6" wide and 12" long," he said, "and it held us all."`: `"The plank was 6" wide and 12" long,"/speech | "and it held us all."/speech`,
		`"We sold 12" he said, and then "nobody came to buy any more."`:        `"We sold 12"/words | "nobody came to buy any more."/speech`,
	} {
		if got := found(t, s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestQuotationsNest(t *testing.T) {
	for s, want := range map[string]string{
		`“He told me, ‘I will not go there,’ and left the room,” she said.`:     `“He told me, ‘I will not go there,’ and left the room,”/speech | ‘I will not go there,’/speech`,
		`"They said 'we won't pay the bosses' bills today' and left," he said.`: `"They said 'we won't pay the bosses' bills today' and left,"/speech | 'we won't pay the bosses' bills today'/speech`,
	} {
		if got := found(t, s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestASpeechMayRunOverParagraphs(t *testing.T) {
	s := "“We begin here today and now.\n\n“We go on here, as we must.\n\n“We end here, at last,” he said."
	if got, want := found(t, s),
		"-“We begin here today and now./speech | -+“We go on here, as we must./speech | "+
			"+“We end here, at last,”/speech"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// British papers do so with single marks: apostrophes among the words close nothing.
func TestASpeechInSingleMarksMayRunOverParagraphs(t *testing.T) {
	for _, c := range [][2]string{{"‘", "’"}, {"'", "'"}} {
		first, last := c[0]+"It is mine. We sent the rent to Ada's lawyer.", c[0]+"Nobody has complained."+c[1]
		if got, want := found(t, first+"\n\n"+last), "-"+first+"/speech | +"+last+"/speech"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestAnUnclosedMarkEndsAtItsParagraph(t *testing.T) {
	s := "He said “we are not going to pay.\n\nNobody did, and nobody will."
	if got, want := found(t, s), "-“we are not going to pay./speech"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	again := "He said “we are not going to pay and she said “never ever again, my friend,” to him."
	if got, want := found(t, again),
		"-“we are not going to pay and she said/speech | “never ever again, my friend,”/speech"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWhatIsNoSpeechIsTold(t *testing.T) {
	for s, want := range map[string]string{
		`Frank "Lefty" Brown sang "The Long Way Home" at the so-called "summit" here.`: `"Lefty"/nickname | "The Long Way Home"/title | "summit"/words`,
		`“No,” he said. “Why?” she asked.`:                                             `“No,”/speech | “Why?”/speech`,
	} {
		if got := found(t, s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func check(t *testing.T, s string) {
	tx := text.Split(s, nil)
	f := Find(tx, nil)
	for i, q := range f.Quotations {
		if q.From >= q.To || q.To > len(tx.Tokens) || tx.Span(q.From, q.To) != q.Span || !q.Covers(q.Inner) ||
			q.Inner.Empty() {
			t.Fatalf("%q: bad quotation %+v", s, q)
		}
		if tx.ParagraphOf(q.From) != tx.ParagraphOf(q.To-1) {
			t.Fatalf("%q: %+v leaves its paragraph", s, q)
		}
		if q.Parent >= i || q.Parent >= 0 && !f.Quotations[q.Parent].Covers(q.Span) || q.After >= i {
			t.Fatalf("%q: %+v is misplaced", s, q)
		}
		for _, o := range f.Quotations[max(0, i-5):i] {
			if o.Overlaps(q.Span) && !o.Covers(q.Span) {
				t.Fatalf("%q: %v and %v cross", s, o.Span, q.Span)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“He said ''no'' to 'us',” \"she\" said.\n\n“‘Go „on“’ «now»")
	f.Add("\"\"'''' ``''\" “ ” ’s")
	f.Fuzz(check)
}

func BenchmarkFind(b *testing.B) {
	for name, piece := range map[string]string{
		"news": "“We won’t go,” Mr. Smith said on Monday. He didn't say 'why' the talks had failed.\n\n", "openings": "“",
		"singles":  "‘a ",
		"straight": "\" ", "paragraphs": "“a\n\n",
	} {
		tx := text.Split(strings.Repeat(piece, 1<<20/len(piece)), nil)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(tx.String)))
			for b.Loop() {
				Find(tx, nil)
			}
		})
	}
}

package analysis_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"hearsay/analysis"
)

func load(t testing.TB) *analysis.Engine {
	e, err := analysis.Load()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func analyze(t testing.TB, e *analysis.Engine, s string) *analysis.Document {
	d, err := e.Analyze(context.Background(), analysis.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const story = `Council votes for the bridge

The city council voted on Tuesday to build a bridge over the Arden, and Mayor Ruth Calder called it “the best news in years.”

“We have waited long enough,” Ms. Calder told reporters. “My grandmother waited for this bridge.”

Paul Venn, who leads the opposition, said that the plan was too expensive. He accused the mayor of hiding what it would cost.

According to the city's engineers, the bridge will open in four years.`

func TestAStoryIsReadWhole(t *testing.T) {
	d := analyze(t, load(t), story)
	if d.Language != "en" || d.MarksOnly || len(d.Sentences) < 7 {
		t.Errorf("language %q, %d sentences", d.Language, len(d.Sentences))
	}
	var got []string
	for _, q := range d.Quotes {
		name := "nobody"
		if len(q.Speakers) > 0 {
			name = d.Speakers[q.Speakers[0]].Name
		}
		got = append(got, fmt.Sprintf("%s %s: %s", q.Kind, name, q.Content[0].Of(story)))
		if q.Why.Found == "" || len(q.Speakers) == 0 && q.Why.Unknown == "" {
			t.Errorf("no reason is given: %+v", q)
		}
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		"direct Ruth Calder: “We have waited long enough,”",
		"indirect Paul Venn: that the plan was too expensive",
		"the bridge will open in four years",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is lacking in\n%s", want, all)
		}
	}
}

func TestAnotherLanguageGivesOnlyWhatStandsInMarks(t *testing.T) {
	s := "Le ministre a quitté la salle lundi soir avec ses conseillers. « Nous ne pouvons pas accepter cela " +
		"aujourd'hui », a-t-il déclaré aux journalistes qui l'attendaient dehors."
	d := analyze(t, load(t), s)
	if d.Language != "fr" || !d.MarksOnly || len(d.Quotes) != 1 || len(d.Speakers) != 0 {
		t.Fatalf("%+v", d)
	}
	q := d.Quotes[0]
	if q.Kind != analysis.Direct || q.Content[0].Of(s) != "« Nous ne pouvons pas accepter cela aujourd'hui »" ||
		!strings.Contains(q.Why.Unknown, "English only") || len(q.Source) != 0 {
		t.Errorf("%+v", q)
	}
}

func TestTheSameTextGivesTheSameDocumentToEveryone(t *testing.T) {
	e := load(t)
	want, _ := json.Marshal(analyze(t, e, story))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got, _ := json.Marshal(analyze(t, e, story)); string(got) != string(want) {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
	all.Wait()
}

func TestTheReaderMayGiveUpAndIsToldHowFarItIs(t *testing.T) {
	e := load(t)
	ctx, cancel := context.WithCancel(context.Background())
	long := strings.Repeat(story+"\n\n", 40)
	last := 0.0
	in := analysis.Input{Text: long, Progress: func(done float64) {
		if done < last || done > 1 {
			t.Errorf("progress went from %v to %v", last, done)
		}
		last = done
	}}
	if _, err := e.Analyze(ctx, in); err != nil || last != 1 {
		t.Errorf("ended at %v: %v", last, err)
	}
	in.Progress = func(done float64) {
		if done > 0.2 {
			cancel()
		}
	}
	if _, err := e.Analyze(ctx, in); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}

func TestWordsSetAsideAreNotQuoted(t *testing.T) {
	byline := "“This is not said in the article at all,” Ann Roe said."
	s := byline + "\n\n" + story
	d, err := load(t).Analyze(context.Background(), analysis.Input{Text: s,
		Aside: []analysis.Span{{Start: 0, End: len(byline)}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range d.Quotes {
		if q.Content[0].Start < len(byline) {
			t.Errorf("%q is quoted", q.Content[0].Of(s))
		}
	}
}

// check fails where a document breaks what the package promises.
func check(t *testing.T, s string, d *analysis.Document) {
	spans := func(what string, list []analysis.Span) {
		end := 0
		for _, p := range list {
			if p.Empty() || p.Start < end || p.End > len(s) {
				t.Fatalf("%q: %s %v", s, what, list)
			}
			if utf8.ValidString(s) && !utf8.ValidString(p.Of(s)) {
				t.Fatalf("%q: %s %v cuts a code point", s, what, p)
			}
			end = p.End
		}
	}
	spans("sentences", d.Sentences)
	at := 0
	for i, q := range d.Quotes {
		spans("content", q.Content)
		spans("cue", q.Cue)
		spans("source", q.Source)
		if len(q.Content) == 0 || q.Content[0].Start < at || q.Confidence < 0 || q.Confidence > 1 {
			t.Fatalf("%q: quote %d: %+v", s, i, q)
		}
		at = q.Content[0].Start
		isSpeaker := func(k int) {
			if k < 0 || k >= len(d.Speakers) {
				t.Fatalf("%q: quote %d has no speaker %d", s, i, k)
			}
		}
		for _, k := range q.Speakers {
			isSpeaker(k)
		}
		for _, c := range q.Why.Candidates {
			spans("candidate", []analysis.Span{c.Mention})
			if c.Speaker != analysis.None {
				isSpeaker(c.Speaker)
			}
		}
		for _, l := range q.Why.Chain {
			spans("link", []analysis.Span{l.From})
			spans("link", []analysis.Span{l.To})
		}
	}
	for _, k := range d.Speakers {
		spans("mentions", k.Mentions)
	}
	for _, p := range d.Positions {
		spans("target", p.Target)
		spans("statement", p.Statement)
		for _, k := range append([]int{p.Speaker}, p.Targets...) {
			if k < 0 || k >= len(d.Speakers) {
				t.Fatalf("%q: %+v", s, p)
			}
		}
		for _, l := range p.Qualifiers {
			spans("qualifier", []analysis.Span{l.Span})
		}
		for _, k := range p.Quotes {
			if k < 0 || k >= len(d.Quotes) {
				t.Fatalf("%q: %+v", s, p)
			}
		}
	}
}

func TestAnyTextGivesAValidDocument(t *testing.T) {
	e := load(t)
	pieces := []string{"Ms. Calder", " said ", "that the plan ", "“We go,”", "''", "\"", " he said. ", "\n\n",
		"according to ", "the Kremlin", " and ", "Putin’s ",
		"claims ", "it is", ", ", ": ", "‘no’", "\u2028", "日本は「行く」と言った。", "(", "...", "supports ", "both leaders ", "\x00",
		"e\u0301"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		check(t, b.String(), analyze(t, e, b.String()))
	}
}

func FuzzAnalyze(f *testing.F) {
	e := load(f)
	f.Add(story)
	f.Add("“a\n\n“b” said X’s \"c: 'd' he said that said. According to")
	f.Add("\xff「」''``")
	f.Fuzz(func(t *testing.T, s string) { check(t, s, analyze(t, e, s)) })
}

// article is a text of about so many words, each piece another person's.
func article(words int) string {
	names := []string{"Ruth Calder", "Paul Venn", "Ida Moss", "Omar Lind", "Jane Okafor", "Lee Brandt"}
	var b strings.Builder
	for i := 0; b.Len() < words*6; i++ {
		n := names[i%len(names)]
		fmt.Fprintf(&b, "“We have waited long enough for plan %d,” %s told reporters on Tuesday. “Nobody should have to "+
			"wait that long.”\n\n"+
			"The council had met in the old hall, where the heating failed again. %s said that the costs of the bridge had "+
			"risen by %d percent "+
			"since the spring, and that the city would not pay for it alone.\n\n", i, n, n, i%40)
	}
	return b.String()
}

func BenchmarkAnalyze(b *testing.B) {
	e := load(b)
	for _, size := range []int{1_000, 170_000} {
		s := article(size)
		words := len(strings.Fields(s))
		b.Run(fmt.Sprint(words, " words"), func(b *testing.B) {
			quotes := 0
			for b.Loop() {
				quotes = len(analyze(b, e, s).Quotes)
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(float64(quotes), "quotes")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func TestCaptionsAreNobodysAntecedent(t *testing.T) {
	s := "Mayor Jon Harker of Tarn gave way on Monday and said he would open the harbour.\n\n" +
		"Boats wait off Tarn on Sunday night. Edgar Mowbray / Northern Picture Agency\n\n" +
		"“I was wrong about the fog, and I am sorry for it,” he said."
	d, err := load(t).Analyze(context.Background(), analysis.Input{Text: s})
	if err != nil {
		t.Fatal(err)
	}
	q := d.Quotes[len(d.Quotes)-1]
	if len(q.Speakers) != 1 || d.Speakers[q.Speakers[0]].Name != "Jon Harker" {
		t.Errorf("the words behind a caption are %v's of %v", q.Speakers, d.Speakers)
	}
	for _, p := range d.Speakers {
		if p.Name == "Edgar Mowbray" {
			t.Error("a photographer speaks")
		}
	}
}

// A court that the caption tells of is the one of the story below it.
func TestWhoACaptionTellsOfMayBeToldOfAgain(t *testing.T) {
	d := analyze(t, load(t), "Denmark sentences 75 members of the league to prison\n\n"+
		"A judge speaks during a verdict session in Tarn, Denmark July 28, 2018.\nA Danish court on Saturday sentenced 75 "+
		"members of the outlawed league to prison over charges of violence, a judicial source said.\n(Xinhua/Edgar Mowbray)"+
		"\n\nTARN, July 28 (Xinhua) -- A Danish court on Saturday sentenced 75 members of the outlawed league to prison "+
		"over charges of violence, a judicial source said.\n\nThe court said it was sorry.")
	courts := 0
	for _, s := range d.Speakers {
		if strings.Contains(s.Name, "court") {
			courts++
		}
	}
	if len(d.Quotes) == 0 || courts > 1 {
		t.Errorf("%d courts in %v", courts, d.Speakers)
	}
}

// One text that brings a fault of the engine to light does not end the work on others.
func TestAFaultIsTheTextsOwn(t *testing.T) {
	e := load(t)
	in := analysis.Input{Text: story, Progress: func(float64) { panic("no such stage") }}
	d, err := e.Analyze(context.Background(), in)
	var fault *analysis.Fault
	if !errors.As(err, &fault) || d != nil || fault.What != "no such stage" || len(fault.Stack) == 0 {
		t.Fatalf("%v, %v", d, err)
	}
	if !strings.Contains(err.Error(), "please report it") {
		t.Errorf("nothing is said of what to do: %v", err)
	}
	analyze(t, e, story)
}

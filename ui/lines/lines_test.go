package lines

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/export/controls"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/articles/reviews"
	"hearsay/ui/reader"
)

const bridge = `The bridge stays shut.

“It is not safe,” the engineer Ines Caro said on Friday. She added that the piers had moved.

Mayor Piet Wolff denied that he had known. Nobody asked Tom Bell.`

// hostile is what acts on a terminal, and spoilt are words with it in them.
const hostile = "\x1b[2J\x1b]0;owned\x07\u009b31m\u202e\u2066\u0090"

func spoilt(words string) string { return strings.ReplaceAll(words, "e", "e"+hostile) }

// found is what is found in the article: three quotes, of which the second is Caro's too and the third denied.
func found(s string) *analysis.Document {
	at := func(words string) analysis.Span {
		if strings.Contains(s, spoilt(words)) {
			words = spoilt(words)
		}
		i := strings.Index(s, words)
		return analysis.Span{Start: i, End: i + len(words)}
	}
	quote := func(kind analysis.Kind, content, cue, source string, who int) analysis.Quote {
		return analysis.Quote{Kind: kind, Content: []analysis.Span{at(content)}, Cue: []analysis.Span{at(cue)},
			Source: []analysis.Span{at(source)}, Speakers: []int{who}, Confidence: 0.9,
			Why: analysis.Why{Found: "the verb “" + cue + "”", SpeakerConfidence: 0.9,
				Chain: []analysis.Link{{Speaker: who, From: at(source), To: at(source), Reason: "“" + source + "” is named"}}}}
	}
	d := &analysis.Document{Engine: analysis.Version, Language: "en",
		Sentences: []analysis.Span{at("The bridge stays shut."),
			at("“It is not safe,” the engineer Ines Caro said on Friday."),
			at("She added that the piers had moved."), at("Mayor Piet Wolff denied that he had known."),
			at("Nobody asked Tom Bell.")},
		Quotes: []analysis.Quote{quote(analysis.Direct, "“It is not safe,”", "said", "the engineer Ines Caro", 0),
			quote(analysis.Indirect, "that the piers had moved", "added", "She", 0),
			quote(analysis.Indirect, "that he had known", "denied", "Mayor Piet Wolff", 1)},
		Speakers: []analysis.Speaker{{Name: "Ines Caro", Type: analysis.Person, Mentions: []analysis.Span{at("Ines Caro")}},
			{Name: "Piet Wolff", Type: analysis.Person, Mentions: []analysis.Span{at("Piet Wolff")}},
			{Name: "Tom Bell", Type: analysis.Person, Mentions: []analysis.Span{at("Tom Bell")}}},
		Positions: []analysis.Position{{Speaker: 0, Stance: analysis.Opposes, Target: []analysis.Span{at("The bridge")},
			Statement: []analysis.Span{at("“It is not safe,”")}, Quotes: []int{0}, Confidence: 0.9}}}
	d.Quotes[2].Polarity = analysis.Denied
	return d
}

func articleOf(s string) articles.Article {
	a := articles.Article{ID: "bridge", Text: s, Title: "The bridge stays shut."}
	for _, p := range text.Paragraphs(s) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p})
	}
	return a
}

// desk is a reviewer's at a library of the test's own.
type desk struct{ reviews.Desk }

func (d desk) Look(ctx context.Context, a articles.Article) (reader.Log, error) {
	return logOf(d.Desk.Look(ctx, a))
}

func (d desk) Open(ctx context.Context, a articles.Article, f *analysis.Document) (reader.Log, error) {
	return logOf(d.Desk.Open(ctx, a, f))
}

func logOf(l *reviews.Log, err error) (reader.Log, error) {
	if l == nil {
		return nil, err
	}
	return l, err
}

// person talks to sessions about the article, one after the other, all in one library.
type person struct {
	t   *testing.T
	lib *library.Library
	// told is what is found; nil is what is found in the article.
	text   string
	review bool
	wide   int
}

func newPerson(t *testing.T) *person {
	lib, err := library.Open(context.Background(), filepath.Join(t.TempDir(), "news.db"), library.Options{Make: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	return &person{t: t, lib: lib, text: bridge, review: true}
}

func (p *person) options() Options {
	now := time.Unix(1700000000, 0)
	return Options{Echo: true, Columns: p.wide, Options: reader.Options{Reviewing: p.review,
		Items: []reader.Item{{Name: "bridge.txt", Open: func(context.Context) (articles.Article, error) {
			return articleOf(p.text), nil
		}}},
		Analyze: func(_ context.Context, a articles.Article, _ func(float64)) (*analysis.Document, error) {
			d := found(a.Text)
			for i, s := range d.Speakers {
				d.Speakers[i].Name = s.Mentions[0].Of(a.Text)
			}
			return d, nil
		},
		Desk: desk{reviews.Desk{Library: func(context.Context, bool) (*library.Library, error) { return p.lib, nil },
			Reviewer: "ann", Now: func() time.Time { now = now.Add(time.Second); return now }}}}}
}

// types answers with lines, and returns all that was written.
func (p *person) types(lines ...string) string {
	p.t.Helper()
	var out bytes.Buffer
	o := p.options()
	o.Input, o.Output = strings.NewReader(strings.Join(lines, "\n")+"\n"), &out
	if err := Run(context.Background(), o); err != nil {
		p.t.Fatalf("%v after\n%s", err, out.String())
	}
	return out.String()
}

// sees fails unless all words stand in what was written, in this order.
func (p *person) sees(out string, words ...string) {
	p.t.Helper()
	rest := out
	for _, w := range words {
		_, behind, ok := strings.Cut(rest, w)
		if !ok {
			p.t.Fatalf("%q is not told where it should be in\n%s", w, out)
		}
		rest = behind
	}
}

// decided is what the reviewer decided, as another program finds it in the library.
func (p *person) decided() (acts []review.Act) {
	p.t.Helper()
	all, err := p.lib.List(context.Background(), library.All)
	if err != nil || len(all) != 1 {
		p.t.Fatalf("%v %v", all, err)
	}
	state, err := reviews.State(context.Background(), p.lib, all[0].Key, "ann")
	if err != nil {
		p.t.Fatal(err)
	}
	for _, e := range state.Entries() {
		acts = append(acts, e.Act)
	}
	return acts
}

// A whole review: each quote with its sentence and its question, a letter to decide, and the same figures at the end.
func TestAnArticleIsReviewedLineByLine(t *testing.T) {
	p := newPerson(t)
	out := p.types("a", "3", "x", "D", "%")
	p.sees(out, "ann reviews: 0 of 3 decided, in reading order",
		"quote 1: “It is not safe,”\nSentence: “It is not safe,” the engineer Ines Caro said on Friday.\n"+
			"Source: the engineer Ines Caro\nCue: said\nWho says this? A Ines Caro; ",
		"; direct\n",
		"a right, x no quote, 1 Ines Caro, 2 Piet Wolff, 3 Tom Bell, 0 unknown\n0/3> a\nquote 1: right; u takes it back\n",
		"1/3> 3\nquote 2: now Tom Bell; u takes it back\n", "Who is said not to have said this? B Piet Wolff; ¬ denied",
		"2/3> x\nquote 3: no quote", "all in line is decided: D says that nothing is missed",
		"3/3> D\ncomplete: nothing is missed", "3 quotes decided, in 1 article", "it is a quote; 0.67",
		"The review is left at 3 of 3 decided, in reading order, accuracy 0.33")
	if got := p.decided(); len(got) != 4 || got[0] != review.Accept || got[1] != review.SetSpeakers {
		t.Errorf("the log holds %v", got)
	}
	p.sees(p.types("u", "u", "u", "u", "u", "U"), "3 of 3 decided", "taken back: quote 3 was “no quote”",
		"quote 3: that he had known", "taken back: quote 2 is no longer Tom Bell’s", "taken back: quote 1 was “right”",
		"nothing is left to take back", "restored: quote 1: right")
}

// Words, names, kinds and notes are typed behind the letter, or as the answer to what it asks.
func TestCorrectionsAreTyped(t *testing.T) {
	p := newPerson(t)
	out := p.types("r Bell", "#1", "r", "", "r", "nob", "e", "the engineer … Friday", "#1", "e is not", "#1",
		"S the engineer", "#2", "i refused", "; ask her office", "C 0", "r Vera Lund", "#1", "&", "x", "#1")
	p.sees(out, "quote 1: now Tom Bell", "who says it; . leaves it\n"+
		"C Tom Bell, A Ines Caro, B Piet Wolff, ? unknown\n? \n",
		"left as it was", "quote 1: now nob", "Type the words as they stand there",
		"words now “the engineer Ines Caro said on", "words now “is not”", "source now “the engineer”",
		"now refused", "noted: ask her office", "no cue", "now Vera Lund", "one with the next quote now", "quote 1: no quote",
		"quote 1: ")
	if strings.Contains(out, "understood") {
		t.Errorf("not all was understood:\n%s", out)
	}
}

// What was missed is added step by step; a wrong answer is asked again, and a full stop goes a step back.
func TestAMissedQuoteIsAdded(t *testing.T) {
	p := newPerson(t)
	out := p.types("+", "no such words", "Nobody asked Tom Bell", "asked", ".", "asked", "0", "Bell", "n", "=", "Caro")
	p.sees(out, "missed quote 1 of 4: its words", "“no such words” does not stand in the article.",
		"missed quote 2 of 4: its cue", "3 of 4: its source", "2 of 4: its cue", "3 of 4: its source",
		"4 of 4: who says it", "added: said by Tom Bell")
	if got := p.decided(); got[0] != review.AddQuote {
		t.Errorf("the log holds %v", got)
	}
}

// The quotes of a position, and sides, are decided in the same way.
func TestPositionsAreReviewed(t *testing.T) {
	p := newPerson(t)
	p.sees(p.types("P", "i supports", "P"), "position 1: “It is not safe,”",
		"Is this their position? Ines Caro opposes The bridge", "a right, x no position", "position 1: now supports",
		"no further position is undecided", "quote 1: “It is not safe,”")
}

// An article is read: from quote to quote, by speaker, by paragraph with its quotes in brackets, and why.
func TestAnArticleIsReadLineByLine(t *testing.T) {
	p := newPerson(t)
	p.review = false
	out := p.types("n", "n", "w", "s", "", "t 2", "p", "p", "l denied", "L", "o", "/piers", "3", "x", "hello",
		"?", "v", "v")
	p.sees(out, "3 paragraphs, 3 quotes (1 denied), 3 speakers, 1 position. ? lists",
		"> n\nQuote 1 of 3, paragraph 2.\nInes Caro, direct, ", ":\n“It is not safe,”\nSentence: ",
		"Quote 2 of 3", "> w\n", "added", "> s\nA Ines Caro", "2 quotes (1, 2)",
		"[B Piet Wolff, denied: that he had known]", "[A Ines Caro: “It is not safe,”] the engineer", "Quote 1 of 3",
		"There is no further quote", "3 Piet Wolff, denied", "1 quote.", "3 speakers.", "Ines Caro opposes The bridge",
		"Paragraph 2: She added", "Quote 3 of 3", "x decides in a review: v begins one.", "“hello” is not understood",
		"n: next quote", "reviewing: digits say who it is", "review ended: every decision is kept")
	if strings.Contains(out, "U: restore") {
		t.Error("help lists what a review alone understands")
	}
}

// Lines are broken between words where the terminal is narrow, and nowhere else.
func TestLinesFitTheTerminal(t *testing.T) {
	p := newPerson(t)
	p.wide = 40
	for line := range strings.Lines(p.types("?")) {
		if n := len([]rune(line)); n > 41 {
			t.Errorf("%d signs in %q", n, line)
		}
	}
}

// Whatever an article holds, and whatever is typed, nothing that acts on a terminal is written.
func TestNothingActsOnTheTerminal(t *testing.T) {
	p := newPerson(t)
	p.text = spoilt(bridge)
	every := []string{"", "n", "s", "w", "t 2", "l", "L", "o", "/" + hostile, "A", "v", "; " + hostile, "r " + hostile,
		"r", hostile, hostile, "e " + hostile, ".", "%", "?"}
	for _, g := range groups() {
		for _, c := range g.all {
			if c.letter != "q" {
				every = append(every, c.letter, ".", c.letter+" "+hostile, ".")
			}
		}
	}
	for _, p.review = range []bool{true, false} {
		out := p.types(every...)
		if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && controls.Acts(r) }); i >= 0 {
			t.Errorf("it writes %q", out[max(0, i-40):min(len(out), i+20)])
		}
	}
}

// A decision that cannot be kept is not told as one.
func TestWhatCannotBeKeptIsNotTold(t *testing.T) {
	p := newPerson(t)
	p.types("")
	o := p.options()
	o.Desk = lost{o.Desk}
	var out bytes.Buffer
	o.Input, o.Output = strings.NewReader("a\n"), &out
	if err := Run(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "the disk is full") || strings.Contains(got, "quote 1: right") {
		t.Errorf("it says\n%s", got)
	}
}

// lost is a desk whose logs keep nothing.
type lost struct{ reader.Desk }

func (d lost) Open(ctx context.Context, a articles.Article, f *analysis.Document) (reader.Log, error) {
	l, err := d.Desk.Open(ctx, a, f)
	return full{l}, err
}

type full struct{ reader.Log }

func (full) Keep(review.Entry) error { return errors.New("the disk is full") }

// A line without an end, and one that is longer than anything, are read.
func TestAnyInputIsRead(t *testing.T) {
	p := newPerson(t)
	var out bytes.Buffer
	o := p.options()
	o.Input, o.Output = strings.NewReader(strings.Repeat("x", 3*longest)+"\na\n\xff\xfe\nu"), &out
	if err := Run(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	p.sees(out.String(), "is not understood", "quote 1: right", "taken back")
}

// Whoever stops it leaves at once, with all that was decided.
func TestItEndsWhenItIsStopped(t *testing.T) {
	p := newPerson(t)
	ctx, stop := context.WithCancel(context.Background())
	o := p.options()
	in, out := newPipe(), &bytes.Buffer{}
	o.Input, o.Output = in, out
	go func() { in.lines <- "a\n"; in.lines <- "\n"; stop() }()
	if err := Run(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	p.sees(out.String(), "quote 1: right", "Every decision is kept.")
}

// pipe gives lines as they come and never ends.
type pipe struct{ lines chan string }

func newPipe() *pipe { return &pipe{make(chan string)} }

func (p *pipe) Read(b []byte) (int, error) { return copy(b, <-p.lines), nil }

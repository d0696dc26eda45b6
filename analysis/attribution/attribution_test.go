package attribution

import (
	"context"
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/encoder"
	"hearsay/analysis/parse"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// loaded are the parts that attribution stands on.
type loaded struct {
	tagger  *tags.Tagger
	parser  *parse.Parser
	finder  *Finder
	encoder *encoder.Encoder
}

func load(t testing.TB) loaded {
	g, err := tags.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	e, err := encoder.Load()
	if err != nil {
		t.Fatal(err)
	}
	return loaded{g, p, f, e}
}

// annotate annotates a text as the engine does, names aside.
func (l loaded) annotate(t testing.TB, tx *text.Text) *annotated.Text {
	states, err := l.encoder.Encode(context.Background(), tx, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	of := l.tagger.Tag(tx)
	return annotated.New(tx, of, quotations.Find(tx, of), l.parser.Parse(tx, of), states, nil)
}

// find returns the quotes of s.
func (l loaded) find(t testing.TB, s string) (*text.Text, []Attribution) {
	tx := text.Split(s, nil)
	whole := l.annotate(t, tx)
	got, err := l.finder.Find(context.Background(), whole, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return tx, Ordered(AddUncued(whole, got))
}

// show writes a quote as "[source] <cue> content".
func show(s string, a Attribution) string {
	join := func(spans []text.Span) string {
		var w []string
		for _, p := range spans {
			w = append(w, p.Of(s))
		}
		return strings.ReplaceAll(strings.Join(w, " … "), "\n", " ")
	}
	return "[" + join(a.Source) + "] <" + join(a.Cue) + "> " + join(a.Content)
}

func TestQuotesAreFoundHoweverTheyAreWritten(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ s, want string }{
		{`“We will not raise taxes this year,” Finance Minister Anna Berg said on Monday.`,
			`[Finance Minister Anna Berg] <said> “We will not raise taxes this year,”`},
		{`"The bridge will open in May," said Tom Reed, the city's chief engineer.`,
			`[Tom Reed, the city's chief engineer] <said> "The bridge will open in May,"`},
		{`Mr. Reed said that the bridge would open in May.`, `[Mr. Reed] <said> that the bridge would open in May`},
		{`The bridge will open in May, Mr. Reed said.`, `[Mr. Reed] <said> The bridge will open in May`},
		{`According to the city, the bridge will open in May.`, `[the city] <According to> the bridge will open in May`},
		{`“It was dark,” she said. “Nobody saw the car until it was too late.”`,
			`[she] <said> “It was dark,” … “Nobody saw the car until it was too late.”`},
		{`''We are done here,'' Mr. Cole told reporters.`, `[Mr. Cole] <told> ''We are done here,''`},
		{`The mayor believes that the plan is too expensive.`, `[The mayor] <believes> that the plan is too expensive`},
		{`The governor called the plan “a disgrace” on Friday.`, `[The governor] <called> the plan “a disgrace”`},
		{"The chairman ended with a warning:\n\n“If we do not act now, we will lose everything we have built.”",
			`[The chairman] <ended with a warning:> “If we do not act now, we will lose everything we have built.”`},
	} {
		s, want := c.s, c.want
		_, got := l.find(t, s)
		var all []string
		for _, a := range got {
			all = append(all, show(s, a))
		}
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("%s\n got %s\nwant %s", s, strings.Join(all, "\n     "), want)
		}
	}
}

func TestTheReasonQuotesTheCue(t *testing.T) {
	l := load(t)
	for s, want := range map[string]string{
		"Mr. Reed said that the bridge would open in May.":           "the reporting verb “said” comes before the content",
		"“The bridge will open,” he\nsaid. “It will last.”":          "the reporting verb “said” interrupts the content",
		"The bridge will open in May, according\nto city officials.": "the words “according to” follow the content",
	} {
		_, got := l.find(t, s)
		if len(got) == 0 || got[0].Found != want {
			t.Errorf("%q: %+v, want %q", s, got, want)
		}
	}
}

func TestTheKindTellsHowMuchStandsInMarks(t *testing.T) {
	l := load(t)
	for s, want := range map[string]Kind{
		`“We will not raise taxes,” the minister said.`:           Direct,
		`The minister said that taxes would not rise.`:            Indirect,
		`The minister said that “no tax at all” would rise soon.`: Mixed,
	} {
		if _, got := l.find(t, s); len(got) != 1 || got[0].Kind != want {
			t.Errorf("%s: %+v", s, got)
		}
	}
}

func TestASpeechOverParagraphsIsOneQuote(t *testing.T) {
	s := "“We begin here today, as we must,” said Mr. Ross. “We have no choice.\n\n“We go on until it is done. Nobody " +
		"will stop us.\n\n“And then we rest.”\n\nThe crowd went home."
	_, got := load(t).find(t, s)
	if len(got) == 0 || len(got[0].Content) != 4 || !strings.HasSuffix(show(s, got[0]), "… “And then we rest.”") {
		t.Errorf("%v", got)
	}
}

func TestSpeechWithoutACueIsStillAQuote(t *testing.T) {
	s := "“I never saw the car until it was there,” Ms. Hale said.\n\n“It came out of nowhere and it did not even stop " +
		"for us.”"
	_, got := load(t).find(t, s)
	if len(got) != 2 || got[1].Continues != 0 || got[1].Kind != Direct {
		t.Errorf("%+v", got)
	}
}

func TestWhatStandsAsideIsNotAttributed(t *testing.T) {
	l := load(t)
	s := "“We won the whole thing today,” Mr. Ross said."
	tx := text.Split(s, []text.Span{{Start: 0, End: len(s)}})
	whole := l.annotate(t, tx)
	got, _ := l.finder.Find(context.Background(), whole, func(float64) {})
	if got = AddUncued(whole, got); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for name, file := range map[string]string{"empty": "", "short": builtIn[1:],
		"a bit flipped": builtIn[:900] + string(builtIn[900]^1) + builtIn[901:],
		"other version": builtIn[:7] + "\x7f" + builtIn[8:]} {
		if _, err := Read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestLearningTwiceGivesTheSame(t *testing.T) {
	l := load(t)
	s := "“We will go,” Mr. Ross said. He said that it was late."
	tx := text.Split(s, nil)
	e := Example{Text: annotated.WithoutStates(tx, l.tagger, l.parser),
		Gold: []Gold{{Content: []text.Span{{Start: 0, End: 17}}, Source: []text.Span{{Start: 18, End: 26}},
			Cue: []text.Span{{Start: 27, End: 31}}}}}
	quiet := func(string, ...any) {}
	a, err := Learn([]Example{e, e, e, e, e}, quiet)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := Learn([]Example{e, e, e, e, e}, quiet); err != nil || string(a) != string(b) {
		t.Fatal("two files differ", err)
	}
	if c, err := Calibrate(a, []Example{e}, quiet); err != nil || len(c) != len(a) {
		t.Error(err)
	}
}

func check(t *testing.T, l loaded, s string) {
	tx, got := l.find(t, s)
	at := 0
	for i, a := range got {
		if len(a.Content) == 0 || a.Content[0].Start < at || a.Continues >= len(got) || a.Continues == i ||
			a.Confidence < 0 || a.Confidence > 1 || a.Found == "" {
			t.Fatalf("%q: %+v", s, a)
		}
		at = a.Content[0].Start
		for _, spans := range [][]text.Span{a.Content, a.Cue, a.Source} {
			end := 0
			for _, p := range spans {
				if p.Empty() || p.Start < end || p.End > len(s) {
					t.Fatalf("%q: %v is out of order", s, spans)
				}
				from, to := tx.Range(p)
				if tx.Span(from, to) != p {
					t.Fatalf("%q: %v cuts a token", s, p)
				}
				end = p.End
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	l := load(f)
	f.Add("“We won’t go,” Mr. Smith said.\n\n“We stay. He said: ''no''")
	f.Add("said said \"said\" said: “said ‘said’ said")
	f.Fuzz(func(t *testing.T, s string) { check(t, l, s) })
}

func BenchmarkFind(b *testing.B) {
	l := load(b)
	for name, piece := range map[string]string{
		"news": "“We won’t go,” Mr. Smith told reporters on Monday. He said that the talks had failed, and he hoped " +
			"for better ones in May.\n\n",
		"one line":  "He said that she said ",
		"openings":  "“ said ",
		"sentences": "He said so. ",
	} {
		tx := text.Split(strings.Repeat(piece, 100_000/len(piece)), nil)
		whole := l.annotate(b, tx)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				l.finder.Find(context.Background(), whole, func(float64) {})
			}
			b.ReportMetric(float64(len(tx.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

package review_test

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

const story = "Mayor Ruth Calder called the bridge “the best news in years.” “We have waited long enough,” she told " +
	"reporters.\n\n" +
	"Paul Venn said the plan was too expensive. “No one asked us,” he said, “and no one will.” According to engineers, " +
	"it opens in four years."

// at is where words first stand in the story.
func at(words string) []analysis.Span {
	i := strings.Index(story, words)
	if i < 0 {
		panic(words + " is not in the story")
	}
	return []analysis.Span{{Start: i, End: i + len(words)}}
}

func both(a, b string) []analysis.Span { return append(at(a), at(b)...) }

const calder, venn = 0, 1

// found is what the machine makes of the story: it breaks a quote in two, and misses the engineers.
func found() *analysis.Document {
	quote := func(k analysis.Kind, content, cue, source string, sure float64, who ...int) analysis.Quote {
		q := analysis.Quote{Kind: k, Content: at(content), Speakers: who, Confidence: sure,
			Why: analysis.Why{Found: "its marks", SpeakerConfidence: 0.9}}
		if cue != "" {
			q.Cue, q.Source = at(cue), at(source)
		}
		return q
	}
	return &analysis.Document{Engine: "2", Language: "en",
		Quotes: []analysis.Quote{
			quote(analysis.Direct, "“the best news in years.”", "called", "Mayor Ruth Calder", 0.9, calder),
			quote(analysis.Direct, "“We have waited long enough,”", "told", "she", 0.8, calder),
			quote(analysis.Indirect, "the plan was too expensive", "said", "Paul Venn", 0.7, venn),
			quote(analysis.Direct, "“No one asked us,”", "he said", "he", 0.6, venn),
			quote(analysis.Direct, "“and no one will.”", "", "", 0.3),
		},
		Speakers: []analysis.Speaker{
			{Name: "Ruth Calder", Names: []string{"Ruth Calder", "Calder"}, Type: analysis.Person,
				Mentions: at("Mayor Ruth Calder")},
			{Name: "Paul Venn", Names: []string{"Paul Venn"}, Type: analysis.Person, Mentions: at("Paul Venn")},
		},
		Positions: []analysis.Position{
			{Speaker: calder, Stance: analysis.Supports, Target: at("the bridge"), Topic: "the bridge",
				Statement: at("Mayor Ruth Calder called the bridge “the best news in years.”"), Quotes: []int{0}, Confidence: 0.8},
			{Speaker: venn, Stance: analysis.Supports, Target: at("the plan"), Topic: "plan",
				Statement: at("Paul Venn said the plan was too expensive."), Quotes: []int{2}, Confidence: 0.4},
		}}
}

// shown is a document in a few words a line.
func shown(text string, d *analysis.Document) string {
	words := func(all []analysis.Span) string {
		var out []string
		for _, p := range all {
			out = append(out, p.Of(text))
		}
		return strings.Join(out, "+")
	}
	var out []string
	names := func(all []int) string {
		var n []string
		for _, s := range all {
			n = append(n, d.Speakers[s].Name)
		}
		return strings.Join(n, "+")
	}
	for _, q := range d.Quotes {
		out = append(out, fmt.Sprintf("%s %s: %s/%s/%s", q.Kind, names(q.Speakers), words(q.Content), words(q.Cue),
			words(q.Source)))
	}
	for _, p := range d.Positions {
		out = append(out, fmt.Sprintf("%s %s %s %v", names([]int{p.Speaker}), p.Stance, p.Topic, p.Quotes))
	}
	return strings.Join(out, "\n")
}

// with is the story as the machine reads it, with something changed.
func with(change func(all []string) []string) string {
	return strings.Join(change(strings.Split(shown(story, found()), "\n")), "\n")
}

// set puts another line in the place of one.
func set(i int, line string) func([]string) []string {
	return func(all []string) []string { all[i] = line; return all }
}

// decisions are what a reviewer may do with the story, and what it is then.
func decisions() []decisionCase {
	machine := shown(story, found())
	return []decisionCase{
		{"accepted", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Accept(of(0))}
		}, machine},
		{"skipped, flagged, remarked on", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			q := of(1)
			return []review.Entry{p.Skip(&q), p.Flag(&q), p.Note(&q, "who?"), p.Note(nil, "long"), p.Complete()}
		}, machine},
		{"rejected, and its position with it", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Reject(of(2))}
		},
			with(func(all []string) []string {
				return append(all[:2:2], all[3], all[4], all[5])
			})},
		{"rejected and accepted after all", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Reject(of(2)), p.Accept(of(2))}
		}, machine},
		{"another speaker, whom the position follows", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Speakers(of(2), review.WhoOf(story, found(), calder))}
		}, with(func(all []string) []string {
			all[2], all[6] = strings.Replace(all[2], "Paul Venn:", "Ruth Calder:", 1), "Ruth Calder supports plan [2]"
			return all
		})},
		{"a new speaker", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Speakers(of(1), review.NewWho("the engineers", analysis.Group, story, at("engineers")...))}
		}, with(set(1, "direct the engineers: “We have waited long enough,”/told/she"))},
		{"nobody", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Speakers(of(1))}
		},
			with(set(1, "direct : “We have waited long enough,”/told/she"))},
		{"longer, and so mixed", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Content(of(0), at("the bridge “the best news in years.”"))}
		}, with(set(0, "mixed Ruth Calder: the bridge “the best news in years.”/called/Mayor Ruth Calder"))},
		{"split", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Split(of(1), *of(1).Quote, at("“We have"), at("long enough,”"))}
		}, with(func(all []string) []string {
			return append([]string{all[0], "direct Ruth Calder: “We have/told/she",
				"direct Ruth Calder: long enough,”/told/she", all[2], all[3], all[4], all[5]}, "Paul Venn supports plan [3]")
		})},
		{"joined", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Join(of(3), of(4), both("“No one asked us,”", "“and no one will.”"))}
		}, with(func(all []string) []string {
			return append(all[:3:3], "direct Paul Venn: “No one asked us,”+“and no one will.”/he said/he", all[5], all[6])
		})},
		{"kind, cue and source", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Kind(of(1), analysis.Mixed), p.Cue(of(1), at("told reporters")), p.Source(of(1), nil)}
		}, with(set(1, "mixed Ruth Calder: “We have waited long enough,”/told reporters/"))},
		{"missed", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Add("2", review.Quote{Content: review.WordsAt(story, at("it opens in four years")),
				Cue: review.WordsAt(story, at("According to")), Source: review.WordsAt(story, at("engineers")),
				Speakers: []review.Who{review.NewWho("engineers", analysis.Group, story, at("engineers")...)}})}
		}, with(func(all []string) []string {
			return append(all[:5:5], "indirect engineers: it opens in four years/According to/engineers", all[5], all[6])
		})},
	}
}

type decisionCase struct {
	name string
	do   func(p *review.Writer, of func(i int) review.Subject) []review.Entry
	want string
}

func TestDecisionsOnAStory(t *testing.T) {
	for _, c := range decisions() {
		pen := penOf("ann", story)
		of := func(i int) review.Subject { return review.QuoteOf(story, found(), i) }
		s := review.Fold(c.do(pen, of))
		d, orphans := overlay.Apply(story, found(), s)
		if got := shown(story, d); got != c.want || len(orphans) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%+v", c.name, got, c.want, orphans)
		}
		check(t, story, d)
	}
}

func TestDecisionsOnPositions(t *testing.T) {
	of := func(i int) review.Subject { return review.PositionOf(story, found(), i) }
	pen := penOf("ann", story)
	s := review.Fold([]review.Entry{pen.Stance(of(1), analysis.Opposes), pen.Reject(of(0)),
		pen.AddPosition("2", review.Position{Speaker: review.WhoOf(story, found(), calder), Stance: "opposes",
			Target:    review.WordsAt(story, at("long")),
			Statement: review.WordsAt(story, at("“We have waited long enough,” she told reporters."))})})
	sheet := overlay.Of(story, found(), s)
	lines := strings.Split(shown(story, sheet.Document), "\n")
	want := []string{"Ruth Calder opposes long [1]", "Paul Venn opposes plan [2]"}
	if got := lines[5:]; strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if sheet.Position(0).Verdict() != review.Missed || sheet.Position(1).Verdict() != review.Corrected ||
		len(sheet.Orphans) > 0 {
		t.Errorf("%+v", sheet.Positions)
	}
}

func TestANewerEngineDoesNotUndoWhatWasDecided(t *testing.T) {
	pen := penOf("ann", story)
	of := func(i int) review.Subject { return review.QuoteOf(story, found(), i) }
	s := review.Fold([]review.Entry{
		pen.Speakers(of(1), review.WhoOf(story, found(), venn)), // found again, a little longer
		pen.Reject(of(2)), // found again, a little shorter
		pen.Join(of(3), of(4), both("“No one asked us,”", "“and no one will.”")), // found as it was put right
		pen.Accept(of(0)), // not found any more
		// no such quote
		pen.Skip(&review.Subject{Engine: "2", Quote: &review.Quote{Content: review.WordsAt(story, at("on"))}}),
	})
	newer := found()
	newer.Engine = "3"
	newer.Speakers[venn].Name, newer.Speakers[venn].Names = "Mr. Paul Venn", []string{"Mr. Paul Venn", "Paul Venn"}
	newer.Quotes = newer.Quotes[1:4]
	newer.Quotes[0].Content = at("“We have waited long enough,” she")
	newer.Quotes[1].Content = at("was too expensive")
	newer.Quotes[2].Content = both("“No one asked us,”", "“and no one will.”")
	newer.Positions = nil
	sheet := overlay.Of(story, newer, s)
	want := "direct Ruth Calder: “the best news in years.”/called/Mayor Ruth Calder\n" +
		"direct Mr. Paul Venn: “We have waited long enough,”/told/she\n" +
		"direct Mr. Paul Venn: “No one asked us,”+“and no one will.”/he said/he"
	if got := shown(story, sheet.Document); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(sheet.Orphans) != 2 || sheet.Orphans[0].Of.Quote.Content[0].Text != "“and no one will.”" &&
		sheet.Orphans[1].Of.Quote.Content[0].Text != "“and no one will.”" {
		t.Errorf("%+v", sheet.Orphans)
	}
	if l := lost(s, sheet); len(l) > 0 {
		t.Errorf("lost %v", l)
	}
}

func TestAnArticleThatWasChangedLeavesOrphans(t *testing.T) {
	pen := penOf("ann", story)
	s := review.Fold([]review.Entry{pen.Reject(review.QuoteOf(story, found(), 0)),
		pen.Accept(review.QuoteOf(story, found(), 1))})
	changed := strings.Replace(story, "“the best", "“the worst", 1)
	d, orphans := overlay.Apply(changed, &analysis.Document{Engine: "2"}, s)
	if len(d.Quotes) != 0 || len(orphans) != 2 || !strings.Contains(orphans[0].Reason, "other words") {
		t.Errorf("%s\n%+v", shown(changed, d), orphans)
	}
}

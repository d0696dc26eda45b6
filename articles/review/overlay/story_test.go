package overlay_test

import (
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/reviewtest"
)

// with is the story as the machine reads it, with something changed.
func with(change func(all []string) []string) string {
	return strings.Join(change(strings.Split(reviewtest.Shown(reviewtest.Story, reviewtest.Found()), "\n")), "\n")
}

// set puts another line in the place of one.
func set(i int, line string) func([]string) []string {
	return func(all []string) []string { all[i] = line; return all }
}

// decisions are what a reviewer may do with the story, and what it is then.
func decisions() []decisionCase {
	machine := reviewtest.Shown(reviewtest.Story, reviewtest.Found())
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
			return []review.Entry{p.Speakers(of(2), review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Calder))}
		}, with(func(all []string) []string {
			all[2], all[6] = strings.Replace(all[2], "Paul Venn:", "Ruth Calder:", 1), "Ruth Calder supports plan [2]"
			return all
		})},
		{"a new speaker", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Speakers(of(1), review.NewWho("the engineers", analysis.Group, reviewtest.Story,
				reviewtest.At("engineers")...))}
		}, with(set(1, "direct the engineers: “We have waited long enough,”/told/she"))},
		{"nobody", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Speakers(of(1))}
		},
			with(set(1, "direct : “We have waited long enough,”/told/she"))},
		{"longer, and so mixed", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Content(of(0), reviewtest.At("the bridge “the best news in years.”"))}
		}, with(set(0, "mixed Ruth Calder: the bridge “the best news in years.”/called/Mayor Ruth Calder"))},
		{"split", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Split(of(1), *of(1).Quote, reviewtest.At("“We have"), reviewtest.At("long enough,”"))}
		}, with(func(all []string) []string {
			return append([]string{all[0], "direct Ruth Calder: “We have/told/she",
				"direct Ruth Calder: long enough,”/told/she", all[2], all[3], all[4], all[5]}, "Paul Venn supports plan [3]")
		})},
		{"joined", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Join(of(3), of(4), reviewtest.Both("“No one asked us,”", "“and no one will.”"))}
		}, with(func(all []string) []string {
			return append(all[:3:3], "direct Paul Venn: “No one asked us,”+“and no one will.”/he said/he", all[5], all[6])
		})},
		{"kind, cue and source", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Kind(of(1), analysis.Mixed), p.Cue(of(1), reviewtest.At("told reporters")),
				p.Source(of(1), nil)}
		}, with(set(1, "mixed Ruth Calder: “We have waited long enough,”/told reporters/"))},
		{"missed", func(p *review.Writer, of func(int) review.Subject) []review.Entry {
			return []review.Entry{p.Add("2", review.Quote{Content: review.WordsAt(reviewtest.Story,
				reviewtest.At("it opens in four years")),
				Cue:    review.WordsAt(reviewtest.Story, reviewtest.At("According to")),
				Source: review.WordsAt(reviewtest.Story, reviewtest.At("engineers")),
				Speakers: []review.Who{review.NewWho("engineers", analysis.Group, reviewtest.Story,
					reviewtest.At("engineers")...)}})}
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
		pen := reviewtest.WriterOf("ann", reviewtest.Story)
		of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
		s := review.Fold(c.do(pen, of))
		d, orphans := overlay.Apply(reviewtest.Story, reviewtest.Found(), s)
		if got := reviewtest.Shown(reviewtest.Story, d); got != c.want || len(orphans) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%+v", c.name, got, c.want, orphans)
		}
		reviewtest.Check(t, reviewtest.Story, d)
	}
}

func TestDecisionsOnPositions(t *testing.T) {
	of := func(i int) review.Subject { return review.PositionOf(reviewtest.Story, reviewtest.Found(), i) }
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	s := review.Fold([]review.Entry{pen.Stance(of(1), analysis.Opposes), pen.Reject(of(0)),
		pen.AddPosition("2", review.Position{Speaker: review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Calder),
			Stance:    "opposes",
			Target:    review.WordsAt(reviewtest.Story, reviewtest.At("long")),
			Statement: review.WordsAt(reviewtest.Story, reviewtest.At("“We have waited long enough,” she told reporters."))})})
	sheet := overlay.Of(reviewtest.Story, reviewtest.Found(), s)
	lines := strings.Split(reviewtest.Shown(reviewtest.Story, sheet.Document), "\n")
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
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, reviewtest.Found(), i) }
	s := review.Fold([]review.Entry{
		// found again, a little longer
		pen.Speakers(of(1), review.WhoOf(reviewtest.Story, reviewtest.Found(), reviewtest.Venn)),
		pen.Reject(of(2)), // found again, a little shorter
		pen.Join(of(3), of(4), reviewtest.Both("“No one asked us,”", "“and no one will.”")), // found as it was put right
		pen.Accept(of(0)), // not found any more
		// no such quote
		pen.Skip(&review.Subject{Engine: "2", Quote: &review.Quote{Content: review.WordsAt(reviewtest.Story,
			reviewtest.At("on"))}}),
	})
	newer := reviewtest.Found()
	newer.Engine = "3"
	newer.Speakers[reviewtest.Venn].Name, newer.Speakers[reviewtest.Venn].Names = "Mr. Paul Venn",
		[]string{"Mr. Paul Venn", "Paul Venn"}
	newer.Quotes = newer.Quotes[1:4]
	newer.Quotes[0].Content = reviewtest.At("“We have waited long enough,” she")
	newer.Quotes[1].Content = reviewtest.At("was too expensive")
	newer.Quotes[2].Content = reviewtest.Both("“No one asked us,”", "“and no one will.”")
	newer.Positions = nil
	sheet := overlay.Of(reviewtest.Story, newer, s)
	want := "direct Ruth Calder: “the best news in years.”/called/Mayor Ruth Calder\n" +
		"direct Mr. Paul Venn: “We have waited long enough,”/told/she\n" +
		"direct Mr. Paul Venn: “No one asked us,”+“and no one will.”/he said/he"
	if got := reviewtest.Shown(reviewtest.Story, sheet.Document); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(sheet.Orphans) != 2 || sheet.Orphans[0].Of.Quote.Content[0].Text != "“and no one will.”" &&
		sheet.Orphans[1].Of.Quote.Content[0].Text != "“and no one will.”" {
		t.Errorf("%+v", sheet.Orphans)
	}
	if l := reviewtest.Lost(s, sheet); len(l) > 0 {
		t.Errorf("lost %v", l)
	}
}

func TestAnArticleThatWasChangedLeavesOrphans(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	s := review.Fold([]review.Entry{pen.Reject(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 0)),
		pen.Accept(review.QuoteOf(reviewtest.Story, reviewtest.Found(), 1))})
	changed := strings.Replace(reviewtest.Story, "“the best", "“the worst", 1)
	d, orphans := overlay.Apply(changed, &analysis.Document{Engine: "2"}, s)
	if len(d.Quotes) != 0 || len(orphans) != 2 || !strings.Contains(orphans[0].Reason, "other words") {
		t.Errorf("%s\n%+v", reviewtest.Shown(changed, d), orphans)
	}
}

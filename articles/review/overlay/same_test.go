package overlay_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
	"hearsay/articles/review/reviewtest"
)

const mayor = 2

// parted is the story as a machine reads it that takes Ruth Calder for two: herself, and “the mayor”, whom it has say
// the second quote and take a position of hers too.
func parted() *analysis.Document {
	d := reviewtest.Found()
	d.Speakers = append(d.Speakers, analysis.Speaker{Name: "the mayor", Names: []string{"the mayor"},
		Gender: analysis.Female, Mentions: reviewtest.At("she")})
	d.Quotes[1].Speakers = []int{mayor}
	d.Quotes[1].Why.Chain = []analysis.Link{{Speaker: mayor, From: reviewtest.At("she")[0], To: reviewtest.At("she")[0],
		Reason: "“she” is a woman"}}
	d.Positions = slices.Insert(d.Positions, 1, analysis.Position{Speaker: mayor, Stance: analysis.Opposes,
		Target: reviewtest.At("long"), Topic: "long",
		Statement: reviewtest.At("“We have waited long enough,” she told reporters."),
		Quotes:    []int{1}})
	return d
}

func whoIn(d *analysis.Document, i int) review.Who { return review.WhoOf(reviewtest.Story, d, i) }

// isCalder says that the mayor is Ruth Calder.
func isCalder(p *review.Writer) review.Entry {
	return p.Same("2", whoIn(parted(), mayor), whoIn(parted(), reviewtest.Calder))
}

func TestTwoSpeakersAreOne(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	s := review.Fold([]review.Entry{isCalder(pen)})
	sheet := overlay.Of(reviewtest.Story, parted(), s)
	d := sheet.Document
	reviewtest.Check(t, reviewtest.Story, d)
	if got := reviewtest.Shown(reviewtest.Story, d); strings.Contains(got, "the mayor") ||
		!strings.Contains(got, "direct Ruth Calder: “We have waited long enough,”") ||
		!strings.Contains(got, "Ruth Calder opposes long [1]") {
		t.Errorf("%s", got)
	}
	who := d.Speakers[0]
	if len(d.Speakers) != 2 || who.Name != "Ruth Calder" ||
		!slices.Equal(who.Names, []string{"Ruth Calder", "Calder", "the mayor"}) || len(who.Mentions) != 2 ||
		who.Gender != analysis.Female {
		t.Errorf("%+v", d.Speakers)
	}
	if chain := d.Quotes[1].Why.Chain; len(chain) != 2 || chain[1].Reason != "a reviewer says that they are one" ||
		chain[1].From != reviewtest.At("she")[0] || chain[1].To != reviewtest.At("Mayor Ruth Calder")[0] {
		t.Errorf("%+v", chain)
	}
	if a := sheet.Aliases; len(a) != 1 || a[0].Who.Name != "the mayor" || a[0].Is != "Ruth Calder" ||
		len(sheet.Orphans) > 0 {
		t.Errorf("%+v, %+v", a, sheet.Orphans)
	}
	if item := sheet.Quote(1); item.Verdict() != review.Undecided || item.Now().Speakers[0].Name != "Ruth Calder" ||
		item.Subject.Quote.Speakers[0].Name != "the mayor" {
		t.Errorf("nobody has decided on the quote: %+v", item)
	}
	line, err := annotation.Line(overlay.Case{Article: "a1", Text: reviewtest.Story, Machine: parted(), State: s}, "ann")
	if err != nil || strings.Contains(string(line), "the mayor") {
		t.Errorf("%s, %v", line, err)
	}
	e, _ := pen.Undo(s)
	s.Add(e)
	before, _ := json.Marshal(reviewtest.Emptied(parted()))
	undone, _ := overlay.Apply(reviewtest.Story, parted(), s)
	if after, _ := json.Marshal(reviewtest.Emptied(undone)); string(after) != string(before) {
		t.Errorf("taken back: %s\nwant\n%s", after, before)
	}
}

// However several are joined, and in whatever circle, they come to one.
func TestChainsAndCirclesComeToOneSpeaker(t *testing.T) {
	for name, pairs := range map[string][][2]int{
		"a chain":           {{mayor, reviewtest.Calder}, {reviewtest.Calder, reviewtest.Venn}},
		"a chain backwards": {{reviewtest.Calder, reviewtest.Venn}, {mayor, reviewtest.Calder}},
		"a circle":          {{mayor, reviewtest.Calder}, {reviewtest.Calder, reviewtest.Venn}, {reviewtest.Venn, mayor}},
		"a fork":            {{mayor, reviewtest.Venn}, {reviewtest.Calder, reviewtest.Venn}},
	} {
		pen, s := reviewtest.WriterOf("ann", reviewtest.Story), review.NewState()
		for _, p := range pairs {
			s.Add(pen.Same("2", whoIn(parted(), p[0]), whoIn(parted(), p[1])))
		}
		sheet := overlay.Of(reviewtest.Story, parted(), s)
		reviewtest.Check(t, reviewtest.Story, sheet.Document)
		if d := sheet.Document; len(d.Speakers) != 1 || d.Speakers[0].Name != "Paul Venn" || len(sheet.Orphans) > 0 ||
			len(sheet.Aliases) != len(pairs) {
			t.Errorf("%s: %+v, %+v", name, d.Speakers, sheet.Orphans)
		}
	}
}

// A name that the machine does not have is the reviewer's to give, and one that they gave may be joined too.
func TestAReviewersOwnNamesAreJoined(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	ruth := review.NewWho("Ruth", analysis.Person, reviewtest.Story, reviewtest.At("Ruth")...)
	s := review.Fold([]review.Entry{pen.Speakers(review.QuoteOf(reviewtest.Story, parted(), 3), ruth),
		pen.Same("2", whoIn(parted(), mayor), ruth)})
	if d, orphans := overlay.Apply(reviewtest.Story, parted(), s); len(orphans) > 0 ||
		!strings.Contains(reviewtest.Shown(reviewtest.Story, d), "direct Ruth: “We have") ||
		!strings.Contains(reviewtest.Shown(reviewtest.Story, d), "direct Ruth: “No one") {
		t.Errorf("%s\n%+v", reviewtest.Shown(reviewtest.Story, d), orphans)
	}
	s.Add(pen.Same("2", ruth, whoIn(parted(), reviewtest.Calder)))
	d, orphans := overlay.Apply(reviewtest.Story, parted(), s)
	if got := reviewtest.Shown(reviewtest.Story, d); len(orphans) > 0 || strings.Contains(got, "Ruth:") ||
		strings.Count(got, "Ruth Calder:") != 3 {
		t.Errorf("%s\n%+v", got, orphans)
	}
}

// What was joined holds for what a newer engine finds, as far as it finds the speaker.
func TestANewerEngineDoesNotPartWhoWasJoined(t *testing.T) {
	joined := review.Fold([]review.Entry{isCalder(reviewtest.WriterOf("ann", reviewtest.Story))})
	newer := func(change func(*analysis.Document)) *overlay.Sheet {
		d := parted()
		d.Engine = "3"
		change(d)
		return overlay.Of(reviewtest.Story, d, joined)
	}
	for name, c := range map[string]struct {
		change func(*analysis.Document)
		want   string // who says the second quote
		orphan bool
	}{
		"mentioned elsewhere": {func(d *analysis.Document) { d.Speakers[mayor].Mentions = reviewtest.At("he ") },
			"Ruth Calder", false},
		"by another name": {func(d *analysis.Document) {
			d.Speakers[mayor].Name, d.Speakers[mayor].Names = "she", []string{"she", "the mayor"}
		}, "Ruth Calder", false},
		"the other by another": {func(d *analysis.Document) {
			d.Speakers[reviewtest.Calder].Name, d.Speakers[reviewtest.Calder].Names = "Mayor Calder",
				[]string{"Mayor Calder", "Ruth Calder"}
		}, "Mayor Calder", false},
		"known to be one": {func(d *analysis.Document) {
			d.Speakers[reviewtest.Calder].Mentions = append(d.Speakers[reviewtest.Calder].Mentions, reviewtest.At("she")...)
			d.Speakers, d.Quotes[1].Speakers, d.Quotes[1].Why.Chain, d.Positions = d.Speakers[:2], []int{reviewtest.Calder},
				nil, nil
		}, "Ruth Calder", false},
		"only a name of somebody else": {func(d *analysis.Document) {
			d.Speakers[reviewtest.Venn].Names = append(d.Speakers[reviewtest.Venn].Names, "the mayor")
			d.Speakers, d.Quotes[1].Speakers, d.Quotes[1].Why.Chain, d.Positions = d.Speakers[:2], []int{reviewtest.Venn}, nil,
				nil
		}, "Paul Venn", true},
	} {
		sheet := newer(c.change)
		reviewtest.Check(t, reviewtest.Story, sheet.Document)
		if got := sheet.Document.Speakers[sheet.Document.Quotes[1].Speakers[0]].Name; got != c.want ||
			len(sheet.Orphans) > 0 != c.orphan {
			t.Errorf("%s: %s, %+v", name, got, sheet.Orphans)
		}
	}
}

// That speakers are one is no verdict on a quote; but of the quotes with one it was for the machine to know.
func TestFiguresOfWhoWasTakenForTwo(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	of := func(i int) review.Subject { return review.QuoteOf(reviewtest.Story, parted(), i) }
	joined := isCalder(pen)
	for name, entries := range map[string][]review.Entry{
		"joined last": {pen.Accept(of(0)), pen.Accept(of(1)), pen.Accept(review.PositionOf(reviewtest.Story, parted(), 1)),
			joined},
		"joined first": {joined, pen.Accept(of(0)), pen.Accept(of(1)),
			pen.Accept(review.PositionOf(reviewtest.Story, parted(), 1))},
	} {
		c := []overlay.Case{{Article: "a1", Text: reviewtest.Story, Machine: parted(), State: review.Fold(entries)}}
		f := figures.Of(c, figures.Settings{})
		if f.Decided != 2 || f.Quotes.Speaker != (measure.Rate{Right: 1, Of: 2}) ||
			f.Positions.Speaker != (measure.Rate{Right: 0, Of: 1}) || f.Errors[0].Sort != "one speaker taken for two" {
			t.Errorf("%s: %+v, %+v, %+v", name, f.Quotes, f.Positions, f.Errors)
		}
		if p := queue.ProgressOf(queue.Of(review.Sitting{Order: review.Reading}, c), c); p.Reviewed != 2 ||
			p.Right.Right != 1 {
			t.Errorf("%s: the accuracy so far is another: %s", name, p)
		}
	}
	f := figures.Of([]overlay.Case{{Article: "a1", Text: reviewtest.Story, Machine: parted(),
		State: review.Fold([]review.Entry{joined})}}, figures.Settings{})
	if f.Decided != 0 || f.Articles != 0 || len(f.Errors) > 0 {
		t.Errorf("nothing is decided: %+v", f)
	}
	c := overlay.Case{Article: "a1", Text: reviewtest.Story, Machine: parted(),
		State: review.Fold([]review.Entry{joined, pen.Speakers(of(3), whoIn(parted(), mayor))})}
	if f := figures.Of([]overlay.Case{c}, figures.Settings{}); f.Errors[0].Sort != "wrong speaker" {
		t.Errorf("he is not she, whatever her name: %+v", f.Errors)
	}
}

// A decision on a position is on the speaker's whose it is, before they were joined, after, and once that is taken
// back.
func TestPositionsOfWhoWasJoined(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	of := review.PositionOf(reviewtest.Story, parted(), 1)
	joined := isCalder(pen)
	for _, verdict := range []review.Entry{pen.Reject(of), pen.Stance(of, analysis.Supports)} {
		for _, entries := range [][]review.Entry{{verdict, joined}, {joined, verdict}} {
			s := review.Fold(entries)
			sheet := overlay.Of(reviewtest.Story, parted(), s)
			if item, ok := sheet.Find(of); !ok || !item.Decision.Decided() || len(sheet.Orphans) > 0 ||
				strings.Contains(reviewtest.Shown(reviewtest.Story, sheet.Document), "opposes long") {
				t.Errorf("%s\n%+v", reviewtest.Shown(reviewtest.Story, sheet.Document), sheet.Orphans)
			}
			s.Add(pen.TakeBack(joined.ID))
			if sheet := overlay.Of(reviewtest.Story, parted(), s); len(sheet.Orphans) > 0 ||
				strings.Contains(reviewtest.Shown(reviewtest.Story, sheet.Document), "opposes long") {
				t.Errorf("taken back: %s\n%+v", reviewtest.Shown(reviewtest.Story, sheet.Document), sheet.Orphans)
			}
		}
	}
}

// What one reviewer joined and the other did not is a difference in who speaks, which a third may decide.
func TestOneReviewerAloneHasJoined(t *testing.T) {
	of := review.QuoteOf(reviewtest.Story, parted(), 1)
	ann, ben, cem := reviewtest.WriterOf("ann", reviewtest.Story), reviewtest.WriterOf("ben", reviewtest.Story),
		reviewtest.WriterOf("cem", reviewtest.Story)
	a, b := review.Fold([]review.Entry{isCalder(ann), ann.Accept(of)}), review.Fold([]review.Entry{ben.Accept(of)})
	all := adjudication.Of(reviewtest.Story, parted(), a, b)
	if m := all[1]; !slices.Equal(m.Differ, []string{"speakers"}) || m.A.Quote.Speakers[0].Name != "Ruth Calder" ||
		m.B.Quote.Speakers[0].Name != "the mayor" {
		t.Errorf("%+v", m)
	}
	g := figures.AgreementOf("ann", "ben", []overlay.Case{{Article: "a1", Text: reviewtest.Story, Machine: parted(),
		State: a,
		Other: b}})
	if g.Speaker.Units != 1 || len(g.Disagreements) != 1 || g.Disagreements[0].A != "speaker Ruth Calder" {
		t.Errorf("%+v", g)
	}
	d, _ := overlay.Apply(reviewtest.Story, parted(), review.Fold(adjudication.Take(cem, all[1], all[1].A)))
	if got := d.Speakers[d.Quotes[1].Speakers[0]].Name; got != "Ruth Calder" {
		t.Errorf("%s says it", got)
	}
}

// A log may hold what an older program does not know, or a later one has written otherwise.
func TestASpeakerInALog(t *testing.T) {
	pen := reviewtest.WriterOf("ann", reviewtest.Story)
	data, _ := json.Marshal(isCalder(pen))
	back, err := review.Decode(data)
	if err != nil || back.Of.Key() != isCalder(pen).Of.Key() || back.To.Speakers[0].Name != "Ruth Calder" {
		t.Errorf("%s: %+v, %v", data, back, err)
	}
	of := review.Subject{Engine: "2", Speaker: &review.Who{Name: "the mayor"}}
	for _, e := range []review.Entry{pen.Accept(review.Subject{}), pen.Note(&of, "who?"), pen.Reject(of),
		pen.Same("2", *of.Speaker, review.Who{}), pen.Change(review.Same, review.QuoteOf(reviewtest.Story, parted(), 1),
			review.Change{}), pen.Same("2", review.Who{}, *of.Speaker)} {
		s := review.Fold([]review.Entry{e})
		sheet := overlay.Of(reviewtest.Story, parted(), s)
		if got := reviewtest.Shown(reviewtest.Story, sheet.Document); got != reviewtest.Shown(reviewtest.Story, parted()) ||
			len(reviewtest.Lost(s, sheet)) > 0 {
			t.Errorf("%+v: %s", e, got)
		}
	}
}

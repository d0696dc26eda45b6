package figures

import (
	"cmp"
	"fmt"
	"strings"

	"hearsay/analysis/measure"
	"hearsay/articles/export/told"
)

// page is text in the making.
type page struct{ strings.Builder }

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// rate writes a row: what it is, the share, its interval and the counts. What there is nothing of is n/a.
func (p *page) rate(name string, r measure.Rate) {
	if r.Of == 0 {
		p.line("  %-22s n/a", name)
		return
	}
	p.line("  %-22s %s   %d of %d", name, r, r.Right, r.Of)
}

// Text writes the figures for people, to be read from top to bottom.
func (f Figures) Text() string {
	var p page
	p.line("%s: %s decided, in %s", cmp.Or(f.Reviewer, "nobody"), told.Count(f.Decided, "quote"),
		told.Count(f.Articles, "article"))
	p.line("%s", f.sample())
	p.line("\n%s:", f.interval())
	for _, r := range []struct {
		name string
		rate measure.Rate
	}{{"it is a quote", f.Quotes.Quote}, {"content", f.Quotes.Content}, {"kind", f.Quotes.Kind},
		{"said or not", f.Quotes.Polarity}, {"cue", f.Quotes.Cue},
		{"source", f.Quotes.Source},
		{"speaker", f.Quotes.Speaker}, {"everything", f.Quotes.All}} {
		p.rate(r.name, r.rate)
	}
	if s := f.Spread; s.All.Low.Defined() {
		p.line("  over articles: a quote %s–%s, speaker %s–%s, everything %s–%s", s.Quote.Low, s.Quote.High,
			s.Speaker.Low, s.Speaker.High, s.All.Low, s.All.High)
	}
	f.recallText(&p)
	if f.Positions.Position.Of > 0 {
		p.line("\nPositions:")
		p.rate("it is a position", f.Positions.Position)
		p.rate("side", f.Positions.Stance)
		p.rate("target", f.Positions.Target)
		p.rate("speaker", f.Positions.Speaker)
		p.rate("everything", f.Positions.All)
	}
	for _, by := range []struct {
		title string
		parts []Part
	}{{"kind", f.ByKind}, {"confidence", f.ByConfidence}, {"outlet", f.ByOutlet}, {"type of speaker", f.ByType},
		{"version of the engine", f.ByEngine}} {
		partsText(&p, by.title, by.parts)
	}
	trustText(&p, "Confidence in a quote, beside how often its content and source were right", "content and source",
		f.Confidence)
	trustText(&p, "Confidence in the speaker, beside how often it was right where the source was", "speaker",
		f.SpeakerConfidence)
	f.errorsText(&p)
	return p.String()
}

// sample says what the figures hold for.
func (f Figures) sample() string {
	switch {
	case f.Decided == 0:
		return "nothing is decided yet"
	case f.Random == f.Decided:
		return "drawn at random: the figures hold for what they were drawn from"
	case f.Random == 0:
		return "not drawn at random: the figures tell of these quotes only"
	}
	return fmt.Sprintf("%d of them drawn at random, the others not: the figures tell of these quotes only", f.Random)
}

// interval says what stands behind each share.
func (f Figures) interval() string {
	if f.Random == f.Decided {
		return "Right, with an interval that holds the share among all in 95 of 100 such samples"
	}
	return "Right, with the interval that as many quotes would give if they were drawn at random"
}

func (f Figures) recallText(p *page) {
	if f.Drawn {
		return
	}
	p.line("\nFound, of all quotes there are:")
	switch {
	case f.Recall == nil:
		p.line("  n/a: no article is marked complete")
		return
	case f.Recall.Articles == 0:
		p.line("  n/a: each article that is marked complete has quotes without a verdict")
		return
	}
	p.rate("in "+told.Count(f.Recall.Articles, "article"), f.Recall.Rate)
	if f.Recall.LeftOut > 0 {
		p.line("  %s left out: marked complete, but with quotes without a verdict", told.Count(f.Recall.LeftOut, "article"))
	}
}

func partsText(p *page, title string, parts []Part) {
	if len(parts) < 2 {
		return
	}
	p.line("\n%-26s %-17s %-17s %s", "By "+title+":", "a quote", "speaker", "everything")
	for _, x := range parts {
		p.line("  %-24s %-17s %-17s %s of %d", cmp.Or(told.Shortened(x.Name, 24), "not known"), x.Quote, x.Speaker, x.All,
			x.All.Of)
	}
}

func trustText(p *page, title, what string, t Trust) {
	if len(t.Bands) == 0 {
		return
	}
	p.line("\n%s, mean distance %s:", title, t.Error)
	for _, b := range t.Bands {
		p.line("  said %s   %s right %s   of %d", b.Confidence, what, b.Rate.Share(), b.Rate.Of)
	}
}

func (f Figures) errorsText(p *page) {
	if len(f.Errors) == 0 {
		return
	}
	p.line("\nWhat is wrong, the commonest first:")
	for _, e := range f.Errors {
		p.line("  %-34s %d", e.Sort, e.Count)
		for _, r := range e.Examples {
			p.line("    %s %s", strings.TrimSpace(r.Article+" "+r.ID), told.Shortened(r.Text, 70))
		}
	}
}

package figures

import (
	"strings"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/analysis/score"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/overlay"
)

// Machine stands in the place of a reviewer's name where one is compared with the machine.
const Machine = "machine"

// Agreement is how far two reviewers agree, or one and the machine. Only what both decided counts, so that the
// machine's reading, which both were shown, is no agreement of theirs.
type Agreement struct {
	A string `json:"a"`
	B string `json:"b"`
	// Articles are those with anything that both decided, Finished those that both called complete with no quote
	// undecided.
	Articles int `json:"articles"`
	Finished int `json:"finished"`
	// Blind of the quotes that both decided were decided by both before they saw the machine's answer: see Sitting.Blind.
	Blind int `json:"blind"`
	// Verdict is over the machine's quotes: right, corrected or wrong. There is none where B is the machine.
	Verdict measure.Agreement `json:"verdict"`
	// Speaker and Kind are over the quotes that stand for both.
	Speaker measure.Agreement `json:"speaker"`
	Kind    measure.Agreement `json:"kind"`
	// Exact and Half are the F1 of quotes in finished articles: those with the same words as content, and those that share
	// half of them. Alpha is Krippendorff's over the words of these articles, called source, cue, content or none.
	Exact measure.Value `json:"exact_f1"`
	Half  measure.Value `json:"half_f1"`
	Alpha measure.Value `json:"alpha"`
	// Disagreements are all there are, article by article in reading order.
	Disagreements []Disagreement `json:"disagreements"`
}

// Disagreement is what two have otherwise.
type Disagreement struct {
	Reference
	// Differ are the fields, as in Matter; A and B say how each has it.
	Differ []string `json:"differ"`
	A      string   `json:"a"`
	B      string   `json:"b"`
}

// paired is agreement while it is counted.
type paired struct {
	Agreement
	verdicts, speakers, kinds, labels measure.Pairs
	shared, exact, first, second      int
}

// AgreementOf compares State with Other of each case.
func AgreementOf(a, b string, cases []overlay.Case) Agreement {
	return agreement(a, b, cases, false)
}

// AgreementWithMachine compares State of each case with what the machine found.
func AgreementWithMachine(a string, cases []overlay.Case) Agreement {
	return agreement(a, Machine, cases, true)
}

func agreement(a, b string, cases []overlay.Case, machine bool) Agreement {
	p := &paired{Agreement: Agreement{A: a, B: b, Disagreements: []Disagreement{}},
		verdicts: measure.Pairs{}, speakers: measure.Pairs{}, kinds: measure.Pairs{}, labels: measure.Pairs{}}
	for i := range cases {
		if c := &cases[i]; c.State != nil && (machine || c.Other != nil) {
			p.article(c, machine)
		}
	}
	p.Verdict, p.Speaker, p.Kind = p.verdicts.Agreement(), p.speakers.Agreement(), p.kinds.Agreement()
	p.Exact, p.Half, p.Alpha = measure.F1(p.exact, p.first, p.second), measure.F1(p.shared, p.first, p.second),
		p.labels.Alpha()
	return p.Agreement
}

// article counts an article.
func (p *paired) article(c *overlay.Case, machine bool) {
	a := c.Sheet(c.State)
	b := c.Sheet(nil)
	if !machine {
		b = c.Sheet(c.Other)
	}
	look, any := newLookup(c, a), false
	for _, m := range adjudication.OfSheets(c.Text, c.Machine, a, b) {
		if decidable(m, machine) && p.matter(m, look, machine, c) {
			any = true
		}
	}
	p.Articles += one(any)
	if a.Finished(c.State) && (machine || b.Finished(c.Other)) {
		p.Finished++
		p.spans(c.Text, a.Document, b.Document)
	}
}

// decidable reports whether each has decided on a matter, or has nothing there to decide on.
func decidable(m adjudication.Matter, machine bool) bool {
	decidable := func(v adjudication.View) bool { return v.Decided() || v.Absent() }
	return decidable(m.A) && (machine || decidable(m.B))
}

// matter counts what both decided, and reports whether they did. What only one added is no agreement on labels, but a
// disagreement where the other called the article complete.
func (p *paired) matter(m adjudication.Matter, look *lookup, machine bool, c *overlay.Case) bool {
	if m.A.Absent() || m.B.Absent() {
		open := m.A.Absent() && !c.State.Complete()
		if !machine && m.B.Absent() && !c.Other.Complete() {
			open = true
		}
		if open || len(m.Differ) == 0 {
			return false
		}
	} else if !machine {
		if m.Machine != analysis.None {
			p.verdicts.Add(label(m.A.Verdict), label(m.B.Verdict))
		}
		p.Blind += one(m.A.Blind() && m.B.Blind())
	}
	if m.A.Quote != nil && m.B.Quote != nil {
		if !m.A.Silent() && !m.B.Silent() {
			p.speakers.Add(adjudication.SpeakerLabel(m.A.Quote), adjudication.SpeakerLabel(m.B.Quote))
		}
		p.kinds.Add(m.A.Quote.Kind, m.B.Quote.Kind)
	}
	if len(m.Differ) > 0 {
		p.Disagreements = append(p.Disagreements, Disagreement{look.reference(m.Subject), m.Differ,
			adjudication.Reading(m.A.Quote, m.Differ), adjudication.Reading(m.B.Quote, m.Differ)})
	}
	return true
}

// label is a verdict as agreement counts it: what is part of another quote is none.
func label(v review.Verdict) string {
	if v == review.Joined {
		v = review.Wrong
	}
	return string(v)
}

// spans holds what the one has in an article against what the other does, as analysis/score does.
func (p *paired) spans(text string, a, b *analysis.Document) {
	c := score.Compare(text, score.Found(a), score.Found(b))
	t := c.Tally()
	all := t.All()
	p.first, p.second = p.first+all.Gold, p.second+t.Predicted
	p.shared, p.exact = p.shared+all.Content, p.exact+all.Exact
	for pair, k := range t.Labels() {
		p.labels[pair] += k
	}
}

// Text writes the agreement for people.
func (a Agreement) Text() string {
	var p page
	p.line("%s and %s: %s that both decided on, %s finished by both", a.A, a.B, told.Count(a.Articles, "article"),
		told.Count(a.Finished, "article"))
	if a.B != Machine {
		p.line("%s decided blind by both, before they saw the machine's answer", told.Count(a.Blind, "quote"))
	}
	p.line("\n             quotes  agree  Cohen's kappa  Gwet's AC1")
	for _, r := range []struct {
		name string
		of   measure.Agreement
	}{{"verdict", a.Verdict}, {"speaker", a.Speaker}, {"kind", a.Kind}} {
		if r.of.Units == 0 && a.B == Machine {
			continue
		}
		p.line("  %-10s %6d  %5s  %13s  %10s", r.name, r.of.Units, r.of.Percent, r.of.Kappa, r.of.AC1)
	}
	p.line("\nF1 of quotes with the same words %s, with half of them %s; Krippendorff's alpha over words %s", a.Exact,
		a.Half, a.Alpha)
	if a.Finished == 0 {
		p.line("(n/a, since these need articles that are complete and have no quote without a verdict)")
	}
	if len(a.Disagreements) > 0 {
		p.line("\n%s:", told.Count(len(a.Disagreements), "disagreement"))
	}
	for _, d := range a.Disagreements {
		p.line("  %s %s", strings.TrimSpace(d.Article+" "+d.ID), told.Shortened(d.Reference.Text, 70))
		p.line("    %s: %s", a.A, d.A)
		p.line("    %s: %s", a.B, d.B)
	}
	return p.String()
}

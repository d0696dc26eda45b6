package export

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
)

// quotes lists what was said: who, in which kind of words, and why it is taken so.
func (r *report) quotes() {
	r.section("Quotes")
	if len(r.doc.Quotes) == 0 {
		r.say("", "No quotes were found.")
	}
	for i, q := range r.doc.Quotes {
		lead := strconv.Itoa(i+1) + ". "
		indent := strings.Repeat(" ", len(lead))
		r.say(lead, fmt.Sprintf("%s, %s: %s", told.Names(r.doc, q.Speakers), told.How(q), r.words(q.Content)))
		r.say(indent, told.Attribution(r.article.Text, q))
		r.say(indent, told.Reasons(q.Why))
		r.say(indent, told.Weighed(r.article.Text, r.doc, q.Why))
		r.say(indent, r.item.On(i).String())
	}
}

// words are those of the text at spans.
func (r *report) words(spans []analysis.Span) string { return told.Words(r.article.Text, spans) }

// speakers lists who speaks, and how much of what is quoted is theirs.
func (r *report) speakers() {
	if len(r.doc.Speakers) == 0 {
		return
	}
	r.section("Speakers")
	for i, s := range r.doc.Speakers {
		lead := strconv.Itoa(i+1) + ". "
		r.say(lead, fmt.Sprintf("%s, %s: %s", s.Name, told.Who(r.article.Text, s), r.count.Amount(i)))
		r.say(strings.Repeat(" ", len(lead)), r.count.Kinds(r.doc, i))
		if others := told.OtherNames(s); others != "" {
			r.say(strings.Repeat(" ", len(lead)), "Also called "+others+".")
		}
	}
}

// positions lists what each speaker is for or against, by speaker; then on what they disagree and agree.
func (r *report) positions() {
	if len(r.doc.Positions) == 0 {
		return
	}
	r.section("Positions")
	by := make([][]analysis.Position, len(r.doc.Speakers))
	for _, p := range r.doc.Positions {
		by[p.Speaker] = append(by[p.Speaker], p)
	}
	for i, all := range by {
		if len(all) > 0 {
			r.say("", r.doc.Speakers[i].Name)
		}
		for _, p := range all {
			r.say("- ", r.position(p))
		}
	}
	r.topics()
}

// topics lists what speakers stand on opposite sides of, or on the same, or one on both.
func (r *report) topics() {
	var disputed, shared, both []string
	for _, t := range r.doc.Topics() {
		for _, v := range t.Views {
			if v.Split() {
				both = append(both, fmt.Sprintf("%s: %s", t.Name, r.doc.Speakers[v.Speaker].Name))
			}
		}
		behind, against := told.Names(r.doc, t.On(analysis.Supports)), told.Names(r.doc, t.On(analysis.Opposes))
		switch {
		case t.Disputed():
			disputed = append(disputed, fmt.Sprintf("%s: supported by %s, opposed by %s", t.Name, behind, against))
		case t.Shared() && len(t.On(analysis.Supports)) > 1:
			shared = append(shared, fmt.Sprintf("%s: supported by %s", t.Name, behind))
		case t.Shared():
			shared = append(shared, fmt.Sprintf("%s: opposed by %s", t.Name, against))
		}
	}
	r.list("Disputed", disputed)
	r.list("Shared", shared)
	r.list("On both sides", both)
}

func (r *report) list(title string, lines []string) {
	if len(lines) > 0 {
		r.say("", title)
	}
	for _, l := range lines {
		r.say("- ", l+".")
	}
}

func (r *report) position(p analysis.Position) string {
	out := fmt.Sprintf("%s %s%s. The article: %s", stances[p.Stance], r.words(p.Target), told.Manner(p),
		r.words(p.Statement))
	if len(p.Quotes) == 1 {
		out += " (quote " + told.Numbers(p.Quotes) + ")"
	} else if len(p.Quotes) > 1 {
		out += " (quotes " + told.Numbers(p.Quotes) + ")"
	}
	return out + ", " + analysis.Sure(p.Confidence) + "."
}

var stances = [...]string{analysis.Neutral: "says, without taking a side, of", analysis.Supports: "supports",
	analysis.Opposes: "opposes"}

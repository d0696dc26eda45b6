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
		r.say(lead, fmt.Sprintf("%s, %s: %s", told.Names(r.doc, q.Speakers), q.Kind, r.words(q.Content)))
		r.say(indent, told.Attribution(r.article.Text, q))
		r.say(indent, told.Reasons(q.Why))
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
		if others := told.OtherNames(s); others != "" {
			r.say(strings.Repeat(" ", len(lead)), "Also called "+others+".")
		}
	}
}

// positions lists what each speaker is for or against, by speaker.
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
}

func (r *report) position(p analysis.Position) string {
	out := fmt.Sprintf("%s %s: “%s”", stances[p.Stance], r.words(p.Target), r.words(p.Statement))
	if len(p.Quotes) == 1 {
		out += " (quote " + told.Numbers(p.Quotes) + ")"
	} else if len(p.Quotes) > 1 {
		out += " (quotes " + told.Numbers(p.Quotes) + ")"
	}
	return out + ", " + analysis.Sure(p.Confidence) + "."
}

var stances = [...]string{analysis.Neutral: "says, without taking a side, of", analysis.Supports: "supports", analysis.Opposes: "opposes"}

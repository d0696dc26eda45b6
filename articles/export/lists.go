package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
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
		r.say(lead, fmt.Sprintf("%s, %s: %s", r.names(q.Speakers), q.Kind, r.words(q.Content)))
		r.say(indent, r.attribution(q))
		r.say(indent, reasons(q.Why))
	}
}

// names are the speakers of a quote.
func (r *report) names(speakers []int) string {
	if len(speakers) == 0 {
		return "Unknown speaker"
	}
	var out []string
	for _, s := range speakers {
		out = append(out, r.doc.Speakers[s].Name)
	}
	return strings.Join(out, " and ")
}

// words are those of the text at spans.
func (r *report) words(spans []analysis.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(r.article.Text))
	}
	return strings.Join(out, " … ")
}

// attribution is what the quote's speaker was read from, and how surely.
func (r *report) attribution(q analysis.Quote) string {
	var out []string
	if len(q.Source) > 0 {
		out = append(out, "source “"+r.words(q.Source)+"”")
	}
	if len(q.Cue) > 0 {
		out = append(out, "cue “"+r.words(q.Cue)+"”")
	}
	return capital(strings.Join(append(out, analysis.Sure(q.Confidence)), ", ") + ".")
}

// reasons are why a quote is one, and its speaker is who it is.
func reasons(w analysis.Why) string {
	var out []string
	if w.Found != "" {
		out = append(out, w.Found)
	}
	for _, l := range w.Chain {
		if l.Reason != "" {
			out = append(out, l.Reason)
		}
	}
	if w.Unknown != "" {
		out = append(out, "the speaker is unknown: "+w.Unknown)
	}
	if len(out) == 0 {
		return ""
	}
	return capital(strings.Join(out, "; ") + ".")
}

// speakers lists who speaks, and how much of what is quoted is theirs.
func (r *report) speakers() {
	if len(r.doc.Speakers) == 0 {
		return
	}
	r.section("Speakers")
	for i, s := range r.doc.Speakers {
		lead := strconv.Itoa(i+1) + ". "
		who := s.Type.String()
		if !s.Description.Empty() {
			who = s.Description.Of(r.article.Text)
		}
		r.say(lead, fmt.Sprintf("%s, %s: %s", s.Name, who, r.amount(i)))
		if others := otherNames(s); others != "" {
			r.say(strings.Repeat(" ", len(lead)), "Also called "+others+".")
		}
	}
}

// amount is how much a speaker says.
func (r *report) amount(speaker int) string {
	quotes := r.count.quotes[speaker]
	if len(quotes) == 0 {
		return "not quoted."
	}
	share := (100*r.count.by[speaker] + r.count.words/2) / max(r.count.words, 1)
	return fmt.Sprintf("%s (%s) with %d %% of all quoted words.", many(len(quotes), "quote"), numbers(quotes), share)
}

// numbers are quotes as the text has them in its brackets.
func numbers(quotes []int) string {
	out := make([]string, len(quotes))
	for i, q := range quotes {
		out[i] = strconv.Itoa(q + 1)
	}
	return strings.Join(out, ", ")
}

func otherNames(s analysis.Speaker) string {
	var out []string
	for _, n := range s.Names {
		if n != s.Name {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
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
		out += " (quote " + numbers(p.Quotes) + ")"
	} else if len(p.Quotes) > 1 {
		out += " (quotes " + numbers(p.Quotes) + ")"
	}
	return out + ", " + analysis.Sure(p.Confidence) + "."
}

var stances = [...]string{analysis.Neutral: "says, without taking a side, of", analysis.Supports: "supports", analysis.Opposes: "opposes"}

// capital writes a sentence with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

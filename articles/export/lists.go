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
		r.say(indent, r.reasons(q.Why))
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
func (r *report) reasons(w analysis.Why) string {
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
	for _, c := range w.Candidates {
		out = append(out, r.candidate(c))
	}
	if len(out) == 0 {
		return ""
	}
	return capital(strings.Join(out, "; ") + ".")
}

// candidate is somebody who was weighed and not chosen, and why not.
func (r *report) candidate(c analysis.Candidate) string {
	out := "also weighed: " + c.Mention.Of(r.article.Text)
	if c.Speaker != analysis.None {
		out = "also weighed: " + r.doc.Speakers[c.Speaker].Name
	}
	if c.Reason != "" {
		out += ", " + c.Reason
	}
	return out
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
		r.say(strings.Repeat(" ", len(lead)), r.kinds(i))
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

// kinds tells in which kinds of words a speaker is quoted.
func (r *report) kinds(speaker int) string {
	var n [3]int
	for _, q := range r.count.quotes[speaker] {
		n[r.doc.Quotes[q].Kind]++
	}
	var out []string
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		if n[k] > 0 {
			out = append(out, fmt.Sprintf("%d %s", n[k], k))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return capital(strings.Join(out, ", ") + ".")
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
		switch {
		case t.Contested():
			disputed = append(disputed, fmt.Sprintf("%s: supported by %s, opposed by %s", t.Name, r.names(t.On(analysis.Supports)), r.names(t.On(analysis.Opposes))))
		case len(t.On(analysis.Supports)) > 1 && t.Agreed():
			shared = append(shared, fmt.Sprintf("%s: supported by %s", t.Name, r.names(t.On(analysis.Supports))))
		case t.Agreed():
			shared = append(shared, fmt.Sprintf("%s: opposed by %s", t.Name, r.names(t.On(analysis.Opposes))))
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
	out := fmt.Sprintf("%s %s: “%s”", stances[p.Stance], r.words(p.Target), r.words(p.Statement))
	if m := p.Manner(); len(m) > 0 {
		out = fmt.Sprintf("%s %s (%s): “%s”", stances[p.Stance], r.words(p.Target), strings.Join(m, ", "), r.words(p.Statement))
	}
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

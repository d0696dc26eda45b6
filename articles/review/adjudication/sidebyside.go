package adjudication

import (
	"cmp"
	"fmt"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/articles/review"
)

// SideBySide writes what two reviewers have of each matter, those in which they differ first. What one of them has not
// decided they do not differ in.
func SideBySide(a, b string, all []Matter) string {
	var out strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	differ, both := 0, 0
	for _, m := range all {
		if m.Disputed() {
			differ++
		}
		if m.Both() {
			both++
		}
	}
	line("%s and %s differ in %d of the %s that both decided", a, b, differ, told.Count(both, "matter"))
	for _, want := range []bool{true, false} {
		for _, m := range all {
			if m.Disputed() != want {
				continue
			}
			if !want {
				m.Differ = nil
			}
			words := []review.Words(nil)
			if m.Subject.Quote != nil {
				words = m.Subject.Quote.Content
			} else if m.Subject.Position != nil {
				words = m.Subject.Position.Statement
			}
			line("\n%s", joinedWords(words))
			line("  %s: %s", a, m.A.line(m.Differ))
			line("  %s: %s", b, m.B.line(m.Differ))
		}
	}
	return out.String()
}

// line says what one decided, and how they have it where the two differ.
func (v View) line(fields []string) string {
	s := cmp.Or(string(v.Verdict), "undecided")
	if v.Absent() && v.complete {
		s = "no such quote, and none is missed"
	}
	switch {
	case len(fields) == 0:
	case v.Quote == nil && v.Position != nil:
		s += fmt.Sprintf(": %s %s “%s”", v.Position.Speaker.Name, v.Position.Stance, joinedWords(v.Position.Target))
	case v.Quote != nil:
		s += ": " + Reading(v.Quote, fields)
	}
	for _, n := range v.Notes {
		s += "; note: " + told.Shortened(n, 70)
	}
	return s
}

// Reading says how one has a quote, in the fields that differ.
func Reading(q *review.Quote, fields []string) string {
	if q == nil {
		return "no quote"
	}
	var all []string
	for _, f := range fields {
		switch f {
		case "quote":
			all = append(all, "a quote")
		case "kind":
			all = append(all, q.Kind)
		case "polarity":
			all = append(all, review.PolarityNamed(q.Polarity).String())
		case "speakers":
			all = append(all, "speaker "+SpeakerLabel(q))
		case "content":
			all = append(all, "content “"+joinedWords(q.Content)+"”")
		case "cue":
			all = append(all, "cue “"+joinedWords(q.Cue)+"”")
		case "source":
			all = append(all, "source “"+joinedWords(q.Source)+"”")
		}
	}
	return strings.Join(all, ", ")
}

// joinedWords are words in one line.
func joinedWords(words []review.Words) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return told.Shortened(strings.Join(all, " … "), 70)
}

// SpeakerLabel names the speakers of a quote.
func SpeakerLabel(q *review.Quote) string {
	return cmp.Or(strings.Join(review.NamesOf(q.Speakers), " and "), "unknown")
}

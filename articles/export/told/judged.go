package told

import "strings"

// Judged is what a reviewer decided on a quote. The zero value is that of one on which nobody has decided.
type Judged struct {
	// Verdict is "right", "corrected" or "missed", which the reviewer added; empty where there is none yet.
	Verdict string
	// Flagged is to be looked at again.
	Flagged bool
	// Notes are the reviewer's, the oldest first.
	Notes []string
}

// String says it in a sentence: "Reviewed: corrected; flagged; note: ask her office." It is empty where there is
// nothing to say.
func (j Judged) String() string {
	var out []string
	switch {
	case j.Verdict == "missed":
		out = append(out, "added by the reviewer")
	case j.Verdict != "":
		out = append(out, j.Verdict)
	}
	if j.Flagged {
		out = append(out, "flagged")
	}
	for _, n := range j.Notes {
		out = append(out, "note: "+n)
	}
	if len(out) == 0 {
		return ""
	}
	return "Reviewed: " + strings.TrimSuffix(strings.Join(out, "; "), ".") + "."
}

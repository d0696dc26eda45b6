package speakers

import (
	"slices"
	"strings"
)

// leastSure is the confidence below which a speaker is not named: of those below it, 2 of 7 were right in world-train,
// world-dev and polnear-speakers-dev, and 5 of 12 of those up to 0.1.
const leastSure = 0.05

// Perhaps begins what is said of a quote whose speaker is a guess that is more likely wrong than right.
const Perhaps = "perhaps "

// leaveOpen leaves it open who is behind a quote where those who were found are hardly likely: then they are told of as
// those whom it may be.
func (r *reading) leaveOpen(a *Attribution) {
	if len(a.Speakers) == 0 || a.Confidence >= leastSure {
		return
	}
	likely := a.Confidence
	if len(a.Candidates) > 0 {
		likely = max(likely, a.Candidates[0].Confidence) // they were chosen before those
	}
	reason := "the article leaves it open"
	if len(a.Chain) > 0 {
		reason = a.Chain[0].Reason
	}
	var names []string
	var found []Candidate
	for _, e := range a.Speakers {
		names = append(names, r.All[e].Name)
		found = append(found, Candidate{Speaker: e, Mention: r.All[e].Full, Confidence: likely, Reason: reason})
	}
	a.Candidates = slices.Concat(found, a.Candidates)
	a.Unknown = Perhaps + strings.Join(names, " and ") + ": " + reason
	a.Speakers, a.Chain, a.Confidence = nil, nil, 0
}

package analysis_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"hearsay/analysis"
)

// TestEveryValueOfAnEnumerationHasItsWord walks every value by name: what files and screens write of it may not change
// places with another's.
func TestEveryValueOfAnEnumerationHasItsWord(t *testing.T) {
	for _, c := range []struct {
		value fmt.Stringer
		word  string
	}{
		{analysis.Indirect, "indirect"}, {analysis.Mixed, "mixed"}, {analysis.Direct, "direct"},
		{analysis.Said, "said"}, {analysis.Denied, "denied"}, {analysis.Refused, "refused"},
		{analysis.Unknown, "unknown"}, {analysis.Person, "person"}, {analysis.Organization, "organization"},
		{analysis.Group, "group"},
		{analysis.GenderUnknown, "unknown"}, {analysis.Female, "female"}, {analysis.Male, "male"},
		{analysis.Neutral, "neutral"}, {analysis.Supports, "supports"}, {analysis.Opposes, "opposes"},
		{analysis.States, "states"}, {analysis.Demands, "demands"}, {analysis.Promises, "promises"},
		{analysis.Denies, "denies"},
		{analysis.Predicts, "predicts"}, {analysis.Blames, "blames"}, {analysis.Praises, "praises"},
		{analysis.Warns, "warns"},
		{analysis.Proposes, "proposes"},
		{analysis.Plain, "plain"}, {analysis.Obligation, "obligation"}, {analysis.Possibility, "possibility"},
		{analysis.Wish, "wish"}, {analysis.Intention, "intention"},
		{analysis.Negation, "negation"}, {analysis.Hedge, "hedge"}, {analysis.Condition, "condition"},
		{analysis.Irony, "irony"},
	} {
		if got := c.value.String(); got != c.word {
			t.Errorf("%T %d is %q, want %q", c.value, c.value, got, c.word)
		}
	}
}

func TestAWomanIsTakenForAWomanAndAManForAMan(t *testing.T) {
	d := analyze(t, load(t),
		"Ruth Calder, the mayor, said on Tuesday that the bridge would open. “My grandmother waited for it,” she said. "+
			"Her husband was with her.\n\nPaul Venn, who leads the opposition, said that he had not been asked. “He is "+
			"angry,” he said of himself.")
	for name, want := range map[string]analysis.Gender{"Calder": analysis.Female, "Venn": analysis.Male} {
		i := slices.IndexFunc(d.Speakers, func(s analysis.Speaker) bool { return strings.Contains(s.Name, name) })
		if i < 0 || d.Speakers[i].Gender != want || d.Speakers[i].Type != analysis.Person {
			t.Errorf("%s is lacking, or no %s person: %+v", name, want, d.Speakers)
		}
	}
}

func TestCertaintyIsThatTheWordsAndThePersonAreRight(t *testing.T) {
	q := analysis.Quote{Confidence: 0.9, Why: analysis.Why{SpeakerConfidence: 0.5}, Speakers: []int{0}}
	if got := q.Certainty(); got != 0.5 {
		t.Errorf("%v, want no more than the less sure of the two", got)
	}
	q.Confidence, q.Why.SpeakerConfidence = 0.8, 0.9
	if got := q.Certainty(); got < 0.75 || got > 0.79 {
		t.Errorf("%v, want a little more than the product of the two", got)
	}
	q.Confidence = 0.9
	for sure, want := range map[float64]float64{0: 0, 1: 0.9} {
		q.Why.SpeakerConfidence = sure
		if got := q.Certainty(); math.Abs(got-want) > 0.03 {
			t.Errorf("%v, want about %v", got, want)
		}
	}
	q.Speakers, q.Why.SpeakerConfidence = nil, 0
	if got := q.Certainty(); got != 0.9 {
		t.Errorf("of a quote whose speaker is unknown: %v, want 0.9", got)
	}
}

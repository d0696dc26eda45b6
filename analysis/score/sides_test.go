package score

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/analysis"
)

// side is one that somebody takes: "+Ann Bell: the bill" is for it, and so is "~" where that is a matter of taste; "-"
// is against it.
func side(t *testing.T, text, s string) Side {
	who, what, ok := strings.Cut(s[1:], ": ")
	if strings.HasPrefix(s[1:], unnamed) {
		who, what, ok = strings.Cut(s[len(unnamed)+1:], ": ")
		who = unnamed + who
	}
	if !ok {
		t.Fatalf("no target in %q", s)
	}
	return Side{Speaker: who, Opposes: s[0] == '-', Implied: s[0] == '~', Target: at(t, text, what)}
}

func TestSidesAreMatchedBySpeakerAndTarget(t *testing.T) {
	text := "Ann Bell backs the new harbour bill, and Carl Dorn is against this bill of the town. Fishermen are angry " +
		"at the harbour tax."
	for _, c := range []struct{ story, gold, found, want string }{
		{"the same", "+Ann Bell: the new harbour bill", "+Ann Bell: the new harbour bill", "1 right"},
		{"the last name, and half of the target", "+Ann Bell: the new harbour bill", "+Bell: harbour bill", "1 right"},
		{"the same words elsewhere", "+Ann Bell: the new harbour bill", "+Ann Bell: this bill of the town", "1 right"},
		{"somebody else", "+Ann Bell: the new harbour bill", "+Carl Dorn: the new harbour bill", "0 of 1"},
		{"another target", "+Ann Bell: the new harbour bill", "+Ann Bell: the town", "0 of 1"},
		{"the other side", "+Ann Bell: the new harbour bill", "-Ann Bell: the new harbour bill", "1 wrong"},
		{"somebody without a name", "-unnamed:local fishermen: the harbour tax", "-Fishermen: the harbour tax", "1 right"},
		{"others without a name", "-unnamed:farmers: the harbour tax", "-Fishermen: the harbour tax", "0 of 1"},
		{"one answers one, and the right side goes first", "-Ann Bell: the harbour tax",
			"+Ann Bell: the harbour tax|-Ann Bell: harbour tax", "1 right"},
	} {
		var gold, found []Side
		for _, s := range strings.Split(c.gold, "|") {
			gold = append(gold, side(t, text, s))
		}
		for _, s := range strings.Split(c.found, "|") {
			found = append(found, side(t, text, s))
		}
		got := fmt.Sprintf("0 of %d", len(gold))
		for _, p := range MatchSides(text, gold, found) {
			got = map[bool]string{true: "1 right", false: "1 wrong"}[p.Same]
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.story, got, c.want)
		}
	}
}

func TestFiguresOfSidesCountedByHand(t *testing.T) {
	text := "Ann Bell backs the bill and the tax, Carl Dorn fears the port."
	sides := func(all ...string) (out []Side) {
		for _, s := range all {
			out = append(out, side(t, text, s))
		}
		return out
	}
	found := sides("+Ann Bell: the bill", "-Ann Bell: the tax", "+Ann Bell: the port", "+Bell: Ann")
	for i := range found {
		found[i].Confidence, found[i].Rated = 0.5, true
	}
	var all SideTally
	all.Add(TallySides(text, sides("+Ann Bell: the bill", "~Ann Bell: the tax", "-Carl Dorn: the port"), found))
	r := all.Report()
	if r.Gold != 3 || r.Predicted != 4 || r.Triple.P != 0.25 || r.Pair.P != 0.5 || r.Triple.R.Digits(3) != "0.333" ||
		r.Explicit != 0.5 || r.Side != 0.5 || r.Spoken != 0.5 {
		t.Errorf("%+v", r)
	}
	if c := all.Calibration(); c.Count != 4 || c.Error != 0.25 {
		t.Errorf("%+v", c)
	}
}

// Only positions that take a side are predictions.
func TestPositionsOfADocument(t *testing.T) {
	d := &analysis.Document{Speakers: []analysis.Speaker{{Name: "Ann Bell"}}, Positions: []analysis.Position{
		{Stance: analysis.Opposes, Confidence: 0.12349}, {Stance: analysis.Neutral}}}
	got := FoundSides(d)
	if len(got) != 1 || !got[0].Opposes || got[0].Speaker != "Ann Bell" || got[0].Confidence != 0.123 {
		t.Errorf("%+v", got)
	}
}

package positions

import (
	"strings"
	"testing"

	"hearsay/analysis/positions/holders"
	"hearsay/analysis/positions/targets"
)

// learntOn has the speaker of an article's one quote be for some words of it, or against them, as it was learnt to be
// found.
func learntOn(t testing.TB, line, words string, opposed bool) Article {
	t.Helper()
	a := story(t, line)
	at := strings.Index(a.Text.String, words)
	if at < 0 {
		t.Fatalf("%q is not in %q", words, line)
	}
	from := 0
	for a.Text.Tokens[from].Start < at {
		from++
	}
	to := from
	for to < len(a.Text.Tokens) && a.Text.Tokens[to].End <= at+len(words) {
		to++
	}
	a.Taken = []Taken{{Target: targets.Target{From: from, To: to, Opposed: opposed, Odds: 0.9, Taken: 0.9},
		Holder: holders.Holder{Way: holders.Speaks, At: -1}}}
	return a
}

// Who is for what undoes something is against that, and the other way round.
func TestWhoWantsSomethingUndoneIsAgainstIt(t *testing.T) {
	for _, c := range []struct {
		line, words string
		opposed     bool
		want        string
	}{
		{"‹Ruth Haldane› <said> {that it was time to scrap the ferry tax}.", "scrap the ferry tax", false, "- ferry tax"},
		{"‹Ruth Haldane› <said> {that it was time to drop the ferry tax}.", "to drop the ferry tax", false, "- ferry tax"},
		{"‹Ruth Haldane› <spoke of> {repealing the ferry tax}.", "repealing the ferry tax", true, "+ ferry tax"},
		{"‹Ruth Haldane› <said> {that it was time to widen the ferry pier}.", "widen the ferry pier", false,
			"+ widening the ferry pier"},
	} {
		if got := told(learntOn(t, c.line, c.words, c.opposed)); !strings.Contains(got, "Ruth Haldane "+c.want) {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
	}
}

// Nobody takes a side on those whom they ask to do something.
func TestWhoIsAskedToDoSomethingIsNoTarget(t *testing.T) {
	for _, c := range []struct{ line, words string }{
		{"‹Ruth Haldane› <urged> {the harbour board to widen the ferry pier}.", "the harbour board"},
		{"‹Ruth Haldane› <said> {we call on the harbour board to widen the ferry pier}.", "on the harbour board"},
		{"‹Ruth Haldane› <said> {she would appeal to the harbour board not to sell the pier}.", "the harbour board"},
	} {
		if got := told(learntOn(t, c.line, c.words, false)); strings.Contains(got, "board") {
			t.Errorf("%s: %q", c.line, got)
		}
	}
	got := told(learntOn(t, "‹Ruth Haldane› <said> {that she trusts the harbour board}.", "the harbour board", false))
	if !strings.Contains(got, "+ harbour board") {
		t.Errorf("whoever is trusted: %q", got)
	}
}

// What is called the scandal is what the side is taken on.
func TestWhatIsSaidToBeTheScandalIsTheTarget(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"‹Ruth Haldane› <said> {the real scandal is the dredging contract}.", "Ruth Haldane - dredging contract"},
		{"‹Ruth Haldane› <said> {the biggest threat was the new pier}.", "Ruth Haldane - new pier"},
	} {
		if got := told(story(t, c.line)); got != c.want {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
	}
}

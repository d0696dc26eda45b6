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
		{"‹Ruth Haldane› <demanded> {that the board cancel the ferry tax}.", "cancel the ferry tax", false, "- ferry tax"},
		{"‹Ruth Haldane› <called for> {an immediate end to the ferry tax}.", "an immediate end to the ferry tax", false,
			"- ferry tax"},
		{"‹Ruth Haldane› <urged> {members to vote against the ferry tax}.", "vote against the ferry tax", false,
			"- ferry tax"},
		{"‹Ruth Haldane› <asked> {the board to lift the ferry tax}.", "lift the ferry tax", false, "- ferry tax"},
		{"‹Ruth Haldane› <asked> {the board to lift the ferry}.", "lift the ferry", false, "+ lifting the ferry"},
		{"‹Ruth Haldane› <wants> {an end that all can live with}.", "an end that all can live with", false, "+ end"},
		{"‹Ruth Haldane› <said> {that it was time to widen the ferry pier}.", "widen the ferry pier", false,
			"+ widening the ferry pier"},
	} {
		if got := told(learntOn(t, c.line, c.words, c.opposed)); !strings.Contains(got, "Ruth Haldane "+c.want) {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
	}
}

// What a verb says in so many words of its object, with the holder as its subject, is not left to what was learnt; what
// is turned, or said of others, is.
func TestAVerbThatTakesASideTellsIt(t *testing.T) {
	for _, c := range []struct {
		line, verb string
		way        holders.Way
		opposed    bool
		want       string
	}{
		{"‹Ruth Haldane› <defends> {the ferry tax}.", "defends", holders.Speaks, true, "+ ferry tax"},
		{"‹Ruth Haldane› <opposes> {any ferry tax}.", "opposes", holders.Speaks, false, "- ferry tax"},
		{"‹Ruth Haldane› <did not defend> {the ferry tax}.", "defend", holders.Cited, false, "- ferry tax"},
		{"‹Ruth Haldane› <said> {that they defend the ferry tax}.", "defend", holders.Speaks, true, "- ferry tax"},
		{"‹Ruth Haldane› <said> {that they defend the ferry tax}.", "defend", holders.Reported, true, "- ferry tax"},
		{"‹Ruth Haldane› <sees> {the ferry tax}.", "sees", holders.Speaks, true, "- ferry tax"},
	} {
		a := learntOn(t, c.line, "ferry tax", c.opposed)
		x := &a.Taken[0]
		x.Way, x.At = c.way, 0
		for a.Text.Word(x.At) != c.verb {
			x.At++
		}
		if c.way == holders.Reported {
			x.Speakers, x.Confidence = []int{0}, 1
		}
		if got := told(a); !strings.Contains(got, "Ruth Haldane "+c.want) {
			t.Errorf("%s, %d: %q, want %q", c.line, c.way, got, c.want)
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

// What a position looks like is told to whoever reckons how sure it is.
func TestTheFormOfAPositionIsEvidence(t *testing.T) {
	is := func(line, words string, feature int) bool {
		for _, x := range weigh(learntOn(t, line, words, false)) {
			if x.evidence[feature] > 0 {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		what, line, words, other, otherWords string
		feature                              int
	}{
		{"what is demanded", "‹Ruth Haldane› <demanded> {that the board widen the pier}.", "the pier",
			"‹Ruth Haldane› <said> {that the board likes the pier}.", "the pier", firstAct + int(Demands) - 1},
		{"what is wished for", "‹Ruth Haldane› <hopes> {that the board keeps the pier}.", "the pier",
			"‹Ruth Haldane› <said> {that the board keeps the pier}.", "the pier", firstModality + int(Wish) - 1},
		{"a condition", "‹Ruth Haldane› <said> {she likes the pier if it is wide}.", "the pier",
			"‹Ruth Haldane› <said> {she likes the pier as it is wide}.", "the pier", firstQualifier + int(Condition)},
		{"a pronoun", "‹Ruth Haldane› <said> {she likes it}.", "it", "‹Ruth Haldane› <said> {she likes the item}.",
			"the item", isPronoun},
		{"a name", "‹Ruth Haldane› <said> {she trusts Otto Brandt}.", "Otto Brandt",
			"‹Ruth Haldane› <said> {she trusts the pier, as Otto Brandt does}.", "the pier", isName},
		{"words in marks", "‹Ruth Haldane› <liked> {“the pier”}.", "the pier", "‹Ruth Haldane› <liked> {the pier}.",
			"the pier", inMarks},
		{"a question", "‹Ruth Haldane› <asked>: {“Who likes the pier?”}", "the pier",
			"‹Ruth Haldane› <said>: {“I like the pier.”}", "the pier", isAsked},
	} {
		one, other := is(c.line, c.words, c.feature), is(c.other, c.otherWords, c.feature)
		if !one || other {
			t.Errorf("%s: %v in %q, %v in %q", c.what, one, c.line, other, c.other)
		}
	}
}

package positions

import (
	"strings"
	"testing"
)

func TestWhoIsSpokenIllOrWellOf(t *testing.T) {
	const both = "\n‹Otto Brandt› <said> {it was late}."
	for _, c := range []struct{ text, want string }{
		{"{“Otto Brandt is a crooked liar who betrays us all,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - Otto Brandt"},
		{"{“Brandt has shown terrible judgment again and again,”} <said> ‹Ruth Haldane›.", "Ruth Haldane - Otto Brandt"},
		{"{“Brandt is a brilliant and honest minister,”} <said> ‹Ruth Haldane›.", "Ruth Haldane + Otto Brandt"},
		{"{“Brandt arrived at the harbour at nine,”} <said> ‹Ruth Haldane›.", ""},
		{"{“If Brandt is a crooked liar, we shall see,”} <said> ‹Ruth Haldane›.", ""},
		{"{“Brandt is a crooked liar,”} <said> ‹Otto Brandt›.", ""},
	} {
		a := whole(t, story(t, c.text+both))
		var got []string
		for _, p := range Find(a) {
			if p.Stance != Neutral {
				got = append(got, a.Speakers[p.Speaker].Name+[...]string{" = ", " + ", " - "}[p.Stance]+p.Topic)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

func TestWhatTakesNoSideIsStated(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"‹Ruth Haldane› <said> {that Otto Brandt arrived at the harbour on Monday}.\n‹Otto Brandt› <said> {it was late}.",
			"Ruth Haldane = Otto Brandt"},
		{"‹Ruth Haldane› <said> {that snow fell in the night}.", ""},
		{"‹Ruth Haldane› <said> {the bridge opens at six}.\n‹Otto Brandt› <said> {the bridge is old}.\nThe bridge was " +
			"built long ago, and the bridge was closed twice.",
			"Ruth Haldane = bridge; Otto Brandt = bridge"},
		{"‹Ruth Haldane› <asked> {whether Otto Brandt arrived at the harbour on Monday}.", ""},
	} {
		if got := told(whole(t, story(t, c.text))); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestWordsThatOthersSayAreNotTheSpeakers(t *testing.T) {
	a := whole(t, story(t,
		"{“They say, ‘Otto Brandt is a crooked liar and he must go now.’ That is all,”} <said> ‹Ruth Haldane›.\n‹Otto "+
			"Brandt› <said> {it was late}."))
	for _, p := range Find(a) {
		if p.Stance != Neutral {
			t.Errorf("found %+v", p)
		}
	}
}

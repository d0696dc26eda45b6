package told_test

import (
	"testing"

	"hearsay/analysis"
	"hearsay/articles/export/exporttest"
	"hearsay/articles/export/told"
)

func TestSpeakersHaveNamesAndLetters(t *testing.T) {
	d := exporttest.Call(t).Document
	for _, c := range []struct{ got, want string }{
		{told.Names(d, nil), "Unknown speaker"},
		{told.Names(d, []int{0, 1}), "Tomas Reinholt and Nadia Rahmani"},
		{told.OtherNames(d.Speakers[0]), "Reinholt"},
		{told.Letter(analysis.None), "?"},
		{told.Letter(0), "A"},
		{told.Letter(51), "z"},
		{told.Letter(52), "α"},
		{told.Letter(1000), "+"},
		{told.Count(1, "quote"), "1 quote"},
		{told.Count(0, "quote"), "0 quotes"},
		{told.Numbers([]int{0, 4}), "1, 5"},
		{told.Capital("élan"), "Élan"},
		{told.Clean(" a\tb\u202e\n\nc\u00a0d\x1b "), "a b c\u00a0d"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSharesAreOfAllQuotedWords(t *testing.T) {
	i := exporttest.Call(t)
	tally := told.NewTally(i.Article.Text, i.Document)
	// Of 51 quoted words the last quote has 20, the joint one 6, and the one of nobody 16.
	for s, want := range []string{"2 quotes (1, 2) with 29 % of all quoted words.",
		"2 quotes (2, 4) with 51 % of all quoted words.", "not quoted."} {
		if got := tally.Amount(s); got != want {
			t.Errorf("speaker %d: %s", s, got)
		}
	}
}

package names

import (
	"strings"
	"testing"
)

func TestHeadlinesGiveNoNamesThatTheTextDoesNotConfirm(t *testing.T) {
	for _, c := range []struct{ headline, text, want string }{
		{"Leaked Tapes: Nora Quinn Praised Kemp For A ‘Bold Plan’",
			"The judge Nora Quinn met Premier Paul Kemp. Quinn wrote to him. Kemp told reporters so.", "Nora Quinn; Kemp"},
		{"Edda Brandis Accuses Vandermeer of Stealing Votes",
			"The vote is contested. “It was theft,” Brandis said. Piet Vandermeer laughed.", "Edda Brandis; Vandermeer"},
		{"Mayor Slams Council Over Bus Plan", "The mayor, Edda Brandis, said on Tuesday that the plan was late.", ""},
		{"Angry Brandis Walks Out", "Edda Brandis left the hall on Tuesday. Brandis was angry.", "Brandis"},
		{"Tom Kemp Quits as Coach", "The coach quit on Friday. “I am tired,” Kemp said.", "Tom Kemp"},
		{"Kemp Says Sorry to Quinn", "Paul Kemp spoke on Friday. Nora Quinn did not.", "Kemp; Quinn"},
		{"BRANDIS BLASTS VANDERMEER OVER BUS PLAN", "Edda Brandis said so. Piet Vandermeer said the plan was sound.",
			"BRANDIS; VANDERMEER"},
		{"Senator Rebukes Nora Quinn, Calls Vote a Sham", "Nora Quinn won the vote on Friday, the senator said.",
			"Nora Quinn"},
		{"Ex-Minister Paul Kemp Dies At 81", "The former minister Paul Kemp has died, his family said.", "Paul Kemp"},
		{"Press Briefing by Press Secretary Dana Quinn", "“Dana, has he read it?” he asked. “He has,” Quinn said.",
			"Dana Quinn"},
		{"Why Quinn Left The Court", "Nora Quinn left the court. Quinn will teach.", "Quinn"},
		{"Police Hunt Former Clerk Over Stolen Letters", "The police are looking for a former clerk.", ""},
	} {
		var got []string
		for _, n := range find(t, c.headline+"\n\n"+c.text) {
			if n.Type == Person && n.End <= len(c.headline) {
				got = append(got, n.Of(c.headline))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %q, not %q", c.headline, s, c.want)
		}
	}
}

func TestFirmsAreNoPersons(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Marchetti Foods, the maker of soups, beat forecasts. It was founded by Teo Marchetti.",
			"Marchetti Foods/organization Teo Marchetti/person"},
		{"Paul Kemp sold the mill to Lind & Sons on Friday.", "Paul Kemp/person Lind & Sons/organization"},
		{"The brewer Dahl Holdings said that Mia Dahl had left.", "Dahl Holdings/organization Mia Dahl/person"},
	} {
		var got []string
		for _, n := range find(t, c.text) {
			if n.Type == Person || n.Type == Organization {
				got = append(got, n.Of(c.text)+"/"+n.Type.String())
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, not %q", c.text, s, c.want)
		}
	}
}

package reporting

import (
	"testing"

	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/attribution"
)

// What somebody does is no speech, though a model may take the verb for a cue; what somebody says stays, though the
// verb is one of deeds elsewhere.
func TestDeedsAreNoSpeech(t *testing.T) {
	for _, c := range []struct {
		text, cue, content string
		deed               bool
	}{
		{"The court sentenced Adam Boyle to six years in prison.", "sentenced", "Adam Boyle", true},
		{"A tribunal fined the airline 40,000 euros.", "fined", "the airline 40,000 euros", true},
		{"Late on, Harker conceded a penalty for a foul.", "conceded", "a penalty for a foul", true},
		{"Harker conceded that the foul was his.", "conceded", "that the foul was his", false},
		{"Ilse Maar wrote three novels about the sea.", "wrote", "three novels about the sea", true},
		{"Ilse Maar wrote that the sea was rising.", "wrote", "that the sea was rising", false},
		{"Ilse Maar wrote a letter to the minister.", "wrote", "a letter to the minister", false},
		{"The council imposed a levy on hotels.", "imposed", "a levy on hotels", true},
		{"Duvall claimed her third title in Oslo.", "claimed", "her third title", true},
		{"Duvall claimed the ball was out.", "claimed", "the ball was out", false},
		{"The flood claimed nine lives.", "claimed", "nine lives", true},
		{"The board declared a dividend of four cents.", "declared", "a dividend of four cents", true},
		{"The board declared a state of emergency.", "declared", "a state of emergency", false},
		{"We ordered a pizza and two beers.", "ordered", "a pizza", true},
		{"The judge ordered a new trial.", "ordered", "a new trial", false},
		{"The firm hired eleven welders in May.", "hired", "eleven welders", true},
		{"The band recorded an album in a barn.", "recorded", "an album", true},
		{"The court banned Adam Boyle from sailing.", "banned", "Adam Boyle from sailing", true},
		{"The tribunal dismissed the appeal.", "dismissed", "the appeal", true},
		{"The mayor dismissed the claim.", "dismissed", "the claim", false},
		{"The council approved a loan of nine million.", "approved", "a loan of nine million", true},
		{"She won the cup twice.", "won", "the cup", true},
		{"The mayor signed the lease.", "signed", "the lease", true},
		{"The mayor made a promise to the pupils.", "made", "a promise to the pupils", false},
		{"The envoys held talks on the border.", "held", "the border", false},
		{"The minister laid out his plans for the port.", "laid", "his plans for the port", false},
		{"She wrote a book about him, “How Not to Sail”, in 2001.", "wrote", "him, “How Not to Sail”", true},
		{"He wrote a memoir called “The Longest Winter”.", "wrote", "a memoir called “The Longest Winter”", true},
		{"The jury convicted him “with a heavy heart and no joy”.", "convicted",
			"him “with a heavy heart and no joy”", false},
	} {
		x := annotatedtest.ReadWithoutStates(t, c.text)
		got := WithoutDeeds(x, []attribution.Attribution{by(t, x, c.cue, c.content)})
		if deed := len(got) == 0; deed != c.deed {
			t.Errorf("%s: a deed: %v", c.text, deed)
		}
	}
}

package picking

import "testing"

// What has no room is left out in the middle of the words, and most of it where the edge does not move.
func TestTheMovedEndOfWordsIsInSight(t *testing.T) {
	for _, c := range []struct {
		words string
		room  int
		last  bool
		want  string
	}{
		{"the end moves", 13, true, "the end moves"},
		{"that the harbour wall must be rebuilt", 24, true, "that th… must be rebuilt"},
		{"that the harbour wall must be rebuilt", 24, false, "that the harbou… rebuilt"},
	} {
		if got := ends(c.words, c.room, c.last); got != c.want {
			t.Errorf("%q", got)
		}
	}
}

package reviewing

import "testing"

func TestANameTellsMoreThanADescriptionAndAWholeNameMoreThanAPart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		more bool
	}{{"Vladimir Putin", "the Russian leader", true}, {"the Russian leader", "Vladimir Putin", false},
		{"Vladimir Putin", "Putin", true}, {"Putin", "Xi", false}} {
		if tellsMore(c.a, c.b) != c.more {
			t.Errorf("%s, %s: %v", c.a, c.b, !c.more)
		}
	}
}

package entities

import "testing"

func TestSameGiven(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Tom Bell", "Anna Bell", false},
		{"Tom Bell", "Bell", true},
		{"Tom Bell", "Sheriff Bell", true},
		{"Sheriff Tom Bell", "Sheriff Anna Bell", false},
		{"Tom Bell", "the former Labor Secretary Thomas Bell", true},
		{"T. Bell", "Tom Bell", true},
		{"A. Bell", "Tom Bell", false},
		{"J.D. Vance", "James Vance", true},
		{"Ruth Ann Calder", "Ann Calder", true},
		{"Norman Bell", "Anna Bell", false},
		{"Martin Luther King Jr.", "Martin Luther King", true},
		{"Tom Bell Jr.", "Tom Bell, Sr.", false},
		{"Seán O’Brien", "Sean O'Brien", false},
		{"Seán O’Brien’s", "Seán O'Brien", true},
		{"Russian President Putin", "Vladimir Putin", true},
		{"the White House spokeswoman", "a Pentagon spokeswoman", false},
		{"a spokeswoman", "his spokeswoman", true},
		{"White House Budget Office", "Budget Office", true},
		{"Justice Department", "Department of Justice", true}, // they end otherwise: nothing is told
		{"", "Tom Bell", true},
		{"’s", ", Jr.", true},
	} {
		if SameGiven(c.a, c.b) != c.want || SameGiven(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v, %v; want %v", c.a, c.b, SameGiven(c.a, c.b), SameGiven(c.b, c.a), c.want)
		}
	}
}

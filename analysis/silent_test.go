package analysis

import (
	"reflect"
	"testing"
)

// Who is neither quoted nor takes a side that is told is no speaker, and whatever led to them leads nowhere.
func TestSilentSpeakersAreLeftOut(t *testing.T) {
	d := &Document{
		Speakers: []Speaker{{Name: "Bell"}, {Name: "farmers"}, {Name: "Dorn"}, {Name: "voters"}},
		Quotes: []Quote{{Speakers: []int{2}, Why: Why{Chain: []Link{{Speaker: 1}, {Speaker: 2}},
			Candidates: []Candidate{{Speaker: 1}, {Speaker: None}, {Speaker: 3}}}}},
		Positions: []Position{{Speaker: 3, Targets: []int{1, 2}}},
		Doubtful:  []Position{{Speaker: 0}, {Speaker: 2, Targets: []int{0}}},
	}
	d.dropSilent()
	want := &Document{
		Speakers: []Speaker{{Name: "Dorn"}, {Name: "voters"}},
		Quotes: []Quote{{Speakers: []int{0}, Why: Why{Chain: []Link{{Speaker: 0}},
			Candidates: []Candidate{{Speaker: None}, {Speaker: None}, {Speaker: 1}}}}},
		Positions: []Position{{Speaker: 1, Targets: []int{0}}},
		Doubtful:  []Position{{Speaker: 0, Targets: []int{}}},
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("%+v\nwant %+v", d, want)
	}
	d.dropSilent()
	if !reflect.DeepEqual(d, want) {
		t.Error("nobody is silent, and yet it changes")
	}
}

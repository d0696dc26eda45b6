package analysis_test

import (
	"reflect"
	"testing"

	"hearsay/analysis"
)

func TestTopicsBringTogetherWhoIsOnWhichSide(t *testing.T) {
	const ann, ben, cem = 0, 1, 2
	take := func(who int, s analysis.Stance, topic string, targets ...int) analysis.Position {
		return analysis.Position{Speaker: who, Stance: s, Topic: topic, Targets: targets}
	}
	d := &analysis.Document{Positions: []analysis.Position{
		take(ben, analysis.Opposes, "the wall"), take(ann, analysis.Supports, "the wall"),
		take(cem, analysis.Neutral, "the wall"),
		take(ann, analysis.Opposes, "Cem Orr", cem), take(ben, analysis.Opposes, "Cem Orr", cem),
		take(ann, analysis.Supports, "the toll"), take(ann, analysis.Opposes, "the toll"),
	}}
	got := d.Topics()
	if len(got) != 3 || got[0].Name != "the wall" || got[1].Speaker != cem || got[0].Speaker != analysis.None {
		t.Fatalf("%+v", got)
	}
	wall, orr, toll := got[0], got[1], got[2]
	if !wall.Disputed() || wall.Shared() || !reflect.DeepEqual(wall.On(analysis.Supports), []int{ann}) {
		t.Errorf("the wall: %+v", wall)
	}
	if orr.Disputed() || !orr.Shared() {
		t.Errorf("Orr: %+v", orr)
	}
	if toll.Disputed() || toll.Shared() || !toll.Views[0].Split() || toll.Views[0].Stance() != analysis.Neutral {
		t.Errorf("the toll: %+v", toll)
	}
	if with, against := wall.Beside(d.Positions[0]); len(with) != 0 || !reflect.DeepEqual(against, []int{ann}) {
		t.Errorf("beside Ben on the wall stand %v, against him %v", with, against)
	}
	if with, against := toll.Beside(d.Positions[5]); len(with)+len(against) != 0 {
		t.Errorf("Ann stands beside herself: %v %v", with, against)
	}
	if v := wall.Views; v[0].Speaker != ann || v[1].Stance() != analysis.Opposes || v[2].Stance() != analysis.Neutral ||
		!reflect.DeepEqual(v[2].Positions(), []int{2}) {
		t.Errorf("views on the wall: %+v", v)
	}
}

func TestMannerTellsInWhichWayAPositionIsTaken(t *testing.T) {
	p := analysis.Position{Act: analysis.Promises, Modality: analysis.Intention,
		Qualifiers: []analysis.Qualifier{{Kind: analysis.Negation},
			{Kind: analysis.Condition}, {Kind: analysis.Hedge}, {Kind: analysis.Condition}}}
	if got, want := p.Manner(), []string{"promises", "intention", "conditional", "hedged"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (analysis.Position{}).Manner(); len(got) != 0 {
		t.Errorf("what is simply stated is told as %q", got)
	}
}

package layout

import "testing"

func prefs(yield func(Prefs) bool) {
	for focus := Article; focus < Panes; focus++ {
		for list := Article; list < Panes; list++ {
			for _, split := range []int{0, MinSplit, 55, MaxSplit, 1000} {
				for _, panel := range []Pane{Article, Why, Card} {
					if focus >= Why {
						panel = focus
					} else if list >= Why {
						panel = list
					}
					for _, zoom := range []bool{false, true} {
						p := Prefs{Focus: focus, List: list, Split: split, Zoom: zoom, Panel: panel}
						if split == 55 { // lists that could do with more, and with less
							p.Wants = [Panes]int{Quotes: 200, Speakers: 1, Positions: 40}
						}
						if split == MaxSplit {
							p.Shares = [2]int{97, 60}
						}
						if !yield(p) {
							return
						}
					}
				}
			}
		}
	}
}

// Whatever the size and the preferences: every cell belongs to one part at most, the parts fill the screen, none sticks
// out, and the pane in focus is seen where it can be.
func TestEveryCellHasOnePlace(t *testing.T) {
	for w := 1; w <= 210; w += 7 {
		for h := 1; h <= 60; h += 3 {
			for p := range prefs {
				l := Of(w, h, p)
				if l.Shape == TooSmall {
					continue
				}
				checkCells(t, w, h, p, l)
			}
		}
	}
}

func checkCells(t *testing.T, w, h int, p Prefs, l Layout) {
	t.Helper()
	cells := 0
	parts := append([]Rect{l.Header, l.Info, l.Hints}, l.Panes[:]...)
	for i, r := range parts {
		if r.Empty() {
			continue
		}
		if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
			t.Fatalf("%dx%d %+v: part %d sticks out: %+v", w, h, p, i, r)
		}
		for j, q := range parts[:i] {
			if r.X < q.X+q.W && q.X < r.X+r.W && r.Y < q.Y+q.H && q.Y < r.Y+r.H {
				t.Fatalf("%dx%d %+v: parts %d and %d overlap: %+v %+v", w, h, p, j, i, q, r)
			}
		}
		cells += r.W * r.H
	}
	if cells != w*h {
		t.Fatalf("%dx%d %+v: %d cells of %d are used: %+v", w, h, p, cells, w*h, l)
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name  string
		w, h  int
		p     Prefs
		shape Shape
		seen  []Pane
	}{
		{"wide: everything side by side", 160, 48, Prefs{}, Side, []Pane{Article, Quotes, Speakers, Positions}},
		{"wide, why asked", 160, 48, Prefs{Panel: Why}, Side, []Pane{Article, Quotes, Why}},
		{"wide, a speaker's card asked", 160, 48, Prefs{Panel: Card}, Side, []Pane{Article, Speakers, Card}},
		{"wide but flat: one list", 160, 14, Prefs{Focus: Positions, List: Positions}, Side, []Pane{Article, Positions}},
		{"a usual terminal: article over list", 80, 24, Prefs{List: Speakers}, Stacked, []Pane{Article, Speakers}},
		{"narrow: one pane", 40, 12, Prefs{Focus: Quotes, List: Quotes}, Single, []Pane{Quotes}},
		{"narrow, reading", 40, 12, Prefs{List: Quotes, Panel: Why}, Single, []Pane{Article}},
		{"zoomed", 160, 48, Prefs{Focus: Speakers, List: Speakers, Zoom: true}, Single, []Pane{Speakers}},
		{"tiny", 20, 5, Prefs{}, TooSmall, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := Of(c.w, c.h, c.p)
			if l.Shape != c.shape {
				t.Errorf("shape %d, want %d", l.Shape, c.shape)
			}
			var seen []Pane
			for p, r := range l.Panes {
				if !r.Empty() {
					seen = append(seen, Pane(p))
				}
			}
			if len(seen) != len(c.seen) {
				t.Fatalf("panes %v, want %v", seen, c.seen)
			}
			for i := range seen {
				if seen[i] != c.seen[i] {
					t.Errorf("panes %v, want %v", seen, c.seen)
				}
			}
		})
	}
}

// A list that cannot fill its part leaves the rest to one that can.
func TestRoomGoesToWhatFillsIt(t *testing.T) {
	heights := func(quotes, speakers, positions int) [3]int {
		l := Of(160, 48, Prefs{Wants: [Panes]int{Quotes: quotes, Speakers: speakers, Positions: positions}})
		return [3]int{l.Panes[Quotes].H, l.Panes[Speakers].H, l.Panes[Positions].H}
	}
	usual := heights(0, 0, 0)
	for _, c := range [][2][3]int{{{90, 90, 90}, usual}, {{90, 90, 1}, {0, 0, 3}},
		{{90, 2, 90}, {0, 4, 0}}, {{90, 1, 1}, {0, 3, 3}}} {
		got := heights(c[0][0], c[0][1], c[0][2])
		if got[0]+got[1]+got[2] != 45 {
			t.Errorf("%v fill %v", c[0], got)
		}
		for i, want := range c[1] {
			if want != 0 && (got[i] < want || got[i] > want+2) {
				t.Errorf("lists that want %v get %v, and usually %v", c[0], got, usual)
			}
		}
	}
}

// Wherever a border is moved to, all panes stay, and it is there that it was moved to if there is room.
func TestBordersAreMoved(t *testing.T) {
	for _, size := range [][2]int{{160, 48}, {100, 30}, {80, 24}, {60, 18}} {
		for b := BesideArticle; b <= BelowSecond; b++ {
			for x := -3; x < size[0]+3; x += 5 {
				for y := -3; y < size[1]+3; y += 3 {
					p := Prefs{}
					l := Of(size[0], size[1], p)
					l = Of(size[0], size[1], l.Moved(b, p, x, y))
					for _, pane := range []Pane{Article, Quotes} {
						if l.Panes[pane].H < 3 || l.Panes[pane].W < 10 {
							t.Fatalf("%v: border %d at %d,%d leaves %+v", size, b, x, y, l.Panes)
						}
					}
				}
			}
		}
	}
}

package reader

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/layout"
)

// A theme of the other kind than the terminal paints its own ground, on every cell; where the terminal is of its kind
// it leaves it alone.
func TestALightThemeOnADarkTerminalPaintsItsGround(t *testing.T) {
	for _, keys := range [][]string{nil, {"J", "w"}, {"?"}, {"/", "a"}, {"4", "t", "t"}} {
		s := sit(t, 120, 40, func(o *Options) { o.Theme = "light" }).press(keys...)
		buf := s.screen()
		for y := range s.h {
			for x := range s.w {
				if c := buf.CellAt(x, y); c != nil && c.Width > 0 && c.Style.Bg == nil && c.Style.Attrs == 0 {
					t.Fatalf("after %v the cell %d,%d %q has no ground", keys, x, y, c.Content)
				}
			}
		}
		s.check("painted")
	}
	s := sit(t, 120, 40, func(o *Options) { o.Theme = "light" })
	s.Update(tea.BackgroundColorMsg{Color: color.White})
	if c := s.screen().CellAt(s.w-2, 0); c.Style.Bg != nil {
		t.Error("the ground of a light terminal is painted")
	}
}

// The terminal's own palette is used where that is asked for, and one key goes through all themes.
func TestTheTerminalsOwnColours(t *testing.T) {
	s := sit(t, 120, 40, func(o *Options) { o.Theme = "terminal" }).press("J")
	buf := s.screen()
	for y := range s.h {
		for x := range s.w {
			for _, got := range []color.Color{buf.CellAt(x, y).Style.Fg, buf.CellAt(x, y).Style.Bg} {
				if _, own := got.(ansi.BasicColor); got != nil && !own {
					t.Fatalf("the cell %d,%d has the colour %v", x, y, got)
				}
			}
		}
	}
	s.press("T").sees("theme: dark").press("T").sees("theme: light").press("T").
		sees("theme: terminal, in the terminal's own colours")
	sit(t, 120, 40, func(o *Options) { o.Theme = "" }).press("T").sees("theme: light")
}

// Colours of one's own are told of where they are none, and are taken where they are.
func TestColoursOfOnesOwn(t *testing.T) {
	s := sit(t, 120, 40, func(o *Options) {
		o.Colours = map[string][]string{"speakers": {"#010203"}, "shade": {"red"}}
	}).sees(`colors: there is no "shade"`).in(layout.Article)
	x, y := s.cellOf("Orla Fenn")
	if got := s.screen().CellAt(x, s.h-2); got == nil || y < 0 {
		t.Fatal("no cell")
	}
	in := s.layout.Inner(layout.Speakers)
	if got := s.screen().CellAt(in.X+3, in.Y).Style.Fg; got != (color.RGBA{1, 2, 3, 255}) {
		t.Errorf("the first speaker has the colour %v", got)
	}
}

package draw

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

var hostile = []string{"", "short", "雨の中の長い長い長い言葉", "a\x1b]0;owned\x07b\u202ec\td\ne", "👩‍👩‍👧 e\u0301",
	strings.Repeat("very ", 40)}

// Whatever a line is made of, it takes its cells exactly, and nothing in it acts on a terminal.
func TestALineTakesItsCellsExactly(t *testing.T) {
	th := theme.New(theme.Screen{Dark: true})
	for _, a := range hostile {
		for _, b := range hostile {
			for w := 1; w < 70; w += 3 {
				for name, l := range map[string]string{
					"line":      Line(th, w, Plain(" "), Strong(a), Of(0, b)),
					"chosen":    Line(th, w, Chosen([]Seg{Plain(a), Dim(b)}, true)...),
					"justified": Justified(th, w, []Seg{Plain(a)}, []Seg{Dim(b)}),
				} {
					if got := ansi.StringWidth(l); got != w {
						t.Fatalf("%s of %q and %q takes %d cells of %d: %q", name, a, b, got, w, l)
					}
					if bare := ansi.Strip(l); strings.ContainsAny(bare, "\x1b\x07\n\t\u202e") {
						t.Fatalf("%s of %q and %q passes %q", name, a, b, bare)
					}
				}
			}
		}
	}
}

// A frame is as large as its rectangle, whatever its title, its foot and its lines are.
func TestAFrameTakesItsRectangle(t *testing.T) {
	th := theme.New(theme.Screen{})
	for _, title := range hostile {
		for w := 4; w < 60; w += 5 {
			r := layout.Rect{W: w, H: 7}
			lines := Pad(Paragraph(th, r.Inner(), title+" and more", theme.Dim), r.Inner())
			out := Frame(th, r, []Seg{Strong(title)}, "3–5 of 9", w%2 == 0, lines, nil)
			if len(out) != r.H {
				t.Fatalf("a frame of %d lines has %d", r.H, len(out))
			}
			for i, l := range out {
				if got := ansi.StringWidth(l); got != w {
					t.Fatalf("%q: line %d takes %d cells of %d: %q", title, i, got, w, l)
				}
			}
		}
	}
}

// A piece is put over a line without moving what stands beside it.
func TestAnOverlayMovesNothing(t *testing.T) {
	if got := Overlay("abcdefgh", "XY", 2, 4, 8); got != "abXYefgh" {
		t.Errorf("over plain cells: %q", got)
	}
	if got := Overlay("雨雨雨雨", "XY", 1, 3, 8); ansi.StringWidth(got) != 8 || !strings.Contains(got, "XY") {
		t.Errorf("over halves of wide signs: %q", got)
	}
}

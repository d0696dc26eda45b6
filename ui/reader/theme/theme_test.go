package theme

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"hearsay/ui/reader/page"
)

// luminance and contrast are as the Web Content Accessibility Guidelines 2.2 define them.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Whoever reads on a dark or on a light terminal can read every colour: 4.5:1 at least, also on the grounds that are
// put under the current quote and the current row.
func TestEveryColourCanBeRead(t *testing.T) {
	for name, s := range map[string]Screen{"dark": {Profile: colorprofile.TrueColor, Dark: true},
		"light": {Profile: colorprofile.TrueColor}} {
		p := paletteFor(s)
		for i, c := range append(p.speakers, p.dim, p.warn) {
			for ground, under := range map[string]color.Color{"paper": p.paper, "current": blend(p.paper, c, p.tint),
				"row": p.row, "evidence": p.evidence} {
				least := 4.5
				if ground != "paper" {
					least = 3 // bold there, which counts as large
				}
				if got := contrast(c, under); got < least {
					t.Errorf("%s: colour %d on %s has a contrast of %.1f", name, i, ground, got)
				}
			}
		}
		for _, hit := range []color.Color{p.hit, p.currentHit} {
			if got := contrast(p.ink, hit); got < 7 {
				t.Errorf("%s: a hit has a contrast of %.1f", name, got)
			}
		}
	}
}

// Without colour every meaning that a stretch of the article can have still looks different from plain text, and the
// kinds differ from each other.
func TestMeaningsDifferWithoutColour(t *testing.T) {
	th := New(Screen{Profile: colorprofile.ASCII})
	seen := map[string]page.Flags{}
	for _, f := range []page.Flags{page.Direct, page.Mixed, page.Indirect, page.Direct | page.Unsaid,
		page.Direct | page.Current, page.Source,
		page.Cue, page.Hit, page.CurrentHit} {
		got := th.Paint(Look{Flags: f}, "x")
		if got == "x" {
			t.Errorf("flags %b look like plain text", f)
		}
		if before, ok := seen[got]; ok {
			t.Errorf("flags %b and %b look alike: %q", f, before, got)
		}
		seen[got] = f
	}
}

// Sixteen colours are picked by hand: none is the terminal's own white or black, which the background may be.
func TestSixteenColoursAreNeverWhiteOnWhite(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := New(Screen{Profile: colorprofile.ANSI, Dark: dark})
		for n := range 9 {
			got := th.Paint(Look{Speaker: n}, "x")
			for _, code := range []string{"[30m", "[37m", "[90m", "[97m"} {
				if strings.Contains(got, code) {
					t.Errorf("dark %v, speaker %d: %q", dark, n, got)
				}
			}
		}
	}
}

func TestSpeakersBeyondThePaletteHaveNoColour(t *testing.T) {
	th := New(Screen{Profile: colorprofile.TrueColor, Dark: true})
	if got := th.Paint(Look{Speaker: 40}, "x"); got != "x" {
		t.Errorf("the fortieth speaker is drawn as %q", got)
	}
	first := th.Paint(Look{Speaker: 1}, "x")
	if want := fmt.Sprintf("\x1b[38;2;%d;%d;%dmx\x1b[m", 0x56, 0xb4, 0xe9); first != want {
		t.Errorf("the first speaker is drawn as %q, want %q", first, want)
	}
}

func BenchmarkPaint(b *testing.B) {
	th := New(Screen{Profile: colorprofile.TrueColor, Dark: true})
	for b.Loop() {
		th.Paint(Look{Speaker: 2, Flags: page.Direct | page.Current}, "The aim should be a lasting peace")
	}
}

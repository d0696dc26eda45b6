package theme

import (
	"fmt"
	"image/color"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"hearsay/ui/reader/page"
)

// linear is a colour in linear light, red, green and blue from 0 to 1.
func linear(c color.Color) (out [3]float64) {
	r, g, b, _ := c.RGBA()
	for i, v := range []uint32{r, g, b} {
		x := float64(v) / 0xffff
		if out[i] = x / 12.92; x > 0.04045 {
			out[i] = math.Pow((x+0.055)/1.055, 2.4)
		}
	}
	return out
}

// luminance and contrast are as the Web Content Accessibility Guidelines 2.2 define them.
func luminance(c color.Color) float64 {
	v := linear(c)
	return 0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2]
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// seen are how eyes see colours that are not like most: by the matrices of Machado, Oliveira and Fernandes (2009), for
// eyes without one kind of cones, on linear light.
var seen = map[string][3][3]float64{
	"as most eyes do": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"without red cones": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998}},
	"without green cones": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881}},
}

func times(m [3][3]float64, v [3]float64) (out [3]float64) {
	for i := range m {
		out[i] = min(max(m[i][0]*v[0]+m[i][1]*v[1]+m[i][2]*v[2], 0), 1)
	}
	return out
}

// oklab is a colour of linear light in OKLab (Ottosson 2020), in which distances are as eyes see them.
func oklab(v [3]float64) [3]float64 {
	l := math.Cbrt(0.4122214708*v[0] + 0.5363325363*v[1] + 0.0514459929*v[2])
	m := math.Cbrt(0.2119034982*v[0] + 0.6806995451*v[1] + 0.1073969566*v[2])
	s := math.Cbrt(0.0883024619*v[0] + 0.2817188376*v[1] + 0.6299787005*v[2])
	return [3]float64{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, 1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

func apart(a, b color.Color, eyes [3][3]float64) float64 {
	x, y := oklab(times(eyes, linear(a))), oklab(times(eyes, linear(b)))
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

// leastApart is how far two colours of speakers are from each other at least, in OKLab: three times what eyes just see
// (0.02).
const leastApart = 0.065

// Twelve speakers or more have colours that stay apart, also for eyes that see red and green alike.
func TestSpeakersColoursStayApart(t *testing.T) {
	for name, p := range map[string]palette{"dark": dark(), "light": light()} {
		if len(p.speakers) < 12 {
			t.Errorf("%s: %d speakers have a colour", name, len(p.speakers))
		}
		for eyes, matrix := range seen {
			for i, a := range p.speakers {
				for j, b := range p.speakers[:i] {
					if d := apart(a, b, matrix); d < leastApart {
						t.Errorf("%s, seen %s: speakers %d and %d are %.3f apart", name, eyes, i+1, j+1, d)
					}
				}
			}
		}
	}
}

// Whoever reads on a dark or on a light ground can read every word: 4.5:1 at least, for each colour on each ground.
func TestEveryColourCanBeRead(t *testing.T) {
	for name, s := range map[string]Screen{"dark": {Profile: colorprofile.TrueColor, Dark: true},
		"light": {Profile: colorprofile.TrueColor}} {
		p := paletteFor(s)
		grounds := map[string]color.Color{"paper": p.paper, "row": p.row, "evidence": p.evidence,
			"unknown": blend(p.paper, p.dim, p.tint)}
		for i, c := range append(p.speakers, p.dim, p.warn, p.text) {
			grounds["its own tint"] = blend(p.paper, c, p.tint)
			for ground, under := range grounds {
				if got := contrast(c, under); got < 4.5 {
					t.Errorf("%s: colour %d on %s has a contrast of %.2f", name, i+1, ground, got)
				}
			}
		}
		for i, c := range p.speakers {
			if got := contrast(p.text, blend(p.paper, c, p.tint)); got < 4.5 {
				t.Errorf("%s: text on the tint of colour %d has a contrast of %.2f", name, i+1, got)
			}
		}
		for _, hit := range []color.Color{p.hit, p.currentHit} {
			if got := contrast(p.ink, hit); got < 4.5 {
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

// What is current can be read however unsure it is: no faint words stand reversed where there are no shades. All else
// that is unsure is faint.
func TestWhatIsCurrentIsNotFaint(t *testing.T) {
	faint := regexp.MustCompile(`\x1b\[([0-9:]+;)*2[;m]`)
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI} {
		th := New(Screen{Profile: profile, Dark: true})
		for _, more := range []page.Flags{0, page.Direct, page.Mixed, page.Indirect, page.Unsaid} {
			if got := th.Paint(Look{Speaker: 1, Flags: page.Unsure | page.Current | more}, "x"); faint.MatchString(got) {
				t.Errorf("%v: what is current is faint: %q", profile, got)
			}
			if got := th.Paint(Look{Speaker: 1, Flags: page.Unsure | more}, "x"); !faint.MatchString(got) {
				t.Errorf("%v: what is unsure is not faint: %q", profile, got)
			}
		}
	}
}

// Beyond the palette colours come again, in italics, and never the white of who is unknown.
func TestColoursComeAgainBeyondThePalette(t *testing.T) {
	th := New(Screen{Profile: colorprofile.TrueColor, Dark: true})
	first := th.Paint(Look{Speaker: 1}, "x")
	if want := fmt.Sprintf("\x1b[38;2;%d;%d;%dmx\x1b[m", 0x56, 0xb4, 0xe9); first != want {
		t.Errorf("the first speaker is drawn as %q, want %q", first, want)
	}
	n := len(th.palette.speakers)
	looks := map[string]int{}
	for i := 1; i <= 2*n; i++ {
		got := th.Paint(Look{Speaker: i}, "x")
		if before, ok := looks[got]; ok || got == "x" {
			t.Errorf("speaker %d looks like %d: %q", i, before, got)
		}
		looks[got] = i
	}
	if got := th.Paint(Look{Speaker: 2*n + 1}, "x"); got != first {
		t.Errorf("speaker %d is drawn as %q", 2*n+1, got)
	}
}

// A reader's own colours take the place of built-in ones, role by role; what is none is told.
func TestColoursOfOnesOwn(t *testing.T) {
	c, faults := ColoursOf(map[string][]string{"speakers": {"#ff0000", "bright-blue", "33"}, "paper": {"#000"},
		"dim": {"grey-ish"}, "shadow": {"red"}})
	if len(faults) != 2 || !strings.Contains(faults[0], `"grey-ish" is no colour`) ||
		!strings.Contains(faults[1], `there is no "shadow"`) {
		t.Errorf("faults are %q", faults)
	}
	th := New(Screen{Profile: colorprofile.TrueColor, Dark: true, Colours: c})
	for n, want := range map[int]string{1: "\x1b[38;2;255;0;0mx\x1b[m", 2: "\x1b[94mx\x1b[m", 3: "\x1b[38;5;33mx\x1b[m"} {
		if got := th.Paint(Look{Speaker: n}, "x"); got != want {
			t.Errorf("speaker %d is drawn as %q, want %q", n, got, want)
		}
	}
	if got := th.Ground(); !strings.Contains(got, "48;2;0;0;0") {
		t.Errorf("the ground is %q", got)
	}
	if New(Screen{Profile: colorprofile.ASCII, Colours: c}).Coloured() {
		t.Error("without colours there are some")
	}
	if c, faults := ColoursOf(nil); c != nil || faults != nil {
		t.Errorf("nothing is chosen: %v, %q", c, faults)
	}
}

// The ground is painted where it is asked for, with text on it that can be read, and else left to the terminal.
func TestTheGroundIsPaintedOnlyWhereItMust(t *testing.T) {
	for _, s := range []Screen{{Profile: colorprofile.TrueColor}, {Profile: colorprofile.ASCII, Painted: true},
		{Profile: colorprofile.ANSI, Painted: true}} {
		if got := New(s).Ground(); got != "" {
			t.Errorf("%+v: %q", s, got)
		}
	}
	got := New(Screen{Profile: colorprofile.TrueColor, Painted: true}).Ground()
	if got != "\x1b[38;2;27;29;34;48;2;255;255;255m" {
		t.Errorf("the light ground is %q", got)
	}
}

func BenchmarkPaint(b *testing.B) {
	th := New(Screen{Profile: colorprofile.TrueColor, Dark: true})
	for b.Loop() {
		th.Paint(Look{Speaker: 2, Flags: page.Direct | page.Current}, "The aim should be a lasting peace")
	}
}

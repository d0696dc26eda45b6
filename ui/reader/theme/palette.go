package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// palette holds the colours of a theme; nil where the terminal has none for it.
type palette struct {
	speakers        []color.Color
	paper, text     color.Color // the background, and what stands on grounds of our own
	ink             color.Color // what stands on hits
	dim, row, warn  color.Color
	hit, currentHit color.Color
	evidence        color.Color
	// current is the ground of the current quote; where it is nil, tint is how much of the speaker's colour goes into it.
	current color.Color
	tint    float64
}

func hexes(codes ...string) (out []color.Color) {
	for _, c := range codes {
		out = append(out, lipgloss.Color(c))
	}
	return out
}

// The speakers' colours all reach 4.5:1 on every ground, and stay apart also for eyes that see red and green alike:
// they were searched for so that the least distance in OKLab between any two, as such eyes see them, is largest.
func dark() palette {
	return palette{
		speakers: hexes("#56b4e9", "#cd8c05", "#16d9c3", "#f87492", "#f1bef9", "#abec8a",
			"#f6c628", "#8a90f9", "#13ae6b", "#f3ad97", "#a4ba5a", "#f6ffb6"),
		paper: lipgloss.Color("#16181d"), text: lipgloss.Color("#e8eaee"), ink: lipgloss.Color("#101010"),
		dim: lipgloss.Color("#a0a6b1"), row: lipgloss.Color("#2a2e37"), warn: lipgloss.Color("#ff8a7a"),
		hit: lipgloss.Color("#c9b458"), currentHit: lipgloss.Color("#ffd75f"),
		evidence: lipgloss.Color("#272b33"), tint: 0.18,
	}
}

func light() palette {
	return palette{
		speakers: hexes("#0060a8", "#7b5903", "#26734e", "#ca194a", "#6e50da", "#6c0555",
			"#1e3b77", "#a32397", "#154a0e", "#920429", "#3c09a4", "#684772"),
		paper: lipgloss.Color("#ffffff"), text: lipgloss.Color("#1b1d22"), ink: lipgloss.Color("#101010"),
		dim: lipgloss.Color("#5c6370"), row: lipgloss.Color("#e6eaf1"), warn: lipgloss.Color("#b00020"),
		hit: lipgloss.Color("#ffe58a"), currentHit: lipgloss.Color("#ffb347"),
		evidence: lipgloss.Color("#eef1f5"), tint: 0.11,
	}
}

// sixteen picks from the terminal's own sixteen colours by hand: converted ones come out white on white.
func sixteen(isDark bool) palette {
	p := palette{hit: ansi.Yellow, currentHit: ansi.BrightYellow, ink: ansi.Black}
	if isDark {
		p.speakers = []color.Color{ansi.BrightCyan, ansi.Yellow, ansi.BrightGreen, ansi.BrightMagenta, ansi.BrightYellow,
			ansi.BrightRed, ansi.BrightBlue, ansi.Green, ansi.Magenta, ansi.Cyan, ansi.Red, ansi.Blue}
		p.warn = ansi.BrightRed
		return p
	}
	p.speakers = []color.Color{ansi.Blue, ansi.Red, ansi.Green, ansi.Magenta, ansi.Cyan}
	p.warn = ansi.Red
	return p
}

func paletteFor(s Screen) palette {
	if s.Profile < colorprofile.ANSI {
		return palette{}
	}
	p := builtIn(s)
	s.Colours.over(&p)
	return p
}

// builtIn is the palette of whoever chose no colours of their own.
func builtIn(s Screen) palette {
	if s.Profile < colorprofile.ANSI256 {
		return sixteen(s.Dark)
	}
	p, greys := light(), [...]ansi.IndexedColor{241, 254, 253, 255}
	if s.Dark {
		p, greys = dark(), [...]ansi.IndexedColor{248, 238, 238, 236}
	}
	if s.Profile < colorprofile.TrueColor { // greys turn green and tints glaring when they are converted
		p.dim, p.row, p.current, p.evidence = greys[0], greys[1], greys[2], greys[3]
	}
	if s.Background != nil {
		p.paper = s.Background
	}
	return p
}

// blend mixes a share of b, from 0 to 1, into a.
func blend(a, b color.Color, share float64) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	mix := func(x, y uint32) uint8 { return uint8((float64(x)*(1-share) + float64(y)*share) / 257) }
	return color.RGBA{mix(ar, br), mix(ag, bg), mix(ab, bb), 255}
}

// Package theme turns what a stretch of the screen means into how it looks: in true colour, 16 colours or none, on a
// dark or a light background. Colour belongs to the speakers; everything else makes do with weight, underline, reverse
// and one shade of grey. Nothing is told by colour alone.
package theme

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"hearsay/ui/reader/page"
)

// Part is what a stretch outside the article's text is.
type Part uint8

// The parts.
const (
	Plain   Part = iota
	Strong       // titles, what is in focus
	Dim          // frames and what matters less
	Key          // a key in the hints
	Row          // the current row of the pane in focus
	RowIdle      // the current row of another pane
	Warn         // what went wrong
)

// Look is what a stretch means: whose words, how they are marked, and what part of the screen they stand in.
type Look struct {
	Speaker int // 0 for none, else counted from 1
	Flags   page.Flags
	Part    Part
}

// Screen is what is known of the terminal.
type Screen struct {
	Profile colorprofile.Profile
	Dark    bool
	// Background is the terminal's own, nil where it does not tell.
	Background color.Color
	// Painted is set where the terminal's own ground is of the other kind, and is painted over.
	Painted bool
	// Colours are a reader's own; nil for none.
	Colours *Colours
}

// Theme paints looks for one screen. It is not safe for use by several goroutines.
type Theme struct {
	screen  Screen
	palette palette
	styles  map[Look]ansi.Style
}

// New makes the theme for a screen.
func New(s Screen) *Theme {
	return &Theme{screen: s, palette: paletteFor(s), styles: map[Look]ansi.Style{}}
}

// Coloured reports whether speakers can be told apart by colour.
func (t *Theme) Coloured() bool { return t.palette.speakers != nil }

// Ground has the terminal write on the theme's own paper, where that is painted; empty where the terminal's is left.
func (t *Theme) Ground() string {
	p := t.palette
	if !t.screen.Painted && !t.screen.Colours.has("paper") || p.paper == nil || p.text == nil {
		return ""
	}
	return ansi.NewStyle().ForegroundColor(p.text).BackgroundColor(p.paper).String()
}

// Paint draws s, which must hold no control codes, in a look.
func (t *Theme) Paint(l Look, s string) string {
	if s == "" {
		return ""
	}
	style, ok := t.styles[l]
	if !ok {
		style = t.style(l)
		t.styles[l] = style
	}
	if len(style) == 0 {
		return s
	}
	return style.Styled(s)
}

func (t *Theme) style(l Look) ansi.Style {
	st := t.part(ansi.NewStyle(), l)
	switch c := t.speaker(l.Speaker); {
	case l.Flags&(page.Hit|page.CurrentHit) != 0:
	case l.Flags&(page.Unsure|page.Current) == page.Unsure|page.Current: // what is faint is lost on a tint, or reversed
	case l.Flags&page.Unsure != 0 && t.palette.dim == nil:
		st = st.Faint()
	case l.Flags&page.Unsure != 0:
		st = st.ForegroundColor(t.palette.dim)
	case c != nil:
		st = st.ForegroundColor(c)
	}
	if again(l.Speaker, len(t.palette.speakers)) {
		st = st.Italic(true)
	}
	st = t.kind(st, l)
	if l.Flags&(page.Cue|page.Source) != 0 {
		st = cueOrSource(st, l.Flags)
	}
	if l.Flags&page.Mention != 0 {
		st = st.Bold()
	}
	return t.ground(st, l)
}

// onGround gives plain text a colour of its own on a ground of ours: the terminal's would be lost there if it is not of
// the theme that was asked for.
func (t *Theme) onGround(st ansi.Style, l Look) ansi.Style {
	own := t.speaker(l.Speaker) != nil
	if l.Flags&page.Unsure != 0 { // it is faint, but for the current one
		own = l.Flags&page.Current == 0
	}
	if t.palette.text == nil || own {
		return st
	}
	return st.ForegroundColor(t.palette.text)
}

func (t *Theme) part(st ansi.Style, l Look) ansi.Style {
	switch l.Part {
	case Strong, Key:
		st = st.Bold()
	case Dim:
		if t.palette.dim == nil {
			return st
		}
		st = st.ForegroundColor(t.palette.dim)
	case Row:
		st = t.onGround(t.orReverse(st.Bold(), t.palette.row), l)
	case RowIdle:
		st = st.Bold()
	case Warn:
		st = st.Bold().Reverse(t.palette.warn == nil)
		if t.palette.warn != nil {
			st = st.ForegroundColor(t.palette.warn)
		}
	}
	return st
}

// kind underlines a quote's content: a full line for direct, dashes for mixed, dots for indirect speech. What was not
// said is struck through instead.
func (t *Theme) kind(st ansi.Style, l Look) ansi.Style {
	switch {
	case l.Flags&page.Unsaid != 0:
		return st.Strikethrough(true)
	case l.Flags&page.Direct != 0:
		return st.UnderlineStyle(ansi.UnderlineSingle)
	case l.Flags&page.Mixed != 0:
		return st.UnderlineStyle(ansi.UnderlineDashed)
	case l.Flags&page.Indirect != 0:
		return st.UnderlineStyle(ansi.UnderlineDotted)
	}
	return st
}

func cueOrSource(st ansi.Style, f page.Flags) ansi.Style {
	if f&page.Cue != 0 {
		st = st.Italic(true)
	}
	return st.Bold()
}

// ground puts the background under a stretch: of what is selected, found, or current, in this order.
func (t *Theme) ground(st ansi.Style, l Look) ansi.Style {
	p := t.palette
	switch {
	case l.Flags&page.Caret != 0 && p.hit != nil:
		return st.Bold().ForegroundColor(p.ink).BackgroundColor(p.currentHit)
	case l.Flags&page.Caret != 0:
		return st.Bold().UnderlineStyle(ansi.UnderlineDouble)
	case l.Flags&page.Selected != 0:
		return st.Reverse(true)
	case l.Flags&page.CurrentHit != 0 && p.hit != nil:
		return st.Bold().ForegroundColor(p.ink).BackgroundColor(p.currentHit)
	case l.Flags&page.Hit != 0 && p.hit != nil:
		return st.ForegroundColor(p.ink).BackgroundColor(p.hit)
	case l.Flags&page.CurrentHit != 0:
		return st.Bold().Reverse(true)
	case l.Flags&page.Hit != 0:
		return st.Bold().UnderlineStyle(ansi.UnderlineDouble)
	case l.Flags&page.Current != 0:
		return t.current(st, l)
	case l.Flags&page.Evidence != 0:
		return t.onGround(t.orBold(st, p.evidence), l)
	}
	return st
}

// current sets the current quote off: on a tint of its speaker's colour where there are shades, else reversed.
func (t *Theme) current(st ansi.Style, l Look) ansi.Style {
	if t.screen.Profile < colorprofile.ANSI256 {
		return st.Reverse(true)
	}
	if t.palette.current != nil {
		return t.onGround(st.Bold().BackgroundColor(t.palette.current), l)
	}
	c := t.speaker(l.Speaker)
	if c == nil {
		c = t.palette.dim
	}
	return t.onGround(st.BackgroundColor(blend(t.palette.paper, c, t.palette.tint)), l)
}

func (t *Theme) orReverse(st ansi.Style, c color.Color) ansi.Style {
	if c == nil {
		return st.Reverse(true)
	}
	return st.BackgroundColor(c)
}

func (t *Theme) orBold(st ansi.Style, c color.Color) ansi.Style {
	if c == nil {
		return st.Bold()
	}
	return st.BackgroundColor(c)
}

// speaker is the colour of the n-th speaker, counted from 1. Beyond the palette its colours come again, since further
// ones could not be told apart: letters tell them, and italics.
func (t *Theme) speaker(n int) color.Color {
	if n < 1 || len(t.palette.speakers) == 0 {
		return nil
	}
	return t.palette.speakers[(n-1)%len(t.palette.speakers)]
}

// again reports whether a speaker has the colour of one before them, for the first time, or the third.
func again(n, colours int) bool { return n > 0 && colours > 0 && (n-1)/colours%2 == 1 }

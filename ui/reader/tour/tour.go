// Package tour is a picture of the first steps, over the article that somebody sees first: go through the quotes,
// follow them, review them. It promises to be gone with any key, and that a key which the picture names does what it
// says.
package tour

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// Picture is the picture, on the screen.
type Picture struct {
	// Say is the first key of an action, as it is shown, and Do answers a key as if there were no picture.
	Say func(action string) string
	Do  func(tea.KeyPressMsg)
}

// stepOf is a step of the picture.
type stepOf struct {
	action, title string
	shown         []draw.Seg // what is seen then
	then          string
}

// steps are the three, and the actions whose keys do what they say.
func (p *Picture) steps() []stepOf {
	return []stepOf{
		{"next-quote", "go through the quotes",
			[]draw.Seg{draw.Of(0, "A▌ "), draw.Named(0, "“We will wait,”"), draw.Plain(" she said")},
			"A letter and a colour for each speaker. ┃ direct, ╏ mixed, ┋ indirect; thin or faint: less sure."},
		{"speaker-of-quote", "follow",
			[]draw.Seg{draw.Of(0, "A▌ “…”"), draw.Plain(" → "), draw.Named(0, "A Ines Caro"), draw.Plain(" → card")},
			"From a quote to its speaker, to all they said; from a position to its proof. " + p.Say("back") + " goes back."},
		{"review", "review",
			[]draw.Seg{draw.Of(0, "A▌ "), draw.Strong("Who says this? "), draw.Plain("1 Caro  2 Wolff")},
			p.Say("accept") + " right, " + p.Say("reject") + " no quote, 1–9 who. Kept, exported, and counted: how accurate " +
				"the machine is."},
	}
}

// named are the actions that the picture names, whose keys go through it.
var named = []string{"next-quote", "review", "help", "lessons", "palette"}

// Open begins, Step and Settle have nothing to do, and Lasting is false: the article is behind it.
func (p *Picture) Open() tea.Cmd   { return nil }
func (p *Picture) Step(int)        {}
func (p *Picture) Settle(_, _ int) {}
func (p *Picture) Lasting() bool   { return false }

// Press is the end of it.
func (p *Picture) Press(k tea.KeyPressMsg, _ string, _, _ int) (asking.Outcome, tea.Cmd) {
	for _, name := range named {
		if asked := p.Say(name); asked != "" && asked == k.String() {
			return asking.Outcome{Closed: true, Do: func() { p.Do(k) }}, nil
		}
	}
	return asking.Outcome{Closed: true}, nil
}

// Type takes nothing, and Click is the end of it, too.
func (p *Picture) Type(tea.Msg) tea.Cmd                        { return nil }
func (p *Picture) Click(_, _, _, _ int, _ bool) asking.Outcome { return asking.Outcome{Closed: true} }
func (p *Picture) Cursor(_, _ int) (x, y int)                  { return 0, -1 }
func (p *Picture) Hints(string) []draw.Hint                    { return []draw.Hint{{Key: "any key", Word: "goes on"}} }

// besideFrom is the width from which on the steps stand beside each other, and widest the most that they take.
const besideFrom, widest = 96, 132

// Over draws the picture on top of the lines of a screen of w by h cells.
func (p *Picture) Over(th *theme.Theme, dumb bool, w, h int, lines []string) {
	room := min(w-2, widest)
	var body []string
	if w >= besideFrom {
		body = p.beside(th, room-2)
	} else {
		room = min(w-2, besideFrom-10)
		body = p.below(th, room-2, h-6)
	}
	foot := []draw.Seg{draw.Plain(" "), draw.As(theme.Key, p.Say("help")), draw.Dim(" all keys   "),
		draw.As(theme.Key, p.Say("lessons")), draw.Dim(" five lessons, ten minutes   ")}
	if again := []draw.Seg{draw.As(theme.Key, p.Say("palette")), draw.Dim("tour shows this again")}; draw.Width(foot)+
		draw.Width(again) <= room-2 {
		foot = append(foot, again...)
	}
	body = append(body, draw.Line(th, room-2), draw.Line(th, room-2, foot...))
	r := layout.Rect{W: room, H: min(len(body)+2, h-2)}
	r.X, r.Y = (w-r.W)/2, max((h-1-r.H)/2, 0)
	title := []draw.Seg{draw.Strong(" Hearsay shows who said what ")}
	for i, l := range draw.Frame(th, r, title, "any key goes on", true, body, nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, w)
		}
	}
}

// card draws a step in lines of w cells.
func (p *Picture) card(th *theme.Theme, n int, s stepOf, w int) (out []string) {
	out = append(out, draw.Line(th, w, draw.Strong(string(rune('1'+n))+"  "), draw.As(theme.Key, p.Say(s.action)),
		draw.Strong("  "+s.title)), draw.Line(th, w), draw.Line(th, w, s.shown...), draw.Line(th, w))
	for _, l := range cells.Wrap(s.then, w) {
		out = append(out, draw.Line(th, w, draw.Plain(l)))
	}
	return out
}

// beside puts the steps beside each other, an arrow from each to the next.
func (p *Picture) beside(th *theme.Theme, w int) (out []string) {
	all := p.steps()
	each := (w - 2 - 4*(len(all)-1)) / len(all)
	var cards [][]string
	high := 0
	for i, s := range all {
		cards = append(cards, p.card(th, i, s, each))
		high = max(high, len(cards[i]))
	}
	out = append(out, draw.Line(th, w))
	for y := range high {
		line := " "
		for i, c := range cards {
			switch {
			case i > 0 && y == 0:
				line += draw.Line(th, 4, draw.Dim(" ─▶ "))
			case i > 0:
				line += strings.Repeat(" ", 4)
			}
			if y < len(c) {
				line += c[y]
			} else {
				line += strings.Repeat(" ", each)
			}
		}
		out = append(out, line+strings.Repeat(" ", w-1-len(all)*each-4*(len(all)-1)))
	}
	return out
}

// below puts the steps below each other in at most h lines; where there is little room, the examples go, then what each
// does.
func (p *Picture) below(th *theme.Theme, w, h int) (out []string) {
	for _, form := range []func(card []string) []string{
		func(card []string) []string {
			return slices.Concat(card[:1], card[2:3], card[4:], []string{draw.Line(th, w-2)})
		},
		func(card []string) []string { return slices.Concat(card[:1], card[4:]) },
		func(card []string) []string { return card[:1] },
	} {
		out = out[:0]
		for i, s := range p.steps() {
			out = append(out, form(p.card(th, i, s, w-2))...)
		}
		if len(out) <= h {
			break
		}
	}
	for i := range out {
		out[i] = " " + out[i] + " "
	}
	return out
}

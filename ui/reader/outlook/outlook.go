// Package outlook is the page that tells who is heard how much in the library. It lies over the reader; a speaker's
// line leads to the page of the person. It promises that what is slow runs beside the reader, and that the page fits
// the cells that it is drawn in.
package outlook

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/articles/following"
	"hearsay/articles/outlook"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/theme"
)

// Host is the reader as the page sees it.
type Host struct {
	// Follower opens the library; it is an error where there is none.
	Follower func(context.Context) (*following.Follower, error)
	// Person opens the page of a person, by their handle and name, or by a name alone.
	Person func(handle, name string)
	// Ask asks for words, Show lays a page over the reader again.
	Ask  func(dialogue.Question)
	Show func(*Page)
}

// mostLines is how many lines of each list there are.
const mostLines = 50

// Page is the page, open or on its way.
type Page struct {
	ctx   context.Context
	host  Host
	lines []outlook.Line
	err   error
	ready bool
	at    int
	top   int
}

// counted is a message that tells what was counted.
type counted struct {
	page *Page
	out  *outlook.Outlook
	err  error
}

// New is the page of the whole library. It is counted beside the reader.
func New(ctx context.Context, h Host) *Page { return &Page{ctx: ctx, host: h} }

// Open begins to count, unless that is done.
func (p *Page) Open() tea.Cmd {
	if p.ready {
		return nil
	}
	return p.count
}

func (p *Page) count() tea.Msg {
	f, err := p.host.Follower(p.ctx)
	if err != nil {
		return counted{page: p, err: err}
	}
	if err := f.Refresh(p.ctx, nil); err != nil {
		return counted{page: p, err: err}
	}
	o, err := f.Outlook(p.ctx, following.Narrowed{})
	return counted{p, o, err}
}

// Type takes the message that tells what was counted.
func (p *Page) Type(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(counted); ok && m.page == p {
		p.ready, p.err = true, m.err
		if m.err == nil {
			p.lines = m.out.Lines(mostLines)
		}
	}
	return nil
}

// Lasting is false: the reader is behind it.
func (p *Page) Lasting() bool { return false }

// Cursor is nowhere.
func (p *Page) Cursor(int, int) (x, y int) { return -1, -1 }

// Step moves the current line.
func (p *Page) Step(by int) { p.at = min(max(p.at+by, 0), max(len(p.lines)-1, 0)) }

// section goes to the next heading, or the one before.
func (p *Page) section(by int) {
	for i := p.at + by; i >= 0 && i < len(p.lines); i += by {
		if p.lines[i].Heading {
			p.at, p.top = i, i
			return
		}
	}
}

// Press answers a key on a screen of w by h cells.
func (p *Page) Press(k tea.KeyPressMsg, _ string, w, h int) (asking.Outcome, tea.Cmd) {
	page := frame(w, h).H - 3
	switch k.String() {
	case "esc", "q", "H", "alt+left", "backspace":
		return asking.Outcome{Closed: true}, nil
	case "enter":
		return p.enter(), nil
	case "/", "f":
		return asking.Outcome{Closed: true, Do: p.ask}, nil
	case "down", "j":
		p.Step(1)
	case "up", "k":
		p.Step(-1)
	case "pgdown", "space", "ctrl+d", "ctrl+f":
		p.Step(page)
	case "pgup", "ctrl+u", "ctrl+b":
		p.Step(-page)
	case "home", "g":
		p.Step(-len(p.lines))
	case "end", "G":
		p.Step(len(p.lines))
	case "tab", "}":
		p.section(1)
	case "shift+tab", "{":
		p.section(-1)
	}
	return asking.Outcome{}, nil
}

// enter goes to the person of the current line.
func (p *Page) enter() asking.Outcome {
	if p.at >= len(p.lines) || p.lines[p.at].Handle == "" {
		return asking.Outcome{}
	}
	l := p.lines[p.at]
	return asking.Outcome{Closed: true, Do: func() { p.host.Person(l.Handle, l.Name) }}
}

// ask asks whom to follow.
func (p *Page) ask() {
	p.host.Ask(dialogue.Question{Label: "follow (name)", Left: func() { p.host.Show(p) }, Done: func(s string) string {
		if strings.TrimSpace(s) == "" {
			return "type a name"
		}
		p.host.Person("", s)
		return ""
	}})
}

// Click makes the line under a cell current; a second click follows it.
func (p *Page) Click(_, y, _, _ int, again bool) asking.Outcome {
	if i := p.top + y - 1; y > 0 && i < len(p.lines) {
		p.at = i
		if again {
			return p.enter()
		}
	}
	return asking.Outcome{}
}

// Hints are the keys that matter now.
func (p *Page) Hints(string) []draw.Hint {
	hints := []draw.Hint{{Key: "/", Word: "follow somebody"}, {Key: "tab", Word: "section"}, {Key: "esc", Word: "close"}}
	if p.at < len(p.lines) && p.lines[p.at].Handle != "" {
		hints = append([]draw.Hint{{Key: "↵", Word: "follow"}}, hints...)
	}
	return hints
}

// frame is where the page stands on a screen of w by h cells: all but the last two lines.
func frame(w, h int) layout.Rect { return layout.Rect{W: w, H: max(h-2, 3)} }

// Settle brings the current line into sight of a screen of w by h cells.
func (p *Page) Settle(w, h int) {
	in := frame(w, h).H - 2
	if p.at < p.top || p.at >= p.top+in {
		p.top = min(max(p.top, p.at-in+1), p.at)
	}
	p.top = min(max(p.top, 0), max(len(p.lines)-in, 0))
}

// Over draws the page on top of the lines of a screen of w by h cells.
func (p *Page) Over(th *theme.Theme, dumb bool, w, h int, lines []string) {
	r := frame(w, h)
	in, foot := r.W-2, ""
	var body []string
	switch {
	case p.err != nil:
		body = draw.Paragraph(th, r.Inner(), "nothing can be told: "+p.err.Error(), theme.Warn)
	case !p.ready:
		body = []string{draw.Line(th, in, draw.Plain(" counting who is heard in the library …"))}
	default:
		for i := p.top; i < min(p.top+r.H-2, len(p.lines)); i++ {
			body = append(body, p.line(th, dumb, i, in))
		}
		if len(p.lines) > r.H-2 {
			foot = fmt.Sprintf("%d–%d of %d", p.top+1, min(p.top+r.H-2, len(p.lines)), len(p.lines))
		}
	}
	title := []draw.Seg{draw.Strong(" Outlook "), draw.Dim("who is heard in the library ")}
	for i, l := range draw.Frame(th, r, title, foot, true, draw.Pad(body, r.Inner()), nil) {
		if y := r.Y + i; y < len(lines) {
			lines[y] = draw.Overlay(lines[y], l, r.X, r.X+r.W, w)
		}
	}
}

// How a line of w cells is divided: from which width on there is room for a bar, and how much for bars and figures.
const (
	barsFrom    = 62
	barCells    = 20
	figureCells = 20
	mostName    = 40
)

func (p *Page) line(th *theme.Theme, dumb bool, i, w int) string {
	l := p.lines[i]
	name := cells.Clean(l.Name)
	var segs []draw.Seg
	switch {
	case l.Heading:
		segs = []draw.Seg{draw.Plain(" "), draw.Strong(strings.ToUpper(name[:1]) + name[1:]), draw.Dim("  " + l.Figures)}
	case l.Note || l.Figures == "":
		segs = []draw.Seg{draw.Plain(" "), draw.Dim(name)}
	default:
		bar := ""
		if w >= barsFrom && !dumb {
			bar = cells.Fit(l.Bar, barCells) + "  "
		}
		room := min(max(w-3-cells.Width(bar)-figureCells, 8), mostName)
		if cells.Width(name) > room {
			name = cells.Truncate(name, room)
		}
		segs = []draw.Seg{draw.Plain(" "), draw.Plain(" " + cells.Fit(name, room) + " "), draw.Plain(bar),
			draw.Dim(l.Figures)}
	}
	if i == p.at {
		segs[0].Text = draw.Mark(dumb)
		segs = draw.Chosen(segs, true)
	}
	return draw.Line(th, w, segs...)
}

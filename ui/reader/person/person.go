// Package person is a person's page: what the library tells of one across all its articles. It lies over the reader:
// names and descriptions used, outlets, how often and in which kind, open questions, positions by topic and all quotes
// in the order of time, and who speaks about them. Each line opens its place, and keys say who is who.
//
// It promises that what is slow runs beside the reader, that each decision is on the disk before it is shown, and that
// the page fits the cells that it is drawn in.
package person

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearsay/analysis"
	"hearsay/articles/following"
	"hearsay/articles/people"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
)

// Host is the reader as the page sees it.
type Host struct {
	// Follower opens the library; it is an error where there is none.
	Follower func(context.Context) (*following.Follower, error)
	// Go opens an article of the library by its key, at words of its text.
	Go func(key string, words analysis.Span)
	// Ask, Choose and Tell ask for words or a choice, and say something.
	Ask    func(dialogue.Question)
	Choose func(dialogue.Menu)
	Tell   func(string)
	// Show lays a page over the reader again.
	Show func(*Page)
}

// Sought is who is looked for: the speaker of an article of this text, and else whoever is called so.
type Sought struct {
	Text string
	Name string
	At   int // where the speaker is first mentioned, in bytes
	// Handle is a person's, where that is known.
	Handle string
}

// Page is the page, open or on its way.
type Page struct {
	ctx      context.Context
	host     Host
	sought   Sought
	follower *following.Follower
	register *people.Register
	who      int // index into register.People
	page     *following.Page
	err      error

	rows []row
	at   int // the current one, among rows
	top  int
	w, h int // of the screen for which rows were made
}

// loaded is a message that tells what was found.
type loaded struct {
	page     *Page
	follower *following.Follower
	register *people.Register
	who      int
	found    *following.Page
	err      error
}

// New is the page of whoever is sought. It is found out beside the reader.
func New(ctx context.Context, h Host, s Sought) *Page { return &Page{ctx: ctx, host: h, sought: s} }

// Open begins to find out who it is, unless that is known.
func (p *Page) Open() tea.Cmd {
	if p.page != nil {
		return nil
	}
	return p.load
}

// load finds out who it is. It runs beside the reader, and touches nothing of the page.
func (p *Page) load() tea.Msg {
	out := loaded{page: p}
	if out.follower, out.err = p.host.Follower(p.ctx); out.err != nil {
		return out
	}
	if out.err = out.follower.Refresh(p.ctx, nil); out.err != nil {
		return out
	}
	if out.register, out.who, out.err = find(p.ctx, out.follower, p.sought); out.err == nil {
		out.found, out.err = out.follower.Page(p.ctx, out.register, out.who)
	}
	return out
}

// find finds who is sought: the speaker of the article, where the library has it, and else whoever is called so and is
// heard most.
func find(ctx context.Context, f *following.Follower, s Sought) (*people.Register, int, error) {
	if s.Handle == "" {
		key, err := f.Library.Holds(ctx, s.Text)
		if err == nil && key != "" {
			if r, who, err := f.OfVoice(ctx, people.Key{Article: key, Name: s.Name, At: s.At}); err == nil {
				return r, who, nil
			}
		}
	}
	name := s.Name
	if s.Handle != "" {
		name = s.Handle
	}
	r, found, err := f.Find(ctx, name)
	if err != nil {
		return nil, -1, err
	}
	return r, found[0], nil
}

// Type takes the message that tells what was found.
func (p *Page) Type(msg tea.Msg) tea.Cmd {
	m, ok := msg.(loaded)
	if !ok || m.page != p {
		return nil
	}
	p.follower, p.register, p.who, p.page, p.err = m.follower, m.register, m.who, m.found, m.err
	p.w = 0 // rows are made anew
	return nil
}

// again finds out anew who it is, after something was decided: the person of a voice.
func (p *Page) again(k *people.Key) {
	r, who, err := p.follower.OfVoice(p.ctx, *k)
	if err == nil {
		var page *following.Page
		if page, err = p.follower.Page(p.ctx, r, who); err == nil {
			p.register, p.who, p.page = r, who, page
		}
	}
	if err != nil {
		p.host.Tell(err.Error())
	}
	p.w = 0
}

// Lasting is false: the reader is behind it.
func (p *Page) Lasting() bool { return false }

// Cursor is nowhere.
func (p *Page) Cursor(int, int) (x, y int) { return -1, -1 }

// Step moves the current row, over those that lead nowhere.
func (p *Page) Step(by int) {
	dir := 1
	if by < 0 {
		dir = -1
	}
	i := p.at + by
	for i >= 0 && i < len(p.rows) && !p.rows[i].leads() {
		i += dir
	}
	if i >= 0 && i < len(p.rows) {
		p.at = i
		return
	}
	p.top += by
}

// leap moves by many rows, and stops at the ends.
func (p *Page) leap(by int) {
	i := min(max(p.at+by, 0), len(p.rows)-1)
	for _, dir := range []int{1, -1} {
		for k := i; k >= 0 && k < len(p.rows); k += dir {
			if p.rows[k].leads() {
				p.at = k
				if by < 0 && k == p.first() {
					p.top = 0
				}
				return
			}
		}
	}
}

func (p *Page) first() int {
	for i, r := range p.rows {
		if r.leads() {
			return i
		}
	}
	return 0
}

// section goes to the next heading's first row, or the one before.
func (p *Page) section(by int) {
	heads := []int{}
	for i, r := range p.rows {
		if r.section {
			heads = append(heads, i)
		}
	}
	now := -1
	for i, h := range heads {
		if h < p.at {
			now = i
		}
	}
	if len(heads) == 0 {
		return
	}
	p.at = heads[(now+by+len(heads))%len(heads)]
	p.Step(1)
	p.top = max(p.at-2, 0)
}

// Press answers a key on a screen of w by h cells.
func (p *Page) Press(k tea.KeyPressMsg, _ string, _, h int) (asking.Outcome, tea.Cmd) {
	switch key := k.String(); key {
	case "esc", "q", "H", "alt+left", "backspace":
		return asking.Outcome{Closed: true}, nil
	case "down", "j":
		p.Step(1)
	case "up", "k":
		p.Step(-1)
	case "pgdown", "space", "ctrl+d", "ctrl+f":
		p.leap(p.listed(h) - 1)
	case "pgup", "ctrl+u", "ctrl+b":
		p.leap(1 - p.listed(h))
	case "home", "g":
		p.leap(-len(p.rows))
	case "end", "G":
		p.leap(len(p.rows))
	case "tab", "}":
		p.section(1)
	case "shift+tab", "{":
		p.section(-1)
	default:
		if p.page != nil {
			return p.decide(key), nil
		}
	}
	return asking.Outcome{}, nil
}

// Click makes the row under a cell current; a second click follows it, a click outside does nothing.
func (p *Page) Click(_, y, _, _ int, again bool) asking.Outcome {
	if i := p.top + y - 1; i >= 0 && i < len(p.rows) && p.rows[i].leads() && y > 0 {
		p.at = i
		if again {
			return p.enter()
		}
	}
	return asking.Outcome{}
}

// Hints are the keys that matter now.
func (p *Page) Hints(string) []draw.Hint {
	if p.page == nil {
		return []draw.Hint{{Key: "esc", Word: "close"}}
	}
	first := draw.Hint{Key: "↵", Word: "open the place"}
	if r := p.current(); r != nil && r.question {
		first = draw.Hint{Key: "↵", Word: "they are one"}
	}
	return []draw.Hint{first, {Key: "x", Word: "not this person"}, {Key: "&", Word: "join"}, {Key: "u", Word: "undo"},
		{Key: "R", Word: "rename"}, {Key: "0", Word: "nobody"}, {Key: "tab", Word: "section"}, {Key: "esc", Word: "close"}}
}

func (p *Page) current() *row {
	if p.at < len(p.rows) {
		return &p.rows[p.at]
	}
	return nil
}

// enter goes where the current row leads.
func (p *Page) enter() asking.Outcome {
	r := p.current()
	switch {
	case r == nil || !r.leads():
		return asking.Outcome{}
	case r.question:
		return p.answer(true)
	}
	key, words := r.place.Key, analysis.Span{Start: r.place.Start, End: r.place.End}
	return asking.Outcome{Closed: true, Do: func() { p.host.Go(key, words) }}
}

// Name is who it is.
func (p *Page) Name() string {
	if p.page == nil {
		return p.sought.Name
	}
	return p.page.Person.Name
}

// waiting says what is waited for, or why there is nothing.
func (p *Page) waiting() string {
	switch {
	case p.err != nil:
		return fmt.Sprintf("there is no page: %v", p.err)
	case p.page == nil:
		return "finding out who is heard in the library …"
	}
	return ""
}

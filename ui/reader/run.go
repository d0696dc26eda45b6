package reader

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Run shows the reader until its user quits or the context ends, which is then the error. The terminal is left as it
// was found. Signals are the caller's.
func Run(ctx context.Context, o Options) error {
	opts := []tea.ProgramOption{tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond),
		tea.WithFilter(wheelFilter(o.now))}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	m := newModel(ctx, o)
	follows := m.followsTerminal()
	p := tea.NewProgram(m, opts...)
	defer context.AfterFunc(ctx, p.Quit)()
	_, err := p.Run()
	m.leaveAll()
	offering{m}.remember()
	if o.Keep != nil {
		o.Keep(m.habits())
	}
	if m.w > 0 && follows {
		m.stopFollowing()
	}
	return errors.Join(err, ctx.Err())
}

// leaveAll keeps where the reading of each article stopped.
func (m *model) leaveAll() {
	if m.options.Desk == nil {
		return
	}
	for item, o := range m.shelf {
		at := 0
		switch {
		case o.err != nil || o.Doc == nil || !o.begun: // nobody has read it
			continue
		case item == m.at.Item && o.text.Page() != nil:
			at = o.text.TopOffset(&m.at)
		case o.last != nil:
			at = max(o.last.Top, 0)
		}
		_ = deskOf(m, item).Leave(o.Article, at) // a place that is lost is no reason to keep anyone from leaving
	}
}

// stopFollowing takes back what Bubble Tea knows nothing of: that the terminal tells of a change to dark or light.
func (m *model) stopFollowing() {
	out := m.options.Output
	if out == nil {
		out = os.Stdout
	}
	fmt.Fprint(out, ansi.ResetModeLightDark)
}

const (
	// At 120 frames a second a key is on the screen in 9 ms instead of 14, for next to no work while nothing happens.
	framesPerSecond = 120
	wheelEvery      = 12 * time.Millisecond
)

// wheelFilter lets one turn of the wheel through in a frame: trackpads send hundreds, and keys would queue behind them.
func wheelFilter(now func() time.Time) func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(tea.MouseWheelMsg); ok {
			if now().Sub(last) < wheelEvery {
				return nil
			}
			last = now()
		}
		return msg
	}
}

package reader

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Run shows the reader until its user quits or the context ends. The terminal is left as it was found.
func Run(ctx context.Context, o Options) error {
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithFilter(wheelFilter())}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	_, err := tea.NewProgram(newModel(o), opts...).Run()
	return err
}

const (
	// At 120 frames a second a key is on the screen in 9 ms instead of 14, for next to no work while nothing happens.
	framesPerSecond = 120
	wheelEvery      = 12 * time.Millisecond
)

// wheelFilter lets one turn of the wheel through in a frame: trackpads send hundreds, and keys would queue behind them.
func wheelFilter() func(tea.Model, tea.Msg) tea.Msg {
	var last time.Time
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		if _, ok := msg.(tea.MouseWheelMsg); ok {
			if time.Since(last) < wheelEvery {
				return nil
			}
			last = time.Now()
		}
		return msg
	}
}

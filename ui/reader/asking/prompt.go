// Package asking is where a reader types: a prompt that asks for words in a line, and a menu that narrows down as one
// types and runs what is chosen. Each holds its own state and says what a key did to it. It promises that what is
// typed is never lost to a narrow window, and that both fit the cells they are drawn in.
package asking

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
)

// Prompt asks a question in the line above the hints.
type Prompt struct {
	dialogue.Question
	input textinput.Model
}

// NewPrompt begins to ask. The command has the cursor blink.
func NewPrompt(q dialogue.Question) (*Prompt, tea.Cmd) {
	p := &Prompt{Question: q, input: NewInput()}
	p.input.SetValue(q.Value)
	p.input.CursorEnd()
	return p, p.input.Focus()
}

// NewInput is an empty line to type in, whose cursor is the terminal's.
func NewInput() textinput.Model {
	ti := textinput.New()
	ti.Prompt = ""
	ti.SetVirtualCursor(false)
	return ti
}

// Type takes a key, what is pasted, or a message of the cursor's own.
func (p *Prompt) Type(msg tea.Msg) tea.Cmd {
	before := p.input.Value()
	input, cmd := p.input.Update(msg)
	p.input = input
	if v := input.Value(); v != before && p.Typed != nil {
		p.Typed(v)
	}
	return cmd
}

// Answer is what was typed, else what was suggested.
func (p *Prompt) Answer() string {
	if v := p.input.Value(); v != "" {
		return v
	}
	return p.Suggested
}

// Line draws the prompt in w cells with what comes of it so far at its end, as far as what is typed leaves room for it.
func (p *Prompt) Line(th *theme.Theme, w int) string {
	right := ""
	if p.About != nil {
		spare := max(w-cells.Width(p.Label)-cells.Width(p.Answer())-5, 0)
		right = cells.Truncate(p.About(p.Answer(), spare), spare)
	}
	room := max(w-cells.Width(p.Label)-cells.Width(right)-4, 1)
	typed := draw.Plain(Visible(p.input, room))
	if p.input.Value() == "" {
		typed = draw.Dim(p.Suggested)
	}
	return draw.Justified(th, w, []draw.Seg{draw.Strong(" " + p.Label + " "), typed}, []draw.Seg{draw.Dim(right + " ")})
}

// Visible is the part of what was typed that has room, its cursor in it.
func Visible(ti textinput.Model, room int) string {
	r := []rune(ti.Value())
	if over := ti.Position() - room; over > 0 {
		r = r[over:]
	}
	return string(r)
}

// Cursor is the cell of the line at which the typed words end.
func (p *Prompt) Cursor(w int) int { return min(cells.Width(p.Label)+2+CursorCells(p.input), w-1) }

// CursorCells are the cells of what was typed before the cursor.
func CursorCells(ti textinput.Model) int {
	r := []rune(ti.Value())
	return cells.Width(string(r[:min(ti.Position(), len(r))]))
}

// Hints are the keys that matter while it asks.
func (p *Prompt) Hints() []draw.Hint {
	if p.Back != "" {
		return []draw.Hint{{Key: "↵", Word: "done"}, {Key: "esc", Word: "back to " + p.Back}}
	}
	return []draw.Hint{{Key: "↵", Word: "done"}, {Key: "esc", Word: "as it was"}}
}

// Package screen is a terminal without a window: it takes the bytes that a program writes to its terminal and keeps the
// cells that a user would see, with their styles, the cursor, the title and the modes. It answers the program's
// questions as a terminal does, and it keeps every sequence it does not know, so that nothing a program writes goes
// unseen: a test that wants a clean program expects none. It may be given any bytes, cut anywhere.
package screen

import (
	"fmt"
	"image/color"
	"io"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Traits are how a terminal differs from others.
type Traits struct {
	// Foreground and Background are its own colours, which it tells if asked. Without them it stays silent.
	Foreground, Background color.Color
	// Clusters is set for terminals that can measure text by grapheme cluster and say so (mode 2027).
	Clusters bool
	// Kitty is set for terminals that know the Kitty keyboard protocol.
	Kitty bool
	// Mute is set for terminals that answer nothing at all.
	Mute bool
}

// Screen is the state of a terminal. It is not safe for use by several goroutines at a time.
type Screen struct {
	traits  Traits
	answers io.Writer
	parser  *ansi.Parser

	grid   uv.ScreenBuffer // what is shown
	hidden uv.ScreenBuffer // the screen that the alternate one covers, or the other way round
	pen    uv.Style
	link   uv.Link

	x, y        int
	wraps       bool // whether the next sign goes to the next line, since the last one filled this
	top, bottom int  // the lines that scroll, bottom excluded
	saved       [2]mark
	last        struct{ x, y int } // the cell written last, which marks are added to; x is -1 if there is none

	alternate bool
	title     string
	clipboard string
	modes     map[int]bool
	keyboard  []int // the stack of Kitty keyboard flags
	modifiers int   // how modified keys are told: XTMODKEYS 4
	colors    map[int]string
	shape     int
	unknown   []string
}

// mark is what a terminal keeps of a saved cursor.
type mark struct {
	x, y int
	pen  uv.Style
	link uv.Link
}

// New is an empty screen of the given size. What the terminal answers is written to answers; nil is for one that is
// mute.
func New(width, height int, traits Traits, answers io.Writer) *Screen {
	s := &Screen{traits: traits, answers: answers, parser: ansi.NewParser()}
	s.parser.SetDataSize(0)
	s.parser.SetHandler(ansi.Handler{
		Print: s.print, Execute: s.execute, HandleCsi: s.csi, HandleEsc: s.escape, HandleOsc: s.command, HandleDcs: s.device,
		HandleApc: s.private("APC"), HandlePm: s.private("PM"), HandleSos: s.private("SOS"),
	})
	s.grid, s.hidden = uv.NewScreenBuffer(width, height), uv.NewScreenBuffer(width, height)
	s.reset()
	return s
}

// reset is the state a terminal starts in.
func (s *Screen) reset() {
	if s.alternate {
		s.swap()
	}
	s.grid.Clear()
	s.pen, s.link = uv.Style{}, uv.Link{}
	s.x, s.y, s.wraps, s.last.x = 0, 0, false, -1
	s.top, s.bottom = 0, s.grid.Height()
	s.saved = [2]mark{}
	s.title, s.keyboard, s.modifiers, s.shape = "", nil, 0, 0
	s.modes = map[int]bool{wrapMode: true, cursorMode: true}
	s.colors = map[int]string{}
}

// Write takes what the program wrote. It never fails.
func (s *Screen) Write(b []byte) (int, error) {
	for i := range b {
		s.parser.Advance(b[i])
	}
	return len(b), nil
}

// Resize gives the screen another size, as a user who drags the corner of the window.
func (s *Screen) Resize(width, height int) {
	s.grid.Resize(width, height)
	s.hidden.Resize(width, height)
	s.top, s.bottom = 0, height
	s.last.x = -1
	s.moveTo(s.x, s.y)
}

// Size is the screen's width and height in cells.
func (s *Screen) Size() (width, height int) { return s.grid.Width(), s.grid.Height() }

// Cell is what stands at a cell, nil outside the screen. Of a wide sign the first cell holds it and the others have no
// width.
func (s *Screen) Cell(x, y int) *uv.Cell { return s.grid.CellAt(x, y) }

// Cursor is where the cursor stands, and whether it is shown.
func (s *Screen) Cursor() (x, y int, shown bool) { return s.x, s.y, s.modes[cursorMode] }

// Alternate reports whether the alternate screen is shown.
func (s *Screen) Alternate() bool { return s.alternate }

// Title is the window's title.
func (s *Screen) Title() string { return s.title }

// Clipboard is what the program last copied.
func (s *Screen) Clipboard() string { return s.clipboard }

// Mode reports whether a private mode is set, such as 1002 for the mouse.
func (s *Screen) Mode(n int) bool { return s.modes[n] }

// Unknown is every sequence that the screen does not know, in order, quoted.
func (s *Screen) Unknown() []string { return s.unknown }

func (s *Screen) note(format string, args ...any) {
	s.unknown = append(s.unknown, fmt.Sprintf(format, args...))
}

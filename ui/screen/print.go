package screen

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// print draws one code point. Those of no width, and in mode 2027 all that belong to the cluster drawn last, join it.
func (s *Screen) print(r rune) {
	sign := string(r)
	width := ansi.StringWidthWc(sign)
	if s.join(sign, width) || width == 0 {
		return
	}
	w := s.grid.Width()
	if s.wraps || s.x+width > w {
		if s.modes[wrapMode] {
			s.x, s.wraps = 0, false
			s.feed()
		} else {
			s.x = max(w-width, 0)
		}
	}
	s.put(s.x, s.y, sign, width)
	s.advance(width)
}

// put draws a sign.
func (s *Screen) put(x, y int, sign string, width int) {
	s.grid.SetCell(x, y, &uv.Cell{Content: sign, Width: width, Style: s.pen, Link: s.link})
	s.last.x, s.last.y = x, y
}

// advance moves the cursor behind a sign. In the last column it waits until the next one comes.
func (s *Screen) advance(width int) {
	if s.x += width; s.x >= s.grid.Width() {
		s.x, s.wraps = s.grid.Width()-1, s.modes[wrapMode]
	}
}

// join adds a code point to the sign drawn last if it belongs there.
func (s *Screen) join(sign string, width int) bool {
	if s.last.x < 0 {
		return false
	}
	cell := s.grid.CellAt(s.last.x, s.last.y)
	if cell == nil || cell.Content == "" {
		return false
	}
	whole := cell.Content + sign
	if width == 0 && !s.modes[clusterMode] {
		joined := *cell
		joined.Content = whole
		s.grid.SetCell(s.last.x, s.last.y, &joined)
		return true
	}
	if !s.modes[clusterMode] || len(graphemes.FromString(whole).First()) < len(whole) {
		return false
	}
	joined := *cell
	joined.Content, joined.Width = whole, ansi.StringWidth(whole)
	grown := joined.Width - cell.Width
	s.grid.SetCell(s.last.x, s.last.y, &joined)
	if grown > 0 && !s.wraps {
		s.advance(grown)
	}
	return true
}

// repeat draws the last sign n times more.
func (s *Screen) repeat(n int) {
	cell := s.grid.CellAt(s.last.x, s.last.y)
	if s.last.x < 0 || cell == nil {
		return
	}
	sign := cell.Content
	for range min(n, s.grid.Width()*s.grid.Height()) {
		s.last.x = -1
		for _, r := range sign {
			s.print(r)
		}
	}
}

// moveTo puts the cursor on a cell, or on the nearest one of the screen.
func (s *Screen) moveTo(x, y int) {
	s.x, s.y = clamp(x, s.grid.Width()), clamp(y, s.grid.Height())
	s.wraps, s.last.x = false, -1
}

func clamp(i, size int) int { return max(min(i, size-1), 0) }

// feed moves the cursor one line down, and scrolls at the end of the lines that scroll.
func (s *Screen) feed() {
	s.wraps, s.last.x = false, -1
	if s.y == s.bottom-1 {
		s.scroll(1)
		return
	}
	s.y = clamp(s.y+1, s.grid.Height())
}

// feedBack moves the cursor one line up, and scrolls at the start of the lines that scroll.
func (s *Screen) feedBack() {
	s.wraps, s.last.x = false, -1
	if s.y == s.top {
		s.scroll(-1)
		return
	}
	s.y = clamp(s.y-1, s.grid.Height())
}

// scroll moves the lines that scroll up by n, or down where n is below 0.
func (s *Screen) scroll(n int) {
	s.last.x = -1
	if n > 0 {
		s.grid.DeleteLineArea(s.top, n, s.blank(), s.region())
	} else if n < 0 {
		s.grid.InsertLineArea(s.top, -n, s.blank(), s.region())
	}
}

// region is the lines that scroll.
func (s *Screen) region() uv.Rectangle {
	return uv.Rect(0, s.top, s.grid.Width(), s.bottom-s.top)
}

// blank is an erased cell: of the pen it keeps the background.
func (s *Screen) blank() *uv.Cell {
	return &uv.Cell{Content: " ", Width: 1, Style: uv.Style{Bg: s.pen.Bg}}
}

// execute obeys a control code.
func (s *Screen) execute(c byte) {
	switch c {
	case '\r':
		s.moveTo(0, s.y)
	case '\n', '\v', '\f':
		s.feed()
	case '\b':
		s.moveTo(s.x-1, s.y)
	case '\t':
		s.moveTo((s.x/tab+1)*tab, s.y)
	case '\a', 0:
	default:
		s.note("control code %#02x", c)
	}
}

// tab is the distance between two tab stops.
const tab = 8

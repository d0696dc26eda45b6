package screen

import (
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// csi obeys a control sequence.
func (s *Screen) csi(cmd ansi.Cmd, params ansi.Params) {
	known := false
	switch {
	case cmd.Prefix() != 0 || cmd.Intermediate() != 0:
		known = s.extension(cmd, params)
	case cmd.Final() == 'm':
		uv.ReadStyle(params, &s.pen)
		known = true
	default:
		known = s.move(cmd.Final(), params) || s.edit(cmd.Final(), params) || s.manage(cmd.Final(), params)
	}
	if !known {
		s.note("CSI %s", spell(cmd, params))
	}
}

// move obeys the sequences that move the cursor.
func (s *Screen) move(final byte, params ansi.Params) bool {
	n := arg(params, 0, 1)
	switch final {
	case 'A':
		s.moveTo(s.x, s.y-n)
	case 'B', 'e':
		s.moveTo(s.x, s.y+n)
	case 'C', 'a':
		s.moveTo(s.x+n, s.y)
	case 'D':
		s.moveTo(s.x-n, s.y)
	case 'E':
		s.moveTo(0, s.y+n)
	case 'F':
		s.moveTo(0, s.y-n)
	case 'G', '`':
		s.moveTo(n-1, s.y)
	case 'd':
		s.moveTo(s.x, n-1)
	case 'H', 'f':
		s.moveTo(arg(params, 1, 1)-1, n-1)
	case 'I':
		s.moveTo((s.x/tab+n)*tab, s.y)
	case 'Z':
		s.moveTo(((s.x+tab-1)/tab-n)*tab, s.y)
	default:
		return false
	}
	return true
}

// edit obeys the sequences that change cells.
func (s *Screen) edit(final byte, params ansi.Params) bool {
	n := arg(params, 0, 1)
	switch final {
	case 'J':
		return s.eraseScreen(arg(params, 0, 0))
	case 'K':
		return s.eraseLine(arg(params, 0, 0))
	case 'X':
		s.fill(s.x, s.y, s.x+n, s.y+1)
	case '@':
		s.grid.InsertCellArea(s.x, s.y, n, s.blank(), s.grid.Bounds())
	case 'P':
		s.grid.DeleteCellArea(s.x, s.y, n, s.blank(), s.grid.Bounds())
	case 'L':
		s.grid.InsertLineArea(s.y, n, s.blank(), s.region())
	case 'M':
		s.grid.DeleteLineArea(s.y, n, s.blank(), s.region())
	case 'S':
		s.scroll(n)
	case 'T':
		s.scroll(-n)
	case 'b':
		s.repeat(n)
		return true
	default:
		return false
	}
	s.wraps, s.last.x = false, -1
	return true
}

// eraseLine erases the line from the cursor on, up to it, or wholly.
func (s *Screen) eraseLine(how int) bool {
	w := s.grid.Width()
	switch how {
	case 0:
		s.fill(s.x, s.y, w, s.y+1)
	case 1:
		s.fill(0, s.y, s.x+1, s.y+1)
	case 2:
		s.fill(0, s.y, w, s.y+1)
	default:
		return false
	}
	return true
}

// eraseScreen erases the screen from the cursor on, up to it, or wholly.
func (s *Screen) eraseScreen(how int) bool {
	w, h := s.Size()
	switch how {
	case 0:
		s.eraseLine(0)
		s.fill(0, s.y+1, w, h)
	case 1:
		s.eraseLine(1)
		s.fill(0, 0, w, s.y)
	case 2, 3:
		s.fill(0, 0, w, h)
	default:
		return false
	}
	return true
}

func (s *Screen) fill(x0, y0, x1, y1 int) {
	s.grid.FillArea(s.blank(), uv.Rect(x0, y0, x1-x0, y1-y0).Intersect(s.grid.Bounds()))
	s.wraps, s.last.x = false, -1
}

// manage obeys the sequences that steer the terminal itself.
func (s *Screen) manage(final byte, params ansi.Params) bool {
	switch final {
	case 'r':
		top, bottom := arg(params, 0, 1)-1, min(arg(params, 1, s.grid.Height()), s.grid.Height())
		if top < bottom-1 {
			s.top, s.bottom = top, bottom
			s.moveTo(0, 0)
		}
	case 's':
		s.save()
	case 'u':
		s.restore()
	case 'c', 'n', 't':
		return s.query(final, params)
	default:
		return false
	}
	return true
}

// save keeps the cursor and the pen, for each of the two screens.
func (s *Screen) save() { s.saved[s.which()] = mark{s.x, s.y, s.pen, s.link} }

// restore goes back to what was saved.
func (s *Screen) restore() {
	m := s.saved[s.which()]
	s.pen, s.link = m.pen, m.link
	s.moveTo(m.x, m.y)
}

func (s *Screen) which() int {
	if s.alternate {
		return 1
	}
	return 0
}

// escape obeys a sequence of an escape and a letter.
func (s *Screen) escape(cmd ansi.Cmd) {
	switch {
	case cmd.Intermediate() == '(' || cmd.Intermediate() == ')':
		if cmd.Final() == 'B' { // ASCII, which it is anyway
			return
		}
	case cmd.Intermediate() != 0:
	case cmd.Final() == '7':
		s.save()
		return
	case cmd.Final() == '8':
		s.restore()
		return
	case cmd.Final() == 'D':
		s.feed()
		return
	case cmd.Final() == 'E':
		s.moveTo(0, s.y)
		s.feed()
		return
	case cmd.Final() == 'M':
		s.feedBack()
		return
	case cmd.Final() == 'c':
		s.reset()
		return
	case strings.IndexByte(`\=>`, cmd.Final()) >= 0: // the end of a string, the keypad
		return
	}
	s.note("ESC %s", spell(cmd, nil))
}

// arg is a parameter of a sequence. A missing one is def, and so is 0 where counting starts at 1.
func arg(params ansi.Params, i, def int) int {
	n, _, ok := params.Param(i, def)
	if !ok || n == 0 && def > 0 {
		return def
	}
	return n
}

// spell writes a sequence as it came.
func spell(cmd ansi.Cmd, params ansi.Params) string {
	var b strings.Builder
	if p := cmd.Prefix(); p != 0 {
		b.WriteByte(p)
	}
	params.ForEach(0, func(i, param int, more bool) {
		fmt.Fprint(&b, param)
		switch {
		case more:
			b.WriteByte(':')
		case i < len(params)-1:
			b.WriteByte(';')
		}
	})
	if i := cmd.Intermediate(); i != 0 {
		b.WriteByte(i)
	}
	b.WriteByte(cmd.Final())
	return b.String()
}

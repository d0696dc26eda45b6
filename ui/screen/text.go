package screen

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Lines is the text of the screen, without the blanks at the ends of lines.
func (s *Screen) Lines() []string {
	lines := make([]string, s.grid.Height())
	for y := range lines {
		var b strings.Builder
		for x := 0; x < s.grid.Width(); {
			cell := s.grid.CellAt(x, y)
			b.WriteString(cell.Content)
			x += max(cell.Width, 1)
		}
		lines[y] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// String is the text of the screen.
func (s *Screen) String() string { return strings.Join(s.Lines(), "\n") }

// Find is the cell at which the words first stand on one line of the screen.
func (s *Screen) Find(words string) (x, y int, ok bool) {
	for y, line := range s.Lines() {
		if before, _, found := strings.Cut(line, words); found {
			return s.column(y, len(before)), y, true
		}
	}
	return 0, 0, false
}

// column is the cell at which the byte of a line is drawn.
func (s *Screen) column(y, offset int) int {
	x := 0
	for n := 0; n < offset && x < s.grid.Width(); {
		cell := s.grid.CellAt(x, y)
		n += len(cell.Content)
		x += max(cell.Width, 1)
	}
	return x
}

// Dump is the screen with a frame, the cursor and the title, for a person who wonders why a test failed.
func (s *Screen) Dump() string {
	var b strings.Builder
	w, h := s.Size()
	fmt.Fprintf(&b, "%d×%d %q\n╭%s╮\n", w, h, s.title, strings.Repeat("─", w))
	for y, line := range s.Lines() {
		pad := max(w-ansi.StringWidthWc(line), 0)
		pointer := ""
		if y == s.y && s.modes[cursorMode] {
			pointer = fmt.Sprintf(" ← cursor at %d", s.x)
		}
		fmt.Fprintf(&b, "│%s%s│%s\n", line, strings.Repeat(" ", pad), pointer)
	}
	fmt.Fprintf(&b, "╰%s╯", strings.Repeat("─", w))
	if len(s.unknown) > 0 {
		fmt.Fprintf(&b, "\nunknown: %s", strings.Join(s.unknown, ", "))
	}
	return b.String()
}

package markdown

import "strings"

// A Markdown parser looks ahead from every bracket, star and backtick to the end of its paragraph, and at every line
// through all that is open. What people write stays far below this number of steps a byte; what is made to keep a
// parser busy does not.
const (
	stepsPerByte = 200
	stepsForFree = 1 << 20
)

// tangled reports whether parsing a Markdown text could take time out of proportion to its length.
func tangled(s string) bool {
	limit := stepsForFree + stepsPerByte*len(s)
	steps, marks, length := 0, 0, 0
	for line := range strings.Lines(s) {
		if startsBlock(line) {
			steps += marks * length
			marks, length = 0, 0
		}
		depth := len(line) - len(strings.TrimLeft(line, " \t>-+*#"))
		steps += depth * depth
		marks += lookaheads(line)
		length += len(line)
		if steps > limit {
			return true
		}
	}
	return steps+marks*length > limit
}

// startsBlock reports whether a line cannot belong to the paragraph before it: it is empty, or an item of a list, or a
// heading.
func startsBlock(line string) bool {
	line = strings.TrimLeft(line, " \t>")
	if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
		return true
	}
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "+ ")
}

// lookaheads counts the signs from which a parser looks ahead.
func lookaheads(line string) int {
	n := 0
	for i := range len(line) {
		switch line[i] {
		case '[', ']', '*', '_', '`', '<', '!':
			n++
		}
	}
	return n
}

package lines

import (
	"io"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
)

// paper is what is written on. All that is written goes through it, and nothing that acts on a terminal comes out.
type paper struct {
	to      io.Writer
	columns int
	open    bool  // a prompt stands on the line
	err     error // why nothing more can be written
}

// line writes words as a line, or as many as they need: what acts on a terminal is left out.
func (p *paper) line(words string) {
	words = told.Clean(words)
	if p.columns <= narrowest {
		p.write(words + "\n")
		return
	}
	for _, l := range cells.Wrap(words, p.columns-1) {
		p.write(strings.TrimRight(l, " ") + "\n")
	}
	if words == "" {
		p.write("\n")
	}
}

// narrowest is the width from which on lines are broken between words here, rather than by whoever shows them.
const narrowest = 20

// write writes what is safe.
func (p *paper) write(safe string) {
	if p.err == nil && safe != "" {
		_, p.err = io.WriteString(p.to, safe)
		p.open = !strings.HasSuffix(safe, "\n")
	}
}

// end ends a line on which a prompt stands.
func (p *paper) end() {
	if p.open {
		p.write("\n")
	}
}

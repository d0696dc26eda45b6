package theme

import (
	"fmt"
	"image/color"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Colours are those that a reader chose in place of built-in ones, by role. Nil chooses nothing.
type Colours struct{ roles map[string][]color.Color }

// roles are what has a colour, with where it is kept in a palette.
func roles(p *palette) map[string]*color.Color {
	return map[string]*color.Color{"paper": &p.paper, "text": &p.text, "dim": &p.dim, "row": &p.row, "warn": &p.warn,
		"hit": &p.hit, "current-hit": &p.currentHit, "ink": &p.ink, "evidence": &p.evidence, "current": &p.current}
}

// speakersRole is the role of which there are several colours.
const speakersRole = "speakers"

// Roles are the names of all roles.
func Roles() []string {
	return append([]string{speakersRole}, slices.Sorted(maps.Keys(roles(&palette{})))...)
}

// ColoursOf reads colours by role, as people write them: "#1b6ac9", a number of the terminal's 256, or the name of one
// of its sixteen such as "red" or "bright-red". What is wrong is told in a line each and left out.
func ColoursOf(wanted map[string][]string) (*Colours, []string) {
	if len(wanted) == 0 {
		return nil, nil
	}
	c, known := &Colours{roles: map[string][]color.Color{}}, Roles()
	var faults []string
	for _, role := range slices.Sorted(maps.Keys(wanted)) {
		if !slices.Contains(known, role) {
			faults = append(faults, fmt.Sprintf("colors: there is no %q: there are %s", role, strings.Join(known, ", ")))
			continue
		}
		var all []color.Color
		for _, written := range wanted[role] {
			one := colourOf(written)
			if one == nil {
				faults = append(faults, fmt.Sprintf("colors: %s: %q is no colour: write #1b6ac9, 0 to 255, or red", role, written))
				continue
			}
			all = append(all, one)
		}
		if len(all) > 0 {
			c.roles[role] = all
		}
	}
	return c, faults
}

var hexColour = regexp.MustCompile("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")

// sixteenNames are the terminal's own colours in the order of their numbers.
var sixteenNames = []string{"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}

func colourOf(s string) color.Color {
	if hexColour.MatchString(s) {
		return lipgloss.Color(s)
	}
	if n, err := strconv.ParseUint(s, 10, 8); err == nil {
		return ansi.IndexedColor(n)
	}
	name, bright := strings.CutPrefix(s, "bright-")
	i := slices.Index(sixteenNames, name)
	switch {
	case i < 0:
		return nil
	case bright:
		i += len(sixteenNames)
	}
	return ansi.BasicColor(i)
}

// has reports whether a role has a colour of the reader's own.
func (c *Colours) has(role string) bool { return c != nil && len(c.roles[role]) > 0 }

// over puts the reader's own colours into a palette.
func (c *Colours) over(p *palette) {
	if c == nil {
		return
	}
	for role, at := range roles(p) {
		if c.has(role) {
			*at = c.roles[role][0]
		}
	}
	if c.has(speakersRole) {
		p.speakers = c.roles[speakersRole]
	}
}

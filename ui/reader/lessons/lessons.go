// Package lessons teaches the reader by doing: five short lessons on a built-in article, each a few steps, and each
// step done when its reader has done it, in the panes as they are. What is asked stands below them.
//
// It promises that nothing which is done in a lesson is kept, that every step can be passed over, that each names keys
// as they are set, and that the lessons can be left at any time and gone on with later.
package lessons

import (
	"strings"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// Host is what the lessons need of the reader.
type Host interface {
	// At is where the reader is. Reviewing reports whether the article is being reviewed, and Asking whether something is
	// being asked or chosen, over the panes.
	At() *view.Place
	Reviewing() bool
	Asking() bool
	// Key is the first key of an action, as it is shown.
	Key(action string) string
	Tell(s string)
	// OpenLesson turns to the article of the lessons, if there is one, and LeaveLesson back to what was read before. Ready
	// reports whether its quotes are there.
	OpenLesson() bool
	LeaveLesson()
	Ready() bool
}

// Mode is the lessons, on or not.
type Mode struct {
	host         Host
	on           bool
	lesson, step int
	times        int  // how often what the step asks for was done
	praised      bool // the step before was done
	furthest     int  // the first lesson that was not finished
	heights      map[int]int
}

// New are lessons of which so many are finished already.
func New(h Host, finished int) *Mode {
	return &Mode{host: h, furthest: max(finished, 0), heights: map[int]int{}}
}

// On reports whether a lesson is on.
func (m *Mode) On() bool { return m.on }

// Finished is how many lessons are.
func (m *Mode) Finished() int { return m.furthest }

// Toggle begins the lessons, at the first that is not finished, or leaves them.
func (m *Mode) Toggle() {
	if m.on {
		m.leave("the lessons go on another time: " + m.host.Key("lessons") + " leads to them")
		return
	}
	if m.host.OpenLesson() {
		m.on, m.lesson, m.step, m.times, m.praised = true, m.furthest%len(all()), 0, 0, false
	}
}

func (m *Mode) leave(says string) {
	m.on = false
	m.host.LeaveLesson()
	m.host.Tell(says)
}

// Skip passes over a step.
func (m *Mode) Skip() {
	if !m.on {
		m.host.Tell("there is no lesson: " + m.host.Key("lessons") + " begins one")
		return
	}
	m.next(false)
}

func (m *Mode) next(praised bool) {
	m.step, m.times, m.praised = m.step+1, 0, praised
	if m.step < len(all()[m.lesson].steps) {
		return
	}
	m.lesson, m.step = m.lesson+1, 0
	m.furthest = max(m.furthest, m.lesson)
	if m.lesson == len(all()) {
		m.leave("that was the last lesson: " + m.host.Key("help") + " helps wherever you are")
	}
}

// Did is told of each action that was done.
func (m *Mode) Did(action string) {
	if !m.on || !m.host.Ready() {
		return
	}
	if s := m.current(); s.action == action {
		if m.times++; m.times >= s.times && s.until == nil {
			m.next(true)
		}
	}
}

// Look is told that something may have changed.
func (m *Mode) Look() {
	if !m.on || !m.host.Ready() || m.host.Asking() {
		return
	}
	if s := m.current(); s.until != nil && s.until(m.host) {
		m.next(true)
	}
}

func (m *Mode) current() step { return all()[m.lesson].steps[m.step] }

// Height is how many lines of a screen of w by h cells the lesson takes: always the same, so that nothing jumps; none
// where the panes need all.
func (m *Mode) Height(w, h int) int {
	if !m.on || h < leastHeight || w < leastWidth {
		return 0
	}
	if m.heights[w] == 0 {
		most := 0
		for _, l := range all() {
			for _, s := range l.steps {
				most = max(most, len(cells.Wrap("✓ "+m.keyed(s.say), w-2)))
			}
		}
		m.heights[w] = most + 1
	}
	return min(m.heights[w], h/3)
}

// The least window in which a lesson has room beside the panes.
const leastWidth, leastHeight = 36, 16

// keyed puts keys in the place of the actions in braces, between backquotes.
func (m *Mode) keyed(say string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(say, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return b.String()
		}
		b.WriteString("`" + m.host.Key(name) + "`")
		say = after
	}
}

// Lines draw the lesson in n lines of w cells.
func (m *Mode) Lines(th *theme.Theme, w, n int) (out []string) {
	if n == 0 {
		return nil
	}
	l := all()[m.lesson]
	right := draw.Hints([]draw.Hint{{Key: m.host.Key("skip-step"), Word: "skip"},
		{Key: m.host.Key("lessons"), Word: "leave"}})
	var title []draw.Seg
	for _, about := range []string{": " + l.title, ""} {
		title = []draw.Seg{draw.Strong(" Lesson " + number(m.lesson+1) + " of " + number(len(all())) + about + " "),
			draw.Dim("· step " + number(m.step+1) + " of " + number(len(l.steps)) + " ")}
		if draw.Width(title)+draw.Width(right) <= w {
			break
		}
	}
	fill := max(w-draw.Width(title)-draw.Width(right), 0)
	out = append(out, draw.Justified(th, w, append(title, draw.Dim(strings.Repeat("─", fill))), right))
	say := m.keyed(m.current().say)
	if m.praised {
		say = "✓ " + say
	}
	for _, line := range cells.Wrap(say, max(w-2, 1)) {
		if len(out) < n {
			out = append(out, draw.Line(th, w, spoken(line)...))
		}
	}
	for len(out) < n {
		out = append(out, draw.Line(th, w))
	}
	return out
}

// spoken are the words of a line, its keys standing out.
func spoken(line string) []draw.Seg {
	segs := []draw.Seg{draw.Plain(" ")}
	for i, part := range strings.Split(line, "`") {
		if i%2 == 1 {
			segs = append(segs, draw.As(theme.Key, part))
			continue
		}
		segs = append(segs, draw.Plain(part))
	}
	return segs
}

func number(n int) string { return string(rune('0' + n)) }

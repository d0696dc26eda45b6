package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
)

// typingAhead keeps keys that are pressed while an article is being analysed until its quotes are there. Once one
// waits, all that follow do, so that they come in the order in which they were pressed; only the text can be moved
// meanwhile, and esc lets what waits be.
type typingAhead struct{ *model }

// mostAhead is how many keys wait at most: more were not pressed by somebody who knows what they do.
const mostAhead = 64

// takes keeps a key if it has to wait, and reports whether it did.
func (m typingAhead) takes(k tea.KeyPressMsg) bool {
	o := m.current()
	if o == nil || o.run == nil || len(m.ahead) == mostAhead {
		return false
	}
	i := m.keys.At(m.context(), k.String())
	waits := len(m.ahead) > 0 // a key of another mode may follow the one that begins it
	if i >= 0 {
		a := m.actions[i]
		switch moves := a.Group == groupMove; {
		case a.Name == "leave" && waits:
			m.model.ahead = nil
			m.tell("nothing waits any more")
			return true
		case slices.Contains([]string{"quit", "suspend", "leave"}, a.Name), moves && m.at.Focus == layout.Article:
			return false
		default:
			waits = waits || moves || !a.always
		}
	}
	if !waits {
		return false
	}
	m.model.ahead = append(m.ahead, k)
	return true
}

// told says which keys wait.
func (m typingAhead) told() string {
	if len(m.ahead) == 0 {
		return ""
	}
	var all []string
	for _, k := range m.ahead[max(len(m.ahead)-5, 0):] {
		all = append(all, keys.Show(k.String()))
	}
	return " · " + strings.Join(all, " ") + " waits for it: " + m.say("leave") + " takes it back"
}

// catchUp does what was waited with.
func (m typingAhead) catchUp() {
	all := m.ahead
	m.model.ahead = nil
	for _, k := range all {
		m.settle()
		m.press(k)
	}
}

package picking

import (
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/stride"
)

// Action is an action of the table of keys with what it does while words are chosen.
type Action struct {
	keys.Action
	Do func(*Mode)
}

// group is the heading under which help shows the actions.
const group = "Choose words"

// Actions are all that can be done while words are chosen.
func Actions() []Action {
	move := func(unit stride.Unit, forward bool) func(*Mode) {
		return func(m *Mode) { m.moveEdge(unit, forward) }
	}
	return []Action{
		bind("pick-word-right", on("w", "right"), "word", "the edge a word on", move(stride.Word, true)),
		bind("pick-word-left", on("b", "left"), "back", "the edge a word back", move(stride.Word, false)),
		bind("pick-sign-right", on("l", "shift+right"), "", "the edge a sign on", move(stride.Sign, true)),
		bind("pick-sign-left", on("h", "shift+left"), "", "the edge a sign back", move(stride.Sign, false)),
		bind("pick-sentence-right", on(")", "alt+right"), "sentence", "the edge a sentence on", move(stride.Sentence, true)),
		bind("pick-sentence-left", on("(", "alt+left"), "", "the edge a sentence back", move(stride.Sentence, false)),
		bind("pick-down", on("j", "down"), "", "the edge a line down", func(m *Mode) { m.moveLine(1) }),
		bind("pick-up", on("k", "up"), "", "the edge a line up", func(m *Mode) { m.moveLine(-1) }),
		bind("pick-search", on("/"), "find", "the edge to words that you type", (*Mode).search),
		bind("pick-edge", on("v", "tab", "o"), "other edge", "hold the words; then move the other edge", (*Mode).otherEdge),
		bind("pick-part", on("s"), "part", "part the content in two where the moved edge stands", (*Mode).part),
		bind("pick-none", on("0", "backspace"), "none", "no words are it", (*Mode).nothing),
		bind("pick-done", on("enter"), "done", "these are the words", (*Mode).done),
		bind("pick-leave", on("esc", "q"), "leave", "a step back, or leave it as it was", (*Mode).Leave),
	}
}

func bind(name string, bound []string, short, help string, do func(*Mode)) Action {
	return Action{keys.Action{Name: name, Keys: bound, Help: help, Short: short, Group: group, In: keys.Picking}, do}
}

func on(k ...string) []string { return k }

// Hinted are the actions hinted at while words are chosen, those that matter most first.
var Hinted = []string{"pick-done", "pick-word-right", "pick-word-left", "pick-sentence-right", "pick-search",
	"pick-edge", "pick-part", "pick-none", "pick-leave"}

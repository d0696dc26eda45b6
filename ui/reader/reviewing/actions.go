package reviewing

import (
	"slices"

	"hearsay/ui/reader/keys"
)

// Action is an action of the table of keys with what it does in a review.
type Action struct {
	keys.Action
	Do func(*Mode)
}

// group is the heading under which help shows the actions.
const group = "Review"

// Actions are all that can be done in a review, and what has to do with one elsewhere.
func Actions() []Action {
	const in = keys.Deciding
	return deciding([]Action{
		bind("review", keys.Anywhere|in, on("v"), "review", "review what the machine found, or end the review",
			(*Mode).toggle),
		bind("place-of-item", keys.Review, on("enter"), "ask", "from the row of the review to the quote in question",
			func(m *Mode) { m.host.Enter() }),
		bind("accept", in, on("a"), "right", "it is right: go on to the next", (*Mode).accept),
		bind("reject", in, on("x"), "no quote", "it is no quote, or no position", (*Mode).reject),
		bind("by-digit", keys.Answering, on("1", "2", "3", "4", "5", "6", "7", "8", "9"), "",
			"it is the speaker of this digit; in a list digits lead to panes",
			(*Mode).sayByDigit),
		bind("who", in, on("r"), "who", "say who says it: by letter, name, new name, or a click on a mention",
			(*Mode).sayWho),
		bind("nobody", in, on("0"), "unknown", "the article does not tell who says it", (*Mode).nobody),
		bind("extent", in, on("e"), "words",
			"move the edges of the content, part it in two; of a position, choose the target",
			func(m *Mode) { correcting{m}.extent() }),
		bind("join", in, on("&"), "", "join it with the next quote", func(m *Mode) { correcting{m}.join() }),
		bind("same", keys.Speakers|keys.Card, on("&"), "same as", "the speaker is the same as another: make one of the two",
			func(m *Mode) { joining{m}.same() }),
		bind("kind", in, on("i"), "", "another kind; that it was denied, or refused; of a position, another side",
			func(m *Mode) { correcting{m}.kind() }),
		bind("source-words", in, on("S"), "", "choose the words that tell who", func(m *Mode) { correcting{m}.source() }),
		bind("cue-words", in, on("C"), "", "choose the words that attribute", func(m *Mode) { correcting{m}.cue() }),
		bind("missed", in, on("+"), "missed", "add a quote, or a position, that was missed", (*Mode).missed),
		bind("skip", in, on("space"), "skip", "leave it for later; go on where it is decided", (*Mode).skip),
		bind("flag", in, on("!"), "", "flag it, to be looked at again", (*Mode).flag),
		bind("note", in, on(";"), "", "write a note on it", (*Mode).askNote),
		bind("undo", keys.Anywhere|in, on("u"), "undo", "take the last decision back", func(m *Mode) { turning{m}.undo() }),
		bind("redo", keys.Anywhere|in, on("ctrl+r"), "", "restore what was taken back", func(m *Mode) { turning{m}.redo() }),
		bind("complete", in, on("D"), "complete", "say that nothing is missed in the article, or that something may be",
			(*Mode).complete),
		bind("sitting", in, on("O"), "order", "what is reviewed in which order, and whether blind",
			func(m *Mode) { ordering{m}.openSitting() }),
		bind("figures", in, on("%"), "", "how accurate the machine is in what was decided",
			func(m *Mode) { ordering{m}.openFigures() }),
		bind("take-first", in, on("<"), "first", "decide as the first of two reviewers did", func(m *Mode) { m.take(false) }),
		bind("take-second", in, on(">"), "second", "decide as the second of two reviewers did",
			func(m *Mode) { m.take(true) }),
		bind("others", in, on("*"), "", "show what other reviewers decided, or hide it",
			func(m *Mode) { ordering{m}.toggleOthers() }),
	})
}

// looking are the actions that only show what was decided.
var looking = []string{"review", "place-of-item", "figures", "others"}

// deciding has all actions that decide, or lead to a decision, ask first whether it can be kept: nobody is to choose
// words or names for nothing.
func deciding(all []Action) []Action {
	for i, a := range all {
		if slices.Contains(looking, a.Name) {
			continue
		}
		all[i].Do = func(m *Mode) {
			if m.ready() {
				a.Do(m)
			}
		}
	}
	return all
}

func bind(name string, in keys.Context, bound []string, short, help string, do func(*Mode)) Action {
	return Action{keys.Action{Name: name, Keys: bound, Help: help, Short: short, Group: group, In: in}, do}
}

func on(k ...string) []string { return k }

// The actions hinted at in a review, and where it is decided between two, those that matter most first.
var (
	hinted = []string{"same", "accept", "reject", "who", "nobody", "extent", "skip", "undo", "missed", "position",
		"sitting", "complete", "review"}
	hintedBetween = []string{"take-first", "take-second", "accept", "reject", "who", "extent", "skip", "undo", "review"}
)

// Hinted are the actions hinted at in the review of the article on the screen.
func (m *Mode) Hinted() []string {
	if m.review().matters != nil {
		return hintedBetween
	}
	return hinted
}

// leads is what is behind another panel, to which leaving that leads back.
func (m *Mode) leads() string {
	if m.host.Width() < stackedRoom {
		return "back"
	}
	return "back to the question"
}

// Words are the short word and the help of an action as they are now: the two between whom is decided bear their
// names. They are empty for what is not done now.
func (m *Mode) Words(a keys.Action) (short, help string) {
	if !m.On() {
		return a.Short, a.Help
	}
	two := m.review().matters
	switch a.Name {
	case "leave":
		return m.leads(), a.Help
	case "reject":
		if it, ok := m.asked(); ok {
			return noneSuch(it), "it is " + noneSuch(it)
		}
	case "review":
		return "end review", "end the review: every decision is kept"
	case "take-first", "take-second":
		if two == nil {
			return "", ""
		}
	}
	switch a.Name {
	case "take-first":
		return "as " + two.a.Name, "decide as " + two.a.Name + " did"
	case "take-second":
		return "as " + two.b.Name, "decide as " + two.b.Name + " did"
	}
	return a.Short, a.Help
}

package reader

import (
	"strings"

	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/lessons"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/picking"
	"hearsay/ui/reader/reviewing"
)

// action is an action of the key table with what it does.
type action struct {
	keys.Action
	do func(*model)
	// always is set for what needs no analysed article.
	always bool
}

// Actions are all that the reader can be told to do, in the order in which help shows them.
func Actions() []keys.Action { return tableOf(actions()).Actions() }

func tableOf(as []action) keys.Table {
	out := make([]keys.Action, len(as))
	for i, a := range as {
		out[i] = a.Action
	}
	return keys.New(out)
}

// The groups under which help shows the actions.
const (
	groupQuotes    = "From quote to quote"
	groupFollow    = "Follow"
	groupMove      = "Move"
	groupPanes     = "Panes"
	groupPositions = "Positions"
	groupFind      = "Find and narrow down"
	groupArticles  = "Articles and copying"
	groupProgram   = "Hearsay"
)

// actions is the one table: it feeds matching, hints, help, the palette, the manual and the configuration.
func actions() []action {
	var out []action
	for _, group := range [][]action{quoteActions(), followActions(), moveActions(), paneActions(), positionActions(),
		findActions(), reviewActions(), pickActions(), articleActions(), programActions()} {
		out = append(out, group...)
	}
	return out
}

// pickActions are those of the choice of words.
func pickActions() (out []action) {
	for _, a := range picking.Actions() {
		out = append(out, action{Action: a.Action, do: func(m *model) { a.Do(m.picking) }})
	}
	return out
}

// reviewActions are those of the review.
func reviewActions() (out []action) {
	for _, a := range reviewing.Actions() {
		out = append(out, action{Action: a.Action, do: func(m *model) { a.Do(m.reviewing) }})
	}
	return out
}

func bind(name, group string, in keys.Context, bound []string, short, help string, do func(*model)) action {
	return action{Action: keys.Action{Name: name, Keys: bound, Help: help, Short: short, Group: group, In: in}, do: do}
}

// registered is an action of a pane in the registry.
func registered(a keys.Action, group string, in keys.Context, do func(*model)) action {
	a.Group, a.In = group, in
	return action{Action: a, do: do}
}

func on(k ...string) []string { return k }

// withoutQuotes marks actions that need no analysed article.
func withoutQuotes(as []action) []action {
	for i := range as {
		as[i].always = true
	}
	return as
}

func quoteActions() []action {
	const g, all = groupQuotes, keys.Anywhere
	return []action{
		bind("next-quote", g, all, on("J", "]"), "next", "next quote", func(m *model) { m.stepQuote(1, none) }),
		bind("previous-quote", g, all, on("K", "["), "previous", "previous quote", func(m *model) { m.stepQuote(-1, none) }),
		bind("next-same", g, all, on("}"), "next by same", "next quote by the same speaker",
			func(m *model) { m.stepSame(1) }),
		bind("previous-same", g, all, on("{"), "", "previous quote by the same speaker", func(m *model) { m.stepSame(-1) }),
		bind("first-quote", g, all, on("("), "", "first quote", func(m *model) { m.edgeQuote(true) }),
		bind("last-quote", g, all, on(")"), "", "last quote", func(m *model) { m.edgeQuote(false) }),
	}
}

func followActions() (out []action) {
	const g, all = groupFollow, keys.Anywhere
	for i, e := range pane.All() {
		out = append(out, registered(e.Enter, g, e.In, func(m *model) { m.enter(layout.Pane(i)) }))
		if e.In == keys.Speakers {
			out = append(out, bind("quotes-of-speaker", g, keys.Speakers|keys.Card, on("Q"), "their quotes",
				"from the speaker to their quotes", (*model).followToQuotes))
		}
	}
	out = append(out,
		bind("speaker", g, all, on("s"), "speaker", "speaker of the current quote",
			func(m *model) { m.enter(layout.Article) }),
		bind("position", g, all, on("p"), "position", "position of the current quote, or of its speaker",
			(*model).followToPosition),
		bind("mentions", g, all, on("m"), "mentions", "light all mentions of the current speaker, or put them out",
			(*model).toggleMentions))
	out = append(out, bind("follow-person", g, all, on("P"), "follow", "the current speaker in all articles of the "+
		"library: quotes and positions in the order of time, and who is who", func(m *model) { across{m}.follow() }))
	return append(out, withoutQuotes([]action{
		bind("back", g, all, on("H", "alt+left", "ctrl+o", "backspace"), "back", "back through the jumps", (*model).back),
		bind("forward", g, all, on("L", "alt+right"), "", "forward again", (*model).forward),
	})...)
}

func moveActions() []action {
	const g, all = groupMove, keys.Anywhere
	return withoutQuotes([]action{
		bind("down", g, all, on("j", "down"), "", "a line or a row down", func(m *model) { m.down(1) }),
		bind("up", g, all, on("k", "up"), "", "a line or a row up", func(m *model) { m.down(-1) }),
		bind("page-down", g, all, on("space", "pgdown", "ctrl+f"), "page", "a page down", func(m *model) { m.page(1) }),
		bind("page-up", g, all, on("pgup", "ctrl+b"), "", "a page up", func(m *model) { m.page(-1) }),
		bind("half-down", g, all, on("ctrl+d"), "", "half a page down", func(m *model) { m.page(0.5) }),
		bind("half-up", g, all, on("ctrl+u"), "", "half a page up", func(m *model) { m.page(-0.5) }),
		bind("top", g, all, on("g", "home"), "", "top", func(m *model) { m.edge(true) }),
		bind("bottom", g, all, on("G", "end"), "", "bottom", func(m *model) { m.edge(false) }),
		bind("next-paragraph", g, all, on("ctrl+down"), "", "next paragraph", func(m *model) { m.stepParagraph(1) }),
		bind("previous-paragraph", g, all, on("ctrl+up"), "", "previous paragraph", func(m *model) { m.stepParagraph(-1) }),
		bind("go-to", g, all, on("#", "ctrl+g"), "", "go to a paragraph (12) or a place (50%)", (*model).askPlace),
	})
}

func paneActions() []action {
	const g, all = groupPanes, keys.Anywhere
	out := []action{
		bind("next-pane", g, all, on("tab"), "pane", "next pane", func(m *model) { m.stepPane(1) }),
		bind("previous-pane", g, all, on("shift+tab"), "", "previous pane", func(m *model) { m.stepPane(-1) }),
	}
	for i, e := range pane.All() {
		out = append(out, registered(e.Go, g, all, func(m *model) { m.jumpTo(layout.Pane(i)) }))
	}
	for i, e := range pane.All() {
		if e.Toggle.Name != "" {
			out = append(out, registered(e.Toggle, g, all, func(m *model) { m.togglePanel(layout.Pane(i)) }))
		}
	}
	return withoutQuotes(append(out,
		bind("zoom", g, all, on("z"), "zoom", "give the pane the whole screen, and back", (*model).toggleZoom),
		bind("narrower", g, all, on("<"), "", "less room for the article", func(m *model) { m.setSplit(m.split - 5) }),
		bind("wider", g, all, on(">"), "", "more room for the article", func(m *model) { m.setSplit(m.split + 5) }),
	))
}

func positionActions() []action {
	const g = groupPositions
	return []action{
		bind("group", g, keys.Anywhere, on("t"), "group", "positions by topic, by speaker, or as a table of both",
			(*model).nextGrouping),
		bind("left", g, keys.Positions, on("left", "h"), "", "the table's column to the left",
			func(m *model) { m.stepColumn(-1) }),
		bind("right", g, keys.Positions, on("right", "l"), "", "the table's column to the right",
			func(m *model) { m.stepColumn(1) }),
		bind("states", g, keys.Anywhere, on("="), "states", "show what is stated without taking a side, or hide it",
			func(m *model) { m.tell(pane.ToggleStates(m.view())) }),
		bind("doubtful", g, keys.Anywhere, on("~"), "less sure", "show the positions that are less sure, or hide them",
			(*model).toggleDoubts),
	}
}

func findActions() []action {
	const g, all = groupFind, keys.Anywhere
	return withoutQuotes([]action{
		bind("search", g, all, on("/"), "search", "search the article, or the rows of a list", (*model).askSearch),
		bind("next-hit", g, all, on("n"), "", "next place found", func(m *model) { m.stepHit(1) }),
		bind("previous-hit", g, all, on("N"), "", "previous place found", func(m *model) { m.stepHit(-1) }),
		bind("filter", g, all, on("f"), "filter", "show only the rows of a list that hold some words", (*model).askFilter),
		bind("only", g, all, on("o"), "only", "narrow everything down to the current speaker, and back", (*model).toggleOnly),
		bind("sure", g, all, on("-"), "only sure", "show and count only what is sure or likely, only what is sure, or all",
			(*model).nextSureness),
		bind("clear", g, all, on("F"), "", "clear all filters and the search", (*model).clear),
		bind("leave", g, all, on("esc"), "", "out of the innermost thing: light, search, filter, speaker, zoom, panel, "+
			"review", (*model).escape),
	})
}

func articleActions() []action {
	const g, all = groupArticles, keys.Anywhere
	return append([]action{
		bind("copy", g, all, on("y"), "copy", "copy what the pane shows: the quote (of a paraphrase, the sentence), all "+
			"quotes of the speaker, the position, the panel", func(m *model) { copying{m}.copyCurrent(false) }),
		bind("copy-attributed", g, all, on("Y"), "", "copy it with who says it, the article, and a link to the place",
			func(m *model) { copying{m}.copyCurrent(true) }),
		bind("copy-add", g, all, on("ctrl+y"), "", "add it to what was copied before", func(m *model) { copying{m}.add() }),
		bind("copy-to-file", g, all, on("W"), "", "write it to a file, behind what that holds",
			func(m *model) { copying{m}.toFile() }),
		bind("mark", g, keys.Article|keys.Lists|keys.Why|keys.Card, on("V"), "mark",
			"mark the row, to copy or export it with others, or take the mark away", func(m *model) { copying{m}.pick() }),
		bind("export", g, all, on("E"), "export", "export all, the speaker or what is marked, in any format",
			func(m *model) { exporting{copying{m}}.begin() }),
	}, withoutQuotes([]action{
		bind("browser", g, all, on("b"), "", "open the article in the browser, at the current quote",
			func(m *model) { commands{m}.browse() }),
		bind("articles", g, all, on("A"), "articles", "list of articles", func(m *model) { offering{m}.open() }),
		bind("outlook", g, all, on("U"), "", "who is heard how much in the library",
			func(m *model) { across{m}.outlook() }),
		bind("next-article", g, all, on("."), "next article", "next article", func(m *model) { m.goTo(m.at.Item + 1) }),
		bind("previous-article", g, all, on(","), "", "previous article", func(m *model) { m.goTo(m.at.Item - 1) }),
		bind("stop", g, all, on("x"), "stop", "stop the analysis at work", (*model).stopAnalysis),
		bind("analyse", g, all, on("r"), "analyse", "analyse an article whose analysis was stopped", (*model).restart),
	})...)
}

func programActions() []action {
	const g, all = groupProgram, keys.Anywhere
	learning := []action{bind("tour", g, all, on("f4"), "", "the picture of the first steps",
		func(m *model) { teaching{model: m}.tour() })}
	for _, a := range lessons.Actions(g) {
		learning = append(learning, action{Action: a.Action, do: func(m *model) { a.Do(m.lessons) }})
	}
	return withoutQuotes(append([]action{
		bind("help", g, all|keys.Picking, on("?", "f1"), "help", "the keys of this pane", (*model).openHelp),
		bind("palette", g, all, on(":", "ctrl+p"), "", "every action, by name", (*model).openPalette),
		bind("theme", g, all, on("T"), "", "dark, light, or the terminal's own colours", (*model).nextTheme),
		bind("mouse", g, all, on("M"), "", "hand the mouse to the terminal, and take it back", (*model).toggleMouse),
		bind("suspend", g, all, on("ctrl+z"), "", "to the shell; fg comes back", (*model).suspend),
		bind("quit", g, all, on("q"), "quit", "quit", func(m *model) { m.quit = true }),
	}, learning...))
}

// context is where a key is looked up first.
func (m *model) context() keys.Context {
	switch {
	case m.picking.On():
		return keys.Picking
	case m.reviewing.Answering():
		return keys.Deciding | keys.Answering
	case m.reviewing.On():
		return keys.Deciding
	}
	return m.panes.Of(m.at.Focus).In
}

// elsewhere says of a key that does nothing here where it does something.
func (m *model) elsewhere(key string) string {
	shown := keys.Show(key)
	if i := m.keys.At(keys.Deciding|keys.Answering, key); i >= 0 {
		return shown + " decides in a review: " + m.say("review") + " begins one"
	}
	for p, e := range m.panes.Entries() {
		if i := m.keys.At(e.In, key); i >= 0 && e.Go.Name != "" && layout.Pane(p) != m.at.Focus {
			return shown + " is for the " + strings.ToLower(e.Name) + ": " + m.say(e.Go.Name) + " leads there"
		}
	}
	return shown + " does nothing here: " + m.say("help") + " lists the keys"
}

// say is the first key of an action, as it is shown.
func (m *model) say(name string) string { return keys.Show(m.key(name)) }

// key is the first key of an action, as it is pressed; empty for an action without any.
func (m *model) key(name string) string {
	if a, ok := m.keys.Named(name); ok && len(a.Keys) > 0 {
		return a.Keys[0]
	}
	return ""
}

package reader

import (
	"fmt"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/theme"
)

// openHelp lists the keys of what is being done, then those of the pane in focus, and what the marks mean.
func (m *model) openHelp() {
	first, pane := m.context(), contextOf(m.at.focus)
	title := "Keys: " + strings.ToLower(paneNames[m.at.focus])
	if first != pane {
		title = "Keys " + first.String()
	}
	all := m.keysIn(first, 0)
	if first == keys.Deciding {
		all = append(all, m.keysIn(pane, first)...)
	}
	if first != keys.Picking {
		all = append(all, m.legend()...)
	}
	m.openMenu(menu{title: title, all: all})
}

// keysIn lists the actions of a context, but for those that another one has too.
func (m *model) keysIn(in, but keys.Context) (all []choice) {
	group, width := "", m.keyColumn()
	for i, a := range m.keys.Actions() {
		if a.In&in == 0 || a.In&but != 0 {
			continue
		}
		if a.Group != group {
			group = a.Group
			all = append(all, headingChoice(group))
		}
		all = append(all, m.actionChoice(i, a, width))
	}
	return all
}

func headingChoice(s string) choice {
	return choice{heading: true, segs: []seg{strong(s)}, words: s}
}

// keyColumn is how wide the keys of help are: as wide as they need, but no more than a third of the screen.
func (m *model) keyColumn() int {
	w := 0
	for _, a := range m.keys.Actions() {
		w = max(w, cells.Width(keys.ShowAll(a.Keys)))
	}
	return min(w, max(m.w/3, 8))
}

// actionChoice is an action with its keys in front; choosing it does it.
func (m *model) actionChoice(i int, a keys.Action, width int) choice {
	shown := keys.ShowAll(a.Keys)
	return choice{
		segs:  []seg{{theme.Look{Part: theme.Key}, " " + cells.Fit(shown, width) + "  "}, plain(a.Help)},
		words: a.Name + " " + a.Help + " " + shown,
		do:    func(m *model) { m.do(i) },
	}
}

// legend tells what the marks in the article mean.
func (m *model) legend() []choice {
	out := []choice{headingChoice("Marks in the article")}
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		sample := seg{theme.Look{Speaker: 1, Flags: flagOf(k)}, "words"}
		out = append(out, legendLine([]seg{of(0, " A"+bars[k]+"  "), sample}, k.String()+": "+kindMeans[k]))
	}
	out = append(out,
		legendLine([]seg{of(0, " A"), {theme.Look{Speaker: 1, Part: theme.Strong}, m.currentBar() + "  words"}}, "the current quote; its source and cue are bold"),
		legendLine([]seg{of(0, " A")}, "the speaker's letter, as in the list of speakers; ? is unknown, + beyond z"),
		legendLine([]seg{of(1, " B"), of(0, "A"+bars[analysis.Direct])}, "two speakers: of a joint source, or of two quotes on the line"),
		legendLine([]seg{of(0, " █▐")}, "at the right edge: where quotes stand in the whole article, and what is in sight"),
		legendLine([]seg{strong(" sure 0.93")}, "how likely it is that words and source are right: sure, likely, unsure, a guess"),
	)
	for _, s := range []analysis.Stance{analysis.Supports, analysis.Opposes, analysis.Neutral} {
		out = append(out, legendLine([]seg{strong(" " + signs[s])}, s.String()+map[analysis.Stance]string{analysis.Neutral: ": states it as so, takes no side"}[s]))
	}
	for _, s := range []struct{ sign, means string }{{disputedSign, "others take the other side of it"}, {sharedSign, "others take the same side, nobody the other"}, {bothSign, "the speaker is on both sides of it"}} {
		out = append(out, legendLine([]seg{strong(" " + s.sign)}, s.means))
	}
	return out
}

func legendLine(sample []seg, means string) choice {
	fill := strings.Repeat(" ", max(15-segsWidth(sample), 1))
	return choice{segs: append(sample, plain(fill+means)), words: means}
}

// openPalette lists every action, best fit first; a number goes to a paragraph.
func (m *model) openPalette() {
	var all []choice
	for i, a := range m.keys.Actions() {
		if a.In&contextOf(m.at.focus) == 0 {
			continue
		}
		all = append(all, choice{
			segs:  []seg{plain(a.Help)},
			about: []seg{dim(a.Name + "  "), {theme.Look{Part: theme.Key}, keys.ShowAll(a.Keys)}},
			words: a.Help + " " + a.Name,
			do:    func(m *model) { m.do(i) },
		})
	}
	m.openMenu(menu{title: "Every action", all: all, fuzzy: true, more: placeChoices})
}

func placeChoices(m *model, typed string) []choice {
	number := strings.TrimSuffix(strings.TrimSpace(typed), "%")
	if _, err := strconv.Atoi(number); err != nil || m.current() == nil {
		return nil
	}
	help := "go to paragraph " + number
	if strings.HasSuffix(strings.TrimSpace(typed), "%") {
		help = "go to " + number + " % of the article"
	}
	return []choice{{segs: []seg{plain(help)}, do: func(m *model) { m.goToPlace(typed) }}}
}

// openArticles lists the articles; a reader who gave none starts here.
func (m *model) openArticles() {
	var all []choice
	number := len(strconv.Itoa(len(m.options.Items)))
	for i, it := range m.options.Items {
		c := choice{
			segs:  []seg{dim(fmt.Sprintf("%*d ", number, i+1)), strong(m.itemTitle(i))},
			words: m.itemTitle(i) + " " + it.Name + " " + it.About,
			do:    func(m *model) { m.goTo(i) },
		}
		if !m.options.Choose {
			c.about = []seg{dim(it.About)}
		}
		all = append(all, c)
		if m.options.Choose && it.About != "" {
			all = append(all, choice{segs: []seg{dim(strings.Repeat(" ", number+1) + it.About)}, words: c.words})
		}
	}
	if m.options.Choose {
		all = append(all, choice{segs: []seg{plain("")}}, choice{segs: []seg{dim("your own: hearsay FILE… or a pipe; text, Markdown, saved pages")}})
	}
	m.openMenu(menu{title: "Who said what? Choose an article", all: all, numbered: true, stays: m.current() == nil})
	for range m.at.item {
		m.menu.step(1)
	}
}

// itemTitle is an article's title once it is known, and the name of its file before.
func (m *model) itemTitle(i int) string {
	if o := m.shelf[i]; o != nil && o.err == nil {
		return m.title(o)
	}
	return m.options.Items[i].Name
}

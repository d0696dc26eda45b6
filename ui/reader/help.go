package reader

import (
	"slices"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/page"
	"hearsay/ui/reader/pane"
	"hearsay/ui/reader/theme"
	"hearsay/ui/reader/view"
)

// openHelp lists the keys of what is being done, then those of the pane in focus, and what the marks mean.
func (m *model) openHelp() {
	first, pane := m.context(), m.panes.Of(m.at.Focus).In
	title := "Keys: " + strings.ToLower(m.panes.Of(m.at.Focus).Name)
	if first != pane {
		title = "Keys " + first.String()
	}
	all := m.keysIn(first, 0)
	switch {
	case first&keys.Deciding != 0:
		title = "Keys in the review"
		all = append(all, m.keysIn(pane, first)...)
	case first != keys.Picking:
		all = append(all, m.legend()...)
	}
	m.openMenu(&asking.Menu{Title: title, All: all})
}

// keysIn lists the actions of a context by the keys that do them there: not those of another context, nor keys that
// mean something else in it.
func (m *model) keysIn(in, but keys.Context) (all []asking.Choice) {
	group, width := "", m.keyColumn()
	for i, a := range m.keys.Actions() {
		if _, a.Help = m.reviewing.Words(a); a.In&in == 0 || a.In&but != 0 || a.Help == "" {
			continue
		}
		if but != 0 {
			a.Keys = slices.DeleteFunc(slices.Clone(a.Keys), func(k string) bool { return m.keys.At(but, k) >= 0 })
			if len(a.Keys) == 0 {
				continue
			}
		}
		if a.Group != group {
			group = a.Group
			all = append(all, headingChoice(group))
		}
		all = append(all, m.actionChoice(i, a, width))
	}
	return all
}

func headingChoice(s string) asking.Choice {
	return asking.Choice{Heading: true, Segs: []draw.Seg{draw.Strong(s)}, Words: s}
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
func (m *model) actionChoice(i int, a keys.Action, width int) asking.Choice {
	shown := keys.ShowAll(a.Keys)
	return asking.Choice{
		Segs:  []draw.Seg{draw.As(theme.Key, " "+cells.Fit(shown, width)+"  "), draw.Plain(a.Help)},
		Words: a.Name + " " + a.Help + " " + shown,
		Do:    func() { m.do(i) },
	}
}

// legend tells what the marks in the article mean.
func (m *model) legend() []asking.Choice {
	out := []asking.Choice{headingChoice("Marks in the article")}
	direct := view.Bar(analysis.Direct, analysis.Certain)
	for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
		sample := draw.Seg{Look: theme.Look{Speaker: 1, Flags: pane.Flag(k, analysis.Said)}, Text: "words"}
		out = append(out, legendLine([]draw.Seg{draw.Of(0, " A"+view.Bar(k, analysis.Certain)+"  "), sample},
			k.String()+": "+view.KindMeans[k]))
	}
	out = append(out, surenessLines()...)
	out = append(out,
		legendLine([]draw.Seg{draw.Of(0, " A"), draw.Named(0, draw.Mark(m.options.Dumb)+"  words")},
			"the current quote; its source and cue are bold"),
		legendLine([]draw.Seg{draw.Of(0, " A")}, "the speaker's letter, as in the list of speakers; ? is unknown, "+
			"behind z come Greek ones"),
		legendLine([]draw.Seg{draw.Of(0, " A"), draw.Of(1, "B"), draw.Of(0, direct)},
			"two speakers of a joint source"),
		legendLine([]draw.Seg{draw.Of(1, " B"), draw.Of(0, "A"+direct)},
			"two quotes on the line: the bar is of the letter beside it"),
		legendLine([]draw.Seg{draw.Of(0, " █▐")}, "at the right edge: where quotes stand in the whole article, and "+
			"what is in sight; a click goes there"),
		unsaidLine(analysis.Denied, "denied: told as not said, and no part of anybody's share of voice"),
		unsaidLine(analysis.Refused, "refused: somebody declined to comment"),
		legendLine([]draw.Seg{draw.Strong(" sure 0.93")},
			"how likely it is that words and speaker are right"),
	)
	for _, s := range []analysis.Stance{analysis.Supports, analysis.Opposes, analysis.Neutral} {
		out = append(out, legendLine([]draw.Seg{draw.Strong(" " + view.Signs[s])},
			s.String()+map[analysis.Stance]string{analysis.Neutral: ": states it as so, takes no side"}[s]))
	}
	for _, s := range []struct{ sign, means string }{{view.DisputedSign, "others take the other side of it"},
		{view.SharedSign, "others take the same side, nobody the other"},
		{view.BothSign, "the speaker is on both sides of it"}} {
		out = append(out, legendLine([]draw.Seg{draw.Strong(" " + s.sign)}, s.means))
	}
	return out
}

// surenessLines tell how the levels of sureness are told apart.
func surenessLines() []asking.Choice {
	bars := func(l analysis.Level) (s string) {
		for _, k := range []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect} {
			s += view.Bar(k, l)
		}
		return s
	}
	faint := draw.Seg{Look: theme.Look{Speaker: 1, Flags: page.Direct | page.Unsure}, Text: "words"}
	return []asking.Choice{
		legendLine([]draw.Seg{draw.Of(0, " "+bars(analysis.Certain))}, "sure: heavy"),
		legendLine([]draw.Seg{draw.Of(0, " "+bars(analysis.Likely))}, "likely: thin"),
		legendLine([]draw.Seg{draw.Of(0, " "+bars(analysis.Unsure)+view.UnsureSign+" "), faint}, "unsure: thin and faint"),
	}
}

func legendLine(sample []draw.Seg, means string) asking.Choice {
	fill := strings.Repeat(" ", max(15-draw.Width(sample), 1))
	return asking.Choice{Segs: append(sample, draw.Plain(fill+means)), Words: means}
}

// unsaidLine tells how what was not said is marked: by its sign in place of the bar, and struck through.
func unsaidLine(p analysis.Polarity, means string) asking.Choice {
	sample := draw.Seg{Look: theme.Look{Speaker: 1, Flags: pane.Flag(analysis.Indirect, p)}, Text: "words"}
	return legendLine([]draw.Seg{draw.Of(0, " A"), draw.Strong(view.PolaritySigns[p]), draw.Plain("  "), sample}, means)
}

// meanings are further words by which the palette finds actions: what others call them.
var meanings = map[string]string{"group": "matrix stance grid", "theme": "colour color scheme mode",
	"export": "save as csv html markdown json table page", "copy": "clipboard yank", "copy-to-file": "save notes append",
	"sure": "certain confidence doubt reliable", "why": "explain evidence reason", "only": "focus isolate solo",
	"zoom": "maximise fullscreen", "card": "profile biography", "browser": "link url web page", "mark": "select multiple",
	"go-to": "jump line", "quit": "exit close", "articles": "open file switch", "review": "annotate correct check"}

// openPalette lists every action, best fit first; a number goes to a paragraph.
func (m *model) openPalette() {
	var all []asking.Choice
	for i, a := range m.keys.Actions() {
		if _, a.Help = m.reviewing.Words(a); a.In&(m.panes.Of(m.at.Focus).In|m.context()) == 0 || a.Help == "" {
			continue
		}
		all = append(all, asking.Choice{
			Segs:  []draw.Seg{draw.Plain(a.Help)},
			About: []draw.Seg{draw.Dim(a.Name + "  "), draw.As(theme.Key, keys.ShowAll(a.Keys))},
			Words: a.Help + " " + a.Name + " " + meanings[a.Name],
			Do:    func() { m.do(i) },
		})
	}
	m.openMenu(&asking.Menu{Title: "Every action", All: all, Fuzzy: true, More: m.placeChoices})
}

func (m *model) placeChoices(typed string) []asking.Choice {
	number := strings.TrimSuffix(strings.TrimSpace(typed), "%")
	if _, err := strconv.Atoi(number); err != nil || m.current() == nil {
		return nil
	}
	help := "go to paragraph " + number
	if strings.HasSuffix(strings.TrimSpace(typed), "%") {
		help = "go to " + number + " % of the article"
	}
	return []asking.Choice{{Segs: []draw.Seg{draw.Plain(help)}, Do: func() { m.goToPlace(typed) }}}
}

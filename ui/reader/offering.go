package reader

import (
	"cmp"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/opening"
)

// offering is the list of articles to open, as the reader fills it.
type offering struct{ *model }

// sectionOpen is the heading of what was given to the reader, or opened in it.
const sectionOpen = "Open"

// open shows the list: what is open, and what else there is to be opened.
func (m offering) open() {
	if begins := m.options.Choose && m.current() == nil; m.options.Offers != nil && !begins {
		m.takeOffers() // at the beginning they are the items
	}
	asked := opening.Asked{Rows: m.rows, Open: m.goTo, Named: m.options.Named, Find: m.find,
		Complete: m.options.Complete, First: m.at.Item, Stays: m.current() == nil, Now: m.options.now()}
	if m.options.Search != nil {
		asked.Search = m.search
	}
	if m.options.Shelf != nil {
		s := shelving(m)
		asked.OpenAll, asked.Remove, asked.Tag, asked.Undo, asked.Keep = s.openAll, s.remove, s.tag, s.undo, s.keep
		asked.Refresh = s.refresh
	}
	m.openMenu(opening.New(asked))
}

// pausedMsg tells that for a moment nothing more was typed, and searchedMsg what was found in the library then.
type (
	pausedMsg   struct{ typed string }
	searchedMsg struct {
		typed string
		found Found
	}
)

// pauseInTyping is how long nothing more is typed before it is looked for.
const pauseInTyping = 60 * time.Millisecond

// search looks for what is typed in the library once nothing more is typed.
func (m offering) search(typed string) {
	m.start(tea.Tick(pauseInTyping, func(time.Time) tea.Msg { return pausedMsg{typed} }))
}

// paused looks for what was typed, if that is still so, beside the reader.
func (m offering) paused(msg pausedMsg) {
	if o, ok := m.menu.(*opening.Opening); !ok || o.Typed() != msg.typed {
		return
	}
	search, ctx := m.options.Search, m.ctx
	m.start(func() tea.Msg { return searchedMsg{msg.typed, search(ctx, msg.typed)} })
}

// searched shows what was found, where the list is still open.
func (m offering) searched(msg searchedMsg) {
	o, ok := m.menu.(*opening.Opening)
	if !ok {
		return
	}
	f := opening.Found{Typed: msg.typed, Articles: msg.found.Articles, Asked: msg.found.Asked, Problem: msg.found.Problem}
	for _, p := range msg.found.Places {
		f.Hits = append(f.Hits, opening.Hit{Facts: p.Facts, Words: p.Words, Who: p.Who, Title: p.Title, Open: func() {
			m.menu = nil
			across(m).openTitled(p.Key, p.Title, p.Span)
		}})
	}
	o.Found(f)
}

// takeOffers puts what else can be opened behind what is open. Those that were not opened are asked for anew each time,
// and make no article "of 20".
func (m offering) takeOffers() {
	m.model.offers = nil
	for _, it := range m.options.Offers() {
		if it.Ref == "" || m.withRef(it.Ref) < 0 {
			m.model.offers = append(m.model.offers, it)
		}
	}
}

// withRef is the number of the item with a reference; below zero where none has it.
func (m offering) withRef(ref string) int {
	return slices.IndexFunc(m.options.Items, func(it Item) bool { return ref != "" && it.Ref == ref })
}

// rows are the items, those first that are open, then the offers, numbered on from them.
func (m offering) rows() (rows []opening.Row) {
	for i, it := range m.options.Items {
		if it.lesson || it.gone {
			continue
		}
		r := rowOf(it, i)
		if r.Section == "" || m.shelf[i] != nil && m.shelf[i].begun {
			r.Section = sectionOpen
		}
		if o := m.shelf[i]; o != nil && o.err == nil {
			r.Title, r.Facts, r.Preview = o.Title, m.facts(o), preview(o)
			if r.About == "" && !strings.Contains(it.Name, o.Title) {
				r.About = it.Name
			}
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b opening.Row) int {
		return btoi(b.Section == sectionOpen) - btoi(a.Section == sectionOpen)
	})
	for i, it := range m.offers {
		if !it.gone {
			rows = append(rows, rowOf(it, len(m.options.Items)+i))
		}
	}
	return append(rows, lessonRow(m.model)...)
}

// rowOf is an item of which nothing is known but what it tells of itself.
func rowOf(it Item, number int) opening.Row {
	return opening.Row{Facts: it.Facts, Counted: true, Section: it.Section, Title: it.Name,
		Also: it.Name + " " + it.Ref, Item: number}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mostTop is how many of those who say most are named.
const mostTop = 4

// facts are what is known of an article that was opened.
func (m offering) facts(o *opened) opening.Facts {
	f := m.options.Items[o.item].Facts
	f.Read = f.Read || o.begun
	if f.Outlet = cmp.Or(o.Article.Outlet, f.Outlet); !o.Article.Date.IsZero() {
		f.Date = o.Article.Date
	}
	if o.Doc == nil {
		return f
	}
	f.Found, f.Quotes, f.Speakers, f.Top = true, len(o.Doc.Quotes), len(o.Doc.Speakers), nil
	order := make([]int, len(o.Doc.Speakers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return o.Voices.By[b].Words - o.Voices.By[a].Words })
	for _, s := range order[:min(mostTop, len(order))] {
		if o.Voices.By[s].Words > 0 {
			f.Top = append(f.Top, o.Short(s))
		}
	}
	return f
}

// How much of an article is laid out in its preview.
const previewParagraphs, previewBytes = 12, 1 << 12

// preview is how an article's text begins, without its title.
func preview(o *opened) (out []string) {
	for _, p := range o.Article.Paragraphs {
		words := p.Of(o.Article.Text)
		if len(words) > previewBytes {
			words = words[:previewBytes]
		}
		words = strings.Join(strings.Fields(strings.ToValidUTF8(words, "")), " ")
		if words == o.Article.Title || words == "" {
			continue
		}
		if out = append(out, cells.Clean(words)); len(out) == previewParagraphs {
			break
		}
	}
	return out
}

// goTo turns to an item, or to an offer, which is an item from then on.
func (m offering) goTo(item int) {
	if item == lessonItem {
		m.menu = nil
		m.lessons.Toggle()
		return
	}
	if at := item - len(m.options.Items); at >= 0 && at < len(m.offers) {
		it := m.offers[at]
		it.Section = sectionOpen
		m.options.Items = append(m.options.Items, it)
		item = len(m.options.Items) - 1
	}
	m.menu = nil
	m.model.goTo(item)
}

// foundMsg is what a name that was typed holds.
type foundMsg struct {
	items []Item
	err   error
}

// find opens what a reader named: beside the reader, since a folder may hold much.
func (m offering) find(name string) {
	if m.options.Find == nil {
		m.tell("nothing can be opened by name here")
		return
	}
	find, ctx := m.options.Find, m.ctx
	m.tell("looking for " + strings.TrimSpace(cells.Clean(name)) + " …")
	m.start(func() tea.Msg {
		items, err := find(ctx, name)
		return foundMsg{items, err}
	})
}

// found turns to the first of what a name holds.
func (m offering) found(msg foundMsg) {
	if msg.err != nil {
		m.tell(msg.err.Error())
		return
	}
	first := -1
	for _, it := range msg.items {
		at := m.withRef(it.Ref)
		if at < 0 {
			at = len(m.options.Items)
			m.options.Items = append(m.options.Items, it)
		}
		if first < 0 {
			first = at
		}
	}
	if first >= 0 {
		m.note = ""
		m.goTo(first)
	}
}

// restingTime is how long a line of the list is current before its article is read and analysed for the preview: not at
// every line that somebody passes.
const restingTime = 120 * time.Millisecond

// restedMsg tells that a line of the list has been current for some time.
type restedMsg struct{ item int }

// watch has the article of the current line read once it has been current for some time, so that it is there when it is
// chosen.
func (m offering) watch() {
	p, ok := m.menu.(*opening.Opening)
	if !ok {
		m.model.resting = none
		return
	}
	item, ok := p.Current()
	if !ok || item >= len(m.options.Items) {
		item = none
	}
	if item == m.resting {
		return
	}
	m.model.resting = item
	for i, o := range m.shelf {
		if i != item && i != m.at.Item && o.run != nil {
			o.run.cancel()
			o.run = nil
		}
	}
	if item != none {
		m.start(tea.Tick(restingTime, func(time.Time) tea.Msg { return restedMsg{item} }))
	}
}

// rests reports whether an item is that of the current line of the list.
func (m offering) rests(item int) bool {
	_, ok := m.menu.(*opening.Opening)
	return ok && m.resting == item
}

func (m offering) rested(msg restedMsg) {
	if !m.rests(msg.item) || m.options.Items[msg.item].Far {
		return
	}
	m.start(m.model.open(msg.item))
	if o := m.shelf[msg.item]; o != nil {
		m.ensureAnalysed(o)
	}
}

// visit notes that an item is being read.
func (m offering) visit(item int) {
	if m.options.Items[item].lesson {
		return
	}
	m.model.visits = append(slices.DeleteFunc(m.visits, func(i int) bool { return i == item }), item)
}

// remember gives whoever remembers what was read, the last first.
func (m offering) remember() {
	if m.options.Remember == nil {
		return
	}
	var all []Reading
	for _, item := range slices.Backward(m.visits) {
		o := m.shelf[item]
		if it := m.options.Items[item]; o != nil && o.machine != nil && it.Ref != "" {
			r := Reading{Ref: it.Ref, Title: o.Title, Facts: m.facts(o)}
			for _, s := range o.machine.Speakers {
				r.Cast = append(r.Cast, s.Name)
			}
			all = append(all, r)
		}
	}
	if len(all) > 0 {
		m.options.Remember(all)
	}
}

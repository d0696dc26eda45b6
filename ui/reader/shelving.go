package reader

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearsay/articles/export/told"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/opening"
)

// shelving changes the library from within the list of articles.
type shelving struct{ *model }

// removal is what was taken out of the library, and how it comes back.
type removal struct {
	items []string // Refs
	undo  func(context.Context) error
}

// item is the item, or the offer, of a number.
func (m shelving) item(number int) *Item {
	if at := number - len(m.options.Items); at >= 0 {
		return &m.offers[at]
	}
	return &m.options.Items[number]
}

// stored are the Refs of those that are in the library.
func (m shelving) stored(items []int) (refs []string) {
	for _, i := range items {
		if i != lessonItem && m.item(i).Stored {
			refs = append(refs, m.item(i).Ref)
		}
	}
	if len(refs) == 0 {
		m.tell("it is not in the library: alt+enter adds it")
	}
	return refs
}

// openAll opens several articles, the first of them now.
func (m shelving) openAll(items []int) {
	first := none
	var refs []string
	for _, i := range items {
		if i != lessonItem {
			refs = append(refs, m.item(i).Ref)
		}
	}
	for _, ref := range refs {
		at := offering(m).withRef(ref)
		for k := range m.offers {
			if at < 0 && m.offers[k].Ref == ref {
				it := m.offers[k]
				it.Section = sectionOpen
				m.options.Items = append(m.options.Items, it)
				at = len(m.options.Items) - 1
			}
		}
		if at >= 0 {
			m.options.Items[at].Section = ""
		}
		if first == none {
			first = at
		}
	}
	m.menu = nil
	if first != none {
		m.goTo(first)
	}
}

// remove takes articles out of the library.
func (m shelving) remove(items []int) {
	refs := m.stored(items)
	if len(refs) == 0 {
		return
	}
	undo, err := m.options.Shelf.Remove(m.ctx, refs)
	if err != nil {
		m.tell(err.Error())
		return
	}
	m.removed = append(m.removed, removal{refs, undo})
	m.show(refs, false)
	m.tell(told.Count(len(refs), "article") + " removed from the library: ctrl+z brings them back")
}

// show lists articles of the library, or lists them no more.
func (m shelving) show(refs []string, there bool) {
	in := map[string]bool{}
	for _, r := range refs {
		in[r] = true
	}
	for _, list := range [][]Item{m.options.Items, m.offers} {
		for i := range list {
			if in[list[i].Ref] {
				list[i].gone = !there
			}
		}
	}
}

// undo brings back what was taken out last.
func (m shelving) undo() {
	if len(m.removed) == 0 {
		m.tell("nothing was removed")
		return
	}
	last := m.removed[len(m.removed)-1]
	if err := last.undo(m.ctx); err != nil {
		m.tell(err.Error())
		return
	}
	m.model.removed = m.removed[:len(m.removed)-1]
	m.show(last.items, true)
	m.changed()
	m.tell(told.Count(len(last.items), "article") + " brought back")
}

// changed shows the list anew, where it is open.
func (m shelving) changed() {
	if o, ok := m.menu.(*opening.Opening); ok {
		o.Changed()
	}
}

// tag asks for tags of articles.
func (m shelving) tag(items []int) {
	refs := m.stored(items)
	if len(refs) == 0 {
		return
	}
	label := "tags for it"
	if len(refs) > 1 {
		label = "tags for " + told.Count(len(refs), "article")
	}
	m.ask(dialogue.Question{Label: label, About: func(string, int) string { return "a b gives two, -c takes one away" },
		Done: func(words string) string {
			if strings.TrimSpace(words) == "" {
				return ""
			}
			tags, err := m.options.Shelf.Tag(m.ctx, refs, words)
			if err != nil {
				return err.Error()
			}
			for _, i := range items {
				if it := m.item(i); len(items) == 1 {
					it.Tags = tags
				}
			}
			m.changed()
			m.tell("tagged: tag: finds them")
			return ""
		}})
}

// keptMsg tells what came of adding something to the library.
type keptMsg struct {
	told string
	err  error
}

// keep adds what is typed to the library, else an article.
func (m shelving) keep(typed string, item int) {
	name := strings.TrimSpace(typed)
	if name == "" {
		if item == lessonItem || m.item(item).Ref == "" {
			m.tell("it cannot be added from here")
			return
		}
		if m.item(item).Stored {
			m.tell("it is in the library")
			return
		}
		name = m.item(item).Ref
	}
	shelf, ctx := m.options.Shelf, m.ctx
	m.tell("adding " + cells.Clean(strings.TrimPrefix(name, "file:")) + " …")
	m.start(func() tea.Msg {
		what, err := shelf.Add(ctx, name, func(int) {})
		return keptMsg{what, err}
	})
}

// refresh has the feeds asked for what is new.
func (m shelving) refresh() {
	shelf, ctx := m.options.Shelf, m.ctx
	m.tell("asking the feeds for what is new …")
	m.start(func() tea.Msg {
		what, err := shelf.Refresh(ctx)
		return keptMsg{what, err}
	})
}

// kept tells what came of it.
func (m shelving) kept(msg keptMsg) {
	if msg.err != nil {
		m.tell(msg.err.Error())
		return
	}
	if m.options.Offers != nil {
		offering(m).takeOffers()
	}
	m.changed()
	m.tell(msg.told)
}

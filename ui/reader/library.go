package reader

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/outlook"
	"hearsay/ui/reader/person"
	"hearsay/ui/reader/view"
)

// across is the reader as it follows people across the articles of the library.
type across struct{ *model }

// follow opens the page of the current speaker.
func (m across) follow() {
	o := m.current()
	switch {
	case m.options.Follow == nil:
		m.tell("nobody can be followed here: there is no library")
		return
	case o == nil || o.Doc == nil || m.at.Speaker == none:
		m.tell("choose a speaker to follow: " + m.say("speakers") + " lists them")
		return
	}
	s := o.Doc.Speakers[m.at.Speaker]
	sought := person.Sought{Text: o.Article.Text, Name: s.Name}
	if len(s.Mentions) > 0 {
		sought.At = s.Mentions[0].Start
	}
	m.openMenu(person.New(m.ctx, m.host(), sought))
}

// outlook opens the page that tells who is heard in the library.
func (m across) outlook() {
	if m.options.Follow == nil {
		m.tell("there is no library to look at")
		return
	}
	h := outlook.Host{Follower: m.options.Follow, Ask: m.ask, Show: func(p *outlook.Page) { m.openMenu(p) }}
	h.Person = func(handle, name string) {
		m.openMenu(person.New(m.ctx, m.host(), person.Sought{Handle: handle, Name: name}))
	}
	m.openMenu(outlook.New(m.ctx, h))
}

func (m across) host() person.Host {
	return person.Host{Follower: m.options.Follow, Go: m.open, Ask: m.ask, Tell: m.tell,
		Choose: func(q dialogue.Menu) { m.openMenu(asking.MenuOf(q)) }, Show: func(p *person.Page) { m.openMenu(p) }}
}

// open opens an article of the library at words of its text.
func (m across) open(key string, words analysis.Span) { m.openTitled(key, "", words) }

// openTitled opens an article of the library, of which the title may be known, at words of its text; none for where it
// begins. The article on the screen is not opened twice.
func (m across) openTitled(key, title string, words analysis.Span) {
	m.remember()
	if o := m.current(); o == nil || !isOf(o.Article.Text, key) {
		it := m.options.Stored(key)
		it.Name = cmp.Or(title, it.Name)
		at := offering(m).withRef(it.Ref)
		if at < 0 {
			at = len(m.options.Items)
			m.options.Items = append(m.options.Items, it)
		}
		m.goTo(at)
	}
	m.at.Panel = view.NoPanel
	m.focusOn(layout.Article)
	if words.Empty() {
		return
	}
	m.at.Lit, m.at.Top = words, words.Start
	if o := m.current(); o != nil && o.Doc != nil {
		m.arrive(o, words)
	}
}

// arrive makes a quote current whose words are lit, and shows them.
func (m across) arrive(o *opened, words analysis.Span) {
	for i := range o.Doc.Quotes {
		if view.Whole(o.Doc.Quotes[i].Content) == words {
			m.choose(i)
		}
	}
	m.reveal(words)
}

// isOf reports whether a key of the library is that of a text.
func isOf(text, key string) bool {
	sum := sha256.Sum256([]byte(text))
	return key != "" && strings.HasPrefix(hex.EncodeToString(sum[:]), key)
}

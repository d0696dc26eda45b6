package reader

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/articles/export"
	"hearsay/articles/export/part"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/draw"
)

// exporting writes the article on the screen, or a part of it, in a format that others read.
type exporting struct{ copying }

// scope is how much of the article is written.
type scope struct {
	words string
	keep  func(quote int) bool // nil for all
	told  string
}

// scopes are how much may be meant now: what is marked, what everything is narrowed down to or the current speaker, and
// all of it.
func (m exporting) scopes() (out []scope) {
	v := m.view()
	if quotes := m.quotesPicked(); len(quotes) > 0 {
		out = append(out, scope{"only " + told.Count(len(quotes), "quote") + " that " + are(len(quotes)) + " marked",
			func(q int) bool { return slices.Contains(quotes, q) }, "that were chosen"})
	}
	who := m.at.Only
	if who == none {
		who = m.at.Speaker
	}
	if who != none && len(v.QuotesOf[who]) > 0 {
		out = append(out, scope{"only " + v.Name(who) + ": " + told.Count(len(v.QuotesOf[who]), "quote"),
			func(q int) bool { return v.Marked(q, who) }, "by " + v.Name(who)})
	}
	all := scope{words: "all: " + told.Count(len(v.Doc.Quotes), "quote")}
	if v.Hides() {
		n, _ := v.Counted()
		shown := scope{v.Sureness() + ": " + told.Count(n, "quote"), v.SureEnough,
			"that are " + strings.TrimPrefix(v.Sureness(), "only ")}
		return append(out, shown, all)
	}
	if m.at.Only == none && len(m.quotesPicked()) == 0 {
		return append([]scope{all}, out...)
	}
	return append(out, all)
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// begin asks how much is to be written, then in which format, then to which file.
func (m exporting) begin() {
	if m.options.Export == nil {
		m.tell("nothing can be written here")
		return
	}
	var all []asking.Choice
	for _, s := range m.scopes() {
		all = append(all, asking.Choice{Segs: []draw.Seg{draw.Plain(" " + s.words)}, Words: s.words,
			Do: func() { m.askFormat(s) }})
	}
	m.openMenu(&asking.Menu{Title: "Export", All: all, Numbered: true})
}

func (m exporting) askFormat(s scope) {
	var all []asking.Choice
	for _, f := range m.options.Formats {
		all = append(all, asking.Choice{Segs: []draw.Seg{draw.Strong(fmt.Sprintf(" %-13s ", f.Name)), draw.Plain(f.About)},
			Words: f.Name + " " + f.About, Do: func() { m.askFile(s, f) }})
	}
	m.openMenu(&asking.Menu{Title: "Export " + s.words, All: all, Numbered: true})
}

func (m exporting) askFile(s scope, f Format) {
	m.ask(dialogue.Question{Label: "export as " + f.Name + " to", Value: m.file(f.Ending), Done: func(path string) string {
		if strings.TrimSpace(path) == "" {
			return "type the name of a file"
		}
		written, err := m.options.Export(f.Name, path, m.item(s))
		if err != nil {
			return err.Error()
		}
		m.tell("written: " + written)
		return ""
	}})
}

// item is what is written.
func (m exporting) item(s scope) export.Item {
	o := m.model.current()
	i := export.Item{Article: o.Article, Document: o.Doc}
	if o.review != nil {
		i.Reviewed, i.Judged = o.review.Told()
	}
	if s.keep == nil {
		return i
	}
	return part.Of(i, s.keep, s.told)
}

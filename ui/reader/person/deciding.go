package person

import (
	"fmt"
	"strings"

	"hearsay/articles/export/told"
	"hearsay/articles/people"
	"hearsay/ui/reader/asking"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/dialogue"
)

// decide answers the keys that say who is who.
func (p *Page) decide(key string) asking.Outcome {
	switch key {
	case "enter":
		return p.enter()
	case "a", "y":
		return p.answer(true)
	case "x":
		return p.part()
	case "&":
		return asking.Outcome{Closed: true, Do: p.choose}
	case "R":
		return asking.Outcome{Closed: true, Do: p.rename}
	case "0":
		p.keep(p.anchor(), people.Decision{Act: people.Nobody, A: p.anchor()})
	case "u":
		p.back(true)
	case "ctrl+r":
		p.back(false)
	}
	return asking.Outcome{}
}

func (p *Page) anchor() *people.Key { return p.register.Anchor(p.who) }

// keep keeps decisions, and shows the page of a voice after them.
func (p *Page) keep(stay *people.Key, all ...people.Decision) {
	if err := p.follower.Decide(p.ctx, all...); err != nil {
		p.host.Tell("not kept: " + err.Error())
		return
	}
	last := all[len(all)-1]
	p.again(stay)
	said := last.String()
	if len(all) > 1 {
		said = told.Count(len(all), "decision") + ", the last: " + said
	}
	p.host.Tell(cells.Clean(said) + ": u undoes")
}

// back undoes or redoes.
func (p *Page) back(undo bool) {
	do, word := p.follower.Undo, "undone"
	if !undo {
		do, word = p.follower.Redo, "redone"
	}
	d, done, err := do(p.ctx)
	switch {
	case err != nil:
		p.host.Tell(err.Error())
	case !done:
		p.host.Tell("nothing is left to be " + word)
	default:
		p.again(p.anchor())
		p.host.Tell(word + ": " + cells.Clean(d.String()))
	}
}

// answer answers the question of the current row.
func (p *Page) answer(same bool) asking.Outcome {
	r := p.current()
	if r == nil || !r.question {
		p.host.Tell("no question stands here: tab leads to those that are open")
		return asking.Outcome{}
	}
	q := p.register.Questions[r.index]
	act := people.PartThem
	if same {
		act = people.JoinThem
	}
	a := p.register.Anchor(q.A)
	if len(q.Others) > 0 {
		p.keep(p.anchor(), people.Decision{Act: act, A: a, Spelling: p.register.People[q.B].Name})
		return asking.Outcome{}
	}
	p.keep(p.anchor(), people.Decision{Act: act, A: a, B: p.register.Anchor(q.B)})
	return asking.Outcome{}
}

// part takes who is heard in the article of the current row from the person; of a question it says no.
func (p *Page) part() asking.Outcome {
	r := p.current()
	if r != nil && r.question {
		return p.answer(false)
	}
	voices := p.page.Person.Voices
	switch {
	case r == nil || r.voice < 0:
		p.host.Tell("choose a quote of theirs that is somebody else's")
	case len(voices) == 1:
		p.host.Tell("this article is all there is of the person: & joins it with another")
	case r.voice == voices[0]: // the others keep the name by which decisions know them
		stay := &p.register.Voices[voices[1]].Key
		p.keep(stay, people.Decision{Act: people.PartThem, A: stay, B: &p.register.Voices[r.voice].Key})
	default:
		p.keep(p.anchor(), people.Decision{Act: people.PartThem, A: p.anchor(), B: &p.register.Voices[r.voice].Key})
	}
	return asking.Outcome{}
}

// rename asks for the name by which the person is shown.
func (p *Page) rename() {
	p.host.Ask(dialogue.Question{Label: "show this person as", Value: p.Name(), Left: func() { p.host.Show(p) },
		Done: func(s string) string {
			if strings.TrimSpace(s) == "" {
				return "type a name"
			}
			p.host.Show(p)
			p.keep(p.anchor(), people.Decision{Act: people.Rename, A: p.anchor(), Name: strings.TrimSpace(s)})
			return ""
		}})
}

// choose asks with whom the person is to be joined: with those of whom it is asked, with those of like names, or with
// somebody whose name is typed.
func (p *Page) choose() {
	menu := dialogue.Menu{Title: "The same as " + cells.Clean(p.Name()), Left: func() { p.host.Show(p) }}
	seen := map[int]bool{p.who: true}
	add := func(k int) {
		if q := p.register.People[k]; !seen[k] && !q.Nobody {
			seen[k] = true
			menu.Choices = append(menu.Choices, p.choice(k))
		}
	}
	for _, i := range p.page.Questions {
		q := p.register.Questions[i]
		for _, k := range append([]int{q.A, q.B}, q.Others...) {
			add(k)
		}
	}
	for _, k := range p.register.Ranked(false) {
		add(k)
	}
	menu.Choices = append(menu.Choices, dialogue.Choice{Text: "somebody of another name …", Do: p.askName})
	p.host.Choose(menu)
}

func (p *Page) choice(k int) dialogue.Choice {
	q := &p.register.People[k]
	about := told.Count(q.Quotes, "quote") + " in " + told.Count(p.register.Articles(k), "article")
	aside := ""
	if d := p.register.Descriptions(k); len(d) > 0 {
		aside = " · " + cells.Clean(d[0].Words)
	}
	other := p.register.Anchor(k)
	return dialogue.Choice{Text: cells.Clean(q.Name), Aside: aside, About: about, Do: func() {
		p.host.Show(p)
		p.keep(p.anchor(), people.Decision{Act: people.JoinThem, A: p.anchor(), B: other})
	}}
}

// askName asks for the name of whom the person is to be joined with.
func (p *Page) askName() {
	p.host.Ask(dialogue.Question{Label: "the same as (name)", Left: func() { p.host.Show(p) },
		Done: func(s string) string {
			r, found, err := p.follower.Find(p.ctx, s)
			if err != nil {
				return err.Error()
			}
			menu := dialogue.Menu{Title: "The same as " + cells.Clean(p.Name()), Left: func() { p.host.Show(p) }}
			other := Page{ctx: p.ctx, host: p.host, register: r}
			for _, k := range found {
				c, b := other.choice(k), r.Anchor(k)
				c.Do = func() {
					p.host.Show(p)
					p.keep(p.anchor(), people.Decision{Act: people.JoinThem, A: p.anchor(), B: b})
				}
				menu.Choices = append(menu.Choices, c)
			}
			if len(menu.Choices) == 0 {
				return fmt.Sprintf("nobody is called %q", s)
			}
			p.host.Choose(menu)
			return ""
		}})
}

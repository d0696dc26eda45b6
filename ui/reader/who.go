package reader

import (
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/find"
)

// who asks who says what is in question.
func (m *model) who() {
	if _, ok := m.asked(); !ok {
		m.tell("nothing is in question: " + m.say("next-quote") + " goes to a quote")
		return
	}
	m.askWho("who says it", "", (*model).meant, func(m *model, who []review.Who) { m.saidBy(who...) })
}

// askWho asks for speakers: by digit, by letter, by part of a name, by a new name, or by a mention that is clicked; of
// several, a comma stands between. What is suggested is taken where nothing is typed, and what is meant is told beside it.
func (m *model) askWho(label, suggested string, meant func(*model, string) string, done func(*model, []review.Who)) {
	m.ask(prompt{label: label, suggested: suggested,
		about: func(m *model) string { return meant(m, m.prompt.answer()) },
		done: func(m *model, s string, _ place) {
			if who, ok := m.resolveWho(s); ok {
				done(m, who)
				return
			}
			m.tell("nobody was named")
		},
		clicked: func(m *model, at analysis.Span) {
			m.prompt = nil
			done(m, []review.Who{m.whoAt(at)})
		},
	}, "")
}

// suggestion names those whom words mention, and is the words where they mention nobody who is known.
func (m *model) suggestion(words []analysis.Span) string {
	o := m.current()
	var names []string
	for _, mt := range o.mentions {
		if name := o.doc.Speakers[mt.speaker].Name; mt.Overlaps(whole(words)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 || len(words) == 0 {
		return o.oneLine(words)
	}
	return strings.Join(names, ", ")
}

// meant tells who is meant by what was typed.
func (m *model) meant(typed string) string {
	who, ok := m.resolveWho(typed)
	if !ok {
		return "a digit, a letter, a name, ? for unknown, or a click on a mention"
	}
	if len(who) == 0 {
		return "unknown"
	}
	names := make([]string, len(who))
	for i, w := range who {
		names[i] = w.Name
		if m.current().named(w.Name) == none {
			names[i] = "new: " + w.Name
		}
	}
	return strings.Join(names, " and ")
}

// resolveWho reads who is meant; a question mark is nobody, and an equals sign before a name makes a new speaker of it.
func (m *model) resolveWho(typed string) (who []review.Who, ok bool) {
	if strings.TrimSpace(typed) == "?" || strings.TrimSpace(typed) == "0" {
		return nil, true
	}
	for _, part := range strings.Split(typed, ",") {
		if part = strings.TrimSpace(part); part != "" {
			who = append(who, m.oneWho(part))
		}
	}
	return who, len(who) > 0
}

func (m *model) oneWho(part string) review.Who {
	o := m.current()
	doc := o.doc
	if i := m.bySign(part); i >= 0 && i < len(doc.Speakers) {
		return review.WhoOf(o.article.Text, doc, i)
	}
	name, isNew := strings.CutPrefix(part, "=")
	if i, sure := bestNamed(doc, name); i != none && !isNew && (sure || len(find.All(o.article.Text, name)) == 0) {
		return review.WhoOf(o.article.Text, doc, i)
	}
	return m.newWho(strings.TrimSpace(name))
}

// bySign is the speaker of a digit or a letter, as screens show them; -1 for anything else.
func (m *model) bySign(s string) int {
	if len(s) != 1 {
		return -1
	}
	if s[0] >= '1' && s[0] <= '9' {
		return int(s[0] - '1')
	}
	return told.Lettered(s)
}

// bestNamed is the speaker whose name fits best what was typed: the same, then one that holds it, which is sure, then one
// that has its letters in order.
func bestNamed(doc *analysis.Document, typed string) (best int, sure bool) {
	best, most := none, 0
	for i, s := range doc.Speakers {
		for _, n := range append([]string{s.Name}, s.Names...) {
			score := 0
			switch f, ok := find.Score(typed, n); {
			case strings.EqualFold(n, typed):
				score = 1 << 20
			case find.Matches(typed, n):
				score = 1<<10 - min(len(n), 500)
			case ok && len(typed) > 2 && f > 0:
				score = 1
			}
			if score > most {
				best, most = i, score
			}
		}
	}
	return best, most > 1
}

// newWho is a speaker whom the machine does not know, mentioned wherever the article has the name.
func (m *model) newWho(name string) review.Who {
	o := m.current()
	return review.NewWho(name, analysis.Unknown, o.article.Text, find.All(o.article.Text, name)...)
}

// whoAt is who is mentioned at a place of the article; where nobody is, the word there is a new name.
func (m *model) whoAt(at analysis.Span) review.Who {
	o := m.current()
	for _, mt := range o.mentions {
		if mt.Overlaps(at) {
			return review.WhoOf(o.article.Text, o.doc, mt.speaker)
		}
	}
	word := m.wordAround(at.Start)
	return review.NewWho(word.Of(o.article.Text), analysis.Unknown, o.article.Text, word)
}

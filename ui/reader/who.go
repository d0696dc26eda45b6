package reader

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/stride"
	"hearsay/ui/reader/view"
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
		done: func(m *model, s string, _ view.Place) {
			if who, ok := m.resolveWho(s); ok {
				done(m, who)
				return
			}
			m.tell("nobody was named: " + meant(m, s))
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
	for _, mt := range o.Mentions {
		if name := o.Doc.Speakers[mt.Speaker].Name; mt.Overlaps(view.Whole(words)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 || len(words) == 0 {
		return o.OneLine(words)
	}
	return strings.Join(names, ", ")
}

// meant tells who is meant by what was typed.
func (m *model) meant(typed string) string {
	if two := m.fitsTwo(typed); two != "" {
		return two
	}
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
		if m.current().Named(w.Name) == none {
			names[i] = "new: " + w.Name
		}
	}
	return strings.Join(names, " and ")
}

// resolveWho reads who is meant; a question mark is nobody, and an equals sign before a name makes a new speaker of it. It
// is not known where nothing was typed that can be a name, or what two have in common.
func (m *model) resolveWho(typed string) (who []review.Who, ok bool) {
	if t := strings.TrimSpace(typed); t == "?" || t == "0" {
		return nil, true
	}
	if m.fitsTwo(typed) != "" {
		return nil, false
	}
	for _, part := range m.parts(typed) {
		w, ok := m.oneWho(part)
		if !ok {
			return nil, false
		}
		if !slices.ContainsFunc(who, func(v review.Who) bool { return v.Name == w.Name }) {
			who = append(who, w)
		}
	}
	return who, len(who) > 0
}

// parts are the speakers that were typed: between commas, or between “and” where it stands between names that are known.
func (m *model) parts(typed string) (parts []string) {
	for _, p := range strings.Split(typed, ",") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) != 1 {
		return parts
	}
	both := strings.Split(parts[0], " and ")
	for _, p := range both {
		if i, sure := bestNamed(m.current().Doc, strings.TrimSpace(p)); m.bySign(p) < 0 && (i == none || !sure) {
			return parts
		}
	}
	return both
}

func (m *model) oneWho(part string) (w review.Who, ok bool) {
	o := m.current()
	doc := o.Doc
	if i := m.bySign(part); i >= 0 {
		if i >= len(doc.Speakers) {
			return w, false
		}
		return review.WhoOf(o.Article.Text, doc, i), true
	}
	name, isNew := strings.CutPrefix(part, "=")
	if i, sure := bestNamed(doc, name); i != none && !isNew && (sure || len(find.All(o.Article.Text, name)) == 0) {
		return review.WhoOf(o.Article.Text, doc, i), true
	}
	return m.newWho(strings.TrimSpace(name)), strings.IndexFunc(name, unicode.IsLetter) >= 0
}

// bySign is the speaker of a number or a letter, as screens show them; -1 for anything else. As long as no speaker has a
// small letter, small ones stand for capitals.
func (m *model) bySign(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return max(n-1, -1)
	}
	if small := told.Lettered("a"); len(m.current().Doc.Speakers) <= small {
		s = strings.ToUpper(s)
	}
	return told.Lettered(s)
}

// fitsTwo asks which of two is meant by a name that both have: "Anna Bell or Tom Bell?". It is empty where there is no doubt.
func (m *model) fitsTwo(typed string) string {
	for _, part := range m.parts(typed) {
		var names []string
		for _, s := range m.current().Doc.Speakers {
			words := strings.Fields(s.Name)
			switch {
			case strings.EqualFold(s.Name, part):
				return ""
			case (s.Type == analysis.Person || s.Type == analysis.Unknown) && len(words) > 1 && (strings.EqualFold(words[0], part) || strings.EqualFold(words[len(words)-1], part)):
				names = append(names, s.Name)
			}
		}
		if len(names) > 1 {
			return strings.Join(names, " or ") + "?"
		}
	}
	return ""
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
	return review.NewWho(name, analysis.Unknown, o.Article.Text, find.All(o.Article.Text, name)...)
}

// whoAt is who is mentioned at a place of the article; where nobody is, the word there is a new name.
func (m *model) whoAt(at analysis.Span) review.Who {
	o := m.current()
	for _, mt := range o.Mentions {
		if mt.Overlaps(at) {
			return review.WhoOf(o.Article.Text, o.Doc, mt.Speaker)
		}
	}
	word := stride.WordAround(o.Article.Text, at.Start)
	return review.NewWho(word.Of(o.Article.Text), analysis.Unknown, o.Article.Text, word)
}

package reviewing

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/stride"
	"hearsay/ui/reader/view"
)

// sayWho asks who says what is in question.
func (m *Mode) sayWho() {
	it, ok := m.inQuestion()
	if !ok {
		return
	}
	m.askWho(whoAsked{label: "who says it", about: &it, done: func(all []review.Who) string {
		if it.Subject.Position != nil && len(all) == 0 {
			return noPosition
		}
		m.saidBy(all...)
		return ""
	}})
}

// whoAsked is a question after speakers.
type whoAsked struct {
	// label is what is asked, and suggested the answer of who types nothing.
	label, suggested string
	// about is what it is asked about; nil where that is nothing yet.
	about *overlay.Item
	// typed is what was typed to begin with, and is kept up to date; it may be nil.
	typed *string
	// back says what leaving the question goes back to, and left goes there.
	back string
	left func()
	// meant tells what comes of what was typed; nil tells who is meant.
	meant func(typed string, room int) string
	// done takes the answer, and returns why it will not do.
	done func([]review.Who) (refusal string)
}

// askWho asks for speakers: by digit, by letter, by part of a name, by a new name, or by a mention that is clicked;
// of several, a comma stands between. What is meant is told beside what is typed, and asked again where that is
// nobody.
func (m *Mode) askWho(w whoAsked) {
	n := naming{m.findings()}
	if w.meant == nil {
		w.meant = func(typed string, _ int) string { return n.meant(typed) }
	}
	if w.typed == nil {
		w.typed = new(string)
	}
	likely := correcting{m}.likely(w.about)
	offer := func(typed string) { m.offered, m.typed = n.offers(likely, typed), m.typed+1 }
	take := func(who []review.Who) string {
		m.offered = nil
		refusal := w.done(who)
		if refusal != "" {
			offer(*w.typed)
		}
		return refusal
	}
	offer(*w.typed)
	m.host.Ask(dialogue.Question{Label: w.label, Suggested: w.suggested, Value: *w.typed, Back: w.back,
		Left: func() {
			if m.offered = nil; w.left != nil {
				w.left()
			}
		},
		About:  w.meant,
		Offers: func(typed string) []dialogue.Offer { return n.offers(likely, typed) },
		Typed: func(s string) {
			*w.typed = s
			offer(s)
		},
		Done: func(s string) string {
			all, ok := n.resolve(s)
			if !ok {
				return "nobody was named: " + n.meant(s)
			}
			return take(all)
		},
		Clicked: func(at analysis.Span) string { return take([]review.Who{n.at(at)}) }})
}

// naming reads whom a reviewer means.
type naming struct{ f *view.Findings }

// suggestion names those whom words mention, and is the words where they mention nobody who is known.
func (n naming) suggestion(words []analysis.Span) string {
	var names []string
	for _, mt := range n.f.Mentions {
		if name := n.f.Doc.Speakers[mt.Speaker].Name; mt.Overlaps(view.Whole(words)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 || len(words) == 0 {
		return n.f.OneLine(words)
	}
	return strings.Join(names, ", ")
}

// meant tells who is meant by what was typed.
func (n naming) meant(typed string) string {
	if two := n.fitsTwo(typed); two != "" {
		return two
	}
	all, ok := n.resolve(typed)
	if !ok {
		return "a digit, a letter, a name, ? for unknown, or a click on a mention"
	}
	for i, w := range all {
		if n.f.Named(w.Name) == view.None {
			all[i].Name = "new: " + w.Name
		}
	}
	return names(all)
}

// resolve reads who is meant; a question mark is nobody, and an equals sign before a name makes a new speaker of it.
// It is not known where nothing was typed that can be a name, or what two have in common.
func (n naming) resolve(typed string) (all []review.Who, ok bool) {
	if t := strings.TrimSpace(typed); t == "?" || t == "0" {
		return nil, true
	}
	if n.fitsTwo(typed) != "" {
		return nil, false
	}
	for _, part := range n.parts(typed) {
		w, ok := n.one(part)
		if !ok {
			return nil, false
		}
		if !slices.ContainsFunc(all, func(v review.Who) bool { return v.Name == w.Name }) {
			all = append(all, w)
		}
	}
	return all, len(all) > 0
}

// parts are the speakers that were typed: between commas, or between “and” where it stands between names that are
// known.
func (n naming) parts(typed string) (parts []string) {
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
		if i, sure := bestNamed(n.f.Doc, strings.TrimSpace(p)); n.bySign(p) < 0 && (i == view.None || !sure) {
			return parts
		}
	}
	return both
}

func (n naming) one(part string) (w review.Who, ok bool) {
	doc := n.f.Doc
	if i := n.bySign(part); i >= 0 {
		if i >= len(doc.Speakers) {
			return w, false
		}
		return review.WhoOf(n.f.Article.Text, doc, i), true
	}
	name, isNew := strings.CutPrefix(part, "=")
	if i, sure := bestNamed(doc, name); i != view.None && !isNew && (sure || len(find.All(n.f.Article.Text, name)) == 0) {
		return review.WhoOf(n.f.Article.Text, doc, i), true
	}
	return n.unknownBefore(strings.TrimSpace(name)), strings.IndexFunc(name, unicode.IsLetter) >= 0
}

// bySign is the speaker of a number or a letter, as screens show them; -1 for anything else. As long as no speaker
// has a small letter, small ones stand for capitals.
func (n naming) bySign(s string) int {
	if number, err := strconv.Atoi(s); err == nil {
		return max(number-1, -1)
	}
	if small := told.Lettered("a"); len(n.f.Doc.Speakers) <= small {
		s = strings.ToUpper(s)
	}
	return told.Lettered(s)
}

// fitsTwo asks which of two is meant by a name that both have: "Anna Bell or Tom Bell?". It is empty where there is
// no doubt.
func (n naming) fitsTwo(typed string) string {
	for _, part := range n.parts(typed) {
		var names []string
		for _, s := range n.f.Doc.Speakers {
			switch {
			case strings.EqualFold(s.Name, part):
				return ""
			case partOfName(s, part):
				names = append(names, s.Name)
			}
		}
		if len(names) > 1 {
			return strings.Join(names, " or ") + "?"
		}
	}
	return ""
}

// partOfName reports whether words are the first or the last of a person's name.
func partOfName(s analysis.Speaker, words string) bool {
	name := strings.Fields(s.Name)
	if s.Type != analysis.Person && s.Type != analysis.Unknown || len(name) < 2 {
		return false
	}
	return strings.EqualFold(name[0], words) || strings.EqualFold(name[len(name)-1], words)
}

// bestNamed is the speaker whose name fits best what was typed: the same, then one that holds it, which is sure, then
// one that has its letters in order.
func bestNamed(doc *analysis.Document, typed string) (best int, sure bool) {
	best, most := view.None, 0
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

// unknownBefore is a speaker whom the machine does not know, mentioned wherever the article has the name.
func (n naming) unknownBefore(name string) review.Who {
	return review.NewWho(name, analysis.Unknown, n.f.Article.Text, find.All(n.f.Article.Text, name)...)
}

// at is who is mentioned at a place of the article; where nobody is, the word there is a new name.
func (n naming) at(at analysis.Span) review.Who {
	for _, mt := range n.f.Mentions {
		if mt.Overlaps(at) {
			return review.WhoOf(n.f.Article.Text, n.f.Doc, mt.Speaker)
		}
	}
	word := stride.WordAround(n.f.Article.Text, at.Start)
	return review.NewWho(word.Of(n.f.Article.Text), analysis.Unknown, n.f.Article.Text, word)
}

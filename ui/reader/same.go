package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/cells"
)

// same asks whom the current speaker is the same as, and makes them one.
func (m *model) same() {
	if m.at.Speaker == none {
		m.tell("choose a speaker first: " + m.say("speakers") + " lists them")
		return
	}
	m.askWho("same as", "", (*model).sameMeant, (*model).joinSpeakers)
}

// sameMeant tells what comes of what was typed.
func (m *model) sameMeant(typed string) string {
	who, is, ok := m.pair(m.resolved(typed))
	switch {
	case !ok && strings.TrimSpace(typed) == "":
		return "a digit, a letter, a name, or a click on a mention"
	case !ok:
		return "one other speaker"
	}
	told := oneOfTwo(who, is)
	return fitting(m.prompt.spare(m), told+m.moved(who, ""), told, "→ "+is.Name)
}

func (m *model) resolved(typed string) []review.Who {
	who, _ := m.resolveWho(typed)
	return who
}

// pair is the current speaker and the one they are the same as, in the order in which the second gives the name: the one
// that was named, unless the other's name tells more. A name that is new is what the reviewer wants.
func (m *model) pair(named []review.Who) (who, is review.Who, ok bool) {
	o := m.current()
	if len(named) != 1 || m.at.Speaker == none {
		return who, is, false
	}
	who, is = review.WhoOf(o.Article.Text, o.Doc, m.at.Speaker), named[0]
	if o.Named(is.Name) != none && tellsMore(who.Name, is.Name) {
		who, is = is, who
	}
	return who, is, who.Name != is.Name
}

// tellsMore reports whether a name tells more than another: a name more than a description, and the whole of a name more than
// a part.
func tellsMore(a, b string) bool {
	if isName(a) != isName(b) {
		return isName(a)
	}
	return len(a) > len(b) && strings.Contains(a, b)
}

// isName reports whether the last word is written as names are.
func isName(s string) bool {
	return strings.IndexFunc(s[strings.LastIndexByte(s, ' ')+1:], unicode.IsUpper) >= 0
}

// joinSpeakers has it kept that the current speaker is the one who was named. The article need not be under review.
func (m *model) joinSpeakers(named []review.Who) {
	o := m.current()
	who, is, ok := m.pair(named)
	if !ok {
		m.tell("that is one speaker as it is")
		return
	}
	told, back := oneOfTwo(who, is), " · "+m.say("undo")+" takes it back"
	told = fitting(m.w-1, told+m.moved(who, " moved")+back, told+back, "one speaker"+back)
	if o.desk == nil && !m.openLog(o) {
		return
	}
	if m.keep(o.desk.log.Writer().Same(o.machine.Engine, who, is)) {
		m.at.Speaker = o.Named(is.Name)
		m.tell(told)
	}
}

// oneOfTwo says that a speaker is another.
func oneOfTwo(who, is review.Who) string {
	r, n := utf8.DecodeRuneInString(who.Name)
	return string(unicode.ToUpper(r)) + who.Name[n:] + " is " + is.Name
}

// fitting is the first of some ways to say a thing, the fullest first, that has room in so many cells, or the last.
func fitting(w int, ways ...string) string {
	for _, s := range ways {
		if cells.Width(s) <= w {
			return s
		}
	}
	return ways[len(ways)-1]
}

// moved tells of the quotes that go from one speaker to another, as far as the reviewer may know whose they are.
func (m *model) moved(who review.Who, done string) string {
	o := m.current()
	i := o.Named(who.Name)
	if i == none || o.blind() || len(o.QuotesOf[i]) == 0 {
		return ""
	}
	return ": " + told.Count(len(o.QuotesOf[i]), "quote") + done
}

// joins reports whether an entry says that a speaker is another.
func joins(e review.Entry) bool {
	return e.Act == review.Same && e.Of != nil && e.Of.Speaker != nil && e.To != nil && len(e.To.Speakers) > 0
}

// showJoined makes the speaker current on whom a decision was taken back, or restored.
func (m *model) showJoined(e review.Entry) {
	for _, w := range append([]review.Who{*e.Of.Speaker}, e.To.Speakers...) {
		if i := m.current().Named(w.Name); i != none {
			m.at.Speaker = i
			return
		}
	}
}

package reviewing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/view"
)

// joining makes one speaker of two.
type joining struct{ *Mode }

// same asks whom the current speaker is the same as, and makes them one. The article need not be under review.
func (m joining) same() {
	if m.at().Speaker == view.None {
		m.host.Tell("choose a speaker first: " + m.host.Key("speakers") + " lists them")
		return
	}
	m.askWho(whoAsked{label: "same as", meant: m.sameMeant, done: m.joinSpeakers})
}

// sameMeant tells what comes of what was typed.
func (m joining) sameMeant(typed string, room int) string {
	named, _ := naming{m.findings()}.resolve(typed)
	who, is, ok := m.pair(named)
	switch {
	case !ok && strings.TrimSpace(typed) == "":
		return "a digit, a letter, a name, or a click on a mention"
	case !ok:
		return "one other speaker"
	}
	told := oneOfTwo(who, is)
	return fitting(room, told+m.moved(who, ""), told, "→ "+is.Name)
}

// pair is the current speaker and the one they are the same as, in the order in which the second gives the name: the
// one that was named, unless the other's name tells more. A name that is new is what the reviewer wants.
func (m joining) pair(named []review.Who) (who, is review.Who, ok bool) {
	f, at := m.findings(), m.at()
	if len(named) != 1 || at.Speaker == view.None {
		return who, is, false
	}
	who, is = review.WhoOf(f.Article.Text, f.Doc, at.Speaker), named[0]
	if f.Named(is.Name) != view.None && tellsMore(who.Name, is.Name) {
		who, is = is, who
	}
	return who, is, who.Name != is.Name
}

// tellsMore reports whether a name tells more than another: a name more than a description, and the whole of a name
// more than a part.
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

// joinSpeakers has it kept that the current speaker is the one who was named. It returns why that cannot be.
func (m joining) joinSpeakers(named []review.Who) (refusal string) {
	who, is, ok := m.pair(named)
	if !ok {
		return "that is one speaker as it is: name another"
	}
	told, back := oneOfTwo(who, is), " · "+m.host.Key("undo")+" takes it back"
	told = fitting(m.host.Width()-1, told+m.moved(who, " moved")+back, told+back, "one speaker"+back)
	if m.review() == nil {
		if _, err := m.host.OpenReview(); err != nil {
			return err.Error()
		}
	}
	r := m.review()
	if err := m.keep(r.log.Writer().Same(r.machine.Engine, who, is)); err != nil {
		return err.Error()
	}
	m.at().Speaker = m.findings().Named(is.Name)
	m.host.Tell(told)
	return ""
}

// oneOfTwo says that a speaker is another.
func oneOfTwo(who, is review.Who) string {
	r, n := utf8.DecodeRuneInString(who.Name)
	return string(unicode.ToUpper(r)) + who.Name[n:] + " is " + is.Name
}

// moved tells of the quotes that go from one speaker to another, as far as the reviewer may know whose they are.
func (m joining) moved(who review.Who, done string) string {
	f := m.findings()
	i := f.Named(who.Name)
	if i == view.None || m.review().blind() || len(f.QuotesOf[i]) == 0 {
		return ""
	}
	return ": " + told.Count(len(f.QuotesOf[i]), "quote") + done
}

// joins reports whether an entry says that a speaker is another.
func joins(e review.Entry) bool {
	if e.Act != review.Same || e.Of == nil || e.To == nil {
		return false
	}
	return e.Of.Speaker != nil && len(e.To.Speakers) > 0
}

// showJoined makes the speaker current on whom a decision was taken back, or restored.
func (m joining) showJoined(e review.Entry) {
	for _, w := range append([]review.Who{*e.Of.Speaker}, e.To.Speakers...) {
		if i := m.findings().Named(w.Name); i != view.None {
			m.at().Speaker = i
			return
		}
	}
}

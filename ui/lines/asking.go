package lines

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/stride"
	"hearsay/ui/reader/view"
)

// asked is what waits for an answer in the next line, and whether it was told.
type asked struct {
	question *dialogue.Question
	menu     *dialogue.Menu
	told     bool
}

// toldOf is what was asked about last: the words, and all that was told of them.
type toldOf struct {
	words []analysis.Span
	all   string
}

// holds reports whether words are those that were told; of no words, whether any were.
func (t toldOf) holds(words []analysis.Span) bool {
	if t.all == "" || len(words) == 0 {
		return t.all != ""
	}
	return fmt.Sprint(t.words) == fmt.Sprint(words)
}

// leaving is the line that leaves a question without an answer; an empty one does too, where nothing is suggested.
const leaving = "."

// ask tells what waits for an answer, once.
func (s *session) ask() {
	switch {
	case s.quit:
	case s.asked.question != nil:
		s.askQuestion()
	case s.asked.menu != nil:
		s.askMenu()
	case s.picking.On():
		s.askWords()
	case s.review.On():
		s.askReview()
	}
}

func (s *session) askQuestion() {
	if s.asked.told {
		return
	}
	s.asked.told = true
	q := s.asked.question
	out := q.Label
	if q.Suggested != "" {
		out += "; nothing typed is “" + q.Suggested + "”"
	}
	s.say(out + "; " + leaving + " leaves it")
	if q.Offers != nil {
		var all []string
		for _, o := range q.Offers("") {
			all = append(all, o.Sign+" "+o.Name)
		}
		s.say(strings.Join(all, ", "))
	}
}

// answer gives a line to the question. A refused answer is asked again.
func (s *session) answer(line string) {
	q, was := s.asked.question, s.asked
	if line == "" {
		line = q.Suggested
	}
	s.asked = asked{}
	if line == "" || line == leaving {
		s.left(q.Left)
		return
	}
	if q.Typed != nil {
		q.Typed(line)
	}
	if refusal := q.Done(line); refusal != "" {
		s.asked = was
		s.say(refusal)
	}
}

// left goes back from a question that is not answered.
func (s *session) left(back func()) {
	if back != nil {
		back()
	}
	if s.asked == (asked{}) && !s.picking.On() {
		s.say("left as it was")
	}
}

func (s *session) askMenu() {
	if s.asked.told {
		return
	}
	s.asked.told = true
	s.say(s.asked.menu.Title)
	n := 0
	for _, c := range s.asked.menu.Choices {
		line := columns.ReplaceAllString(strings.TrimSpace(c.Text), "; ")
		if c.Do != nil {
			n++
			line = fmt.Sprintf("%d %s%s", n, cmp.Or(c.Words, c.Text), c.Aside) // its words are without a sign
		}
		if c.About != "" {
			line += " · " + c.About
		}
		s.say(line)
	}
	if n == 0 { // it is only to be read
		s.asked = asked{}
	}
}

// columns are what stands between those of a table.
var columns = regexp.MustCompile(` {2,}`)

// choose takes one of the choices, by its number or by words of it.
func (s *session) choose(line string) {
	menu := s.asked.menu
	if line == "" || line == leaving {
		s.asked = asked{}
		s.left(menu.Left)
		return
	}
	n, err := strconv.Atoi(line)
	var fit []func()
	for _, c := range menu.Choices {
		if c.Do == nil {
			continue
		}
		n--
		if words := c.Text + " " + c.Words; err == nil && n == 0 || err != nil && find.Matches(line, words) {
			fit = append(fit, c.Do)
		}
	}
	if len(fit) != 1 {
		s.say("That is not one of them: type a number, or " + leaving)
		return
	}
	s.asked = asked{}
	fit[0]()
}

// askWords asks for words of the article.
func (s *session) askWords() {
	if s.asked.told {
		return
	}
	s.asked.told = true
	w := s.picking.Asked()
	now := ""
	if len(w.Spans) > 0 {
		now = "; now “" + s.current().OneLine(w.Spans) + "”"
	}
	s.say(w.Label + now)
	how := "Type the words as they stand there, or the first … the last; | parts two stretches; 0 is none; " + leaving +
		" leaves it"
	if w.Parts != nil {
		how += "; / and words make a second quote that begins there"
	}
	s.say(how)
}

// chooseWords takes words of the article.
func (s *session) chooseWords(line string) {
	w, text := s.picking.Asked(), s.host.Text()
	s.asked = asked{}
	switch begin, parts := strings.CutPrefix(line, "/"); {
	case line == "" || line == leaving:
		s.picking.Leave()
	case line == "0":
		s.picking.Give(nil)
	case parts:
		hit, ok := nearest(text, strings.TrimSpace(begin), view.Start(w.Spans))
		if !ok {
			s.say(notThere(begin))
			s.asked.told = true
			return
		}
		s.picking.PartAt(hit.Start)
	default:
		near := w.Near
		if len(w.Spans) > 0 {
			near = w.Spans[0].Start
		}
		spans, wrong := stretches(text, line, near)
		if wrong != "" {
			s.say(notThere(wrong))
			s.asked.told = true
			return
		}
		s.picking.Give(spans)
	}
}

func notThere(words string) string {
	return "“" + strings.TrimSpace(words) + "” does not stand in the article."
}

// stretches are the stretches of a text that were typed, those nearest to an offset; wrong is what does not stand
// there.
func stretches(text, typed string, near int) (out []analysis.Span, wrong string) {
	for part := range strings.SplitSeq(typed, "|") {
		first, last, long := strings.Cut(strings.ReplaceAll(part, "...", "…"), "…")
		sp, ok := nearest(text, strings.TrimSpace(first), near)
		if !ok {
			return nil, first
		}
		if end := strings.TrimSpace(last); long {
			all := find.All(text[sp.End:], end)
			if len(all) == 0 {
				return nil, end
			}
			sp.End += all[0].End
		}
		sp = marked(text, stride.WholeWords(text, sp))
		if len(out) > 0 && out[len(out)-1].End > sp.Start {
			return nil, part
		}
		out, near = append(out, sp), sp.End
	}
	return out, ""
}

// nearest is the place of words that begins nearest to an offset.
func nearest(text, words string, offset int) (best analysis.Span, ok bool) {
	for _, sp := range find.All(text, words) {
		if !ok || distance(sp.Start, offset) < distance(best.Start, offset) {
			best, ok = sp, true
		}
	}
	return best, ok
}

func distance(a, b int) int { return max(a-b, b-a) }

// marked is a stretch with the quotation marks that stand around it, which are part of what is quoted.
func marked(text string, sp analysis.Span) analysis.Span {
	for _, m := range [...][2]string{{"“", "”"}, {`"`, `"`}, {"«", "»"}, {"„", "“"}} {
		behind := text[sp.End:]
		stop := len(behind) - len(strings.TrimLeft(behind, ",.?!"))
		if strings.HasSuffix(text[:sp.Start], m[0]) && strings.HasPrefix(behind[stop:], m[1]) {
			return analysis.Span{Start: sp.Start - len(m[0]), End: sp.End + stop + len(m[1])}
		}
	}
	return sp
}

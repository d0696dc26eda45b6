package turns

import (
	"strings"
	"unicode"

	"hearsay/analysis/text"
)

// What makes paragraphs the questions and answers of an interview, where nothing labels them. Set by hand on GUM's
// interviews and on lists of frequent questions, which must not be taken for any.
const (
	fewestMarked   = 2   // questions in bold letters
	fewestUnmarked = 3   // questions that look like other paragraphs
	longestAsked   = 600 // bytes of a question
	selfShare      = 3   // one in so many answers says "I" or "we"
	// selfShareUntold is of how many answers one says "I" where nothing says that it is an interview.
	selfShareUntold = 2
	addressedShare  = 4 // one in so many questions says "you"
)

// interview makes turns of an interview whose questions are told from the answers by bold letters, or by being
// questions. Its introduction must say that it is one, or, above questions in bold letters, name somebody who then says
// "I".
func (r *reader) interview() []Turn {
	questions, plain := r.markedQuestions(), false
	if questions == nil {
		questions, plain = r.plainQuestions(), true
	}
	if questions == nil {
		return nil
	}
	p := introduction{r}.parties(questions[0])
	if plain && p.answers.Empty() {
		return nil // an author may ask as well
	}
	if !p.interviewed && (plain || p.answers.Empty()) || r.addressing(questions)*addressedShare < len(questions) {
		return nil
	}
	out := r.inTurns(questions, p)
	answers, self, share := 0, 0, selfShare
	if !p.interviewed {
		share = selfShareUntold
	}
	for i := 1; i < len(out); i++ {
		if out[i].Label.Empty() && out[i].reason == answerReason {
			answers++
			if r.saysSelf(out[i].Content, p.interviewed) {
				self++
			}
		}
	}
	if answers == 0 || self*share < answers {
		return nil
	}
	return out
}

// addressing counts the questions that speak to somebody.
func (r *reader) addressing(questions []int) (n int) {
	for _, k := range questions {
		words := strings.ToLower(r.paragraphFrom(k))
		for _, w := range strings.FieldsFunc(words, func(c rune) bool { return !unicode.IsLetter(c) }) {
			if w == "you" || w == "your" {
				n++
				break
			}
		}
	}
	return n
}

const (
	questionReason = "the paragraph is a question of an interview"
	answerReason   = "the paragraph stands below a question of an interview"
)

// inTurns makes a turn of each question, and of what stands between it and the next.
func (r *reader) inTurns(questions []int, p parties) (out []Turn) {
	several := 0
	for i, q := range questions {
		end := len(r.lines)
		if i+1 < len(questions) {
			end = questions[i+1]
		}
		behind := q + 1
		for behind < end && r.lines[behind].paragraph == r.lines[q].paragraph {
			behind++
		}
		ask := Turn{Content: r.content(label{line: q, from: r.span(r.lines[q]).Start}, behind), reason: questionReason}
		reply := Turn{reason: answerReason}
		ask.ask(p)
		reply.answer(p)
		if behind < end {
			if i+1 == len(questions) {
				first := r.behindParagraph(label{line: behind, from: r.span(r.lines[behind]).Start})
				end = r.lastLine(first, i > 1 && several == 0, []text.Span{p.answers, p.asks})
			}
			reply.Content = r.content(label{line: behind, from: r.span(r.lines[behind]).Start}, end)
			if r.lines[max(behind, end-1)].paragraph > r.lines[behind].paragraph {
				several++
			}
		}
		if len(ask.Content) > 0 {
			out = append(out, ask)
		}
		if len(reply.Content) > 0 {
			out = append(out, reply)
		}
	}
	return out
}

// markedQuestions are the lines that begin questions in bold letters.
func (r *reader) markedQuestions() (out []int) {
	asked := 0
	for k := range r.lines {
		if !r.strong[k] || k > 0 && r.strong[k-1] && r.lines[k-1].paragraph == r.lines[k].paragraph {
			continue
		}
		s := strings.TrimRight(r.paragraphFrom(k), "*_ ”\"")
		switch {
		case strings.HasSuffix(s, "?"):
			asked++
			out = append(out, k)
		case len(out) > 0 && endsSentence(s):
			out = append(out, k)
		}
	}
	if asked < fewestMarked || asked*2 < len(out) {
		return nil
	}
	return out
}

// paragraphFrom are the words of a paragraph from a line on.
func (r *reader) paragraphFrom(k int) string {
	p := r.text.Paragraphs[r.lines[k].paragraph]
	return r.text.String[r.span(r.lines[k]).Start:p.End]
}

// plainQuestions are the lines that begin paragraphs that end with a question mark, and stand above others.
func (r *reader) plainQuestions() (out []int) {
	before := false
	for k := range r.lines {
		if k > 0 && r.lines[k-1].paragraph == r.lines[k].paragraph {
			continue
		}
		s := r.paragraphFrom(k)
		is := strings.HasSuffix(s, "?") && len(s) <= longestAsked && r.text.Quotations.At[r.lines[k].from] < 0
		if is && !before && k > 0 {
			out = append(out, k)
		}
		before = is
	}
	if len(out) < fewestUnmarked {
		return nil
	}
	return out
}

// saysSelf reports whether words are told by somebody of themselves, or of themselves and others.
func (r *reader) saysSelf(content []text.Span, others bool) bool {
	for _, p := range content {
		from, to := r.text.Range(p)
		for i := from; i < to; i++ {
			switch r.text.Lower(i) {
			case "i", "my", "me":
				return true
			case "we", "our", "us":
				if others {
					return true
				}
			}
		}
	}
	return false
}

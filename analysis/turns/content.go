package turns

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/text"
)

// directions are what stands in brackets among words and is none of them: "applause".
var directions = lexicon.Words("turns", "stage directions")

// ends are how a paragraph begins that stands below a transcript and tells of it.
var ends = lexicon.Words("turns", "ends")

// heading is how many words a line without a full stop may have that is a heading between turns.
const heading = 9

// closing is the line that closes a transcript, or one that sends the reader elsewhere.
var closing = regexp.MustCompile(`^END(?:\s|$)|^Follow .*@\w|^30\b`)

// bracket is a stretch in brackets.
var bracket = regexp.MustCompile(`\([^()\r\n]{1,90}\)|\[[^\[\]\r\n]{1,90}\]`)

// labelled makes turns of labels.
func (r *reader) labelled(labels []label) []Turn {
	out := make([]Turn, 0, len(labels))
	several := 0
	var asks text.Span
	for i, k := range labels {
		if k.sort == examiner {
			asks = k.name
			continue
		}
		end := len(r.lines)
		if i+1 < len(labels) {
			end = labels[i+1].line
		}
		if i+1 == len(labels) {
			end = r.lastLine(r.behindParagraph(k), i > 1 && several == 0, nil)
		}
		turn := Turn{Label: k.source, Cue: r.whole(k.cue),
			reason: "the paragraph begins with who speaks, as in a transcript"}
		if turn.Cue.Start < turn.Label.End { // the full stop is part of the label's last word: "A."
			turn.Cue = text.Span{}
		}
		turn.Content = r.content(k, end)
		if len(turn.Content) > 1 {
			several++
		}
		if r.identify(&turn, k); k.sort == asker {
			turn.Named = asks
		}
		if len(turn.Content) > 0 {
			out = append(out, turn)
		}
	}
	return r.attributed(out, labels)
}

// behindParagraph is the line behind the paragraph in which a label's words begin.
func (r *reader) behindParagraph(k label) int {
	at := k.line
	if r.text.At(k.from) >= r.lines[at].to {
		at = min(at+1, len(r.lines)-1)
	}
	return r.nextParagraph(at)
}

// lastLine is the line behind the last turn, whose words fill the paragraph that ends at a line, and perhaps more:
// those in which somebody speaks of themselves or to another, and, unless no other turn has more than a paragraph, one
// between them that does not tell of one of those who spoke.
func (r *reader) lastLine(end int, single bool, of []text.Span) int {
	spoke := map[string]bool{}
	for _, x := range r.people {
		spoke[x.words[len(x.words)-1]] = true
	}
	for _, p := range of {
		if _, to := r.text.Range(p); !p.Empty() {
			spoke[plainWord(r.text.Word(to-1))] = true
		}
	}
	for end < len(r.lines) {
		next := r.nextParagraph(end)
		if speaks, told := r.speaks(r.lines[end].paragraph, spoke); !speaks {
			if told || single || next == len(r.lines) {
				return end
			}
			if goesOn, _ := r.speaks(r.lines[next].paragraph, spoke); !goesOn {
				return end
			}
		}
		end = next
	}
	return end
}

// nextParagraph is the line behind the paragraph of a line.
func (r *reader) nextParagraph(k int) int {
	p := r.lines[k].paragraph
	for k < len(r.lines) && r.lines[k].paragraph == p {
		k++
	}
	return k
}

// speaks reports whether a paragraph has words of people who speak to each other, outside quotation marks, and whether
// it names one of those whose last names are given.
func (r *reader) speaks(paragraph int, of map[string]bool) (speaks, told bool) {
	par := r.text.Paragraphs[paragraph]
	for i := r.text.Sentences[par.From].From; i < r.text.Sentences[par.To-1].To; i++ {
		if r.text.Quotations.At[i] < 0 && spokenWords[r.text.Lower(i)] {
			speaks = true
		}
		told = told || r.text.InName(i) && of[plainWord(r.text.Word(i))]
	}
	return speaks, told
}

// content is what is said behind a label, up to a line.
func (r *reader) content(k label, end int) (out []text.Span) {
	for n := k.line; n < end; n++ {
		l := r.lines[n]
		if n == k.line {
			if l.from = r.text.At(k.from); l.from >= l.to {
				continue
			}
		} else if r.isEnd(l) {
			break
		} else if r.isAside(n, end) {
			continue
		}
		for _, p := range r.said(l) {
			if last := len(out) - 1; last >= 0 && r.follows(out[last], p) {
				out[last].End = p.End
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// follows reports whether a stretch stands right behind another in the same paragraph.
func (r *reader) follows(a, b text.Span) bool {
	_, x := r.text.Range(a)
	y := r.text.At(b.Start)
	return x == y && r.text.ParagraphOf(x-1) == r.text.ParagraphOf(y)
}

// isEnd reports whether a line tells of the transcript above it.
func (r *reader) isEnd(l line) bool {
	s := strings.TrimLeft(r.start(l), "*_([ —–-#")
	if closing.MatchString(s) {
		return true
	}
	s = strings.ToLower(s)
	for n := strings.Count(s, " "); n >= 0; n-- {
		if ends[s] {
			return true
		}
		if at := strings.LastIndexByte(s, ' '); at >= 0 {
			s = strings.TrimRight(s[:at], ",.:;")
		}
	}
	return false
}

// isAside reports whether a line among a turn's is none of its words: what goes on, in brackets, the time, or a heading
// before the next label.
func (r *reader) isAside(n, end int) bool {
	s := strings.TrimSpace(strings.Trim(r.start(r.lines[n]), "*_#\"“”"))
	if m := bracket.FindString(s); m != "" && strings.Trim(s[len(m):], ". ") == "" && strings.HasPrefix(s, m) {
		return true
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) || r.standsAlone(n) && directions[lastWord(s)] {
		return true
	}
	if endsSentence(s) || n+1 != end && !r.strong[n] {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	return len(strings.Fields(s)) <= heading && unicode.IsUpper(first) && r.standsAlone(n)
}

// lastWord is the last word of a short line, in lower case: "Members interjecting—".
func lastWord(s string) string {
	words := strings.Fields(strings.ToLower(strings.TrimRight(s, "—–-. ")))
	if len(words) == 0 || len(words) > heading {
		return ""
	}
	return words[len(words)-1]
}

// standsAlone reports whether a line is a paragraph of its own.
func (r *reader) standsAlone(n int) bool {
	p := r.lines[n].paragraph
	return (n == 0 || r.lines[n-1].paragraph != p) && (n+1 == len(r.lines) || r.lines[n+1].paragraph != p)
}

// said are the stretches of a line that are words, without stage directions in brackets.
func (r *reader) said(l line) (out []text.Span) {
	p := r.text.Span(l.from, l.to)
	s, at := p.Of(r.text.String), l.from
	add := func(to int) {
		for at < to && (isLoose(r.text.Word(at)) || at == l.from && r.isStray(at, l.to)) {
			at++
		}
		for at < to && strings.Trim(r.text.Word(to-1), "*_") == "" {
			to--
		}
		if at < to && strings.ContainsFunc(r.text.Of(r.text.Span(at, to)), isLetterOrDigit) {
			out = append(out, r.text.Span(at, to))
		}
	}
	for _, m := range bracket.FindAllStringIndex(s, -1) {
		if !isDirection(s[m[0]+1:m[1]-1], m[0] == 0) {
			continue
		}
		from, to := r.text.Range(text.Span{Start: p.Start + m[0], End: p.Start + m[1]})
		add(from)
		at = max(at, to)
	}
	add(l.to)
	return out
}

// isLoose reports whether a mark before a turn's words is none of them.
func isLoose(w string) bool {
	return strings.Trim(w, "*_:;,–—-") == "" || w == ">>"
}

// isStray reports whether a quotation mark opens a line that it is not closed in: the whole transcript stands in marks.
func (r *reader) isStray(i, end int) bool {
	w := r.text.Word(i)
	return (w == "“" || w == `"`) && !strings.ContainsAny(r.text.Of(r.text.Span(i+1, max(end, i+2))), "”\"")
}

func isLetterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// isDirection reports whether what stands in brackets tells what goes on rather than what is said. Behind the label
// anything does: "(through a translator)".
func isDirection(s string, behindLabel bool) bool {
	plain := strings.ToLower(strings.Trim(s, " .,!"))
	if directions[plain] || behindLabel || !strings.ContainsFunc(s, unicode.IsLetter) {
		return true
	}
	for {
		cut := strings.LastIndexByte(plain, ' ')
		if cut < 0 {
			break
		}
		if plain = plain[:cut]; directions[plain] {
			return true
		}
	}
	words := strings.Fields(s)
	return len(words) > 0 && (len(words) > 1 || len(s) > 6) && allCapitals(words)
}

// identify tells whom the label of a turn means.
func (r *reader) identify(turn *Turn, k label) {
	switch k.sort {
	case person, office:
		turn.Named = r.whom(k)
		if turn.Named == turn.Label {
			turn.Named = text.Span{}
		}
	case nobody:
		turn.Unnamed = "the transcript does not know who speaks"
	}
}

// attributed gives the questions and answers of an interview to those whom its introduction names.
func (r *reader) attributed(list []Turn, labels []label) []Turn {
	sorts, has := map[text.Span]sort{}, map[sort]bool{}
	for _, k := range labels {
		sorts[k.source], has[k.sort] = k.sort, true
	}
	if !has[asker] && !has[answer] {
		return list
	}
	p := introduction{r}.parties(labels[0].line)
	switch {
	case has[examiner]:
		p = parties{answers: introduction{r}.witness(labels[0].line)}
	case has[person] && !has[answer]: // reporters ask, and several of them
		p.asks = text.Span{}
	}
	for i := range list {
		switch turn := &list[i]; sorts[turn.Label] {
		case asker:
			if turn.Named.Empty() {
				turn.ask(p)
			}
		case answer:
			turn.answer(p)
		}
	}
	if !slices.ContainsFunc(labels, func(k label) bool { return k.sort != asker }) {
		return r.answersBetween(list, p)
	}
	return list
}

// ask gives a turn to whoever asks.
func (turn *Turn) ask(p parties) {
	if turn.Named = p.asks; p.asks.Empty() {
		turn.Unnamed = "the article does not name who asks"
	}
}

// answer gives a turn to whoever answers.
func (turn *Turn) answer(p parties) {
	if turn.Named = p.answers; p.answers.Empty() {
		turn.Unnamed = "the article does not make clear who answers"
	}
}

// answersBetween gives what stands behind the paragraph of each question, where nothing but questions has labels, to
// whoever answers.
func (r *reader) answersBetween(list []Turn, p parties) (out []Turn) {
	for _, turn := range list {
		answer := Turn{reason: answerReason}
		answer.answer(p)
		paragraph := r.text.ParagraphOf(r.text.At(turn.Content[0].Start))
		question := turn
		question.Content = nil
		for _, c := range turn.Content {
			if r.text.ParagraphOf(r.text.At(c.Start)) == paragraph {
				question.Content = append(question.Content, c)
			} else {
				answer.Content = append(answer.Content, c)
			}
		}
		out = append(out, question)
		if len(answer.Content) > 0 {
			out = append(out, answer)
		}
	}
	return out
}

package turns

import (
	"slices"

	"regexp"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/text"
)

// manner says how a verb of interviewing takes whoever is interviewed.
type manner uint8

const (
	object manner = iota + 1
	behindTo
	behindWith
)

var interviewing = lexicon.Table("turns", "interviewing",
	map[string]manner{"object": object, "to": behindTo, "with": behindWith})

// interviews are the nouns for what an interview is.
var interviews = lexicon.Words("turns", "interviews")

// introduction reads what stands above an interview.
type introduction struct{ *reader }

// parties are who asks and who answers in an interview, where the text names them.
type parties struct {
	asks, answers text.Span
	interviewed   bool // the introduction says that somebody was interviewed
}

// guest is somebody whom an introduction names, with what speaks for it that it is they who are interviewed.
type guest struct {
	last            string
	at              text.Span
	score, mentions int
	asks            bool
}

// What speaks for somebody being interviewed, in points. Set by hand on introductions in the training parts.
const (
	saidToBe    = 4 // "spoke to Mara Lind"
	named       = 1 // each time, at most so often
	mostNamed   = 3
	inTitle     = 2
	speaks      = 2 // is said to say something
	farVerb     = 9 // tokens between a verb and whom it takes
	mostOfIntro = 900
)

// parties finds the parties of an interview in what stands before a line.
func (r introduction) parties(first int) (p parties) {
	end := r.lines[min(first, len(r.lines)-1)].from
	start := max(0, end-mostOfIntro)
	title := r.lines[0].to
	if endsSentence(r.start(r.lines[0])) {
		title = 0
	}
	guests, body := r.introduced(start, end, title)
	p.interviewed = r.tellsOfInterview(end)
	author := text.Span{}
	if n, ok := r.text.Author(); ok {
		author = n.Span
	}
	person := text.Span{} // who asks, rather than the body they ask for
	for _, g := range guests {
		if g.asks || !author.Empty() && r.lastOf(author) == g.last {
			g.asks = true
			if person.Empty() {
				person = g.at
			}
		}
	}
	for _, who := range []text.Span{body, author, person} {
		if !who.Empty() {
			p.asks = who
		}
	}
	p.answers = r.likeliest(guests)
	return p
}

// introduced are the persons who are named in an introduction or in the title, and the body of which it is told that it
// asks.
func (r introduction) introduced(start, end, title int) (guests []*guest, body text.Span) {
	for _, n := range r.text.Names {
		if n.From >= end || n.From < start && n.From >= title || r.text.Paragraphs[r.text.ParagraphOf(n.From)].Aside {
			continue
		}
		if n.Type != names.Person {
			if body.Empty() && n.Type != names.Place && r.interviews(n) {
				body = n.Span
			}
			continue
		}
		g := guestOf(&guests, r.lastWord(n), n.Span)
		if n.To-n.From > g.words(r) {
			g.at = n.Span
		}
		r.weigh(g, n, guests, n.From < title)
	}
	// A capital in a title is often no name: who is named there by one word alone is nobody's guest.
	guests = slices.DeleteFunc(guests, func(g *guest) bool {
		from, _ := r.text.Range(g.at)
		return from < title && g.mentions == 1 && g.words(r) == 1
	})
	return guests, body
}

func (g *guest) words(r introduction) int {
	from, to := r.text.Range(g.at)
	return to - from
}

// guestOf finds somebody by the last word of their name, or adds them.
func guestOf(guests *[]*guest, last string, at text.Span) *guest {
	for _, g := range *guests {
		if g.last == last {
			return g
		}
	}
	g := &guest{last: last, at: at}
	*guests = append(*guests, g)
	return g
}

func (r introduction) lastWord(n names.Name) string { return plainWord(r.text.Word(n.To - 1)) }

func (r introduction) lastOf(p text.Span) string {
	_, to := r.text.Range(p)
	return plainWord(r.text.Word(to - 1))
}

// weigh adds what one mention tells of somebody.
func (r introduction) weigh(g *guest, n names.Name, guests []*guest, title bool) {
	if g.mentions++; g.mentions <= mostNamed {
		g.score += named
	}
	if title {
		g.score += inTitle
	}
	s := r.text.SentenceOf(n.From)
	if n.From > s.From && sorts[r.text.Lower(n.From-1)] == asker { // "our reporter Ada Venn"
		g.asks = true
		return
	}
	for i := n.From - 1; i >= max(s.From, n.From-farVerb); i-- {
		w := r.text.Lower(i)
		switch {
		case w == "by" && i == n.From-1:
			if r.isInterviewWord(i - 1) {
				g.asks = true
			}
			return
		case interviews[w] && r.leads(i, n.From, "with", ":", "of", "–", "—", "-"):
			g.score += saidToBe
			return
		case interviewing[w] > 0 && r.takes(i, n.From):
			if interviewing[w] != object && (r.isReporter(n) || r.isGuest(i)) {
				g.asks = true
				return
			}
			g.score += saidToBe
			return
		}
	}
	r.weighSubject(g, n, s)
}

// isReporter reports whether a name is followed by the body that somebody writes for: "Ada Venn of the Herald".
func (r introduction) isReporter(n names.Name) bool {
	switch r.text.Lower(n.To) {
	case "of", "from", "for":
	default:
		return false
	}
	at := n.To + 1
	if r.text.Lower(at) == "the" {
		at++
	}
	body, _, ok := r.text.Name(at)
	return ok && body.Type == names.Organization
}

// isGuest reports whether a pronoun stands before a verb of interviewing: "He spoke to Ada Venn" says it of somebody
// who is introduced already, so that Ada Venn asks.
func (r introduction) isGuest(verb int) bool {
	for i := verb - 1; i >= max(0, verb-2); i-- {
		if w := r.text.Lower(i); w == "he" || w == "she" {
			return true
		}
	}
	return false
}

// weighSubject adds what the verb tells whose subject somebody is: whoever "met her" asks, whoever "spoke to the
// Herald" is asked.
func (r introduction) weighSubject(g *guest, n names.Name, s text.Sentence) {
	for i := n.To; i < min(s.To, n.To+farVerb); i++ {
		tag := r.text.Tag(i)
		how, ok := interviewing[r.text.Lower(i)]
		switch lemma := r.text.Lemma(i); {
		case !tag.Verb(), lemma == "be", lemma == "have":
			continue
		case !ok && tag.Finite() && lexicon.Of(lemma, tag).Speaks():
			g.score += speaks
			return
		case !ok:
			return
		}
		if i+1 < s.To && r.text.Lower(i+1) == "by" { // "was interviewed by"
			g.score += saidToBe
			return
		}
		switch whom := r.objectOf(i, s.To); {
		case whom == anotherPerson:
			g.asks = true
		case how != object:
			g.score += saidToBe
		case whom == nobodyThere:
		default:
			g.asks = true
		}
		return
	}
}

// interviews reports whether it is told of a body that it asks: "Wikinews interviews Greta Ahlund".
func (r introduction) interviews(body names.Name) bool {
	var g guest
	r.weighSubject(&g, body, r.text.SentenceOf(body.From))
	return g.asks
}

// objectSort is what a verb of interviewing takes.
type objectSort uint8

const (
	nobodyThere objectSort = iota
	anotherPerson
	aBody
)

// objectOf is what stands behind a verb of interviewing.
func (r introduction) objectOf(verb, end int) objectSort {
	for i := verb + 1; i < min(end, verb+farVerb); i++ {
		if p, ok := pronouns.Of(r.text.Lower(i)); ok {
			switch p.Group {
			case pronouns.Singular, pronouns.Many:
				return anotherPerson
			case pronouns.First:
				return aBody
			}
			return nobodyThere
		}
		if n, _, ok := r.text.Name(i); ok {
			if n.Type == names.Person {
				return anotherPerson
			}
			return aBody
		}
		if r.text.Tag(i).Verb() {
			return nobodyThere
		}
	}
	return nobodyThere
}

// takes reports whether a verb of interviewing takes the name at a token: at once, or behind its word.
func (r introduction) takes(verb, name int) bool {
	for i := verb + 1; i < name; i++ {
		if r.text.Tag(i).Finite() || r.text.Lower(i) == "by" {
			return false
		}
	}
	switch interviewing[r.text.Lower(verb)] {
	case behindTo:
		return r.leads(verb, name, "to", "with")
	case behindWith:
		return r.leads(verb, name, "with")
	}
	return true
}

// leads reports whether one of some words stands between two tokens.
func (r introduction) leads(from, to int, words ...string) bool {
	for i := from + 1; i < to; i++ {
		for _, w := range words {
			if r.text.Lower(i) == w {
				return true
			}
		}
	}
	return false
}

func (r introduction) isInterviewWord(i int) bool {
	w := r.text.Lower(i)
	return interviews[w] || interviewing[w] > 0
}

// farSworn is how many tokens behind a witness's name it may say that they were sworn.
const farSworn = 16

// witness is who was called last before a line: "PAUL ORME, having been duly sworn".
func (r introduction) witness(before int) (out text.Span) {
	end := r.lines[min(before, len(r.lines)-1)].from
	for _, n := range r.text.Names {
		if n.Type != names.Person || n.To > end {
			continue
		}
		for i := n.To; i < min(end, n.To+farSworn); i++ {
			if w := r.text.Lower(i); w == "sworn" || w == "affirmed" || w == "witness" {
				out = n.Span
			}
		}
	}
	return out
}

// tellsOfInterview reports whether what stands before a token says that somebody was interviewed.
func (r introduction) tellsOfInterview(end int) bool {
	for i := range end {
		w := r.text.Lower(i)
		if interviews[w] && w != "questions" {
			return true
		}
		switch interviewing[w] {
		case object:
			if strings.HasPrefix(w, "interview") || r.objectOf(i, min(len(r.text.Tokens), i+farVerb)) != nobodyThere {
				return true
			}
		case behindTo, behindWith:
			if r.leads(i, min(end, i+4), "to", "with") {
				return true
			}
		}
	}
	return false
}

// likeliest is who is interviewed, empty where two are equally likely, or nobody is.
func (r introduction) likeliest(guests []*guest) text.Span {
	var best, second *guest
	for _, g := range guests {
		switch {
		case g.asks:
		case best == nil || g.score > best.score:
			best, second = g, best
		case second == nil || g.score > second.score:
			second = g
		}
	}
	if best == nil || second != nil && (second.score >= best.score || r.together(best, second)) {
		return text.Span{}
	}
	return best.at
}

// together reports whether two are named as a pair: "Ann Bell and Carl Dorn".
func (r introduction) together(a, b *guest) bool {
	if a.at.Start > b.at.Start {
		a, b = b, a
	}
	_, i := r.text.Range(a.at)
	j := r.text.At(b.at.Start)
	return i+1 == j && (r.text.Lower(i) == "and" || r.text.Lower(i) == "&")
}

// swears is a line that tells in capitals which witness was called.
var swears = regexp.MustCompile(`^([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3}),?\s[^A-Z].*\b(?:sworn|affirmed|witness)\b`)

// sworn are the names of witnesses who are called in capitals, and notes their tokens as taken.
func (r *reader) sworn(taken map[int]bool) (out []names.Name) {
	for _, l := range r.lines {
		m := swears.FindStringSubmatchIndex(r.start(l))
		if m == nil {
			continue
		}
		start := r.span(l).Start
		from, to := r.text.Range(text.Span{Start: start + m[2], End: start + m[3]})
		for i := from; i < to; i++ {
			taken[i] = true
		}
		out = append(out, names.Name{Span: r.text.Span(from, to), From: from, To: to, Type: names.Person})
	}
	return out
}

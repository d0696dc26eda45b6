package reporting

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/nouns"
	"hearsay/analysis/phrases"
	"hearsay/analysis/tags"
)

// parenthesis reads a reporting clause that stands behind what is said, or in its middle: "The ferry, the harbour
// master said on Monday, was late."
func (s scene) parenthesis(i int) (c clause, ok bool) {
	if !s.told(i) || s.Tags[i] == tags.VBG || !besideVerbs[s.Lemma(i)] {
		return c, false
	}
	all := s.sentence(i)
	cue := s.cueOf(i, all.from)
	end := cue.from
	if s.isComma(end - 1) {
		end = s.commaBefore(end-1, all.from) // "Tony Snow, the press secretary, said"
	}
	for comma := end - 1; comma > all.from; comma-- {
		if s.Tags[comma].Finite() {
			return c, false
		}
		if !s.isComma(comma) {
			continue
		}
		source, ok := s.before(comma+1, cue.from)
		if !ok {
			continue
		}
		if c, ok := s.around(i, stretch{all.from, comma}, source, cue, all); ok {
			return c, true
		}
	}
	return c, false
}

// commaBefore is the next comma before token i, or token from where there is none.
func (s scene) commaBefore(i, from int) int {
	for i--; i > from && !s.isComma(i); i-- {
		if s.Tags[i].Finite() {
			return from
		}
	}
	return i
}

// around makes a clause of what stands before and behind a parenthesis: where the verb is told to speak of what stands
// before it.
func (s scene) around(i int, said, source, cue, all stretch) (c clause, ok bool) {
	said = s.opened(said)
	if said.empty() || s.scenic(said) && (source.from < cue.from || !s.finite(stretch{source.to, all.to})) {
		return c, false // "By 2035, predicts the ministry, half will be gone" is the ministry's whole
	}
	end, ok := s.tail(max(cue.to, source.to), all.to)
	if !ok || s.objectBehind(i, source) {
		return c, false
	}
	c = clause{verb: i, how: fronted, cue: cue, source: source, content: []stretch{said}}
	if source.from > cue.from {
		c.how = inverted
	}
	return s.goneOn(c, end, all.to)
}

// replies are words with which a short answer begins that has no verb: "No comment, said Bell."
var replies = lexicon.Words("cues/reporting", "replies")

// clauseLike is how many tokens a stretch before ", she said." has from which it is a clause, though the tagger saw no
// finite verb in it.
const clauseLike = 6

// goneOn adds to a clause what is said behind the parenthesis, which ends at token end.
func (s scene) goneOn(c clause, end, to int) (clause, bool) {
	said := c.content[0]
	rest := stretch{end + 1, to}
	if rest.from >= rest.to || s.asideBehind(rest.from) {
		return c, s.finite(said) || said.to-said.from >= clauseLike || replies[s.Lower(said.from)]
	}
	opens := s.Tags[rest.from]
	switch whole := s.finite(said); {
	case opens.Finite(), opens == tags.VB, opens.Adverb() && s.Tags[min(rest.from+1, to-1)].Finite():
		c.how = interrupted
	case !whole && s.finite(rest):
		c.how = interrupted
	case whole && s.Quotations.At[rest.from] >= 0 && s.asks(said.from):
		return c, false
	case whole && s.resumes(rest.from):
		c.how = resumed
	case whole:
		return c, true
	default:
		return c, false
	}
	c.content = append(c.content, rest)
	return c, true
}

// asks reports whether words before a quotation only tell what it answers, or when: "Asked why, she said, “…”".
func (s scene) asks(i int) bool {
	return s.Quotations.At[i] < 0 && (s.Lemma(i) == "ask" || s.Tags[i] == tags.IN || s.Tags[i] == tags.WRB)
}

// resumes reports whether what stands behind a parenthesis goes on with what was said before it: "and", "because",
// words in quotation marks.
func (s scene) resumes(i int) bool {
	switch s.Lower(i) {
	case "and", "or", "because", "that":
		return true
	}
	return s.Quotations.At[i] >= 0
}

// scenic reports whether the words before a parenthesis only set the scene: "When the clerk asked", "In an interview".
func (s scene) scenic(p stretch) bool {
	switch s.Tags[p.from] {
	case tags.IN, tags.WRB, tags.VBG, tags.VBN, tags.TO:
	default:
		return false
	}
	if s.Quotations.At[p.from] >= 0 {
		return false
	}
	for i := p.from; i < p.to; i++ {
		if s.isComma(i) && s.finite(stretch{i, p.to}) {
			return false
		}
	}
	return true
}

// opened takes from the beginning of what is said the words that join it to the sentence before.
func (s scene) opened(p stretch) stretch {
	for p.from < p.to && (s.Tags[p.from] == tags.CC || s.isComma(p.from)) {
		p.from++
	}
	return p
}

// asideBehind reports whether what stands behind a parenthesis is the reporter's again: "adding that", "who".
func (s scene) asideBehind(i int) bool {
	switch s.Tags[i] {
	case tags.VBG, tags.WP, tags.WDT, tags.WPS:
		return true
	}
	return s.Lower(i) == "according" || s.Lower(i) == "as" && s.Tag(i+1) == tags.VBN
}

// objectBehind reports whether a thing that is said stands right behind a verb: "As the bell rang, she said a
// prayer". Who is told stands there, too: "she told reporters".
func (s scene) objectBehind(i int, source stretch) bool {
	if source.from > i || s.verbLemma(i) == "tell" {
		return false
	}
	switch t := s.Tag(i + 1); t {
	case tags.DT, tags.PRPS, tags.PRP, tags.JJ, tags.NNS, tags.NN, tags.VB, tags.TO:
		return !dayNames[s.Lower(i+1)]
	}
	return false
}

// inversion reads a reporting clause whose verb stands before its subject: "The ferry, say dockers, was late."
func (s scene) inversion(i int) (c clause, ok bool) {
	all := s.sentence(i)
	if !s.isComma(i-1) || i-1 <= all.from || i+1 >= all.to || s.Tags[i] == tags.VBG {
		return c, false
	}
	first := s.Tags[i+1]
	if !s.Tags[i].Finite() && !first.Proper() && !s.verbForm(i) {
		return c, false
	}
	from, to, head, ok := phrases.Read(s.Text, i+1, all.to)
	if !ok || from != i+1 || dayNames[s.Lower(from)] {
		return c, false
	}
	if lemma := s.verbLemma(i); !beforeVerbs[lemma] && (!beforeSureVerbs[lemma] || !s.sureSubject(head, to, all)) {
		return c, false
	}
	source := stretch{from, s.apposed(to, all.to)}
	return s.around(i, stretch{all.from, i - 1}, source, stretch{i, i + 1}, all)
}

// sureSubject reports whether a noun phrase behind a verb, whose head is token head, is who does it and not what is
// done: people or a body, nothing stands between it and a comma, or the end, and no other comma before the verb, as
// one would in "Lena Falk, 26, believes her mother".
func (s scene) sureSubject(head, to int, all stretch) bool {
	commas := 0
	for k := all.from; k < head; k++ {
		if s.isComma(k) {
			commas++
		}
	}
	_, known := nouns.Of(s.Lower(head))
	several := s.Tags[head] == tags.NNS || s.Tags[head] == tags.PRP
	person := known || several || s.InName(head)
	return person && commas == 1 && (s.isComma(to) || to >= all.to)
}

// according reads whom what is said in a sentence is according to, within it or behind it: "The rest, according to the
// auditor, have no lights."
func (s scene) according(i int) (c clause, ok bool) {
	all := s.sentence(i)
	if s.Lower(i) != "according" || s.Lower(i+1) != "to" || i-1 <= all.from || !s.isComma(i-1) {
		return c, false
	}
	from, to, _, ok := phrases.Read(s.Text, i+2, all.to)
	if !ok || from != i+2 || s.Tags[i-2] == tags.IN { // "since, according to the firm, more came"
		return c, false
	}
	source := stretch{from, s.apposed(to, all.to)}
	c = clause{verb: i, how: fronted, cue: stretch{i, i + 2}, source: source,
		content: []stretch{s.opened(stretch{all.from, i - 1})}}
	end, ok := s.tail(source.to, all.to)
	if said := c.content[0]; !ok || said.empty() || s.scenic(said) || s.Quotations.At[said.from] >= 0 {
		return c, false
	}
	return s.goneOn(c, end, all.to)
}

// verbForm reports whether a word that is tagged as a noun can be a verb before its subject: "warn growers", "says
// Lena Falk"; a plural behind an "s" is none.
func (s scene) verbForm(i int) bool {
	return s.Tags[i] == tags.NN || s.Tags[i] == tags.NNS || s.Tags[i] == tags.VB || s.Tags[i] == tags.VBN
}

// apposed is where a source ends with the phrases in apposition, in brackets and with "who" that follow a comma at
// token to: "Lena Falk, the auditor,". What a finite verb follows in the same breath is none.
func (s scene) apposed(to, end int) int {
	for s.isComma(to) && to+1 < end {
		next := to + 1
		of := s.Lower(next) == "of" || s.Lower(next) == "from" // "Rohan Deshpande, of the Evening Lamp,"
		if s.Tags[next] != tags.WP && !s.startsPhrase(next) && !of {
			return to
		}
		stop := next
		for stop < end && !s.isComma(stop) {
			stop++
		}
		if s.Tags[next] != tags.WP && s.finite(stretch{next, stop}) || of && !s.isComma(stop) {
			return to
		}
		to = stop
	}
	return to
}

// startsPhrase reports whether a noun phrase that tells who somebody is may begin at a token.
func (s scene) startsPhrase(i int) bool {
	switch t := s.Tags[i]; {
	case s.InName(i): // whatever the tagger takes a rare name for
		return true
	case t == tags.DT, t.Noun(), t == tags.CD, t == tags.PRPS, t.Adjective():
		return true
	}
	return false
}

package lines

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// command is what a line can begin with.
type command struct {
	// letter is typed for it; so is name, the action's in the reader where there is one.
	letter, name string
	// takes says what may stand behind it.
	takes, help string
	do          func(s *session, rest string)
}

// when says where a command is understood.
type when int

const (
	always when = iota
	inReview
)

// group is a heading of the help.
type group struct {
	heading string
	when    when
	all     []command
}

func plain(do func(*session)) func(*session, string) { return func(s *session, _ string) { do(s) } }

// action does what an action of the review does; what stands behind the letter is the answer to what it asks.
func action(letter, name, takes, help string) command {
	return command{letter, name, takes, help, func(s *session, rest string) {
		s.do(name)
		s.answered(rest)
	}}
}

// answered gives words to what was just asked.
func (s *session) answered(rest string) {
	if rest == "" {
		return
	}
	switch {
	case s.asked.question != nil:
		s.answer(rest)
	case s.asked.menu != nil:
		s.choose(rest)
	case s.picking.On():
		s.chooseWords(rest)
	}
}

// groups are all commands, as help lists them. It is a function, since what help does stands in it.
func groups() []group {
	return []group{
		{"In a review", inReview, []command{
			action("a", "accept", "", "it is right: its words, kind, cue, source and speaker"),
			action("x", "reject", "", "it is no quote, or no position"),
			{"1", "", "", "or up to 9: it is the speaker of this digit", nil},
			action("0", "nobody", "", "the article does not tell who says it"),
			action("r", "who", "NAME", "say who says it: by digit, letter, name or new name"),
			action("e", "extent", "WORDS", "its words are these; of a position, its target"),
			action("S", "source-words", "WORDS", "these words tell who"),
			action("C", "cue-words", "WORDS", "these words attribute it"),
			action("i", "kind", "WORD", "another kind; denied, or refused; of a position, another side"),
			action("&", "join", "", "join it with the next quote"),
			{"=", "same", "NAME", "its speaker is the same as another", func(s *session, rest string) {
				s.same()
				s.answered(rest)
			}},
			action("+", "missed", "", "add a quote, or a position, that was missed"),
			action("-", "skip", "", "leave it for later"),
			action("!", "flag", "", "flag it, to be looked at again"),
			action(";", "note", "WORDS", "write a note on it"),
			action("u", "undo", "", "take the last decision back"),
			action("U", "redo", "", "restore what was taken back"),
			action("<", "take-first", "", "decide as the first of two reviewers did"),
			action(">", "take-second", "", "decide as the second of two reviewers did"),
			action("*", "others", "", "tell what other reviewers decided, or no more"),
			action("O", "sitting", "", "what is reviewed in which order, and whether blind"),
			action("D", "complete", "", "nothing is missed in the article, or something may be"),
			action("%", "figures", "", "how accurate the machine is in what was decided"),
			{"P", "position", "", "to the positions, or back to the quotes", plain((*session).togglePositions)},
		}},
		{"In an article", always, []command{
			{"n", "next-quote", "", "next quote", plain((*session).nextQuote)},
			{"p", "previous-quote", "", "previous quote", plain((*session).previousQuote)},
			{"#", "go-to", "NUMBER", "the quote of this number", (*session).goTo},
			{"s", "speaker", "NAME", "the speaker of the quote, or of this name: all they said", (*session).tellSpeaker},
			{"w", "why", "", "why it is a quote, and whose", plain((*session).tellWhy)},
			{"t", "text", "NUMBER", "the paragraph of the quote, or of this number, with its quotes", (*session).tellText},
			{"l", "quotes", "WORDS", "all quotes, or those that hold the words", (*session).listQuotes},
			{"L", "speakers", "", "all speakers", plain((*session).listSpeakers)},
			{"o", "positions", "", "all positions", plain((*session).listPositions)},
			{"/", "search", "WORDS", "where words stand in the text", (*session).search},
			{"v", "review", "", "review the article, or end the review", plain((*session).toggleReview)},
		}},
		{"Everywhere", always, []command{
			{".", "next-article", "", "next article", plain(func(s *session) { s.turnTo(s.at.Item + 1) })},
			{",", "previous-article", "", "previous article", plain(func(s *session) { s.turnTo(s.at.Item - 1) })},
			{"A", "articles", "NUMBER", "list the articles, or open one", (*session).articles},
			{"?", "help", "", "this list", plain((*session).help)},
			{"q", "quit", "", "quit; every decision is kept", plain(func(s *session) { s.quit = true })},
		}},
	}
}

// letterOf is what is typed for an action, as it is told.
func letterOf(name string) string {
	switch name {
	case "leave":
		return "v"
	case "pick-leave":
		return leaving
	case "pick-edge":
		return "typing"
	}
	for _, g := range groups() {
		for _, c := range g.all {
			if c.name == name {
				return c.letter
			}
		}
	}
	return ""
}

// command does what a line says. An empty one reads on or, in a review, asks again.
func (s *session) command(line string) {
	switch {
	case line == "" && s.review.On():
		s.askAgain()
		return
	case line == "":
		s.readOn()
		return
	}
	c, rest, when, ok := understood(line)
	number, err := strconv.Atoi(line)
	switch {
	case err == nil && s.review.On() && number > 0 && number < 10:
		s.byDigit(line)
	case err == nil && !s.review.On():
		s.goTo(line)
	case !ok:
		s.say("“" + line + "” is not understood: ? lists what is.")
	case when == inReview && !s.review.On():
		s.say(c.letter + " decides in a review: v begins one.")
	case s.current() == nil && !slices.Contains([]string{"articles", "quit", "help"}, c.name):
		s.say("No article is open: A lists them.")
	default:
		c.do(s, rest)
	}
}

// understood is the command that a line begins with, by letter or by name, and what stands behind it.
func understood(line string) (c command, rest string, w when, ok bool) {
	word, rest, _ := strings.Cut(line, " ")
	_, n := utf8.DecodeRuneInString(line)
	for _, g := range groups() {
		for _, c := range g.all {
			switch {
			case c.do == nil:
			case word == c.letter, word == c.name:
				return c, strings.TrimSpace(rest), g.when, true
			case line[:n] == c.letter && c.takes != "" && !isLetter(c.letter):
				return c, strings.TrimSpace(line[n:]), g.when, true
			}
		}
	}
	return c, "", always, false
}

func isLetter(s string) bool { return s >= "A" && s <= "z" }

// help lists what can be typed here.
func (s *session) help() {
	for _, g := range groups() {
		if g.when == inReview && !s.review.On() {
			continue
		}
		s.say(g.heading + ":")
		for _, c := range g.all {
			s.say(strings.TrimSpace(c.letter+" "+c.takes) + ": " + c.help)
		}
	}
	if s.review.On() {
		s.say("An empty line asks again.")
		return
	}
	s.say("An empty line reads the next paragraph, with each quote in brackets behind the letter of its speaker.")
}

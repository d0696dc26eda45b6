package narrator

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
)

// means is how it is told who speaks.
type means uint8

const (
	bySelf   means = iota + 1 // they say who they are
	byCall                    // somebody hands over to them, in the paragraph before
	byAnswer                  // somebody answers them by name, in the paragraph behind
)

// introduced is somebody who is told to speak in a paragraph.
type introduced struct {
	paragraph int
	how       means
	who       Narrator
}

// introduced are those who are told to speak in paragraphs of a section, in reading order.
func (f *finder) introduced(s section) (out []introduced) {
	for p := s.from; p < s.to; p++ {
		if f.Paragraphs[p].Aside {
			continue
		}
		from, to := f.tokens(p)
		if who, ok := f.introducesSelf(from, to, p-s.from < firstParagraphs); ok {
			out = append(out, introduced{p, bySelf, who})
		}
		if next := f.next(p, s.to); next < s.to {
			if who, ok := f.handsOver(from, to); ok {
				out = append(out, introduced{next, byCall, who})
			}
		}
	}
	return out
}

// firstParagraphs is how many paragraphs may go by before somebody says "It's Ann here".
const firstParagraphs = 3

// next is the next paragraph with words that are not set aside.
func (f *finder) next(p, end int) int {
	for p++; p < end; p++ {
		if from, to := f.tokens(p); from < to && !f.Paragraphs[p].Aside {
			break
		}
	}
	return p
}

// hosts are what those call themselves who lead through a talk: "your host".
var hosts = lexicon.Words("narrators", "hosts")

// greetings are words of whoever opens a talk.
var greetings = lexicon.Words("narrators", "greetings")

// farHost is how many words behind "your host" the name may stand: "I'm your host as always, Dave".
const farHost = 7

// introducesSelf finds who says in some tokens who they are. Opens tells whether a text begins with them.
func (f *finder) introducesSelf(from, to int, opens bool) (who Narrator, ok bool) {
	greets := false
	for i := from; i < to; i++ {
		greets = greets || greetings[f.Lower(i)]
		if f.Quotations.At[i] >= 0 {
			continue
		}
		at, loose := f.behindSelf(i, to, opens && (greets || f.greets(i, to)))
		if at < 0 {
			continue
		}
		n, _, named := f.nameAt(at, to, loose)
		if named && f.endsIntroduction(n.To, to) {
			f.add(n)
			return f.self(n), true
		}
	}
	return who, false
}

// behindSelf is where the name may stand behind token i, with which somebody may say who they are, and whether words
// that only may be one are taken for it; -1 where nobody does. Greeted tells whether they greet others.
func (f *finder) behindSelf(i, to int, greeted bool) (at int, loose bool) {
	switch w := f.Lower(i); {
	case w == "my" && f.Lower(i+1) == "name" && f.isBe(i+2):
		return i + 3, true
	case w == "i" && f.isBe(i+1):
		return f.behindHost(i+2, to), false
	case w == "i" && f.Lower(i+1) == ",":
		if n, _, named := f.nameAt(i+2, to, false); named && f.Lower(n.To) == "," {
			return i + 2, false
		}
	case greeted && (w == "this" || w == "it") && f.isBe(i+1):
		return i + 2, true
	}
	return -1, false
}

func (f *finder) self(n names.Name) Narrator {
	return Narrator{n.From, n.To, "is who speaks there, by their own words,", sureSelf}
}

// isBe reports whether a token is a form of "be" that somebody says of themselves.
func (f *finder) isBe(i int) bool {
	switch f.Lower(i) {
	case "am", "is", "'m", "’m", "'s", "’s", "m", "s":
		return true
	}
	return false
}

// behindHost is where the name may stand behind "I am", past "your host as always,".
func (f *finder) behindHost(i, end int) int {
	for k := i; k < min(end, i+4); k++ {
		if !hosts[f.Lower(k)] {
			continue
		}
		for at := k + 1; at < min(end, k+farHost); at++ {
			if n, _, ok := f.Name(at); ok && n.Type == names.Person {
				return at
			}
		}
	}
	return i
}

// greets reports whether somebody welcomes others behind a token, in its paragraph.
func (f *finder) greets(i, end int) bool {
	for k := i; k < min(end, i+12); k++ {
		if greetings[f.Lower(k)] {
			return true
		}
	}
	return false
}

// introductionEnds are the words that may stand behind the name of somebody who says who they are: "I'm Ann Bell with
// the Herald". A clause does not: "I am Ann Bell's brother".
var introductionEnds = lexicon.Words("narrators", "behind names")

func (f *finder) endsIntroduction(i, end int) bool {
	return i >= end || f.isMark(i) || introductionEnds[f.Lower(i)]
}

// calls are the words by which somebody is given the floor: "please proceed".
var calls = lexicon.Words("narrators", "calls")

// mostOfCall is how many tokens at the end of a paragraph may hand over to somebody.
const mostOfCall = 14

// handsOver finds to whom the end of a paragraph hands over: "Miss Rosenthal?", "Mr. Sova, please proceed.", "General
// Prelogar.", "What did you do, Sabrina?".
func (f *finder) handsOver(from, to int) (who Narrator, ok bool) {
	if from >= to {
		return who, false
	}
	start := max(from, to-mostOfCall)
	if s := f.Tokens[to-1].Sentence; f.Sentences[s].From > start {
		start = f.Sentences[s].From
	}
	if f.Quotations.At[to-1] >= 0 {
		return who, false
	}
	asks := f.Lower(to-1) == "?"
	for i := start; i < to; i++ {
		if i > start && f.Lower(i-1) != "," {
			continue
		}
		n, titled, named := f.nameAt(i, to, false)
		if !named {
			continue
		}
		who = Narrator{n.From, n.To, "is who is given the floor there,", sureCalled}
		sole := titled || asks && start > from
		if i == start && n.To >= to-1 && sole || f.calls(n.To, to) {
			return who, true
		}
		if i == start && f.Lower(n.To) == "," && asks {
			return asked(n), true
		}
	}
	n, _, named := f.Name(to - 2)
	if asks && named && n.Type == names.Person && n.To == to-1 {
		return asked(n), f.asksYou(start, n.From)
	}
	return who, false
}

// asked is the narrator of the answer to a question.
func asked(n names.Name) Narrator {
	return Narrator{n.From, n.To, "is who is asked there,", sureAsked}
}

// calls reports whether the floor is given to somebody behind their name.
func (f *finder) calls(from, to int) bool {
	for i := from; i < to; i++ {
		if calls[f.Lower(i)] || calls[f.Lower(i)+" "+f.Lower(i+1)] {
			return true
		}
	}
	return false
}

// asksYou reports whether words before a name speak to somebody.
func (f *finder) asksYou(from, to int) bool {
	for i := from; i < to; i++ {
		if w := f.Lower(i); w == "you" || w == "your" {
			return true
		}
	}
	return false
}

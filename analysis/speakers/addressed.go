package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// attributeByAddress gives speech without a source, which would else run on from the quote before it, to somebody else
// where it speaks to whoever spoke there, or answers a question put to somebody: "“Are you going to sell, Celia?” Hugh
// asked." and then "“Not to you, Hugh.”" are two who speak to each other. It reports whether they do.
func (a *attributor) attributeByAddress(q int) bool {
	before := a.quotes[q].Continues
	if before < 0 || before >= q {
		return false
	}
	last := a.out[before].Speakers
	if len(last) != 1 {
		return false
	}
	to, from := a.addressees(q), a.addressees(before)
	if e := a.told(before); e >= 0 && e != last[0] && !slices.Contains(from, e) {
		from = append(from, e)
	}
	answers := a.endsAsking(before) && !a.endsAsking(q) || a.honours(q)
	if !discourse.Share(to, last) && (len(from) == 0 || !answers) {
		return false
	}
	out := &a.out[q]
	e, at, how := a.otherThan(last[0], before, from)
	if e < 0 {
		out.Unknown = "the words are said to " + quoteName(&a.All[last[0]]) + ", who spoke before"
		return true
	}
	s := step{wayTurn, sureAddress}
	out.Speakers, out.steps = []int{e}, []step{s}
	out.Confidence = a.certainty.of(out)
	out.Chain = []Link{{Speaker: e, From: a.quotes[q].Content[0], To: at, Confidence: a.certainty.sure(s),
		Reason: "the words answer those before them, " + how + " " + cite(a.Text, at)}}
	return true
}

// otherThan is the one who speaks with somebody: whom they spoke to, else who spoke before them; -1 where there is
// none.
func (a *attributor) otherThan(e, before int, addressed []int) (other int, at text.Span, how string) {
	for _, x := range addressed {
		if x != e {
			return x, a.All[x].Full, "which were said to"
		}
	}
	for q := before - 1; q >= max(0, before-farExchange); q-- {
		who := a.out[q].Speakers
		if len(who) != 1 || a.All[who[0]].Type != entities.Person {
			return -1, at, ""
		}
		if who[0] != e {
			return who[0], a.All[who[0]].Full, "which answered"
		}
	}
	return -1, at, ""
}

// farExchange is how many quotes back the other of two who speak to each other is looked for.
const farExchange = 3

// endsAsking reports whether a quote ends with a question.
func (a *attributor) endsAsking(q int) bool {
	content := a.quotes[q].Content
	_, to := a.Range(content[len(content)-1])
	for i := to - 1; i >= max(0, to-3); i-- {
		if a.Lower(i) == "?" {
			return true
		}
	}
	return false
}

// addressees are the persons whom a quote's words speak to by name.
func (a *attributor) addressees(q int) (out []int) {
	for _, p := range a.quotes[q].Content {
		from, to := a.Range(p)
		for i := from; i < min(to, from+longestAddress); i++ {
			e, end := a.calledAt(i)
			if e >= 0 && a.isAddress(i, end, from, to) && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// told is whom the cue of a quote says it was said to: "Ada Venn told her rival, Kofi Annor"; -1 where that is nobody
// who is named.
func (a *attributor) told(q int) int {
	cue := a.quotes[q].Cue
	if len(cue) == 0 {
		return -1
	}
	_, behind := a.Range(cue[len(cue)-1])
	head := behind - 1
	if c := lexicon.Of(a.Lemma(head), a.Tag(head)); c != lexicon.Tell && c != lexicon.Ask {
		return -1
	}
	for i := head + 1; i < min(a.SentenceOf(head).To, head+farTold); i++ {
		if n, k, ok := a.Name(i); ok && n.Type == names.Person {
			return a.OfName(k)
		}
		if t := a.Tag(i); t.Verb() || t == tags.IN || t == tags.TO {
			break
		}
	}
	return -1
}

// farTold is how many tokens behind "told" the name stands at most of who was told.
const farTold = 12

// honorifics are what those are called whom one addresses with respect: "your honour".
var honorifics = lexicon.Words("quotations", "honorifics")

// honours reports whether a quote's words speak to somebody by an honorific.
func (a *attributor) honours(q int) bool {
	for _, p := range a.quotes[q].Content {
		from, to := a.Range(p)
		for i := from; i < min(to, from+longestAddress); i++ {
			end := i + 1
			if !honorifics[a.Lower(i)] {
				if end++; end > to || !honorifics[a.Lower(i)+" "+a.Lower(i+1)] {
					continue
				}
			}
			opens := i == from || a.isPause(i-1) || a.Tag(i-1) == tags.OpenQuote
			if opens && (end >= to || a.isPause(end)) {
				return true
			}
		}
	}
	return false
}

// titled is the only person whom the article calls by a title: "Inspector" is Inspector Luis Prado; -1 for none.
func (a *attributor) titled(title string) int {
	e := -1
	for k := range a.All[:min(len(a.All), mostCalled)] {
		x := &a.All[k]
		if x.Type != entities.Person || strings.EqualFold(x.Name, title) || !x.Named || !x.Says(title) {
			continue
		}
		if e >= 0 {
			return -1
		}
		e = k
	}
	return e
}

// calledAt is the person whom the name that begins with token i calls, with its end; -1 where it calls nobody who is
// known. A word that was not taken for a name is one if a single person bears it.
func (a *attributor) calledAt(i int) (e, end int) {
	if n, _, ok := a.Name(i); isTitle(a.Lower(i)) && a.Tag(i).Proper() && (!ok || n.To == n.From+1) {
		if e = a.titled(a.Lower(i)); e >= 0 {
			return e, i + 1
		}
	}
	if n, k, ok := a.Name(i); ok {
		if e = a.OfName(k); e < 0 || i != n.From || a.All[e].Type != entities.Person {
			return -1, i
		}
		return e, n.To
	}
	if !a.Tag(i).Proper() {
		return -1, i
	}
	e = -1
	for k := range a.All[:min(len(a.All), mostCalled)] {
		x := &a.All[k]
		if x.Type != entities.Person || !slices.Contains(strings.Fields(x.Name), a.Word(i)) {
			continue
		}
		if e >= 0 {
			return -1, i
		}
		e = k
	}
	return e, i + 1
}

// mostCalled is how many entities are looked through for whom a word calls.
const mostCalled = 200

// longestAddress is how many tokens of a quote's part are looked at for names.
const longestAddress = 400

// isAddress reports whether a name at tokens from to to, within a content, is set off as that of whom the words speak
// to: behind a comma at the end of a sentence, "…, Mr. Bell.", or before one at its start, where the words say "you".
func (a *attributor) isAddress(from, to, first, end int) bool {
	for from > first && isTitle(a.Lower(from-1)) {
		from--
	}
	before, behind := from-1, to
	closes := behind >= end || a.isPause(behind)
	switch {
	case !closes:
		return false
	case before >= first && a.Lower(before) == ",":
		o, known := nouns.Of(a.Lower(before - 1)) // "the mayor, Tom Bell," tells who the mayor is
		return !(known && o.Nature == nouns.Person || a.InName(before-1))
	}
	starts := before < first || a.Tag(before) == tags.OpenQuote || a.Tag(before) == tags.Period
	return starts && a.speaksTo(behind, end)
}

// isTitle reports whether a word stands before a person's name as its title.
func isTitle(w string) bool {
	_, ok := names.Title(w)
	return ok
}

// isPause reports whether a token is a mark behind which a clause ends.
func (a *attributor) isPause(i int) bool {
	switch a.Lower(i) {
	case ",", ".", "?", "!", "”", `"`, "’", "…", "—", "–", ";", "''":
		return true
	}
	return false
}

// speaksTo reports whether the sentence behind a name says "you", or asks.
func (a *attributor) speaksTo(i, end int) bool {
	for ; i < end && a.Lower(i) != "." && a.Lower(i) != "!"; i++ {
		switch a.Lower(i) {
		case "you", "your", "yours", "yourself", "?", "please", "let":
			return true
		}
	}
	return false
}

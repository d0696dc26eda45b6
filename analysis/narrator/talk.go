package narrator

import (
	"strings"

	"hearsay/analysis/lexicon"
)

// replies are the words with which somebody begins who answers another.
var replies = lexicon.Words("narrators", "replies")

// What makes paragraphs the turns of a talk: one in so many is a reply, and so many at least. Set by hand on GUM's
// training part, of which talks have from one in three on, and essays and speeches one in twelve.
const (
	replyShare   = 4
	fewestReplys = 2
)

// isTalk reports whether the paragraphs of a section are turns of people who speak to each other.
func (f *finder) isTalk(s section, all []introduced) bool {
	asked, n, seen := false, 0, 0
	for p := f.next(s.from-1, s.to); p < s.to; p = f.next(p, s.to) {
		from, to := f.tokens(p)
		seen++
		if asked && f.Lower(to-1) != "?" || replies[f.Lower(from)] && f.Quotations.At[from] < 0 {
			n++
		}
		asked = f.Lower(to-1) == "?" && f.Quotations.At[to-1] < 0
	}
	for _, x := range all {
		if x.how == byCall && x.paragraph < s.to-1 {
			n++
		}
	}
	return n >= fewestReplys && n*replyShare >= seen
}

// takeTurns gives the turns of a talk to those who are told to speak, and every other turn from there on to the same
// one, until somebody else is told to speak or they are spoken to themselves.
func (f *finder) takeTurns(s section, all []introduced) {
	if s.by.Sure > 0 {
		if p := f.next(s.from, s.to); p < s.to {
			all = append([]introduced{{p, byCall, s.by}}, all...)
		}
	}
	host := Narrator{}
	if len(all) > 0 {
		host = all[0].who
	}
	own := map[int]bool{}
	for _, x := range all {
		own[x.paragraph] = own[x.paragraph] || x.how == bySelf
	}
	for p := f.next(s.from-1, s.to); p < s.to && host.Sure > 0; p = f.next(p, s.to) {
		if next := f.next(p, s.to); next < s.to && !own[p] && f.speaksTo(p, host) {
			all = append(all, introduced{next, byAnswer, host})
		}
	}
	given := map[int]Narrator{}
	for _, x := range all {
		if old, ok := given[x.paragraph]; !ok || x.who.Sure > old.Sure {
			given[x.paragraph] = x.who
		}
	}
	f.alternate(s, given)
	for p := s.from; p < s.to; p++ {
		f.talk[p] = f.of[p].Sure == 0
	}
}

// alternate gives every other turn to whoever was told to speak last.
func (f *finder) alternate(s section, given map[int]Narrator) {
	var who Narrator
	on := false // whether it is their turn
	for p := f.next(s.from-1, s.to); p < s.to; p = f.next(p, s.to) {
		if x, ok := given[p]; ok {
			who, on = x, true
		} else if f.goesOn(p) {
			// the same turn goes on
		} else if on = !on && who.Sure > 0; on {
			who.Sure *= fade
			if f.speaksTo(p, who) {
				who = Narrator{}
				continue
			}
		}
		if on {
			f.of[p] = who
		}
	}
}

// goesOn reports whether whoever spoke in the paragraph before, and asked nothing, speaks on: they read words out that
// stand in quotation marks, or add to what they said, and speak to nobody.
func (f *finder) goesOn(p int) bool {
	from, to := f.tokens(p)
	if from == 0 || f.Lower(from-1) == "?" {
		return false
	}
	return f.Quotations.At[from] >= 0 || f.Lower(from) == "and" && f.Lower(to-1) != "?" && !f.asksYou(from, to)
}

// speaksTo reports whether a paragraph calls somebody: by name or title before a comma at its start, or behind one.
func (f *finder) speaksTo(p int, who Narrator) bool {
	from, to := f.tokens(p)
	for i := from; i < to; i++ {
		if f.Quotations.At[i] >= 0 || !f.isName(i, who) && !f.isTitleOf(i, who) {
			continue
		}
		start := i
		for start > from && f.isBeforeName(start-1, i) {
			start--
		}
		opens := start == from || f.Lower(start-1) == "," || replies[f.Lower(start-1)]
		if opens && (i+1 >= to || f.isMark(i+1)) {
			return true
		}
	}
	return false
}

// isName reports whether a token is the first or the last word of somebody's name.
func (f *finder) isName(i int, who Narrator) bool {
	w := f.Lower(i)
	return f.InName(i) && (w == f.Lower(who.To-1) || w == f.Lower(who.From))
}

// isTitleOf reports whether a token is the title that stands before somebody's name, perhaps in full: "General", of
// "GEN. ANN BELL".
func (f *finder) isTitleOf(i int, who Narrator) bool {
	title := strings.TrimSuffix(f.Lower(who.From-1), ".")
	return len(title) > 2 && isTitle(title) && strings.HasPrefix(f.Lower(i), title) && f.Tag(i).Proper()
}

// isBeforeName reports whether a token belongs to how token i calls somebody: a title, or a word of the same name.
func (f *finder) isBeforeName(k, i int) bool {
	same := f.NameAt(k) >= 0 && f.NameAt(k) == f.NameAt(i)
	return same || f.Lower(k) == "." || isTitle(strings.TrimSuffix(f.Lower(k), "."))
}

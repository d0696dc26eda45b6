package reviewing

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/cells"
	"hearsay/ui/reader/view"
)

// verdicts are the signs and words of what was decided.
var verdicts = map[review.Verdict]struct{ sign, word string }{
	review.Undecided: {"·", "undecided"}, review.Right: {"✓", "right"}, review.Corrected: {"~", "corrected"},
	review.Wrong: {"✗", "wrong"}, review.Joined: {"&", "joined"}, review.Missed: {"+", "missed"},
}

// nameOf names a quote or a position by its number among the machine's, which it keeps whatever is decided, and what
// the reviewer has added by its first words.
func nameOf(it overlay.Item) string {
	if it.Subject.Position != nil {
		return named("position", it.Machine, positionOf(it).Target)
	}
	return named("quote", it.Machine, it.Now().Content)
}

// nameWords is the most cells that words take where they name something.
const nameWords = 24

func named(thing string, machine int, words []review.Words) string {
	switch {
	case machine != analysis.None:
		return fmt.Sprintf("%s %d", thing, machine+1)
	case len(words) == 0:
		return "the " + thing
	}
	first := strings.Join(strings.Fields(cells.Clean(words[0].Text)), " ")
	return "the " + thing + " “" + cells.Truncate(first, nameWords) + "”"
}

// telling puts decisions into words, with words of the article in them.
type telling struct{ f *view.Findings }

// said tells in full what an entry decides: "now Yury Ushakov".
func (t telling) said(e review.Entry) string {
	switch e.Act {
	case review.SetSpeakers:
		return "now " + names(e.To.Speakers)
	case review.SetContent:
		return "words now " + t.short(e.To.Content)
	case review.SetSource, review.SetCue:
		return t.part(e)
	case review.SetTarget:
		return "target now " + t.short(e.To.Target)
	case review.SetKind:
		return "now " + e.To.Kind
	case review.SetPolarity:
		return "now " + e.To.Polarity
	case review.SetStance:
		return "now " + sideOf(e.To.Stance)
	case review.AddQuote:
		return "added: said by " + names(e.Of.Quote.Speakers)
	case review.AddPosition:
		p := e.Of.Position
		return "added: " + p.Speaker.Name + " " + sideOf(p.Stance) + " " + t.short(p.Target)
	case review.Note:
		return "noted: " + e.Note
	case review.Same:
		if joins(e) {
			return oneOfTwo(*e.Of.Speaker, e.To.Speakers[0])
		}
	}
	return plainly(e)
}

// undone tells what an entry decides that was taken back, of what has a name: "quote 3 is no longer Tomas Brandt's".
func (t telling) undone(e review.Entry, name string) string {
	said := t.said(e)
	now, isNow := strings.CutPrefix(said, "now ")
	part, words, isPart := strings.Cut(said, " now ")
	switch {
	case joins(e):
		is := e.To.Speakers[0].Name
		return strings.TrimSuffix(said, " is "+is) + " is no longer " + is
	case e.Act == review.SetSpeakers && len(e.To.Speakers) > 0:
		return name + " is no longer " + now + "’s"
	case isNow:
		return name + " is no longer " + now
	case isPart && partActs[e.Act]:
		return "the " + part + " of " + name + " is no longer " + words
	}
	if name == "" {
		return "“" + said + "”"
	}
	return name + " was “" + said + "”"
}

// partActs are those that correct words of a quote or a position.
var partActs = map[review.Act]bool{review.SetContent: true, review.SetSource: true, review.SetCue: true,
	review.SetTarget: true}

// plainly tells what an entry decides that says no more than its act.
func plainly(e review.Entry) string {
	if e.Act == review.Reject && e.Of != nil && e.Of.Position != nil {
		return "no position"
	}
	if s, ok := plainWords[e.Act]; ok {
		return s
	}
	return string(e.Act)
}

var plainWords = map[review.Act]string{review.Accept: "right", review.Reject: "no quote",
	review.Split: "two quotes now",
	review.Join:  "one with the next quote now", review.Skip: "left for later",
	review.Flag:     "flagged, to be looked at again",
	review.Complete: "nothing is missed", review.Reopen: "something may be missed"}

// part tells of a source or a cue that was corrected.
func (t telling) part(e review.Entry) string {
	what, words := "source", e.To.Source
	if e.Act == review.SetCue {
		what, words = "cue", e.To.Cue
	}
	if len(words) == 0 {
		return "no " + what
	}
	return what + " now " + t.short(words)
}

// shortWords is the most cells that words take in what is told of them.
const shortWords = 32

// short are words of the article, as much as has room where they are told of.
func (t telling) short(words []review.Words) string {
	return "“" + cells.Truncate(t.f.OneLine(spans(words)), shortWords) + "”"
}

func names(who []review.Who) string {
	if len(who) == 0 {
		return "unknown"
	}
	all := make([]string, len(who))
	for i, w := range who {
		all[i] = w.Name
	}
	return strings.Join(all, " and ")
}

// sideOf is the word for a side, as the lists have it.
func sideOf(stance string) string {
	for s, word := range view.SideWords {
		if analysis.Stance(s).String() == stance {
			return word
		}
	}
	return stance
}

// positionKey is what a position stays the same by.
func positionKey(of review.Subject) string {
	if of.Position == nil {
		return ""
	}
	return fmt.Sprint(of.Position.Speaker.Name, spans(of.Position.Target), spans(of.Position.Statement))
}

// named names what an entry is about, also where it was added and is there no more; empty for what has no name.
func (r *Review) named(e review.Entry) string {
	if i := r.about(e); i != view.None {
		return nameOf(r.sheet.Quotes[i])
	}
	it, ok := r.position(e)
	switch {
	case ok:
		return nameOf(it)
	case e.Of == nil || e.Act == review.Same:
		return ""
	case e.Of.Quote != nil:
		return named("quote", analysis.None, e.Of.Quote.Content)
	case e.Of.Position != nil:
		return named("position", analysis.None, e.Of.Position.Target)
	}
	return ""
}

// namedBefore is the name of what an entry is about, before what is told of it.
func (r *Review) namedBefore(e review.Entry) string {
	if name := r.named(e); name != "" {
		return name + ": "
	}
	return ""
}

// position is the position that an entry is about; false where it is about none that is known here.
func (r *Review) position(e review.Entry) (it overlay.Item, ok bool) {
	if e.Of == nil || e.Of.Position == nil {
		return it, false
	}
	key := positionKey(*e.Of)
	i := slices.IndexFunc(r.sheet.Positions, func(it overlay.Item) bool {
		return it.Subject.Added == e.ID || it.Subject.Added == e.Of.Added && positionKey(it.Subject) == key
	})
	if i < 0 {
		return it, false
	}
	return r.sheet.Positions[i], true
}

package view

import (
	"strconv"
	"strings"

	"hearsay/analysis"
	"hearsay/ui/reader/find"
)

// Signs stand for the stances where there is no room for the word, and beside it where there is.
var Signs = [...]string{analysis.Neutral: "=", analysis.Supports: "+", analysis.Opposes: "−"}

// SideWords are the words for the stances.
var SideWords = [...]string{analysis.Neutral: "states", analysis.Supports: "supports", analysis.Opposes: "opposes"}

// The words and signs for how speakers stand to each other on a topic.
const (
	disputed, DisputedSign = "disputed", "≠"
	shared, SharedSign     = "shared", "&"
	bothSides, BothSign    = "on both sides", "±"
)

// Target is what a position takes a side on, in the article's words.
func (f *Findings) Target(position int) string { return f.OneLine(f.Doc.Positions[position].Target) }

// Shown are the words that show a position: its statement, without what stands before the speaker's own words.
func (f *Findings) Shown(position int) string {
	p := f.Doc.Positions[position]
	own, statement := Whole(p.Target), Whole(p.Statement)
	if len(p.Quotes) > 0 {
		if content := Whole(f.Doc.Quotes[p.Quotes[0]].Content); content.Start < own.Start {
			own.Start = content.Start
		}
	}
	if own.Start > statement.Start && own.Start < statement.End {
		statement.Start = own.Start
	}
	return f.OneLine([]analysis.Span{statement})
}

// Manner tells in which way a position is taken: " · demands · conditional"; empty where it is simply said so.
func (f *Findings) Manner(position int) (s string) {
	for _, w := range f.Doc.Positions[position].Manner() {
		s += " · " + w
	}
	return s
}

// Grounds tell why a position is taken to be one, and how surely.
func (f *Findings) Grounds(position int) string {
	p := f.Doc.Positions[position]
	parts := []string{}
	if p.Reason != "" {
		parts = append(parts, p.Reason)
	}
	for _, q := range p.Qualifiers {
		parts = append(parts, q.Kind.String()+" “"+f.OneLine([]analysis.Span{q.Span})+"”")
	}
	return strings.Join(append(parts, analysis.Sure(p.Confidence)), " · ")
}

// PositionSign tells what was decided on a position; empty while there is no review.
func (f *Findings) PositionSign(position int) string {
	if position >= len(f.JudgedPositions) {
		return ""
	}
	return f.JudgedPositions[position].Sign
}

// PositionWords are the words by which a position is filtered and found.
func (f *Findings) PositionWords(position int) string {
	p := f.Doc.Positions[position]
	_, standing := f.Standing(position)
	return strings.Join([]string{strings.Join(f.Doc.Speakers[p.Speaker].Names, " "), p.Stance.String(),
		SideWords[p.Stance], p.Topic,
		f.Target(position), f.Manner(position), standing}, " ")
}

// PositionHolds reports whether a position holds the words of a query, the word for a level among them.
func (v View) PositionHolds(position int, query string) bool {
	var words []string
	for _, w := range strings.Fields(query) {
		if l, ok := analysis.LevelNamed(w); !ok {
			words = append(words, w)
		} else if v.PositionLevel(position) != l {
			return false
		}
	}
	return len(words) == 0 || find.Matches(strings.Join(words, " "), v.PositionWords(position))
}

// PositionsBy are the positions of a speaker.
func (f *Findings) PositionsBy(speaker int) (positions []int) {
	for i, p := range f.Doc.Positions {
		if p.Speaker == speaker {
			positions = append(positions, i)
		}
	}
	return positions
}

// Topic is what a position is taken on.
func (f *Findings) Topic(position int) analysis.Topic { return f.Topics[f.TopicOf[position]] }

// ViewOn is a speaker's view on a topic, which may be None.
func (f *Findings) ViewOn(topic, speaker int) analysis.View {
	if topic == None {
		return analysis.View{Speaker: speaker}
	}
	return f.Topics[topic].View(speaker)
}

// split reports whether a position's speaker is on both sides of its topic.
func (f *Findings) split(position int) bool {
	p := f.Doc.Positions[position]
	return p.Stance != analysis.Neutral && f.Topic(position).View(p.Speaker).Split()
}

// Standing is how a position's speaker stands to others on its topic, as a sign and as words; a blank where no other
// takes a side.
func (f *Findings) Standing(position int) (sign, words string) {
	with, against := f.Topic(position).Beside(f.Doc.Positions[position])
	switch {
	case f.split(position):
		return BothSign, bothSides
	case len(against) > 0:
		return DisputedSign, disputed
	case len(with) > 0:
		return SharedSign, shared
	}
	return " ", ""
}

// Dispute tells who stands on which side of a position's topic beside its speaker; empty where nobody does.
func (f *Findings) Dispute(position int) string {
	with, against := f.Topic(position).Beside(f.Doc.Positions[position])
	var parts []string
	if f.split(position) {
		parts = append(parts, BothSign+" "+bothSides+" of it")
	}
	if len(against) > 0 {
		parts = append(parts, DisputedSign+" "+disputed+" by "+f.Shorts(against))
	}
	if len(with) > 0 {
		parts = append(parts, SharedSign+" "+shared+" by "+f.Shorts(with))
	}
	return strings.Join(parts, " · ")
}

// Among says how a topic's speakers stand to each other: " · disputed: 4 for, 3 against"; empty where only one takes a
// side.
func Among(t analysis.Topic) string {
	switch {
	case t.Disputed():
		return " · " + disputed + ": " + sidesOf(t)
	case t.Shared():
		return " · " + shared + ": " + sidesOf(t)
	}
	return ""
}

// sidesOf counts who is on which side of a topic: "4 for, 3 against".
func sidesOf(t analysis.Topic) string {
	var parts []string
	if n := len(t.On(analysis.Supports)); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" for")
	}
	if n := len(t.On(analysis.Opposes)); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" against")
	}
	return strings.Join(parts, ", ")
}

// InDispute says what most is disputed about in the article: "the harbour wall: 4 for, 3 against"; empty where nothing
// is.
func (f *Findings) InDispute() string {
	for _, t := range f.Topics {
		if t.Disputed() {
			return t.Name + ": " + sidesOf(t)
		}
	}
	return ""
}

// Package dialogue is what a mode of the reader asks for: words that are typed, or one of several choices. What is
// asked is told here in full, how it is drawn and answered is the reader's. It promises that no answer is lost: one
// that will not do is refused with a reason and stays to be bettered, and whoever leaves a question goes a step back.
package dialogue

import "hearsay/analysis"

// Question asks for words in a line.
type Question struct {
	Label string
	// Suggested is the answer of who types nothing.
	Suggested string
	// Value is what is typed to begin with.
	Value string
	// Typed follows what is typed, sign by sign; it may be nil.
	Typed func(typed string)
	// About tells, within a number of cells, what comes of what is typed so far, or of what is suggested; it may be nil.
	About func(typed string, room int) string
	// Offers are answers to what is typed so far, the likeliest first; nil where there are none to offer.
	Offers func(typed string) []Offer
	// Done takes the answer. What it returns is why the answer will not do: the question is then asked on.
	Done func(typed string) (refusal string)
	// Left is what leaving the question does; it may be nil.
	Left func()
	// Back says what leaving it goes back to: "the words"; empty where that is to how all was.
	Back string
	// Clicked takes a click on a sign of the article as an answer; nil where that is none.
	Clicked func(at analysis.Span) (refusal string)
}

// Offer is an answer to a question that may be typed in few signs.
type Offer struct {
	// Sign is what is typed for it, and Name what it is.
	Sign, Name string
	// Speaker is in whose colour it is shown: the number of a speaker, or below zero.
	Speaker int
}

// Menu asks for one of several choices. A digit chooses too.
type Menu struct {
	Title   string
	Choices []Choice
	// Left is what leaving the menu does; it may be nil.
	Left func()
}

// Choice is a line of a menu.
type Choice struct {
	// Text is the line's beginning, Aside what follows it less loudly, and About stands at its end.
	Text, Aside, About string
	// Heading has the text stand out.
	Heading bool
	// Words are those by which it is found; empty is the text itself.
	Words string
	// Do is what choosing it does; nil for a line that is only to be read.
	Do func()
}

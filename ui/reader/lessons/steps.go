package lessons

import (
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// lesson is a few steps on one thing.
type lesson struct {
	title string
	steps []step
}

// step is what is to be done next: an action so many times, or whatever leads to a state.
type step struct {
	say    string
	action string
	times  int
	until  func(Host) bool
}

func press(times int, action, say string) step { return step{say: say, action: action, times: times} }

func until(is func(Host) bool, say string) step { return step{say: say, until: is} }

func focus(p layout.Pane) func(Host) bool { return func(h Host) bool { return h.At().Focus == p } }

func panel(p layout.Pane) func(Host) bool { return func(h Host) bool { return h.At().Panel == p } }

// all are the lessons, in order: two minutes each.
func all() []lesson {
	return []lesson{{"from quote to quote", quoteSteps()}, {"follow", followSteps()}, {"how sure", sureSteps()},
		{"find, and take away", findSteps()}, {"review", reviewSteps()}}
}

func quoteSteps() []step {
	return []step{
		press(3, "next-quote", "Every quote is lit where it was said. At its edge stand the letter of its speaker and a "+
			"bar: ┃ direct, ╏ mixed, ┋ indirect. {next-quote} goes to the next quote: press it three times."),
		press(1, "previous-quote", "Above the hints you read who says it, by which words, and how sure that is. "+
			"{previous-quote} goes to the quote before."),
		press(2, "next-same", "{next-same} goes to the next quote by the same speaker, whoever speaks between: twice."),
		press(1, "page-down", "{page-down} turns a page, {down} and {up} move a line. Turn a page."),
		press(1, "top", "{top} goes to the top, {bottom} to the bottom. Go to the top."),
		press(1, "help", "{help} lists the keys of where you are, and what the marks mean; esc closes it. Look into it."),
	}
}

func followSteps() []step {
	back := func(h Host) bool { return h.At().Focus == layout.Article && h.At().Panel == view.NoPanel }
	return []step{
		press(1, "next-quote", "Esc closes what is open. Then go to a quote: {next-quote}."),
		until(focus(layout.Speakers), "{speaker-of-quote} follows what is current: from the quote to its speaker. Where "+
			"nobody knows who that is, go on to another quote first."),
		until(panel(layout.Card), "Once more {card-of-speaker}: to the speaker's card, which tells all that the article "+
			"shows of them. Each of its lines leads to its place in the article."),
		until(back, "{back} goes back, with everything as it was, as often as you like. Go back to the article."),
		until(focus(layout.Positions), "{positions} leads to the positions: who is for or against what. {position} goes to "+
			"the position of the current quote, if it shows one."),
		until(func(h Host) bool { return h.At().Evidence != view.None },
			"{down} chooses a position, {evidence} goes from it to the sentence that proves it."),
	}
}

func sureSteps() []step {
	return []step{
		until(panel(layout.Why), "{why} tells why: by which cue it is a quote, and each step from “he” to a name. Open it."),
		until(panel(view.NoPanel), "Go through some quotes with {next-quote} and see the reasons change. {why} closes them."),
		press(1, "sure", "A heavy bar is sure, a thin one likely; what is unsure is faint, with a ~ in lists. {sure} leaves "+
			"only what is sure or likely: look at the counts above the lists."),
		press(2, "sure", "{sure} again leaves only what is sure, and once more shows all again: press it twice."),
		press(2, "mentions", "{mentions} lights all words for the current speaker, also “he” and “the president”; once more "+
			"puts them out."),
	}
}

func findSteps() []step {
	at := func(is func(*view.Place) bool) func(Host) bool { return func(h Host) bool { return is(h.At()) } }
	return []step{
		until(at(func(p *view.Place) bool { return p.Query != "" }), "{search} searches: type strait, then enter."),
		until(at(func(p *view.Place) bool { return p.Query == "" }), "{next-hit} goes to the next place, {leave} puts the "+
			"light out again."),
		until(at(func(p *view.Place) bool { return p.Filters[layout.Quotes] != "" }), "{quotes} leads to the list of "+
			"quotes, and {filter} narrows it down: type a name, or direct, or unsure, then enter."),
		until(at(func(p *view.Place) bool { return p.Filters[layout.Quotes] == "" }), "{leave} shows all quotes again."),
		until(at(func(p *view.Place) bool { return p.Only != view.None }), "{only} narrows everything down to the current "+
			"speaker: text, lists and shares."),
		until(at(func(p *view.Place) bool { return p.Only == view.None }), "{only} once more: everybody is back."),
		press(1, "copy-attributed", "{copy} copies the quote; {copy-attributed} with who says it, where, and a link. In the "+
			"speakers' list it takes all their quotes. Try {copy-attributed}."),
	}
}

func reviewSteps() []step {
	return []step{
		until(Host.Reviewing, "{review} begins a review: quote after quote is asked about. Here nothing is kept, so "+
			"decide as you like."),
		press(2, "accept", "{accept} says that all of it is right, and goes on by itself. Decide two."),
		press(1, "by-digit", "A digit says who it is instead: the numbers stand below the question."),
		press(1, "undo", "{undo} takes the last decision back, as often as you like, also tomorrow."),
		press(1, "reject", "{reject} says that it is no quote; {extent} moves its edges, {missed} adds one that is missing."),
		press(1, "figures", "{figures} tells how accurate the machine is in what you decided. Esc closes it."),
		until(func(h Host) bool { return !h.Reviewing() }, "{review} ends the review. That is all."),
	}
}

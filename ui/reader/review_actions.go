package reader

import (
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
)

func reviewActions() []action {
	const g, in = groupReview, keys.Deciding
	return []action{
		bind("review", g, keys.Anywhere|keys.Deciding, on("v"), "review", "review what the machine found, or stop", (*model).toggleReview),
		bind("place-of-item", g, keys.Review, on("enter"), "ask", "from the row of the review to the quote in question", func(m *model) { m.enter(layout.Review) }),
		bind("accept", g, in, on("a"), "right", "it is right: go on to the next", (*model).accept),
		bind("reject", g, in, on("x"), "no quote", "it is no quote, or no position", (*model).reject),
		bind("by-digit", g, in, on("1", "2", "3", "4", "5", "6", "7", "8", "9"), "", "it is the speaker of this digit who says it", (*model).sayByDigit),
		bind("who", g, in, on("r"), "who", "say who says it: by letter, name, new name, or a click on a mention", (*model).who),
		bind("nobody", g, in, on("0"), "unknown", "the article does not tell who says it", (*model).nobody),
		bind("extent", g, in, on("e"), "words", "move the edges of the content, part it in two; of a position, choose the target", (*model).extent),
		bind("join", g, in, on("&"), "", "join it with the next quote", (*model).join),
		bind("same", g, keys.Speakers|keys.Card, on("&"), "same as", "the speaker is the same as another: make one of the two", (*model).same),
		bind("kind", g, in, on("i"), "", "another kind; of a position, another side", (*model).otherKind),
		bind("source-words", g, in, on("S"), "", "choose the words that tell who", (*model).source),
		bind("cue-words", g, in, on("C"), "", "choose the words that attribute", (*model).cue),
		bind("missed", g, in, on("+"), "missed", "add a quote, or a position, that was missed", (*model).missed),
		bind("skip", g, in, on("space"), "skip", "leave it for later; go on where it is decided", (*model).skip),
		bind("flag", g, in, on("!"), "", "flag it, to be looked at again", (*model).flag),
		bind("note", g, in, on(";"), "", "write a note on it", (*model).askNote),
		bind("undo", g, keys.Anywhere|in, on("u"), "undo", "take the last decision back", (*model).undo),
		bind("redo", g, keys.Anywhere|in, on("ctrl+r"), "", "restore what was taken back", (*model).redo),
		bind("complete", g, in, on("D"), "complete", "say that nothing is missed in the article, or that something may be", (*model).complete),
		bind("sitting", g, in, on("O"), "order", "what is reviewed in which order, and whether blind", (*model).openSitting),
		bind("figures", g, in, on("%"), "", "how accurate the machine is in what was decided", (*model).openFigures),
		bind("take-first", g, in, on("<"), "first", "decide as the first of two reviewers did", func(m *model) { m.take(false) }),
		bind("take-second", g, in, on(">"), "second", "decide as the second of two reviewers did", func(m *model) { m.take(true) }),
		bind("others", g, in, on("*"), "", "show what other reviewers decided, or hide it", (*model).toggleOthers),
	}
}

// The actions hinted at while it is decided between two, and while it is decided.
var (
	hintedBetween  = []string{"take-first", "take-second", "accept", "reject", "who", "extent", "skip", "undo", "review"}
	hintedDeciding = []string{"same", "accept", "reject", "who", "nobody", "extent", "skip", "undo", "missed", "position", "sitting", "complete", "review"}
)

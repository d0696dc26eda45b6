// Package review keeps what a person decided about the quotes, speakers and positions that the machine found: which are
// right, which are not, what they ought to be and what was missed. From that it makes the corrected article, and tells how
// accurate the machine is and how far reviewers agree. It is pure: it knows no store and no screen.
//
// # Decisions
//
// A decision is an Entry, one line of a log that only grows. It names the quote it is about by its words in the article and
// what the machine said of it, never by its number, so that it outlives the engine. A Pen writes entries:
//
//	pen := &review.Pen{Reviewer: "ann", Article: a.ID, Text: a.Text, Now: time.Now}
//	state := review.Fold(stored)                          // what ann decided on this article so far
//	sheet := review.Lay(a.Text, machine, state)           // the machine's document with that laid over it
//	e := pen.Accept(sheet.Quote(3).Subject)               // the fourth quote on the screen is right
//	data, err := json.Marshal(e)                          // to be appended to the log
//	state.Add(e)                                          // costs the same whatever came before
//	if e, ok := pen.Undo(state); ok { … }                 // undo and redo are entries too, without limit
//
// That two speakers are one is a decision too, Pen.Same: all that is the one's is the other's, whose name stays, in quotes that
// are decided and in those that are not. A chain or a circle of such decisions comes to one speaker.
//
// A State is one reviewer's on one article. What a correction does not touch it confirms: who puts a speaker right has seen
// that the rest is. Entries come in any form that a later version may write: fields and acts that are not known survive.
//
// # The corrected article
//
// Apply, and Lay, which tells more, give a document that keeps every promise of analysis.Document. Decisions win over the
// machine, also over a newer engine that reads the same words otherwise. What fits nowhere is returned as an Orphan: no
// decision is lost, and none lands on words it was not made for. Nothing decided, or everything taken back, gives the
// machine's document; to apply twice is to apply once. Of two decisions that make the same quote the later stands.
//
// On the screen, Sheet.Quote and Sheet.Position give the item behind what is shown: what an entry on it names, what was
// decided, and whether the machine has it. Sheet.Quotes and Sheet.Positions hold what was rejected too.
//
// # Reviewing
//
// A Sitting says what is reviewed in which order; its Queue is that order over the articles of a Case each. Only a random
// sample gives an unbiased accuracy: Draw fixes it, and the same seed gives the same. The entry of the sitting goes into the
// log of each article before what is decided in it. ProgressOf tells how far the reviewer is.
//
// # Figures
//
// FiguresOf gives accuracy by every measure with its interval, and what goes wrong most, as far as one reviewer decided.
// AgreementOf compares two reviewers, or one with the machine. Adjudicate lays two states side by side, for a third that
// decides. Gold writes a reviewed article as training data, FromGold turns marked articles into decisions.
//
// That speakers are one is no verdict on any quote, and counts alone for nothing. But who says a quote is then whom the names
// stand for, in all that was decided before and after: where the machine has “the Russian leader” say what Vladimir Putin says,
// accepting the quote accepts that it is his, and that the machine did not know it counts as a wrong speaker, whichever was
// decided first. What it has Vladimir Putin say is right as before.
package review

// Package review keeps what a person decided about the quotes, speakers and positions that the machine found: which are
// right, which are not, what they ought to be and what was missed. It promises a log that only grows, in which every
// entry can be taken back and restored, and which a later version's entries survive. It is pure: it knows no store and
// no screen, nor do the packages below it.
//
// # Decisions
//
// A decision is an Entry, one line of a log that only grows. It names the quote it is about by its words in the article
// and what the machine said of it, never by its number, so that it outlives the engine. A Writer writes entries:
//
//	writer := &review.Writer{Reviewer: "ann", Article: a.ID, Text: a.Text, Now: time.Now}
//	state := review.Fold(stored)                          // what ann decided on this article so far
//	sheet := overlay.Of(a.Text, machine, state)           // the machine's document with that laid over it
//	e := writer.Accept(sheet.Quote(3).Subject)            // the fourth quote on the screen is right
//	data, err := json.Marshal(e)                          // to be appended to the log
//	state.Add(e)                                          // costs the same whatever came before
//	if e, ok := writer.Undo(state); ok { … }              // undo and redo are entries too, without limit
//
// That two speakers are one is a decision too, Writer.Same: all that is the one's is the other's, whose name stays, in
// quotes that are decided and in those that are not. A chain or a circle of such decisions comes to one speaker.
//
// A State is one reviewer's on one article. What a correction does not touch it confirms: who puts a speaker right has
// seen that the rest is. Entries come in any form that a later version may write: fields and acts that are not known
// survive.
//
// # What is made of them
//
//	overlay        the corrected article: decisions laid over the machine's document
//	adjudication   two reviewers side by side, for a third that decides
//	queue          what is reviewed in which order, random samples, how far one is
//	figures        accuracy by every measure with its interval, and agreement
//	annotation     a reviewed article as training data, marked articles as decisions
//
// Decisions win over the machine, also over a newer engine that reads the same words otherwise. Of two decisions that
// make the same quote the later stands. On the screen, Sheet.Quote and Sheet.Position give the item behind what is
// shown: what an entry on it names, what was decided, and whether the machine has it. Sheet.Quotes and Sheet.Positions
// hold what was rejected too.
//
// # Reviewing
//
// A Sitting says what is reviewed in which order; queue.Of is that order over the articles of a Case each. Only a
// random sample gives an unbiased accuracy: queue.Draw fixes it, and the same seed gives the same. The entry of the
// sitting goes into the log of each article before what is decided in it.
//
// # Speakers who are one
//
// That speakers are one is no verdict on any quote, and counts alone for nothing. But who says a quote is then whom the
// names stand for, in all that was decided before and after: where the machine has “the Russian leader” say what
// Vladimir Putin says, accepting the quote accepts that it is his, and that the machine did not know it counts as a
// wrong speaker, whichever was decided first. What it has Vladimir Putin say is right as before.
package review

package turns

import (
	"slices"

	"hearsay/analysis/attribution"
	"hearsay/analysis/lexicon"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/text"
)

// Confidence is how sure it is that the words behind a label are what that speaker says: all of 33 in the transcripts
// of the training parts were, but for an interview whose answers are not annotated.
const Confidence = 0.95

// Join adds the turns to the quotes that were found. Of those, what a speaker quotes within a turn stays, if somebody
// else is its source; what else overlaps a turn or a label gives way to it.
func (x *Turns) Join(found []attribution.Attribution) []attribution.Attribution {
	if len(x.All) == 0 {
		return found
	}
	turnAt := x.turnsOfTokens()
	out := make([]attribution.Attribution, 0, len(found)+len(x.All))
	place := make([]int, len(found))
	for i, a := range found {
		place[i] = -1
		if x.trim(&a, turnAt) {
			place[i] = len(out)
			out = append(out, a)
		}
	}
	for i := range out {
		if k := out[i].Continues; k >= 0 {
			out[i].Continues = place[k]
		}
	}
	for _, turn := range x.All {
		out = append(out, turn.attribution(x))
	}
	return attribution.Ordered(out)
}

// attribution makes a quote of a turn.
func (turn *Turn) attribution(x *Turns) attribution.Attribution {
	a := attribution.Attribution{Content: turn.Content, Kind: attribution.Direct, Head: -1, Continues: -1,
		Confidence: Confidence, Found: turn.reason, Named: turn.Named, Unnamed: turn.Unnamed}
	if !turn.Label.Empty() {
		a.Source = []text.Span{turn.Label}
	}
	if !turn.Cue.Empty() {
		a.Cue = []text.Span{turn.Cue}
		a.Head = x.Text.At(turn.Cue.Start)
	}
	return a
}

// outside and atLabel stand for tokens that are in no turn.
const (
	outside = -1
	atLabel = -2
)

// turnsOfTokens tells of each token in which turn it stands.
func (x *Turns) turnsOfTokens() []int {
	at := slices.Repeat([]int{outside}, len(x.Text.Tokens))
	for k, turn := range x.All {
		for _, p := range turn.Content {
			from, to := x.Text.Range(p)
			for i := from; i < to; i++ {
				at[i] = k
			}
		}
	}
	for _, p := range x.heads {
		from, to := x.Text.Range(p)
		for i := from; i < to; i++ {
			at[i] = atLabel
		}
	}
	return at
}

// trim takes from a quote what belongs to turns, and reports whether it stays.
func (x *Turns) trim(a *attribution.Attribution, turnAt []int) bool {
	home := outside
	for _, p := range slices.Concat(a.Cue, a.Source) {
		i := x.Text.At(p.Start)
		if turnAt[i] == atLabel || home >= 0 && turnAt[i] != home {
			return false
		}
		home = turnAt[i]
	}
	if home >= 0 {
		return x.isOthers(a) && x.within(a.Content, home, turnAt)
	}
	var kept []text.Span
	for _, p := range a.Content {
		from, to := x.Text.Range(p)
		end := from
		for end < to && turnAt[end] == outside {
			end++
		}
		if end > from {
			kept = append(kept, x.Text.Span(from, end))
		}
	}
	a.Content = kept
	return len(kept) > 0
}

// isOthers reports whether a quote within a turn has a source, and one that is not the speaker of the turn.
func (x *Turns) isOthers(a *attribution.Attribution) bool {
	if len(a.Source) == 0 || len(a.Cue) == 0 || a.Kind == attribution.Indirect && !x.isSpeech(a.Head) {
		return false
	}
	for _, p := range a.Source {
		from, to := x.Text.Range(p)
		for i := from; i < to; i++ {
			w := x.Text.Lower(i)
			if w == "you" || w == "your" {
				return false
			}
			if p, ok := pronouns.Of(w); ok && to-from == 1 && (p.Group == pronouns.First || a.Kind == attribution.Indirect) {
				return false // whom "she" means there is seldom sure
			}
		}
	}
	return true
}

// isSpeech reports whether a cue is a verb of speech: within a turn nothing else is taken for somebody else's words
// where no quotation marks stand.
func (x *Turns) isSpeech(head int) bool {
	return head >= 0 && x.Text.Tag(head).Verb() && lexicon.Of(x.Text.Lemma(head), x.Text.Tag(head)).Speaks()
}

// within reports whether all of some stretches lie in one turn.
func (x *Turns) within(content []text.Span, home int, turnAt []int) bool {
	for _, p := range content {
		from, to := x.Text.Range(p)
		for i := from; i < to; i++ {
			if turnAt[i] != home {
				return false
			}
		}
	}
	return true
}

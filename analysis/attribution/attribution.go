// Package attribution finds who is said to have said, written, thought or wanted what: the content, the cue and the
// source of every quote of a text.
//
// It reads in three steps. A classifier (logistic regression) tells how likely each word is the head of a cue. A
// linear-chain conditional random field (CRF) reads the window around each likely head, and labels in it what is
// content, source and cue, all at once, or finds that nothing is attributed. Rules then hold the spans to the quotation
// marks, join speech that runs on over sentences and paragraphs, and decide which of two claims to the same words
// stands.
//
// Both models add up two scores: of a linear one, whose features are the words, marks and trees, and of a neural
// network, that reads from the hidden states of package encoder what the words mean where they stand.
//
// It promises that the spans of an attribution lie on the edges of tokens, do not overlap, and stand in reading order;
// that quotes come in the order of their contents; and that time grows in proportion to the text.
package attribution

import (
	"cmp"
	"context"
	"hearsay/analysis/annotated"
	"slices"

	"hearsay/analysis/quotations"
	"hearsay/analysis/text"
)

// Kind tells how a quote's content stands in the text.
type Kind int

// The kinds of quote.
const (
	Indirect Kind = iota // none of the content stands in quotation marks
	Mixed                // part of it
	Direct               // all of it
)

// String gives the word for the kind, as screens and files write it.
func (k Kind) String() string { return [...]string{"indirect", "mixed", "direct"}[k] }

// Polarity tells whether what a quote attributes was said at all. Only what was said counts as a speaker's words.
type Polarity int

// The polarities of quotes.
const (
	Said    Polarity = iota // "said that", "according to"
	Denied                  // denied to have been said: "did not say that", "has never said"
	Refused                 // nothing was said: "declined to comment", "would not say", "did not respond"
)

// String gives the word for the polarity, as screens and files write it.
func (p Polarity) String() string { return [...]string{"said", "denied", "refused"}[p] }

// Attribution is a quote: its content, cue and source, each a list of spans in reading order.
type Attribution struct {
	Content, Cue, Source []text.Span
	Kind                 Kind
	Polarity             Polarity
	// Head is the token that stands for the cue, -1 where there is no cue.
	Head int
	// Confidence is the probability that content and source are both right.
	Confidence float64
	// Found is the evidence, a clause in lower case.
	Found string
	// Continues is the index of the quote that this one runs on from, by the same speaker; -1 for none.
	Continues int
	// Named is where the text names who speaks, if the source does not by itself, as "A:" does not in an interview.
	Named text.Span
	// Unnamed says why nobody can be named behind the source; empty where somebody may be.
	Unnamed string
}

// Find finds the attributions that cues of a text tell of; without hidden states the linear models judge alone. It
// calls progress now and then with the share of the work that is done. The only error is the context's.
func (f *Finder) Find(ctx context.Context, t *annotated.Text, progress func(done float64)) ([]Attribution, error) {
	v := newView(t, f.classes)
	v.states = t.States
	r := reader{finder: f, view: v}
	found, err := r.all(ctx, progress)
	if err != nil {
		return nil, err
	}
	out := make([]Attribution, 0, len(found))
	for i := range found {
		if a := f.attribution(v, &found[i]); v.stands(&a) {
			out = append(out, a)
		}
	}
	return Ordered(out), nil
}

// AddUncued adds the quotes that have no cue to find them by: the speech in quotation marks that no quote holds.
func AddUncued(t *annotated.Text, list []Attribution) []Attribution {
	v := assembly{&view{text: t, quotations: t.Quotations, tags: t.Tags, trees: t.Trees}}
	return v.unclaimed(list)
}

// attribution turns what the models found into a quote.
func (f *Finder) attribution(v *view, c *candidate) Attribution {
	a := Attribution{Content: c.content, Cue: c.cue, Source: c.source, Head: c.token, Continues: -1}
	a.Kind = KindOf(v.text, c.content)
	a.Found = v.reason(c)
	a.Confidence = f.confidence(c, a.Kind)
	return a
}

// stands reports whether a quote is certain enough to be shown. One that holds speech in quotation marks always is:
// those words are someone's.
func (v *view) stands(a *Attribution) bool {
	least := leastConfident
	if v.onlyReports(a.Head) {
		least = leastReported
	}
	if a.Confidence >= least {
		return true
	}
	for _, p := range a.Content {
		if k := v.quotations.At[v.text.At(p.Start)]; k >= 0 && v.quotations.At[a.Head] != k &&
			v.quotations.Quotations[k].Kind == quotations.Speech {
			return true
		}
	}
	return false
}

// onlyReports reports whether a cue is a verb of speech of which somebody is the subject, not what is said.
func (v *view) onlyReports(head int) bool {
	k := &v.tokens[head]
	return k.tag.Verb() && k.class.Speaks() && !v.leftOf(head, v.text.Sentences[v.text.Tokens[head].Sentence].From).passive
}

// OnlyMarked returns the speech in quotation marks of a text whose language is not known: contents without cue or
// source.
func OnlyMarked(t *text.Text, m *quotations.Found) []Attribution {
	v := &view{text: annotated.New(t, nil, m, nil, nil, nil), quotations: m}
	return Ordered(assembly{v}.unclaimed(nil))
}

// Ordered sorts quotes by where their contents begin, and those that begin together by the larger first.
func Ordered(list []Attribution) []Attribution {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := list[x].Content, list[y].Content
		return cmp.Or(cmp.Compare(a[0].Start, b[0].Start), cmp.Compare(b[len(b)-1].End, a[len(a)-1].End),
			cmp.Compare(list[x].Head, list[y].Head))
	})
	place := make([]int, len(list))
	out := make([]Attribution, len(list))
	for i, k := range order {
		place[k], out[i] = i, list[k]
	}
	for i := range out {
		if out[i].Continues >= 0 {
			out[i].Continues = place[out[i].Continues]
		}
	}
	return out
}

// KindOf tells how much of a content stands in quotation marks.
func KindOf(t *annotated.Text, content []text.Span) Kind {
	inside, all := 0, 0
	for _, p := range content {
		from, to := t.Range(p)
		for i := from; i < to; i++ {
			if !lettered(t.Word(i)) {
				continue
			}
			n := t.Tokens[i].Len()
			all += n
			if t.Quotations.At[i] >= 0 {
				inside += n
			}
		}
	}
	switch {
	case inside == 0:
		return Indirect
	case inside*100 >= all*95:
		return Direct
	}
	return Mixed
}

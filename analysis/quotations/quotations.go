// Package quotations finds what stands in quotation marks, in every convention met in news, and tells speech from
// titles, nicknames and words held at arm's length. It promises that a mark that is never closed reaches no further
// than its paragraph, that stretches nest and never cross, and that time grows in proportion to length for any marks at
// all.
package quotations

import (
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Kind tells what a stretch in quotation marks is.
type Kind uint8

// The kinds of stretch.
const (
	Speech   Kind = iota // words someone said or wrote
	Words                // a few words taken from speech, or held at arm's length
	Title                // of a work, a song, a programme
	Nickname             // inside a name
)

// String gives the word for the kind.
func (k Kind) String() string { return [...]string{"speech", "words", "title", "nickname"}[k] }

// Quotation is a stretch in quotation marks.
type Quotation struct {
	// Span is the stretch with its marks; Inner is what stands between them.
	text.Span
	Inner text.Span
	// From and To are the stretch's tokens, its marks among them.
	From, To int
	// Parent is the index of the quotation this one stands in, -1 for none.
	Parent int
	// After is the index of the quotation of the paragraph before that this one goes on with: a speech of several
	// paragraphs, whose mark is opened again at each and closed at the last. It is -1 for none.
	After int
	// Single is true for single quotation marks.
	Single bool
	// Closed is false where the closing mark lacks.
	Closed bool
	Kind   Kind
}

// Found is what stands in quotation marks in a text, in reading order, an outer stretch before those it holds.
type Found struct {
	Quotations []Quotation
	// At gives for every token the index of the outermost quotation that holds it, -1 for none. Single marks count
	// where they hold speech, and all of them do in a text that sets its speech in single marks.
	At []int32
}

// Find finds the quotations of a text whose tokens have these tags; without tags, kinds are told by length alone.
func Find(t *text.Text, of []tags.Tag) *Found {
	f := &finder{text: t}
	for i := range t.Paragraphs {
		if p := &t.Paragraphs[i]; p.From < p.To {
			f.paragraph(t.Sentences[p.From].From, t.Sentences[p.To-1].To)
		}
	}
	found := &Found{Quotations: f.ordered(), At: make([]int32, len(t.Tokens))}
	for i := range found.At {
		found.At[i] = -1
	}
	single, double := 0, 0
	for i := range found.Quotations {
		q := &found.Quotations[i]
		q.Kind = kindOf(t, of, q)
		switch {
		case q.Kind != Speech || q.Parent >= 0:
		case q.Single:
			single++
		default:
			double++
		}
	}
	found.fill(single > double)
	return found
}

// fill notes for every token the quotation that holds it.
func (f *Found) fill(singles bool) {
	for i := range f.Quotations {
		q := &f.Quotations[i]
		if q.Single && !singles && q.Kind != Speech {
			continue
		}
		for k := q.From; k < q.To && f.At[k] < 0; k++ {
			f.At[k] = int32(i)
		}
	}
}

package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/offsets"
	"hearsay/articles/review"
	"hearsay/articles/review/overlay"
)

// Error is a sort of error, how often it was made, and where.
type Error struct {
	Sort     string      `json:"sort"`
	Count    int         `json:"count"`
	Examples []Reference `json:"examples"`
}

// Reference points to a quote or a position in a way that outlives the program: offsets count Unicode code points of
// the article's text.
type Reference struct {
	Article string `json:"article"`
	// ID is that in what hearsay analyze writes, "q3" or "p1"; empty where the machine does not have it now.
	ID string `json:"id,omitempty"`
	// At is where its content stands, or a position's statement; Text is the words there.
	At   [][2]int `json:"at"`
	Text string   `json:"text"`
}

// lookup finds the machine's number of what was decided on.
type lookup struct {
	article string
	ids     map[string]string
	ruler   *offsets.Ruler
}

func newLookup(c *overlay.Case, sheet *overlay.Sheet) *lookup {
	l := &lookup{article: c.Article, ids: map[string]string{}, ruler: offsets.New(c.Text, offsets.Points)}
	for letter, items := range map[string][]overlay.Item{"q": sheet.Quotes, "p": sheet.Positions} {
		for _, item := range items {
			if key := item.Subject.Key(); item.Machine != analysis.None && l.ids[key] == "" {
				l.ids[key] = fmt.Sprint(letter, item.Machine+1)
			}
		}
	}
	return l
}

// reference points to what was decided on.
func (l *lookup) reference(of review.Subject) Reference {
	words := []review.Words(nil)
	if of.Quote != nil {
		words = of.Quote.Content
	} else if of.Position != nil {
		words = of.Position.Statement
	}
	r := Reference{Article: l.article, ID: l.ids[of.Key()], At: l.ruler.Spans(review.SpansOf(words))}
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	r.Text = strings.Join(all, " … ")
	return r
}

// fault counts an error, and keeps where it was made as long as there are few.
func (t *tally) fault(sort string, d *review.Decision, look *lookup) {
	e := t.errors[sort]
	if e == nil {
		e = &Error{Sort: sort, Examples: []Reference{}}
		t.errors[sort] = e
	}
	e.Count++
	if len(e.Examples) < t.examples {
		e.Examples = append(e.Examples, look.reference(d.Of))
	}
}

// missed counts what the machine did not find.
func (t *tally) missed(d *review.Decision, look *lookup) {
	if d.Position != nil {
		t.fault("missed position", d, look)
	} else {
		t.fault("missed quote", d, look)
	}
}

// errorsOf are the sorts of error, the commonest first.
func errorsOf(all map[string]*Error) []Error {
	out := []Error{}
	for _, e := range all {
		out = append(out, *e)
	}
	slices.SortFunc(out, func(a, b Error) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count),
			cmp.Compare(a.Sort, b.Sort))
	})
	return out
}

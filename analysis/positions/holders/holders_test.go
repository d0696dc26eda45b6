package holders

import (
	"strings"
	"testing"

	"hearsay/analysis/annotated"
	"hearsay/analysis/annotated/annotatedtest"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/text"
)

// story reads a text in which [..] stands around a target, with a - before it where it is opposed, and (..) around the
// source, <..> around the cue and {..} around the content of a quote.
func story(t testing.TB, s string) (*annotated.Text, []targets.Quote, []targets.Target) {
	var plain strings.Builder
	var spans []text.Span
	var q targets.Quote
	var open []int
	opposed := map[int]bool{}
	for _, c := range s {
		switch c {
		case '-':
			opposed[plain.Len()] = true
		case '[', '<', '{', '(':
			open = append(open, plain.Len())
		case ']', '>', '}', ')':
			span := text.Span{Start: open[len(open)-1], End: plain.Len()}
			open = open[:len(open)-1]
			switch c {
			case ']':
				spans = append(spans, span)
			case ')':
				q.Source = append(q.Source, span)
			case '>':
				q.Cue = append(q.Cue, span)
			case '}':
				q.Content = append(q.Content, span)
			}
		default:
			plain.WriteRune(c)
		}
	}
	a := annotatedtest.Read(t, plain.String())
	var all []targets.Target
	for _, p := range spans {
		from, to := a.Range(p)
		all = append(all, targets.Target{From: from, To: to, Opposed: opposed[p.Start]})
	}
	if q.Content == nil && q.Cue == nil {
		return a, nil, all
	}
	return a, []targets.Quote{q}, all
}

func TestWhoTakesTheSide(t *testing.T) {
	for _, c := range []struct{ story, want string }{
		{"Ruth Haldane <said> {[the tax] is a disgrace}.", "speaks"},
		{"The unions <said> {they backed [the ban] on night trawling}.", "speaks"},
		{"“{Bell says he wants [the dam]},” Ruth Haldane <said>.", "he"},
		{"Farmers condemned [the new tax].", "Farmers"},
		{"Ruth Haldane and Otto Brandt condemned [the new tax].", "Ruth Haldane and Otto Brandt"},
		{"The Justice Department and the IRS agreed to approve [the plan].", "The Justice Department and the IRS"},
		{"Farmers and their dogs crossed [the new bridge].", "Farmers"},
		{"The Reed Party voted against [the bill] on Monday.", "The Reed Party"},
		{"[The bill] was rejected by the senators.", "the senators"},
		{"Ruth Haldane met the press and criticised [the plan].", "Ruth Haldane"},
		{"Lawmakers who oppose [the treaty] walked out.", "Lawmakers"},
		{"Teachers opposing [the cuts] marched on.", "Teachers"},
		{"Haldane’s support for [the bridge] is known.", "Haldane"},
		{"Otto Brandt <said> {the farmers oppose -[the dam]}.", "the farmers"},
		{"Otto Brandt <said> {we oppose [the dam]}.", "speaks"},
		{"Otto Brandt <said> {the farmers want to scrap -[the dam]}.", "the farmers"},
		{"“{It is a scandal that the ministry plans -[the dam]},” <said> Otto Brandt.", "speaks"},
		{"“{It is a scandal that the farmers oppose [the dam]},” <said> Otto Brandt.", "speaks"},
		{"“{It is a gift},” <said> (Otto Brandt of [the bridge]).", "cited"},
		{"“{We won},” <said> (Otto Brandt of [the Reed Party]).", "nobody"},
		{"The storm destroyed [the bridge].", "nobody"},
		{"[The bridge] fell.", "nobody"},
	} {
		a, quotes, all := story(t, c.story)
		got := Find(a, quotes, all)[0]
		words := map[Way]string{Speaks: "speaks", Cited: "cited", Nobody: "nobody"}[got.Way]
		if !got.Words.Empty() {
			words = a.Of(got.Words)
		}
		if words != c.want {
			t.Errorf("%s: %q, want %q", c.story, words, c.want)
		}
	}
}

// Whatever a text is, holders stand in their target's sentence and not in it.
func TestAnyTextHasHoldersThatHoldTogether(t *testing.T) {
	for _, s := range []string{"", "\x00\xff", strings.Repeat("farmers who said they want Brandt to go and ", 300),
		"“We must go,” he said. They back it!\n\nIt rained."} {
		a := annotatedtest.Read(t, s)
		var all []targets.Target
		for i := range a.Tokens {
			all = append(all, targets.Target{From: i, To: min(i+1+i%3, a.SentenceOf(i).To)})
		}
		for i, h := range Find(a, nil, all) {
			if h.Words.Empty() {
				continue
			}
			from, to := a.Range(h.Words)
			if from < all[i].To && all[i].From < to || a.Tokens[from].Sentence != a.Tokens[all[i].From].Sentence ||
				h.Quote >= 0 || h.At < 0 {
				t.Fatalf("%q: %+v of %+v", s, h, all[i])
			}
		}
	}
}

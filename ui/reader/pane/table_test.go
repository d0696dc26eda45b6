package pane

import (
	"fmt"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// Of many speakers the table shows those there is room for, the current one among them.
func TestTheTableScrollsToItsColumn(t *testing.T) {
	const n, w = 40, 40
	doc := &analysis.Document{}
	for i := range n {
		doc.Speakers = append(doc.Speakers, analysis.Speaker{Name: fmt.Sprint("Speaker ", i)})
		doc.Positions = append(doc.Positions, analysis.Position{Speaker: i, Stance: analysis.Supports, Topic: "the wall"})
	}
	f, at := view.Of(articles.Article{}, ""), view.StartOf(0)
	f.Show(doc)
	at.Grouping, at.Focus = view.AsTable, layout.Positions
	v := View{View: view.View{Findings: f, At: &at}, Say: func(string) string { return "" }}
	var p Positions
	if rows := p.Rows(v, w); len(rows) == 0 {
		t.Fatal("the table has no rows")
	}
	for column := range n {
		at.Column = column
		c := p.table.in(v, w)
		if 1+c.label+c.column*len(c.speakers) > w || len(c.speakers) == 0 {
			t.Fatalf("column %d: %+v does not fit %d cells", column, c, w)
		}
		head := ""
		for _, sg := range p.Head(v, w) {
			head += sg.Text
		}
		first, last := c.speakers[0], c.speakers[len(c.speakers)-1]
		if strings.Contains(head, "‹") != (first > 0) || strings.HasSuffix(head, "›") != (last < n-1) {
			t.Fatalf("columns %d to %d under %q", first, last, head)
		}
		if sight := p.Sight(v, w); sight != fmt.Sprintf("speakers %d–%d of %d", first+1, last+1, n) {
			t.Fatalf("the foot says %q", sight)
		}
		if column < first || column > last {
			t.Fatalf("column %d is not among %v", column, c.speakers)
		}
		at.Topic = 0
		for i, sp := range c.speakers {
			here := at
			if p.ChooseCell(v, w, 1+c.label+i*c.column); at.Column != sp {
				t.Fatalf("the cell of column %d is taken for %d's", sp, at.Column)
			}
			at = here
		}
	}
}

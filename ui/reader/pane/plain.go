package pane

import (
	"slices"

	"hearsay/analysis"
	"hearsay/ui/reader/draw"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/view"
)

// list is what most lists have alike.
type list struct{}

func (list) About(View) int            { return none }
func (list) Head(View, int) []draw.Seg { return nil }
func (list) Foot(View) string          { return "" }
func (list) Sight(View, int) string    { return "" }
func (list) Info(View) []draw.Seg      { return nil }

// heading draws a heading of a list.
func heading(r Row) []draw.Seg { return []draw.Seg{draw.Plain(" "), draw.Named(r.Speaker, r.Heading)} }

// Panel is what panels have alike: their rows are drawn as they are, and lead somewhere.
type Panel struct{ list }

// Segs are the row's own.
func (Panel) Segs(_ View, r Row, _ int) []draw.Seg { return slices.Clone(r.Line) }

// Holds looks in the row's words, and those that it leads to.
func (Panel) Holds(v View, r Row, query string) bool {
	return find.Matches(query, r.words(v.Article.Text))
}

// Current is the row that was chosen last.
func (Panel) Current(v View) int { return v.At.PanelRow }

// Choose makes a row current.
func (Panel) Choose(v View, index int) int {
	v.At.PanelRow = index
	return none
}

// Leads where the row does.
func (Panel) Leads(_ View, r Row) (Goal, string) { return r.To, "" }

// Total is not counted.
func (Panel) Total(View) int { return 0 }

// counted says of what a figure is where not all is counted; empty where all is.
func counted(f *view.Findings) string {
	if s := f.Sureness(); s != "" {
		return " (" + s + ")"
	}
	return ""
}

// unsureSign stands before words that are unsure; empty where they are not.
func unsureSign(l analysis.Level) string {
	if l == analysis.Unsure {
		return view.UnsureSign
	}
	return ""
}

// nothingBy says that a list is empty, and why where it is narrowed down.
func nothingBy(v View, empty string) string {
	if v.At.Only != none {
		return "nothing by " + v.Short(v.At.Only) + ": " + v.Say("only") + " shows everybody again"
	}
	if s := v.Sureness(); s != "" {
		return "nothing here is sure enough (" + s + "): " + v.Say("sure") + " shows more"
	}
	return empty
}

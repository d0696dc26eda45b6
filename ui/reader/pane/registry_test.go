package pane

import (
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/ui/reader/keys"
	"hearsay/ui/reader/layout"
	"hearsay/ui/reader/view"
)

// Every pane of the registry stands at its number, and its keys, its name and what it does are told.
func TestEveryPaneIsRegisteredWhole(t *testing.T) {
	all := All()
	if len(all) != int(layout.Review) {
		t.Fatalf("%d panes are registered, want all but that of the review: %d", len(all), layout.Review)
	}
	names, contexts := map[string]bool{}, keys.Context(0)
	for i, e := range all {
		if e.Pane == nil || e.Name == "" || names[e.Name] || e.In == 0 || contexts&e.In != 0 || len(e.Hints) == 0 {
			t.Errorf("pane %d is incomplete, or not the only one of its name and context: %+v", i, e)
		}
		names[e.Name], contexts = true, contexts|e.In
		if (e.Toggle.Name != "") != layout.Pane(i).IsPanel() {
			t.Errorf("%s: a panel is opened and closed by an action of its own, and nothing else is", e.Name)
		}
		for _, a := range []keys.Action{e.Go, e.Enter} {
			if a.Name == "" || a.Help == "" || len(a.Keys) == 0 {
				t.Errorf("%s: the action %+v is incomplete", e.Name, a)
			}
		}
	}
}

// An article in which nothing was found leaves no pane without a word, and nothing leads anywhere.
func TestEmptyPanesSayWhy(t *testing.T) {
	f, at := view.Of(articles.Article{}, "empty.txt"), view.StartOf(0)
	f.Show(&analysis.Document{})
	v := View{View: view.View{Findings: f, At: &at}, Say: func(name string) string { return "<" + name + ">" }}
	s := NewSet(All())
	for p := layout.Quotes; p < layout.Review; p++ {
		s.Refresh(v, p)
		if rows := s.Rows(p); len(rows) > 0 {
			t.Errorf("%s has rows of nothing: %+v", s.Of(p).Name, rows)
		}
		if s.Empty(v, p) == "" {
			t.Errorf("%s is empty without a word", s.Of(p).Name)
		}
		if to, _ := s.Of(p).Leads(v, s.Current(v, p)); to.To != Nowhere {
			t.Errorf("%s leads from nothing to %+v", s.Of(p).Name, to)
		}
	}
}

// While nothing was found yet, that is what every pane says.
func TestPanesWaitForWhatIsFound(t *testing.T) {
	at := view.StartOf(0)
	v := View{View: view.View{Findings: view.Of(articles.Article{}, ""), At: &at}, NotYet: "finding out",
		Say: func(string) string { return "" }}
	s := NewSet(All())
	for p := layout.Quotes; p < layout.Review; p++ {
		if s.Refresh(v, p); s.Empty(v, p) != "finding out" || len(s.Rows(p)) > 0 || s.Foot(v, p) != "" {
			t.Errorf("%s says %q", s.Of(p).Name, s.Empty(v, p))
		}
	}
}

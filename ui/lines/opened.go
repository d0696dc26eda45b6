package lines

import (
	"fmt"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/ui/reader/reviewing"
	"hearsay/ui/reader/view"
)

// opened is an article with what was found in it, and what was decided on that.
type opened struct {
	*view.Findings
	machine *analysis.Document
	review  *reviewing.Review
}

// current is the article that is read, nil where none could be opened.
func (s *session) current() *opened { return s.opened[s.at.Item] }

// turnTo goes to an article: it is opened and analysed if it was not yet, and its head is told. It is false where that
// cannot be.
func (s *session) turnTo(item int) bool {
	if item < 0 || item >= len(s.options.Items) {
		s.say("There is no further article.")
		return false
	}
	o, err := s.open(item)
	switch {
	case s.ctx.Err() != nil:
		return false
	case err != nil:
		s.say(s.options.Items[item].Name + ": " + err.Error())
		return false
	}
	s.opened[item], s.at, s.paragraph, s.told = o, view.StartOf(item), view.None, toldOf{}
	s.head(o)
	if s.options.Reviewing && s.options.Desk != nil {
		s.review.Begin()
		s.standing()
		s.ask()
	}
	return true
}

func (s *session) open(item int) (*opened, error) {
	if o := s.opened[item]; o != nil {
		return o, nil
	}
	it := s.options.Items[item]
	a, err := it.Open(s.ctx)
	if err != nil {
		return nil, err
	}
	doc, err := s.options.Analyze(s.ctx, a, func(float64) {})
	if err != nil {
		return nil, err
	}
	o := &opened{Findings: view.Of(a, it.Name), machine: doc}
	o.Show(doc)
	if s.options.Desk == nil {
		return o, nil
	}
	log, err := s.options.Desk.Look(s.ctx, a)
	if err != nil {
		s.say("What was reviewed cannot be told: " + err.Error())
	}
	if log != nil {
		o.review = reviewing.Of(a, doc, log)
		o.review.Lay(o.Findings)
	}
	return o, nil
}

// head tells what the article is, and what was found in it.
func (s *session) head(o *opened) {
	if len(s.options.Items) > 1 {
		s.say(fmt.Sprintf("Article %d of %d.", s.at.Item+1, len(s.options.Items)))
	}
	s.out.line(o.Title)
	if about := view.About(o.Article, true); about != "" {
		s.say(about)
	}
	counts := append([]string{told.Count(len(o.Article.Paragraphs), "paragraph")}, told.Counts(o.Doc)...)
	s.say(strings.Join(counts, ", ") + ". ? lists what can be typed.")
	if missing := told.Missing(o.Doc); missing != "" {
		s.say(missing)
	}
	if n := o.Article.Damaged(); n > 0 {
		s.say(fmt.Sprintf("Damaged characters in the text: %d.", n))
	}
}

// listArticles lists all there are, or those that words find.
func (s *session) listArticles(words string) {
	for i, it := range s.options.Items {
		line := fmt.Sprintf("%d %s", i+1, it.Name)
		if it.About != "" {
			line += " · " + it.About
		}
		if holds(words, line) {
			s.say(line)
		}
	}
	s.say("A and a number opens one.")
}

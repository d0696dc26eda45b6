package reviewing

import (
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/review/overlay"
	"hearsay/ui/reader/dialogue"
	"hearsay/ui/reader/find"
	"hearsay/ui/reader/view"
)

// likely are all speakers, those first who are likely to have said what is asked about: whom the machine names and whom
// it weighed, unless its answer is hidden; then whoever is mentioned nearest to the words; then the others by letter.
func (m correcting) likely(it *overlay.Item) (all []int) {
	f, r := m.findings(), m.review()
	add := func(speaker int) {
		if speaker != analysis.None && !slices.Contains(all, speaker) {
			all = append(all, speaker)
		}
	}
	if it != nil {
		if it.Place != analysis.None && it.Subject.Position == nil && !(r.blind() && !decided(*it)) {
			q := f.Doc.Quotes[it.Place]
			for _, s := range q.Speakers {
				add(s)
			}
			for _, c := range q.Why.Candidates {
				add(c.Speaker)
			}
		}
		for _, mt := range m.near(*it) {
			add(mt.Speaker)
		}
	}
	for i := range f.Doc.Speakers {
		add(i)
	}
	return all
}

// near are the mentions in the paragraph of what is asked about and in the one before, the nearest first.
func (m correcting) near(it overlay.Item) (all []view.Mention) {
	f := m.findings()
	var words []analysis.Span
	if it.Subject.Position != nil {
		words = spans(positionOf(it).Statement)
	} else {
		words = content(it)
	}
	if len(words) == 0 || len(f.Article.Paragraphs) == 0 {
		return nil
	}
	p, at := f.ParagraphAt(words[0].Start), words[0].Start
	in := analysis.Span{Start: f.Article.Paragraphs[max(p-1, 0)].Start, End: f.Article.Paragraphs[p].End}
	all = slices.Clone(f.MentionsIn(in))
	slices.SortStableFunc(all, func(a, b view.Mention) int {
		return max(a.Start-at, at-a.Start) - max(b.Start-at, at-b.Start)
	})
	return all
}

// offers are those among speakers whom the last name that is being typed may mean, in the same order.
func (n naming) offers(speakers []int, typed string) []dialogue.Offer {
	all := []dialogue.Offer{} // there is a list, though it may hold nobody
	last := strings.TrimSpace(typed[strings.LastIndexByte(typed, ',')+1:])
	exact := n.bySign(last)
	for _, i := range speakers {
		s := n.f.Doc.Speakers[i]
		if i == exact || find.Matches(last, strings.Join(append([]string{s.Name}, s.Names...), " ")) {
			all = append(all, dialogue.Offer{Sign: view.Letter(i), Name: s.Name, Speaker: i})
		}
	}
	if i := slices.IndexFunc(all, func(o dialogue.Offer) bool { return o.Speaker == exact }); i > 0 {
		one := all[i]
		all = slices.Insert(slices.Delete(all, i, i+1), 0, one)
	}
	if last == "" {
		all = append(all, dialogue.Offer{Sign: "?", Name: "unknown", Speaker: view.None})
	}
	return all
}

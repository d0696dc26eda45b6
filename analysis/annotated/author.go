package annotated

import "hearsay/analysis/names"

// Bounds on the line that names the author.
const (
	authorAmong   = 12  // paragraphs from the first on
	longestByline = 120 // bytes
)

// Author is the name of the one person who wrote the article, where a line near its beginning tells: "By Ada Venn", or
// the name alone, set aside. There is none where a line names several.
func (a *Text) Author() (author names.Name, ok bool) {
	for _, p := range a.Paragraphs[:min(len(a.Paragraphs), authorAmong)] {
		if p.From == p.To || p.Len() > longestByline {
			continue
		}
		from, to := a.Sentences[p.From].From, a.Sentences[p.To-1].To
		by := a.Lower(from) == "by"
		if by {
			from++
		}
		n, k, named := a.Name(from)
		if by = by || p.Aside && n.To == to; !by || !named || n.Type != names.Person {
			continue
		}
		several := k+1 < len(a.Names) && a.Names[k+1].From < to && a.Names[k+1].Type == names.Person
		return n, !several
	}
	return names.Name{}, false
}

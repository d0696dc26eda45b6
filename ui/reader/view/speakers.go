package view

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
)

// Letter is the sign of a speaker at a quote's edge and in the lists: the same one that exported articles have.
func Letter(speaker int) string { return told.Letter(speaker) }

// Named is the speaker of a name, or None.
func (f *Findings) Named(name string) int {
	if name == "" {
		return None
	}
	return slices.IndexFunc(f.Doc.Speakers, func(s analysis.Speaker) bool { return s.Name == name })
}

// Name is a speaker's name; empty for nobody, and for one who is no more.
func (f *Findings) Name(speaker int) string {
	if speaker == None || speaker >= len(f.Doc.Speakers) {
		return ""
	}
	return f.Doc.Speakers[speaker].Name
}

// Short is a speaker's name where there is little room: the surname if the article uses it alone, else the shortest name
// that it uses.
func (f *Findings) Short(speaker int) string {
	if speaker == None {
		return "unknown"
	}
	s := f.Doc.Speakers[speaker]
	if last := s.Name[strings.LastIndexByte(s.Name, ' ')+1:]; s.Type == analysis.Person && slices.Contains(s.Names, last) {
		return last
	}
	out := s.Name
	for _, n := range s.Names {
		if c := utf8.RuneCountInString(n); c > 1 && c < utf8.RuneCountInString(out) {
			out = n
		}
	}
	return out
}

// Shorts are the short names of speakers: "Putin, Xi".
func (f *Findings) Shorts(speakers []int) string {
	out := make([]string, len(speakers))
	for i, s := range speakers {
		out[i] = f.Short(s)
	}
	return strings.Join(out, ", ")
}

// Speakers are the short names of all speakers of a quote: "Putin, Xi".
func (f *Findings) Speakers(quote int) string {
	ids := f.Doc.Quotes[quote].Speakers
	if len(ids) == 0 {
		return f.Short(None)
	}
	return f.Shorts(ids)
}

// SpeakerWords are the words by which a speaker is filtered and found.
func (f *Findings) SpeakerWords(speaker int) string {
	return strings.Join(f.Doc.Speakers[speaker].Names, " ") + " " + f.Description(speaker)
}

// Description is who a speaker is, in the article's words.
func (f *Findings) Description(speaker int) string {
	return strings.Join(strings.Fields(f.Doc.Speakers[speaker].Description.Of(f.Article.Text)), " ")
}

// Joined are those who are a speaker by the reviewer's word.
func (f *Findings) Joined(speaker int) (all []review.Who) {
	for _, a := range f.Aliases {
		if name := f.Doc.Speakers[speaker].Name; a.Is == name && a.Who.Name != name {
			all = append(all, a.Who)
		}
	}
	return all
}

// MentionBy is the first mention of a speaker by just a name, else the first that holds it; empty where there is none.
func (f *Findings) MentionBy(speaker int, name string) (holds analysis.Span) {
	for _, sp := range f.Doc.Speakers[speaker].Mentions {
		words := sp.Of(f.Article.Text)
		if words == name {
			return sp
		}
		if holds.Empty() && strings.Contains(words, name) {
			holds = sp
		}
	}
	return holds
}

// MentionsIn are the mentions that begin in a stretch of the article.
func (f *Findings) MentionsIn(sp analysis.Span) []Mention {
	from := sort.Search(len(f.Mentions), func(i int) bool { return f.Mentions[i].Start >= sp.Start })
	to := from
	for to < len(f.Mentions) && f.Mentions[to].Start < sp.End {
		to++
	}
	return f.Mentions[from:to]
}

// Naming tells how often a speaker is spoken of, and where first.
type Naming struct {
	Speaker, Times int
	First          analysis.Span
}

// SpokenOf are the speakers mentioned in what somebody is quoted with, except themselves, those most often named first.
func (f *Findings) SpokenOf(who int) []Naming {
	by := map[int]*Naming{}
	for _, q := range f.QuotesOf[who] {
		for _, sp := range f.Doc.Quotes[q].Content {
			for _, m := range f.MentionsIn(sp) {
				if m.Speaker == who {
					continue
				}
				if by[m.Speaker] == nil {
					by[m.Speaker] = &Naming{Speaker: m.Speaker, First: m.Span}
				}
				by[m.Speaker].Times++
			}
		}
	}
	out := make([]Naming, 0, len(by))
	for _, n := range by {
		out = append(out, *n)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].Times > out[j].Times || out[i].Times == out[j].Times && out[i].Speaker < out[j].Speaker
	})
	return out
}

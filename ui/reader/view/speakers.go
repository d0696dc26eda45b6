package view

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles/export/told"
	"hearsay/articles/review"
	"hearsay/ui/reader/cells"
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

// Short is a speaker's name where there is little room: the surname if the article uses it alone, else the shortest
// name that it uses.
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

// Speakers are the short names of all speakers of a quote in w cells: "Putin, Xi"; where they are unknown, who they
// may be, as far as there is room: "unknown, perhaps Putin".
func (f *Findings) Speakers(quote, w int) string {
	if ids := f.Doc.Quotes[quote].Speakers; len(ids) > 0 {
		return f.Shorts(ids)
	}
	unknown := f.Short(None)
	speaker, name := f.Perhaps(quote)
	if name == "" {
		return unknown
	}
	if speaker != None {
		name = f.Short(speaker)
	}
	for _, s := range []string{unknown + ", perhaps " + name, "perhaps " + name} {
		if cells.Width(cells.Clean(s)) <= w {
			return s
		}
	}
	return unknown
}

// perhaps begins the reason why a speaker is unknown where there is one who may be it, though not surely enough.
const perhaps = "perhaps "

// Perhaps is who may have said a quote whose speaker is unknown: the likeliest candidate, who need not be a speaker of
// the article. The name is empty where nobody is likely enough.
func (f *Findings) Perhaps(quote int) (speaker int, name string) {
	why := f.Doc.Quotes[quote].Why
	if !strings.HasPrefix(why.Unknown, perhaps) || len(why.Candidates) == 0 {
		return None, ""
	}
	c := why.Candidates[0]
	if c.Speaker != None {
		return c.Speaker, f.Doc.Speakers[c.Speaker].Name
	}
	return None, f.OneLine([]analysis.Span{c.Mention})
}

// WhyUnknown is why the speaker of a quote is unknown, without who it may be.
func (f *Findings) WhyUnknown(quote int) string {
	reason := f.Doc.Quotes[quote].Why.Unknown
	if _, name := f.Perhaps(quote); name != "" {
		_, reason, _ = strings.Cut(reason, ": ")
	}
	return reason
}

// Unknown says of a quote that its speaker is unknown, who it may be, and why: "speaker unknown, perhaps Putin: two
// men were named before".
func (f *Findings) Unknown(quote int) string {
	s := "speaker unknown"
	if _, name := f.Perhaps(quote); name != "" {
		s += ", " + perhaps + name
	}
	if reason := f.WhyUnknown(quote); reason != "" {
		s += ": " + reason
	}
	return s
}

// Silences tell of what a speaker did not say: "declined to comment 2 · denied 1"; empty where there is nothing of it.
func (f *Findings) Silences(speaker int) string {
	v := f.Voices.By[speaker]
	var parts []string
	if n := len(v.Refused); n > 0 {
		parts = append(parts, fmt.Sprintf("declined to comment %d", n))
	}
	if n := len(v.Denied); n > 0 {
		parts = append(parts, fmt.Sprintf("denied %d", n))
	}
	return strings.Join(parts, " · ")
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

// SilenceSigns is [Findings.Silences] where there is little room: "Ø2 ¬1".
func (f *Findings) SilenceSigns(speaker int) string {
	v := f.Voices.By[speaker]
	var parts []string
	if n := len(v.Refused); n > 0 {
		parts = append(parts, fmt.Sprint(PolaritySigns[analysis.Refused], n))
	}
	if n := len(v.Denied); n > 0 {
		parts = append(parts, fmt.Sprint(PolaritySigns[analysis.Denied], n))
	}
	return strings.Join(parts, " ")
}

// Package outlook counts who is heard in many articles: quotes and words by speaker, outlet, kind and month, and what
// share is direct, by persons, organisations, groups and documents, by the named, by women and men. It is pure: it is
// given what is heard, and who is who.
//
// It promises that what was denied to have been said, and refusals to speak, are counted apart and in no share; that a
// quote of several speakers counts once in totals and once for each of them; that an interval is over articles, whose
// quotes hang together; and that gender is what names and pronouns in the text show, and nothing else.
package outlook

import (
	"cmp"
	"slices"
	"time"

	"hearsay/analysis"
	"hearsay/analysis/measure"
	"hearsay/articles/people"
)

// Said is a quote of one of its speakers, as the library keeps it.
type Said struct {
	// Article tells articles apart, and Quote the quotes of one.
	Article int64
	Quote   int
	// Voice is the index of its speaker in the register; -1 where nobody knows who it is.
	Voice    int
	Kind     analysis.Kind
	Polarity analysis.Polarity
	Words    int
	Outlet   string
	When     time.Time
	// Dated is set where that is the article's own date.
	Dated bool
}

// Count is how often and how much somebody or something is heard.
type Count struct {
	Name   string `json:"name"`
	Handle string `json:"handle,omitempty"`
	// Articles, Quotes and Words are how many of them there are.
	Articles int `json:"articles"`
	Quotes   int `json:"quotes"`
	Words    int `json:"words"`

	last int64 // article that was counted last
}

func (c *Count) take(s *Said) {
	if c.Articles == 0 || c.last != s.Article {
		c.Articles++
		c.last = s.Article
	}
	c.Quotes++
	c.Words += s.Words
}

// Share is what part of all quotes of some sort are of one sort of these.
type Share struct {
	Name string `json:"name"`
	measure.Interval
	Quotes int           `json:"quotes"`
	Of     int           `json:"of"`
	Share  measure.Value `json:"share"`
}

// Group is shares that add up to all.
type Group struct {
	Name   string  `json:"name"`
	Shares []Share `json:"shares"`
	// Note says what they are shares of, and what is left out.
	Note string `json:"note"`
}

// Outlook is what was counted.
type Outlook struct {
	Articles int     `json:"articles"`
	Quotes   int     `json:"quotes"`
	Words    int     `json:"words"`
	Denied   int     `json:"denied"`
	Refused  int     `json:"refused"`
	Groups   []Group `json:"groups"`
	// Speakers and Outlets are in the order of their quotes, the most first; Months in the order of time.
	Speakers []Count `json:"speakers"`
	Outlets  []Count `json:"outlets"`
	Kinds    []Count `json:"kinds"`
	Months   []Count `json:"months"`
	// Undated counts the quotes of articles without a date, which are in no month.
	Undated int `json:"undated"`
}

// Of counts what is heard. What is said stands article by article, and quote by quote in each.
func Of(said []Said, r *people.Register) *Outlook {
	c := counting{out: &Outlook{}, register: r, shares: map[string]*tally{}, counts: map[string]map[string]*Count{}}
	for i := range said {
		c.take(&said[i])
	}
	c.end()
	return c.out
}

// counting is the work of counting.
type counting struct {
	out      *Outlook
	register *people.Register
	shares   map[string]*tally // by their group
	counts   map[string]map[string]*Count
	article  int64
	quote    int
	begun    bool
}

// tally counts the quotes of some sorts, article by article.
type tally struct {
	by map[string][]int // of each sort, by article
	of []int
}

func (c *counting) take(s *Said) {
	fresh := !c.begun || s.Article != c.article
	again := !fresh && s.Quote == c.quote
	if c.begun, c.article, c.quote = true, s.Article, s.Quote; fresh {
		c.out.Articles++
	}
	if s.Polarity != analysis.Said {
		if !again {
			c.out.Denied += btoi(s.Polarity == analysis.Denied)
			c.out.Refused += btoi(s.Polarity == analysis.Refused)
		}
		return
	}
	if !again {
		c.whole(s)
	}
	c.by(s)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// whole counts a quote once, whoever says it.
func (c *counting) whole(s *Said) {
	c.out.Quotes++
	c.out.Words += s.Words
	c.share(kinds, s.Kind.String())
	c.count(kinds, s.Kind.String(), s)
	if s.Outlet != "" {
		c.count(outlets, s.Outlet, s)
	}
	if s.Dated {
		c.count(months, s.When.Format("2006-01"), s)
	} else {
		c.out.Undated++
	}
}

// by counts a quote for one of its speakers.
func (c *counting) by(s *Said) {
	if s.Voice < 0 {
		c.share(sorts, "unknown")
		return
	}
	v := &c.register.Voices[s.Voice]
	sort := v.Sort()
	c.share(sorts, plural[sort])
	named := v.Named()
	c.share(naming, map[bool]string{true: "named", false: "described"}[named])
	if sort == people.OfPerson {
		c.share(genders, map[analysis.Gender]string{analysis.Female: "women", analysis.Male: "men"}[v.Gender])
	}
	if k := c.register.Of(s.Voice); named && !c.register.People[k].Nobody {
		p := &c.register.People[k]
		c.count(speakers, p.Handle, s).Name = p.Name
	}
}

// plural names the sorts of speakers.
var plural = map[people.Sort]string{people.OfPerson: "persons", people.OfOrganization: "organizations",
	people.OfGroup: "groups", people.OfDocument: "documents", people.OfOther: "others"}

// The groups of shares, and what is counted besides.
const (
	kinds    = "kinds of quote"
	sorts    = "who speaks"
	naming   = "named or described"
	genders  = "women and men"
	outlets  = "outlets"
	months   = "months"
	speakers = "speakers"
)

// share counts one more of a sort; of no sort it counts nothing.
func (c *counting) share(group, sort string) {
	if sort == "" {
		return
	}
	t := c.shares[group]
	if t == nil {
		t = &tally{by: map[string][]int{}}
		c.shares[group] = t
	}
	for len(t.of) < c.out.Articles {
		t.of = append(t.of, 0)
	}
	for len(t.by[sort]) < c.out.Articles {
		t.by[sort] = append(t.by[sort], 0)
	}
	t.of[c.out.Articles-1]++
	t.by[sort][c.out.Articles-1]++
}

func (c *counting) count(what, name string, s *Said) *Count {
	in := c.counts[what]
	if in == nil {
		in = map[string]*Count{}
		c.counts[what] = in
	}
	n := in[name]
	if n == nil {
		n = &Count{Name: name}
		if what == speakers {
			n.Handle = name
		}
		in[name] = n
	}
	n.take(s)
	return n
}

func (c *counting) end() {
	for _, g := range []struct {
		name, note string
		sorts      []string
	}{
		{kinds, "of all quotes", []string{"direct", "mixed", "indirect"}},
		{sorts, "of all quotes, each once for each of its speakers", []string{"persons", "organizations", "groups",
			"documents",
			"others", "unknown"}},
		{naming, "of quotes whose speaker is known", []string{"named", "described"}},
		{genders, "of quotes by persons whose gender names or pronouns in the text show", []string{"women", "men"}},
	} {
		if t := c.shares[g.name]; t != nil {
			c.out.Groups = append(c.out.Groups, Group{Name: g.name, Note: g.note, Shares: t.shares(g.sorts)})
		}
	}
	c.out.Speakers, c.out.Outlets = ranked(c.counts[speakers]), ranked(c.counts[outlets])
	c.out.Kinds, c.out.Months = ranked(c.counts[kinds]), ranked(c.counts[months])
	slices.SortFunc(c.out.Months, func(a, b Count) int { return cmp.Compare(a.Name, b.Name) })
}

// How often articles are drawn for an interval: less often where there are many, whose intervals are narrow anyway.
const (
	draws     = 1000
	fewDraws  = 200
	manyDrawn = 5000 // articles
	seed      = 1
)

func (t *tally) shares(sorts []string) (out []Share) {
	for _, name := range sorts {
		by := t.by[name]
		if by == nil {
			continue
		}
		var all measure.Rate
		rates := make([]measure.Rate, len(t.of))
		for i, of := range t.of {
			rates[i].Of = of
			if i < len(by) {
				rates[i].Right = by[i]
			}
			all = all.Plus(rates[i])
		}
		n := draws
		if len(rates) > manyDrawn {
			n = fewDraws
		}
		out = append(out, Share{Name: name, Quotes: all.Right, Of: all.Of, Share: all.Share(),
			Interval: measure.Bootstrap(rates, n, seed)})
	}
	return out
}

func ranked(in map[string]*Count) []Count {
	out := make([]Count, 0, len(in))
	for _, c := range in {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(b.Quotes-a.Quotes, b.Words-a.Words, cmp.Compare(a.Name, b.Name), cmp.Compare(a.Handle, b.Handle))
	})
	return out
}

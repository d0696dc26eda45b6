package html

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/export/told"
)

// view is all that the page shows, in the order in which it does.
type view struct {
	Style    template.CSS
	Language string
	Name     string  // the title in plain words, for the browser
	Title    []piece // with its quotes
	Origin   string
	Day      string
	Date     string
	Address  string
	Link     bool // the address is one of the web
	Counts   []string
	Missing  string
	Reviewed string
	Part     string
	Shares   string // in words
	Blocks   []block
	Quotes   []quote
	Doubts   bool // not all quotes are sure
	Speakers []speaker
	Topics   []topic
	// Chosen are the speakers whose quotes can be shown alone.
	Chosen []speaker
}

// who is a speaker as a quote or a position names one.
type who struct {
	Number int // from 1; 0 for nobody
	Letter string
	Colour string
	Name   string
}

type speaker struct {
	who
	About  string
	Others string
	Count  string
	Quotes []reference
	Apart  string // what they did not say
	Share  int
}

// reference leads to a quote: to its place in the article, or where it has none to its row in the list.
type reference struct {
	Number int // from 1
	Place  string
}

type quote struct {
	Number   int
	Speakers []who
	Names    string
	Kind     string
	Doubt    string // "likely" or "unsure"; empty where it is sure
	How      string // in which way the words are the speaker's
	Said     bool
	Quoted   bool // they are a quotation of what was said
	Colour   string
	Words    string
	Read     string // what the speaker was read from
	Why      string
	Weighed  string
	Reviewed string
	Shown    bool // in the article
}

// choices is how many speakers can be chosen: each one makes the browser look through the page.
const choices = 100

// colours is how many speakers have a colour of their own: more could not be told apart. Beyond them colours come
// again, with round letters.
const colours = 12

func viewOf(i export.Item) view {
	a, d := i.Article, i.Document
	m := maker{text: a.Text, doc: d, tally: told.NewTally(a.Text, d)}
	v := view{
		Style: template.CSS(style), Language: d.Language,
		Name: cmp.Or(told.Clean(a.Headline()), told.Clean(a.ID), "Untitled"), Origin: told.Clean(origin(a)),
		Address: told.Clean(a.Address), Missing: told.Missing(d), Reviewed: told.Clean(i.Reviewed),
		Part:   told.Clean(i.Part),
		Counts: told.Counts(d),
	}
	v.Link = onTheWeb(v.Address)
	if !a.Date.IsZero() {
		v.Day, v.Date = a.Date.Format("2 January 2006"), a.Date.Format(time.DateOnly)
	}
	for n, q := range d.Quotes {
		m.quotes = append(m.quotes, m.quote(n, q))
		m.quotes[n].Reviewed = told.Clean(i.On(n).String())
		if i.On(n).Verdict != "" {
			m.quotes[n].Doubt = "" // a person has vouched for it
		}
		v.Doubts = v.Doubts || m.quotes[n].Doubt != ""
	}
	v.Title, v.Blocks = m.article(a)
	if len(v.Title) == 0 {
		v.Title = []piece{{Words: v.Name}}
	}
	v.Quotes = m.quotes
	var shares []string
	for n := range d.Speakers {
		s := m.speaker(n)
		v.Speakers = append(v.Speakers, s)
		if s.Share > 0 {
			shares = append(shares, s.Letter+" "+s.Name+" "+strconv.Itoa(s.Share)+" %")
		}
	}
	v.Chosen = v.Speakers[:min(len(v.Speakers), choices)]
	v.Shares = "Shares of all quoted words: " + strings.Join(shares, ", ")
	for _, t := range d.Topics() {
		v.Topics = append(v.Topics, m.topic(t))
	}
	return v
}

// origin is who wrote the article and where; when stands beside it.
func origin(a articles.Article) string {
	a.Date = time.Time{}
	return told.Origin(a)
}

func onTheWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// maker makes the parts of a view.
type maker struct {
	text   string
	doc    *analysis.Document
	tally  told.Tally
	quotes []quote
}

func (m *maker) who(speaker int) who {
	if speaker == analysis.None {
		return who{0, told.Letter(speaker), "nobody", told.Nobody}
	}
	colour := "c" + strconv.Itoa(speaker%colours+1)
	if speaker/colours%2 == 1 {
		colour += " again"
	}
	return who{speaker + 1, told.Letter(speaker), colour, told.Clean(m.doc.Speakers[speaker].Name)}
}

func (m *maker) speaker(n int) speaker {
	s := m.doc.Speakers[n]
	out := speaker{who: m.who(n), About: told.Clean(told.Who(m.text, s)), Others: told.Clean(told.NewNames(s)),
		Share: m.tally.Share(n), Apart: m.tally.Apart(n)}
	if out.About == analysis.Unknown.String() {
		out.About = ""
	}
	out.Quotes = m.references(m.tally.Quotes(n))
	out.Count = told.Count(len(out.Quotes), "quote")
	return out
}

// references lead to quotes. The article must have been gone through.
func (m *maker) references(quotes []int) (out []reference) {
	for _, q := range quotes {
		r := reference{q + 1, "quote-" + strconv.Itoa(q+1)}
		if m.quotes[q].Shown {
			r.Place = "at-" + strconv.Itoa(q+1)
		}
		out = append(out, r)
	}
	return out
}

func (m *maker) quote(n int, q analysis.Quote) quote {
	out := quote{Number: n + 1, Names: told.Clean(told.Names(m.doc, q.Speakers)), Kind: q.Kind.String(),
		How: told.How(q), Said: q.Polarity == analysis.Said, Quoted: told.Quoted(q),
		Words: told.Clean(told.Words(m.text, q.Content)),
		Read:  told.Clean(told.Attribution(m.text, q)), Why: told.Clean(told.Reasons(q.Why)),
		Weighed: told.Clean(told.Weighed(m.text, m.doc, q.Why))}
	if l := analysis.LevelOf(q.Certainty()); l != analysis.Certain {
		out.Doubt = l.String()
	}
	for _, s := range q.Speakers {
		out.Speakers = append(out.Speakers, m.who(s))
	}
	if len(out.Speakers) == 0 {
		out.Speakers = []who{m.who(analysis.None)}
	}
	out.Colour = out.Speakers[0].Colour
	return out
}

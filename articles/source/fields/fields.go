// Package fields knows under which names programs write down an article: its text, title, authors, outlet, day,
// address and id, as keys of JSON and columns of tables. It promises that text without markup stays as it is.
package fields

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
	"hearsay/articles/source/pages"
	"hearsay/articles/source/plain"
)

// Part is what a field tells of an article.
type Part int

// The parts of an article that have fields of their own.
const (
	ID Part = iota
	Text
	Title
	Byline
	Outlet
	Date
	Address
	Parts // how many there are
)

// names are the fields of each part, the surest first, in lower case and without marks.
func names(p Part) []string { return strings.Fields(namesOf[p]) }

var namesOf = [Parts]string{
	ID: "id articleid docid documentid storyid",
	Text: `text maintext articlebody articletext bodytext fulltext fullcontent bodyhtml bodyxhtml contenthtml contenttext
		content contents body story article maincontent plaintext rawtext cleanedtext cleantext textcontent transcript
		htmlcontent contentencoded html rawhtml bodies`,
	Title: "title headline headlines head heading articletitle webtitle hl1 hedline subject",
	Byline: "byline author authors authorname creator creators dccreator journalist journalists reporter writer by " +
		"articleauthor",
	Outlet: "outlet publisher publication newspaper source sourcename sitename site outletname medianame media journal " +
		"magazine publicationname publishername publicationtitle medium pubname provider sourcedomain domain infosources " +
		"infosource copyrightholder",
	Date: "date datepublish datepublished publisheddate publishdate publishedat published publicationdate pubdate " +
		"datetime firstpublished webpublicationdate articledate issuedate versioncreated firstcreated dateissued created " +
		"createdat timestamp time publishtime publishedtime day",
	Address: "address url link weburl articleurl sourceurl canonicalurl canonical permalink href uri contentlocation",
}

// Name is a field's name as it is looked for: in lower case, without the marks between its words.
func Name(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t_-.:/@$#()[]", r) {
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// Known is the part that a field of this name tells of; ok is false for one that tells of none.
func Known(name string) (part Part, ok bool) {
	name = Name(name)
	for p := range Parts {
		for _, n := range names(p) {
			if n == name {
				return p, true
			}
		}
	}
	return 0, false
}

// Choose gives, of the fields with these names, those that may tell of a part, the surest first, by their places.
func Choose(part Part, given []string) (places []int) {
	for _, n := range names(part) {
		for i, g := range given {
			if Name(g) == n {
				places = append(places, i)
			}
		}
	}
	return places
}

// Values are what the fields of an article hold; those that are empty are not known.
type Values [Parts]string

// Article makes an article of the values. Markup is that of the web; text without it stays as it is, and the title then
// need not stand in it.
func (v Values) Article(markup bool) articles.Article {
	a := articles.Article{Title: details.Flat(v[Title]), Byline: details.Authors(v[Byline]),
		Outlet: details.Flat(v[Outlet]), Date: day(v[Date]), Address: address(v[Address])}
	if markup {
		a.Title = unmarked(a.Title)
		blocks.Compose(&a, pages.Fragment(v[Text]))
		plain.FindByline(&a)
		return a
	}
	read := plain.Read(strings.ToValidUTF8(v[Text], "\uFFFD"))
	a.Text, a.Paragraphs = read.Text, read.Paragraphs
	a.Title, a.Byline = cmp.Or(a.Title, read.Title), cmp.Or(a.Byline, read.Byline)
	return a
}

// address is an address as it stands there, unless it is that of nothing on the web, as a "urn:" is.
func address(s string) string {
	s = details.Flat(s)
	if strings.HasPrefix(strings.ToLower(s), "urn:") || strings.HasPrefix(strings.ToLower(s), "tag:") {
		return ""
	}
	return s
}

// unmarked is a title without the markup and the entities that it may be written with.
func unmarked(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var words []string
	for _, b := range pages.Fragment("<p>" + s + " .</p>") {
		words = append(words, b.Words)
	}
	return strings.TrimSuffix(strings.TrimSuffix(strings.Join(words, " "), "."), " ")
}

// tag is a tag that no text without markup holds.
var tag = regexp.MustCompile(`(?i)</(p|div|li|h[1-6]|blockquote|article|section|body|html|a|em|strong|span)\s*>|<br\s*/?>|<p(\s[^<>]*)?>`)

// Markup reports whether text is markup of the web, by its tags.
func Markup(s string) bool { return strings.Contains(s, "<") && tag.MatchString(s) }

// The first and last seconds and milliseconds since 1970 that are taken for dates: of 1990 and 2100.
const (
	firstSecond = 631152000
	lastSecond  = 4102444800
)

// day reads a date however it is written, also as the number of seconds or milliseconds since 1970.
func day(s string) time.Time {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	switch {
	case err != nil || strings.ContainsAny(s, "xXpP_"):
		return details.Date(s)
	case n >= firstSecond && n < lastSecond:
		return time.Unix(int64(n), 0).UTC()
	case n >= firstSecond*1000 && n < lastSecond*1000:
		return time.UnixMilli(int64(n)).UTC()
	}
	return details.Date(s)
}

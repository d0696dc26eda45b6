// Package articles holds what is read: an article, its paragraphs, and what is known about where it comes from.
package articles

import (
	"strings"
	"time"
	"unicode"

	"hearsay/analysis"
)

// Article is a text with its title, byline, outlet, date and address. Its text never changes once read: every span
// points into it. Apart from ID and Text every field may be empty. Where Title and Byline stand in the text, as they
// normally do, they are paragraphs of these roles; those that came with a JSONL record need not stand there.
type Article struct {
	ID      string
	Title   string
	Byline  string
	Outlet  string
	Date    time.Time // the zero time where it is not known
	Address string
	// Text is valid UTF-8. It may hold control codes: whoever draws it must not pass them on.
	Text string
	// Paragraphs are in reading order, do not overlap, and leave out nothing but white space and markup.
	Paragraphs []Paragraph
}

// Paragraph is a stretch of an article's text that is set apart from the next.
type Paragraph struct {
	analysis.Span
	Role Role
}

// Role is the part a paragraph plays in its article.
type Role int

// The roles of paragraphs.
const (
	Body Role = iota
	Title
	Heading
	Byline
	Item    // of a list
	Extract // a passage set off as quoted at length
	Caption
	Strong     // in bold letters, as the questions of an interview are
	Standfirst // the sentences between title and text
	Credit     // who made a picture
)

// openingWords is about how many code points of an untitled article stand for its title.
const openingWords = 60

// Headline is what to call the article on a screen: its title, or its opening words where it has none, or its id.
func (a *Article) Headline() string {
	if strings.TrimSpace(a.Title) != "" {
		return a.Title
	}
	for _, p := range a.Paragraphs {
		if p.Role == Body || p.Role == Extract || p.Role == Item {
			return opening(p.Of(a.Text))
		}
	}
	return a.ID
}

// opening cuts a text at the first space after its first words.
func opening(s string) string {
	n := 0
	for i, r := range s {
		if n >= openingWords && unicode.IsSpace(r) || n >= 2*openingWords {
			return strings.Join(strings.Fields(s[:i]), " ") + "…"
		}
		n++
	}
	return strings.Join(strings.Fields(s), " ")
}

// Damaged is how many characters of the text are U+FFFD, which stands where bytes are none in the text's encoding.
func (a *Article) Damaged() int { return strings.Count(a.Text, "\uFFFD") }

// Input is what the engine is given of the article: its text, with bylines, captions and credits set aside, and what
// stands in bold letters, as a heading, as a block quotation or as an item of a list marked as such. Titles and
// headings stay in, since headlines quote too.
func (a *Article) Input() analysis.Input {
	in := analysis.Input{Text: a.Text}
	for _, p := range a.Paragraphs {
		switch p.Role {
		case Byline, Caption, Credit:
			in.Aside = append(in.Aside, p.Span)
		case Strong, Heading:
			in.Strong = append(in.Strong, p.Span)
		case Extract, Item:
			in.Apart = append(in.Apart, p.Span)
		}
	}
	return in
}

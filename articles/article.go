// Package articles holds what is read: an article, its paragraphs, and what is known about where it comes from.
package articles

import (
	"time"

	"hearsay/analysis"
)

// Article is a text with its title, byline, outlet, date and address. Its text never changes once read: every span
// points into it. Apart from ID and Text every field may be empty.
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
)

// Input is what the engine is given of the article: its text, with bylines and captions set aside. Titles and headings
// stay in, since headlines quote too.
func (a *Article) Input() analysis.Input {
	in := analysis.Input{Text: a.Text}
	for _, p := range a.Paragraphs {
		if p.Role == Byline || p.Role == Caption {
			in.Aside = append(in.Aside, p.Span)
		}
	}
	return in
}

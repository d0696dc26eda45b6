package databases

import (
	"regexp"
	"strings"
	"time"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/details"
)

// document is one of an export: the fields of its header, and its text.
type document struct {
	title, byline, outlet, date string
	standfirst                  string
	text                        []string // paragraphs
}

// article makes an article of a document.
func (d document) article() articles.Article {
	a := articles.Article{Title: details.Flat(d.title), Outlet: details.Flat(d.outlet), Date: day(d.date)}
	a.Byline = details.Names(d.byline, a.Outlet)
	var found []blocks.Block
	if d.standfirst != "" {
		found = append(found, blocks.Block{Words: details.Flat(d.standfirst), Role: articles.Standfirst})
	}
	for _, p := range d.text {
		if words := details.Flat(p); words != "" && !details.IsByline(words) {
			found = append(found, blocks.Block{Words: words})
		}
	}
	blocks.Compose(&a, found)
	return a
}

// days are the ways in which databases write a day, with the weekday or the hour around it.
var days = regexp.MustCompile(`(\d{1,2} \p{L}{3,9}\.?,? \d{4})|(\p{L}{3,9}\.? \d{1,2},? \d{4})|(\d{4}-\d\d-\d\d)`)

// day is the day that a line tells; the zero time where it tells none.
func day(line string) time.Time {
	found := days.FindString(line)
	if found == "" {
		return details.Date(line)
	}
	return details.Date(strings.ReplaceAll(strings.ReplaceAll(found, ",", ""), ".", ""))
}

// mostOfDay is how many words a line has at most that tells a day.
const mostOfDay = 8

// isDay reports whether a line tells a day and nothing else.
func isDay(line string) bool {
	return len(strings.Fields(line)) <= mostOfDay && days.MatchString(line) && !day(line).IsZero()
}

// paragraphs are the runs of lines without an empty one among them.
func paragraphs(lines []string) (all []string) {
	var p []string
	for _, l := range append(lines, "") {
		if l = strings.TrimSpace(l); l != "" {
			p = append(p, l)
			continue
		}
		if len(p) > 0 {
			all = append(all, strings.Join(p, " "))
			p = nil
		}
	}
	return all
}

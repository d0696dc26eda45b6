// Package plain reads text without markup, which stays as it is: it finds the paragraphs, and the headline and byline
// where they stand at the head.
package plain

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay/analysis/text"
	"hearsay/articles"
	"hearsay/articles/source/details"
)

// The longest a headline and a byline are taken to be, in code points, and among how many paragraphs the byline stands.
const (
	longestHeadline = 140
	longestByline   = 120
	bylineAmong     = 4
)

// Read makes an article of text without markup, which stays as it is.
func Read(s string) articles.Article {
	a := articles.Article{Text: s}
	for _, p := range text.Paragraphs(s) {
		a.Paragraphs = append(a.Paragraphs, articles.Paragraph{Span: p})
	}
	at := 0
	if len(a.Paragraphs) > 1 && IsSlug(a.Paragraphs[0].Of(s)) {
		a.Paragraphs[0].Role = articles.Byline // it belongs to the head and is none of the text
		at++
	}
	if headed(&a, at) {
		a.Paragraphs[at].Role = articles.Title
		a.Title = details.Flat(a.Paragraphs[at].Of(s))
	}
	FindByline(&a)
	return a
}

// slug is what agencies call a story by: key words in capitals with hyphens or strokes between, behind the cycle it
// belongs to; edition is what tells its versions apart.
var (
	slug    = regexp.MustCompile(`^[A-Z][A-Z0-9&.]*[-_/:]+([A-Z]{2}[A-Z0-9&.]*[-_/:]*)+([-_/:][A-Z0-9&.]+)*$`)
	cycle   = regexp.MustCompile(`^[A-Z]{2}-{1,2}[A-Z]`)
	edition = regexp.MustCompile(`(?i)^,?[\s(,/-]*((\d+(st|nd|rd|th)|ld|lead|ledeall|writethru|wthr?u|add|sub|urgent|take|update|` +
		`bulletin|advisory|pickup|correction|repeat|insert|top|night|day|eds?|a\d+|\d+)\b[\s),/.:-]*)+$`)
)

// IsSlug reports whether a line is an agency's name for a story and no headline.
func IsSlug(line string) bool {
	line = strings.TrimSpace(line)
	if utf8.RuneCountInString(line) > longestHeadline {
		return false
	}
	at := strings.IndexAny(line, ", (")
	if at < 0 {
		return slug.MatchString(line)
	}
	if slug.MatchString(line[:at]) && edition.MatchString(line[at:]) {
		return true
	}
	comma := strings.IndexByte(line, ',')
	return comma > 0 && cycle.MatchString(line) && edition.MatchString(line[comma:])
}

// headed reports whether an article begins with its headline: a short line that ends no sentence and stands by itself.
func headed(a *articles.Article, at int) bool {
	if len(a.Paragraphs) < at+2 {
		return false
	}
	first, second := a.Paragraphs[at], a.Paragraphs[at+1]
	s := first.Of(a.Text)
	if !headline(s) || isByline(s) {
		return false
	}
	gap := a.Text[first.End:second.Start]
	return strings.Count(gap, "\n") > 1 || strings.Count(gap, "\r") > 1 && !strings.Contains(gap, "\n") ||
		len(a.Paragraphs) > 3
}

// headline reports whether words look like a headline's.
func headline(s string) bool {
	if utf8.RuneCountInString(s) > longestHeadline || strings.ContainsAny(s, "\r\n") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»)`))
	return !strings.ContainsRune(".,;:", last) && strings.ContainsFunc(s, unicode.IsLetter)
}

// FindByline gives the paragraph near the top that names the author its role, and the article its byline.
func FindByline(a *articles.Article) {
	for i := range min(bylineAmong, len(a.Paragraphs)-1) {
		p := &a.Paragraphs[i]
		if p.Role != articles.Body && p.Role != articles.Strong || !isByline(p.Of(a.Text)) {
			continue
		}
		p.Role = articles.Byline
		if a.Byline == "" {
			said := p.Of(a.Text)
			a.Byline = cmp.Or(details.Names(said, a.Outlet), details.Authors(said))
		}
		return
	}
}

// isByline reports whether a paragraph is a byline: "By" and a name, and neither a sentence nor the line above what
// somebody says, "BY MR. BELL:".
func isByline(s string) bool {
	if len(s) < 4 || !strings.EqualFold(s[:3], "by ") || strings.ContainsAny(s, "\r\n") {
		return false
	}
	if utf8.RuneCountInString(s) > longestByline || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[3:], " "))
	return unicode.IsUpper(r)
}

// Package details brings what is known about an article into one form, however a page, a header or a record writes it:
// one line of text, names of authors, days, addresses. What is none of these becomes empty: it is never an error.
package details

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/itlightning/dateparse"
)

// Flat is a text in one line with single spaces.
func Flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// Authors is a byline without its "By".
func Authors(s string) string {
	s = Flat(s)
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return s
}

// The shortest and longest a date is written, in bytes.
const (
	shortestDate = 6
	longestDate  = 64
)

// compactDate is how news agencies write a time: ISO 8601 in its basic form.
const compactDate = "20060102T150405Z0700"

// Date reads a date in any of the usual ways to write one; the zero time where it is none. It is other people's code
// that meets any text at all, so that a panic in it is no date either.
func Date(s string) (t time.Time) {
	if s = strings.TrimSpace(s); len(s) < shortestDate || len(s) > longestDate {
		return t
	}
	if t, err := time.Parse(compactDate, s); err == nil {
		return t
	}
	if t := dayFirst(s); !t.IsZero() {
		return t
	}
	defer func() {
		if recover() != nil {
			t = time.Time{}
		}
	}()
	parsed, err := dateparse.ParseAny(s)
	if err != nil || parsed.Year() < 1000 || parsed.Year() > 9999 {
		return t
	}
	return parsed
}

// WebAddress is an address if it is a whole one of the web, else nothing.
func WebAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// dayFirst reads a date whose first number can be no month, as most of the world writes it: 14/03/2026, 14.3.2026. The
// zero time where it is none, or could be read in two ways.
func dayFirst(s string) time.Time {
	date, _, _ := strings.Cut(s, " ")
	date = strings.TrimRight(date, ",")
	for _, mark := range []string{"/", ".", "-"} {
		first, _, _ := strings.Cut(date, mark)
		if n, err := strconv.Atoi(first); err != nil || n <= int(time.December) || n > 31 {
			continue
		}
		if t, err := time.Parse(strings.ReplaceAll("2/1/2006", "/", mark), date); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Package query is the one language in which a library is asked for articles: words and "phrases", terms of a field
// such as speaker:marsh or since:2026-01, flags such as unread, "-" for not, "or", brackets, and @names of saved
// queries. It knows no library: what a query finds is found elsewhere.
//
// It promises that what String writes is read as the same query again, that an error tells the place and what to do,
// and that any text at all is read or refused in time in proportion to its length.
package query

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Field is what a term is about.
type Field string

// The fields. Words is that of a term without one: anywhere in the article.
const (
	Words    Field = ""
	Speaker  Field = "speaker"  // the name of somebody who is quoted
	Said     Field = "said"     // words within a quote
	About    Field = "about"    // words of what a position is taken on
	Kind     Field = "kind"     // direct, indirect, mixed
	Position Field = "position" // supports, opposes, neutral
	Title    Field = "title"
	Outlet   Field = "outlet"
	Feed     Field = "feed"
	Tag      Field = "tag"
	Lang     Field = "lang"
	Since    Field = "since"  // a day, month or year and later
	Before   Field = "before" // before a day, month or year
)

// fields are all fields that are written, in the order in which they are offered.
var fields = []Field{Speaker, Said, About, Kind, Position, Title, Outlet, Feed, Tag, Lang, Since, Before}

// Flag is what is so of an article or not.
type Flag string

// The flags.
const (
	Unread   Flag = "unread"   // never opened
	Reviewed Flag = "reviewed" // somebody has decided about a quote of it
	Unsure   Flag = "unsure"   // it has quotes that are not sure
)

var flags = []Flag{Unread, Reviewed, Unsure}

// choices are the values that a field may have, where these are few.
var choices = map[Field][]string{Kind: {"direct", "indirect", "mixed"}, Position: {"supports", "opposes", "neutral"}}

// Expr is a query, or a part of one: All, Term, Is, View, Not, And or Or.
type Expr interface {
	// write writes it down, in brackets where it binds less than tight asks for.
	write(b *strings.Builder, tight int)
}

// All is every article: the query of which nothing is written.
type All struct{}

// Term is words that are looked for in a field. Value is not empty.
type Term struct {
	Field Field
	Value string
}

// Is is a flag.
type Is struct{ Flag Flag }

// View is a saved query, by its name.
type View struct{ Name string }

// Not is what is not so.
type Not struct{ Of Expr }

// And is all of several, Or one of them at least: two or more each.
type (
	And struct{ Of []Expr }
	Or  struct{ Of []Expr }
)

// How tight an expression binds.
const (
	loose = iota // or
	middle
	tightest
)

// String writes a query so that Parse reads it again.
func String(e Expr) string {
	var b strings.Builder
	e.write(&b, loose)
	return b.String()
}

func (All) write(b *strings.Builder, _ int)    {}
func (i Is) write(b *strings.Builder, _ int)   { b.WriteString(string(i.Flag)) }
func (v View) write(b *strings.Builder, _ int) { b.WriteString("@" + v.Name) }

func (t Term) write(b *strings.Builder, _ int) {
	if t.Field != Words {
		b.WriteString(string(t.Field) + ":")
	}
	if isPlain(t) {
		b.WriteString(t.Value)
		return
	}
	b.WriteString(`"` + escaped.Replace(t.Value) + `"`)
}

// escaped takes the meaning from what ends a phrase.
var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `“`, `\“`, `”`, `\”`)

func (n Not) write(b *strings.Builder, _ int) {
	b.WriteByte('-')
	n.Of.write(b, tightest)
}

func (a And) write(b *strings.Builder, tight int) { join(b, a.Of, " ", middle, tight) }

func (o Or) write(b *strings.Builder, tight int) { join(b, o.Of, " or ", loose, tight) }

func join(b *strings.Builder, of []Expr, between string, own, tight int) {
	if tight > own {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	for i, e := range of {
		if i > 0 {
			b.WriteString(between)
		}
		e.write(b, own+1)
	}
}

// isPlain reports whether a term's value can be written without quotation marks.
func isPlain(t Term) bool {
	if strings.ContainsFunc(t.Value, func(r rune) bool { return isSpace(r) || strings.ContainsRune(`"()\“”`, r) }) {
		return false
	}
	if t.Field != Words {
		return true
	}
	_, _, fielded := strings.Cut(t.Value, ":")
	special := strings.EqualFold(t.Value, "or") || slices.Contains(flags, Flag(strings.ToLower(t.Value)))
	signed := t.Value[0] == '-' || t.Value[0] == '@' || strings.HasPrefix(t.Value, Minus)
	return !fielded && !special && !signed
}

// Day reads a day, a month or a year, "2026-03-14", "2026-03", "2026", or how long before now it is: "7d", "2w", "3m",
// "1y", "today", "yesterday". It gives its beginning, in the zone of now.
func Day(s string, now time.Time) (time.Time, bool) {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch s {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDate(0, 0, -1), true
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, now.Location()); err == nil {
			return t, true
		}
	}
	if len(s) < 2 || len(s) > 5 {
		return time.Time{}, false
	}
	n, err := strconv.ParseUint(s[:len(s)-1], 10, 16)
	if err != nil {
		return time.Time{}, false
	}
	ago := -int(n)
	switch s[len(s)-1] {
	case 'd':
		return today.AddDate(0, 0, ago), true
	case 'w':
		return today.AddDate(0, 0, 7*ago), true
	case 'm':
		return today.AddDate(0, ago, 0), true
	case 'y':
		return today.AddDate(ago, 0, 0), true
	}
	return time.Time{}, false
}

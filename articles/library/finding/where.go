package finding

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"hearsay/analysis"
	"hearsay/articles/query"
)

// among are the articles from a number to another, both among them.
type among struct{ first, last int64 }

// everything is among all articles.
var everything = among{}

// where is the condition on a row of listed, called a, that a query stands for, with the values that it asks for: that
// it is among some, and the query means it.
func (f Finder) where(e query.Expr, in among) (string, []any) {
	w := &wheres{now: f.Now(), in: in}
	return w.within("a.number") + "(" + w.of(e) + ")", w.args
}

// within is the condition that the number of an article is among those that are looked at, with an AND behind it.
func (w *wheres) within(number string) string {
	if w.in == everything {
		return ""
	}
	return fmt.Sprintf("%s BETWEEN %d AND %d AND ", number, w.in.first, w.in.last)
}

// words is the table of the words of quotes, or of names, as it is asked for those among the articles that are looked
// at. The index goes from one article to the next, so that it is read no further.
func (w *wheres) words(table, of string) string {
	in := ""
	if w.in != everything {
		in = fmt.Sprintf(" AND rowid BETWEEN %d AND %d", w.in.first<<20, w.in.last<<20|1048575)
	}
	return fmt.Sprintf("(SELECT rowid >> 20 AS article, rowid & 1048575 AS %s FROM %s WHERE %s MATCH ?%s)", of, table,
		table, in)
}

// wheres puts a condition together, and its values in the order in which they stand in it.
type wheres struct {
	now  time.Time
	in   among
	args []any
}

func (w *wheres) take(args ...any) { w.args = append(w.args, args...) }

func (w *wheres) of(e query.Expr) string {
	switch e := e.(type) {
	case query.Term, query.Is:
		return w.all([]query.Expr{e})
	case query.Not:
		return "NOT (" + w.of(e.Of) + ")"
	case query.And:
		return w.all(e.Of)
	case query.Or:
		var parts []string
		for _, x := range e.Of {
			parts = append(parts, "("+w.of(x)+")")
		}
		return strings.Join(parts, " OR ")
	}
	return "true" // All; no saved query is left
}

// together are the terms that stand side by side and are so of one quote, or of one position: who is sought with words
// is sought as who said them.
type together struct {
	speakers, said, about []string
	kinds, positions      []string
	unsure                bool
}

// all is the condition of several that stand side by side.
func (w *wheres) all(of []query.Expr) string {
	var parts, words []string
	var t together
	for _, e := range of {
		switch x := e.(type) {
		case query.Term:
			if x.Field == query.Words {
				words = append(words, phrase(x.Value))
			} else if !t.takes(x) {
				parts = append(parts, w.term(x))
			}
			continue
		case query.Is:
			if x.Flag == query.Unsure {
				t.unsure = true
			} else {
				parts = append(parts, w.flagged(x.Flag))
			}
			continue
		}
		parts = append(parts, "("+w.of(e)+")")
	}
	if len(words) > 0 {
		parts = append(parts, "a.number IN (SELECT rowid FROM article_words WHERE "+w.within("rowid")+
			"article_words MATCH ?)")
		w.take(strings.Join(words, " AND "))
	}
	parts = append(parts, w.quotes(&t)...)
	if len(parts) == 0 {
		return "true"
	}
	return strings.Join(parts, " AND ")
}

// takes keeps a term that is of a quote or a position, and reports whether it is.
func (t *together) takes(x query.Term) bool {
	for field, list := range map[query.Field]*[]string{query.Speaker: &t.speakers, query.Said: &t.said,
		query.About: &t.about, query.Kind: &t.kinds, query.Position: &t.positions} {
		if x.Field == field {
			*list = append(*list, x.Value)
			return true
		}
	}
	return false
}

// phrase is words as the index of words is asked for them: side by side, and the beginning of a word before a star.
func phrase(words string) string {
	star := ""
	if strings.HasSuffix(words, "*") {
		words, star = strings.TrimRight(words, "*"), "*"
	}
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return `""` // marks alone are no words: they stand nowhere
	}
	return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` + star
}

// quotes is the condition that there is a quote, and a position, of which all is so.
func (w *wheres) quotes(t *together) (parts []string) {
	positions := len(t.about)+len(t.positions) > 0
	quotes := len(t.said)+len(t.kinds) > 0 || t.unsure || len(t.speakers) > 0 && !positions
	if quotes {
		parts = append(parts, "a.number IN ("+w.sayings(t, "s.article")+")")
	}
	if positions {
		parts = append(parts, "a.number IN ("+w.sides(t)+")")
	}
	return parts
}

// sayings selects from the quotes of which all is so.
func (w *wheres) sayings(t *together, what string) string {
	from, on := w.found(t)
	var conds []string
	for _, k := range t.kinds {
		conds = append(conds, "s.kind = ?")
		on = append(on, int(kinds[k]))
	}
	if t.unsure {
		conds = append(conds, "s.certainty < ?")
		on = append(on, analysis.LeastLikely)
	}
	w.take(on...)
	if len(conds) == 0 {
		conds = []string{"true"}
	}
	return "SELECT " + what + " FROM " + from + " WHERE " + w.within("s.article") + strings.Join(conds, " AND ")
}

// kinds and stances are those of the words for them.
var (
	kinds   = named(analysis.Direct, analysis.Indirect, analysis.Mixed)
	stances = named(analysis.Supports, analysis.Opposes, analysis.Neutral)
)

func named[T fmt.Stringer](all ...T) map[string]T {
	out := map[string]T{}
	for _, x := range all {
		out[x.String()] = x
	}
	return out
}

// found is what the quotes with some words, and of people with some names, are selected from, with its values.
func (w *wheres) found(t *together) (from string, values []any) {
	said := func() {
		var all []string
		for _, v := range t.said {
			all = append(all, phrase(v))
		}
		values = append(values, strings.Join(all, " AND "))
	}
	switch {
	case len(t.speakers) == 0 && len(t.said) == 0:
		return "saying AS s", nil
	case len(t.speakers) == 0:
		said()
		return w.words("quote_words", "quote") +
			" AS q CROSS JOIN saying AS s ON s.article = q.article AND s.quote = q.quote", values
	}
	from = w.words("voice_words", "speaker") +
		" AS v CROSS JOIN saying AS s ON s.article = v.article AND s.speaker = v.speaker"
	values = append(values, speakers(t))
	if len(t.said) > 0 {
		said()
		from += " AND (s.article, s.quote) IN " + w.words("quote_words", "quote")
	}
	return from, values
}

// speakers is how the index of names is asked for those of whom all names that are sought are.
func speakers(t *together) string {
	var all []string
	for _, v := range t.speakers {
		all = append(all, phrase(v))
	}
	return strings.Join(all, " AND ")
}

// sides selects the articles with a position of which all is so.
func (w *wheres) sides(t *together) string {
	from, conds := "side AS p", []string{"true"}
	if len(t.speakers) > 0 {
		from = w.words("voice_words", "speaker") + ` AS v
			CROSS JOIN side AS p ON p.article = v.article AND p.speaker = v.speaker`
		w.take(speakers(t))
	}
	for _, v := range t.about {
		conds = append(conds, `p.topic LIKE ? ESCAPE '\'`)
		w.take(containing(v))
	}
	for _, v := range t.positions {
		conds = append(conds, "p.stance = ?")
		w.take(int(stances[v]))
	}
	return "SELECT p.article FROM " + from + " WHERE " + w.within("p.article") + strings.Join(conds, " AND ")
}

// literal takes the meaning from what has one for LIKE.
var literal = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`)

func containing(s string) string { return "%" + literal.Replace(s) + "%" }

// term is the condition of a term that is of the article as a whole.
func (w *wheres) term(x query.Term) string {
	switch x.Field {
	case query.Title:
		w.take("headline : " + phrase(x.Value))
		return "a.number IN (SELECT rowid FROM article_words WHERE " + w.within("rowid") + "article_words MATCH ?)"
	case query.Outlet:
		w.take(containing(x.Value))
		return `a.outlet LIKE ? ESCAPE '\'`
	case query.Feed:
		w.take(containing(x.Value), containing(x.Value), x.Value)
		return "a.number IN (SELECT i.article FROM feed_item AS i JOIN feed AS f ON f.number = i.feed WHERE " +
			w.within("i.article") + `i.article IS NOT NULL AND (f.title LIKE ? ESCAPE '\' OR f.address LIKE ? ESCAPE '\'
			OR f.folder = ? COLLATE NOCASE))`
	case query.Tag:
		w.take(x.Value)
		return "a.number IN (SELECT article FROM tag WHERE " + w.within("article") + "name = ?)"
	case query.Lang:
		w.take(x.Value)
		return "EXISTS (SELECT 1 FROM analysis WHERE article = a.number AND language = ? COLLATE NOCASE)"
	case query.Since:
		return w.day(x.Value, "a.date >= ?")
	case query.Before:
		return w.day(x.Value, "a.date <> '' AND a.date < ?")
	}
	return "false"
}

// day is a condition on the day of an article. Dates are written with the year first, so that they are in order.
func (w *wheres) day(value, cond string) string {
	t, _ := query.Day(value, w.now)
	w.take(t.Format(time.DateOnly))
	return cond
}

func (w *wheres) flagged(f query.Flag) string {
	if f == query.Unread {
		return "NOT EXISTS (SELECT 1 FROM place WHERE article = a.number)"
	}
	return "a.number IN (SELECT article FROM entry WHERE " + w.within("article") + "true)"
}

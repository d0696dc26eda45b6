package finding

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"hearsay/analysis"
	"hearsay/analysis/text"
	"hearsay/articles/library"
	"hearsay/articles/query"
)

// Hit is a place in an article that a query means: a quote of which all is so that it says of quotes, else a sentence
// with the words that it looks for, else the article as a whole, without words.
type Hit struct {
	Row
	// Span is where it stands in the article's text, in bytes, Words are that stretch of the text, and Marks where in the
	// words those stand that are looked for.
	Span  analysis.Span
	Words string
	Marks []analysis.Span
	// Quote is the index of the quote in the article, -1 where the hit is none; Speaker is who says it, empty where nobody
	// knows, and Kind how it stands there.
	Quote   int
	Speaker string
	Kind    analysis.Kind
}

// mostOfArticle is how many hits of one article are given.
const mostOfArticle = 3

// Hits are the places that a query means, so many at most, in the articles of a page.
func (f Finder) Hits(ctx context.Context, e query.Expr, p Page, most int) ([]Hit, error) {
	if p.Most < 0 || p.Most > most {
		p.Most = most
	}
	rows, err := f.Find(ctx, e, p)
	if err != nil {
		return nil, err
	}
	var all []Hit
	asked := asksOf(e)
	for _, r := range rows {
		if len(all) >= most {
			break
		}
		found, err := f.hitsIn(ctx, r, asked)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all[:min(len(all), most)], nil
}

// asks are what a query says of quotes, in each of its parts that "or" joins, and of words.
type asks struct {
	quotes []together
	words  []string
}

func asksOf(e query.Expr) asks {
	a := asks{words: query.Wanted(e)}
	a.gather(e)
	return a
}

func (a *asks) gather(e query.Expr) {
	of := []query.Expr{e}
	switch x := e.(type) {
	case query.Or:
		for _, o := range x.Of {
			a.gather(o)
		}
		return
	case query.And:
		of = x.Of
	}
	var t together
	for _, o := range of {
		switch x := o.(type) {
		case query.Term:
			t.takes(x)
		case query.Is:
			t.unsure = t.unsure || x.Flag == query.Unsure
		case query.Or, query.And:
			a.gather(x)
		}
	}
	if len(t.speakers)+len(t.said)+len(t.kinds) > 0 || t.unsure {
		a.quotes = append(a.quotes, t)
	}
}

// hitsIn are the hits in one article: its quotes, else its sentences, else the article itself.
func (f Finder) hitsIn(ctx context.Context, r Row, a asks) ([]Hit, error) {
	article, err := f.Library.Article(ctx, r.Key)
	if err != nil {
		return nil, err
	}
	for i := range a.quotes {
		found, err := f.quotesIn(ctx, r, article.Text, &a.quotes[i], a.words)
		if err != nil || len(found) > 0 {
			return found, err
		}
	}
	return sentencesIn(r, article.Text, a.words), nil
}

func (f Finder) quotesIn(ctx context.Context, r Row, s string, t *together, words []string) (all []Hit, err error) {
	err = library.Look(f.Library, func(db *sql.DB) error {
		w := &wheres{now: f.Now()}
		err := db.QueryRowContext(ctx, "SELECT number FROM article WHERE key = ?", r.Key).Scan(&w.in.first)
		if errors.Is(err, sql.ErrNoRows) {
			return nil // it was removed meanwhile
		}
		if err != nil {
			return err
		}
		w.in.last = w.in.first
		statement := w.sayings(t, `s.start, s.end, s.quote, s.kind,
			coalesce((SELECT name FROM voice WHERE article = s.article AND speaker = s.speaker), '')`) +
			" ORDER BY s.quote LIMIT ?"
		w.take(mostOfArticle)
		rows, err := db.QueryContext(ctx, statement, w.args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			h := Hit{Row: r}
			if err := rows.Scan(&h.Span.Start, &h.Span.End, &h.Quote, &h.Kind, &h.Speaker); err != nil {
				return err
			}
			if h.Span.Start < 0 || h.Span.End > len(s) || h.Span.Start >= h.Span.End {
				continue // it is damaged: opening the article tells of it
			}
			h.Words = s[h.Span.Start:h.Span.End]
			h.Marks = places(wordsOf(h.Words), words)
			all = append(all, h)
		}
		return rows.Err()
	})
	return all, err
}

// sentencesIn are the first sentences with words that are looked for, else the article as a whole: no words of it.
func sentencesIn(r Row, s string, words []string) (all []Hit) {
	found := places(wordsOf(s), words)
	if len(found) == 0 {
		return []Hit{{Row: r, Quote: -1}}
	}
	t := text.Split(s, nil)
	for _, sentence := range t.Sentences {
		inside := func(p analysis.Span) bool { return p.Start >= sentence.Start && p.End <= sentence.End }
		if !slices.ContainsFunc(found, inside) {
			continue
		}
		h := Hit{Row: r, Quote: -1, Span: analysis.Span(sentence.Span), Words: t.Of(sentence.Span)}
		for _, p := range found {
			if inside(p) {
				h.Marks = append(h.Marks, analysis.Span{Start: p.Start - sentence.Start, End: p.End - sentence.Start})
			}
		}
		if all = append(all, h); len(all) == mostOfArticle {
			break
		}
	}
	return all
}

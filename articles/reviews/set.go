package reviews

import (
	"context"
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
)

// Reviewed is what one reviewer decided about one article.
type Reviewed struct {
	overlay.Case
	Reviewer string
	// ID is the article's own, where it has one.
	ID string
}

// Set is what reviewers decided about articles.
type Set []Reviewed

// Reviewers are those who decided anything, in the order in which they come up.
func (s Set) Reviewers() (who []string) {
	for _, r := range s {
		if !slices.Contains(who, r.Reviewer) {
			who = append(who, r.Reviewer)
		}
	}
	return who
}

// By is what one reviewer decided.
func (s Set) By(name string) Set {
	return slices.DeleteFunc(slices.Clone(s), func(r Reviewed) bool { return r.Reviewer != name })
}

// Cases are the articles, as their reviewer left them.
func (s Set) Cases() []overlay.Case {
	out := make([]overlay.Case, len(s))
	for i, r := range s {
		out[i] = r.Case
	}
	return out
}

// Pairs are the articles on which two reviewers decided, each with what both did. Articles are the same where their
// texts are, whatever their ids: two people's files need not name them alike, and some tools name them not at all.
// Where several have one text the ids tell which is which.
func (s Set) Pairs(a, b string) (out []overlay.Case) {
	others := map[string][]Reviewed{}
	for _, r := range s.By(b) {
		others[r.Text] = append(others[r.Text], r)
	}
	take := func(r Reviewed, same func(Reviewed) bool) bool {
		all := others[r.Text]
		i := slices.IndexFunc(all, same)
		if i < 0 {
			return false
		}
		c := r.Case
		c.Other = all[i].State
		out = append(out, c)
		others[r.Text] = slices.Delete(slices.Clone(all), i, i+1)
		return true
	}
	var left Set
	for _, r := range s.By(a) {
		if !take(r, func(o Reviewed) bool { return o.Article == r.Article }) {
			left = append(left, r)
		}
	}
	for _, r := range left {
		take(r, func(Reviewed) bool { return true })
	}
	return out
}

// Agreements compares every two reviewers, and each with the machine; those who are named first come first.
func (s Set) Agreements(first []string) (out []figures.Agreement) {
	var who []string
	all := s.Reviewers()
	for _, n := range slices.Concat(first, all) {
		if slices.Contains(all, n) && !slices.Contains(who, n) {
			who = append(who, n)
		}
	}
	for i, a := range who {
		for _, b := range who[i+1:] {
			out = append(out, figures.AgreementOf(a, b, s.Pairs(a, b)))
		}
	}
	for _, a := range who {
		out = append(out, figures.AgreementWithMachine(a, s.By(a).Cases()))
	}
	return out
}

// Analyzer finds who said what in an article.
type Analyzer func(context.Context, articles.Article) (*analysis.Document, error)

// Collector gathers what reviewers decided on the articles of a library.
type Collector struct {
	Library *library.Library
	// Analyze is asked about articles that no engine has looked at.
	Analyze Analyzer
	// Damaged is told of what in a log cannot be read; the rest of it counts.
	Damaged func(error)
}

// All is what was decided on the articles with these keys: by everybody, or by the reviewer who is named.
func (c Collector) All(ctx context.Context, keys []string, reviewer string) (Set, error) {
	var out Set
	for _, key := range keys {
		some, err := c.on(ctx, key, reviewer)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// on is what was decided on one article.

func (c Collector) on(ctx context.Context, key, reviewer string) (Set, error) {
	names, err := c.Library.Reviewers(ctx, key)
	if err != nil {
		return nil, err
	}
	a, err := c.Library.Article(ctx, key)
	if err != nil {
		return nil, err
	}
	found, err := c.Library.Analysis(ctx, key)
	if err != nil || found == nil { // what is damaged is found anew
		if found, err = c.Analyze(ctx, a); err != nil {
			return nil, err
		}
	}
	var out Set
	for _, name := range names {
		if reviewer != "" && name != reviewer {
			continue
		}
		state, lost := State(ctx, c.Library, key, name)
		if lost != nil {
			c.Damaged(lost)
		}
		if state != nil {
			out = append(out, Reviewed{overlay.Case{Article: key, Outlet: a.Outlet, Text: a.Text, Machine: found,
				State: state}, name, a.ID})
		}
	}
	return out, nil
}

// DecidedQuotes is on how many quotes of an article of the library a reviewer came to a verdict: of several reviewers,
// the one who did on most. What of a log is damaged, a check of the library tells.
func DecidedQuotes(ctx context.Context, lib *library.Library, key string) (most int, err error) {
	names, err := lib.Reviewers(ctx, key)
	for _, name := range names {
		state, _ := State(ctx, lib, key, name)
		if state == nil {
			continue
		}
		n := 0
		for _, d := range state.Decisions() {
			if d.Of.Quote != nil && d.Decided() {
				n++
			}
		}
		most = max(most, n)
	}
	return most, err
}

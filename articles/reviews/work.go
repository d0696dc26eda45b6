package reviews

import (
	"context"
	"fmt"
	"slices"

	"hearsay/analysis"
	"hearsay/analysis/score"
	"hearsay/articles"
	"hearsay/articles/review"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/overlay"
	"hearsay/articles/review/queue"
)

// Matters are the quotes and the positions of an article, each as its two reviewers have it.
func Matters(c *overlay.Case) []adjudication.Matter {
	return slices.Concat(adjudication.Of(c.Text, c.Machine, c.State, c.Other),
		adjudication.OfPositions(c.Text, c.Machine, c.State, c.Other))
}

// TakeAgreed decides for the desk's reviewer what the two of each case decided alike and they have not decided on yet,
// and gives how many decisions that made in how many articles.
func (d Desk) TakeAgreed(ctx context.Context, cases []overlay.Case) (taken, in int, err error) {
	lib, err := d.Library(ctx, false)
	if err != nil {
		return 0, 0, err
	}
	for i := range cases {
		c := &cases[i]
		l, err := OpenLog(ctx, lib, c.Article, c.Text, d.Reviewer, d.Now)
		if l == nil {
			return taken, in, err
		}
		before := verdicts(l.state)
		if err := l.KeepAll(adjudication.TakeJoined(l.writer, c.Machine.Engine, c.State, c.Other, l.state)); err != nil {
			return taken, in, err
		}
		if err := l.KeepAll(adjudication.TakeAgreed(l.writer, Matters(c), l.state)); err != nil {
			return taken, in, err
		}
		if n := verdicts(l.state) - before; n > 0 {
			taken, in = taken+n, in+1
		}
	}
	return taken, in, nil
}

// verdicts is how many decisions of a state have a verdict.
func verdicts(s *review.State) (n int) {
	for _, d := range s.Decisions() {
		if d.Decided() {
			n++
		}
	}
	return n
}

// Sample draws quotes of the articles with these keys, notes in the reviewer's log of each article that has a part of
// the sample that this is what is reviewed there, and gives the keys of those. Find tells what is found in an article;
// step is called after each.
func (d Desk) Sample(ctx context.Context, draw review.Sitting, keys []string, find Analyzer, step func()) ([]string,
	error) {
	cases, logs, err := d.cases(ctx, keys, find, step)
	if err != nil {
		return nil, err
	}
	draw = queue.Draw(draw, cases)
	has := make([]bool, len(cases))
	for _, r := range queue.Of(draw, cases) {
		has[r.Case] = true
	}
	var out []string
	for i, l := range logs {
		if !has[i] {
			continue
		}
		if now, _ := l.state.Sitting(); now != draw {
			if err := l.Keep(l.writer.Sit(draw)); err != nil {
				return nil, err
			}
		}
		out = append(out, l.key)
	}
	return out, nil
}

// cases are articles as this engine reads them and the reviewer left them.
func (d Desk) cases(ctx context.Context, keys []string, find Analyzer, step func()) (cases []overlay.Case,
	logs []*Log, err error) {
	lib, err := d.Library(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	for _, key := range keys {
		a, err := lib.Article(ctx, key)
		if err != nil {
			return nil, nil, err
		}
		found, err := find(ctx, a)
		if err != nil {
			return nil, nil, err
		}
		l, err := OpenLog(ctx, lib, key, a.Text, d.Reviewer, d.Now)
		if l == nil {
			return nil, nil, err
		}
		cases = append(cases, overlay.Case{Article: key, Outlet: a.Outlet, Text: a.Text, Machine: found, State: l.state})
		logs = append(logs, l)
		step()
	}
	return cases, logs, nil
}

// Import takes what somebody marked in an article into the library, as decisions of the desk's reviewer on what was
// found, and gives the article's key and how many decisions that made. It refuses an article on which the reviewer has
// decided.
func (d Desk) Import(ctx context.Context, a articles.Article, found *analysis.Document,
	marks []score.Attribution) (key string, made int, err error) {
	l, err := d.Open(ctx, a, found)
	if l == nil {
		return "", 0, err
	}
	if l.state.Len() > 0 {
		return "", 0, fmt.Errorf("%s: %s has decided on it already: take another name", l.key, d.Reviewer)
	}
	entries := annotation.Entries(l.writer, found, marks)
	if err := l.KeepAll(entries); err != nil {
		return "", 0, err
	}
	return l.key, len(entries) - 1, nil // the last one says that the article is complete
}

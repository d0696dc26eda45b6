package reader

import (
	"context"
	"errors"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/review"
)

// shelfDesk keeps decisions in memory, a log for each reviewer.
type shelfDesk struct {
	reviewer string
	logs     map[string][]review.Entry
	full     bool
	lost     error // why nothing can be kept
	asked    int   // how often the others were looked up
	place    int
}

func (d *shelfDesk) Look(ctx context.Context, a articles.Article) (Log, error) {
	if len(d.logs[d.reviewer]) == 0 {
		return nil, nil
	}
	return d.Open(ctx, a, nil)
}

func (d *shelfDesk) Open(_ context.Context, a articles.Article, _ *analysis.Document) (Log, error) {
	now := time.Unix(1e9, 0)
	return &shelfLog{desk: d, writer: &review.Writer{Reviewer: d.reviewer, Article: a.ID, Text: a.Text,
		Now: func() time.Time { now = now.Add(time.Second); return now }},
		state: review.Fold(d.logs[d.reviewer])}, nil
}

func (d *shelfDesk) Place(context.Context, articles.Article) (int, error) { return d.place, nil }
func (d *shelfDesk) Leave(_ articles.Article, at int) error               { d.place = at; return nil }

type shelfLog struct {
	desk   *shelfDesk
	writer *review.Writer
	state  *review.State
}

func (l *shelfLog) Writer() *review.Writer { return l.writer }
func (l *shelfLog) State() *review.State   { return l.state }

func (l *shelfLog) Keep(e review.Entry) error {
	if l.desk.full {
		return errors.New("the disk is full: the decision is not kept")
	}
	l.desk.logs[l.desk.reviewer] = append(l.desk.logs[l.desk.reviewer], e)
	l.state.Add(e)
	return nil
}

func (l *shelfLog) Ready() error { return l.desk.lost }

func (l *shelfLog) Others() (out []review.Colleague, err error) {
	l.desk.asked++
	for name, log := range l.desk.logs {
		if name != l.desk.reviewer {
			out = append(out, review.Colleague{Name: name, State: review.Fold(log)})
		}
	}
	return out, nil
}

// Package reviews joins the library and the review: what reviewers decided on the articles that are kept, or marked in
// files. It promises that a decision is on disk before it counts, that a log of which a line is damaged gives the rest
// of what was decided and an error for the line, that what was decided in a library that is then lost can be saved, and
// that two people's decisions meet wherever they are on the same text. It knows no flags and no screen.
package reviews

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"hearsay/articles/library"
	"hearsay/articles/review"
)

// State is what a reviewer decided on an article of the library. With an error it is what could be read, nil where
// nothing could.
func State(ctx context.Context, lib *library.Library, key, reviewer string) (*review.State, error) {
	_, state, err := readLog(ctx, lib, key, reviewer)
	return state, err
}

// readLog is a reviewer's log of an article, and the state that it comes to.
func readLog(ctx context.Context, lib *library.Library, key, reviewer string) ([]library.Entry, *review.State, error) {
	entries, lost := lib.Log(ctx, key, reviewer)
	if lost != nil && entries == nil {
		return nil, nil, lost
	}
	lines := make([][]byte, len(entries))
	for i, stored := range entries {
		lines[i] = stored.Body
	}
	state, err := review.Read(lines)
	return entries, state, errors.Join(lost, err)
}

// Log is one reviewer's on one article of the library.
type Log struct {
	lib    *library.Library
	key    string
	writer *review.Writer
	state  *review.State
	// entries are the log as the library has it, and rescue saves them where the library is lost; it may be nil.
	entries []library.Entry
	rescue  *Rescue
}

// OpenLog reads what a reviewer decided on an article with this text. With an error the log holds what could be read,
// and is nil where nothing could.
func OpenLog(ctx context.Context, lib *library.Library, key, text, reviewer string, now func() time.Time) (*Log,
	error) {
	entries, state, err := readLog(ctx, lib, key, reviewer)
	if state == nil {
		return nil, err
	}
	return &Log{lib: lib, key: key, state: state, entries: entries,
		writer: &review.Writer{Reviewer: reviewer, Article: key, Text: text, Now: now}}, err
}

// Writer writes the reviewer's entries.
func (l *Log) Writer() *review.Writer { return l.writer }

// State is what the reviewer decided so far.
func (l *Log) State() *review.State { return l.state }

// Keep has the library put an entry on disk, and then adds it to what was decided.
func (l *Log) Keep(e review.Entry) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if l.rescue != nil { // it is open for long, and others may be at the library
		if err := l.Ready(); err != nil {
			return err
		}
	}
	stored, err := l.lib.Append(context.Background(), l.key, l.writer.Reviewer, body)
	if err != nil {
		return l.rescue.lost(l.lib, err)
	}
	l.rescue.kept(l, stored)
	l.state.Add(e)
	return nil
}

// Ready reports whether decisions can be kept now. Where the library is lost, all that was decided is saved before, and
// the error tells where.
func (l *Log) Ready() error { return l.rescue.lost(l.lib, l.kept()) }

// kept reports whether the library has all that it was ever given of the log.
func (l *Log) kept() error {
	return l.lib.Keeps(context.Background(), l.key, l.writer.Reviewer, l.entries)
}

// KeepAll keeps one entry after the other, up to the first that cannot be kept.
func (l *Log) KeepAll(entries []review.Entry) error {
	for _, e := range entries {
		if err := l.Keep(e); err != nil {
			return err
		}
	}
	return nil
}

// Others are the other reviewers of the article, and what they decided.
func (l *Log) Others() ([]review.Colleague, error) {
	ctx := context.Background()
	if err := l.Ready(); err != nil {
		return nil, err
	}
	names, err := l.lib.Reviewers(ctx, l.key)
	if err != nil {
		return nil, err
	}
	var out []review.Colleague
	for _, name := range names {
		if name == l.writer.Reviewer {
			continue
		}
		state, err := State(ctx, l.lib, l.key, name)
		if state == nil {
			return nil, err
		}
		out = append(out, review.Colleague{Name: name, State: state})
	}
	return out, nil
}

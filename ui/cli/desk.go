package cli

import (
	"context"
	"encoding/json"
	"errors"
	"os/user"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/ui/reader"
)

// desk keeps in the library what a reviewer decides in the reader.
type desk struct {
	*program
	reviewer string
}

// Look gives the review of an article of the library, nil for any other. It begins no library.
func (d desk) Look(ctx context.Context, a articles.Article) (reader.Log, error) {
	lib, key, err := d.holds(ctx, a)
	if key == "" {
		return nil, err
	}
	l, err := d.log(ctx, lib, key, a)
	if l == nil || l.state.Len() == 0 {
		return nil, err
	}
	return l, err
}

// Open puts the article and what was found in it into the library, and goes on with its review.
func (d desk) Open(ctx context.Context, a articles.Article, found *analysis.Document) (reader.Log, error) {
	lib, err := d.openLibrary(ctx, true)
	if err != nil {
		return nil, err
	}
	key, _, err := lib.Add(ctx, a, found)
	if err != nil {
		return nil, err
	}
	l, err := d.log(ctx, lib, key, a)
	if l == nil {
		return nil, err
	}
	return l, err
}

// log reads what the reviewer decided on an article. What of it cannot be read is told of; the rest is there.
func (d desk) log(ctx context.Context, lib *library.Library, key string, a articles.Article) (*log, error) {
	state, err := stateIn(ctx, lib, key, d.reviewer)
	if state == nil {
		return nil, err
	}
	return &log{lib: lib, key: key, state: state, writer: &review.Writer{Reviewer: d.reviewer, Article: key, Text: a.Text, Now: d.now}}, err
}

// stateIn is what a reviewer decided on an article of the library.
func stateIn(ctx context.Context, lib *library.Library, key, reviewer string) (*review.State, error) {
	entries, lost := lib.Log(ctx, key, reviewer)
	if lost != nil && entries == nil {
		return nil, lost
	}
	lines := make([][]byte, len(entries))
	for i, stored := range entries {
		lines[i] = stored.Body
	}
	state, err := review.Read(lines)
	return state, errors.Join(lost, err)
}

// log is a reviewer's on one article, in the library.
type log struct {
	lib    *library.Library
	key    string
	writer *review.Writer
	state  *review.State
}

func (l *log) Writer() *review.Writer { return l.writer }
func (l *log) State() *review.State   { return l.state }

// Keep has the library put an entry on disk, and then adds it to what was decided.
func (l *log) Keep(e review.Entry) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := l.lib.Append(context.Background(), l.key, l.writer.Reviewer, body); err != nil {
		return err
	}
	l.state.Add(e)
	return nil
}

// keepAll keeps one entry after the other.
func keepAll(l reader.Log, entries []review.Entry) error {
	for _, e := range entries {
		if err := l.Keep(e); err != nil {
			return err
		}
	}
	return nil
}

// Others are the other reviewers of the article.
func (l *log) Others() ([]reader.Colleague, error) {
	ctx := context.Background()
	names, err := l.lib.Reviewers(ctx, l.key)
	if err != nil {
		return nil, err
	}
	var out []reader.Colleague
	for _, name := range names {
		if name == l.writer.Reviewer {
			continue
		}
		state, err := stateIn(ctx, l.lib, l.key, name)
		if state == nil {
			return nil, err
		}
		out = append(out, reader.Colleague{Name: name, State: state})
	}
	return out, nil
}

// reviewerName is who decides: the one that was named, or the one who is logged in.
func (p *program) reviewerName(named string) string {
	if named != "" {
		return named
	}
	for _, v := range []string{"USER", "LOGNAME", "USERNAME"} {
		if name := p.getenv(v); name != "" {
			return name
		}
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "reviewer"
}

// Place is where the reading of an article of the library stopped.
func (d desk) Place(ctx context.Context, a articles.Article) (int, error) {
	lib, key, err := d.holds(ctx, a)
	if key == "" {
		return 0, err
	}
	return lib.Place(ctx, key)
}

// Leave keeps where the reading of an article of the library stops.
func (d desk) Leave(a articles.Article, at int) error {
	ctx := context.Background()
	lib, key, err := d.holds(ctx, a)
	if key == "" {
		return err
	}
	return lib.SetPlace(ctx, key, at)
}

// holds is the article's key in the library, empty where it is not kept. It begins no library.
func (d desk) holds(ctx context.Context, a articles.Article) (*library.Library, string, error) {
	lib, err := d.openLibrary(ctx, false)
	if errors.Is(err, library.ErrMissing) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", err
	}
	key, err := lib.Holds(ctx, a.Text)
	return lib, key, err
}

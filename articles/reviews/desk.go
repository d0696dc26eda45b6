package reviews

import (
	"context"
	"errors"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
)

// Desk is where a reviewer works on articles: it finds their review in the library, and begins it there.
type Desk struct {
	// Library opens the library; where it is not wanted that one is begun, ErrMissing says that there is none.
	Library  func(ctx context.Context, begin bool) (*library.Library, error)
	Reviewer string
	Now      func() time.Time
	// Rescue saves what was decided here where the library is lost; nil where whoever works here does so.
	Rescue *Rescue
}

// Look gives the review of an article of the library, nil for any other and where nothing is decided. It begins no
// library.
func (d Desk) Look(ctx context.Context, a articles.Article) (*Log, error) {
	lib, key, err := d.Holds(ctx, a)
	if key == "" {
		return nil, err
	}
	l, err := OpenLog(ctx, lib, key, a.Text, d.Reviewer, d.Now)
	if l == nil || l.state.Len() == 0 {
		return nil, err
	}
	d.Rescue.hold(l, library.Held{Article: a})
	return l, err
}

// Open puts the article and what was found in it into the library, and goes on with its review.
func (d Desk) Open(ctx context.Context, a articles.Article, found *analysis.Document) (*Log, error) {
	lib, err := d.Library(ctx, true)
	if err != nil {
		return nil, d.Rescue.busy(err)
	}
	key, _, err := lib.Add(ctx, a, found)
	if err != nil {
		return nil, d.Rescue.lost(lib, err)
	}
	l, err := OpenLog(ctx, lib, key, a.Text, d.Reviewer, d.Now)
	if l != nil {
		d.Rescue.hold(l, library.Held{Article: a, Found: found})
	}
	return l, err
}

// Place is the byte at which the reading of an article of the library stopped, 0 for any other.
func (d Desk) Place(ctx context.Context, a articles.Article) (int, error) {
	lib, key, err := d.Holds(ctx, a)
	if key == "" {
		return 0, err
	}
	return lib.Place(ctx, key)
}

// Leave keeps the byte at which the reading of an article of the library stops.
func (d Desk) Leave(a articles.Article, at int) error {
	ctx := context.Background()
	lib, key, err := d.Holds(ctx, a)
	if key == "" {
		return err
	}
	return lib.SetPlace(ctx, key, at)
}

// Holds is the article's key in the library, empty where it is not kept. It begins no library.
func (d Desk) Holds(ctx context.Context, a articles.Article) (*library.Library, string, error) {
	lib, err := d.Library(ctx, false)
	if errors.Is(err, library.ErrMissing) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", err
	}
	key, err := lib.Holds(ctx, a.Text)
	return lib, key, err
}

package reviews

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"hearsay/articles/library"
)

// Rescue holds what a reviewer decided while the reader is open, and saves it where the library is lost under it:
// replaced, moved, deleted or spoilt by somebody else. The zero value is ready to use, and nil saves nothing.
type Rescue struct {
	// Folders are where it is saved if it cannot be beside the library.
	Folders []string

	mu   sync.Mutex
	held []*holding
	// lib is the library in which something was decided last; nil before.
	lib *library.Library
	// saved is the file in which all that was decided is saved; empty where it is not.
	saved string
}

// holding is a log with its article.
type holding struct {
	log  *Log
	held library.Held
}

// hold takes note of a log that was opened, with its article and what was found in it.
func (r *Rescue) hold(l *Log, h library.Held) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	l.rescue = r
	r.held = append(r.held, &holding{l, h})
}

// kept takes note of an entry that the library has kept.
func (r *Rescue) kept(l *Log, e library.Entry) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	l.entries = append(l.entries, e)
	r.lib, r.saved = l.lib, ""
}

// lost makes of an error that the library is lost, or no longer has the article under review, one that tells where all
// that was decided is, once it is saved there. All other errors are busy's. The file's name and the command stand
// first, as the end of a line that is too long for the screen is cut; End tells of the whole path.
func (r *Rescue) lost(lib *library.Library, err error) error {
	if r == nil || !errors.Is(err, library.ErrLost) && !errors.Is(err, library.ErrNoArticle) {
		return r.busy(err)
	}
	if own := new(library.Error); errors.As(err, &own) {
		err = own.Err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.all()
	if len(all) == 0 {
		return fmt.Errorf("nothing can be decided now: %w; quit and start again", err)
	}
	if r.saved == "" {
		file, fault := lib.Rescue(context.Background(), all, r.Folders...)
		if fault != nil {
			return fmt.Errorf("nothing can be decided now: %w; "+
				"what was decided cannot be saved either, and is lost if you quit: %w", err, fault)
		}
		r.saved = file
	}
	return fmt.Errorf("quit, and hearsay library merge %s takes in what was decided; nothing can be decided now: %w",
		filepath.Base(r.saved), err)
}

// busy makes of an error that another program writes to the library one that tells what to do at the keys. All other
// errors it leaves as they are, and all where nobody is at any.
func (r *Rescue) busy(err error) error {
	if r == nil || !errors.Is(err, library.ErrLocked) {
		return err
	}
	return fmt.Errorf("%w: nothing was decided; press the key again", library.ErrLocked)
}

// all is what is held of articles on which anything was decided.
func (r *Rescue) all() (out []library.Held) {
	for _, h := range r.held {
		if h.held.Entries = h.log.entries; len(h.held.Entries) > 0 {
			out = append(out, h.held)
		}
	}
	return out
}

// End makes sure, before the library is closed, that all that was decided is in it; the error tells where else it is.
func (r *Rescue) End() error {
	var err error
	if lib, _ := r.state(); lib != nil {
		if err = r.whole(); !errors.Is(err, library.ErrLocked) {
			err = r.lost(lib, err)
		}
	}
	if _, saved := r.state(); saved != "" {
		return fmt.Errorf("the library was lost while it was open; "+
			"what was decided is safe in %s: hearsay library merge FILE takes it in", saved)
	}
	return err
}

// whole reports whether the library has all that was decided in it.
func (r *Rescue) whole() error {
	r.mu.Lock()
	all := slices.Clone(r.held)
	r.mu.Unlock()
	for _, h := range all {
		if err := h.log.kept(); err != nil && len(h.log.entries) > 0 {
			return err
		}
	}
	return nil
}

// state is the library in which something was decided, nil for none, and the file in which it is saved, if it is.
func (r *Rescue) state() (*library.Library, string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lib, r.saved
}

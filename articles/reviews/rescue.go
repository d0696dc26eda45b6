package reviews

import (
	"context"
	"errors"
	"fmt"
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

// lost makes of an error that the library is lost one that tells where all that was decided is, once it is saved there.
// All other errors it leaves as they are.
func (r *Rescue) lost(lib *library.Library, err error) error {
	if r == nil || !errors.Is(err, library.ErrLost) {
		return err
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
	return fmt.Errorf("nothing can be decided now: %w; "+
		"what was decided is safe in %s: quit, and hearsay library merge takes it in", err, r.saved)
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
		err = r.lost(lib, lib.Intact(context.Background()))
	}
	if _, saved := r.state(); saved != "" {
		return fmt.Errorf("the library was lost while it was open; "+
			"what was decided is safe in %s: hearsay library merge FILE takes it in", saved)
	}
	return err
}

// state is the library in which something was decided, nil for none, and the file in which it is saved, if it is.
func (r *Rescue) state() (*library.Library, string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lib, r.saved
}

package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// begin looks whether there is a library and, where there is none and one is wanted, makes it. A file without anything
// in it was a library once, as far as anybody knows: it is not taken for the place of a new one.
func (l *Library) begin(ctx context.Context, steps []string) error {
	info, err := os.Stat(l.path)
	switch {
	case err == nil && info.IsDir():
		return &Error{Name: l.path, Err: ErrForeign, Hint: "it is a folder; name a file in it"}
	case err == nil && info.Size() == 0:
		return l.emptied("its file is empty, 0 bytes")
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fault(l.path, err)
	case !l.settled():
		return l.emptied("its file is gone, and only what was written last is there, in the one with -wal at the end")
	case !l.options.Make:
		return &Error{Name: l.path, Err: ErrMissing, Hint: "hearsay add FILE begins one"}
	}
	path := behindLinks(l.path)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fault(l.path, err)
	}
	if err := build(ctx, path, l.options, steps, nil); !errors.Is(err, ErrExists) {
		return err
	}
	return nil // another program was faster
}

// emptied is about a library of which nothing is left.
func (l *Library) emptied(how string) error {
	return &Error{Name: l.path, Err: fmt.Errorf("%w: %s", ErrDamaged, how),
		Hint: "hearsay library restore FILE goes back to a backup"}
}

// build makes a library of its own and fills it, and gives it its name when it is whole and on the disk. A file that
// has that name already stays; that is ErrExists. Nobody else may read it.
func build(ctx context.Context, path string, o Options, steps []string, fill func(*Library) error) error {
	return drafted(path, func(draft string) error {
		l, err := unopened(draft, o)
		if err != nil {
			return err
		}
		l.draft = true
		if err := l.start(ctx, steps); err != nil {
			return err
		}
		if fill != nil {
			err = fill(l)
		}
		if err = errors.Join(err, l.Close()); err != nil {
			return err
		}
		return place(draft, path)
	})
}

// drafted has a file filled that stands beside another and of which nobody knows, and removes it at the end with all
// that SQLite kept beside it. It is empty at first.
func drafted(path string, do func(draft string) error) error {
	folder, name := filepath.Split(path)
	for range mostTries {
		draft := filepath.Join(folder, fmt.Sprintf(".%.40s.%08x", name, rand.Uint32()))
		f, err := os.OpenFile(draft, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return fault(path, err)
		}
		f.Close()
		defer removeAll(draft)
		return do(draft)
	}
	return &Error{Name: path, Err: ErrExists, Hint: whatToDo[ErrExists]}
}

// place gives a file that is whole its name, if no other has it.
func place(draft, path string) error {
	if err := syncFile(draft); err != nil {
		return fault(path, err)
	}
	err := os.Link(draft, path)
	if _, taken := os.Lstat(path); err != nil && errors.Is(taken, fs.ErrNotExist) {
		err = os.Rename(draft, path) // of file systems without links
	}
	if err != nil {
		return fault(path, linkFault(path, err))
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// linkFault is what is wrong with a link, told of its new name.
func linkFault(path string, err error) error {
	if link := new(os.LinkError); errors.As(err, &link) {
		return &fs.PathError{Op: link.Op, Path: path, Err: link.Err}
	}
	return err
}

// removeAll removes a file and those that SQLite keeps beside it.
func removeAll(path string) {
	os.Remove(path)
	for _, ending := range besideEndings {
		os.Remove(path + ending)
	}
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder has the disk keep the names in a folder. Not every system can do so.
func syncFolder(path string) {
	if f, err := os.Open(path); err == nil {
		_ = f.Sync()
		f.Close()
	}
}

// behindLinks is the name behind symbolic links, also where there is no file of that name yet.
func behindLinks(path string) string {
	for range 10 {
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

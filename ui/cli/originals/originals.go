// Package originals keeps what articles are read from as they are added to the library, and holds the commands that
// write it back and tell of the versions of a page. It promises that what is written back is, byte for byte, what came.
package originals

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hearsay/articles"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/source"
	"hearsay/articles/source/fetch"
	"hearsay/ui/cli/files"
	"hearsay/ui/cli/oneline"
)

// most is how many bytes an original may have to be kept. Larger ones are files of very many articles, which would be
// held in memory as a whole.
const most = 32 << 20

// Keeping has what an input is read from kept. It is for one input, and for one goroutine at a time.
type Keeping struct {
	// Now is the clock.
	Now func() time.Time

	name string // what the reader calls the input
	kept *library.Original
}

// Open reads the articles of a file or a page of the web as the reader does.
func (k *Keeping) Open(r *source.Reader, name string) iter.Seq2[articles.Article, error] {
	info, err := os.Stat(name)
	switch {
	case err != nil && r.Fetch != nil && source.IsAddress(name):
		return k.fetched(r, name)
	case err != nil || !info.Mode().IsRegular() || info.Size() > most:
		return r.Open(name)
	}
	data, err := os.ReadFile(name)
	if err != nil || len(data) > most {
		return r.Open(name)
	}
	k.keep(name, filepath.Base(name), data)
	return r.Read(name, bytes.NewReader(data))
}

// Read reads the articles of a stream as the reader does, once all of it has come, or more than is kept.
func (k *Keeping) Read(r *source.Reader, name string, in io.Reader) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		head, err := io.ReadAll(io.LimitReader(in, most+1))
		if err == nil && len(head) <= most {
			k.keep(name, "", head)
			in = bytes.NewReader(nil)
		}
		r.Read(name, io.MultiReader(bytes.NewReader(head), &failing{in, err}))(yield)
	}
}

// failing is a stream of which it is known that it cannot be read.
type failing struct {
	io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Reader.Read(p)
}

func (k *Keeping) fetched(r *source.Reader, address string) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		fetched := r.Fetch
		defer func() { r.Fetch = fetched }()
		r.Fetch = func(asked string) (*fetch.Page, error) {
			page, err := fetched(asked)
			if err == nil && asked == address {
				k.keep(address, page.Address, page.Raw)
			}
			return page, err
		}
		r.Open(address)(yield)
	}
}

func (k *Keeping) keep(name, called string, data []byte) {
	k.name, k.kept = name, library.NewOriginal(called, data, k.Now())
}

// Of is what the article at a position of the reader was read from; nil where that is not to be kept. Keeping may be
// nil.
func (k *Keeping) Of(position string) *library.Original {
	if k == nil || k.kept == nil {
		return nil
	}
	o := *k.kept
	o.Place, _ = strings.CutPrefix(strings.TrimPrefix(position, k.name), "#")
	return &o
}

// Note tells of an article that was just added whether it is a version of one that was there; empty where it is none.
// Whether to look is for the caller to say.
func Note(ctx context.Context, lib *library.Library, key string, look bool) string {
	if !look {
		return ""
	}
	all, err := library.Versions(ctx, lib, key)
	if err != nil || len(all) < 2 {
		return "" // that it was added stands; what is wrong is told by whoever looks for versions
	}
	before, now := all[len(all)-2], all[len(all)-1]
	for _, v := range all {
		if v.Current && v.Key != now.Key {
			return fmt.Sprintf("shorter than %s of the same address; it is kept beside it", v.Key)
		}
	}
	return fmt.Sprintf("a new version of %s, which is kept", before.Key)
}

// Desk is what the command line gives its commands.
type Desk struct {
	// With opens the library, and tells what is wrong with it.
	With func(do func(context.Context, *library.Library) error) error
	// Write writes the whole output.
	Write func(func(io.Writer) error) error
	// Fault tells what keeps an output of a name from being written, and is the error of a command that has failed.
	Fault func(name string, err error) error
}

// oneKey asks for the key of one article.
func oneKey(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return errors.New("name the KEY of an article (hearsay list shows them)")
	case len(args) > 1:
		return fmt.Errorf("name one KEY, not %d", len(args))
	}
	return nil
}

// OriginalCommand is "hearsay library original".
func OriginalCommand(d Desk) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:                   "original [FLAG...] KEY",
		DisableFlagsInUseLine: true,
		Short:                 "Write back what an article was read from",
		Long: `Tell what an article of the library was read from: the file or the page, when it came, its size, and the
SHA-256 of its bytes. With -o it is written back, byte for byte as it came.`,
		Example: `  hearsay library original 3f9a2c1
  hearsay library original -o page.html 3f9a2c1`,
		Args:              oneKey,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			return d.With(func(ctx context.Context, lib *library.Library) error { return d.original(ctx, lib, args[0], out) })
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", "write it to this `FILE`; - is standard output")
	return c
}

func (d Desk) original(ctx context.Context, lib *library.Library, name, out string) error {
	key, err := lib.Find(ctx, name)
	if err != nil {
		return err
	}
	o, err := library.OriginalOf(ctx, lib, key)
	if err != nil {
		return err
	}
	data, err := o.Bytes()
	switch {
	case err != nil:
		return err
	case out == "":
		return d.Write(func(w io.Writer) error { return tellOf(w, o) })
	case out == "-":
		return d.Write(func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}
	if err := files.Write(out, data); err != nil {
		return d.Fault(out, err)
	}
	return nil
}

func tellOf(w io.Writer, o *library.Original) error {
	from := o.Name
	if from == "" {
		from = "standard input"
	}
	if o.Place != "" {
		from += "#" + o.Place
	}
	_, err := fmt.Fprintf(w, "%s\n%s, read %s\nSHA-256 %x\n", oneline.Clean(from), told.Count(int(o.Size), "byte"),
		o.Came.Local().Format("2006-01-02 15:04"), o.Sum)
	return err
}

// VersionsCommand is "hearsay library versions".
func VersionsCommand(d Desk) *cobra.Command {
	return &cobra.Command{
		Use:                   "versions [FLAG...] KEY",
		DisableFlagsInUseLine: true,
		Short:                 "List what came of the same address as an article",
		Long: `List the versions of a page: the articles that came of the same address as this one, the first first, each
with its key, when it was added, the length of its text in bytes, its entries of reviews, and its title.
A * marks the one that stands for all: the longest, and of several the last, for a page that comes back
shorter, or behind a wall, takes no other's place. Reviews stay with the text they were made on.`,
		Example:           `  hearsay library versions 3f9a2c1`,
		Args:              oneKey,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			return d.With(func(ctx context.Context, lib *library.Library) error { return d.versions(ctx, lib, args[0]) })
		},
	}
}

func (d Desk) versions(ctx context.Context, lib *library.Library, name string) error {
	key, err := lib.Find(ctx, name)
	if err != nil {
		return err
	}
	all, err := library.Versions(ctx, lib, key)
	if err != nil {
		return err
	}
	return d.Write(func(w io.Writer) error {
		for _, v := range all {
			mark := " "
			if v.Current {
				mark = "*"
			}
			if _, err := fmt.Fprintf(w, "%s %s  %s  %8d  %4d  %s\n", mark, v.Key, v.Added.Local().Format("2006-01-02 15:04"),
				v.Length, v.Entries, oneline.Clean(oneline.Shorten(v.Headline, oneline.LongestName))); err != nil {
				return err
			}
		}
		return nil
	})
}

package cli

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles/library"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/originals"
	"hearsay/ui/cli/pipeline"
)

func addCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:                   "add [FLAG...] [FILE...]",
		DisableFlagsInUseLine: true,
		Short:                 "Keep articles in the library",
		Long: `Keep articles in the library, with what is found in them, and write a line for each: its key and its
title. The key then stands for the article wherever a FILE may be named. The same text is kept only once,
whatever file it comes from. What it was read from is kept with it, up to 32 MB: "hearsay library
original" writes it back. A page that has changed becomes a version beside the one that is there.

FILE is what analyze reads; - or no FILE is standard input. What cannot be read is told in a line on
standard error, the rest is still done, and the exit code is 1.`,
		Example: `  hearsay add call.txt saved/*.html
  hearsay list
  hearsay 3f9a2c1                open the article with this key`,
		RunE: func(_ *cobra.Command, files []string) error {
			inputs, err := p.inputs(nil, files)
			if err != nil {
				return err
			}
			if len(inputs) == 0 {
				return usage("no article: name a FILE, or pipe one to standard input")
			}
			return p.libraryFault(p.withLibrary(true, func(lib *library.Library) error { return p.addAll(lib, inputs) }))
		},
	}
	p.libraryFlag(c)
	p.readingFlags(c)
	return c
}

// adding is one run of add.
type adding struct {
	*program
	lib           *library.Library
	progress      *progress
	added, before int // articles that are new, and that were there before
	failed        int
}

// found is an article with what was found in it, nil where that is known already.
type found struct {
	reading
	doc *analysis.Document
}

// addAll adds the articles of all inputs, in their order. What cannot be read is told in a line and the rest is still
// done; what is wrong with the library itself ends it.
func (p *program) addAll(lib *library.Library, inputs []input) error {
	ctx, stop := p.interrupts()
	defer stop()
	for i := range inputs {
		inputs[i].keeps = &originals.Keeping{Now: p.now}
	}
	b := &adding{program: p, lib: lib, progress: newProgress(p, false)}
	err := pipeline.InOrder(ctx, p.readAll(inputs), b.work, func(f found) error { return b.deliver(ctx, f) })
	b.progress.clear()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return err
	}
	if b.before > 0 {
		tell(p.err, fmt.Sprintf("%d added; of %d the text was there before", b.added, b.before))
	}
	if b.failed > 0 {
		return failure(exitFailed)
	}
	return nil
}

// work analyses an article, unless that was done before.
func (b *adding) work(ctx context.Context, r reading) found {
	out := found{reading: r}
	if out.err != nil {
		return out
	}
	key, err := b.lib.Holds(ctx, r.article.Text)
	if err == nil && key != "" && b.found(ctx, key) != nil {
		return out
	}
	if out.doc, err = b.analyze(ctx, r.article, nil); err != nil {
		out.err = fmt.Errorf("%s: %w", r.from, err)
	}
	return out
}

// deliver keeps an article and writes its key, at once, so that what is written is kept whatever happens next.
func (b *adding) deliver(ctx context.Context, f found) error {
	tellNotes(b.program, b.progress, f.told)
	if f.err != nil {
		b.failed++
		b.progress.clear()
		tell(b.err, f.err.Error())
		return nil
	}
	key, isNew, err := keepFound(ctx, b.lib, &f)
	if err != nil {
		return err
	}
	if isNew {
		b.added++
	} else {
		b.before++
	}
	if _, err := fmt.Fprintf(b.out, "%s  %s\n", key,
		oneline.Clean(oneline.Shorten(f.article.Headline(), oneline.LongestName))); err != nil {
		return b.writeFault(err)
	}
	notes := []string{damageNote(&f.article), originals.Note(ctx, b.lib, key, isNew && f.article.Address != "")}
	if f.doc != nil {
		notes = append(notes, languageNote(f.doc))
	}
	for _, note := range notes {
		if note != "" {
			b.progress.clear()
			tell(b.err, f.from+": "+note)
		}
	}
	b.progress.step()
	return nil
}

// keepFound keeps an article with what was found in it, and what it was read from.
func keepFound(ctx context.Context, lib *library.Library, f *found) (key string, isNew bool, err error) {
	return library.AddWith(ctx, lib, f.article, f.doc, func(tx *sql.Tx, article int64) error {
		if f.original == nil {
			return nil
		}
		return library.KeepOriginal(ctx, tx, article, f.original)
	})
}

// withLibrary opens the library for a command that is about it. What is wrong in the configuration is told first: it
// may be the library's place.
func (p *program) withLibrary(begin bool, do func(*library.Library) error) error {
	_, faults := p.libraryPath()
	for _, f := range faults {
		tell(p.err, f)
	}
	lib, err := p.openLibrary(context.Background(), begin)
	if err != nil {
		return err
	}
	return do(lib)
}

// libraryFault tells what is wrong with the library and makes an exit code of it; all other errors it leaves as they
// are.
func (p *program) libraryFault(err error) error {
	if wrong := new(library.Error); !errors.As(err, &wrong) {
		return err
	}
	tell(p.err, err.Error())
	return failure(exitFailed)
}

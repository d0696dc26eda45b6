package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/ui/cli/oneline"
)

func restoreCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "restore [FLAG...] FILE",
		DisableFlagsInUseLine: true,
		Short:                 "Go back to a backup of the library",
		Long: `Go back to a backup: a copy of FILE, which "hearsay library backup" made, takes the place of the library.
The backup is checked before, and stays as it is. The library that was there is kept beside the new one,
whatever state it is in, and its name is told. While another program has the library open nothing is
done, where that can be known.`,
		Example: `  hearsay library backup ~/news-monday.db
  hearsay library restore ~/news-monday.db`,
		Args: oneFile("the backup"),
		RunE: func(_ *cobra.Command, args []string) error { return p.libraryFault(p.restore(args[0])) },
	}
}

// oneFile has a command take one file and no more.
func oneFile(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 || args[0] == "":
			return usage("name the FILE of %s", what)
		case len(args) > 1:
			return usage("name one FILE, not %d", len(args))
		}
		return nil
	}
}

func (p *program) restore(backup string) error {
	path, faults := p.libraryPath()
	for _, f := range faults {
		tell(p.err, f)
	}
	ctx, stop := p.interrupts()
	defer stop()
	done, err := library.Restore(ctx, path, backup, library.Options{Now: p.now})
	if err != nil {
		return err
	}
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "restored: %s\n", holdings(done.Findings))
		if err == nil && done.Kept != "" {
			_, err = fmt.Fprintf(w, "what was there before is kept as %s\n", oneline.Clean(done.Kept))
		}
		return err
	})
}

func mergeCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "merge [FLAG...] FILE",
		DisableFlagsInUseLine: true,
		Short:                 "Take in what another library holds",
		Long: `Take in what the library in FILE holds and this one does not: articles, what was found in them, and what
reviewers decided. Nothing that is here is changed, and to do it once more does nothing. So is taken in
what the reader saved when its library was lost, and what was decided on another machine. What of FILE
cannot be read is told in a line each, and the exit code is then 1.`,
		Example: `  hearsay library merge ~/.local/share/hearsay/library-rescued-20270102-120000.db`,
		Args:    oneFile("the other library"),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.libraryFault(p.merge(args[0]))
		},
	}
}

func (p *program) merge(file string) error {
	ctx, stop := p.interrupts()
	defer stop()
	if !isThere(file) {
		return &library.Error{Name: file, Err: library.ErrMissing, Hint: "name the file of another library"}
	}
	from, err := library.Open(ctx, file, library.Options{Now: p.now})
	if err != nil {
		return err
	}
	defer from.Close()
	return p.withLibrary(true, func(lib *library.Library) error { return p.mergeFrom(ctx, lib, from) })
}

func (p *program) mergeFrom(ctx context.Context, lib, from *library.Library) error {
	done, err := lib.Merge(ctx, from)
	if err != nil {
		return err
	}
	taken := library.Findings{Articles: done.Articles, Analyses: done.Analyses, Entries: done.Entries}
	err = p.write(func(w io.Writer) error {
		who := ""
		if done.Identities > 0 {
			who = ", " + told.Count(done.Identities, "decision") + " about who is who"
		}
		if done.Feeds > 0 {
			who += ", " + told.Count(done.Feeds, "feed")
		}
		if done.Tags > 0 {
			who += ", " + counted(done.Tags, "tag or saved query", "tags and saved queries")
		}
		_, err := fmt.Fprintf(w, "taken in: %s%s\n", holdings(taken), who)
		return err
	})
	if err != nil {
		return err
	}
	return p.tellAll(done.Faults)
}

// holdings says how much a library holds.
func holdings(f library.Findings) string {
	return fmt.Sprintf("%s, %s, %s", told.Count(f.Articles, "article"), counted(f.Analyses, "analysis", "analyses"),
		counted(f.Entries, "entry of reviews", "entries of reviews"))
}

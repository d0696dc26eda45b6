package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/controls"
	"hearsay/articles/export/told"
	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/reviews"
	"hearsay/articles/subscriptions"
	"hearsay/ui/cli/feeds"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/originals"
	"hearsay/ui/cli/people"
	"hearsay/ui/cli/search"
	"hearsay/ui/reader"
	"hearsay/ui/reader/opening"
)

func libraryCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:                   "library path|check|backup|restore|merge|original|versions",
		DisableFlagsInUseLine: true,
		Short:                 "Tell where the library is, check it, back it up, or go back to a backup",
		Long: `Look after the library: the one file that holds the articles that were added, what was found in them,
and what reviewers decided about it.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("%q is none of path, check, backup, restore, merge, original, versions", args[0])
			}
			return usage("say what to do with the library: path, check, backup, restore, merge, original or versions")
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	subs := []*cobra.Command{pathCommand(p), checkCommand(p), backupCommand(p), restoreCommand(p), mergeCommand(p),
		originals.OriginalCommand(originalsDesk(p)), originals.VersionsCommand(originalsDesk(p))}
	for _, sub := range subs {
		p.libraryFlag(sub)
		c.AddCommand(sub)
	}
	return c
}

func pathCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "path [FLAG...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write where the library is",
		Long:                  `Write the name of the library's file, whether there is one yet or not.`,
		Args:                  noArguments,
		ValidArgsFunction:     cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			path, faults := p.libraryPath()
			for _, f := range faults {
				tell(p.err, f)
			}
			return p.write(func(w io.Writer) error {
				_, err := fmt.Fprintln(w, fileLine(path))
				return err
			})
		},
	}
}

func checkCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "check [FLAG...]",
		DisableFlagsInUseLine: true,
		Short:                 "Check that the library is whole",
		Long: `Check that the library is whole: its file, that all texts, findings and decisions are as they were
written, and that all that was found lies in its text. What is wrong is written in a line each, what to
do is told, and the exit code is then 1.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return p.libraryFault(p.withLibrary(false, p.check))
		},
	}
}

func (p *program) check(lib *library.Library) error {
	ctx, stop := p.interrupts()
	defer stop()
	f, err := lib.Check(ctx)
	if err != nil {
		return err
	}
	err = p.write(func(w io.Writer) error {
		for _, fault := range f.Faults {
			fmt.Fprintln(w, oneline.Clean(fault))
		}
		verdict := "all is well"
		if n := len(f.Faults); n > 0 {
			verdict = told.Count(n, "fault")
		}
		_, err := fmt.Fprintf(w, "%s: %s\n", verdict, holdings(f))
		return err
	})
	if err == nil && len(f.Faults) > 0 {
		tell(p.err, "hearsay library restore FILE goes back to a backup; "+
			"what can still be read hearsay export --all writes")
		return failure(exitFailed)
	}
	return err
}

func backupCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "backup [FLAG...] [FILE]",
		DisableFlagsInUseLine: true,
		Short:                 "Copy the library",
		Long: `Copy the library, whole and as of now, to a FILE that does not exist yet, and write its name. Without a
FILE the copy stands beside the library, with the time in its name. It is a library too: --library opens
it, and "hearsay library restore" goes back to it for good.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("name one FILE, not %d", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error { return p.backup(lib, args) }))
		},
	}
}

func (p *program) backup(lib *library.Library, names []string) (err error) {
	var file string
	if len(names) > 0 {
		file = names[0]
		err = lib.Backup(context.Background(), file)
	} else {
		file, err = lib.BackupBeside(context.Background())
	}
	if err != nil {
		return err
	}
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintln(w, fileLine(file))
		return err
	})
}

// counted says how many there are of what has a plural of its own.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// fileLine is the name of a file as other programs can take it, unless it would act on a terminal: then it is spelt
// out.
func fileLine(path string) string {
	if !strings.ContainsFunc(path, controls.Acts) {
		return path
	}
	return oneline.Clean(path)
}

// follower follows people in a library.
func follower(p *program, lib *library.Library) *following.Follower {
	return &following.Follower{Library: lib, Choice: reviews.Choice{Asking: p.reviewerName("")}, Now: p.now}
}

// followIn lets the reader follow people in the library, and open its articles.
func followIn(p *program, o *reader.Options) {
	o.Follow = func(ctx context.Context) (*following.Follower, error) {
		lib, err := p.openLibrary(ctx, false)
		if err != nil {
			return nil, err
		}
		return follower(p, lib), nil
	}
	o.Stored = func(key string) reader.Item {
		return reader.Item{Name: key, Ref: libraryRef + key, Open: p.openStored(key), Facts: opening.Facts{Stored: true}}
	}
}

// peopleDesk is what the commands that follow people get of the program.
func peopleDesk(p *program) people.Desk {
	return people.Desk{
		Follow: func(do func(context.Context, *following.Follower) error) error {
			ctx, stop := p.interrupts()
			defer stop()
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error {
				f := follower(p, lib)
				g := newProgress(p, true)
				defer g.clear()
				if err := f.Refresh(ctx, func(done, of int) { g.done = done - 1; g.step() }); err != nil {
					return err
				}
				g.clear()
				return do(ctx, f)
			}))
		},
		Keys:  keysIn(p),
		Write: p.write, Tell: func(line string) { tell(p.err, line) },
		Fail:    func(line string) error { return fail(p, line) },
		Flags:   p.libraryFlag,
		Open:    func(name string) (io.ReadCloser, error) { return open(p, name) },
		Columns: p.columns,
	}
}

// keysIn finds the articles that names stand for.
func keysIn(p *program) func(context.Context, *library.Library, string) ([]string, error) {
	return func(ctx context.Context, lib *library.Library, name string) ([]string, error) {
		return keysOf(ctx, p, lib, name)
	}
}

// searchDesk is what the commands that ask the library get of the program.
func searchDesk(p *program) search.Desk {
	return search.Desk{
		Find: func(do func(context.Context, finding.Finder) error) error {
			ctx, stop := p.interrupts()
			defer stop()
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error {
				if err := prepare(ctx, p, lib); err != nil {
					return err
				}
				return do(ctx, finding.Finder{Library: lib, Now: p.now})
			}))
		},
		Keys:  keysIn(p),
		Write: p.write, Tell: func(line string) { tell(p.err, line) },
		Fail:    func(line string) error { return fail(p, line) },
		Flags:   p.libraryFlag,
		Columns: p.columns,
	}
}

// originalsDesk is what the commands about originals get of the program.
func originalsDesk(p *program) originals.Desk {
	return originals.Desk{
		With: func(do func(context.Context, *library.Library) error) error {
			ctx, stop := p.interrupts()
			defer stop()
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error { return do(ctx, lib) }))
		},
		Write: p.write,
		Fault: p.outputFault,
	}
}

// feedsDesk is what the commands that follow feeds get of the program.
func feedsDesk(p *program) feeds.Desk {
	return feeds.Desk{
		Keep: func(begin bool, do func(context.Context, *subscriptions.Keeper) error) error {
			ctx, stop := p.interrupts()
			defer stop()
			return p.libraryFault(p.withLibrary(begin, func(lib *library.Library) error { return do(ctx, keeper(p, lib)) }))
		},
		Write: p.write, Tell: func(line string) { tell(p.err, line) },
		Fail:    func(line string) error { return fail(p, line) },
		Failed:  failure(exitFailed),
		Library: p.libraryFlag, Fetching: func(c *cobra.Command) { fetchingFlag(p, c) },
		Open: func(name string) (io.ReadCloser, error) { return open(p, name) }, Limit: mostOfPage, Columns: p.columns,
	}
}

// keeper follows the feeds of a library.
func keeper(p *program, lib *library.Library) *subscriptions.Keeper {
	pages := fetcher(p, mostOfPage)
	return &subscriptions.Keeper{Library: lib, Fetch: pages.Newer, Limit: mostOfPage, Now: p.now,
		Analyze: func(ctx context.Context, a articles.Article) (*analysis.Document, error) {
			return p.analyze(ctx, a, nil)
		}}
}

// mostOfPage is the most bytes of a page that a feed leads to, of which several are read at once.
const mostOfPage = 16 << 20

// fail tells a line for a person and is the error of a command that has failed.
func fail(p *program, line string) error {
	tell(p.err, line)
	return failure(exitFailed)
}

// open opens a file that was named on the command line, or standard input.
func open(p *program, name string) (io.ReadCloser, error) {
	if name == standardInput {
		return io.NopCloser(p.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, errors.New(oneline.Reason(err))
	}
	return f, nil
}

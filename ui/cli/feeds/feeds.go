// Package feeds is the command line's way to follow feeds: to subscribe to them, to see what they brought, and to ask
// for what is new. It promises a line for each feed, JSON for programs, and that whatever a feed calls itself acts on
// no terminal.
package feeds

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/export/told"
	"hearsay/articles/source/feeds"
	"hearsay/articles/source/fetch"
	"hearsay/articles/source/format"
	"hearsay/articles/subscriptions"
	"hearsay/ui/cli/oneline"
)

// Desk is what the command line gives its commands.
type Desk struct {
	// Keep opens the library, beginning one where that is asked for, and hands over who keeps feeds in it; what is wrong
	// with the library it tells.
	Keep func(begin bool, do func(context.Context, *subscriptions.Keeper) error) error
	// Write writes the whole output.
	Write func(func(io.Writer) error) error
	// Tell writes a line for a person; Fail does too, and is the error of a command that has failed.
	Tell func(string)
	Fail func(string) error
	// Failed is the error of a command that has told of its failures.
	Failed error
	// Library adds the flags of the library, Fetching those of what fetches; Open opens a file or standard input.
	Library, Fetching func(*cobra.Command)
	Open              func(name string) (io.ReadCloser, error)
	// Limit is the most bytes that a list of feeds may have.
	Limit int64
	// Columns is how wide the terminal is; 0 for none.
	Columns int
}

// Command is "hearsay feeds".
func Command(d Desk) *cobra.Command {
	const all = "add, list, remove, refresh, import, export"
	c := &cobra.Command{
		Use:                   "feeds add|list|remove|refresh|import|export",
		DisableFlagsInUseLine: true,
		Short:                 "Follow feeds: subscribe to them, and fetch what is new into the library",
		Long: `Follow feeds (RSS, Atom, JSON Feed). What they link to is fetched into the library when you say refresh,
and at no other time; what is found in it is there when it is opened.

A feed is named by its number, as list shows it, by its address, or by its title or a part of one.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("%q is none of %s", args[0], all)
			}
			return errors.New("say what to do: " + all)
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	for _, sub := range []*cobra.Command{add(d), list(d), remove(d), refresh(d), importing(d), exporting(d)} {
		d.Library(sub)
		c.AddCommand(sub)
	}
	return c
}

// command is one of them: how it is used, what it does, and what is done.
func command(use, short, long string, args cobra.PositionalArgs, do func(args []string) error) *cobra.Command {
	return &cobra.Command{Use: use, DisableFlagsInUseLine: true, Short: short, Long: long, Args: args,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(_ *cobra.Command, args []string) error { return do(args) }}
}

// least asks for some arguments at least.
func least(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New("name " + what)
		}
		return nil
	}
}

// none asks for no arguments.
func none(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("there is nothing to be said of %q here", args[0])
	}
	return nil
}

func add(d Desk) *cobra.Command {
	var folder string
	c := command("add [FLAG...] ADDRESS...", "Subscribe to feeds",
		`Subscribe to feeds, by their addresses or by that of a page which names its feed. Each is fetched once, to
see that it is one; "hearsay feeds refresh" then fetches its articles.`,
		least("the ADDRESS of a feed, or of a page that has one"), func(args []string) error {
			return d.Keep(true, func(ctx context.Context, k *subscriptions.Keeper) error {
				failed := false
				for _, address := range args {
					came, err := subscribe(ctx, k, address, folder)
					switch {
					case ctx.Err() != nil:
						return ctx.Err()
					case err != nil:
						return err
					}
					failed = failed || !came.done
					d.Tell(clean(address) + ": " + came.what)
				}
				if failed {
					return d.Failed
				}
				return nil
			})
		})
	c.Flags().StringVar(&folder, "folder", "", "list them in this `FOLDER`")
	d.Fetching(c)
	return c
}

// outcome is what to tell of an address, and whether it is followed now.
type outcome struct {
	what string
	done bool
}

// subscribe follows the feed of an address. The error is the library's.
func subscribe(ctx context.Context, k *subscriptions.Keeper, address, folder string) (outcome, error) {
	if !fetch.IsAddress(address) {
		return outcome{what: "no address; give one that begins with https://"}, nil
	}
	found, err := k.Look(ctx, address)
	if err != nil {
		return outcome{what: "not subscribed: " + clean(reason(err))}, nil
	}
	found.Folder = folder
	n, err := k.Follow(ctx, found)
	name := clean(found.Address)
	if found.Title != "" {
		name = clean(oneline.Shorten(found.Title, oneline.LongestName))
	}
	if n == 0 {
		return outcome{"you follow it already: " + name, true}, err
	}
	return outcome{"subscribed: " + name, true}, err
}

// reason says what is wrong with a feed, and what to do where a flag helps.
func reason(err error) string {
	if errors.Is(err, fetch.ErrPrivate) {
		return err.Error() + "; --allow-private lets Hearsay ask it"
	}
	return err.Error()
}

func remove(d Desk) *cobra.Command {
	return command("remove FEED...", "Unsubscribe from feeds",
		`Unsubscribe from feeds. The articles that they brought stay in the library.`, least("a FEED"),
		func(args []string) error {
			return d.Keep(false, func(ctx context.Context, k *subscriptions.Keeper) error {
				feeds, err := d.named(ctx, k, args, true)
				if err != nil {
					return err
				}
				for _, f := range feeds {
					if err := k.Leave(ctx, f); err != nil {
						return err
					}
					d.Tell("unsubscribed: " + nameOf(f))
				}
				return nil
			})
		})
}

// named are the feeds that arguments name, each once; of each one alone where so asked. All of them are looked for
// before anything is done.
func (d Desk) named(ctx context.Context, k *subscriptions.Keeper, args []string, alone bool) (
	all []subscriptions.Feed, err error) {
	seen := map[int64]bool{}
	for _, words := range args {
		found, err := k.Find(ctx, words)
		switch {
		case errors.Is(err, subscriptions.ErrNone):
			return nil, d.Fail(err.Error() + ": hearsay feeds list shows them")
		case err != nil:
			return nil, err
		case alone && len(found) > 1:
			return nil, d.Fail(fmt.Sprintf("%q may be any of %d feeds: name one by its number: %s", words, len(found),
				numbers(found)))
		}
		for _, f := range found {
			if !seen[f.Number] {
				seen[f.Number] = true
				all = append(all, f)
			}
		}
	}
	return all, nil
}

// mostNamed is among how many of one name a person is asked to choose in one line.
const mostNamed = 6

func numbers(all []subscriptions.Feed) string {
	var names []string
	for _, f := range all[:min(len(all), mostNamed)] {
		names = append(names, fmt.Sprintf("%d %s", f.Number, nameOf(f)))
	}
	if len(all) > mostNamed {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func refresh(d Desk) *cobra.Command {
	var quiet bool
	c := command("refresh [FLAG...] [FEED...]", "Fetch what is new into the library",
		`Fetch what is new in all feeds, or in those that are named, into the library, and write a line for each
that brought something. Several feeds are asked at once, a host for one thing at a time, and only for what
has changed. What an item links to is fetched and cleaned; where that fails, or is shorter, what the feed
itself holds is kept, and the page is tried again with the next refreshes. An article never becomes
shorter, and what you removed stays away.

What cannot be fetched is told in a line on standard error, the rest is still done, and the exit code is
1. For cron: 0 * * * * hearsay feeds refresh --quiet`,
		cobra.ArbitraryArgs, func(args []string) error {
			return d.Keep(false, func(ctx context.Context, k *subscriptions.Keeper) error {
				return d.refresh(ctx, k, args, quiet)
			})
		})
	c.Flags().BoolVar(&quiet, "quiet", false, "write only what is wrong")
	d.Fetching(c)
	return c
}

func (d Desk) refresh(ctx context.Context, k *subscriptions.Keeper, args []string, quiet bool) error {
	all, err := k.List(ctx)
	if err == nil && len(args) > 0 {
		all, err = d.named(ctx, k, args, false)
	}
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return d.Fail("you follow no feed; hearsay feeds add ADDRESS subscribes to one")
	}
	failed, brought := 0, 0
	err = k.Refresh(ctx, all, func(r subscriptions.Report) {
		brought += r.New
		switch line := reportLine(r); {
		case r.Err != nil:
			failed++
			d.Tell(nameOf(r.Feed) + ": " + clean(reason(r.Err)))
		case line != "" && !quiet:
			d.Tell(line)
		}
	})
	if err != nil {
		return err
	}
	if !quiet {
		d.Tell(fmt.Sprintf("%s refreshed: %s", told.Count(len(all)-failed, "feed"), told.Count(brought, "new article")))
	}
	if failed > 0 {
		return d.Failed
	}
	return nil
}

// reportLine tells what came of the refresh of a feed; empty where nothing did.
func reportLine(r subscriptions.Report) string {
	var parts []string
	if r.New > 0 {
		parts = append(parts, fmt.Sprintf("%d new", r.New))
	}
	if r.Longer > 0 {
		parts = append(parts, fmt.Sprintf("%d longer than before", r.Longer))
	}
	if r.Lacking > 0 {
		parts = append(parts, fmt.Sprintf("%d without a text", r.Lacking))
	}
	if len(parts) == 0 {
		return ""
	}
	return nameOf(r.Feed) + ": " + strings.Join(parts, ", ")
}

func importing(d Desk) *cobra.Command {
	c := command("import FILE", "Subscribe to the feeds of a list (OPML)",
		`Subscribe to the feeds of a list (OPML), as other programs export them; - is standard input. Nothing is
fetched; feeds that you follow already stay as they are.`,
		func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name one FILE")
			}
			return nil
		},
		func(args []string) error {
			file, err := d.Open(args[0])
			if err != nil {
				return d.Fail(args[0] + ": " + err.Error())
			}
			defer file.Close()
			listed, err := feeds.ReadList(args[0], file, format.Options{Limit: d.Limit})
			switch {
			case err != nil:
				return d.Fail(err.Error())
			case len(listed) == 0:
				return d.Fail(args[0] + ": it names no feed")
			}
			return d.Keep(true, func(ctx context.Context, k *subscriptions.Keeper) error {
				n, err := k.Follow(ctx, listed...)
				if err == nil {
					d.Tell(fmt.Sprintf("%s subscribed of %d", told.Count(n, "feed"), len(listed)))
				}
				return err
			})
		})
	c.ValidArgsFunction = nil
	return c
}

func clean(s string) string { return oneline.Clean(s) }

func nameOf(f subscriptions.Feed) string {
	return clean(oneline.Shorten(f.Name(), oneline.LongestName))
}

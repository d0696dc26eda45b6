// Package people is the command line's way to follow people across the articles of the library: to list and show them,
// and to say who is who. It promises a line for each person, JSON for programs, and that whatever stands in a name acts
// on no terminal.
package people

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/export/told"
	"hearsay/articles/following"
	"hearsay/articles/library"
	"hearsay/articles/people"
)

// Desk is what the command line gives its commands.
type Desk struct {
	// Follow opens the library and hands over who follows people in it; what is wrong with the library it tells.
	Follow func(do func(context.Context, *following.Follower) error) error
	// Keys are those of the articles that a name stands for: a key, an id, or a query behind an "@".
	Keys func(ctx context.Context, lib *library.Library, name string) ([]string, error)
	// Write writes the whole output.
	Write func(func(io.Writer) error) error
	// Tell writes a line for a person; Fail does too, and is the error of a command that has failed.
	Tell func(string)
	Fail func(string) error
	// Flags adds those of the library, Open opens a file or standard input.
	Flags func(*cobra.Command)
	Open  func(name string) (io.ReadCloser, error)
	// Columns is how wide the terminal is; 0 for none.
	Columns int
}

// Command is "hearsay people".
func Command(d Desk) *cobra.Command {
	c := &cobra.Command{
		Use:                   "people list|show|questions|join|part|rename|nobody|undo|redo|export|import",
		DisableFlagsInUseLine: true,
		Short:                 "Follow people across the articles of the library, and say who is who",
		Long: `Follow people across the articles of the library. The same person in different articles is joined by
name, office, body and the company of other names, never by a surname alone; what is open to doubt is a
question that you answer with join or part. What you decide is kept, holds for articles that come, and
can be undone.

A person is named by the handle that list shows, or by a name or a part of one.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("%q is none of list, show, questions, join, part, rename, nobody, undo, redo, export, import",
					args[0])
			}
			return errors.New("say what to do: list, show, questions, join, part, rename, nobody, undo, redo, export or import")
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	for _, sub := range []*cobra.Command{list(d), show(d), questions(d), join(d), part(d), rename(d), nobody(d),
		back(d, true), back(d, false), exporting(d), importing(d)} {
		d.Flags(sub)
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

// least asks for some arguments at least, and tells which.
func least(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return errors.New("name " + what)
		}
		return nil
	}
}

// exactly asks for so many arguments.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == n:
			return nil
		case n == 0:
			return fmt.Errorf("there is nothing to be said of %q here", args[0])
		}
		return errors.New("name " + what)
	}
}

func list(d Desk) *cobra.Command {
	var asJSON, all bool
	c := command("list [FLAG...] [NAME]", "List the people who are heard in the library",
		`List the people and organisations who are heard in the library, those who are quoted most first: a
handle, in how many articles they are, how often they are quoted, and their name. With a NAME, those of
this name.`,
		func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("name one NAME: put a name of several words in quotation marks")
			}
			return nil
		},
		func(args []string) error {
			return d.Follow(func(ctx context.Context, f *following.Follower) error {
				r, which, err := chosen(ctx, f, args, all)
				if err != nil {
					return d.fault(err)
				}
				return d.Write(func(w io.Writer) error {
					if asJSON {
						return listJSON(w, r, which)
					}
					return listText(w, r, which, d.Columns)
				})
			})
		})
	c.Flags().BoolVar(&asJSON, "json", false, "write a JSON array, for other programs")
	c.Flags().BoolVar(&all, "all", false, "also who is only described, and who is nobody")
	return c
}

// chosen are the people to list.
func chosen(ctx context.Context, f *following.Follower, args []string, all bool) (*people.Register, []int, error) {
	if len(args) > 0 {
		return f.Find(ctx, args[0])
	}
	r, err := f.Register(ctx)
	if err != nil {
		return nil, nil, err
	}
	return r, r.Ranked(all), nil
}

func show(d Desk) *cobra.Command {
	var asJSON bool
	c := command("show [FLAG...] NAME", "Show what the library tells of a person",
		`Show what the library tells of a person: names and descriptions used, outlets, how often and in which
kind, every quote in the order of time, positions by topic with changes of side, and who speaks about
them.`,
		least(1, "whom to show"), func(args []string) error {
			return d.Follow(func(ctx context.Context, f *following.Follower) error {
				r, who, err := d.one(ctx, f, strings.Join(args, " "))
				if err != nil {
					return err
				}
				page, err := f.Page(ctx, r, who)
				if err != nil {
					return err
				}
				return d.Write(func(w io.Writer) error {
					if asJSON {
						return pageJSON(w, r, page)
					}
					return pageText(w, r, page)
				})
			})
		})
	c.Flags().BoolVar(&asJSON, "json", false, "write a JSON object, for other programs")
	return c
}

// one is the person that words stand for. Where they stand for several, it tells whom to name.
func (d Desk) one(ctx context.Context, f *following.Follower, words string) (*people.Register, int, error) {
	r, found, err := f.Find(ctx, words)
	if err != nil {
		return nil, -1, d.fault(err)
	}
	if len(found) == 1 || r.People[found[0]].Handle == words {
		return r, found[0], nil
	}
	var who []string
	for _, k := range found[:min(len(found), mostNamed)] {
		p := &r.People[k]
		who = append(who, fmt.Sprintf("%s %s (%s)", p.Handle, p.Name, told.Count(p.Quotes, "quote")))
	}
	if len(found) > mostNamed {
		who = append(who, "…")
	}
	return nil, -1, d.Fail(fmt.Sprintf("%q may be any of %d: name one by its handle: %s", words, len(found),
		strings.Join(who, ", ")))
}

// mostNamed is among how many of one name a person is asked to choose in one line.
const mostNamed = 6

// fault makes a failure of an error that is not the library's.
func (d Desk) fault(err error) error {
	if errors.Is(err, following.ErrNobody) {
		return d.Fail(err.Error() + ": hearsay people list shows who is there")
	}
	return err
}

func questions(d Desk) *cobra.Command {
	return command("questions", "List who may be one, and is not joined",
		`List who may be one, and is not joined because it is open to doubt: two handles and why, the better
founded first. "hearsay people join" joins them, with --called all of a spelling; "hearsay people part"
keeps them apart for good.`, exactly(0, ""),
		func([]string) error {
			return d.Follow(func(ctx context.Context, f *following.Follower) error {
				r, err := f.Register(ctx)
				if err != nil {
					return err
				}
				return d.Write(func(w io.Writer) error {
					for _, q := range r.Questions {
						if _, err := fmt.Fprintf(w, "%s %s  %s\n", r.People[q.A].Handle, r.People[q.B].Handle,
							clean(q.Why)); err != nil {
							return err
						}
					}
					return nil
				})
			})
		})
}

func back(d Desk, undo bool) *cobra.Command {
	use, short := "undo", "Take the last decision back"
	if !undo {
		use, short = "redo", "Restore what was taken back"
	}
	return command(use, short, short+".", exactly(0, ""), func([]string) error {
		return d.Follow(func(ctx context.Context, f *following.Follower) error {
			do := f.Undo
			if !undo {
				do = f.Redo
			}
			what, done, err := do(ctx)
			switch {
			case err != nil:
				return err
			case !done:
				return d.Fail("there is nothing to " + use)
			}
			d.Tell(use + ": " + clean(what.String()))
			return nil
		})
	})
}

func exporting(d Desk) *cobra.Command {
	return command("export", "Write what was decided about who is who",
		`Write what was decided about who is who, a JSON object a line, for "hearsay people import" on another
machine.`,
		exactly(0, ""), func([]string) error {
			return d.Follow(func(ctx context.Context, f *following.Follower) error {
				log, damaged, err := f.Log(ctx)
				if err != nil {
					return err
				}
				for _, line := range damaged {
					d.Tell(line)
				}
				return d.Write(func(w io.Writer) error {
					for _, one := range log {
						if err := export.Value(w, one); err != nil {
							return err
						}
					}
					return nil
				})
			})
		})
}

func importing(d Desk) *cobra.Command {
	c := command("import FILE", "Take in what was decided about who is who elsewhere",
		`Take in what "hearsay people export" wrote; - is standard input. What is there already is not taken
twice.`,
		exactly(1, "one FILE"), func(args []string) error {
			all, err := d.read(args[0])
			if err != nil {
				return d.Fail(args[0] + ": " + err.Error())
			}
			return d.Follow(func(ctx context.Context, f *following.Follower) error {
				added, err := f.Take(ctx, all)
				if err == nil {
					d.Tell(fmt.Sprintf("%s taken of %d", told.Count(added, "decision"), len(all)))
				}
				return err
			})
		})
	c.ValidArgsFunction = nil
	return c
}

// longestLine is the longest line of a file of decisions, in bytes.
const longestLine = 1 << 20

func (d Desk) read(name string) (all []people.Decision, err error) {
	file, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var one people.Decision
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("line %d is no decision: %w", n, err)
		}
		if err := one.Check(); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if one.ID == "" {
			one = one.Sign()
		}
		all = append(all, one)
	}
	return all, lines.Err()
}

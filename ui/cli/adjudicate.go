package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/review/adjudication"
	"hearsay/articles/review/overlay"
	"hearsay/articles/reviews"
	"hearsay/ui/reader"
)

func adjudicateCommand(p *program) *cobra.Command {
	var f rootFlags
	var agreed bool
	c := &cobra.Command{
		Use:                   "adjudicate [FLAG...] NAME NAME [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Decide where two reviewers differ",
		Long: `Open the articles that two reviewers decided on, and go through what they have otherwise, side by
side: < takes what the first decided, > what the second did, and every key of a review decides
anew. What only one of them has decided is left out. The decisions are those of a third reviewer: the
one that --reviewer names, or whoever is logged in.

With --agreed what both decided alike is decided first for the third, so that their review is whole in
the end, and how much that was is told. This is done where there is no terminal too; there, what each
of the two has is then written as text.`,
		Example: `  hearsay review adjudicate --reviewer chief anna ben`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usage("name two reviewers (hearsay review stats tells who there is)")
			}
			if args[0] == args[1] {
				return usage("name two reviewers, not %s twice", args[0])
			}
			return p.adjudicate(c, f, between{args[0], args[1], agreed}, args[2:])
		},
	}
	c.Flags().BoolVar(&agreed, "agreed", false, "decide for the third what both decided alike")
	f.deciding(c)
	return c
}

// between are the two between whom is decided, and whether what they have alike is taken.
type between struct {
	a, b   string
	agreed bool
}

// adjudicate opens the reader on the articles that two have reviewed, or writes what they have where it cannot.
func (p *program) adjudicate(c *cobra.Command, f rootFlags, two between, keys []string) error {
	s, faults, err := p.choose(c, f)
	if err != nil {
		return err
	}
	third := p.reviewerName(s.Reviewer)
	if third == two.a || third == two.b {
		return usage("%s is one of the two: --reviewer names a third who decides", third)
	}
	var cases []overlay.Case
	err = p.withLibrary(false, func(lib *library.Library) error {
		all, err := p.reviewed(lib, keys, "")
		if cases = all.Pairs(two.a, two.b); err != nil || !two.agreed {
			return err
		}
		taken, in, err := p.desk(third).TakeAgreed(context.Background(), cases)
		if err == nil {
			tell(p.err, fmt.Sprintf("%s taken for %s in %s: what both decided alike", told.Count(taken, "decision"), third,
				told.Count(in, "article")))
		}
		return err
	})
	switch {
	case err != nil:
		return p.libraryFault(err)
	case len(cases) == 0:
		return usage("there is no article that both %s and %s decided on", two.a, two.b)
	case !f.lines && (!p.outTerminal || !p.inTerminal):
		return p.writeMatters(cases, two)
	}
	var inputs []input
	for _, one := range cases {
		inputs = append(inputs, input{name: one.Article, key: one.Article})
	}
	open := func(o *reader.Options) { o.Reviewing, o.Between = true, []string{two.a, two.b} }
	if f.lines {
		return openLines(p, inputs, s, faults, open)
	}
	return p.openReader(inputs, s, faults, p.in, open)
}

// writeMatters writes, article by article, what the two have side by side.
func (p *program) writeMatters(cases []overlay.Case, two between) error {
	return p.write(func(w io.Writer) error {
		for i := range cases {
			title, _, _ := strings.Cut(cases[i].Text, "\n")
			text := cases[i].Article + "  " + title + "\n" + adjudication.SideBySide(two.a, two.b, reviews.Matters(&cases[i]))
			if i > 0 {
				text = "\n" + text
			}
			if _, err := io.WriteString(w, cleanLines(text)); err != nil {
				return err
			}
		}
		return nil
	})
}

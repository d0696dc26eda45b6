package cli

import (
	"github.com/spf13/cobra"

	"hearsay/articles/library"
	"hearsay/ui/reader"
)

func adjudicateCommand(p *program) *cobra.Command {
	var f rootFlags
	c := &cobra.Command{
		Use:                   "adjudicate [FLAG...] NAME NAME [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Decide where two reviewers differ",
		Long: `Open the articles that two reviewers decided on, and go through what they have otherwise, side by
side: < takes what the first decided, > what the second did, and every key of a review decides
anew. The decisions are those of a third reviewer: the one that --reviewer names, or whoever is
logged in.`,
		Example: `  hearsay review adjudicate --reviewer chief anna ben`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usage("name two reviewers (hearsay review stats tells who there is)")
			}
			return p.adjudicate(c, f, args[0], args[1], args[2:])
		},
	}
	c.Flags().StringVar(&f.reviewer, "reviewer", "", "decide under this `NAME`")
	c.Flags().StringVar(&f.theme, "theme", "", "`COLOURS` of the reader")
	c.Flags().StringVar(&f.config, "config", "", "take the configuration from this `FILE`")
	return c
}

// adjudicate opens the reader on the articles that two have reviewed.
func (p *program) adjudicate(c *cobra.Command, f rootFlags, a, b string, keys []string) error {
	s, faults, err := p.choose(c, f)
	if err != nil {
		return err
	}
	if third := p.reviewerName(s.reviewer); third == a || third == b {
		return usage("%s is one of the two: --reviewer names a third who decides", third)
	}
	var inputs []input
	err = p.withLibrary(false, func(lib *library.Library) error {
		all, err := p.reviewed(lib, keys, "")
		for _, one := range pairs(all, a, b) {
			inputs = append(inputs, input{name: one.Article, key: one.Article})
		}
		return err
	})
	switch {
	case err != nil:
		return p.libraryFault(err)
	case len(inputs) == 0:
		return usage("there is no article that both %s and %s decided on", a, b)
	case !p.outTerminal || !p.inTerminal:
		return usage("adjudicating needs a terminal")
	}
	return p.openReader(inputs, s, faults, p.in, func(o *reader.Options) { o.Between = []string{a, b} })
}

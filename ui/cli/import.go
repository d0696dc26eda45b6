package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/articles/gold"
	"hearsay/articles/library"
	"hearsay/articles/review"
)

func importCommand(p *program) *cobra.Command {
	var reviewer string
	c := &cobra.Command{
		Use:                   "import --reviewer NAME FILE...",
		DisableFlagsInUseLine: true,
		Short:                 "Take what people marked elsewhere into the library",
		Long: `Take articles that people marked elsewhere into the library, as the decisions of the reviewer that
is named, so that they can be looked at in the reader and compared. FILE is what score reads as
GOLD: JSONL, what analyze writes, or brat's files. What is marked and was found is accepted, what
differs is corrected, what was found and is not marked is rejected, and what was not found is
added; the article is complete.

An article that cannot be read, or that this reviewer has decided on already, is told of and left
out, and the exit code is 1.`,
		Example: `  hearsay import --reviewer anna brat/
  hearsay review agreement`,
		RunE: func(_ *cobra.Command, files []string) error {
			var s settings
			if err := s.setReviewer(reviewer); err != nil {
				return usage("say whose decisions these are: --reviewer NAME")
			}
			if len(files) == 0 {
				return usage("nothing to import: name a FILE")
			}
			return p.libraryFault(p.withLibrary(true, func(*library.Library) error { return p.importAll(files, s.reviewer) }))
		},
	}
	p.libraryFlag(c)
	c.Flags().StringVar(&reviewer, "reviewer", "", "the `NAME` of who marked them")
	return c
}

// importAll takes what was marked in files, article by article, and writes a line for each that is in the library then.
func (p *program) importAll(files []string, reviewer string) error {
	failed := 0
	for _, file := range files {
		for m, err := range (&gold.Reader{}).Open(file) {
			if err == nil {
				err = p.importOne(m, reviewer)
			}
			if err != nil {
				failed++
				tell(p.err, err.Error())
			}
		}
	}
	if failed > 0 {
		return failure(exitFailed)
	}
	return nil
}

func (p *program) importOne(m gold.Marked, reviewer string) error {
	ctx := context.Background()
	marks, err := m.Attributions(m.Text)
	if err != nil {
		return err
	}
	found, err := p.analyze(ctx, m.Article, nil)
	if err != nil {
		return err
	}
	log, err := desk{p, reviewer}.Open(ctx, m.Article, found)
	if err != nil {
		return err
	}
	key := log.Pen().Article
	if log.State().Len() > 0 {
		return fmt.Errorf("%s: %s has decided on it already: take another name", key, reviewer)
	}
	entries := review.FromGold(log.Pen(), found, marks)
	for _, e := range entries {
		if err := log.Keep(e); err != nil {
			return err
		}
	}
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s  %s, %s\n", key, clean(m.Headline()), plural(len(entries)-1, "decision"))
		return err
	})
}

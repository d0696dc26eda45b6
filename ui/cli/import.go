package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/articles/export/told"
	"hearsay/articles/gold"
	"hearsay/articles/library"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/settings"
)

func importCommand(p *program) *cobra.Command {
	var reviewer, annotator string
	c := &cobra.Command{
		Use:                   "import --reviewer NAME FILE...",
		DisableFlagsInUseLine: true,
		Short:                 "Take what people marked elsewhere into the library",
		Long: `Take articles that people marked elsewhere into the library, as the decisions of the reviewer that
is named, so that they can be looked at in the reader and compared. FILE is what score reads as
GOLD: JSONL, what analyze writes, or brat's files. What is marked and was found is accepted, what
differs is corrected, what was found and is not marked is rejected, and what was not found is
added; the article is complete.

Where several people's lines are of one article the first is taken, or with --annotator those that
bear this "annotator".

An article that cannot be read, or that this reviewer has decided on already, and every further line
of an article, is told of and left out, and the exit code is 1.`,
		Example: `  hearsay import --reviewer anna brat/
  hearsay review agreement`,
		RunE: func(_ *cobra.Command, files []string) error {
			var s settings.Settings
			if err := s.SetReviewer(reviewer); err != nil {
				return usage("say whose decisions these are: --reviewer NAME")
			}
			if len(files) == 0 {
				return usage("nothing to import: name a FILE")
			}
			return p.libraryFault(p.withLibrary(true, func(*library.Library) error {
				return (&importing{program: p, reviewer: s.Reviewer, annotator: annotator}).all(files)
			}))
		},
	}
	p.libraryFlag(c)
	c.Flags().StringVar(&reviewer, "reviewer", "", "the `NAME` of who marked them")
	textColumnFlag(p, c)
	c.Flags().StringVar(&annotator, "annotator", "", "take only the lines of the annotator of this `NAME`")
	return c
}

// importing is one run of import.
type importing struct {
	*program
	reviewer  string
	annotator string            // whose lines are taken; empty for everybody's
	taken     map[string]string // the annotator of each text that is taken
	failed    int
}

// all takes what was marked in files, article by article, and writes a line for each that is in the library then.
func (p *importing) all(files []string) error {
	p.taken = map[string]string{}
	for _, file := range files {
		for m, err := range (&gold.Reader{TextColumn: p.reading.TextColumn}).Open(file) {
			if err == nil && p.annotator != "" && m.Annotator != p.annotator {
				continue
			}
			if err == nil {
				err = p.take(file, m)
			}
			if err != nil {
				p.failed++
				tell(p.err, err.Error())
			}
		}
	}
	if p.annotator != "" && len(p.taken)+p.failed == 0 {
		p.failed++
		tell(p.err, fmt.Sprintf("no line has the annotator %q", p.annotator))
	}
	if p.failed > 0 {
		return failure(exitFailed)
	}
	return nil
}

// take takes an article in, unless this run has taken it as somebody else marked it.
func (p *importing) take(file string, m gold.Marked) error {
	first, again := p.taken[m.Text]
	if !again {
		err := p.one(m)
		if err == nil {
			p.taken[m.Text] = m.Annotator
		}
		return err
	}
	who := "the first is taken"
	if first != "" && m.Annotator != "" {
		who = fmt.Sprintf("%s's is taken and %s's left out; --annotator NAME chooses", first, m.Annotator)
	}
	return fmt.Errorf("%s: %s is marked more than once: %s", file, m.ID, who)
}

func (p *importing) one(m gold.Marked) error {
	ctx := context.Background()
	marks, err := m.Attributions(m.Text)
	if err != nil {
		return err
	}
	found, err := p.analyze(ctx, m.Article, nil)
	if err != nil {
		return err
	}
	key, made, err := p.desk(p.reviewer).Import(ctx, m.Article, found, marks)
	if err != nil {
		return err
	}
	return p.write(func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s  %s, %s\n", key, oneline.Clean(m.Headline()), told.Count(made, "decision"))
		return err
	})
}

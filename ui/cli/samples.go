package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearsay/articles/samples"
)

func samplesCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "samples [NAME]",
		DisableFlagsInUseLine: true,
		Short:                 "List the built-in articles, or write one",
		Long: `List the articles that are built in to try Hearsay with, or write the text of one of them.
They were written for Hearsay; all that they tell is invented.`,
		Example: `  hearsay samples
  hearsay samples strait-call | hearsay analyze
  hearsay --sample strait-call`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("name one article, not %d", len(args))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return sampleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.write(listSamples)
			}
			a, err := samples.Open(args[0])
			if err != nil {
				return usage("%w", err)
			}
			return p.write(func(w io.Writer) error {
				_, err := io.WriteString(w, a.Text)
				return err
			})
		},
	}
}

// listSamples writes a name and what it stands for, a sample a line.
func listSamples(w io.Writer) error {
	wide := 0
	for _, s := range samples.All() {
		wide = max(wide, len(s.Name))
	}
	for _, s := range samples.All() {
		if _, err := fmt.Fprintf(w, "%-*s  %s\n", wide, s.Name, s.About); err != nil {
			return err
		}
	}
	return nil
}

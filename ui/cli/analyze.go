package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func analyzeCommand(p *program) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:                   "analyze [FLAG...] [FILE...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write who said what, for other programs",
		Long: `Find the quotes, speakers and positions of articles and write them to standard output, in the order of
the articles.

FILE is of any of the formats that hearsay formats lists, with one article or many: text, a web page,
a .jsonl file with an article a line, such as {"id": "a1", "text": "…"}, a feed, a mailbox, a table, an
archive or a folder of such. - or no FILE is standard input. It may also be the key of an article of the
library, in which nothing is looked for twice.

What cannot be read is told in a line on standard error, the rest is still done, and the exit code is 1.`,
		Example: `  hearsay analyze call.txt                      one line of JSON
  hearsay analyze --format text *.html          to be read by people
  hearsay analyze corpus.jsonl > quotes.jsonl   a line for each article
  curl -s https://example.org/a.html | hearsay analyze | jq .quotes`,
		RunE: func(_ *cobra.Command, files []string) error {
			f, ok := formats(p.textWidth(0))[name]
			if !ok {
				return usage("--format is %s, not %q", strings.Join(formatNames(), ", "), name)
			}
			inputs, err := p.inputs(nil, files)
			if err != nil {
				return err
			}
			if len(inputs) == 0 {
				return usage("no article: name a FILE, or pipe one to standard input")
			}
			return p.analyzeAll(p.look(inputs), f)
		},
	}
	p.libraryFlag(c)
	p.readingFlags(c)
	c.Flags().StringVarP(&name, "format", "f", "jsonl", "`FORMAT` of the output: "+strings.Join(formatNames(), ", "))
	// It fails only for a flag that does not exist.
	_ = c.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string,
		cobra.ShellCompDirective) {
		return formatNames(), cobra.ShellCompDirectiveNoFileComp
	})
	return c
}

func formatNames() []string {
	var names []string
	for name := range formats(0) {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

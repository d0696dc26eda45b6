package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/source"
)

func formatsCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "formats",
		DisableFlagsInUseLine: true,
		Short:                 "List the formats that are read, and those that are refused",
		Long: `List the formats that a FILE may have, with the endings of their names and what is read of them, and those
that are known and refused, with what to do. What a file is its content tells first, then the ending of its
name.`,
		Example:           "  hearsay formats",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return p.write(func(w io.Writer) error { return listReadable(w, source.Formats()) })
		},
	}
}

// readingFlags let a command be told about the files that it reads.
func (p *program) readingFlags(c *cobra.Command) {
	textColumnFlag(p, c)
	fetchingFlag(p, c)
}

// textColumnFlag lets a command be told where the text of articles stands.
func textColumnFlag(p *program, c *cobra.Command) {
	c.Flags().StringVar(&p.reading.TextColumn, "text-column", "",
		"take articles' text from the column or field of this `NAME`, or column number")
}

// fetchingFlag lets a command fetch from within a private network.
func fetchingFlag(p *program, c *cobra.Command) {
	c.Flags().BoolVar(&p.private, "allow-private", false, "let an address lead into a private network")
}

// listReadable writes a line for each format: those that are read, then those that are refused.
func listReadable(w io.Writer, all []source.Format) error {
	fmt.Fprint(w, "These are read:\n\n")
	for _, f := range all {
		if f.IsRead() {
			listFormat(w, f, f.About)
		}
	}
	fmt.Fprint(w, "\nThese are known, and refused:\n\n")
	for _, f := range all {
		if !f.IsRead() {
			listFormat(w, f, f.Hint)
		}
	}
	_, err := fmt.Fprint(w, "\nAll else that is text is read as plain text. An address, https://…, is fetched and read "+
		"as a file is:\nno script of it is run, nothing beside it is fetched, and HTTPS_PROXY tells by which server.\n")
	return err
}

func listFormat(w io.Writer, f source.Format, about string) {
	name := f.Name
	if f.Many {
		name += ", many articles in one"
	}
	line := fmt.Sprintf("  %s  %s", name, strings.Join(f.Endings, " "))
	fmt.Fprintln(w, strings.TrimRight(line, " "))
	fmt.Fprintf(w, "      %s\n", cmp.Or(about, "its articles"))
}

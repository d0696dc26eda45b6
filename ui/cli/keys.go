package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/ui/reader/keys"
)

func keysCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "keys",
		DisableFlagsInUseLine: true,
		Short:                 "List the reader's keys as a Markdown table",
		Long: `List the reader's keys as a Markdown table: what each does, and the name by which the
configuration file gives it another key.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return p.write(func(w io.Writer) error { return keyTable(w, p.actions) })
		},
	}
}

// keyTable writes the actions as a Markdown table for each group, in the order of the actions.
func keyTable(w io.Writer, actions []keys.Action) error {
	group := ""
	for i, a := range actions {
		if a.Group != group || i == 0 {
			group = a.Group
			if i > 0 {
				fmt.Fprintln(w)
			}
			fmt.Fprintf(w, "**%s**\n\n| keys | what it does | name |\n|---|---|---|\n", group)
		}
		if _, err := fmt.Fprintf(w, "| %s | %s | `%s` |\n", keyCells(a.Keys), cell(a.Help), a.Name); err != nil {
			return err
		}
	}
	return nil
}

func keyCells(names []string) string {
	out := make([]string, len(names))
	for i, k := range names {
		shown := cell(keys.Show(k))
		if strings.Contains(shown, "`") {
			out[i] = "`` " + shown + " ``"
		} else {
			out[i] = "`" + shown + "`"
		}
	}
	return strings.Join(out, " ")
}

// cell keeps a bar from ending a cell of the table.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

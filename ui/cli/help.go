package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/ui/cli/manual"
)

// helpText is what --help writes: what the command is for, how it is called, by example, and its commands and flags.
func helpText(w io.Writer, c *cobra.Command) {
	fmt.Fprintf(w, "%s\n\nUsage:\n  %s\n", strings.TrimSpace(c.Long), c.UseLine())
	commands := subcommands(c)
	if len(commands) > 0 {
		fmt.Fprintf(w, "  %s COMMAND\n", c.CommandPath())
	}
	if c.Example != "" {
		fmt.Fprintf(w, "\nExamples:\n%s\n", c.Example)
	}
	if len(commands) > 0 {
		fmt.Fprint(w, "\nCommands:\n")
		for _, s := range commands {
			fmt.Fprintf(w, "  %-12s %s\n", s.Name(), manual.LowerFirst(s.Short))
		}
	}
	if flags := c.LocalFlags(); flags.HasAvailableFlags() {
		fmt.Fprintf(w, "\nFlags:\n%s", flags.FlagUsages())
	}
	if len(commands) > 0 {
		fmt.Fprintf(w, "\n%s COMMAND --help tells more about a command.\n", c.CommandPath())
	}
}

// subcommands are those that help lists.
func subcommands(c *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, s := range c.Commands() {
		if s.IsAvailableCommand() {
			out = append(out, s)
		}
	}
	return out
}

// helpCommand is for those who type help instead of --help.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "help [COMMAND]",
		DisableFlagsInUseLine: true,
		Short:                 "Tell how a command is used",
		Long:                  "Tell how a command is used; hearsay COMMAND --help does the same.",
		Hidden:                true,
		RunE: func(c *cobra.Command, names []string) error {
			found, rest, err := c.Root().Find(names)
			if err != nil || len(rest) > 0 {
				return usage("there is no command %q", strings.Join(names, " "))
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// noArguments is for commands that take none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no argument such as %q", c.CommandPath(), args[0])
	}
	return nil
}

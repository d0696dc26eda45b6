package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/samples"
	"hearsay/ui/cli/manual"
	"hearsay/ui/reader/keys"
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

func manCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "man",
		DisableFlagsInUseLine: true,
		Short:                 "Write the manual page",
		Long:                  `Write the manual page to standard output, in the form that man reads.`,
		Example: `  hearsay man | man -l -
  hearsay man > ~/.local/share/man/man1/hearsay.1`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.write(func(w io.Writer) error {
				_, err := io.WriteString(w, manual.Page(c.Root(), version(), p.actions))
				return err
			})
		},
	}
}

func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func completionCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:                   "completion " + strings.Join(shells(), "|"),
		DisableFlagsInUseLine: true,
		Short:                 "Write a shell's completions",
		Long: `Write the script that lets a shell complete Hearsay's commands, flags and files when tab is pressed.
It holds from the shell's next start.`,
		Example: `  hearsay completion bash > ~/.local/share/bash-completion/completions/hearsay
  hearsay completion zsh > "${fpath[1]}/_hearsay"
  hearsay completion fish > ~/.config/fish/completions/hearsay.fish
  hearsay completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: shells(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("name one shell: %s", strings.Join(shells(), ", "))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			script, ok := completions(c.Root())[args[0]]
			if !ok {
				return usage("%q is none of the shells %s", args[0], strings.Join(shells(), ", "))
			}
			return p.write(script)
		},
	}
}

func completions(root *cobra.Command) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"bash":       func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":        root.GenZshCompletion,
		"fish":       func(w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": root.GenPowerShellCompletionWithDesc,
	}
}

package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
)

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

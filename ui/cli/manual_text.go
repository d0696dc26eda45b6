package cli

import "fmt"

// manualSection is a part of the manual page that is not about a command: an introduction and a list of terms.
type manualSection struct {
	title, intro string
	entries      [][2]string
}

func manualSections() []manualSection {
	return []manualSection{
		{
			title: "Configuration",
			intro: `The configuration is a TOML file; every setting may be left out. What is wrong in it is told in one line and left out, and the rest holds. A flag wins over an environment variable, that over the file, and that over what is built in.

  theme = "auto"             # or "dark", "light"
  mouse = true               # false leaves the mouse to the terminal
  width = 0                  # widest text column in cells, 0: the usual one
  [keys]
  next-quote = ["J", "]"]    # in place of the keys the reader has for it`,
			entries: [][2]string{
				{"theme", "The colours: dark, light, or auto, which follows the terminal."},
				{"mouse", "Whether the reader takes the mouse from the start. A key hands it back to the terminal at any time."},
				{"width", fmt.Sprintf("The widest the text column may be, %d to %d cells, or 0.", narrowest, widest)},
				{"[keys]", "An action's name, and the key or the list of keys that work it in place of its own. Keys are spelt as in x, X, ctrl+x, alt+left, enter, esc, space, tab, pgdown, f1."},
			},
		},
		{
			title: "Environment",
			entries: [][2]string{
				{"HEARSAY_CONFIG", "The configuration file to read in place of the usual one."},
				{"HEARSAY_THEME, HEARSAY_MOUSE, HEARSAY_WIDTH", "What the settings of these names are."},
				{"NO_COLOR", "If it is set to anything, the reader draws without colour, by bold, underline and reverse alone."},
				{"TERM", "On a terminal that can place nothing (dumb, or not set) the article is written as plain text."},
			},
		},
		{
			title: "Files",
			entries: [][2]string{
				{"$XDG_CONFIG_HOME/hearsay/config.toml", "The configuration; where that variable is not set, ~/.config/hearsay/config.toml."},
			},
		},
		{
			title: "Exit status",
			entries: [][2]string{
				{"0", "All was done."},
				{"1", "Some input could not be read or analysed; the others were."},
				{"2", "The command line was wrong."},
				{"130", "It was stopped by a signal, such as that of ctrl+c; in the reader that key just leaves."},
			},
		},
	}
}

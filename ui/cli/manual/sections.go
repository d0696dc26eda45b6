package manual

import (
	"fmt"
	"slices"

	"hearsay/ui/cli/settings"
)

// Section is a part of the manual page that is not about a command: an introduction and a list of terms.
type Section struct {
	title, intro string
	Entries      [][2]string
}

// sections are those that are about no command.
func sections() []Section {
	return slices.Concat([]Section{readSection(), ExportSection()}, choices(), surroundings())
}

// choices tell what a person can set.
func choices() []Section {
	return []Section{
		{
			title: "Configuration",
			intro: `The configuration is a TOML file; every setting may be left out. What is wrong in it is told in one line and left out, and the rest holds. A flag wins over an environment variable, that over the file, and that over what is built in.

  theme = "auto"             # or "dark", "light", "terminal"
  show = "sure"              # or "likely", "all"; else as it was left
  mouse = true               # false leaves the mouse to the terminal
  width = 0                  # widest text column in cells, 0: the usual one
  library = "~/news.db"      # the library's file
  [colors]
  speakers = ["#56b4e9", "yellow", 213]
  [keys]
  next-quote = ["J", "]"]    # in place of the keys the reader has for it
  [commands.note]            # what the shell is to run
  key = "X"
  run = "cat >> ~/notes.txt; echo noted: {speaker}"
  show = false               # true shows in a panel what it prints`,
			Entries: [][2]string{
				{"theme", "The colours: auto, which follows the terminal; dark or light, whose ground is painted where the " +
					"terminal's is of the other kind; or terminal, the sixteen colours of the terminal's own palette."},
				{"[colors]", "Colours in place of built-in ones, each as #1b6ac9, a number from 0 to 255, or a name such as red " +
					"or bright-red: speakers (a list), paper, text, dim, row, warn, hit, current-hit, ink, evidence, current."},
				{"show", "What the reader shows and counts: only what is sure, what is sure or likely, or all. Without it, what " +
					"was shown when the reader was left last."},
				{"mouse", "Whether the reader takes the mouse from the start. A key hands it back to the terminal at any time."},
				{"recent", "Whether the articles that were read are remembered, to be offered the next time: by name, outlet, " +
					"date, and how many quotes and speakers they have, not by their text."},
				{"width", fmt.Sprintf("The widest the text column may be, %d to %d cells, or 0.", settings.Narrowest,
					settings.Widest)},
				{"reviewer", "The name under which decisions are kept; the login's otherwise."},
				{"library", "The library's file, by its whole path, which may begin with ~/."},
				{"[keys]", "An action's name, and the key or the list of keys that work it in place of its own. Keys are spelt " +
					"as in x, X, ctrl+x, alt+left, enter, esc, space, tab, pgdown, f1."},
				{"[commands]", "By its name what the shell runs: a script, or key, run and show. What the pane shows, as y " +
					"copies it, is on its standard input, and {quote}, {sentence}, {speaker}, {address} and {key} (the " +
					"article's) stand for what is current, each as one word, whatever it holds; they need no quotation marks " +
					"around them. The palette runs it too, by the name command-NAME."},
			},
		},
		{
			title: "Environment",
			Entries: [][2]string{
				{"HEARSAY_CONFIG", "The configuration file to read in place of the usual one."},
				{"HEARSAY_THEME, HEARSAY_SHOW, HEARSAY_MOUSE, HEARSAY_RECENT, HEARSAY_WIDTH, HEARSAY_LIBRARY, HEARSAY_REVIEWER",
					"What the settings of these names are."},
				{"NO_COLOR", "If it is set to anything, the reader draws without colour, by bold, underline and reverse alone."},
				{"TERM", "On a terminal that can place nothing (dumb, or not set) the article is written as plain text."},
			},
		},
	}
}

// surroundings tell where things are, and what comes back.
func surroundings() []Section {
	return []Section{
		{
			title: "Articles of the library",
			intro: `Where a FILE is named, an article of the library may be: by its key or the first four digits of it or more, or by the id that it came with, which is the name of its file without the ending. A file of that name wins; lib: before the name asks for the article.

  hearsay 3f9a2c1
  hearsay analyze lib:call`,
		},
		{
			title: "Files",
			Entries: [][2]string{
				{"$XDG_CONFIG_HOME/hearsay/config.toml", "The configuration; where that variable is not set, " +
					"~/.config/hearsay/config.toml."},
				{"$XDG_DATA_HOME/hearsay/library.db", "The library; where that variable is not set, " +
					"~/.local/share/hearsay/library.db. While it is in use, files that belong to it stand beside it: hearsay " +
					"library backup copies it whole, and hearsay library restore goes back to the copy. To put another file in its " +
					"place by hand costs what is being decided in a reader that is open."},
				{"$XDG_STATE_HOME/hearsay/reader.toml", "What was set by keys in the reader and holds the next time: how sure " +
					"that is which is shown, how wide the article is."},
				{"library-rescued-TIME.db", "Beside the library, or in $XDG_STATE_HOME/hearsay (~/.local/state/hearsay) where " +
					"its folder is gone: what a reader held when somebody replaced, deleted or spoilt the library under it. " +
					"hearsay library merge takes it in."},
			},
		},
		{
			title: "Exit status",
			Entries: [][2]string{
				{"0", "All was done."},
				{"1", "Some input could not be read or analysed; the others were."},
				{"2", "The command line was wrong."},
				{"130", "It was stopped by a signal, such as that of ctrl+c; in the reader that key just leaves."},
			},
		},
	}
}

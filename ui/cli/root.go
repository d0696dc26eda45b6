package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/ui/cli/feeds"
	"hearsay/ui/cli/people"
	"hearsay/ui/cli/search"
	"hearsay/ui/cli/settings"
	"hearsay/ui/cli/stats"
)

// rootFlags are what the command line says about the reader.
type rootFlags struct {
	theme    string
	plain    bool
	lines    bool
	screen   bool
	noMouse  bool
	width    int
	config   string
	reviewer string
	samples  []string
}

func rootCommand(p *program) *cobra.Command {
	var f rootFlags
	c := &cobra.Command{
		Use:   "hearsay [FLAG...] [FILE...]",
		Short: "Read the news and see who said what",
		Long: `Hearsay opens an article with every quote highlighted where it stands, and beside it the quotes, the
speakers and the positions they take. Inside, ? shows all keys.

FILE is text, a web page, a document, a feed, mail, a table, an archive or a folder of such: hearsay
formats lists all; an address, https://…, is fetched, and nothing beside it; - is standard input; a KEY
of the library is the article that was added under it, and @QUERY those that a query finds (hearsay
search --help).
Without a FILE it offers the articles of the library and the built-in ones, or reads what is piped to it.
Where it cannot draw on a terminal, or is told not to, it writes the same content as plain text: what the
library holds as you corrected it, or its only reviewer did, or the one whom --reviewer names.

With --lines it is read line by line, without frames, colours or a cursor that moves: for screen readers,
slow links and terminals that can place nothing. hearsay review --lines FILE reviews so.`,
		Example: `  hearsay                        choose among the articles of the library and the built-in ones
  hearsay call.txt page.html     read two articles
  hearsay https://example.org/a  fetch a page of the web and read it
  pandoc story.docx | hearsay    read what another program writes
  hearsay --plain call.txt       the same content as text
  hearsay --lines call.txt       read it by questions and answers, line by line
  hearsay add call.txt           keep an article in the library`,
		Args:                  cobra.ArbitraryArgs,
		Version:               version(),
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
		// So many letters may be wrong in a command's name for it to be taken for a slip.
		SuggestionsMinimumDistance: 2,
		RunE: func(c *cobra.Command, files []string) error {
			return p.openArticles(c, f, files)
		},
	}
	f.register(c)
	p.libraryFlag(c)
	p.readingFlags(c)
	c.SetVersionTemplate("hearsay {{.Version}}\n")
	c.SetFlagErrorFunc(flagFault)
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { helpText(c.OutOrStdout(), c) })
	c.SetHelpCommand(helpCommand())
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(analyzeCommand(p), exportCommand(p), addCommand(p), listCommand(p), removeCommand(p), libraryCommand(p),
		people.Command(peopleDesk(p)), stats.Command(peopleDesk(p)), feeds.Command(feedsDesk(p)),
		search.Command(searchDesk(p)), search.TagCommand(searchDesk(p)), search.ViewsCommand(searchDesk(p)),
		reviewCommand(p), importCommand(p), scoreCommand(p), formatsCommand(p), samplesCommand(p), keysCommand(p),
		manCommand(p), completionCommand(p))
	return c
}

// linesHelp tells of the flag for reading, or reviewing, without a screen.
const linesHelp = "talk line by line, without frames, colours or a cursor that moves"

func (f *rootFlags) register(c *cobra.Command) {
	flags := c.Flags()
	flags.SortFlags = false
	flags.BoolVar(&f.plain, "plain", false, "write plain text instead of opening the reader")
	flags.BoolVar(&f.lines, "lines", false, linesHelp)
	flags.StringArrayVar(&f.samples, "sample", nil, "open the built-in article `NAME` (hearsay samples lists them)")
	flags.StringVar(&f.theme, "theme", "", "`COLOURS` of the reader: "+strings.Join(settings.Themes(), ", "))
	flags.IntVar(&f.width, "width", 0, "widest text column, in `CELLS`")
	flags.BoolVar(&f.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	flags.BoolVar(&f.screen, "screen", false, "open the reader even on a terminal without attributes (TERM=dumb)")
	flags.StringVar(&f.reviewer, "reviewer", "", "review under this `NAME`; with --plain, write as they corrected it")
	flags.StringVar(&f.config, "config", "", "take the configuration from this `FILE`")
	flags.Bool("version", false, "write the version")
	flags.BoolP("help", "h", false, "write this help")
	choices := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return settings.Themes(), cobra.ShellCompDirectiveNoFileComp
	}
	names := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return sampleNames(), cobra.ShellCompDirectiveNoFileComp
	}
	// Both fail only for a flag that does not exist.
	_ = c.RegisterFlagCompletionFunc("theme", choices)
	_ = c.RegisterFlagCompletionFunc("sample", names)
}

// openArticles is the root command: it opens the reader, or writes plain text where there is no screen for it.
func (p *program) openArticles(c *cobra.Command, f rootFlags, files []string) error {
	if err := mistyped(c, files); err != nil {
		return err
	}
	s, faults, err := p.choose(c, f)
	if err != nil {
		return err
	}
	inputs, err := p.inputs(f.samples, files)
	if err != nil {
		return err
	}
	p.shelf.config = f.config
	if f.screen && f.plain {
		return usage("--plain and --screen are opposites: take one of them")
	}
	if f.screen && !p.outTerminal {
		return usage("--screen needs a terminal, and standard output is none")
	}
	if f.lines && (f.screen || f.plain) {
		return usage("--lines, --plain and --screen exclude each other: take one of them")
	}
	inputs = p.look(inputs)
	if f.lines {
		return openLines(p, inputs, s, faults)
	}
	if !p.drawable(f) {
		if p.outTerminal && !f.plain {
			faults = append(faults, "this terminal places nothing: --lines reads line by line, hearsay review --lines FILE "+
				"reviews so")
		}
		return p.writePlain(inputs, s, f, faults)
	}
	keyboard := p.in
	if !p.inTerminal {
		if keyboard, err = p.openKeyboard(); err != nil {
			return p.writePlain(inputs, s, f, faults)
		}
	}
	return p.openReader(inputs, s, faults, keyboard)
}

// drawable tells whether the reader can have the screen.
func (p *program) drawable(f rootFlags) bool {
	return p.outTerminal && !f.plain && (f.screen || !p.dumb())
}

// dumb is true for terminals that can place nothing. On Windows no terminal says what it is.
func (p *program) dumb() bool {
	kind := p.getenv("TERM")
	return kind == "dumb" || kind == "" && runtime.GOOS != "windows"
}

// choose works out the settings: the flags over all else.
func (p *program) choose(c *cobra.Command, f rootFlags) (settings.Settings, []string, error) {
	s, faults := settings.Of(settings.Find(f.config, p.getenv, p.configHome), p.getenv)
	if c.Flags().Changed("theme") {
		if err := s.SetTheme(f.theme); err != nil {
			return s, nil, usage("--theme: %w", err)
		}
	}
	if c.Flags().Changed("width") {
		if err := s.SetWidth(int64(f.width)); err != nil {
			return s, nil, usage("--width: %w", err)
		}
	}
	if f.noMouse {
		s.Mouse = false
	}
	if c.Flags().Changed("reviewer") {
		if err := s.SetReviewer(f.reviewer); err != nil {
			return s, nil, usage("--reviewer: %w", err)
		}
	}
	return s, faults, nil
}

// mistyped tells the wrong spelling of a command from the name of a file.
func mistyped(c *cobra.Command, files []string) error {
	if len(files) == 0 || files[0] == "" {
		return nil
	}
	meant := c.SuggestionsFor(files[0])
	if _, err := os.Stat(files[0]); err == nil || len(meant) == 0 {
		return nil
	}
	return usage("%s is neither a file nor a command; did you mean %q?", files[0], "hearsay "+meant[0])
}

// release is the version of a program that was built from a checkout without a tag.
const release = "0.1.0-dev"

// version is the tag the program was built from or, where that commit has none, the release with the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	return versionOf(info)
}

func versionOf(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" && !strings.HasPrefix(v, "v0.0.0-") {
		return strings.TrimPrefix(v, "v")
	}
	commit, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			commit = "+" + s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ".changed"
		}
	}
	if commit == "" {
		return release
	}
	return release + commit + changed
}

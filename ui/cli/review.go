package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
	"hearsay/articles/reviews"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/reader"
)

func reviewCommand(p *program) *cobra.Command {
	var f rootFlags
	c := &cobra.Command{
		Use:                   "review stats|sample|agreement|adjudicate|export-gold|--lines FILE...",
		DisableFlagsInUseLine: true,
		Short:                 "Tell how accurate it is, by what reviewers decided",
		Long: `Work with what reviewers decided in the reader (key v there) about the articles of the library:
how accurate the machine is, also by a sample drawn at random, how far reviewers agree, who is
right where they do not, and what to train on.

With --lines and a FILE, or a KEY of the library, review it here, line by line: each quote with its
sentence and the question who says it, one letter to decide, u to take that back, ? for all letters.
It draws nothing and moves no cursor: for screen readers, slow links, terminals that can place
nothing, and programs that answer through a pipe. What is decided goes where the reader's review
keeps it, and either goes on with what the other began. ctrl+d, or the end of the input, ends it.`,
		Example: `  hearsay review --lines call.txt
  printf 'a\\nr Xi\\nx\\n' | hearsay review --lines call.txt`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case f.lines && len(args) > 0:
				return nil
			case f.lines:
				return usage("say which FILE to review")
			case len(args) > 0:
				return usage("%q is none of stats, sample, agreement, adjudicate, export-gold", args[0])
			}
			return usage("say what to do with the reviews: stats, sample, agreement, adjudicate or export-gold")
		},
		RunE: func(c *cobra.Command, files []string) error { return reviewLines(p, c, f, files) },
	}
	f.deciding(c)
	p.libraryFlag(c)
	p.readingFlags(c)
	for _, sub := range []*cobra.Command{statsCommand(p), sampleCommand(p), agreementCommand(p), adjudicateCommand(p),
		goldCommand(p)} {
		p.libraryFlag(sub)
		c.AddCommand(sub)
	}
	return c
}

// reviewLines reviews files line by line.
func reviewLines(p *program, c *cobra.Command, f rootFlags, files []string) error {
	s, faults, err := p.choose(c, f)
	if err != nil {
		return err
	}
	inputs, err := p.inputs(nil, files)
	if err != nil {
		return err
	}
	p.shelf.config = f.config
	return openLines(p, p.look(inputs), s, faults, func(o *reader.Options) { o.Reviewing = true })
}

// deciding are the flags of a command that opens the reader on what is to be decided.
func (f *rootFlags) deciding(c *cobra.Command) {
	c.Flags().StringVar(&f.reviewer, "reviewer", "", "decide under this `NAME`")
	c.Flags().BoolVar(&f.lines, "lines", false, linesHelp)
	c.Flags().StringVar(&f.theme, "theme", "", "`COLOURS` of the reader")
	c.Flags().StringVar(&f.config, "config", "", "take the configuration from this `FILE`")
}

// reviewFlags are what the commands on reviews have in common.
type reviewFlags struct {
	reviewer string
	asJSON   bool
	examples int
	drawn    bool
}

func statsCommand(p *program) *cobra.Command {
	var f reviewFlags
	c := &cobra.Command{
		Use:                   "stats [FLAG...] [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write how accurate the machine is",
		Long: `Write how often the machine is right, by what each reviewer decided in the articles of the library,
or in those with a KEY: whether a quote is one, its content, kind, cue, source and speaker, and
whether it was said, denied or refused; by kind, confidence, outlet, type of speaker and version of
the engine, with intervals (Wilson's; over articles by drawing them anew); how far its confidence
can be trusted; and what goes wrong most. Every reviewer has figures of their own, headed by the
name: what several decided on one article is never added up. With --json they are an array with an
object for each.

To accept a quote vouches for all that is shown of it, its words, kind, cue and source and whether
it was said, and so does the key of a speaker. How much is found is told only of articles that the
reviewer marked as complete. The figures hold for other quotes only where those that were reviewed
were drawn at random (review sample, or key O in a review), which is said beside them; --drawn counts
no others, and then nothing is told of how much is found.

Of the types of speakers "no speaker" is where the machine named nobody, "unknown" where it did not
know whether the one it named is a person, an organisation or a group. "blind" in JSON are the
quotes that were decided before the machine's answer was seen.`,
		ValidArgsFunction: p.completeKeys,
		RunE: func(_ *cobra.Command, keys []string) error {
			if f.examples < 0 {
				return usage("--examples is how many to show, 0 or more, not %d", f.examples)
			}
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error {
				return p.writeStats(lib, keys, f)
			}))
		},
	}
	c.Flags().StringVar(&f.reviewer, "reviewer", "", "only what the reviewer of this `NAME` decided")
	c.Flags().BoolVar(&f.drawn, "drawn", false, "count only quotes that were drawn at random")
	c.Flags().IntVar(&f.examples, "examples", 3, "show the first `N` of each sort of error")
	c.Flags().BoolVar(&f.asJSON, "json", false, "write JSON, for other programs")
	return c
}

// writeStats writes the figures of each reviewer for themselves: what several decided on one article is no larger a
// sample.
func (p *program) writeStats(lib *library.Library, keys []string, f reviewFlags) error {
	all, err := p.reviewed(lib, keys, f.reviewer)
	if err != nil {
		return err
	}
	out, texts := []figures.Figures{}, []string{}
	for _, name := range slices.Sorted(slices.Values(all.Reviewers())) {
		of := figures.Of(all.By(name).Cases(), figures.Settings{Draws: 1000, Seed: 1, Examples: f.examples, Drawn: f.drawn})
		if of.Articles > 0 {
			out, texts = append(out, of), append(texts, of.Text())
		}
	}
	switch {
	case len(out) > 0 || len(all) == 0:
	case f.drawn:
		tell(p.err, "nothing that was drawn at random is decided yet: hearsay review sample draws")
	default:
		tell(p.err, "nothing is decided yet")
	}
	return p.writeFigures(f.asJSON, out, strings.Join(texts, "\n\n"))
}

func agreementCommand(p *program) *cobra.Command {
	var f reviewFlags
	c := &cobra.Command{
		Use:                   "agreement [FLAG...] [NAME NAME | FILE FILE...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write how far reviewers agree",
		Long: `Write how far two reviewers agree: in percent, by Cohen's kappa and Gwet's AC1 for verdict,
speaker and kind; by F1 of quotes and Krippendorff's alpha over words in articles that both
finished; and where they differ. Without names it compares every two reviewers of the library, and
each with the machine. How many quotes both decided blind is told too ("blind" in JSON): before they
saw the machine's answer. What another reviewer decided nobody sees who does not ask for it.

FILE is what score reads as GOLD, a file or a folder for each person: what they marked is compared in
the same way. Articles are the same where their texts are; they need no ids. People bear the names of
their files or, where two files have one name, the parts of the paths that differ; where one file holds
several people's lines, those of its annotators.`,
		RunE: func(_ *cobra.Command, names []string) error {
			all, err := p.agreements(names)
			if err != nil {
				return p.libraryFault(err)
			}
			texts := make([]string, len(all))
			for i, a := range all {
				texts[i] = a.Text()
			}
			return p.writeFigures(f.asJSON, all, strings.Join(texts, "\n"))
		},
	}
	c.Flags().BoolVar(&f.asJSON, "json", false, "write JSON, for other programs")
	return c
}

func goldCommand(p *program) *cobra.Command {
	var reviewer string
	var all bool
	c := &cobra.Command{
		Use:                   "export-gold [FLAG...] [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write corrected articles as training data",
		Long: `Write the corrected articles of the library, or those with a KEY, as JSONL with an article a line,
for score and for training: {"id", "annotator", "text", "attributions"}. Only articles that the
reviewer finished are written, marked as complete with no quote undecided, unless --all asks for
the others too.`,
		Example: `  hearsay review export-gold > mine.jsonl
  hearsay score mine.jsonl`,
		ValidArgsFunction: p.completeKeys,
		RunE: func(_ *cobra.Command, keys []string) error {
			return p.libraryFault(p.withLibrary(false,
				func(lib *library.Library) error { return p.writeGold(lib, keys, reviewer, all) }))
		},
	}
	c.Flags().StringVar(&reviewer, "reviewer", "", "only what the reviewer of this `NAME` decided")
	c.Flags().BoolVar(&all, "all", false, "write articles that are not finished too")
	return c
}

// writeFigures writes figures as JSON or as text.
func (p *program) writeFigures(asJSON bool, figures any, text string) error {
	return p.write(func(w io.Writer) error {
		if !asJSON {
			_, err := io.WriteString(w, cleanLines(text))
			return err
		}
		return export.Indented(w, figures)
	})
}

// cleanLines is text without control codes, whatever the words in it come from.
func cleanLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = oneline.Clean(l)
	}
	return strings.Join(lines, "\n")
}

// writeGold writes training data, and tells how much was left out.
func (p *program) writeGold(lib *library.Library, keys []string, reviewer string, unfinished bool) error {
	all, err := p.reviewed(lib, keys, reviewer)
	if err != nil {
		return err
	}
	left, written := 0, 0
	err = p.write(func(w io.Writer) error {
		for _, r := range all {
			if !unfinished && !overlay.Of(r.Text, r.Machine, r.State).Finished(r.State) {
				left++
				continue
			}
			r.Article = cmp.Or(r.ID, r.Article) // by which score knows it again
			line, err := annotation.Line(r.Case, r.Reviewer)
			if err != nil {
				return err
			}
			written++
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
		return nil
	})
	if left > 0 {
		tell(p.err, fmt.Sprintf("%s not finished and left out: mark them as complete (key D in a review), or take --all",
			told.Count(left, "article")))
	}
	if err == nil && written == 0 {
		return failure(exitFailed)
	}
	return err
}

// reviewed is what was decided on the articles of the library, or on those with a key: all of it, or what one reviewer
// did.
func (p *program) reviewed(lib *library.Library, keys []string, reviewer string) (reviews.Set, error) {
	ctx := context.Background()
	keys, err := wholeKeys(ctx, p, lib, keys, func(s library.Summary) bool { return s.Entries > 0 })
	if err != nil {
		return nil, err
	}
	c := reviews.Collector{Library: lib, Analyze: p.analyzed, Damaged: func(err error) { tell(p.err, err.Error()) }}
	out, err := c.All(ctx, keys, reviewer)
	switch {
	case err != nil:
		return nil, err
	case len(out) == 0 && reviewer != "":
		return nil, usage("%q has reviewed nothing here", reviewer)
	case len(out) == 0:
		tell(p.err, "nothing is reviewed yet: open an article and press v")
	}
	return out, nil
}

// wholeKeys are the keys that names stand for; where there are no names, those of all articles that are wanted.
func wholeKeys(ctx context.Context, p *program, lib *library.Library, names []string,
	wanted func(library.Summary) bool) (keys []string, err error) {
	for _, name := range names {
		some, err := keysOf(ctx, p, lib, name)
		if err != nil {
			return nil, err
		}
		keys = append(keys, some...)
	}
	if len(names) > 0 {
		return keys, nil
	}
	all, err := lib.List(ctx, library.All)
	for _, s := range all {
		if wanted(s) {
			keys = append(keys, s.Key)
		}
	}
	return keys, err
}

// agreements compares reviewers of the library, two by two and each with the machine, or what people marked in files.
func (p *program) agreements(names []string) ([]figures.Agreement, error) {
	if len(names) > 0 && isThere(names[0]) {
		m := reviews.Marked{Analyze: p.analyzed, Now: p.now, LeftOut: func(err error) { tell(p.err, err.Error()) }}
		all, err := m.Of(context.Background(), names)
		return all.Agreements(nil), err
	}
	var all reviews.Set
	err := p.withLibrary(false, func(lib *library.Library) (err error) {
		all, err = p.reviewed(lib, nil, "")
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if len(all.By(n)) == 0 {
			return nil, usage("%q has reviewed nothing here", n)
		}
	}
	if len(names) > 0 {
		all = slices.DeleteFunc(all, func(r reviews.Reviewed) bool { return !slices.Contains(names, r.Reviewer) })
	}
	return all.Agreements(names), nil
}

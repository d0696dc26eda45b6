package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles/export"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/part"
	"hearsay/articles/reviews"
)

// exportOptions are what the command line says about exporting.
type exportOptions struct {
	format, output, offsets string
	samples                 []string
	force                   bool
	// reviewed and all ask for articles of the library: those that were reviewed, or every one. reviewer is whose
	// decisions they are written with.
	reviewed, all bool
	reviewer      string
	// speakers, kinds and sure tell which quotes are wanted; the zero values want all.
	speakers, kinds []string
	sure            bool
}

func exportCommand(p *program) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:                   "export [-f FORMAT] [-o FILE|DIR] [--sample NAME] [FILE...]",
		DisableFlagsInUseLine: true,
		Short:                 "Write articles with their quotes in the formats others read",
		Long: `Find who said what in articles and write it in a format that other programs, or people, read. FILE
is what analyze reads, or the KEY of an article of the library; - or no FILE is standard input.
What a reviewer corrected is written as it was corrected: by you, where you reviewed it, or by its only
reviewer. Where others reviewed it, --reviewer NAME chooses one; without it what the machine found is
written and that is told, or, with --reviewed, the article is left out and the exit code is 1.

` + formatList() + `

Without -f the ending of -o tells the format. -o names a file for all articles; or, if it ends in / or
is one already, a folder, in which each article has a file named for its id. Nothing in a folder is
written over unless --force says so, and never what an article was read from.

--speaker, --kind and --sure leave out all other quotes, and the positions that these alone show; what
is left says that it is a part. Several speakers and several kinds may be named.

Offsets count Unicode code points; for csv and doccano --offsets utf16 counts what JavaScript does.
Quotes within quotes overlap, which a doccano project must allow; in conll the outer one counts. In csv
an apostrophe stands before what a spreadsheet would take for a formula. hearsay score reads what brat,
Prodigy and doccano write. The manual page tells more of each format.`,
		Example: `  hearsay export -o call.html call.txt              a page to read and to print
  hearsay export -f brat -o annotated/ *.txt        to be corrected in brat
  hearsay export -o quotes.csv corpus.jsonl         a table of all quotes
  hearsay export -o putin.csv --speaker Putin --kind direct --sure call.txt
  hearsay export -f html -o pages/ corpus.jsonl     a page for each article
  hearsay export -f w3c --sample strait-call | jq .items`,
		RunE: func(_ *cobra.Command, files []string) error { return exporter{p, o}.run(files) },
	}
	o.register(c)
	p.libraryFlag(c)
	p.readingFlags(c)
	return c
}

// formatList tells of every format in a line.
func formatList() string {
	var b strings.Builder
	for _, e := range exports(0, offsets.Points) {
		fmt.Fprintf(&b, "  %-14s %s\n", e.name, e.about)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (o *exportOptions) register(c *cobra.Command) {
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVarP(&o.format, "format", "f", "", "`FORMAT` of the output: one of those above")
	flags.StringVarP(&o.output, "output", "o", "",
		"write to this `FILE`, or to files in this folder, instead of standard output")
	flags.StringVar(&o.offsets, "offsets", offsets.Points.String(),
		"`UNIT` that offsets count: "+strings.Join(offsets.Units(), ", "))
	flags.StringArrayVar(&o.samples, "sample", nil, "export the built-in article `NAME` (hearsay samples lists them)")
	flags.BoolVar(&o.reviewed, "reviewed", false,
		"export all articles of the library that somebody, or --reviewer, has reviewed")
	flags.BoolVar(&o.all, "all", false, "export all articles of the library")
	flags.StringVar(&o.reviewer, "reviewer", "", "as the reviewer of this `NAME` corrected them")
	flags.StringArrayVar(&o.speakers, "speaker", nil, "only quotes by the speaker of this `NAME`, or of a part of it")
	flags.StringSliceVar(&o.kinds, "kind", nil, "only quotes of this `KIND`: "+strings.Join(kindNames(), ", "))
	flags.BoolVar(&o.sure, "sure", false, "only quotes that are sure, 0.85 or more")
	flags.BoolVar(&o.force, "force", false, "write over files that are in the folder")
	for flag, choices := range map[string][]string{"format": exportNames(), "offsets": offsets.Units(),
		"kind": kindNames(), "sample": sampleNames()} {
		// It fails only for a flag that does not exist.
		_ = c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return choices, cobra.ShellCompDirectiveNoFileComp
		})
	}
}

func exportNames() []string {
	var names []string
	for _, e := range exports(0, offsets.Points) {
		names = append(names, e.name)
	}
	return names
}

// exporter is one run of export.
type exporter struct {
	*program
	o exportOptions
}

// run finds out where to write what, and writes it.
func (p exporter) run(files []string) error {
	o := p.o
	wanted, err := o.wanted()
	if err != nil {
		return err
	}
	e, err := p.exporting()
	if err != nil {
		return err
	}
	inputs, err := p.exported(files)
	if err != nil {
		return p.libraryFault(err)
	}
	if len(inputs) == 0 {
		return usage("no article: name a FILE, pipe one to standard input, or take a --sample")
	}
	to, err := p.sink(e, inputs)
	if err != nil {
		return err
	}
	return p.writeAll(inputs, e.writers(), to, partOf(wanted, p.correctedBy(choosing{reviews.Choice{Named: o.reviewer,
		Asking: p.asking()}, o.reviewed})))
}

// kindNames are the kinds of quotes, as they are asked for.
func kindNames() []string {
	return []string{analysis.Direct.String(), analysis.Mixed.String(), analysis.Indirect.String()}
}

// wanted is which quotes are asked for.
func (o *exportOptions) wanted() (w part.Wanted, err error) {
	w.Speakers = o.speakers
	for _, s := range o.speakers {
		if strings.TrimSpace(s) == "" {
			return w, usage("--speaker is a name, or a part of one")
		}
	}
	for _, name := range o.kinds {
		at := slices.IndexFunc([]analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect},
			func(k analysis.Kind) bool { return k.String() == name })
		if at < 0 {
			return w, usage("--kind is %s, not %q", strings.Join(kindNames(), ", "), name)
		}
		w.Kinds = append(w.Kinds, []analysis.Kind{analysis.Direct, analysis.Mixed, analysis.Indirect}[at])
	}
	if o.sure {
		w.Least = analysis.Certain
	}
	return w, nil
}

// partOf leaves out of corrected articles what is not wanted, and tells of those of which nothing is left.
func partOf(wanted part.Wanted, correct corrector) corrector {
	if wanted.All() {
		return correct
	}
	return func(ctx context.Context, i *export.Item) (string, error) {
		note, err := correct(ctx, i)
		if err != nil {
			return note, err
		}
		*i = wanted.Of(*i)
		if len(i.Document.Quotes) == 0 {
			note = strings.TrimPrefix(note+"; no quotes "+wanted.String(), "; ")
		}
		return note, nil
	}
}

// exported are the articles that are asked for: those that are named, or those of the library.
func (p exporter) exported(files []string) ([]input, error) {
	o := p.o
	if o.reviewed || o.all {
		if len(files)+len(o.samples) > 0 {
			return nil, usage("name articles, or take --reviewed or --all, not both")
		}
		return p.shelved(o.reviewed, o.reviewer)
	}
	inputs, err := p.inputs(o.samples, files)
	return p.look(inputs), err
}

// exporting finds the format that is asked for.
func (p exporter) exporting() (*exporting, error) {
	o := p.o
	unit, err := offsets.Named(o.offsets)
	if err != nil {
		return nil, usage("--offsets is %s, not %q", strings.Join(offsets.Units(), ", "), o.offsets)
	}
	width := 0
	if o.toStandardOutput() {
		width = p.textWidth(0)
	}
	all := exports(width, unit)
	at := slices.IndexFunc(all, func(e exporting) bool { return e.name == o.format })
	if o.format == "" {
		ending := strings.ToLower(filepath.Ext(o.output))
		at = slices.IndexFunc(all, func(e exporting) bool { return e.endings[0] == ending })
	}
	if at < 0 && o.format == "" {
		return nil, usage("no format: name one with -f, %s", strings.Join(exportNames(), ", "))
	} else if at < 0 {
		return nil, usage("--format is %s, not %q", strings.Join(exportNames(), ", "), o.format)
	}
	if e := &all[at]; unit == offsets.Points || e.counts {
		return e, nil
	}
	return nil, usage("%s counts code points or nothing: --offsets %s is for csv and doccano", all[at].name, unit)
}

// toStandardOutput is true where no file is named.
func (o *exportOptions) toStandardOutput() bool { return o.output == "" || o.output == standardInput }

// toFolder is true where a folder is named.
func (o *exportOptions) toFolder(e *exporting) bool {
	info, err := os.Stat(o.output)
	return e.also != nil || err == nil && info.IsDir() || os.IsPathSeparator(o.output[len(o.output)-1])
}

// sink is what takes the output.
func (p exporter) sink(e *exporting, inputs []input) (sink, error) {
	o := p.o
	switch {
	case o.toStandardOutput() && e.also != nil:
		return nil, usage("%s has several files for an article: name a folder, such as -o %s/", e.name, e.name)
	case o.toStandardOutput():
		if e.alone && len(inputs) > 1 {
			return nil, usage("%s has a file for each article: name a folder, such as -o pages/", e.name)
		}
		return &stream{Writer: p.out, format: e.format}, nil
	case o.toFolder(e):
		s, err := newFolderSink(o.output, e, inputs, o.force)
		if err != nil {
			return nil, p.outputFault(o.output, err)
		}
		return s, nil
	case e.alone && len(inputs) > 1:
		return nil, usage("%s has a file for each article: name a folder, such as -o pages/", e.name)
	}
	info, err := os.Stat(o.output)
	for _, in := range inputFiles(inputs) {
		if err == nil && os.SameFile(in, info) {
			return nil, usage("%s is what is to be read: name another file with -o", o.output)
		}
	}
	s, err := newFileSink(o.output, e.format)
	if err != nil {
		return nil, p.outputFault(o.output, err)
	}
	return s, nil
}

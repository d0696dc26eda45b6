package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// scoreOptions are what the command line says about scoring.
type scoreOptions struct {
	format      string
	errors      int
	calibration bool
}

// scoreFormats are the ways the figures are written.
func scoreFormats() []string { return []string{"text", "json"} }

// scoreHelp tells what is measured, and on what.
const scoreHelp = `Hold what is found in articles against what people marked in them, GOLD, and write how much of it
was found and how much of what was found is right.

GOLD is a .jsonl file with an article a line, of which only content must be there:
{"id": "a1", "text": "…", "attributions": [{"content": [[0, 9]], "cue": [[10, 14]],
"source": [[15, 18]], "kind": "direct", "speaker": ["Ada Venn"]}]}; or what analyze writes; or
the lines of Prodigy or doccano with spans named Content, Cue and Source; or brat's .ann files with
their .txt files, one of them or a folder. Offsets count Unicode code points.

PRED holds predictions in one of these forms, for the articles of GOLD: those of the same id, or else of
the same text. Without it the articles are analysed now. - is standard input.

  content     a gold content is matched: by half of the words of the two, each by one prediction at most
  exact       by the same words
  attributed  a content is matched and the source is right: it shares a word that tells something
  strict      the same words of content and of source
  speaker     the content is matched and the speakers are those that GOLD names: all words of one name
              are in the other, or the last words are the same and the given names do not contradict
              each other (“T. Bell” for “Tom Bell”, not “Anna Bell”), titles and articles aside
  tokens      words of contents, matched or not
  alpha       Krippendorff's alpha over words that are source, cue, content or none

Where GOLD notes who is for or against what, "positions": [{"speaker": ["Ada Venn"], "stance":
"supports", "target": [[20, 28]]}], these are measured too:

  pair        speaker and target are right: half of the shorter target stands in the other, or half of
              the telling words of the one that has fewer are among the other's, wherever they stand
  triple      and the side is right
  explicit    recall of the triples that GOLD does not mark with "explicit": false

P is precision, R recall, F1 their harmonic mean. What is not defined, such as the precision of nothing
found, is n/a, and null in JSON. What cannot be read is told in a line on standard error
and left out, and the exit code is 1.`

func scoreCommand(p *program) *cobra.Command {
	var o scoreOptions
	c := &cobra.Command{
		Use:                   "score [-f FORMAT] [--errors N] [--calibration] GOLD [PRED]",
		DisableFlagsInUseLine: true,
		Short:                 "Measure how accurate it is on articles that you annotated",
		Long:                  scoreHelp,
		Example: `  hearsay score annotated.jsonl
  hearsay score --errors 20 --calibration brat/          what went wrong, and how far to trust confidence
  hearsay analyze a.jsonl | hearsay score a.jsonl -      what was found before
  hearsay score anna.jsonl ben.jsonl                     how far two people agree`,
		RunE: func(_ *cobra.Command, names []string) error {
			if err := p.checkScoring(o, names); err != nil {
				return err
			}
			return p.score(o, names)
		},
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVarP(&o.format, "format", "f", "text", "`FORMAT` of the figures: "+strings.Join(scoreFormats(), ", "))
	flags.IntVar(&o.errors, "errors", 0, "show the first `N` that were missed, have a wrong source, or are spurious")
	flags.BoolVar(&o.calibration, "calibration", false, "compare confidence with what is right")
	// It fails only for a flag that does not exist.
	_ = c.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string,
		cobra.ShellCompDirective) {
		return scoreFormats(), cobra.ShellCompDirectiveNoFileComp
	})
	return c
}

// checkScoring finds what is wrong with the command line.
func (p *program) checkScoring(o scoreOptions, names []string) error {
	switch {
	case !slices.Contains(scoreFormats(), o.format):
		return usage("--format is %s, not %q", strings.Join(scoreFormats(), ", "), o.format)
	case o.errors < 0:
		return usage("--errors is how many to show, 0 or more, not %d", o.errors)
	case len(names) == 0:
		return usage("nothing to score against: name GOLD, a .jsonl file or a folder of brat's files")
	case len(names) > 2:
		return usage("name GOLD and PRED, not %d files", len(names))
	}
	_, err := p.inputs(nil, names)
	return err
}

package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/ui/reader"
)

// sampleSize is how many quotes are drawn where nobody says how many: enough for an interval of ten points.
const sampleSize = 100

func sampleCommand(p *program) *cobra.Command {
	var f rootFlags
	draw := review.Sitting{Order: review.Random}
	c := &cobra.Command{
		Use:                   "sample [FLAG...] [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Review quotes that are drawn at random from all articles",
		Long: `Draw quotes at random from all articles of the library, or from those with a KEY, and review them:
the reader opens at the first, and goes on from article to article. How often the machine is right
on them ("hearsay review stats --drawn") is an unbiased estimate of how often it is right on all. The
same seed draws the same quotes of the same articles, whoever asks: with it a review goes on
another day, and a second reviewer gets the same.`,
		Example: `  hearsay review sample --size 100 --seed 7 --blind
  hearsay review stats --drawn`,
		ValidArgsFunction: p.completeKeys,
		RunE: func(c *cobra.Command, keys []string) error {
			switch {
			case draw.Size < 1:
				return usage("--size is how many quotes to draw, 1 or more, not %d", draw.Size)
			case !f.lines && (!p.outTerminal || !p.inTerminal):
				return usage("a review needs a terminal, or --lines")
			}
			if draw.Seed == 0 {
				draw.Seed = uint64(p.now().UnixNano())%90000 + 10000
			}
			return p.reviewSample(c, f, draw, keys)
		},
	}
	c.Flags().IntVar(&draw.Size, "size", sampleSize, "draw `N` quotes")
	c.Flags().Uint64Var(&draw.Seed, "seed", 0, "draw by this `NUMBER`; without it by one that nobody knows before")
	c.Flags().BoolVar(&draw.Blind, "blind", false, "hide the machine's answer until you have given yours")
	f.deciding(c)
	return c
}

// reviewSample opens the reader on the articles that quotes are drawn from.
func (p *program) reviewSample(c *cobra.Command, f rootFlags, draw review.Sitting, keys []string) error {
	s, faults, err := p.choose(c, f)
	if err != nil {
		return err
	}
	var inputs []input
	err = p.withLibrary(false, func(lib *library.Library) error {
		inputs, err = p.drawn(lib, draw, p.reviewerName(s.Reviewer), keys)
		return err
	})
	switch {
	case err != nil:
		return p.libraryFault(err)
	case len(inputs) == 0:
		return usage("there is no quote to draw: hearsay add FILE... puts articles into the library")
	}
	drawn := fmt.Sprintf("a random sample of %d, seed %d, in %s", draw.Size, draw.Seed, told.Count(len(inputs), "article"))
	open := func(o *reader.Options) { o.Reviewing = true }
	if f.lines {
		return openLines(p, inputs, s, append(faults, drawn), open)
	}
	return p.openReader(inputs, s, append(faults, drawn), p.in, open)
}

// drawn draws a sample from the articles with these keys, or from all that there are.
func (p *program) drawn(lib *library.Library, draw review.Sitting, reviewer string, keys []string) (inputs []input,
	err error) {
	ctx, stop := p.interrupts()
	defer stop()
	if keys, err = wholeKeys(ctx, p, lib, keys, func(library.Summary) bool { return true }); err != nil {
		return nil, err
	}
	done := newProgress(p, true)
	defer done.clear()
	find := func(ctx context.Context, a articles.Article) (*analysis.Document, error) {
		if key, err := lib.Holds(ctx, a.Text); err == nil {
			p.shelf.keys.Store(a.Text, key) // what is found in it is looked up and kept there
		}
		return p.find(ctx, a, nil)
	}
	keys, err = p.desk(reviewer).Sample(ctx, draw, keys, find, done.step)
	for _, key := range keys {
		inputs = append(inputs, input{name: key, key: key})
	}
	return inputs, err
}

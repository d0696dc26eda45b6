package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/library"
	"hearsay/ui/cli/oneline"
)

// removeOptions are what the command line says about removing.
type removeOptions struct{ yes, withReviews bool }

func removeCommand(p *program) *cobra.Command {
	var o removeOptions
	c := &cobra.Command{
		Use:                   "remove [FLAG...] KEY...",
		DisableFlagsInUseLine: true,
		Short:                 "Remove articles from the library",
		Long: `Remove articles from the library for good, with what was found in them. It asks before. Where one of the
keys is wrong, or where somebody has reviewed one of the articles and that is not to go too, it removes
nothing.`,
		Example: `  hearsay remove 3f9a2c1
  hearsay remove --yes --with-reviews 3f9a2c1 80b1d77`,
		ValidArgsFunction: p.completeKeys,
		RunE: func(_ *cobra.Command, names []string) error {
			if len(names) == 0 {
				return usage("no article: name a KEY (hearsay list shows them)")
			}
			if !o.yes && !p.inTerminal {
				return usage("there is nobody to ask: --yes removes without asking")
			}
			return p.libraryFault(p.withLibrary(false, func(lib *library.Library) error {
				return removal{p, o, lib}.run(names)
			}))
		},
	}
	p.libraryFlag(c)
	c.Flags().BoolVarP(&o.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&o.withReviews, "with-reviews", false, "remove what reviewers decided about them too")
	return c
}

// removal is one run of remove.
type removal struct {
	*program
	removeOptions
	lib *library.Library
}

// run removes the articles that names stand for, where that is agreed.
func (r removal) run(names []string) error {
	ctx := context.Background()
	all, err := r.chosen(ctx, names)
	if err != nil {
		return err
	}
	if !r.yes && !r.agreed(all) {
		return failure(exitFailed)
	}
	for _, s := range all {
		if err := r.lib.Remove(ctx, s.Key, r.withReviews); err != nil {
			return err
		}
	}
	return nil
}

// chosen are the articles that the names stand for, each once. Whatever keeps one of them from being removed is told,
// and then there are none.
func (r removal) chosen(ctx context.Context, names []string) ([]library.Summary, error) {
	byKey := map[string]library.Summary{}
	list, err := r.lib.List(ctx, library.All)
	if err != nil {
		return nil, err
	}
	for _, s := range list {
		byKey[s.Key] = s
	}
	var all []library.Summary
	var faults []string
	for _, name := range names {
		keys, err := keysOf(ctx, r.program, r.lib, name)
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		for _, key := range keys {
			s, ok := byKey[key]
			delete(byKey, key)
			switch {
			case s.Entries > 0 && !r.withReviews:
				faults = append(faults, (&library.Error{Name: key, Err: library.ErrReviewed,
					Hint: "--with-reviews removes the reviews too"}).Error())
			case ok:
				all = append(all, s)
			}
		}
	}
	return all, r.tellAll(faults)
}

// agreed asks before articles go for good.
func (r removal) agreed(all []library.Summary) bool {
	for _, s := range all {
		reviews := ""
		if s.Entries > 0 {
			reviews = ", with " + counted(s.Entries, "entry", "entries") + " of its reviews"
		}
		fmt.Fprintf(r.err, "%s  %s%s\n", s.Key, oneline.Clean(oneline.Shorten(s.Headline, oneline.LongestName)), reviews)
	}
	fmt.Fprint(r.err, "Remove from the library for good? [y/N] ")
	answer, _ := bufio.NewReader(r.in).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes"
}

// completeKeys offers the keys of all articles, with their titles.
func (p *program) completeKeys(*cobra.Command, []string, string) (keys []string, how cobra.ShellCompDirective) {
	how = cobra.ShellCompDirectiveNoFileComp
	lib, err := p.openLibrary(context.Background(), false)
	if err != nil {
		return nil, how
	}
	all, err := lib.List(context.Background(), library.All)
	if err != nil && !errors.Is(err, library.ErrDamaged) {
		return nil, how
	}
	for _, s := range all {
		keys = append(keys, s.Key+"\t"+oneline.Clean(oneline.Shorten(s.Headline, oneline.LongestName)))
	}
	return keys, how
}

package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hearsay/articles/export"
	"hearsay/articles/library"
	"hearsay/articles/reviews"
	"hearsay/ui/cli/settings"
)

// corrector lays what a reviewer decided over what was found in an article. The note is what there is to tell about it.
type corrector func(ctx context.Context, i *export.Item) (note string, err error)

// choosing says whose corrections are taken.
type choosing struct {
	reviews.Choice
	// must is true where nothing is to be written as the machine found it.
	must bool
}

// correctedBy gives articles of the library as a reviewer corrected them.
func (p *program) correctedBy(who choosing) corrector {
	return func(ctx context.Context, i *export.Item) (string, error) {
		lib, key, err := p.desk("").Holds(ctx, i.Article)
		if key == "" {
			return "", err
		}
		return p.correct(ctx, lib, key, who, i)
	}
}

// readBy does so for whoever reads: that a library cannot be asked keeps nobody from an article that is not read from
// it. It is told, and the article is as the machine found it.
func (p *program) readBy(who choosing) corrector {
	correct := p.correctedBy(who)
	return func(ctx context.Context, i *export.Item) (string, error) {
		note, err := correct(ctx, i)
		_, stored := p.shelf.keys.Load(i.Article.Text)
		if err == nil || stored || i.Reviewed != "" || ctx.Err() != nil {
			return note, err
		}
		return fmt.Sprintf("whether it was corrected cannot be told, this is what the machine found: %v", err), nil
	}
}

func (p *program) correct(ctx context.Context, lib *library.Library, key string, who choosing,
	i *export.Item) (note string, err error) {
	names, err := lib.Reviewers(ctx, key)
	if err != nil {
		return "", err
	}
	reviewer := who.Of(names)
	if reviewer == "" {
		return who.undecided(names)
	}
	c, err := reviews.Correct(ctx, lib, key, reviewer, i.Article, i.Document)
	if c == nil {
		return "", err
	}
	i.Document, i.Judged = c.Sheet.Document, c.Judged
	i.Reviewed = "Reviewed by " + reviewer + ": " + c.Progress.String() + "."
	if len(c.Beside) > 0 {
		i.Reviewed += " Notes on what is not among the quotes: " + strings.Join(c.Beside, "; ") + "."
	}
	return "", err
}

// undecided tells that an article has several reviewers, of whom none is chosen.
func (c choosing) undecided(names []string) (note string, err error) {
	if c.Named != "" || len(names) < 2 {
		return "", nil
	}
	note = fmt.Sprintf("reviewed by %s; --reviewer NAME chooses whose corrections are written", strings.Join(names, ", "))
	if c.must {
		return "", fmt.Errorf("%s; left out", note)
	}
	return note + ", this is what the machine found", nil
}

// asking is who asks: the reviewer of the settings, or whoever is logged in.
func (p *program) asking() string {
	// what is wrong there is told elsewhere
	s, _ := settings.Of(settings.Find(p.shelf.config, p.getenv, p.configHome), p.getenv)
	return p.reviewerName(s.Reviewer)
}

// shelved are the articles of the library as inputs: all of them, or those that somebody has reviewed, or one who is
// named.
func (p *program) shelved(onlyReviewed bool, named string) (inputs []input, err error) {
	ctx := context.Background()
	err = p.withLibrary(false, func(lib *library.Library) error {
		all, err := lib.List(ctx, library.All)
		if err != nil {
			return err
		}
		for _, s := range all {
			has := !onlyReviewed || s.Entries > 0
			if onlyReviewed && named != "" {
				names, err := lib.Reviewers(ctx, s.Key)
				if err != nil {
					return err
				}
				has = slices.Contains(names, named)
			}
			if has {
				inputs = append(inputs, input{name: s.Key, key: s.Key})
			}
		}
		if onlyReviewed && named != "" && len(inputs) == 0 {
			return usage("%q has reviewed nothing here", named)
		}
		return nil
	})
	return inputs, err
}

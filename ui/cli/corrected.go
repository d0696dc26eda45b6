package cli

import (
	"context"
	"slices"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/library"
	"hearsay/articles/review"
)

// corrector lays what a reviewer decided over what was found in an article, and says in a sentence what that was.
type corrector func(ctx context.Context, a articles.Article, d *analysis.Document) (*analysis.Document, string, error)

// correctedBy gives articles of the library as a reviewer corrected them: the one who is named, else whoever is asking if
// they have decided anything, else the only one there is.
func (p *program) correctedBy(named string) corrector {
	return func(ctx context.Context, a articles.Article, d *analysis.Document) (*analysis.Document, string, error) {
		lib, key, err := desk{program: p}.holds(ctx, a)
		if key == "" {
			return d, "", err
		}
		reviewer, err := p.correcting(ctx, lib, key, named)
		if reviewer == "" {
			return d, "", err
		}
		state, err := stateIn(ctx, lib, key, reviewer)
		if state == nil {
			return d, "", err
		}
		doc, _ := review.Apply(a.Text, d, state)
		c := []review.Case{{Article: key, Outlet: a.Outlet, Text: a.Text, Machine: d, State: state}}
		progress := review.ProgressOf(review.Sitting{Order: review.Reading}.Queue(c), c)
		return doc, "Reviewed by " + reviewer + ": " + progress.String() + ".", err
	}
}

func (p *program) correcting(ctx context.Context, lib *library.Library, key, named string) (string, error) {
	names, err := lib.Reviewers(ctx, key)
	for _, want := range []string{named, p.reviewerName("")} {
		if slices.Contains(names, want) {
			return want, err
		}
	}
	if named != "" || len(names) != 1 {
		return "", err
	}
	return names[0], err
}

// shelved are the articles of the library as inputs: all of them, or those that somebody has reviewed.
func (p *program) shelved(onlyReviewed bool) (inputs []input, err error) {
	err = p.withLibrary(false, func(lib *library.Library) error {
		all, err := lib.List(context.Background(), library.All)
		for _, s := range all {
			if !onlyReviewed || s.Entries > 0 {
				inputs = append(inputs, input{name: s.Key, key: s.Key})
			}
		}
		return err
	})
	return inputs, err
}

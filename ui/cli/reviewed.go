package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"hearsay/analysis"
	"hearsay/articles/gold"
	"hearsay/articles/library"
	"hearsay/articles/review"
	"hearsay/articles/review/annotation"
	"hearsay/articles/review/figures"
	"hearsay/articles/review/overlay"
)

// reviewed is what one reviewer decided about one article.
type reviewed struct {
	overlay.Case
	reviewer string
	id       string // the article's own
}

// reviewed is what was decided on the articles of the library, or on those with a key: all of it, or what one reviewer did.
func (p *program) reviewed(lib *library.Library, keys []string, reviewer string) ([]reviewed, error) {
	ctx := context.Background()
	keys, err := wholeKeys(ctx, lib, keys, func(s library.Summary) bool { return s.Entries > 0 })
	if err != nil {
		return nil, err
	}
	var out []reviewed
	for _, key := range keys {
		some, err := p.reviewsOf(ctx, lib, key, reviewer)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	switch {
	case len(out) == 0 && reviewer != "":
		return nil, usage("%q has reviewed nothing here", reviewer)
	case len(out) == 0:
		tell(p.err, "nothing is reviewed yet: open an article and press v")
	}
	return out, nil
}

// wholeKeys are the keys that names stand for; where there are no names, those of all articles that are wanted.
func wholeKeys(ctx context.Context, lib *library.Library, names []string, wanted func(library.Summary) bool) (keys []string, err error) {
	for _, name := range names {
		key, err := lib.Find(ctx, strings.TrimPrefix(name, libraryPrefix))
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
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

// reviewsOf is what was decided on one article.
func (p *program) reviewsOf(ctx context.Context, lib *library.Library, key, reviewer string) ([]reviewed, error) {
	names, err := lib.Reviewers(ctx, key)
	if err != nil {
		return nil, err
	}
	a, err := lib.Article(ctx, key)
	if err != nil {
		return nil, err
	}
	found := p.lastFound(ctx, lib, key)
	if found == nil {
		if found, err = p.analyze(ctx, a, nil); err != nil {
			return nil, err
		}
	}
	var out []reviewed
	for _, name := range names {
		if reviewer != "" && name != reviewer {
			continue
		}
		state, lost := stateIn(ctx, lib, key, name)
		if lost != nil {
			tell(p.err, lost.Error())
		}
		if state != nil {
			out = append(out, reviewed{overlay.Case{Article: key, Outlet: a.Outlet, Text: a.Text, Machine: found, State: state}, name, a.ID})
		}
	}
	return out, nil
}

// lastFound is what the newest engine found in an article of a library, nil where none has looked.
func (p *program) lastFound(ctx context.Context, lib *library.Library, key string) *analysis.Document {
	d, err := lib.Analysis(ctx, key)
	if err != nil {
		return nil // found anew
	}
	return d
}

func casesOf(all []reviewed) []overlay.Case {
	out := make([]overlay.Case, len(all))
	for i, r := range all {
		out[i] = r.Case
	}
	return out
}

// agreements compares reviewers of the library, two by two and each with the machine, or what people marked in files.
func (p *program) agreements(names []string) ([]figures.Agreement, error) {
	all, err := p.judges(names)
	if err != nil {
		return nil, err
	}
	var who []string
	for _, n := range names { // in the order in which they are named
		if len(by(all, n)) > 0 {
			who = append(who, n)
		}
	}
	for _, n := range reviewersOf(all) {
		if !slices.Contains(who, n) {
			who = append(who, n)
		}
	}
	for _, n := range names {
		if !slices.Contains(who, n) && !isThere(n) {
			return nil, usage("%q has reviewed nothing here", n)
		}
	}
	var out []figures.Agreement
	for i, a := range who {
		for _, b := range who[i+1:] {
			out = append(out, figures.AgreementOf(a, b, pairs(all, a, b)))
		}
	}
	for _, a := range who {
		out = append(out, figures.AgreementWithMachine(a, casesOf(by(all, a))))
	}
	return out, nil
}

// judges are those whose decisions are compared.
func (p *program) judges(names []string) (all []reviewed, err error) {
	if len(names) > 0 && isThere(names[0]) {
		for _, name := range names {
			some, err := p.markedBy(name)
			if err != nil {
				return nil, err
			}
			all = append(all, some...)
		}
		return all, nil
	}
	err = p.withLibrary(false, func(lib *library.Library) error {
		all, err = p.reviewed(lib, nil, "")
		return err
	})
	if len(names) > 0 {
		all = slices.DeleteFunc(all, func(r reviewed) bool { return !slices.Contains(names, r.reviewer) })
	}
	return all, err
}

// reviewersOf are those who decided anything, in the order in which they come up.
func reviewersOf(all []reviewed) (who []string) {
	for _, r := range all {
		if !slices.Contains(who, r.reviewer) {
			who = append(who, r.reviewer)
		}
	}
	return who
}

func by(all []reviewed, name string) []reviewed {
	return slices.DeleteFunc(slices.Clone(all), func(r reviewed) bool { return r.reviewer != name })
}

// pairs are the articles that two reviewed, each with what both decided.
func pairs(all []reviewed, a, b string) (out []overlay.Case) {
	for _, r := range by(all, a) {
		for _, s := range by(all, b) {
			if r.Article == s.Article && r.Text == s.Text {
				c := r.Case
				c.Other = s.State
				out = append(out, c)
			}
		}
	}
	return out
}

// markedBy is what a person marked in a file, as their decisions on what the machine finds there.
func (p *program) markedBy(file string) (out []reviewed, err error) {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	for m, err := range (&gold.Reader{}).Open(file) {
		if err != nil {
			return nil, err
		}
		c, err := p.decisionsOf(m, name)
		if err != nil {
			return nil, err
		}
		out = append(out, reviewed{c, name, m.ID})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: %w in it", file, errors.New("no marked article"))
	}
	return out, nil
}

// decisionsOf makes decisions of what somebody marked in an article.
func (p *program) decisionsOf(m gold.Marked, name string) (overlay.Case, error) {
	marks, err := m.Attributions(m.Text)
	if err != nil {
		return overlay.Case{}, err
	}
	found, err := p.analyze(context.Background(), m.Article, nil)
	if err != nil {
		return overlay.Case{}, err
	}
	pen := &review.Writer{Reviewer: name, Article: m.ID, Text: m.Text, Now: p.now}
	return overlay.Case{Article: m.ID, Outlet: m.Outlet, Text: m.Text, Machine: found, State: review.Fold(annotation.Entries(pen, found, marks))}, nil
}

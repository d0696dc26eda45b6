package people

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hearsay/articles/following"
	"hearsay/articles/people"
)

func join(d Desk) *cobra.Command {
	var spelling bool
	c := command("join [FLAG...] NAME NAME...", "Say that several are one",
		`Say that the first person and each of the others are one. With --called the others are spellings: all
who are called just that are the first person, in articles to come too.`, least(2, "at least two who are one"),
		func(args []string) error {
			return d.decide(args[0], func(ctx context.Context, f *following.Follower, a *people.Key) ([]people.Decision, error) {
				var out []people.Decision
				for _, other := range args[1:] {
					if spelling {
						out = append(out, people.Decision{Act: people.JoinThem, A: a, Spelling: other})
						continue
					}
					r, who, err := d.one(ctx, f, other)
					if err != nil {
						return nil, err
					}
					out = append(out, people.Decision{Act: people.JoinThem, A: a, B: r.Anchor(who)})
				}
				return out, nil
			})
		})
	c.Flags().BoolVar(&spelling, "called", false, "the others are spellings: join all who are called just that")
	return c
}

// decide finds a person and keeps what is decided about them.
func (d Desk) decide(name string, what func(context.Context, *following.Follower, *people.Key) ([]people.Decision,
	error)) error {
	return d.Follow(func(ctx context.Context, f *following.Follower) error {
		r, who, err := d.one(ctx, f, name)
		if err != nil {
			return err
		}
		all, err := what(ctx, f, r.Anchor(who))
		if err != nil {
			return err
		}
		if err := f.Decide(ctx, all...); err != nil {
			return err
		}
		for _, one := range all {
			d.Tell(clean(one.String()))
		}
		return nil
	})
}

func part(d Desk) *cobra.Command {
	var spelling string
	c := command("part [FLAG...] NAME [NAME|KEY...]", "Say that somebody is not the person they were taken for",
		`Say that who is heard under the first NAME in the articles with these keys is not that person; or that
another person is not, and is not to be asked about again. With --called, that none who is called just
that is.`,
		least(1, "whom to part"), func(args []string) error {
			if len(args) == 1 && spelling == "" {
				return errors.New("name who is not that person: another NAME, the KEY of an article, or --called SPELLING")
			}
			return d.decide(args[0], func(ctx context.Context, f *following.Follower, a *people.Key) ([]people.Decision, error) {
				var out []people.Decision
				if spelling != "" {
					out = append(out, people.Decision{Act: people.PartThem, A: a, Spelling: spelling})
				}
				for _, other := range args[1:] {
					b, err := d.parted(ctx, f, a, other)
					if err != nil {
						return nil, err
					}
					out = append(out, people.Decision{Act: people.PartThem, A: b.from, B: b.who})
				}
				return out, nil
			})
		})
	c.Flags().StringVar(&spelling, "called", "", "none who is called just `SPELLING` is that person")
	return c
}

// parting is who is not whom.
type parting struct{ from, who *people.Key }

// parted finds whom to take from a person: who is heard under their name in an article, or another person.
func (d Desk) parted(ctx context.Context, f *following.Follower, a *people.Key, other string) (parting, error) {
	r, who, err := f.OfVoice(ctx, *a)
	if err != nil {
		return parting{}, d.fault(err)
	}
	voices := r.People[who].Voices
	for i, v := range voices {
		if len(other) < fewestDigits || !strings.HasPrefix(r.Voices[v].Article, strings.ToLower(other)) {
			continue
		}
		switch {
		case len(voices) == 1:
			return parting{}, d.Fail(fmt.Sprintf("%s is in %s alone: there is nobody to part them from", r.People[who].Name,
				other))
		case i == 0: // the others keep the name that decisions know them by
			return parting{&r.Voices[voices[1]].Key, &r.Voices[v].Key}, nil
		}
		return parting{a, &r.Voices[v].Key}, nil
	}
	s, b, err := d.one(ctx, f, other)
	if err != nil {
		return parting{}, err
	}
	return parting{a, s.Anchor(b)}, nil
}

// fewestDigits is how much of an article's key must be given.
const fewestDigits = 4

func rename(d Desk) *cobra.Command {
	return command("rename NAME NEW", "Say by which name a person is shown",
		`Say by which name a person is shown, in articles to come too.`, exactly(2, "a person and the new name"),
		func(args []string) error {
			return d.decide(args[0], func(_ context.Context, _ *following.Follower, a *people.Key) ([]people.Decision, error) {
				return []people.Decision{{Act: people.Rename, A: a, Name: strings.TrimSpace(args[1])}}, nil
			})
		})
}

func nobody(d Desk) *cobra.Command {
	return command("nobody NAME...", "Say that this is nobody",
		`Say that this is nobody: words that were taken for a person. They are listed no more.`, least(1, "who is nobody"),
		func(args []string) error {
			return d.decide(strings.Join(args, " "),
				func(_ context.Context, _ *following.Follower, a *people.Key) ([]people.Decision, error) {
					return []people.Decision{{Act: people.Nobody, A: a}}, nil
				})
		})
}

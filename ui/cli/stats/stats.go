// Package stats is the command line's outlook on the library: who is heard how much in it, for people, as JSON and as
// CSV. It promises that a line fits the terminal, and that whatever stands in a name acts on none.
package stats

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/following"
	"hearsay/articles/outlook"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/people"
)

// asked are what the command line says.
type asked struct {
	json, csv                      bool
	most                           uint64
	outlet, speaker, since, before string
}

// usualLength is how many lines of each list are written where nothing else is said.
const usualLength = 20

// Command is "hearsay stats".
func Command(d people.Desk) *cobra.Command {
	var a asked
	c := &cobra.Command{
		Use:                   "stats [FLAG...] [KEY...]",
		DisableFlagsInUseLine: true,
		Short:                 "Tell who is heard how much in the library",
		Long: `Tell who is heard how much in the library, or in the articles with these KEYs (@QUERY for those that a
query finds): quotes and words by
speaker, outlet, kind and month, and which share is direct, by persons, organisations, groups and
documents, by the named, and by women and men, as names and pronouns in the text show. Where
articles are a sample, the brackets tell where a share lies in 95 of 100 of them, drawn article by
article.`,
		Example: `  hearsay stats --since 2026-01 --outlet courier
  hearsay stats --speaker "Elin Vasstrand"
  hearsay stats --csv > outlook.csv`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, keys []string) error {
			n, err := a.narrowed()
			if err != nil {
				return err
			}
			return d.Follow(func(ctx context.Context, f *following.Follower) error { return a.write(ctx, d, f, n, keys) })
		},
	}
	d.Flags(c)
	flags := c.Flags()
	flags.BoolVar(&a.json, "json", false, "write a JSON object, for other programs")
	flags.BoolVar(&a.csv, "csv", false, "write a table as CSV")
	flags.Uint64Var(&a.most, "most", usualLength, "write so many `LINES` of each list")
	flags.StringVar(&a.outlet, "outlet", "", "only articles of outlets with this `NAME` in theirs")
	flags.StringVar(&a.speaker, "speaker", "", "only what the people of this `NAME` or handle say")
	flags.StringVar(&a.since, "since", "", "only articles of this `DAY` and later: 2026, 2026-03, 2026-03-14")
	flags.StringVar(&a.before, "before", "", "only articles from before this `DAY`")
	return c
}

func (a *asked) narrowed() (n following.Narrowed, err error) {
	n.Outlet, n.Speaker = a.outlet, a.speaker
	if a.json && a.csv {
		return n, errors.New("--json and --csv are two formats: take one of them")
	}
	if n.Since, err = day("since", a.since); err == nil {
		n.Before, err = day("before", a.before)
	}
	return n, err
}

// day reads a day, a month or a year: its beginning.
func day(flag, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("--%s is a year, a month or a day, such as 2026-03-14, not “%s”", flag, s)
}

func (a *asked) write(ctx context.Context, d people.Desk, f *following.Follower, n following.Narrowed,
	keys []string) error {
	for _, name := range keys {
		some, err := d.Keys(ctx, f.Library, name)
		if err != nil {
			return err
		}
		n.Keys = append(n.Keys, some...)
	}
	o, err := f.Outlook(ctx, n)
	switch {
	case errors.Is(err, following.ErrNobody):
		return d.Fail(err.Error() + ": hearsay people list shows who is there")
	case err != nil:
		return err
	}
	return d.Write(func(w io.Writer) error {
		switch {
		case a.json:
			return export.Indented(w, o)
		case a.csv:
			return o.WriteCSV(w)
		}
		return writeText(w, o, int(min(a.most, 1<<20)), d.Columns)
	})
}

// nameCells is how much room names have, and barCells bars.
const nameCells, barCells = 32, 20

func writeText(w io.Writer, o *outlook.Outlook, most, width int) error {
	for i, l := range o.Lines(most) {
		s := oneline.Clean(l.Name)
		switch {
		case l.Heading:
			s = strings.ToUpper(s[:1]) + s[1:] + "  " + oneline.Clean(l.Figures)
		case i > 0 && !l.Note && l.Name != "":
			s = "  " + fit(s, nameCells) + "  " + fit(l.Bar, barCells) + "  " + l.Figures
		}
		if width > 0 {
			s = ansi.Truncate(s, width, "…")
		}
		if _, err := io.WriteString(w, strings.TrimRight(s, " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// fit gives words exactly so many cells.
func fit(s string, cells int) string {
	s = ansi.Truncate(s, cells, "…")
	return s + strings.Repeat(" ", cells-ansi.StringWidth(s))
}

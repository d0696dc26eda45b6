package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/query"
	"hearsay/articles/reviews"
	"hearsay/ui/cli/oneline"
	"hearsay/ui/cli/pipeline"
	"hearsay/ui/cli/search"
)

func listCommand(p *program) *cobra.Command {
	var asJSON bool
	by := finding.Page{Order: finding.Added, Most: library.All}
	c := &cobra.Command{
		Use:                   "list [FLAG...] [QUERY]",
		DisableFlagsInUseLine: true,
		Short:                 "List the articles of the library",
		Long: `List the articles of the library, or those that a QUERY finds (hearsay search --help), those that were
added last first: the key, the article's date, its quotes and speakers, how many quotes a reviewer has
decided on (of several the one who did on most), and its title and outlet.`,
		Example: `  hearsay list
  hearsay list --by quotes unread since:7d
  hearsay list --json | jq -r '.[] | select(.decided == 0) | .key'`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, words []string) error {
			if !slices.Contains(finding.Orders(), by.Order) {
				return usage("--by is one of %s, not %q", orderNames(), by.Order)
			}
			asked := search.Joined(words)
			if _, err := query.Parse(asked); err != nil {
				return usage("%s", search.Fault(asked, err))
			}
			// Numbers and times are listed from the greatest on, words from A on; turned round, the other way.
			falling := by.Order != finding.Title && by.Order != finding.Outlet
			page := by
			page.Backwards = falling != by.Backwards
			return p.list(asJSON, asked, page)
		},
	}
	p.libraryFlag(c)
	c.Flags().StringVar((*string)(&by.Order), "by", string(finding.Added), "list by `COLUMN`: "+orderNames())
	c.Flags().BoolVar(&by.Backwards, "backwards", false, "list the other way round")
	c.Flags().BoolVar(&asJSON, "json", false, "write a JSON array, for other programs")
	return c
}

func orderNames() string {
	var names []string
	for _, o := range finding.Orders() {
		names = append(names, string(o))
	}
	return strings.Join(names, ", ")
}

// list writes the library's articles that a query finds; there are none where it was never begun.
func (p *program) list(asJSON bool, asked string, page finding.Page) error {
	var all []library.Summary
	var decided map[string]int
	err := p.withLibrary(false, func(lib *library.Library) (err error) {
		if all, err = listed(p, lib, asked, page); err == nil {
			decided, err = decidedQuotes(lib, all)
		}
		return err
	})
	if err != nil && !errors.Is(err, library.ErrMissing) {
		return p.libraryFault(err)
	}
	switch {
	case len(all) == 0 && asked != "":
		tell(p.err, "no article of the library is found")
	case len(all) == 0:
		tell(p.err, "no articles are kept yet: hearsay add FILE keeps one")
	}
	return p.write(func(w io.Writer) error {
		if asJSON {
			return listJSON(w, all, decided)
		}
		return listText(w, all, decided, p.columns)
	})
}

// listed are the articles of the library that a query finds, in the order of a page.
func listed(p *program, lib *library.Library, asked string, page finding.Page) ([]library.Summary, error) {
	ctx, stop := p.interrupts()
	defer stop()
	all, err := lib.List(ctx, library.All)
	if err != nil || asked == "" && page.Order == finding.Added && page.Backwards {
		return all, err
	}
	f := finding.Finder{Library: lib, Now: p.now}
	e, err := f.Parse(ctx, asked)
	if err != nil {
		return nil, usage("%s", search.Fault(asked, err))
	}
	if asked != "" {
		if err := prepare(ctx, p, lib); err != nil {
			return nil, err
		}
	}
	rows, err := f.Find(ctx, e, page)
	byKey := make(map[string]library.Summary, len(all))
	for _, s := range all {
		byKey[s.Key] = s
	}
	out := make([]library.Summary, 0, len(rows))
	for _, r := range rows {
		out = append(out, byKey[r.Key])
	}
	return out, err
}

// decidedQuotes is on how many quotes of each article, by its key, a reviewer came to a verdict: of several reviewers,
// the one who did on most. Logs are long, so they are read on all cores.
func decidedQuotes(lib *library.Library, all []library.Summary) (map[string]int, error) {
	type count struct {
		key string
		n   int
		err error
	}
	out := map[string]int{}
	err := pipeline.InOrder(context.Background(), slices.Values(all), func(ctx context.Context, s library.Summary) count {
		if s.Entries == 0 {
			return count{key: s.Key}
		}
		n, err := reviews.DecidedQuotes(ctx, lib, s.Key)
		return count{s.Key, n, err}
	}, func(c count) error {
		out[c.key] = c.n
		return c.err
	})
	return out, err
}

// listing is an article in the list as JSON has it.
type listing struct {
	Key      string `json:"key"`
	ID       string `json:"id"`
	Title    string `json:"title"`
	Outlet   string `json:"outlet,omitempty"`
	Date     string `json:"date,omitempty"`
	Address  string `json:"address,omitempty"`
	Added    string `json:"added"`
	Language string `json:"language,omitempty"`
	Engine   string `json:"engine,omitempty"`
	Quotes   int    `json:"quotes"`
	Speakers int    `json:"speakers"`
	Decided  int    `json:"decided"`
}

func listJSON(w io.Writer, all []library.Summary, decided map[string]int) error {
	out := make([]listing, len(all))
	for i, s := range all {
		out[i] = listing{Key: s.Key, ID: s.ID, Title: s.Headline, Outlet: s.Outlet, Date: dayOf(s.Date), Address: s.Address,
			Added: s.Added.Format(time.RFC3339), Language: s.Language, Engine: s.Engine, Quotes: s.Quotes,
			Speakers: s.Speakers, Decided: decided[s.Key]}
	}
	return export.Indented(w, out)
}

// listText writes the list as columns. On a terminal, whose width is then given, no line is broken.
func listText(w io.Writer, all []library.Summary, decided map[string]int, width int) error {
	if len(all) == 0 {
		return nil
	}
	rows := [][]string{{"KEY", "DATE", "QUOTES", "SPEAKERS", "DECIDED", "TITLE"}}
	for _, s := range all {
		title := s.Headline
		if s.Outlet != "" {
			title += " · " + s.Outlet
		}
		rows = append(rows, []string{s.Key, dayOf(s.Date), strconv.Itoa(s.Quotes), strconv.Itoa(s.Speakers),
			strconv.Itoa(decided[s.Key]), oneline.Clean(title)})
	}
	wide := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			wide[i] = max(wide[i], ansi.StringWidth(cell))
		}
	}
	for _, row := range rows {
		if _, err := io.WriteString(w, listLine(row, wide, width)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// listLine puts the cells of a row under those above, numbers to the right.
func listLine(row []string, wide []int, width int) string {
	var b strings.Builder
	last := len(row) - 1
	for i, cell := range row[:last] {
		space := strings.Repeat(" ", wide[i]-ansi.StringWidth(cell))
		if i >= 2 && i <= 4 {
			b.WriteString(space + cell + "  ")
		} else {
			b.WriteString(cell + space + "  ")
		}
	}
	b.WriteString(row[last])
	if width == 0 {
		return b.String()
	}
	return ansi.Truncate(b.String(), width, "…")
}

// dayOf is a date without its time; nothing where it is not known.
func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

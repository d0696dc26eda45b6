// Package search is the command line's way to ask a library: to find the places that a query means, to tag articles,
// and to save queries. It promises that a line fits the terminal, that what is wrong with a query is told at its place,
// and that whatever stands in an article acts on no terminal.
package search

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/export/offsets"
	"hearsay/articles/export/told"
	"hearsay/articles/library"
	"hearsay/articles/library/finding"
	"hearsay/articles/query"
	"hearsay/ui/cli/oneline"
)

// Desk is what the command line gives its commands.
type Desk struct {
	// Find opens the library, with what is said and who is heard in it known, and hands over who finds in it.
	Find func(do func(context.Context, finding.Finder) error) error
	// Keys are those of the articles that a name stands for: a key, an id, or a query behind an "@".
	Keys func(ctx context.Context, lib *library.Library, name string) ([]string, error)
	// Write writes the whole output, Tell a line for a person; Fail does too, and is the error of a command that failed.
	Write func(func(io.Writer) error) error
	Tell  func(string)
	Fail  func(string) error
	// Flags adds those of the library.
	Flags func(*cobra.Command)
	// Columns is how wide the terminal is; 0 for none.
	Columns int
}

// Language tells of the language of queries, a line each.
const Language = `  flood wall            both words, anywhere in the article; flo* for all that begins so
  "flood wall"          these words side by side
  speaker:marsh         somebody of this name is quoted
  said:"no tax"         within a quote; with speaker: or kind: beside it, within one of theirs
  kind:direct           direct, indirect or mixed
  position:supports     somebody supports, opposes or is neutral; with about: on that, with speaker: they
  about:inquiry         a position is taken on it
  title: outlet: feed: tag: lang:
  since:2026-01         of that day, month or year and later, or 7d, 2w, 3m, 1y ago; before: likewise
  unread reviewed unsure
  -rain                 not; also before brackets
  a or b, (a or b) c    one or the other
  @week                 the saved query of this name`

// Command is "hearsay search".
func Command(d Desk) *cobra.Command {
	var asJSON bool
	var most uint64
	c := &cobra.Command{
		Use:                   "search [FLAG...] QUERY",
		DisableFlagsInUseLine: true,
		Short:                 "Find what was said, by whom, and where, in the articles of the library",
		Long: `Find the places in the library's articles that a QUERY means: quotes, with who says them, where the
query asks for quotes, else sentences with the words that it looks for; the articles that came last
first. Several words need no quotation marks; a shell asks for them around brackets and stars.

A QUERY is, and so are "hearsay list QUERY" and, where a KEY is asked for, "@QUERY":

` + Language,
		Example: `  hearsay search said:tax speaker:marsh
  hearsay search '"flood wall" (position:opposes or unsure) since:3m'
  hearsay export -f csv @speaker:marsh > marsh.csv`,
		ValidArgsFunction: d.complete,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("say what to look for: a QUERY, such as said:tax or speaker:marsh")
			}
			asked := Joined(args)
			if _, err := query.Parse(asked); err != nil {
				return errors.New(Fault(asked, err))
			}
			return d.Find(func(ctx context.Context, f finding.Finder) error {
				e, err := f.Parse(ctx, asked)
				if err != nil {
					return d.Fail(Fault(asked, err))
				}
				return d.hits(ctx, f, e, int(min(most, 1<<20)), asJSON)
			})
		},
	}
	d.Flags(c)
	c.Flags().BoolVar(&asJSON, "json", false, "write a JSON array, for other programs")
	c.Flags().Uint64Var(&most, "most", usualHits, "write so many `PLACES`")
	return c
}

// usualHits is how many places are written where nothing else is said.
const usualHits = 50

// Joined makes one query of the words of a command line. What a shell has taken the marks from, "said:no tax", is still
// one phrase; what says more of a query behind the field, "said:tax -rain", is none.
func Joined(args []string) string {
	out := make([]string, len(args))
	for i, a := range args {
		name, value, fielded := strings.Cut(a, ":")
		words := strings.Fields(value)
		if fielded && len(words) > 1 && !strings.Contains(name, " ") && !slices.ContainsFunc(words, saysMore) {
			a = name + `:"` + value + `"`
		}
		out[i] = a
	}
	return strings.Join(out, " ")
}

// saysMore reports whether a word behind others is no part of a phrase, but of a query.
func saysMore(word string) bool {
	if strings.EqualFold(word, "or") || strings.ContainsAny(word, `:@"“”()`) {
		return true
	}
	e, err := query.Parse(word)
	_, plain := e.(query.Term)
	return err != nil || !plain
}

// Unflagged puts for the "-" of what is not wanted, in the arguments of a command that takes a query, a sign that is no
// flag's: "hearsay search rain -snow". Flags are written with two, but for -h.
func Unflagged(args []string) []string {
	if len(args) == 0 || !slices.Contains([]string{"search", "list", "views"}, args[0]) {
		return args
	}
	out := slices.Clone(args)
	for i, a := range out {
		if a == "--" {
			break
		}
		if len(a) > 1 && a[0] == '-' && a[1] != '-' && a != "-h" {
			out[i] = query.Minus + a[1:]
		}
	}
	return out
}

// Fault tells in a line what is wrong with a query, and where.
func Fault(s string, err error) string {
	var e *query.Error
	if !errors.As(err, &e) || e.To > len(s) || e.From >= e.To {
		return oneline.Clean(err.Error())
	}
	place := oneline.Clean(oneline.Shorten(s[e.From:e.To], longestPlace))
	return fmt.Sprintf("at “%s” (%d): %s", place, 1+utf8.RuneCountInString(s[:e.From]), oneline.Clean(err.Error()))
}

// longestPlace is how much is shown of what is wrong in a query.
const longestPlace = 30

// complete completes the last word of a query.
func (d Desk) complete(_ *cobra.Command, _ []string, typed string) (out []string, how cobra.ShellCompDirective) {
	_ = d.Find(func(ctx context.Context, f finding.Finder) error {
		c := query.Complete(typed, len(typed), func(field query.Field, prefix string) []string {
			values, _ := f.Values(ctx, field, prefix)
			return values
		})
		for _, o := range c.Options {
			out = append(out, typed[:c.From]+o)
		}
		return nil
	})
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// hit is a place as JSON has it. Offsets are code points, of marks from where the words begin.
type hit struct {
	Key     string   `json:"key"`
	Title   string   `json:"title"`
	Outlet  string   `json:"outlet,omitempty"`
	Date    string   `json:"date,omitempty"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Words   string   `json:"words"`
	Marks   [][2]int `json:"marks,omitempty"`
	Speaker string   `json:"speaker,omitempty"`
	Kind    string   `json:"kind,omitempty"`
}

func (d Desk) hits(ctx context.Context, f finding.Finder, e query.Expr, most int, asJSON bool) error {
	page := finding.Page{Order: finding.Added, Backwards: true, Most: library.All}
	found, err := f.Hits(ctx, e, page, most)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		d.Tell("nothing is found")
	}
	return d.Write(func(w io.Writer) error {
		if asJSON {
			return writeJSON(ctx, w, f, found)
		}
		return writeText(w, found, d.Columns)
	})
}

func writeJSON(ctx context.Context, w io.Writer, f finding.Finder, found []finding.Hit) error {
	out := make([]hit, len(found))
	var key string
	var ruler *offsets.Ruler
	for i, h := range found {
		if h.Key != key {
			a, err := f.Library.Article(ctx, h.Key)
			if err != nil {
				return err
			}
			key, ruler = h.Key, offsets.New(a.Text, offsets.Points)
		}
		out[i] = hit{Key: h.Key, Title: h.Headline, Outlet: h.Outlet, Date: day(h.Date), Words: h.Words, Speaker: h.Speaker,
			Start: ruler.At(h.Span.Start), End: ruler.At(h.Span.End)}
		if h.Quote >= 0 {
			out[i].Kind = h.Kind.String()
		}
		for _, m := range h.Marks {
			out[i].Marks = append(out[i].Marks, [2]int{ruler.At(h.Span.Start+m.Start) - out[i].Start,
				ruler.At(h.Span.Start+m.End) - out[i].Start})
		}
	}
	return export.Indented(w, out)
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// writeText writes each article in a line, and below it the places in it. On a terminal, whose width is then given, no
// line is broken.
func writeText(w io.Writer, found []finding.Hit, width int) error {
	key := ""
	for _, h := range found {
		var lines []string
		if h.Key != key {
			key = h.Key
			head := []string{h.Key}
			for _, s := range []string{day(h.Date), titled(h.Headline, h.Outlet), strings.Join(hashed(h.Tags), " ")} {
				if s != "" {
					head = append(head, s)
				}
			}
			lines = append(lines, strings.Join(head, "  "))
		}
		words := h.Words
		if h.Quote >= 0 {
			who := h.Speaker
			if who == "" {
				who = "speaker unknown"
			}
			words = who + " (" + h.Kind.String() + "): " + words
		}
		if words != "" {
			lines = append(lines, "    "+words)
		}
		for _, l := range lines {
			if l = oneline.Clean(l); width > 0 {
				l = ansi.Truncate(l, width, "…")
			}
			if _, err := io.WriteString(w, l+"\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

func titled(headline, outlet string) string {
	if outlet == "" {
		return headline
	}
	return headline + " · " + outlet
}

func hashed(tags []string) (out []string) {
	for _, t := range tags {
		out = append(out, "#"+t)
	}
	return out
}

// TagCommand is "hearsay tag".
func TagCommand(d Desk) *cobra.Command {
	var add, remove []string
	c := &cobra.Command{
		Use:                   "tag [--add TAG...] [--remove TAG...] KEY...",
		DisableFlagsInUseLine: true,
		Short:                 "Tag articles of the library, or list the tags",
		Long: `Give the articles with these KEYs tags, and take others from them; a KEY may be a query behind an "@".
Without either, list the tags and how many articles have each. tag:NAME in a query finds them.`,
		Example: `  hearsay tag --add inquiry 3f2a9b1c @speaker:marsh
  hearsay search tag:inquiry unsure`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, names []string) error {
			switch changes := len(add)+len(remove) > 0; {
			case changes && len(names) == 0:
				return errors.New("name the KEYs of the articles, or a query behind an @")
			case !changes && len(names) > 0:
				return errors.New("say which tags to --add or to --remove")
			}
			for _, t := range append(add, remove...) {
				if strings.TrimSpace(t) == "" {
					return errors.New("an empty tag is none")
				}
			}
			return d.Find(func(ctx context.Context, f finding.Finder) error {
				if len(names) == 0 {
					return d.listTags(ctx, f)
				}
				return d.tag(ctx, f, names, add, remove)
			})
		},
	}
	d.Flags(c)
	c.Flags().StringArrayVar(&add, "add", nil, "give them this `TAG`")
	c.Flags().StringArrayVar(&remove, "remove", nil, "take this `TAG` from them")
	return c
}

func (d Desk) tag(ctx context.Context, f finding.Finder, names, add, remove []string) error {
	var keys []string
	for _, name := range names {
		some, err := d.Keys(ctx, f.Library, name)
		if err != nil {
			return err
		}
		keys = append(keys, some...)
	}
	n, err := finding.Tag(ctx, f.Library, keys, add, remove)
	if err == nil && n == 0 {
		d.Tell("that is so already of " + told.Count(len(keys), "article"))
	}
	return err
}

func (d Desk) listTags(ctx context.Context, f finding.Finder) error {
	tags, err := finding.Tags(ctx, f.Library)
	if err != nil {
		return err
	}
	if len(tags) == 0 {
		d.Tell("no article has a tag yet: hearsay tag --add TAG KEY gives it one")
	}
	return d.Write(func(w io.Writer) error {
		for _, t := range tags {
			if _, err := fmt.Fprintf(w, "%6d  %s\n", t.Articles, oneline.Clean(t.Name)); err != nil {
				return err
			}
		}
		return nil
	})
}

// ViewsCommand is "hearsay views".
func ViewsCommand(d Desk) *cobra.Command {
	c := &cobra.Command{
		Use:                   "views list|save|remove",
		DisableFlagsInUseLine: true,
		Short:                 "Save queries by a name, which then stands for them",
		Long: `Save queries by a name: @NAME stands for what was saved by it in every query, and where a KEY is asked
for, as in "hearsay @week".`,
		Example: `  hearsay views save week 'unread since:7d'
  hearsay @week
  hearsay stats @week`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("%q is none of list, save, remove", args[0])
			}
			return errors.New("say what to do: list, save or remove")
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	sub := func(use, short string, least int, what string, do func(context.Context, finding.Finder, []string) error) {
		s := &cobra.Command{Use: use, DisableFlagsInUseLine: true, Short: short, ValidArgsFunction: cobra.NoFileCompletions,
			Args: func(_ *cobra.Command, args []string) error {
				if len(args) < least || least < 2 && len(args) > least {
					return errors.New(what)
				}
				return nil
			},
			RunE: func(_ *cobra.Command, args []string) error {
				return d.Find(func(ctx context.Context, f finding.Finder) error { return do(ctx, f, args) })
			}}
		d.Flags(s)
		c.AddCommand(s)
	}
	sub("list", "List the saved queries", 0, "list takes nothing more", d.listViews)
	sub("save NAME QUERY", "Save a query by a name, in place of what had it", 2, "name the NAME and the QUERY to save",
		func(ctx context.Context, f finding.Finder, args []string) error {
			q := Joined(args[1:])
			err := finding.Save(ctx, f.Library, finding.View{Name: strings.TrimPrefix(args[0], "@"), Query: q})
			var wrong *library.Error
			if err != nil && !errors.As(err, &wrong) {
				return d.Fail(Fault(q, err))
			}
			return err
		})
	sub("remove NAME", "Remove a saved query", 1, "name the one to remove",
		func(ctx context.Context, f finding.Finder, args []string) error {
			err := finding.Forget(ctx, f.Library, strings.TrimPrefix(args[0], "@"))
			if errors.Is(err, finding.ErrNone) {
				return d.Fail(err.Error() + ": hearsay views list shows those that are")
			}
			return err
		})
	return c
}

func (d Desk) listViews(ctx context.Context, f finding.Finder, _ []string) error {
	all, err := finding.Views(ctx, f.Library)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		d.Tell("no query is saved yet: hearsay views save NAME QUERY saves one")
	}
	return d.Write(func(w io.Writer) error {
		for _, v := range all {
			if _, err := fmt.Fprintf(w, "@%s  %s\n", oneline.Clean(v.Name), oneline.Clean(v.Query)); err != nil {
				return err
			}
		}
		return nil
	})
}

package feeds

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearsay/articles/export"
	"hearsay/articles/subscriptions"
)

func list(d Desk) *cobra.Command {
	var asJSON bool
	c := command("list [FLAG...]", "List the feeds that you follow",
		`List the feeds that you follow, a line for each: its number, how many of its articles are in the library,
how many of these are unread and how many came with the last refresh, its title and address, and what
was wrong then.`, none, func([]string) error {
			return d.Keep(false, func(ctx context.Context, k *subscriptions.Keeper) error {
				all, err := k.List(ctx)
				if err != nil {
					return err
				}
				return d.Write(func(w io.Writer) error {
					if asJSON {
						return listJSON(w, all)
					}
					return listText(w, all, d.Columns)
				})
			})
		})
	c.Flags().BoolVar(&asJSON, "json", false, "write a JSON array, for other programs")
	return c
}

// listing is a feed as JSON has it.
type listing struct {
	Number    int64  `json:"number"`
	Address   string `json:"address"`
	Title     string `json:"title"`
	Home      string `json:"home,omitempty"`
	Folder    string `json:"folder,omitempty"`
	Refreshed string `json:"refreshed,omitempty"`
	Articles  int    `json:"articles"`
	Unread    int    `json:"unread"`
	New       int    `json:"new"`
	Lacking   int    `json:"without_text"`
	Fault     string `json:"error,omitempty"`
}

func listJSON(w io.Writer, all []subscriptions.Feed) error {
	out := make([]listing, len(all))
	for i, f := range all {
		out[i] = listing{f.Number, f.Address, f.Title, f.Home, f.Folder, "", f.Articles, f.Unread, f.New, f.Lacking, f.Fault}
		if !f.Asked.IsZero() {
			out[i].Refreshed = f.Asked.Format(time.RFC3339)
		}
	}
	return export.Indented(w, out)
}

func listText(w io.Writer, all []subscriptions.Feed, width int) error {
	if len(all) == 0 {
		return nil
	}
	lines := []string{"NUMBER  ARTICLES  UNREAD   NEW  FEED"}
	folder := ""
	for _, f := range all {
		if f.Folder != folder {
			folder = f.Folder
			lines = append(lines, clean(folder)+":")
		}
		name := nameOf(f)
		if f.Title != "" {
			name += " · " + clean(f.Address)
		}
		lines = append(lines, fmt.Sprintf("%6d  %8d  %6d  %4d  %s", f.Number, f.Articles, f.Unread, f.New, name))
		if trouble := troubleOf(f); trouble != "" {
			lines = append(lines, strings.Repeat(" ", 32)+trouble)
		}
	}
	for _, l := range lines {
		if width > 0 {
			l = ansi.Truncate(l, width, "…")
		}
		if _, err := io.WriteString(w, l+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// troubleOf says what was wrong with a feed when it was refreshed last.
func troubleOf(f subscriptions.Feed) string {
	switch {
	case f.Fault != "":
		return "! " + clean(f.Fault)
	case f.Asked.IsZero():
		return "not refreshed yet"
	case f.Lacking > 0:
		return fmt.Sprintf("! %d of its items without a text", f.Lacking)
	}
	return ""
}

// outline is an entry of a list of feeds, or a folder of such (OPML 2.0).
type outline struct {
	XMLName xml.Name `xml:"outline"`
	Type    string   `xml:"type,attr,omitempty"`
	Text    string   `xml:"text,attr"`
	Title   string   `xml:"title,attr,omitempty"`
	Address string   `xml:"xmlUrl,attr,omitempty"`
	Home    string   `xml:"htmlUrl,attr,omitempty"`
	Within  []*outline
}

// opml is a list of feeds.
type opml struct {
	XMLName xml.Name   `xml:"opml"`
	Version string     `xml:"version,attr"`
	Title   string     `xml:"head>title"`
	Body    []*outline `xml:"body>outline"`
}

func exporting(d Desk) *cobra.Command {
	return command("export", "Write the feeds that you follow as a list (OPML)",
		`Write the feeds that you follow, with their folders, as a list (OPML) that "hearsay feeds import" and
other programs read.`, none, func([]string) error {
			return d.Keep(false, func(ctx context.Context, k *subscriptions.Keeper) error {
				all, err := k.List(ctx)
				if err != nil {
					return err
				}
				return d.Write(func(w io.Writer) error { return writeList(w, all) })
			})
		})
}

// writeList writes a list of feeds. The feeds come by their folders.
func writeList(w io.Writer, all []subscriptions.Feed) error {
	out := opml{Version: "2.0", Title: "Feeds of Hearsay"}
	root := &outline{}
	folders := map[string]*outline{"": root}
	for _, f := range all {
		within := folderOf(folders, f.Folder)
		within.Within = append(within.Within, &outline{Type: "rss", Text: clean(f.Name()), Title: clean(f.Title),
			Address: clean(f.Address), Home: clean(f.Home)})
	}
	out.Body = root.Within
	data, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, data)
	return err
}

// folderOf is the folder of a name, with strokes between folders in each other.
func folderOf(folders map[string]*outline, name string) *outline {
	if o := folders[name]; o != nil {
		return o
	}
	around, last := "", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		around, last = name[:i], name[i+1:]
	}
	o := &outline{Text: clean(last)}
	within := folderOf(folders, around)
	within.Within = append(within.Within, o)
	folders[name] = o
	return o
}

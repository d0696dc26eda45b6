package feeds

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"

	nethtml "golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source/details"
	"hearsay/articles/source/elements"
	"hearsay/articles/source/fields"
	"hearsay/articles/source/format"
)

// Channel is a feed as somebody follows it: what it is called, the address of its site, and its items in its order.
type Channel struct {
	Title, Home string
	Items       []Item
}

// Item is an item of a feed: by what it is known again, the address of its page, and what the feed itself holds of it.
type Item struct {
	ID, Address, Title string
	// Article is what the feed holds, the beginning of an article or all of it; its text is empty where Err is set.
	Article articles.Article
	Err     error
}

// ErrNoFeed is about what is no feed: a page, most often.
var ErrNoFeed = errors.New("it is no feed")

// Open reads a feed: RSS, Atom or JSON Feed. An item that is broken keeps no other from being read.
func Open(name string, in io.Reader, o format.Options) (Channel, error) {
	f := &format.File{Options: o, Name: name, Inner: name, Room: &format.Room{}}
	if err := f.Begin(in); err != nil {
		return Channel{}, format.SystemError(name, err)
	}
	text, err := f.Text(true)
	if err != nil {
		return Channel{}, err
	}
	begin := format.NewSample(name, []byte(text), true)
	switch {
	case isRSS(begin) || isAtom(begin):
		return channel(text), nil
	case strings.HasPrefix(strings.TrimSpace(text), "{"):
		return jsonFeed(text)
	}
	return Channel{}, ErrNoFeed
}

// channel reads RSS and Atom.
func channel(text string) Channel {
	head, items := cut(text)
	top, _ := elements.Parse(head) // which ends within it
	c := Channel{Title: details.Flat(top.First("title").Words()), Home: home(top)}
	for _, raw := range items {
		c.Items = append(c.Items, itemOf(raw, c.Title))
	}
	return c
}

// itemOf reads an item as it is written. What it holds beside its text is known where it has none, too.
func itemOf(raw, outlet string) Item {
	tree, err := elements.Parse(raw)
	e := tree.First("item", "entry")
	it := Item{Title: details.Flat(html.UnescapeString(title(e))), Address: address(e), Err: err}
	if err == nil {
		it.Article, it.Err = item(tree, outlet)
	}
	for _, id := range e.All("guid", "id") {
		it.ID = cmp.Or(it.ID, details.Flat(id.Words()))
	}
	return it.known()
}

// known gives an item that has no id another by which it is known again.
func (it Item) known() Item {
	if it.ID = cmp.Or(it.ID, it.Address); it.ID == "" {
		sum := sha256.Sum256([]byte(it.Title + "\n" + it.Article.Text))
		it.ID = hex.EncodeToString(sum[:])
	}
	return it
}

// home is the address of a feed's site.
func home(top *elements.Element) string {
	for l := range top.Within("link") {
		rel := l.Value("rel")
		if a := cmp.Or(details.WebAddress(l.Value("href")), details.WebAddress(l.Words())); a != "" &&
			(rel == "" || rel == "alternate") {
			return a
		}
	}
	return ""
}

// author is who wrote an item of a JSON feed.
type author struct {
	Name string `json:"name"`
}

// jsonItem is an item of a JSON feed (version 1.1, and 1 with its one author).
type jsonItem struct {
	ID        json.RawMessage `json:"id"` // a text, and here and there a number
	URL       string          `json:"url"`
	Title     string          `json:"title"`
	HTML      string          `json:"content_html"`
	Text      string          `json:"content_text"`
	Summary   string          `json:"summary"`
	Published string          `json:"date_published"`
	Modified  string          `json:"date_modified"`
	Authors   []author        `json:"authors"`
	Author    author          `json:"author"`
}

// jsonFeed reads a JSON Feed.
func jsonFeed(text string) (Channel, error) {
	var raw struct {
		Version string            `json:"version"`
		Title   string            `json:"title"`
		Home    string            `json:"home_page_url"`
		Items   []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal([]byte(text), &raw); err != nil || !strings.Contains(raw.Version, "jsonfeed.org") {
		return Channel{}, ErrNoFeed
	}
	c := Channel{Title: details.Flat(raw.Title), Home: details.WebAddress(raw.Home)}
	for _, one := range raw.Items {
		var j jsonItem
		if err := json.Unmarshal(one, &j); err != nil {
			c.Items = append(c.Items, Item{Err: fmt.Errorf("it is not as JSON Feed has it: %w", err)}.known())
			continue
		}
		c.Items = append(c.Items, j.item(c.Title))
	}
	return c, nil
}

func (j jsonItem) item(outlet string) Item {
	it := Item{ID: strings.Trim(string(j.ID), `"`), Address: details.WebAddress(j.URL), Title: details.Flat(j.Title)}
	var names []string
	for _, a := range append(j.Authors, j.Author) {
		if a.Name != "" {
			names = append(names, a.Name)
		}
	}
	body := cmp.Or(strings.TrimSpace(j.HTML), paragraphs(html.EscapeString(cmp.Or(j.Text, j.Summary))))
	if body == "" {
		it.Err = errors.New("it holds no text")
		return it.known()
	}
	it.Article = fields.Values{fields.Text: body, fields.Title: html.EscapeString(j.Title),
		fields.Byline: strings.Join(names, ", "), fields.Outlet: outlet, fields.Address: it.Address,
		fields.Date: cmp.Or(j.Published, j.Modified)}.Article(true)
	return it.known()
}

// types are those of feeds, as pages name theirs.
const types = " application/rss+xml application/atom+xml application/feed+json application/rdf+xml "

// Named are the addresses of the feeds that a page of the web names as its own, in its order.
func Named(page io.Reader, address string) (all []string) {
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	for z := nethtml.NewTokenizer(page); ; {
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			return all
		}
		token := z.Token()
		if kind == nethtml.EndTagToken || token.Data != "link" {
			continue
		}
		of := map[string]string{}
		for _, a := range token.Attr {
			of[a.Key] = strings.TrimSpace(a.Val)
		}
		if !strings.Contains(types, " "+strings.ToLower(of["type"])+" ") || of["type"] == "" ||
			!strings.EqualFold(of["rel"], "alternate") {
			continue
		}
		if u, err := base.Parse(of["href"]); err == nil && details.WebAddress(u.String()) != "" {
			all = append(all, u.String())
		}
	}
}

// Outline is a feed in a list of feeds: its address, what it is called, and the folder in which it stands.
type Outline struct{ Address, Title, Home, Folder string }

// ReadList reads a list of feeds (OPML).
func ReadList(name string, in io.Reader, o format.Options) ([]Outline, error) {
	f := &format.File{Options: o, Name: name, Inner: name, Room: &format.Room{}}
	if err := f.Begin(in); err != nil {
		return nil, format.SystemError(name, err)
	}
	text, err := f.Text(true)
	if err != nil {
		return nil, err
	}
	if begin := format.NewSample(name, []byte(text), true); !format.Root("opml")(begin) {
		return nil, &format.Error{Name: name, Err: errors.New("it is no list of feeds (OPML)"),
			Hint: "export one from the program that you followed them with"}
	}
	tree, _ := elements.Parse(text) // what stands before it breaks off is read
	return listed(tree, ""), nil
}

// listed are the feeds in an element of a list, in the folders that stand around them.
func listed(e *elements.Element, folder string) (all []Outline) {
	for _, c := range e.Children {
		name := details.Flat(cmp.Or(c.Value("title"), c.Value("text")))
		if a := details.WebAddress(c.Value("xmlurl")); c.Name == "outline" && a != "" {
			all = append(all, Outline{Address: a, Title: name, Home: details.WebAddress(c.Value("htmlurl")), Folder: folder})
			continue
		}
		within := folder
		if c.Name == "outline" && name != "" {
			within = strings.TrimPrefix(folder+"/"+name, "/")
		}
		all = append(all, listed(c, within)...)
	}
	return all
}

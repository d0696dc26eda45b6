package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"hearsay/articles"
	"hearsay/articles/source"
)

//go:embed news.txt
var newsList string

// noted is what somebody noted of a page.
type noted struct {
	Title, Byline string
	words         map[string]int
}

// news are the test pages of outlets, with what corrects their notes.
func news() map[string]noted {
	all := map[string]noted{}
	for line := range strings.Lines(newsList) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := append(strings.Split(line, "|"), "", "")
		all[strings.TrimSpace(parts[0])] = noted{Title: strings.TrimSpace(parts[1]), Byline: strings.TrimSpace(parts[2])}
	}
	return all
}

// sums are those of some pages.
type sums struct {
	pages, titles, rightTitles, bylines, rightBylines, wrongBylines int
	precision, recall, f1                                           float64
}

// measurePages prints the table for a folder of pages.
func measurePages(folder string, verbose bool) error {
	found, err := filepath.Glob(filepath.Join(folder, "*", "source.html"))
	if err != nil || len(found) == 0 {
		return fmt.Errorf("%s: no pages", folder)
	}
	corrected := news()
	var all, outlets sums
	for _, path := range found {
		name := filepath.Base(filepath.Dir(path))
		n, err := readNoted(filepath.Dir(path))
		if err != nil {
			return err
		}
		better, isNews := corrected[name]
		if better.Title != "" {
			n.Title = better.Title
		}
		if better.Byline != "" {
			n.Byline = better.Byline
		}
		a := readArticle(path)
		told := all.add(a, n)
		if isNews {
			outlets.add(a, n)
		}
		if verbose {
			fmt.Printf("%-24s %s\n", name, told)
		}
	}
	fmt.Printf("%-12s %5s %7s %7s %7s %12s %13s %13s\n", "", "pages", "words P", "R", "F1", "title right",
		"byline right", "or empty")
	outlets.print("news pages")
	all.print("all pages")
	return nil
}

// readArticle reads a page; an article without a word is what comes of one that cannot be read.
func readArticle(path string) articles.Article {
	var r source.Reader
	a, err := source.First(r.Open(path))
	if err != nil {
		return articles.Article{}
	}
	return a
}

func readNoted(dir string) (n noted, err error) {
	data, err := os.ReadFile(filepath.Join(dir, "expected-metadata.json"))
	if err == nil {
		err = json.Unmarshal(data, &n)
	}
	if err != nil {
		return n, err
	}
	data, err = os.ReadFile(filepath.Join(dir, "expected.html"))
	if err != nil {
		return n, err
	}
	doc, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		return n, err
	}
	n.words = map[string]int{}
	for node := range doc.Descendants() {
		if node.Type == html.TextNode {
			count(n.words, node.Data)
		}
	}
	return n, nil
}

var word = regexp.MustCompile(`[\pL\pN]+`)

// count counts the words of a text, and each sign of those that write without spaces.
func count(words map[string]int, text string) {
	for _, w := range word.FindAllString(strings.ToLower(text), -1) {
		words[w]++
	}
}

// add takes in a page and tells what is wrong with it.
func (s *sums) add(a articles.Article, n noted) string {
	got := map[string]int{}
	for _, p := range a.Paragraphs {
		if p.Role != articles.Title && p.Role != articles.Byline {
			count(got, p.Of(a.Text))
		}
	}
	p, r := overlap(got, n.words)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	s.pages++
	s.precision, s.recall, s.f1 = s.precision+p, s.recall+r, s.f1+f
	told := fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, f)
	if n.Title != "" {
		s.titles++
		if sameTitle(a.Title, n.Title) {
			s.rightTitles++
		} else {
			told += fmt.Sprintf("  title %q, noted %q", a.Title, n.Title)
		}
	}
	switch {
	case n.Byline != "" && sameByline(a.Byline, n.Byline):
		s.rightBylines++
	case a.Byline != "" && n.Byline != "":
		s.wrongBylines++
		told += fmt.Sprintf("  byline %q, noted %q", a.Byline, n.Byline)
	case a.Byline != "":
		told += fmt.Sprintf("  byline %q, none noted", a.Byline)
	case n.Byline != "":
		told += fmt.Sprintf("  no byline, noted %q", n.Byline)
	}
	if n.Byline != "" {
		s.bylines++
	}
	return told
}

// overlap is the precision and recall of words.
func overlap(got, want map[string]int) (precision, recall float64) {
	same, all, wanted := 0, 0, 0
	for w, n := range got {
		same += min(n, want[w])
		all += n
	}
	for _, n := range want {
		wanted += n
	}
	return float64(same) / float64(max(all, 1)), float64(same) / float64(max(wanted, 1))
}

// sameTitle reports whether a title is the noted one, which may have the site's name behind it.
func sameTitle(got, want string) bool {
	got, want = plain(got), plain(want)
	rest, ok := strings.CutPrefix(want, got)
	return got != "" && ok && (rest == "" || strings.ContainsAny(strings.Fields(rest)[0], "|-—_"))
}

// sameByline reports whether a byline is what a person would take from the noted one: all of its names, whatever
// offices, days and numbers may stand there.
func sameByline(got, want string) bool {
	got, want = strings.ToLower(plain(got)), strings.ToLower(plain(want))
	return got != "" && strings.Contains(want, got)
}

// plain is a text with straight quotation marks and single spaces.
func plain(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "\u00ad", "", "\u200b", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

func (s *sums) print(name string) {
	n := float64(max(s.pages, 1))
	fmt.Printf("%-12s %5d %7.3f %7.3f %7.3f %6d/%-5d %7d/%-5d %7d/%-5d\n", name, s.pages, s.precision/n, s.recall/n,
		s.f1/n, s.rightTitles, s.titles, s.rightBylines, s.bylines, s.bylines-s.wrongBylines, s.bylines)
}

// show prints what is read of a page, a paragraph a line with the number of its role.
func show(a articles.Article) {
	fmt.Printf("title: %s\nbyline: %s\noutlet: %s\ndate: %s\naddress: %s\n", a.Title, a.Byline, a.Outlet, a.Date,
		a.Address)
	for _, p := range a.Paragraphs {
		fmt.Printf("%d %s\n", p.Role, p.Of(a.Text))
	}
}

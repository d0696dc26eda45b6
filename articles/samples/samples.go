// Package samples holds a few articles that were written for Hearsay and are built into it, so that it can be tried at
// once. All people, places and events in them are invented. Together they show what quotes are like in the news.
package samples

import (
	"embed"
	"fmt"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source"
)

//go:embed *.md
var files embed.FS

// Sample is one of the articles.
type Sample struct {
	// Name is what Open knows it by.
	Name string
	// Title is the article's.
	Title string
	// About is one line on what it shows.
	About string
}

// All returns the samples in the order in which they are best read.
func All() []Sample {
	return []Sample{
		{"strait-call", "Reinholt and Rahmani speak for an hour as strait talks stall",
			"A call between presidents, in the reporter’s words"},
		{"riverside-school", "'We can't teach with our feet wet': Thornwick votes to close riverside school",
			"A local story: many voices, some without a name"},
		{"quillon-plants", "Quillon Foods to cut 1,400 jobs as it bets on smaller bakeries",
			"Business: companies, a union and analysts speak"},
		{"grandstand-trial", "Builder ignored three warnings before grandstand fell, court is told",
			"Court: long testimony, and quotes inside quotes"},
		{"mussel-memory", "Mussels that survive one heatwave are readier for the next, study finds",
			"Science: a paper speaks, and some marks quote nobody"},
	}
}

// Open reads a sample.
func Open(name string) (articles.Article, error) {
	data, err := files.ReadFile(name + ".md")
	if err != nil {
		return articles.Article{}, fmt.Errorf("no sample is called %q; there are %s", name, names())
	}
	var r source.Reader
	return source.First(r.Read(name+".md", strings.NewReader(string(data))))
}

func names() string {
	var all []string
	for _, s := range All() {
		all = append(all, s.Name)
	}
	return strings.Join(all, ", ")
}

// Package reader is the full-screen reader: the article in one pane with its quotes where they stand, and beside it the
// quotes, the speakers and the positions. It is one Bubble Tea model, which holds what is opened, the place in it and
// the screen. It reads no file and no environment: all it needs is in Options.
//
// A key goes to the menu or the prompt that is open (package asking); else it is looked up in the table of actions
// (actions, keys), first in the mode that is on (picking, reviewing), then in the pane in focus, and the action's
// function is called. What that changes is the place of the article's view (package view). Then everything that follows
// from it is brought up to date once (settle): rectangles (layout), the article's lines (page), the rows of the panes
// (pane). The screen is drawn from the same view. Modes see the reader as a host, panes do not see it at all.
//
// A new pane is a constant in layout, a file in pane and a row in its registry, from which the actions, keys, titles
// and hints of the pane are taken. A new action is a row in the table here.
package reader

import (
	"context"
	"io"
	"time"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/articles/following"
	"hearsay/ui/reader/opening"
	"hearsay/ui/reader/reviewing"
)

// Item is an article that can be opened, by the name the reader shows before it is.
type Item struct {
	// Name is the file's name, or the sample's title.
	Name string
	// Facts are what is known of it before it is opened, and Section the heading under which it is offered.
	opening.Facts
	Section string
	// Ref is what it is known by from one time to the next; empty for what cannot be opened again.
	Ref string
	// Cast are the names of its speakers in the order of the letters that they had when it was read before; nil where it
	// was not.
	Cast []string
	// Far is set for what is read over the network: not before it is chosen.
	Far    bool
	lesson bool // it is the lessons'
	gone   bool // it was removed from the library
	// Open reads the article. It runs beside the reader, which goes on meanwhile.
	Open func(context.Context) (articles.Article, error)
}

// Shelf is the library as it is changed from within the list of articles. Those of the library are told by their Refs.
type Shelf interface {
	// Remove takes articles out, with their reviews, and returns what brings them back.
	Remove(ctx context.Context, refs []string) (undo func(context.Context) error, err error)
	// Tag gives articles the tags of some words, takes those away before which a "-" stands, and returns those that the
	// first of them has then.
	Tag(ctx context.Context, refs []string, words string) (tags []string, err error)
	// Add adds what a name stands for, a file, a folder, a feed or a page, or what a Ref does, with what is found in it.
	// It tells how far it is, and returns what was done in a few words.
	Add(ctx context.Context, name string, progress func(done int)) (told string, err error)
	// Refresh asks the feeds that are followed for what is new, and returns what came in a few words, faults too.
	Refresh(ctx context.Context) (told string, err error)
}

// Found is what a query finds in the library.
type Found struct {
	Places []Place
	// Articles is how many articles are found, Asked is set where the query says more than words, and Problem is what is
	// wrong with it.
	Articles int
	Asked    bool
	Problem  string
}

// Place is a place in an article of the library: its key, its title, what is known of it, the words that were found
// there, who says them, and where they stand in its text.
type Place struct {
	opening.Facts
	Key, Title, Words, Who string
	Span                   analysis.Span
}

// Reading is an article that was read.
type Reading struct {
	Ref, Title string
	opening.Facts
	// Cast are the names of the speakers whom the machine found, in the order of their letters.
	Cast []string
}

// Desk keeps what reviewers decide, and Log what one of them decides on one article.
type (
	Desk = reviewing.Desk
	Log  = reviewing.Log
)

// Habits are what a reader sets by keys and has so again the next time. The zero value is how it is without any.
type Habits struct {
	// Least is how sure at least that must be which is shown.
	Least analysis.Level
	// Split is the article's share of the window in percent; 0 is the usual one.
	Split int
	// Shares are the heights of the first two lists in percent of the window's, where they were moved; 0 is the usual.
	Shares [2]int
	// Toured is set once the picture of the first steps was seen, and Lessons are how many lessons were finished.
	Toured  bool
	Lessons int
}

// Format is one in which an article can be exported.
type Format struct {
	Name, About, Ending string
}

// Command is what somebody has the shell run by a key.
type Command struct {
	// Name is how it is called in help and palette.
	Name, Key string
	// Run is the script. {quote}, {speaker}, {sentence}, {address} and {key} stand for what is current.
	Run string
	// Show has what it prints shown in a panel, rather than its first line.
	Show bool
}

// Options are what the reader is started with.
type Options struct {
	// Items are the articles, at least one.
	Items []Item
	// Choose starts with the list of items instead of the first of them.
	Choose bool
	// Offers are what else can be opened; it is asked when the list of articles is. Named says what can be opened by a
	// name that is typed there, "the folder ~/news", and is empty where there is none; Find gives what it holds, and
	// Complete the name with more of it. All may be nil.
	Offers   func() []Item
	Named    func(name string) string
	Find     func(ctx context.Context, name string) ([]Item, error)
	Complete func(name string) string
	// Search finds what a query means in the library; nil where there is none.
	Search func(ctx context.Context, typed string) Found
	// Shelf changes the library from within the list; nil where there is none.
	Shelf Shelf
	// Lesson is the article of the lessons; nil for none. Tour shows the picture of the first steps over the first article
	// where habits do not say that it was seen.
	Lesson *Item
	Tour   bool
	// Remember is given what was read, the last first, when the reader is left; nil remembers nothing.
	Remember func([]Reading)
	// Analyze finds who said what. It runs beside the reader and reports its progress from 0 to 1.
	Analyze func(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error)
	// Follow opens the library to follow people in; nil where there is none. Stored is the article of the library with a
	// key.
	Follow func(context.Context) (*following.Follower, error)
	Stored func(key string) Item
	// Desk keeps what reviewers decide; nil where nothing can be kept.
	Desk Desk
	// Reviewing begins the review of each article by itself, and goes on with the next article where all in line is
	// decided.
	Reviewing bool
	// Between are two reviewers between whom is decided: the review then goes through what they have otherwise.
	Between []string
	// Theme is "dark", "light", "terminal" for the terminal's own sixteen colours, or "auto", which follows the terminal;
	// empty is "auto". Colours are those that take the place of built-in ones, by role.
	Theme   string
	Colours map[string][]string
	// NoColor draws with bold, underline and reverse only.
	NoColor bool
	// Dumb is set for terminals that know no attributes at all: marks and letters take their place.
	Dumb bool
	// MouseOff leaves the mouse to the terminal until a key asks for it.
	MouseOff bool
	// Width is the widest the text column may be, in cells; 0 is the built-in width.
	Width int
	// Habits are what was set by keys when the reader was left last, and Keep is given those of this time when it is left;
	// nil keeps none.
	Habits Habits
	Keep   func(Habits)
	// Formats are those in which the article can be exported, and Export writes it, or a part of it, in one of them to a
	// file; it tells how the file is called. Nothing is written over.
	Formats []Format
	Export  func(format, path string, i export.Item) (written string, err error)
	// Append writes words behind what a file holds.
	Append func(path, words string) error
	// Browse opens an address in the browser.
	Browse func(address string) error
	// Commands are those that somebody gave keys to, and Shell runs one, with values in its environment and words on its
	// standard input; what it prints comes back.
	Commands []Command
	Shell    func(ctx context.Context, script string, env []string, words string) (printed string, err error)
	// Keys maps names of actions to the keys that replace their own.
	Keys map[string][]string
	// Notices are told one after the other in the status line at the start, such as a fault in the configuration.
	Notices []string
	// Input are the terminal's keys, and Output its screen; nil are standard input and output.
	Input  io.Reader
	Output io.Writer
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

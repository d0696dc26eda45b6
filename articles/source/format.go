package source

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"hearsay/articles"
)

// format is one of the ways articles are written down, a row of the table that formats makes: how a file of it is told
// from others, and what reads it or what a person can do where nothing does. A format that is only refused today is
// read once its row has a reader.
type format struct {
	// name is what one file of it is, with an article: "an RSS feed".
	name string
	// endings are those of its files' names, in lower case, with the dot.
	endings []string
	// looks reports whether a file is of the format by how it begins; nil where only the ending tells. It must be sure:
	// prose that is refused is worse than another format that is read as prose.
	looks func(sample) bool
	// read reads the articles of a file; nil where the format is refused.
	read reader
	// hint is what to do with a file that is refused, a clause in lower case.
	hint string
	// binary is true for what is no text in any encoding. Its ending says nothing of a file that is text.
	binary bool
}

// reader reads the articles of a stream. It yields what is wrong with one article and goes on; what it returns ends the
// file.
type reader func(*Reader, *stream, func(articles.Article, error) bool) error

// formats are all that are known. A file is of the first that its content looks like, else of the first that has the
// ending of its name, else plain text: so those stand first that are surer.
func formats() []format {
	known.once.Do(func() {
		known.rows = slices.Concat(documents(), packed(), media(), feeds(), webpages(), messages(), exports(), tables(),
			subtitles(), prose(), leftovers())
	})
	return known.rows
}

// known is the table, made when the first file is read: making it takes a millisecond that no start of the program
// should wait for.
var known struct {
	once sync.Once
	rows []format
}

// prose are the formats of one article or of one a line that are read.
func prose() []format {
	return []format{
		{name: "JSONL with an article a line", endings: []string{".jsonl", ".ndjson"}, looks: looksLikeLines,
			read: (*Reader).readLines},
		webPage(),
		{name: "a Markdown text", endings: []string{".md", ".markdown", ".mdown", ".mkd"}, looks: looksLikeFront,
			read: whole(false, readMarkdown)},
		plainText(),
	}
}

func webPage() format {
	return format{name: "a web page", endings: []string{".html", ".htm", ".xhtml", ".shtml"}, looks: looksLikePage,
		read: whole(true, readPage)}
}

func plainText() format {
	return format{name: "a plain text", endings: []string{".txt", ".text"},
		read: whole(false, func(_, text string) (articles.Article, error) { return readPlain(text), nil })}
}

// leftovers are what no row before them knows by name.
func leftovers() []format {
	return []format{
		{name: "an XML document", looks: isXML, hint: hintSave},
		{name: "a binary file", looks: func(s sample) bool { return isBinary(s.head) }, hint: hintSave, binary: true},
	}
}

// hintSave is what to do with most documents.
const hintSave = "save it as plain text, Markdown or a web page"

// has reports whether a name's ending is one of the format's.
func (f format) has(ending string) bool { return slices.Contains(f.endings, ending) }

// refuse tells that a file is of a format that cannot be read.
func (f format) refuse(name string) error {
	err := ErrFormat
	if f.binary {
		err = ErrBinary
	}
	return &Error{Name: name, Err: fmt.Errorf("%w but %s", err, f.name), Hint: f.hint}
}

// sampleSize is how many bytes of a file its format is told by.
const sampleSize = 64 << 10

// sample is what a file's format is told by.
type sample struct {
	ending string   // of the name, in lower case, without .gz; empty where there is none
	head   []byte   // the first sampleSize bytes, after a byte order mark
	text   string   // the same without white space before it
	lines  []string // those of the text, at least one, without that which the sample may have cut
	whole  bool     // whether this is all there is
	named  bool     // whether the ending is that of a format that is read
}

func newSample(name string, head []byte, whole bool) sample {
	s := sample{ending: strings.ToLower(filepath.Ext(name)), head: head, whole: whole}
	s.text = string(bytes.TrimLeft(head, " \t\r\n\f\v"))
	s.lines = strings.Split(strings.ReplaceAll(s.text, "\r\n", "\n"), "\n")
	s.named = slices.ContainsFunc(formats(), func(f format) bool { return f.read != nil && f.has(s.ending) })
	if n := len(s.lines); !whole && n > 1 {
		s.lines = s.lines[:n-1]
	}
	return s
}

// format is what the sample is of.
func (s sample) format() format {
	all := formats()
	for _, f := range all {
		if f.looks != nil && f.looks(s) {
			return f
		}
	}
	for _, f := range all {
		if f.has(s.ending) && (!f.binary || isBinary(s.head)) {
			return f
		}
	}
	return plainText()
}

// starts makes a check of the first bytes. Where they could begin a sentence too, letters such as ID3 and BM, only what
// holds a zero byte as well is taken for the format.
func starts(marks ...string) func(sample) bool {
	return func(s sample) bool {
		for _, m := range marks {
			if bytes.HasPrefix(s.head, []byte(m)) && (!isWords(m) || bytes.IndexByte(s.head, 0) >= 0) {
				return true
			}
		}
		return false
	}
}

// isWords reports whether text could begin with a mark.
func isWords(mark string) bool {
	return !strings.ContainsFunc(mark, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`%{\!`, r) })
}

// looksLikeLines reports whether text begins with an object that has a key, or with a list of objects. A name that ends
// as another text's does is believed.
func looksLikeLines(s sample) bool { return !s.named && looksLikeJSON([]byte(s.text)) }

// looksLikeJSON reports whether text begins as an object does that has a key, or as a list of objects.
func looksLikeJSON(head []byte) bool {
	if list, ok := bytes.CutPrefix(head, []byte("[")); ok {
		head = bytes.TrimLeft(list, " \t\r\n")
	}
	rest, ok := bytes.CutPrefix(head, []byte("{"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(`"`))
}

// looksLikePage reports whether a text whose name tells nothing begins as a page does.
func looksLikePage(s sample) bool {
	head := strings.ToLower(s.text[:min(len(s.text), 4<<10)])
	if s.named {
		return false
	}
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if strings.HasPrefix(head, start) {
			return start != "<?xml" || strings.Contains(head, "<html")
		}
	}
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<body"))
}

// looksLikeFront reports whether a text whose name tells nothing begins with front matter.
func looksLikeFront(s sample) bool {
	if s.named || strings.TrimRight(s.lines[0], " \t") != "---" {
		return false
	}
	_, _, ok := cutFront(s.text)
	return ok
}

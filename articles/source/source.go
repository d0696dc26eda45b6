// Package source reads articles out of files of any format: it tells what a file is by how it begins, then by the
// ending of its name, and has it read by the package beside it that knows the format. What it does not read it refuses
// by name.
//
// It promises that whatever the bytes, reading ends, in time proportional to their number, with articles or with an
// error that tells a person what to do; that what is wrong with one article of a file keeps no other from being read;
// and that no more than one article and its limit is held at a time. Every article's text is valid UTF-8. The text of a
// plain file and of a JSONL record is the input itself, unchanged but for its encoding, since files that leave Hearsay
// count code points in it.
package source

import (
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/format"
	"hearsay/articles/source/packed"
	"hearsay/articles/source/records"
)

// DefaultLimit is the most bytes an article may have where a Reader says nothing else.
const DefaultLimit = format.DefaultLimit

// Error tells what could not be read, why, and what to do about it.
type Error = format.Error

// Format is one of the ways articles are written down: a row of the table.
type Format = format.Format

// Options are what a person says about files beforehand.
type Options = format.Options

// Line is a line of a JSONL file as it stands there.
type Line = records.Line

// What can be wrong with a file. Every error of this package is an *Error that wraps one of these.
var (
	ErrMissing     = format.ErrMissing
	ErrDirectory   = format.ErrDirectory
	ErrUnreadable  = format.ErrUnreadable
	ErrBinary      = format.ErrBinary
	ErrFormat      = format.ErrFormat
	ErrEmpty       = format.ErrEmpty
	ErrNoArticle   = format.ErrNoArticle
	ErrNoText      = format.ErrNoText
	ErrUndecodable = format.ErrUndecodable
	ErrTooBig      = format.ErrTooBig
	ErrRecord      = format.ErrRecord
)

// Reader reads articles and gives each that has no id of its own the name of its file, without the ending, as its id,
// and its number where the file holds many. Of two files with one name the second's id is numbered; ids that stand in a
// JSONL file are always kept. The zero value is ready to use, by one goroutine at a time.
type Reader struct {
	Options

	taken    map[string]bool
	position string
}

// Position is where the article or error stands that was yielded last: the file's name, and behind a # what it is in
// the file: a number from 1, the line of a JSONL file, the name of what is packed in it; "news.zip#march.jsonl#12".
func (r *Reader) Position() string { return r.position }

// Open reads the articles of a file or of a page of the web, one or many. Every error is an *Error; after one for an
// article the next follows.
func (r *Reader) Open(path string) iter.Seq2[articles.Article, error] {
	if r.Fetch != nil && IsAddress(path) {
		return r.fetched(path)
	}
	return func(yield func(articles.Article, error) bool) {
		r.position = path
		f, err := openFile(path)
		if err != nil {
			yield(articles.Article{}, err)
			return
		}
		defer f.Close()
		r.Read(path, f)(yield)
	}
}

// Read reads the articles of a stream as Open does those of a file. The name tells what the stream holds, by its
// ending, and what errors call it; "-" stands for standard input, whose article has the id "stdin".
func (r *Reader) Read(name string, in io.Reader) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		r.position = name
		r.stream(name, in, func(e format.Entry) bool {
			r.position = e.Position
			return yield(e.Article, e.Err)
		})
	}
}

// First returns the first article of a sequence, or its error.
func First(all iter.Seq2[articles.Article, error]) (articles.Article, error) {
	for a, err := range all {
		return a, err
	}
	return articles.Article{}, &Error{Name: "the input", Err: ErrEmpty, Hint: "give a file with an article in it"}
}

// Lines reads the lines of a JSONL file that are not empty, for those who look for more in them than the article.
func (r *Reader) Lines(path string) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		f, err := openFile(path)
		if err != nil {
			yield(Line{}, err)
			return
		}
		defer f.Close()
		r.ReadLines(path, f)(yield)
	}
}

// ReadLines reads the lines of a stream as Lines does those of a file.
func (r *Reader) ReadLines(name string, in io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		f, _, err := r.recognise(name, name, in, &format.Room{})
		if err == nil {
			err = records.Each(f, yield)
		}
		if err != nil {
			yield(Line{}, err)
		}
	}
}

// openFile opens a file that can be read as one.
func openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, format.SystemError(path, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, &Error{Name: path, Err: ErrDirectory, Hint: "no file in it may hold an article, by its name"}
	}
	return f, nil
}

// Files are the files that a name stands for: those of a folder and of the folders in it that may hold articles by
// their names, in the order of these; those that fit a pattern, where there is no file of that name; or the one of the
// name.
func Files(name string) []string {
	info, err := os.Stat(name)
	if err != nil && strings.ContainsAny(name, "*?[") {
		if fitting, err := filepath.Glob(name); err == nil && len(fitting) > 0 {
			return fitting
		}
	}
	if err != nil || !info.IsDir() {
		return []string{name}
	}
	var found []string
	// A folder that cannot be looked into is passed over; that nothing was found is told.
	_ = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !mayHold(path) {
			if err == nil && entry.IsDir() && path != name && packed.Beside(filepath.Base(path)) {
				return fs.SkipDir
			}
			return nil
		}
		found = append(found, path)
		return nil
	})
	if len(found) == 0 {
		return []string{name}
	}
	return found
}

// mayHold reports whether a file of a folder may hold articles, by its name.
func mayHold(path string) bool {
	if packed.Beside(filepath.Base(path)) {
		return false
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	ending := strings.ToLower(filepath.Ext(path))
	return !slices.ContainsFunc(formats(), func(f format.Format) bool { return f.Aside && f.Has(ending) })
}

// Refused tells of a file that Open would refuse for its format, by how it begins; nil of one that is there to be read
// and of what is no regular file, of which nothing is to be taken beforehand.
func Refused(path string) error {
	_, err := begun(path)
	return err
}

// Many reports whether a file may hold several articles, by how it begins.
func Many(path string) bool {
	f, err := begun(path)
	return err == nil && f.Many
}

// begun is the format of a regular file, by how it begins; that of no file otherwise.
func begun(path string) (format.Format, error) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return format.Format{}, nil
	}
	in, err := openFile(path)
	if err != nil {
		return format.Format{}, err
	}
	defer in.Close()
	_, f, err := new(Reader).recognise(path, path, in, &format.Room{})
	return f, err
}

// Readable reports whether a file's name, .gz aside, ends as those of a format that is read.
func Readable(path string) bool {
	return named(format.NewSample(format.TrimEnding(path, ".gz"), nil, true).Ending)
}

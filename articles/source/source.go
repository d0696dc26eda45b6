// Package source reads articles: plain text, Markdown, saved web pages, and JSONL with an article a line, each of them
// gzipped or not and in any common encoding. What it does not read it refuses by name: feeds, messages, tables,
// archives, exports of databases, documents of office programs.
//
// It promises that whatever the bytes, reading ends, in time proportional to their number, with articles or with an
// error that tells a person what to do. Every article's text is valid UTF-8. The text of a plain file and of a JSONL
// record is the input itself, unchanged but for its encoding, since files that leave Hearsay count code points in it.
package source

import (
	"io"
	"iter"
	"os"

	"hearsay/articles"
)

// DefaultLimit is the most bytes an article may have where a Reader says nothing else.
const DefaultLimit = 64 << 20

// Reader reads articles and gives each that has no id of its own the name of its file, without the ending, as its id.
// Of two files with one name the second's id is numbered; ids that stand in a JSONL file are always kept. The zero
// value is ready to use, by one goroutine at a time.
type Reader struct {
	// Limit is the most bytes a file may have, or a line of a JSONL file, which may itself be of any length. It counts
	// what comes out of a gzipped file. 0 stands for DefaultLimit.
	Limit int64

	taken map[string]bool
	line  int
}

// Line is the line of a JSONL file, from 1, that the article or error stands in which was yielded last; 0 of all other
// files.
func (r *Reader) Line() int { return r.line }

// Open reads the articles of a file: one, or as many as a JSONL file has lines. Every error is an *Error; after one for
// a line the next line follows.
func (r *Reader) Open(path string) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
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
		if err := r.read(name, in, yield); err != nil {
			yield(articles.Article{}, err)
		}
	}
}

// First returns the first article of a sequence, or its error.
func First(all iter.Seq2[articles.Article, error]) (articles.Article, error) {
	for a, err := range all {
		return a, err
	}
	return articles.Article{}, &Error{Name: "the input", Err: ErrEmpty, Hint: "give a file with an article in it"}
}

// openFile opens a file that can be read as one.
func openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, systemError(path, err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, &Error{Name: path, Err: ErrDirectory, Hint: "name the files in it"}
	}
	return f, nil
}

// read tells what a stream is and has it read, or refuses it.
func (r *Reader) read(name string, in io.Reader, yield func(articles.Article, error) bool) error {
	r.line = 0
	s, f, err := recognise(name, in)
	if err != nil {
		return err
	}
	return f.read(r, s, yield)
}

// recognise begins a stream and tells its format, which has a reader.
func recognise(name string, in io.Reader) (*stream, format, error) {
	s, err := open(name, in)
	if err != nil {
		return nil, format{}, err
	}
	head, err := s.sample()
	if err != nil {
		return nil, format{}, err
	}
	f := head.format()
	switch {
	case head.whole && head.text == "":
		err = &Error{Name: s.name, Err: ErrEmpty, Hint: "give a file with an article in it"}
	case f.read == nil:
		err = f.refuse(s.name)
	}
	return s, f, err
}

// Refused tells of a file that Open would refuse for its format, by how it begins; nil of one that is there to be read
// and of what is no regular file, of which nothing is to be taken beforehand.
func Refused(path string) error {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := openFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, _, err = recognise(path, f)
	return err
}

// Readable reports whether a file's name, .gz aside, ends as those of a format that is read.
func Readable(path string) bool { return newSample(trimEnding(path, ".gz"), nil, true).named }

func (r *Reader) limit() int64 {
	if r.Limit > 0 {
		return r.Limit
	}
	return DefaultLimit
}

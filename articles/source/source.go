// Package source reads articles: plain text, Markdown, saved web pages, and JSONL with an article a line, each of them
// gzipped or not and in any common encoding.
//
// It promises that whatever the bytes, reading ends, in time proportional to their number, with articles or with an error
// that tells a person what to do. Every article's text is valid UTF-8. The text of a plain file and of a JSONL record is
// the input itself, unchanged but for its encoding, since files that leave Hearsay count code points in it.
package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"iter"
	"os"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hearsay/articles"
)

// DefaultLimit is the most bytes an article may have where a Reader says nothing else.
const DefaultLimit = 64 << 20

// Reader reads articles and gives each that has no id of its own the name of its file, without the ending, as its id.
// Of two files with one name the second's id is numbered; ids that stand in a JSONL file are always kept. The zero value
// is ready to use, by one goroutine at a time.
type Reader struct {
	// Limit is the most bytes a file may have, or a line of a JSONL file, which may itself be of any length. It counts
	// what comes out of a gzipped file. 0 stands for DefaultLimit.
	Limit int64

	taken map[string]bool
}

// Open reads the articles of a file: one, or as many as a JSONL file has lines. Every error is an *Error; after one for a
// line the next line follows.
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

// Read reads the articles of a stream as Open does those of a file. The name tells what the stream holds, by its ending,
// and what errors call it; "-" stands for standard input, whose article has the id "stdin".
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

// read tells JSONL, which is read line by line, from the formats that are read whole.
func (r *Reader) read(name string, in io.Reader, yield func(articles.Article, error) bool) error {
	name, b, head, err := open(name, in)
	if err != nil {
		return err
	}
	if kindOf(name, head) == jsonl {
		return r.readLines(name, b, yield)
	}
	a, err := r.readWhole(name, b)
	if err != nil {
		return err
	}
	yield(a, nil)
	return nil
}

// open begins a stream, unzipped where it is gzipped; the name is then that of what was zipped.
func open(name string, in io.Reader) (string, *bufio.Reader, []byte, error) {
	b, head, err := begin(in)
	if err != nil {
		return name, nil, nil, systemError(name, err)
	}
	if bytes.HasPrefix(head, gzipMark) {
		unzipped, err := gzip.NewReader(b)
		if err != nil {
			return name, nil, nil, systemError(name, err)
		}
		name = trimEnding(name, ".gz")
		if b, head, err = begin(unzipped); err != nil {
			return name, nil, nil, systemError(name, err)
		}
	}
	return name, b, head, nil
}

var gzipMark = []byte{0x1f, 0x8b}

// begin returns the stream without a byte order mark, in UTF-8 where the mark tells UTF-16, and what the first read of it
// gave: waiting for more would hold up a line that is already there.
func begin(in io.Reader) (*bufio.Reader, []byte, error) {
	b := bufio.NewReaderSize(in, 1<<16)
	if _, err := b.Peek(3); err != nil && err != io.EOF {
		return nil, nil, err
	}
	head, _ := b.Peek(b.Buffered())
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		b.Discard(3)
		head = head[3:]
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
		return begin(transform.NewReader(b, decoder))
	}
	return b, head, nil
}

// readWhole reads an article that is all there is in its file.
func (r *Reader) readWhole(name string, in io.Reader) (articles.Article, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.limit()+1))
	if err != nil {
		return articles.Article{}, systemError(name, err)
	}
	if int64(len(data)) > r.limit() {
		return articles.Article{}, tooBig(name, 0, r.limit())
	}
	a, err := parse(name, data)
	if err != nil {
		return articles.Article{}, err
	}
	a.ID = r.claim(idOf(name))
	return a, nil
}

func (r *Reader) limit() int64 {
	if r.Limit > 0 {
		return r.Limit
	}
	return DefaultLimit
}

package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"hearsay/articles"
)

// stream is a file, or standard input, that has been begun: unzipped, past its byte order mark, in bytes of which one
// is an ASCII letter.
type stream struct {
	name    string // the file's
	inner   string // the name of what was zipped, the file's where nothing was
	in      *bufio.Reader
	unicode bool // a byte order mark, or bytes of which every other is zero, told that this is Unicode
}

// open begins a stream, unzipped where it is gzipped; what was zipped then has the name without .gz.
func open(name string, in io.Reader) (*stream, error) {
	s := &stream{name: name, inner: name}
	if err := s.begin(in); err != nil {
		return nil, systemError(name, err)
	}
	if head, _ := s.in.Peek(len(gzipMark)); bytes.Equal(head, gzipMark) {
		unzipped, err := gzip.NewReader(s.in)
		if err != nil {
			return nil, systemError(name, err)
		}
		s.inner = trimEnding(name, ".gz")
		if err := s.begin(unzipped); err != nil {
			return nil, systemError(s.name, err)
		}
	}
	return s, nil
}

var gzipMark = []byte{0x1f, 0x8b}

// begin takes off a byte order mark and turns UTF-16 into UTF-8. It looks at no more than what the first read gave:
// waiting for more would hold up a line that is already there.
func (s *stream) begin(in io.Reader) error {
	s.in = bufio.NewReaderSize(in, sampleSize)
	if _, err := s.in.Peek(4); err != nil && err != io.EOF {
		return err
	}
	head, _ := s.in.Peek(s.in.Buffered())
	wide := wideEncoding(head)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		s.in.Discard(3)
		s.unicode = true
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		s.unicode = true
		return s.begin(transform.NewReader(s.in, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()))
	case wide != nil:
		s.unicode = true
		return s.begin(transform.NewReader(s.in, wide.NewDecoder()))
	}
	return nil
}

// sample looks at how the stream begins. Of what can be JSONL it waits for no more than the first line, of all else for
// as much as a sample may hold.
func (s *stream) sample() (sample, error) {
	first, err := s.peekLine()
	if err != nil && err != io.EOF {
		return sample{}, systemError(s.name, err)
	}
	head := newSample(s.inner, first, err == io.EOF)
	if !head.whole && (looksLikeJSON([]byte(head.text)) || head.ending == ".jsonl" || head.ending == ".ndjson") {
		return head, nil
	}
	all, err := s.in.Peek(sampleSize)
	if err != nil && err != io.EOF {
		return sample{}, systemError(s.name, err)
	}
	return newSample(s.inner, all, err == io.EOF), nil
}

// peekLine looks at what is there, and at least at the first line that is not empty, as far as a sample reaches.
func (s *stream) peekLine() ([]byte, error) {
	head, err := s.in.Peek(max(1, s.in.Buffered()))
	for err == nil && len(head) < sampleSize && !bytes.Contains(bytes.TrimLeft(head, "\r\n"), []byte("\n")) {
		if head, err = s.in.Peek(len(head) + 1); err == nil {
			head, err = s.in.Peek(s.in.Buffered())
		}
	}
	return head, err
}

// whole makes a reader of files that hold one article, out of what makes an article of the file's text.
func whole(markup bool, read func(name, text string) (articles.Article, error)) reader {
	return func(r *Reader, s *stream, yield func(articles.Article, error) bool) error {
		text, err := r.text(s, markup)
		if err != nil {
			return err
		}
		a, err := read(s.name, text)
		if err != nil {
			return err
		}
		a.ID = r.claim(idOf(s.inner))
		yield(a, nil)
		return nil
	}
}

// text is all of a stream in UTF-8. Markup may itself say which encoding it is in.
func (r *Reader) text(s *stream, markup bool) (string, error) {
	data, err := io.ReadAll(io.LimitReader(s.in, r.limit()+1))
	if err != nil {
		return "", systemError(s.name, err)
	}
	if int64(len(data)) > r.limit() {
		return "", tooBig(s.name, 0, r.limit())
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return "", &Error{Name: s.name, Err: ErrEmpty, Hint: "give a file with an article in it"}
	}
	if s.unicode {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	text, ok := decode(data, markup)
	if !ok {
		return "", &Error{Name: s.name, Err: ErrUndecodable, Hint: hintEncoding}
	}
	return text, nil
}

// hintEncoding is what to do with text in an encoding that cannot be told.
const hintEncoding = "save it as UTF-8, as “iconv -f ENCODING -t UTF-8” does"

// trimEnding takes an ending off a file's name.
func trimEnding(name, ending string) string {
	if strings.EqualFold(filepath.Ext(name), ending) {
		return name[:len(name)-len(ending)]
	}
	return name
}

// idOf is the id of a file's article: the name without folder and ending.
func idOf(name string) string {
	if name == "-" || name == "" {
		return "stdin"
	}
	base := filepath.Base(name)
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		base = short
	}
	return strings.ToValidUTF8(base, "\uFFFD")
}

// claim returns an id that no other file has been given, the one asked for if it is free.
func (r *Reader) claim(id string) string {
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	free := id
	for n := 2; r.taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	r.taken[free] = true
	return free
}

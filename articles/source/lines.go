package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"
)

// Line is a line of a JSONL file as it stands there: an object with an article, and with whatever else there is about
// it.
type Line struct {
	Name   string // the file's
	Number int    // from 1
	JSON   []byte
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
		s, _, err := recognise(name, in)
		if err == nil {
			err = r.eachLine(s, yield)
		}
		if err != nil {
			yield(Line{}, err)
		}
	}
}

// eachLine reads line by line; one that is too long is an error of its own.
func (r *Reader) eachLine(s *stream, yield func(Line, error) bool) error {
	name, found := s.name, false
	for n := 1; ; n++ {
		line, long, err := readLine(s.in, r.limit())
		if err != nil && err != io.EOF {
			return systemError(name, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 || long {
			if !found && spread(line) {
				return &Error{Name: name, Line: n, Hint: "put each object in a line of its own, as “jq -c .” and “jq -c .[]” do",
					Err: fmt.Errorf("%w: it begins an object of several lines, or a list", ErrRecord)}
			}
			found = true
			var l Line
			var problem error
			if long {
				problem = tooBig(name, n, r.limit())
			} else {
				l, problem = s.line(n, line)
			}
			if !yield(l, problem) {
				return nil
			}
		}
		if err == io.EOF && !found {
			return &Error{Name: name, Err: ErrEmpty, Hint: "give a file with an article in each line"}
		} else if err == io.EOF {
			return nil
		}
	}
}

// line is a line in UTF-8: each is decoded for itself, since one file is often put together of several.
func (s *stream) line(n int, data []byte) (Line, error) {
	if s.unicode || utf8.Valid(data) {
		return Line{s.name, n, data}, nil
	}
	text, ok := decode(data, false)
	if !ok {
		return Line{}, &Error{Name: s.name, Line: n, Err: ErrUndecodable, Hint: hintEncoding}
	}
	return Line{s.name, n, []byte(text)}, nil
}

// spread reports whether a first line shows that the file is JSON but no JSONL.
func spread(line []byte) bool { return string(line) == "{" || bytes.HasPrefix(line, []byte("[")) }

// readLine reads one line, of which it keeps no more than the limit and tells whether there was more.
func readLine(in *bufio.Reader, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(line)+len(bytes.TrimRight(part, "\r\n"))) > limit {
			long = true
		}
		if !long {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, long, err
		}
	}
}

package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
)

// Line is a line of a JSONL file as it stands there: an object with an article, and with whatever else there is about it.
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
		name, b, _, err := open(name, in)
		if err == nil {
			err = r.eachLine(name, b, yield)
		}
		if err != nil {
			yield(Line{}, err)
		}
	}
}

// eachLine reads line by line; one that is too long is an error of its own.
func (r *Reader) eachLine(name string, in *bufio.Reader, yield func(Line, error) bool) error {
	found := false
	for n := 1; ; n++ {
		line, long, err := readLine(in, r.limit())
		if err != nil && err != io.EOF {
			return systemError(name, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 || long {
			if !found && spread(line) {
				return &Error{Name: name, Line: n, Hint: "put each object in a line of its own, as “jq -c .” and “jq -c .[]” do",
					Err: fmt.Errorf("%w: it begins an object of several lines, or a list", ErrRecord)}
			}
			found = true
			l, problem := Line{name, n, line}, error(nil)
			if long {
				l, problem = Line{}, tooBig(name, n, r.limit())
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

// Package records reads articles that stand as records of JSON: an object a line, in the fields of many programs that
// write such.
package records

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"hearsay/articles/source/format"
)

// Line is a line of a JSONL file as it stands there: an object with an article, and with whatever else there is about
// it.
type Line struct {
	Name   string // the file's
	Number int    // from 1
	JSON   []byte

	inner string // the name that tells the file's format
}

// Each reads line by line; one that is too long is an error of its own.
func Each(f *format.File, yield func(Line, error) bool) error {
	name, found := f.Name, false
	for n := 1; ; n++ {
		line, long, err := readLine(f.In, f.Most())
		if err != nil && err != io.EOF {
			return format.SystemError(name, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 || long {
			if !found && spread(line) {
				return &format.Error{Name: name, Line: n,
					Hint: "put each object in a line of its own, as “jq -c .” and “jq -c .[]” do",
					Err:  fmt.Errorf("%w: it begins an object of several lines, or a list", format.ErrRecord)}
			}
			found = true
			var l Line
			var problem error
			if long {
				problem = format.TooBig(name, n, f.Most())
			} else {
				l, problem = lineOf(f, n, line)
			}
			if !yield(l, problem) {
				return nil
			}
		}
		if err == io.EOF && !found {
			return &format.Error{Name: name, Err: format.ErrEmpty, Hint: "give a file with an article in each line"}
		} else if err == io.EOF {
			return nil
		}
	}
}

// lineOf is a line in UTF-8: each is decoded for itself, since one file is often put together of several.
func lineOf(f *format.File, n int, data []byte) (Line, error) {
	if f.Unicode || utf8.Valid(data) {
		return Line{f.Name, n, data, f.Inner}, nil
	}
	text, ok := format.Decode(data, false)
	if !ok {
		return Line{}, &format.Error{Name: f.Name, Line: n, Err: format.ErrUndecodable, Hint: format.HintEncoding}
	}
	return Line{f.Name, n, []byte(text), f.Inner}, nil
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

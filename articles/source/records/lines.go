// Package records reads articles that stand as records of JSON: an object a line, a list of objects, one object alone,
// in the fields of many programs that write such. It promises that the text of a record stays as it is, unless it is
// markup; that a record which is broken or too long is told of and passed over; and that no more than one is held.
package records

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"hearsay/articles/source/format"
)

// Line is a line of a JSONL file as it stands there, or an object of a JSON file of another shape: an object with an
// article, and with whatever else there is about it.
type Line struct {
	Name   string // the file's
	Number int    // from 1: the line's, or the object's where the file is none of lines; 0 of the only object of a file
	JSON   []byte

	inner string // the name that tells the file's format
	field string // that holds the text, where a person says so
	apart bool   // whether it is the object and not the line that is numbered
}

// Each reads line by line, or object by object where they do not stand in a line each. One that is too long is an error
// of its own.
func Each(f *format.File, yield func(Line, error) bool) error {
	found := false
	for n := 1; ; n++ {
		if next, _ := f.In.Peek(1); !found && string(next) == "[" {
			return eachObject(f, nil, yield) // it may be longer than a line may be
		}
		line, long, err := readLine(f.In, f.Most())
		if err != nil && err != io.EOF {
			return format.SystemError(f.Name, err)
		}
		end := err == io.EOF
		if line = bytes.TrimSpace(line); len(line) > 0 || long {
			if !found && !long && spread(f, line, end) {
				return eachObject(f, line, yield)
			}
			found = true
			l, problem := lineOf(f, Line{Name: f.Name, Number: n, JSON: line, inner: f.Inner,
				field: f.TextColumn}, long)
			if !yield(l, problem) {
				return nil
			}
		}
		if end && !found {
			return &format.Error{Name: f.Name, Err: format.ErrEmpty, Hint: "give a file with an article in each line"}
		} else if end {
			return nil
		}
	}
}

// lineOf is a line in UTF-8: each is decoded for itself, since one file is often put together of several.
func lineOf(f *format.File, l Line, long bool) (Line, error) {
	if long {
		return Line{}, l.fault(fmt.Errorf("%w: more than %s", format.ErrTooBig, format.Size(f.Most())), "split it")
	}
	if f.Unicode || utf8.Valid(l.JSON) {
		return l, nil
	}
	text, ok := format.Decode(l.JSON, false)
	if !ok {
		return Line{}, l.fault(format.ErrUndecodable, format.HintEncoding)
	}
	l.JSON = []byte(text)
	return l, nil
}

// fault tells what is wrong with a line.
func (l Line) fault(err error, hint string) *format.Error {
	e := &format.Error{Name: l.Name, Line: l.Number, Err: err, Hint: hint}
	if l.apart {
		e.Name, e.Line = l.position(), 0
	}
	return e
}

// position is where the line stands.
func (l Line) position() string {
	if l.Number == 0 {
		return l.Name
	}
	return fmt.Sprintf("%s#%d", l.Name, l.Number)
}

// spread reports whether a first line shows that the file is JSON but no JSONL: a list, or an object that goes on in
// the next line. It does not where it ends within a string, or where the next line begins an object that could not
// follow: then the line is broken.
func spread(f *format.File, line []byte, end bool) bool {
	if line[0] == '[' {
		return true
	}
	if line[0] != '{' || json.Valid(line) {
		return false
	}
	innermost, quoted := unclosed(line)
	if quoted || innermost == 0 {
		return false
	}
	last := line[len(line)-1]
	return end || innermost == '[' || last == ':' || nextByte(f.In) != '{'
}

// unclosed tells which bracket is open at the end of a line of JSON, 0 where none is, and whether a string is.
func unclosed(line []byte) (bracket byte, quoted bool) {
	var open []byte
	escaped := false
	for _, c := range line {
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			open = append(open, c)
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 0, quoted
	}
	return open[len(open)-1], quoted
}

// nextByte is the next byte that is no white space, as far as can be seen; 0 where there is none.
func nextByte(in *bufio.Reader) byte {
	for n := 1; n <= in.Size(); n++ {
		next, _ := in.Peek(n)
		if len(next) < n {
			return 0
		}
		if !isBlank(next[n-1]) {
			return next[n-1]
		}
	}
	return 0
}

// eachObject reads the objects of a file of which a first line was read, or nothing.
func eachObject(f *format.File, begun []byte, yield func(Line, error) bool) error {
	if begun = append(begun, '\n'); len(begun) == 1 {
		begun = nil
	}
	v := &values{in: bufio.NewReader(io.MultiReader(bytes.NewReader(begun), f.In)), limit: f.Most()}
	if first, _ := v.in.Peek(1); string(first) == "[" {
		v.list = true
		v.in.Discard(1)
	}
	for n := 1; ; n++ {
		data, long, err := v.next()
		switch {
		case err == io.EOF && n == 1:
			return &format.Error{Name: f.Name, Err: format.ErrEmpty, Hint: "give a file with an article in it"}
		case err == io.EOF:
			return nil
		case err != nil && err != io.ErrUnexpectedEOF:
			return format.SystemError(f.Name, err)
		}
		l := Line{Name: f.Name, Number: n, JSON: data, inner: f.Inner, field: f.TextColumn, apart: true}
		if n == 1 && !v.list && !v.more() {
			l.Number = 0
		}
		if n == 1 && !long && data[0] != '{' {
			return l.fault(fmt.Errorf("%w: it is a list of something else than objects", format.ErrRecord), hintRecord)
		}
		l, problem := lineOf(f, l, long)
		if !yield(l, problem) {
			return nil
		}
	}
}

// hintRecord is how a record is written.
const hintRecord = `write one object a line, such as {"id": "a1", "text": "…"}`

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

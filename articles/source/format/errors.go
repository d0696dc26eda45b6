package format

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// What can be wrong with a file. Every error of a reader is an *Error that wraps one of these.
var (
	ErrMissing     = errors.New("no such file")
	ErrDirectory   = errors.New("a directory, not a file")
	ErrUnreadable  = errors.New("cannot be read")
	ErrBinary      = errors.New("not text")
	ErrFormat      = errors.New("not plain text")
	ErrEmpty       = errors.New("empty")
	ErrNoArticle   = errors.New("no article text found in the page")
	ErrNoText      = errors.New("no text in the message")
	ErrUndecodable = errors.New("text in an unknown encoding")
	ErrTooBig      = errors.New("too big")
	ErrRecord      = errors.New("no article")
)

// Error tells what could not be read, why, and what to do about it.
type Error struct {
	// Name is the file's.
	Name string
	// Line is the line of a JSONL file, from 1; 0 where the whole file is meant.
	Line int
	// ID is the article's id as far as it is known.
	ID string
	// Err is what is wrong.
	Err error
	// Hint is what to do, a clause in lower case.
	Hint string
}

// Error is one line, whatever the name holds.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(printable(e.Name))
	if e.Line > 0 {
		fmt.Fprintf(&b, ", line %d", e.Line)
	}
	b.WriteString(": ")
	b.WriteString(printableText(e.Err.Error()))
	if e.Hint != "" {
		b.WriteString("; ")
		b.WriteString(e.Hint)
	}
	return b.String()
}

// Unwrap makes errors.Is and errors.As see what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// printable is a file's name as a line may show it.
func printable(name string) string {
	if name == "-" || name == "" {
		return "standard input"
	}
	if printableText(name) != name {
		return strconv.Quote(name)
	}
	return name
}

// printableText puts a question mark for whatever would break the line or steer the terminal.
func printableText(s string) string {
	return strings.Map(func(r rune) rune {
		if r != ' ' && !strconv.IsPrint(r) {
			return '?'
		}
		return r
	}, s)
}

// SystemError tells what the operating system said about a file.
func SystemError(name string, err error) error {
	var path *fs.PathError
	reason := err
	if errors.As(err, &path) {
		reason = path.Err
	}
	switch {
	case errors.Is(err, ErrBomb):
		return &Error{Name: name, Err: ErrBomb, Hint: "if you know what it is, unpack it and give the files in it"}
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Name: name, Err: ErrMissing, Hint: "check the spelling and the folder"}
	case errors.Is(err, fs.ErrPermission):
		return &Error{Name: name, Err: fmt.Errorf("%w: %w", ErrUnreadable, reason), Hint: "check who may read it"}
	}
	return &Error{Name: name, Err: fmt.Errorf("%w: %w", ErrUnreadable, reason), Hint: "check that the file is whole"}
}

// TooBig tells that a file, or a line of it, has more bytes than it may.
func TooBig(name string, line int, limit int64) error {
	return &Error{Name: name, Line: line, Hint: "split it",
		Err: fmt.Errorf("%w: more than %s", ErrTooBig, Size(limit))}
}

// Size writes a number of bytes for people.
func Size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

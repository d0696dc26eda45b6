package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // some input failed
	exitUsage  = 2
	// exitInterrupted and exitPipe are what shells report of a program that ended by the signals SIGINT and SIGPIPE.
	exitInterrupted = 130
	exitPipe        = 141
)

// failure ends a command that has already said what is wrong, or has nothing to say.
type failure int

func (f failure) Error() string { return "exit code " + strconv.Itoa(int(f)) }

// usage is a command line that cannot be understood.
func usage(format string, args ...any) error { return fmt.Errorf(format, args...) }

// exitCode ends the program: it tells of wrong usage, which nobody has told of yet, and returns the code. Every error
// that is not about usage arrives here as a failure, or as one of the two ways in which a program is stopped.
func exitCode(err error, stderr io.Writer, help string) int {
	var code failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	}
	tell(stderr, fmt.Sprintf("%v (see %s --help)", err, help))
	return exitUsage
}

// tell writes one line for a person, whatever stands in it.
func tell(stderr io.Writer, line string) { fmt.Fprintln(stderr, "hearsay: "+clean(line)) }

// reason says what is wrong with a file without the operation and the path that the standard library puts in front, since
// the file's name already stands before it.
func reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file"
	case errors.Is(err, fs.ErrPermission):
		return "not allowed to read it (see its permissions with ls -l)"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}

// The longest name and the longest line that are written, in code points: names in files of articles can be of any length.
const (
	longestName = 200
	longestLine = 2000
)

// clean makes text safe for a terminal: control codes, marks that turn the direction of writing and bytes that are no
// text are spelt out, as Go and C spell them.
func clean(s string) string {
	s = shorten(s, longestLine)
	if strings.IndexFunc(s, unsafeRune) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case unsafeRune(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

// unsafeRune tells whether a code point could do something to a terminal or to the order of what stands on it.
func unsafeRune(r rune) bool {
	return unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029'
}

// shorten keeps the beginning of a text that is longer than n code points.
func shorten(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

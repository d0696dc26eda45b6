package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hearsay/ui/cli/oneline"
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
func tell(stderr io.Writer, line string) { fmt.Fprintln(stderr, "hearsay: "+oneline.Clean(line)) }

// flagFault says what is wrong with the value of a flag in words of the command line's, not of the language it is
// written in.
func flagFault(_ *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return err
	}
	name, value := wrong.GetFlag().Name, wrong.GetValue()
	number := "a number"
	switch wrong.GetFlag().Value.Type() {
	case "bool":
		return usage("--%s is true or false, not “%s”", name, value)
	case "uint64":
		number = "a number, 0 or more"
	case "int":
	default:
		return err
	}
	if errors.Is(err, strconv.ErrRange) {
		return usage("--%s is %s, and “%s” is too large", name, number, value)
	}
	return usage("--%s is %s, not “%s”", name, number, value)
}

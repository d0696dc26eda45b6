// Package cli is Hearsay's command line: it reads arguments and configuration, opens articles, and starts the reader or
// writes what the analysis found. It promises one clear line on standard error for whatever is wrong, and an exit code.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"hearsay/ui/reader"
	"hearsay/ui/reader/keys"
)

// Main runs the program and returns its exit code: 0 when all is done, 1 when some input failed, 2 for wrong usage.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return run(args, surroundings{
		in: stdin, out: stdout, err: stderr,
		inTerminal: isTerminal(stdin), outTerminal: isTerminal(stdout), errTerminal: isTerminal(stderr),
		columns: columns(stdout),
		getenv:  os.Getenv, configHome: xdg.ConfigHome, dataHome: xdg.DataHome,
		openKeyboard: openKeyboard, read: reader.Run, analyze: newAnalyzer(), interrupts: interrupts, now: time.Now,
	})
}

// surroundings are all that the program can see of the machine it runs on.
type surroundings struct {
	in                                   io.Reader
	out, err                             io.Writer
	inTerminal, outTerminal, errTerminal bool
	columns                              int // of the terminal on standard output, 0 if it is none
	getenv                               func(string) string
	// configHome is the folder that holds the configuration of a person's programs.
	configHome string
	// dataHome is the folder that holds what a person's programs keep for them.
	dataHome string
	// openKeyboard opens the terminal's keyboard for a reader whose standard input is an article.
	openKeyboard func() (io.Reader, error)
	// read runs the full-screen reader.
	read    func(context.Context, reader.Options) error
	analyze analyzer
	// interrupts gives a context that ends when a person stops the program.
	interrupts func() (context.Context, context.CancelFunc)
	now        func() time.Time
}

// program is one run of Hearsay.
type program struct {
	surroundings
	actions []keys.Action
	shelf   shelf
}

func run(args []string, s surroundings) int {
	p := &program{surroundings: s, actions: reader.Actions()}
	defer p.shelf.close()
	root := rootCommand(p)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	command, err := root.ExecuteC()
	return exitCode(err, s.err, command.CommandPath())
}

func isTerminal(stream any) bool {
	f, ok := stream.(term.File)
	return ok && term.IsTerminal(f.Fd())
}

// columns is how wide a terminal is, 0 for whatever is none.
func columns(stream any) int {
	f, ok := stream.(term.File)
	if !ok {
		return 0
	}
	wide, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return wide
}

// interrupts gives a context that ends at the first ctrl+c, at the polite request to end, and when the terminal goes; a
// second one ends the program at once, in case the first finds it stuck.
func interrupts() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

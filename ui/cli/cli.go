// Package cli is Hearsay's command line: it reads arguments and configuration, opens articles, and starts the reader or
// writes what the analysis found. It promises one clear line on standard error for whatever is wrong, and an exit code.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"hearsay/articles/source"
	"hearsay/articles/source/fetch"
	"hearsay/ui/cli/search"
	"hearsay/ui/reader"
	"hearsay/ui/reader/keys"
)

// Main runs the program and returns its exit code: 0 when all is done, 1 when some input failed, 2 for wrong usage, and
// where a signal stopped it what shells report of that.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var by signals
	code := run(args, surroundings{
		in: stdin, out: stdout, err: stderr,
		inTerminal: isTerminal(stdin), outTerminal: isTerminal(stdout), errTerminal: isTerminal(stderr),
		columns: columns(stdout),
		getenv:  os.Getenv, configHome: xdg.ConfigHome, dataHome: xdg.DataHome, stateHome: xdg.StateHome,
		openKeyboard: openKeyboard, read: reader.Run, analyze: newAnalyzer(), interrupts: by.interrupts, now: time.Now,
	})
	if code == exitInterrupted {
		return by.code()
	}
	return code
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
	// stateHome is the folder for what programs leave behind.
	stateHome string
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
	// reading is what a person said about the files beforehand.
	reading source.Options
	// private is true where pages may be fetched from within a private network.
	private bool
}

func run(args []string, s surroundings) int {
	p := &program{surroundings: s, actions: reader.Actions()}
	p.reading.Fetch = func(address string) (*fetch.Page, error) { return fetchPage(p, address) }
	defer p.shelf.close()
	root := rootCommand(p)
	root.SetArgs(search.Unflagged(args))
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

// signals tell by which signal the program was stopped. Its zero value is none.
type signals struct{ first atomic.Int32 }

// interrupts gives a context that ends at the first ctrl+c or ctrl+\, at the polite request to end, and when the
// terminal goes; a second one ends the program at once, in case the first finds it stuck.
func (s *signals) interrupts() (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case sig := <-caught:
			if n, ok := sig.(syscall.Signal); ok {
				s.first.Store(int32(n))
			}
		case <-ctx.Done():
		}
		signal.Stop(caught)
		stop()
	}()
	return ctx, stop
}

// code is the exit code of a program that was stopped: 128 and the number of the signal.
func (s *signals) code() int {
	if n := s.first.Load(); n != 0 {
		return 128 + int(n)
	}
	return exitInterrupted
}

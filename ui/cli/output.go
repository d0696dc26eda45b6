package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"syscall"
	"time"

	"hearsay/ui/cli/oneline"
)

// write runs a writer of a command's whole output and tells what keeps it from being written. A reader of a pipe that
// has had enough is no fault to tell of.
func (p *program) write(to func(io.Writer) error) error {
	b := bufio.NewWriter(p.out)
	err := to(b)
	if err == nil {
		err = b.Flush()
	}
	return p.writeFault(err)
}

// writeFault makes an exit code of an error in writing to standard output.
func (p *program) writeFault(err error) error {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return err
	}
	return p.outputFault("standard output", err)
}

// outputFault tells what keeps an output from being written.
func (p *program) outputFault(name string, err error) error {
	switch {
	case errors.Is(err, errCrowded):
		tell(p.err, fmt.Sprintf("%s: %v", name, err))
	case errors.Is(err, syscall.ENOSPC):
		tell(p.err, fmt.Sprintf("%s cannot be written: %s; is the disk full?", name, oneline.Reason(err)))
	default:
		tell(p.err, fmt.Sprintf("%s cannot be written: %s", name, oneline.Reason(err)))
	}
	return failure(exitFailed)
}

// progress tells a person who waits how many articles are done. It is silent for work that is short, and wherever its
// line would get among the output or into a file.
type progress struct {
	w           io.Writer // nil where nothing is to be told
	now         func() time.Time
	began, last time.Time
	done        int
	shown       bool
}

const (
	// patience is how long a person waits without asking what is going on.
	patience = time.Second
	// pause keeps the line from being drawn more often than it can be read.
	pause = 100 * time.Millisecond
)

// newProgress makes one for a command whose output comes while it works, or else late, when all is done.
func newProgress(p *program, late bool) *progress {
	g := &progress{now: p.now, began: p.now()}
	if p.errTerminal && (late || !p.outTerminal) && !p.dumb() {
		g.w = p.err
	}
	return g
}

// step counts an article.
func (g *progress) step() {
	g.done++
	now := g.now()
	spent := now.Sub(g.began)
	if g.w == nil || spent < patience || now.Sub(g.last) < pause {
		return
	}
	g.last, g.shown = now, true
	fmt.Fprintf(g.w, "\r%d articles, %.0f a second\x1b[K", g.done, float64(g.done)/spent.Seconds())
}

// clear takes the line away, before another is written or at the end.
func (g *progress) clear() {
	if g.shown {
		io.WriteString(g.w, "\r\x1b[K")
		g.shown = false
	}
}

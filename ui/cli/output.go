package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"syscall"
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
		tell(p.err, fmt.Sprintf("%s cannot be written: %s; is the disk full?", name, reason(err)))
	default:
		tell(p.err, fmt.Sprintf("%s cannot be written: %s", name, reason(err)))
	}
	return failure(exitFailed)
}

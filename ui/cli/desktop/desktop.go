// Package desktop has other programs of this machine do something: the browser opens a page, the shell runs what a
// person wrote.
//
// It promises that nothing of an article ever becomes part of a command: addresses are given as an argument of their
// own and only where they are of the web, and the shell takes values from its environment.
package desktop

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"hearsay/ui/cli/oneline"
)

// Browse opens a page of the web in the browser: that of the variable BROWSER, or the one of the system.
func Browse(address string, getenv func(string) string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%s is no address of the web", oneline.Clean(address))
	}
	program := opener(runtime.GOOS, getenv("BROWSER"))
	c := exec.Command(program[0], append(program[1:], address)...)
	if err := c.Start(); err != nil {
		return errors.New(oneline.Reason(err))
	}
	go c.Wait() // it goes on by itself; nobody asks how it ended
	return nil
}

// opener is the program that opens pages, with the arguments before the address.
func opener(system, browser string) []string {
	switch {
	case browser != "" && !strings.Contains(browser, ":"):
		return []string{browser}
	case system == "darwin":
		return []string{"open"}
	case system == "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	return []string{"xdg-open"}
}

// mostPrinted is how many bytes of what a command prints are kept.
const mostPrinted = 1 << 20

// Shell runs a script with further variables in its environment and words on its standard input, and gives what it
// prints. Where it fails the error is the first line that it wrote on standard error.
func Shell(ctx context.Context, script string, env []string, words string) (string, error) {
	c := exec.CommandContext(ctx, "sh", "-c", script)
	if runtime.GOOS == "windows" {
		c = exec.CommandContext(ctx, "cmd", "/c", script)
	}
	c.Env = append(os.Environ(), env...)
	c.Stdin = strings.NewReader(words)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	if out.Len() > mostPrinted {
		out.Truncate(mostPrinted)
	}
	if err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		if first == "" {
			first = oneline.Reason(err)
		}
		return out.String(), errors.New(oneline.Clean(first))
	}
	return out.String(), nil
}

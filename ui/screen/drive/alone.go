//go:build unix

package drive

import (
	"fmt"
	"os"
)

// Alone is a Reporter outside of tests: it says what fails and ends the program, as a test would end.
type Alone struct {
	// Name is the program's.
	Name  string
	after []func()
}

// Helper marks nothing.
func (a *Alone) Helper() {}

// Cleanup has something done when the program is done.
func (a *Alone) Cleanup(f func()) { a.after = append(a.after, f) }

// TempDir is a folder of its own, gone when the program is done.
func (a *Alone) TempDir() string {
	dir, err := os.MkdirTemp("", a.Name)
	if err != nil {
		a.Fatalf("%v", err)
	}
	a.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// Fatalf tells of what failed, and ends the program.
func (a *Alone) Fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, a.Name+": "+format+"\n", args...)
	a.Tidy()
	os.Exit(1)
}

// Tidy undoes what was done, the last first.
func (a *Alone) Tidy() {
	for i := len(a.after) - 1; i >= 0; i-- {
		a.after[i]()
	}
	a.after = nil
}

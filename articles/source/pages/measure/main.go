// Measure reads web pages of which somebody noted the text, title and byline, and prints how much of that is read
// right.
//
//	go run ./articles/source/pages/measure [-v] [FOLDER]
//
// The folder holds one for each page, with source.html, expected.html and expected-metadata.json, as the tests of
// Mozilla's Readability and of what was made after it have them; without one, those of go-readability are taken, which
// the Go command has fetched to build the program. -snippets measures by passages instead, in the list that the module
// go-trafilatura compares by: which must be read, and which must not.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// pagesModule is the module whose test pages are read where no folder is named.
const pagesModule = "codeberg.org/readeck/go-readability/v2"

func main() {
	verbose := flag.Bool("v", false, "tell of every page what is wrong")
	snippets := flag.Bool("snippets", false, "the folder is that of the module go-trafilatura")
	outline := flag.Bool("outline", false, "the argument is a page: show how it is read")
	flag.Parse()
	if *outline {
		show(readArticle(flag.Arg(0)))
		return
	}
	if err := run(flag.Arg(0), *snippets, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func run(folder string, snippets, verbose bool) error {
	if snippets {
		return measureSnippets(folder, verbose)
	}
	if folder == "" {
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", pagesModule).Output()
		if err != nil {
			return fmt.Errorf("no test pages of %s: %w", pagesModule, err)
		}
		folder = filepath.Join(strings.TrimSpace(string(dir)), "test-pages")
	}
	return measurePages(folder, verbose)
}

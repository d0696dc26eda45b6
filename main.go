// Hearsay is a news reader for the terminal that shows who said what.
package main

import (
	"os"

	"hearsay/ui/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

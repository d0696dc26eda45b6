// Command train makes the weight files that are built into Hearsay, from the corpora of its developers.
//
//	go run ./analysis/train [-corpora DIR] PART
//
// Each part stands on those before it: company, tags, parse, names, attribution, lessons (a folder of what
// analysis/train/sense/train.py teaches the network of senses from: see there), certainty, sides (a folder of what
// analysis/train/sense/polarity.py learns from). The part polarity makes nothing: it only measures what polarity.py made.
//
// It writes the part's weights where the program embeds them, and prints how well they do on the development data, which
// they have not seen. The same corpora give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// parts are the parts of the engine that are learnt: each reads corpora from a folder and writes its weights to a file.
var parts = map[string]struct {
	out   string
	train func(corpora, out string) error
}{
	"attribution": {"analysis/attribution/weights.bin", trainAttribution},
	"tags":        {"analysis/tags/weights.bin", trainTags},
	"company":     {"analysis/company/weights.bin", trainCompany},
	"parse":       {"analysis/parse/weights.bin", trainParse},
	"names":       {"analysis/names/weights.bin", trainNames},
	"lessons":     {"lessons", trainLessons},
	"certainty":   {"analysis/attribution/weights.bin", trainCertainty},
	"sides":       {"sides", trainPolarityLessons},
	"polarity":    {"", measurePolarity},
}

func main() {
	corpora := flag.String("corpora", filepath.Join("..", "shared", "corpora"), "the `folder` with the corpora")
	out := flag.String("o", "", "write the weights to this `file` instead")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: train [-corpora DIR] [-o FILE] %s\n", strings.Join(partNames(), "|"))
		flag.PrintDefaults()
	}
	flag.Parse()
	part, known := parts[flag.Arg(0)]
	if flag.NArg() != 1 || !known {
		flag.Usage()
		os.Exit(2)
	}
	if *out == "" {
		*out = filepath.FromSlash(part.out)
	}
	if err := part.train(*corpora, *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// partNames returns the names of the parts in order.
func partNames() []string {
	var names []string
	for n := range parts {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Command train makes the weight files that are built into Hearsay, from the corpora of its developers.
//
//	go run ./analysis/train [-corpora DIR] PART [GOLD...]
//
// Each part stands on those before it: clusters, tags, parse, names, attribution, lessons (a folder of what
// analysis/train/encoder/train.py teaches the encoder from: see there), certainty, named (what
// analysis/train/encoder/names.py learns from), sides (what analysis/train/encoder/polarity.py learns from), speakers,
// speaker-certainty. The parts named-check, polarity and gap make nothing: they only measure what was made; gap writes
// its answers where -o says.
//
// The part position-certainty is given the folder that stances made and targets.py has learnt from.
//
// The parts attribution and lessons learn from further annotated articles too, in files like
// corpora/polnear-train.jsonl: "hearsay review export-gold" makes them of what was corrected.
//
// It writes the part's weights where the program embeds them, and prints how well they do on the development data,
// which they have not seen. The same corpora give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// job is what a part is to do: read the corpora of a folder, and the files of more annotated articles, and write its
// weights to a file.
type job struct {
	corpora, out string
	more         []string
}

// parts are the parts of the engine that are learnt, with the files that the program embeds.
var parts = map[string]struct {
	out   string
	train func(job) error
}{
	"attribution":        {"analysis/attribution/weights.bin", trainAttribution},
	"tags":               {"analysis/tags/weights.bin", alone(trainTags)},
	"clusters":           {"analysis/clusters/weights.bin", alone(trainClusters)},
	"parse":              {"analysis/parse/weights.bin", alone(trainParse)},
	"names":              {"analysis/names/weights.bin", alone(trainNames)},
	"lessons":            {"lessons", trainLessons},
	"certainty":          {"analysis/attribution/weights.bin", alone(trainCertainty)},
	"sides":              {"sides", alone(trainPolarityLessons)},
	"polarity":           {"", alone(measurePolarity)},
	"gap":                {"", alone(measureGAP)},
	"speaker-certainty":  {"analysis/speakers/weights.bin", alone(trainSpeakerCertainty)},
	"speakers":           {"analysis/speakers/weights.bin", alone(trainSpeakers)},
	"stances":            {"stances", alone(trainStanceLessons)},
	"position-certainty": {"analysis/positions/weights.bin", trainPositionCertainty},
	"named":              {"named", alone(trainNameLessons)},
	"named-check":        {"", alone(measureNames)},
}

// alone is a part that learns from the corpora alone.
func alone(train func(corpora, out string) error) func(job) error {
	return func(j job) error {
		if len(j.more) > 0 {
			return fmt.Errorf("this part learns from the corpora alone: leave out %s", strings.Join(j.more, " "))
		}
		return train(j.corpora, j.out)
	}
}

func main() {
	corpora := flag.String("corpora", filepath.Join("..", "shared", "corpora"), "the `folder` with the corpora")
	out := flag.String("o", "", "write the weights to this `file` instead")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: train [-corpora DIR] [-o FILE] %s [GOLD...]\n",
			strings.Join(partNames(), "|"))
		flag.PrintDefaults()
	}
	flag.Parse()
	part, known := parts[flag.Arg(0)]
	if !known {
		flag.Usage()
		os.Exit(2)
	}
	if *out == "" {
		*out = filepath.FromSlash(part.out)
	}
	if err := part.train(job{*corpora, *out, flag.Args()[1:]}); err != nil {
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

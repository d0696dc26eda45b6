package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hearsay/analysis/clusters"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// trainClusters sorts words into classes from news without annotation, and from the texts alone of annotated news.
func trainClusters(dir, out string) error {
	tagger, err := tags.Load()
	if err != nil {
		return err
	}
	parser, err := parse.Load()
	if err != nil {
		return err
	}
	var readings []clusters.Reading
	seen := map[string]bool{}
	for _, name := range []string{"news-unlabelled.jsonl.gz", "polnear-train.jsonl"} {
		err := eachText(filepath.Join(dir, name), func(s string) {
			if seen[s] {
				return
			}
			seen[s] = true
			r := clusters.Reading{Text: text.Split(s, nil)}
			r.Tags = tagger.Tag(r.Text)
			r.Trees = parser.Parse(r.Text, r.Tags)
			readings = append(readings, r)
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
	}
	weights := clusters.Learn(readings, func(format string, args ...any) { fmt.Printf(format+"\n", args...) })
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("write the classes of words: %w", err)
	}
	return nil
}

// eachText reads the texts of a file of one JSON object a line, compressed where its name says so.
func eachText(path string, do func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			return err
		}
	}
	for d := json.NewDecoder(r); d.More(); {
		var a struct{ Text string }
		if err := d.Decode(&a); err != nil {
			return err
		}
		do(a.Text)
	}
	return nil
}

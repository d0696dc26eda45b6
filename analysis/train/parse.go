package main

import (
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

const (
	parseRounds = 8
	parseSeed   = 30
	// strangerRounds are fewer, since these parsers are thrown away.
	strangerRounds = 4
)

// trainParse learns trees from news that another parser has read, with the tags of Hearsay's own tagger.
func trainParse(dir, out string) error {
	tagger, err := tags.Load()
	if err != nil {
		return err
	}
	lessons, err := readTrees(dir, "polnear-parsed-train.jsonl.gz", "", tagger, every)
	if err != nil {
		return err
	}
	weights := parse.Learn(lessons, parseRounds, parseSeed, func(round int, right float64) {
		fmt.Printf("round %d: %.4f of heads right while learning\n", round, right)
	})
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return fmt.Errorf("write the parser's weights: %w", err)
	}
	parser, err := parse.Read(string(weights))
	if err != nil {
		return err
	}
	for _, dev := range [][2]string{{"polnear-parsed-dev.jsonl.gz", ""}, {"gum-dev.conllu", "GUM_news"},
		{"gum-dev.conllu", ""}, {"ewt-dev.conllu", ""}} {
		examples, err := readTrees(dir, dev[0], dev[1], tagger, every)
		if err != nil {
			return err
		}
		scoreTrees(dev[0]+" "+dev[1], parser, examples)
	}
	return nil
}

// halfOf tells which half of the articles one is in.
func halfOf(id string) int { return int(crc32.ChecksumIEEE([]byte(id)) & 1) }

// strangers trains a parser for each half of the annotated articles on the other half, so that what is learnt from
// their trees is learnt from trees with as many mistakes as those of articles never seen.
func strangers(dir string, tagger *tags.Tagger) (parsers [2]*parse.Parser, err error) {
	var lessons [2][]parse.Example
	for half := range lessons {
		lessons[half], err = readTrees(dir, "polnear-parsed-train.jsonl.gz", "", tagger,
			func(id string) bool { return halfOf(id) != half })
		if err != nil {
			return parsers, err
		}
	}
	var all sync.WaitGroup
	var failed [2]error
	for half := range lessons {
		all.Go(func() {
			parsers[half], failed[half] = parse.Read(string(parse.Learn(lessons[half], strangerRounds, parseSeed,
				func(int, float64) {})))
		})
	}
	all.Wait()
	return parsers, errors.Join(failed[:]...)
}

// scoreTrees prints the share of words, marks left out, whose heads are right, and of those whose relation is as well.
func scoreTrees(name string, p *parse.Parser, examples []parse.Example) {
	heads, both, all := 0, 0, 0
	for _, e := range examples {
		one := text.Text{String: e.String, Tokens: e.Tokens, Sentences: []text.Sentence{{To: len(e.Tokens)}}}
		got := p.Parse(&one, e.Tags)
		for i, h := range e.Head {
			if e.Relation[i] == parse.Punctuation {
				continue
			}
			all++
			if got.Head[i] == h {
				heads++
				if got.Relation[i] == e.Relation[i] {
					both++
				}
			}
		}
	}
	fmt.Printf("%-36s heads %.4f, with relations %.4f, of %d words\n", name, float64(heads)/float64(all),
		float64(both)/float64(all), all)
}

// readTrees reads the trees of a corpus, those of documents whose name begins with prefix.
// wanted, where given, says which articles of a corpus that another parser has read.
func readTrees(dir, name, prefix string, tagger *tags.Tagger, wanted func(id string) bool) ([]parse.Example, error) {
	var out []parse.Example
	keep := func(s treeSentence) {
		if e, ok := hang(s); ok {
			e.Tags = tagger.TagTokens(e.String, e.Tokens)
			out = append(out, e)
		}
	}
	path := filepath.Join(dir, name)
	var err error
	if strings.HasSuffix(name, ".conllu") {
		err = eachTree(path, prefix, keep)
	} else {
		err = eachParsed(filepath.Join(dir, strings.Replace(strings.TrimSuffix(name, ".gz"), "-parsed", "", 1)), path, wanted,
			keep)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// hang gives Hearsay's tokens of a sentence the heads of the corpus's tokens, if each of these lies in one of ours.
func hang(s treeSentence) (parse.Example, bool) {
	t := text.Split(s.text, nil)
	e := parse.Example{String: s.text, Tokens: t.Tokens}
	ours := make([]int32, len(s.tokens)) // the token of ours that holds each of theirs
	for i, k := range s.tokens {
		at := t.At(k.span.Start)
		if at == len(t.Tokens) || !t.Tokens[at].Covers(k.span) {
			return e, false
		}
		ours[i] = int32(at)
	}
	e.Head, e.Relation = make([]int32, len(t.Tokens)), make([]parse.Relation, len(t.Tokens))
	held := make([]bool, len(t.Tokens))
	for i, k := range s.tokens {
		at, head := ours[i], int32(-1)
		if k.head >= 0 && k.head < len(ours) {
			head = ours[k.head]
		}
		if head != at {
			e.Head[at], e.Relation[at], held[at] = head, parse.Named(k.relation), true
		}
	}
	for _, h := range held {
		if !h {
			return e, false
		}
	}
	return e, true
}

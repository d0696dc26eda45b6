package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

const (
	parseRounds = 8
	parseSeed   = 30
)

// trainParse learns trees from news that another parser has read, with the tags of Hearsay's own tagger.
func trainParse(dir, out string) error {
	tagger, err := tags.Load()
	if err != nil {
		return err
	}
	lessons, err := readTrees(dir, "polnear-parsed-train.jsonl.gz", "", tagger)
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
	for _, dev := range [][2]string{{"polnear-parsed-dev.jsonl.gz", ""}, {"gum-dev.conllu", "GUM_news"}, {"gum-dev.conllu", ""}, {"ewt-dev.conllu", ""}} {
		examples, err := readTrees(dir, dev[0], dev[1], tagger)
		if err != nil {
			return err
		}
		scoreTrees(dev[0]+" "+dev[1], parser, examples)
	}
	return nil
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
	fmt.Printf("%-36s heads %.4f, with relations %.4f, of %d words\n", name, float64(heads)/float64(all), float64(both)/float64(all), all)
}

// readTrees reads the trees of a corpus, those of documents whose name begins with prefix.
func readTrees(dir, name, prefix string, tagger *tags.Tagger) ([]parse.Example, error) {
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
		err = eachParsed(filepath.Join(dir, strings.Replace(strings.TrimSuffix(name, ".gz"), "-parsed", "", 1)), path, keep)
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

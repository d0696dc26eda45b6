package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

const (
	tagRounds = 6
	tagSeed   = 20
)

// trainTags learns part-of-speech tags from the treebanks and from news that another parser tagged.
func trainTags(dir, out string) error {
	var lessons []tags.Example
	for _, name := range []string{"ewt-train.conllu", "gum-train.conllu", "polnear-parsed-train.jsonl.gz"} {
		e, err := readTagged(dir, name, "")
		if err != nil {
			return err
		}
		lessons = append(lessons, e...)
	}
	weights := tags.Learn(lessons, tagRounds, tagSeed, func(round int, right float64) {
		fmt.Printf("round %d: %.4f right while learning\n", round, right)
	})
	if err := writePacked(out, weights); err != nil {
		return err
	}
	tagger, err := tags.Read(string(weights))
	if err != nil {
		return err
	}
	for _, dev := range [][2]string{{"polnear-parsed-dev.jsonl.gz", ""}, {"gum-dev.conllu", "GUM_news"},
		{"gum-dev.conllu", ""}, {"ewt-dev.conllu", ""}} {
		e, err := readTagged(dir, dev[0], dev[1])
		if err != nil {
			return err
		}
		scoreTags(dev[0]+" "+dev[1], tagger, e)
	}
	return nil
}

// scoreTags prints the share of tags that are right.
func scoreTags(name string, tagger *tags.Tagger, examples []tags.Example) {
	right, all := 0, 0
	for _, e := range examples {
		for i, t := range tagger.TagTokens(e.String, e.Tokens) {
			if e.Tags[i] == tags.None {
				continue
			}
			all++
			if t == e.Tags[i] {
				right++
			}
		}
	}
	fmt.Printf("%-36s %.4f of %d tokens\n", name, float64(right)/float64(all), all)
}

// readTagged reads the tagged sentences of a corpus, those of documents whose name begins with prefix.
func readTagged(dir, name, prefix string) ([]tags.Example, error) {
	path := filepath.Join(dir, name)
	var out []tags.Example
	var err error
	if strings.HasSuffix(name, ".conllu") {
		err = eachTree(path, prefix, func(s treeSentence) { out = append(out, align(s)) })
	} else {
		err = eachParsed(filepath.Join(dir, strings.Replace(strings.TrimSuffix(name, ".gz"), "-parsed", "", 1)), path, every,
			func(s treeSentence) { out = append(out, align(s)) })
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// align gives Hearsay's tokens of a sentence the tags of the corpus's tokens.
func align(s treeSentence) tags.Example {
	t := text.Split(s.text, nil)
	e := tags.Example{String: s.text, Tokens: t.Tokens, Tags: make([]tags.Tag, len(t.Tokens))}
	k := 0
	for i, token := range t.Tokens {
		for k < len(s.tokens) && s.tokens[k].span.End <= token.Start {
			k++
		}
		j := k
		for j < len(s.tokens) && s.tokens[j].span.End <= token.End && s.tokens[j].span.Start >= token.Start {
			j++
		}
		// Several of the corpus's tokens in one of ours are a hyphenated word, which is as its last part, but
		// an adjective where a noun follows.
		if j == k || s.tokens[j-1].span.End != token.End || s.tokens[k].span.Start != token.Start {
			continue
		}
		e.Tags[i] = tags.Parse(s.tokens[j-1].tag)
		if j > k+1 && e.Tags[i].Noun() && j < len(s.tokens) && strings.HasPrefix(s.tokens[j].tag, "NN") {
			e.Tags[i] = tags.JJ
		}
	}
	return e
}

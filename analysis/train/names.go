package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

// nameSpan is a name of a corpus, in bytes of its article.
type nameSpan struct {
	text.Span
	kind names.Type
}

// namedArticle is an article with the names that a corpus marks in it.
type namedArticle struct {
	text  string
	names []nameSpan
}

// trainNames learns names from the corpora in dir, writes the weights to out, and prints how well they do on the
// development part.
func trainNames(dir, out string) error {
	world, err := readNewswire(filepath.Join(dir, "newswire-ner-train.tsv"))
	if err != nil {
		return err
	}
	var lessons []names.Lesson
	for _, a := range world {
		lessons = append(lessons, a.lesson())
	}
	weights := names.Learn(lessons, 8)
	if err := os.WriteFile(out, weights, 0o644); err != nil {
		return err
	}
	finder, err := names.New(string(weights))
	if err != nil {
		return err
	}
	dev, err := readNewswire(filepath.Join(dir, "newswire-ner-dev.tsv"))
	if err != nil {
		return err
	}
	scoreNames(os.Stdout, finder, dev)
	return nil
}

// scoreNames prints precision, recall and F1 of whole spans for each type.
func scoreNames(w io.Writer, f *names.Finder, articles []namedArticle) {
	var gold, got, right [5]int
	for _, a := range articles {
		marked := map[nameSpan]bool{}
		for _, n := range a.names {
			marked[n] = true
			gold[n.kind]++
		}
		for _, n := range f.Find(text.Split(a.text, nil)) {
			got[n.Type]++
			if marked[nameSpan{n.Span, n.Type}] {
				right[n.Type]++
			}
		}
	}
	for k := range gold {
		p, r := float64(right[k])/float64(max(got[k], 1)), float64(right[k])/float64(max(gold[k], 1))
		fmt.Fprintf(w, "%-13s P %.3f  R %.3f  F1 %.3f  of %d\n", names.Type(k), p, r, 2*p*r/max(p+r, 1e-9), gold[k])
	}
}

func (a namedArticle) lesson() names.Lesson {
	t := text.Split(a.text, nil)
	label := make([]names.Labelled, len(t.Tokens))
	for i := range t.Tokens {
		label[i].Word = t.Word(i)
	}
	for _, n := range a.names {
		from, to := t.Range(n.Span)
		for i := from; i < to; i++ {
			if n.Covers(t.Tokens[i].Span) {
				label[i].InName, label[i].Begins, label[i].Type = true, i == from, n.kind
			}
		}
	}
	var l names.Lesson
	for _, s := range t.Sentences {
		l.Sentences = append(l.Sentences, label[s.From:s.To])
	}
	return l
}

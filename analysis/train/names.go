package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hearsay/analysis/encoder"
	"hearsay/analysis/names"
	"hearsay/analysis/text"
	"hearsay/analysis/weights"
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

// nameRounds is how often the linear model goes through what it learns from.
const nameRounds = 8

// trainNames learns the linear model of names from the corpora in dir, and writes its weights to out.
func trainNames(dir, out string) error {
	world, err := readNewswire(filepath.Join(dir, "newswire-ner-train.tsv"))
	if err != nil {
		return err
	}
	var lessons []names.Lesson
	for _, a := range world {
		lessons = append(lessons, a.lesson())
	}
	return writePacked(out, names.Learn(lessons, nameRounds))
}

// writePacked packs a file of weights, most of which are zero, and writes it.
func writePacked(out string, file []byte) error {
	if err := os.WriteFile(out, weights.Pack(file), 0o644); err != nil {
		return fmt.Errorf("write the packed weights: %w", err)
	}
	return nil
}

// measureNames prints how well the names of the development part are found by what is built in.
func measureNames(dir, _ string) error {
	finder, err := names.Load()
	if err != nil {
		return err
	}
	encoder, err := encoder.Load()
	if err != nil {
		return err
	}
	if encoder, err = encoder.WithProjection(finder.Projection()); err != nil {
		return err
	}
	articles, err := readNewswire(filepath.Join(dir, "newswire-ner-dev.tsv"))
	if err != nil {
		return err
	}
	return scoreNames(os.Stdout, articles, func(t *text.Text) ([]names.Name, error) {
		states, err := encoder.Encode(context.Background(), t, func(float64) {})
		if err != nil {
			return nil, err
		}
		return finder.Find(t, states), nil
	})
}

// scoreNames prints precision, recall and F1 of whole spans for each type.
func scoreNames(w io.Writer, articles []namedArticle, find func(t *text.Text) ([]names.Name, error)) error {
	var gold, got, right [5]int
	for _, a := range articles {
		marked := map[nameSpan]bool{}
		for _, n := range a.names {
			marked[n] = true
			gold[n.kind]++
		}
		found, err := find(text.Split(a.text, nil))
		if err != nil {
			return err
		}
		for _, n := range found {
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
	return nil
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

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis/encoder"
	"hearsay/analysis/names"
	"hearsay/analysis/text"
)

// trainNameLessons writes into a folder what names.py learns from: NAME.jsonl, an article a line, and NAME.layers,
// what all layers of the encoder have of each token: its embedding and its hidden states.
func trainNameLessons(dir, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make the folder for the lessons: %w", err)
	}
	finder, err := names.Load()
	if err != nil {
		return err
	}
	for _, part := range []string{"train", "dev"} {
		articles, err := readNewswire(filepath.Join(dir, "newswire-ner-"+part+".tsv"))
		if err != nil {
			return err
		}
		var lessons []names.Lesson
		for _, a := range articles {
			lessons = append(lessons, a.lesson())
		}
		examples := finder.ExamplesBy(lessons)
		if part == "train" {
			copies, words := strangeNames(articles)
			examples = names.Examples(lessons, copies, nameRounds)
			articles = append(articles, words...)
		}
		if err := writeNameLessons(filepath.Join(out, part), articles, examples); err != nil {
			return err
		}
	}
	return nil
}

// Of each copyOf articles one is learnt from in a copy with strange names as well.
const (
	copyOf       = 2
	renamingSeed = 1
)

// strangeNames makes copies of articles with names that nobody has, and lessons of them.
func strangeNames(articles []namedArticle) (copies []names.Copy, words []namedArticle) {
	r := newRenaming(articles, renamingSeed)
	for i := 0; i < len(articles); i += copyOf {
		a := r.rename(articles[i])
		copies, words = append(copies, names.Copy{Lesson: a.lesson(), Of: i}), append(words, a)
	}
	return copies, words
}

func writeNameLessons(name string, articles []namedArticle, examples []names.Example) error {
	encoder, width, err := wholeEncoder()
	if err != nil {
		return err
	}
	return writeLessonFiles(name, ".layers", func(f *lessonFiles) error {
		for i, a := range articles {
			t := text.Split(a.text, nil)
			line := struct {
				names.Example
				Words     []string
				Sentences []int
				Width     int
			}{Example: examples[i], Width: width}
			for k := range t.Tokens {
				line.Words = append(line.Words, t.Word(k))
			}
			for _, s := range t.Sentences {
				line.Sentences = append(line.Sentences, s.From)
			}
			if err := f.Encode(line); err != nil {
				return err
			}
			if err := writeLayers(f, t, encoder); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeLayers writes of each token all that the projection keeps.
func writeLayers(f *lessonFiles, t *text.Text, encoder *encoder.Encoder) error {
	v, err := encoder.Encode(context.Background(), t, func(float64) {})
	if err != nil {
		return err
	}
	row := make([]float32, encoder.AllLayersSize())
	for i := range t.Tokens {
		v.ProjectedLayers(i, row)
		if err := f.row(row); err != nil {
			return err
		}
	}
	return nil
}

// wholeEncoder returns the encoder with a projection that leaves everything as it is.
func wholeEncoder() (*encoder.Encoder, int, error) {
	e, err := encoder.Load()
	if err != nil {
		return nil, 0, err
	}
	n := e.AllLayersSize()
	steps, rows := make([]float32, n), make([]byte, n*n)
	for i := range n {
		steps[i], rows[i*n+i] = 1, 1
	}
	projection, err := encoder.NewLayerProjection(steps, string(rows), make([]float32, n))
	if err != nil {
		return nil, 0, err
	}
	e, err = e.WithProjection(projection)
	return e, n, err
}

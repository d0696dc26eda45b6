package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"hearsay/analysis/attribution"
)

// trainLessons writes into a folder what the networks learn from: for the annotated articles, and for those to
// measure on, their tokens, and the scores of linear models that have not seen them; and the same for articles that
// nobody annotated.
func trainLessons(j job) error {
	out := j.out
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make the folder for the lessons: %w", err)
	}
	examples, err := strangeExamples(j)
	if err != nil {
		return err
	}
	lessons, err := attribution.Lessons(examples, told)
	if err != nil {
		return err
	}
	if err := writeLessons(filepath.Join(out, "train"), examples, lessons); err != nil {
		return err
	}
	annotate, err := linearAnnotator()
	if err != nil {
		return err
	}
	dev, err := devExamples(j.corpora, annotate)
	if err != nil {
		return err
	}
	finder, err := attribution.Load()
	if err != nil {
		return err
	}
	if err := writeLessons(filepath.Join(out, "dev"), dev, finder.LessonsBy(dev)); err != nil {
		return err
	}
	others, err := unlabelledExamples(j.corpora, annotate, append(examples, dev...))
	if err != nil {
		return err
	}
	return writeLessons(filepath.Join(out, "unlabelled"), others, finder.LessonsBy(others))
}

// unlabelledExamples reads articles that nobody has annotated, which larger networks label for smaller ones: all but
// those that are annotated elsewhere.
func unlabelledExamples(dir string, annotate annotator, but []attribution.Example) ([]attribution.Example, error) {
	var out []attribution.Example
	var failed error
	seen := map[string]bool{}
	for _, e := range but {
		seen[e.Text.String] = true
	}
	broken := eachText(filepath.Join(dir, "news-unlabelled.jsonl.gz"), func(s string) {
		if seen[s] || failed != nil {
			return
		}
		e := attribution.Example{ID: fmt.Sprint("unlabelled/", len(out))}
		e.Text, failed = annotate(e.ID, s)
		out = append(out, e)
	})
	return out, cmp.Or(broken, failed)
}

// lessonText is an article as the other program reads it.
type lessonText struct {
	ID        string                  `json:"id"`
	Spans     [][2]int                `json:"spans"` // of the tokens, in code points
	Tokens    []string                `json:"tokens"`
	Sentences []int                   `json:"sentences"` // where each begins
	Cues      []attribution.CueLesson `json:"cues"`
	Windows   int                     `json:"windows"`
}

// writeLessons writes NAME.jsonl, an article a line, and NAME.windows: for each window the cue's token and the number
// of its items, then of each item the tokens, the label, four scores and sixteen.
func writeLessons(name string, examples []attribution.Example, lessons []attribution.Lesson) error {
	lines, err := os.Create(name + ".jsonl")
	if err != nil {
		return err
	}
	defer lines.Close()
	windows, err := os.Create(name + ".windows")
	if err != nil {
		return err
	}
	defer windows.Close()
	w := bufio.NewWriterSize(windows, 1<<20)
	articles := json.NewEncoder(lines)
	for i, l := range lessons {
		if err := articles.Encode(lessonTextOf(&examples[i], &l)); err != nil {
			return err
		}
		for _, one := range l.Windows {
			if err := writeWindow(w, &one); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

func lessonTextOf(e *attribution.Example, l *attribution.Lesson) lessonText {
	t := e.Text
	out := lessonText{ID: e.ID, Cues: l.Cues, Windows: len(l.Windows)}
	points, at := 0, 0
	to := func(end int) int {
		points += utf8.RuneCountInString(t.String[at:end])
		at = end
		return points
	}
	for i := range t.Tokens {
		out.Tokens = append(out.Tokens, t.Word(i))
		out.Spans = append(out.Spans, [2]int{to(t.Tokens[i].Start), to(t.Tokens[i].End)})
	}
	for _, s := range t.Sentences {
		out.Sentences = append(out.Sentences, s.From)
	}
	return out
}

func writeWindow(w *bufio.Writer, one *attribution.WindowLesson) error {
	head := []int32{int32(one.Cue), int32(len(one.Items))}
	if err := binary.Write(w, binary.LittleEndian, head); err != nil {
		return err
	}
	for i, it := range one.Items {
		if err := binary.Write(w, binary.LittleEndian, []int32{int32(it[0]), int32(it[1]),
			int32(one.Labels[i])}); err != nil {
			return err
		}
		if err := binary.Write(w, binary.LittleEndian, one.Unary[i]); err != nil {
			return err
		}
		if err := binary.Write(w, binary.LittleEndian, one.Pairwise[i]); err != nil {
			return err
		}
	}
	return nil
}

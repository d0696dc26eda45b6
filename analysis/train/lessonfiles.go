package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// lessonFiles are what the Python programs learn from: NAME.jsonl, a lesson a line, and beside it what is known of each
// token, row after row.
type lessonFiles struct {
	*json.Encoder
	rows *bufio.Writer
}

// row writes the upper halves of the numbers of a row, which is what is called bfloat16.
func (f *lessonFiles) row(numbers []float32) error {
	for _, x := range numbers {
		half := math.Float32bits(x) >> 16
		if _, err := f.rows.Write([]byte{byte(half), byte(half >> 8)}); err != nil {
			return err
		}
	}
	return nil
}

// writeLessonFiles makes both files, the second with an ending, and has them written.
func writeLessonFiles(name, ending string, write func(*lessonFiles) error) error {
	lines, err := os.Create(name + ".jsonl")
	if err != nil {
		return fmt.Errorf("make the lessons: %w", err)
	}
	defer lines.Close()
	rows, err := os.Create(name + ending)
	if err != nil {
		return fmt.Errorf("make the lessons: %w", err)
	}
	defer rows.Close()
	f := &lessonFiles{json.NewEncoder(lines), bufio.NewWriterSize(rows, 1<<20)}
	if err := write(f); err != nil {
		return err
	}
	return f.rows.Flush()
}

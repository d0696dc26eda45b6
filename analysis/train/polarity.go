package main

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis/encoder"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/text"
)

// toward is a target that a sentence speaks of: its tokens, and how it is spoken of, in the order of polarity.Odds.
type toward struct{ from, to, how int }

// spoken is a sentence of which people said how it speaks of some targets, and what its words mean.
type spoken struct {
	text    *text.Text
	states  *encoder.HiddenStates
	targets []toward
}

// trainPolarityLessons writes into a folder what polarity.py learns from: NAME.jsonl, a sentence a line with its number
// of tokens and its targets, and NAME.vectors, what is known of each token.
func trainPolarityLessons(dir, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make the folder for the lessons: %w", err)
	}
	for _, part := range []string{"train", "dev"} {
		all, err := readSpoken(filepath.Join(dir, "newsmtsc-"+part+".jsonl"))
		if err != nil {
			return err
		}
		if err := writeSpoken(filepath.Join(out, part), all); err != nil {
			return err
		}
	}
	return nil
}

// readSpoken reads sentences of NewsMTSC.
func readSpoken(path string) ([]spoken, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the sentences whose polarity is known: %w", err)
	}
	defer file.Close()
	encoder, err := encoder.Load()
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var all []spoken
	for lines.Scan() {
		s, err := readOneSpoken(lines.Bytes(), encoder)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, s)
	}
	return all, lines.Err()
}

func readOneSpoken(line []byte, encoder *encoder.Encoder) (spoken, error) {
	var in struct {
		Sentence string `json:"sentence_normalized"`
		Targets  []struct {
			From, To int
			Polarity float64
		}
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return spoken{}, err
	}
	s := spoken{text: text.Split(in.Sentence, nil)}
	runes := []rune(in.Sentence)
	at := func(n int) int { return len(string(runes[:min(n, len(runes))])) }
	for _, g := range in.Targets {
		from, to := s.text.Range(text.Span{Start: at(g.From), End: at(g.To)})
		if from < to {
			s.targets = append(s.targets, toward{from, to, int(g.Polarity)/2 - 1})
		}
	}
	var err error
	s.states, err = encoder.Encode(context.Background(), s.text, func(float64) {})
	return s, err
}

func writeSpoken(name string, all []spoken) error {
	lines, err := os.Create(name + ".jsonl")
	if err != nil {
		return err
	}
	defer lines.Close()
	vectors, err := os.Create(name + ".vectors")
	if err != nil {
		return err
	}
	defer vectors.Close()
	w := bufio.NewWriterSize(vectors, 1<<20)
	to := json.NewEncoder(lines)
	for _, s := range all {
		targets := [][3]int{}
		for _, t := range s.targets {
			targets = append(targets, [3]int{t.from, t.to, t.how})
		}
		if err := to.Encode(map[string]any{"tokens": len(s.text.Tokens), "targets": targets}); err != nil {
			return err
		}
		row := make([]float32, s.states.HiddenSize())
		for i := range s.text.Tokens {
			s.states.Last(i, row)
			if err := binary.Write(w, binary.LittleEndian, row); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

// measurePolarity prints how well the model that is built in tells how sentences speak of targets.
func measurePolarity(dir, _ string) error {
	model, err := polarity.Load()
	if err != nil {
		return err
	}
	all, err := readSpoken(filepath.Join(dir, "newsmtsc-dev.jsonl"))
	if err != nil {
		return err
	}
	var table [3][3]int // what people said, what the model says
	var sure, right [10]int
	for _, s := range all {
		read := model.Of(s.states, 0, len(s.text.Tokens))
		for _, t := range s.targets {
			if !read.Covers(t.from, t.to) {
				continue
			}
			o := read.Towards(t.from, t.to)
			said, odds := likeliest(o)
			table[t.how][said]++
			for k := range sure {
				if said != 1 && odds >= float32(k)/10 {
					sure[k]++
					if said == t.how {
						right[k]++
					}
				}
			}
		}
	}
	printPolarity(table, sure, right)
	return nil
}

func likeliest(o polarity.Odds) (which int, odds float32) {
	for k, p := range []float32{o.Ill, o.Neither, o.Well} {
		if p > odds {
			which, odds = k, p
		}
	}
	return which, odds
}

func printPolarity(table [3][3]int, sure, right [10]int) {
	correct, all, f1, sides := 0, 0, 0.0, 0
	for k := range table {
		gold, said := 0, 0
		for j := range table {
			gold, said = gold+table[k][j], said+table[j][k]
		}
		correct, all = correct+table[k][k], all+gold
		f1 += 2 * float64(table[k][k]) / float64(max(1, gold+said)) / float64(len(table))
		if k != 1 {
			sides += gold
		}
	}
	fmt.Printf("%d targets: right on %.3f, macro F1 %.3f\n", all, float64(correct)/float64(max(1, all)), f1)
	for _, k := range []int{0, 5, 6, 7, 8, 9} {
		fmt.Printf("sides taken at odds of %.1f and more: precision %.3f, recall %.3f\n", float64(k)/10,
			float64(right[k])/float64(max(1, sure[k])), float64(right[k])/float64(max(1, sides)))
	}
}

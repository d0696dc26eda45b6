package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hearsay/analysis/encoder"
	"hearsay/analysis/positions/attending"
	"hearsay/analysis/positions/directed"
	"hearsay/analysis/positions/polarity"
	"hearsay/analysis/text"
)

// judgedSentence is a sentence of which people judged some of what it names: the stretches of tokens that were asked
// about together, each with where it begins and ends, and the answer behind them.
type judgedSentence struct {
	text   *text.Text
	states *encoder.HiddenStates
	asked  [][]int
}

// directedAnswers are the numbers of the answers, in the order of directed.Odds, by who takes a side and which.
var directedAnswers = map[string]int{"none": 0, "a supports": 1, "a opposes": 2, "b supports": 3, "b opposes": 4}

// judgements are the corpora of judged sentences, by what polarity.py calls its tasks.
var judgements = map[string]struct {
	corpus string
	read   func(line []byte) (sentence string, asked [][]int, err error)
}{
	"polarity": {"newsmtsc", readSpoken},
	"directed": {"dse", readDirected},
}

// trainPolarityLessons writes into a folder what polarity.py learns from: TASK-PART.jsonl, a sentence a line with its
// number of tokens and what was asked, and TASK-PART.states, the hidden state of each token.
func trainPolarityLessons(dir, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make the folder for the lessons: %w", err)
	}
	for task, from := range judgements {
		for _, part := range []string{"train", "dev"} {
			if err := writeJudgements(filepath.Join(dir, from.corpus+"-"+part+".jsonl"), task,
				filepath.Join(out, task+"-"+part)); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachJudgement reads the judged sentences of a file.
func eachJudgement(path, task string, do func(judgedSentence) error) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read the sentences that were judged: %w", err)
	}
	defer file.Close()
	encoder, err := encoder.Load()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		sentence, points, err := judgements[task].read(lines.Bytes())
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		s := judgedSentence{text: text.Split(sentence, nil)}
		for _, asked := range points {
			if in := tokensAsked(s.text, asked); in != nil {
				s.asked = append(s.asked, in)
			}
		}
		if s.states, err = encoder.Encode(context.Background(), s.text, func(float64) {}); err != nil {
			return err
		}
		if err := do(s); err != nil {
			return err
		}
	}
	return lines.Err()
}

// tokensAsked turns stretches of code points, and the answer behind them, into those of tokens; nil where one is empty.
func tokensAsked(t *text.Text, asked []int) []int {
	at := byteOffsets(t.String)
	var out []int
	for k := 0; k+1 < len(asked); k += 2 {
		end := len(at) - 1
		from, to := t.Range(text.Span{Start: at[min(asked[k], end)], End: at[min(asked[k+1], end)]})
		if from >= to || to > attending.Longest {
			return nil
		}
		out = append(out, from, to)
	}
	return append(out, asked[len(asked)-1])
}

// readSpoken reads a sentence of NewsMTSC.
func readSpoken(line []byte) (sentence string, asked [][]int, err error) {
	var in struct {
		Sentence string `json:"sentence_normalized"`
		Targets  []struct {
			From, To int
			Polarity float64
		}
	}
	err = json.Unmarshal(line, &in)
	for _, g := range in.Targets {
		asked = append(asked, []int{g.From, g.To, int(g.Polarity)/2 - 1})
	}
	return in.Sentence, asked, err
}

// readDirected reads a sentence of the directed sentiments of Park, Pan and Joo.
func readDirected(line []byte) (sentence string, asked [][]int, err error) {
	var in struct {
		Text, Side, By string
		A, B           [2]int
	}
	err = json.Unmarshal(line, &in)
	answer := directedAnswers[strings.TrimSpace(in.By+" "+in.Side)]
	return in.Text, [][]int{{in.A[0], in.A[1], in.B[0], in.B[1], answer}}, err
}

func writeJudgements(from, task, name string) error {
	return writeLessonFiles(name, ".states", func(f *lessonFiles) error {
		return eachJudgement(from, task, func(s judgedSentence) error {
			n := min(len(s.text.Tokens), attending.Longest)
			if s.asked == nil || n == 0 {
				return nil
			}
			if err := f.Encode(map[string]any{"tokens": n, "asked": s.asked}); err != nil {
				return err
			}
			return writeStates(f, s.states, n)
		})
	})
}

// measurePolarity prints how well the models that are built in tell how sentences speak of targets, and who is for or
// against whom.
func measurePolarity(dir, _ string) error {
	model, err := polarity.Load()
	if err != nil {
		return err
	}
	between, err := directed.Load()
	if err != nil {
		return err
	}
	for _, m := range []struct {
		task  string
		model *attending.Model
	}{{"polarity", model.Model}, {"directed", between.Model}} {
		table := map[[2]int]int{} // what people answered, what the model answers
		path := filepath.Join(dir, judgements[m.task].corpus+"-dev.jsonl")
		if err := eachJudgement(path, m.task, func(s judgedSentence) error {
			read := m.model.Of(s.states, 0, len(s.text.Tokens))
			for _, asked := range s.asked {
				var all []attending.Stretch
				for k := 0; k+1 < len(asked); k += 2 {
					all = append(all, attending.Stretch{From: asked[k], To: asked[k+1]})
				}
				table[[2]int{asked[len(asked)-1], likeliest(read.Judge(all...))}]++
			}
			return nil
		}); err != nil {
			return err
		}
		printAnswers(m.task, table)
	}
	return nil
}

func likeliest(odds []float32) (which int) {
	for k, p := range odds {
		if p > odds[which] {
			which = k
		}
	}
	return which
}

func printAnswers(task string, table map[[2]int]int) {
	correct, all, answers := 0, 0, 0
	gold, said := map[int]int{}, map[int]int{}
	for k, n := range table {
		gold[k[0]], said[k[1]], all = gold[k[0]]+n, said[k[1]]+n, all+n
		if k[0] == k[1] {
			correct += n
		}
		answers = max(answers, k[0]+1, k[1]+1)
	}
	f1, each := 0.0, ""
	for k := range answers {
		one := 2 * float64(table[[2]int{k, k}]) / float64(max(1, gold[k]+said[k]))
		f1 += one / float64(answers)
		each += fmt.Sprintf(" %.3f", one)
	}
	fmt.Printf("%s: %d asked, right on %.3f, macro F1 %.3f:%s\n",
		task, all, float64(correct)/float64(max(1, all)), f1, each)
}

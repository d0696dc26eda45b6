package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/analysis/annotated"
	"hearsay/analysis/encoder"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/text"
)

// sidedArticle is an article in which people have noted who is for or against what.
type sidedArticle struct {
	judgedArticle
	sides []sidedBy
}

// sidedBy is a side that somebody takes.
type sidedBy struct {
	speakers []string
	opposed  bool
	target   []text.Span
}

// readSided reads articles with their quotes and positions.
func readSided(path string) ([]sidedArticle, error) {
	quoted, err := readJudged(path)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := make([]sidedArticle, len(quoted))
	d := json.NewDecoder(f)
	for i, a := range quoted {
		var in struct {
			Positions []struct {
				Speaker []string
				Stance  string
				Target  [][2]int
			}
		}
		if err := d.Decode(&in); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		out[i].judgedArticle = a
		at := byteOffsets(a.text)
		for _, p := range in.Positions {
			s := sidedBy{speakers: p.Speaker, opposed: p.Stance == "opposes"}
			if s.target, err = at.spans(p.Target); err != nil {
				return nil, fmt.Errorf("read %s: article %s: %w", path, a.id, err)
			}
			out[i].sides = append(out[i].sides, s)
		}
	}
	return out, nil
}

// trainStanceLessons writes into a folder what targets.py learns from, annotated articles and made-up ones: NAME.jsonl,
// an article a line, and NAME.states, the encoder's last hidden state of each token.
func trainStanceLessons(dir, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make the folder for the lessons: %w", err)
	}
	r, err := newReader()
	if err != nil {
		return err
	}
	for _, part := range []string{"train", "dev"} {
		all, err := readSided(filepath.Join(dir, "world-"+part+".jsonl"))
		if err != nil {
			return err
		}
		if err := r.writeStanceLessons(filepath.Join(out, part), all); err != nil {
			return err
		}
	}
	g, err := readSideGrammar(madeSides)
	if err != nil {
		return err
	}
	return r.writeStanceLessons(filepath.Join(out, "made"), g.articles())
}

// stanceLesson is what targets.py reads of an article: of each token what the network sees beside its hidden state, the
// roles by turns with the quotes that the program finds and with those given, and the label that is right.
type stanceLesson struct {
	ID                                string
	Sentences                         []int
	Width                             int
	Roles, Given, Tags, Words, Labels []int32
}

func (r *reader) writeStanceLessons(name string, all []sidedArticle) error {
	return writeLessonFiles(name, ".states", func(f *lessonFiles) error {
		for _, a := range all {
			t, err := r.engine.Annotate(context.Background(), readAs(a.text))
			if err != nil {
				return err
			}
			found, err := r.quotesIn(t)
			if err != nil {
				return err
			}
			if err := f.Encode(stanceLessonOf(&a, t, found)); err != nil {
				return err
			}
			if err := writeStates(f, t.States, len(t.Tokens)); err != nil {
				return err
			}
		}
		return nil
	})
}

func stanceLessonOf(a *sidedArticle, t *annotated.Text, found []targets.Quote) stanceLesson {
	var given []targets.Quote
	if len(a.quotes) == 0 {
		given = found // nobody has noted any
	}
	for _, q := range a.quotes {
		given = append(given, targets.Quote{Content: q.content, Cue: q.cue, Source: q.source})
	}
	v := targets.Read(t, found)
	out := stanceLesson{ID: a.id, Width: t.States.HiddenSize(), Roles: v.Roles, Given: targets.Read(t, given).Roles,
		Tags: v.Tags, Words: v.Words}
	for _, s := range t.Sentences {
		out.Sentences = append(out.Sentences, s.From)
	}
	var right []targets.Target
	for _, s := range a.sides {
		for _, p := range s.target {
			from, to := t.Range(p)
			right = append(right, targets.Target{From: from, To: to, Opposed: s.opposed})
		}
	}
	out.Labels = targets.Labels(t, right)
	return out
}

// writeStates writes the hidden state of each token.
func writeStates(f *lessonFiles, states *encoder.HiddenStates, tokens int) error {
	row := make([]float32, states.HiddenSize())
	for i := range tokens {
		states.Last(i, row)
		if err := f.row(row); err != nil {
			return err
		}
	}
	return nil
}

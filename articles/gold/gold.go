// Package gold reads articles in which people marked who said what, and predictions to hold against them.
//
// It knows JSONL lines with "attributions", lines as Hearsay itself writes them with "quotes" and "speakers", the lines
// of Prodigy and doccano, and brat's standoff files. It promises that every span it gives lies in the article's text,
// on code point boundaries and in order; that an article of which anything cannot be read is left out whole, with an
// error that says where and what to do, since half of what people marked would make every figure wrong; and that the
// next article follows. Where a file holds an article's words twice, they must be the same.
package gold

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"hearsay/analysis/score"
	"hearsay/articles"
	"hearsay/articles/source"
)

// ErrNoGold is what a line or a file lacks that holds no attributions.
var ErrNoGold = errors.New("no attributions")

// Marked is an article with the attributions that somebody found in it.
type Marked struct {
	articles.Article
	// Annotator is who marked it, where a line, a session of Prodigy or the name of one of brat's files tells: several
	// people's lines may bear one id.
	Annotator string
	// Textless is true for a prediction that says nothing of its article but the id.
	Textless bool

	name string // the file's, and the line that the article stands in, for errors
	line int
	all  []attribution

	sided bool // a line has positions, were it none
	sides []side
}

// Attributions are what was found, as spans of a text: the article's own, or that of the same article elsewhere, where
// this is a prediction. Kinds that are not told are worked out.
func (m *Marked) Attributions(text string) ([]score.Attribution, error) {
	ruler := newRuler(text)
	var kinds *score.Kinds
	out := make([]score.Attribution, len(m.all))
	for i := range m.all {
		a := &m.all[i]
		s, err := a.measured(ruler)
		if err != nil {
			line := m.line
			if a.line > 0 {
				line = a.line
			}
			return nil, m.outside(line, err)
		}
		if !a.told {
			if kinds == nil {
				kinds = score.NewKinds(text)
			}
			s.Kind = kinds.Of(s.Content)
		}
		out[i] = s
	}
	return out, nil
}

// outside is what is wrong with a line whose spans do not lie in the text.
func (m *Marked) outside(line int, err error) error {
	return &source.Error{Name: m.name, Line: line, ID: m.ID, Err: err,
		Hint: "offsets count Unicode code points of the article's text, from 0"}
}

// Reader reads marked articles. The zero value is ready to use, by one goroutine at a time.
type Reader struct {
	// Predictions lets the text be missing; and where a line holds both, "quotes" count instead of "attributions".
	Predictions bool
	// Limit is the most bytes a file or a line may have, as for a source.Reader.
	Limit int64
	// TextColumn is the field of lines that holds the text, as for a source.Reader.
	TextColumn string

	texts source.Reader
	ids   map[string]string // of the texts of brat's files, by path: one text may be marked several times
}

// annotations is the ending of brat's files.
const annotations = ".ann"

// Open reads the marked articles of a path: a JSONL file, one of brat's .ann files, or a folder that holds such.
func (r *Reader) Open(path string) iter.Seq2[Marked, error] {
	r.texts.Limit, r.texts.TextColumn = r.Limit, r.TextColumn
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return r.folder(path)
	}
	if strings.EqualFold(filepath.Ext(path), annotations) {
		return func(yield func(Marked, error) bool) { yield(r.brat(path)) }
	}
	return r.lines(r.texts.Lines(path))
}

// Read reads the marked articles of a stream of JSONL.
func (r *Reader) Read(name string, in io.Reader) iter.Seq2[Marked, error] {
	r.texts.Limit, r.texts.TextColumn = r.Limit, r.TextColumn
	return r.lines(r.texts.ReadLines(name, in))
}

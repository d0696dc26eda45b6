package encoder

import (
	"hearsay/analysis/encoder/wordpiece"
	"hearsay/analysis/text"
)

const (
	// maxPieces is how many pieces of the text a chunk has at most. The weights were learnt with it.
	maxPieces = 158
	// maxPositions is how many pieces there can be in a chunk, [CLS] and [SEP] among them.
	maxPositions = maxPieces + 2
)

// chunk is a stretch of a text that is encoded as one, within which tokens attend to each other: whole sentences, as
// many as fit.
type chunk struct {
	from   int     // the first token
	pieces []int32 // ids, framed by [CLS] and [SEP]
	starts []int32 // where among them the pieces of each token begin
}

// cut cuts a text into chunks. A sentence that fits in none begins one, and is cut between tokens where it must be.
func cut(t *text.Text, v *wordpiece.Vocabulary) []chunk {
	all, starts := piecesOf(t, v)
	var out []chunk
	from := 0
	fits := func(to int) bool { return starts[to]-starts[from] <= maxPieces }
	end := func(to int) {
		out = append(out, newChunk(v, all, starts, from, to))
		from = to
	}
	for _, s := range t.Sentences {
		if !fits(s.To) && s.From > from {
			end(s.From)
		}
		for !fits(s.To) {
			to := from + 1
			for fits(to + 1) {
				to++
			}
			end(to)
		}
	}
	if from < len(t.Tokens) {
		end(len(t.Tokens))
	}
	return out
}

// piecesOf returns the ids of a text's wordpieces, and where those of each token begin, and at last where all end.
func piecesOf(t *text.Text, v *wordpiece.Vocabulary) (all, starts []int32) {
	type stretch struct{ from, to int32 }
	seen := make(map[string]stretch, len(t.Tokens)/2)
	all, starts = make([]int32, 0, len(t.Tokens)*5/4), make([]int32, 0, len(t.Tokens)+1)
	for i := range t.Tokens {
		w, from := t.Word(i), int32(len(all))
		starts = append(starts, from)
		if k, ok := seen[w]; ok {
			all = append(all, all[k.from:k.to]...)
			continue
		}
		all = v.Append(all, w)
		seen[w] = stretch{from, int32(len(all))}
	}
	return all, append(starts, int32(len(all)))
}

// newChunk makes a chunk of the tokens from from up to to.
func newChunk(v *wordpiece.Vocabulary, all, starts []int32, from, to int) chunk {
	c := chunk{from: from, pieces: make([]int32, 0, 2+starts[to]-starts[from]), starts: make([]int32, to-from)}
	c.pieces = append(c.pieces, v.CLS)
	c.pieces = append(c.pieces, all[starts[from]:starts[to]]...)
	c.pieces = append(c.pieces, v.SEP)
	for i := range c.starts {
		c.starts[i] = 1 + starts[from+i] - starts[from]
	}
	return c
}

// piecesOf returns the pieces of a token of the chunk, from the first up to the one behind the last.
func (c *chunk) piecesOf(token int) (from, to int) {
	if token+1 < len(c.starts) {
		return int(c.starts[token]), int(c.starts[token+1])
	}
	return int(c.starts[token]), len(c.pieces) - 1
}

// Package encoder gives each token of a text a contextual embedding: a small transformer encoder (Vaswani et al. 2017;
// BERT, Devlin et al. 2019), run on the processor alone. What reads from it are the stages' own output layers:
// attribution's from a projection of the last layer, positions' from the last layer itself, names' from a projection of
// all layers.
//
// It promises hidden states for every token of any text; that they depend on nothing but the sentences around, so that
// the same text has the same states on any number of cores; and that time and memory grow in proportion to the text.
// Its weights are made by analysis/train/encoder/train.py.
package encoder

import (
	"context"
	_ "embed"
	"runtime"
	"sync"

	"hearsay/analysis/encoder/kernel"
	"hearsay/analysis/encoder/wordpiece"
	"hearsay/analysis/text"
)

//go:embed weights.bin
var builtIn string

// Encoder computes hidden states. It is safe for use by several goroutines at once.
type Encoder struct {
	size
	vocabulary *wordpiece.Vocabulary
	kernels    *kernel.Implementation
	network    func() *network  // laid out when it is first used
	projection *LayerProjection // nil where no stage brought one
	workspaces sync.Pool        // of *workspace, for large ones are not to be made anew for every text
}

// Load returns the encoder whose weights are built into the program.
func Load() (*Encoder, error) { return Read(builtIn) }

// ProjectionSize is how many numbers HiddenStates.Projected returns.
func (e *Encoder) ProjectionSize() int { return e.projected }

// HiddenSize is how many numbers a hidden state has.
func (e *Encoder) HiddenSize() int { return e.hidden }

// AllLayersSize is how many numbers the embedding of a token and its hidden states in all layers have together: what a
// LayerProjection takes.
func (e *Encoder) AllLayersSize() int { return (1 + e.layers) * e.hidden }

// Encode computes the hidden states of a text's tokens, on all cores. It calls progress now and then with the share of
// the work that is done, from 0 to 1, never twice at once. The only error is the context's.
func (e *Encoder) Encode(ctx context.Context, t *text.Text, progress func(done float64)) (*HiddenStates, error) {
	states := e.newStates(len(t.Tokens))
	q := &queue{ctx: ctx, chunks: cut(t, e.vocabulary), progress: progress}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(q.chunks)) {
		all.Go(func() {
			w := e.workspaces.Get().(*workspace)
			for c := q.take(); c != nil; c = q.take() {
				w.encode(e.network(), c, states)
				q.report()
			}
			e.workspaces.Put(w)
		})
	}
	all.Wait()
	return states, ctx.Err()
}

// queue hands out the chunks of a text.
type queue struct {
	ctx        context.Context
	chunks     []chunk
	progress   func(done float64)
	turn       sync.Mutex
	next, done int
}

// take returns the next chunk, nil where there is none or the work is to be left.
func (q *queue) take() *chunk {
	q.turn.Lock()
	defer q.turn.Unlock()
	if q.next == len(q.chunks) || q.ctx.Err() != nil {
		return nil
	}
	q.next++
	return &q.chunks[q.next-1]
}

// report reports that one more chunk is done.
func (q *queue) report() {
	q.turn.Lock()
	defer q.turn.Unlock()
	q.done++
	q.progress(float64(q.done) / float64(len(q.chunks)))
}

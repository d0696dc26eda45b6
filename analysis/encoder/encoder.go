// Package encoder gives each token of a text a vector of numbers that tells what it means where it stands: a small network
// of the transformer kind (Vaswani et al. 2017; BERT, Devlin et al. 2019), run on the processor alone.
//
// It promises a vector for every token of any text; that a vector depends on nothing but the sentences around, so that
// the same text has the same vectors on any number of cores; and that time and memory grow in proportion to the text.
// Its weights are made by analysis/train/encoder/train.py.
package encoder

import (
	"context"
	_ "embed"
	"runtime"
	"sync"

	"hearsay/analysis/encoder/wordpiece"
	"hearsay/analysis/text"
)

//go:embed weights.bin
var builtIn string

// Encoder makes the vectors. It is safe for use by several goroutines at once.
type Encoder struct {
	size
	vocabulary *wordpiece.Vocabulary
	network    func() *network // laid out when it is first used
	lens       *Lens           // nil where there is none
	desks      sync.Pool       // of *desk, for large ones are not to be made anew for every text
}

// Load returns the encoder whose weights are built into the program.
func Load() (*Encoder, error) { return Read(builtIn) }

// Width is how many numbers a vector has.
func (e *Encoder) Width() int { return e.out }

// Known is how many numbers are known of a token, of which a vector tells a part.
func (e *Encoder) Known() int { return e.hidden }

// Levels is how many numbers are known of a token by all layers together, and by what its first piece is by itself.
func (e *Encoder) Levels() int { return (1 + e.layers) * e.hidden }

// Vectors are the vectors of a text's tokens.
type Vectors struct {
	// Width is how many numbers a vector has.
	Width int
	all   []float32
	// What the last layer knew of each token, of which its vector is a part: in signed bytes, for it is large, and what
	// a unit of them is worth.
	known  []int8
	steps  []float32
	hidden int
	seen   seen
}

// Of returns the vector of a token.
func (v *Vectors) Of(token int) []float32 { return v.all[token*v.Width:][:v.Width:v.Width] }

// Known is how many numbers Whole writes.
func (v *Vectors) Known() int { return v.hidden }

// Whole writes all that is known of a token: more than its vector tells, which keeps what attribution asks for.
func (v *Vectors) Whole(token int, to []float32) {
	step := v.steps[token]
	for k, b := range v.known[token*v.hidden:][:v.hidden] {
		to[k] = step * float32(b)
	}
}

// keep notes what is known of a token.
func (v *Vectors) keep(token int, x []float32) {
	most := float32(0)
	for _, z := range x {
		most = max(most, z, -z)
	}
	if !(most > 0) {
		return
	}
	v.steps[token] = most / 127
	to, by := v.known[token*v.hidden:][:v.hidden], 127/most
	for k, z := range x {
		to[k] = int8(int32(z*by+128.5) - 128)
	}
}

// Encode makes the vectors of a text's tokens, on all cores. It calls told now and then with the share of the work that
// is done, never twice at once. The only error is the context's.
func (e *Encoder) Encode(ctx context.Context, t *text.Text, told func(done float64)) (*Vectors, error) {
	n := len(t.Tokens)
	v := &Vectors{Width: e.out, all: make([]float32, n*e.out), hidden: e.hidden, known: make([]int8, n*e.hidden), steps: make([]float32, n), seen: e.lens.room(n)}
	q := &queue{ctx: ctx, chunks: cut(t, e.vocabulary), told: told}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(q.chunks)) {
		all.Go(func() {
			d := e.desks.Get().(*desk)
			for c := q.take(); c != nil; c = q.take() {
				d.encode(e.network(), c, v)
				q.tell()
			}
			e.desks.Put(d)
		})
	}
	all.Wait()
	return v, ctx.Err()
}

// queue hands out the chunks of a text.
type queue struct {
	ctx        context.Context
	chunks     []chunk
	told       func(done float64)
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

// tell tells that one more chunk is done.
func (q *queue) tell() {
	q.turn.Lock()
	defer q.turn.Unlock()
	q.done++
	q.told(float64(q.done) / float64(len(q.chunks)))
}

package attribution

import (
	"encoding/binary"
	"hearsay/analysis/annotated"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"hearsay/analysis/clusters"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Gold is an attribution as a person marked it.
type Gold struct{ Content, Cue, Source []text.Span }

// Example is an article with its attributions.
type Example struct {
	// Text needs its hidden states for calibration alone: the linear models learn without them.
	Text *annotated.Text
	Gold []Gold
}

// lesson is an example made ready for learning.
type lesson struct {
	view *view
	gold map[int]Gold // by the token that heads the cue
	fold int
}

// Learn trains a finder and returns its weights file. The same examples give the same file.
func Learn(examples []Example, told func(format string, args ...any)) ([]byte, error) {
	classes, err := clusters.Load()
	if err != nil {
		return nil, err
	}
	lessons := lessonsOf(examples, classes)
	cueWeights := learnCues(lessons, told)
	spans := learnSpans(lessons, told)
	return write(cueWeights, spans), nil
}

// heads finds the token that heads each cue; of several attributions with one head, the one with the longest content.
func (v *view) heads(gold []Gold) map[int]Gold {
	m := map[int]Gold{}
	for _, g := range gold {
		if len(g.Cue) == 0 || len(g.Content) == 0 {
			continue
		}
		from, to := v.text.Range(text.Span{Start: g.Cue[0].Start, End: g.Cue[len(g.Cue)-1].End})
		if from == to {
			continue
		}
		h := v.head(from, to)
		if old, ok := m[h]; !ok || length(g.Content) > length(old.Content) {
			m[h] = g
		}
	}
	return m
}

// head returns the token of a cue that stands for all of it: its first full verb, or else its first noun, or "according",
// or its first word, or a mark.
func (v *view) head(from, to int) int {
	wants := []func(k *token, w string) bool{
		func(k *token, w string) bool {
			return k.tag.Verb() && k.group != be && k.lemma != haveHash && k.lemma != doHash
		},
		func(k *token, w string) bool { return k.tag.Verb() },
		func(k *token, w string) bool { return k.tag == tags.NN || k.tag == tags.NNS },
		func(k *token, w string) bool { return k.tag.Adjective() || k.tag.Adverb() },
		func(k *token, w string) bool { return w == ":" },
		func(k *token, w string) bool { return mayHead(k) },
	}
	for _, want := range wants {
		for i := from; i < to; i++ {
			if want(&v.tokens[i], v.text.Word(i)) {
				return i
			}
		}
	}
	return from
}

var haveHash, doHash = text.Fold("have"), text.Fold("do")

// folds is how many parts the lessons are cut into, so that the span model learns from cue scores as good as those of
// articles the cue model has not seen.
const (
	folds      = 4
	cueRounds  = 6
	spanRounds = 7
	cueRate    = 0.12
	spanRate   = 0.02
	// A model's weights are the mean of those after its last rounds.
	meanOf     = 3
	spanModels = 4
	cueModels  = 3
	// One head in ten is learnt from as if it were a word never seen before, so that the models also learn to tell a
	// cue by what stands around it.
	strangers = 0.1
)

// weightsOf is a table of weights under training, each with a learning rate of its own.
type weightsOf struct {
	w, g, mean []float32
	rate       float32
}

func newWeights(n int, rate float32) *weightsOf {
	return &weightsOf{w: make([]float32, n), g: make([]float32, n), rate: rate}
}

// add moves a weight along a gradient.
func (t *weightsOf) add(i uint32, gradient float32) {
	t.g[i] += gradient * gradient
	t.w[i] += t.rate * gradient / float32(math.Sqrt(float64(t.g[i])+1e-3))
}

// keep adds weights to the mean of so many states, made smaller by a factor.
func (t *weightsOf) keep(weights []float32, of int, by float32) {
	if t.mean == nil {
		t.mean = make([]float32, len(t.w))
	}
	for i, w := range weights {
		t.mean[i] += w * by / float32(of)
	}
}

// sighted is the share of the features seen at each lesson. The models are blind to the others, so that they learn not to
// lean on a few of them that tell all of an article they know.
const sighted = 0.5

// blind draws the features not seen, as bits.
func blind(random *rand.Rand) uint64 { return random.Uint64() }

// atOnce does n things, two at a time, in any order.
func atOnce(n int, do func(i int)) {
	var all sync.WaitGroup
	turn := make(chan struct{}, 2)
	for i := range n {
		turn <- struct{}{}
		all.Go(func() {
			do(i)
			<-turn
		})
	}
	all.Wait()
}

// estranged calls do while the token at i is, now and then, a word never seen before.
func (v *view) estranged(i int, random *rand.Rand, do func()) {
	known := v.tokens[i]
	if random.Float32() < strangers {
		k := &v.tokens[i]
		k.form, k.lemma, k.ending = random.Uint64(), random.Uint64(), random.Uint64()
	}
	do()
	v.tokens[i] = known
}

// write puts the weights into a file.
func write(cues *weightsOf, spans *spanWeights) []byte {
	out := make([]byte, headerSize, headerSize+cueSize+unarySize+edgeSize)
	put := func(i int, x float32) { binary.LittleEndian.PutUint32(out[12+4*i:], math.Float32bits(x)) }
	for i, w := range [][]float32{cues.w[:cueSize], spans.unary.mean, spans.edge.mean} {
		step := stepOf(w)
		put(i, step)
		for _, x := range w {
			out = append(out, byte(int8(max(-127, min(127, math.Round(float64(x/step)))))))
		}
	}
	put(3, cues.w[cueSize])
	for i, x := range firstCertainty {
		put(4+i, float32(x))
	}
	form.Seal(out)
	return out
}

// stepOf returns what a step of a byte should be worth so that all but one weight in ten thousand fit.
func stepOf(w []float32) float32 {
	var sizes []float64
	for _, x := range w {
		if x != 0 {
			sizes = append(sizes, math.Abs(float64(x)))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return float32(sizes[len(sizes)-1-len(sizes)/10000] / 127)
}

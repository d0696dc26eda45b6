package attribution

import (
	"encoding/binary"
	"hearsay/analysis/annotated"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"hearsay/analysis/clusters"
	"hearsay/analysis/features"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Gold is an attribution as a person marked it.
type Gold struct{ Content, Cue, Source []text.Span }

// Example is an article with its attributions.
type Example struct {
	// ID names the article, as its file does.
	ID string
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
func Learn(examples []Example, report func(format string, args ...any)) ([]byte, error) {
	classes, err := clusters.Load()
	if err != nil {
		return nil, err
	}
	lessons := lessonsOf(examples, classes)
	cueWeights := learnCues(lessons, report)
	spans := learnSpans(lessons, report)
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

// head returns the token of a cue that stands for all of it: its first full verb, or else its first noun, or
// "according", or its first word, or a mark.
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

var haveHash, doHash = features.Fold("have"), features.Fold("do")

// adaGrad is a table of weights under training by AdaGrad (Duchi, Hazan and Singer 2011), each with a learning rate of
// its own.
type adaGrad struct {
	w, g, mean []float32
	rate       float32
}

func newAdaGrad(n int, rate float32) *adaGrad {
	return &adaGrad{w: make([]float32, n), g: make([]float32, n), rate: rate}
}

// add moves a weight along a gradient.
func (t *adaGrad) add(i uint32, gradient float32) {
	t.g[i] += gradient * gradient
	t.w[i] += t.rate * gradient / float32(math.Sqrt(float64(t.g[i])+adaGradStart))
}

// keep adds weights to the mean of so many states, made smaller by a factor.
func (t *adaGrad) keep(weights []float32, of int, by float32) {
	if t.mean == nil {
		t.mean = make([]float32, len(t.w))
	}
	for i, w := range weights {
		t.mean[i] += w * by / float32(of)
	}
}

// dropout draws the features that are dropped, as bits.
func dropout(random *rand.Rand) uint64 { return random.Uint64() }

// concurrently does n things, two at a time, in any order.
func concurrently(n int, do func(i int)) {
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

// asUnknown calls do while the token at i is, now and then, a word never seen before.
func (v *view) asUnknown(i int, random *rand.Rand, do func()) {
	known := v.tokens[i]
	if random.Float32() < unknownRate {
		k := &v.tokens[i]
		k.form, k.lemma, k.ending = random.Uint64(), random.Uint64(), random.Uint64()
	}
	do()
	v.tokens[i] = known
}

// write puts the weights into a file.
func write(cues *adaGrad, spans *spanWeights) []byte {
	out := make([]byte, headerSize, fileSize)
	put := func(i int, x float32) { binary.LittleEndian.PutUint32(out[12+4*i:], math.Float32bits(x)) }
	for i, w := range [][]float32{cues.w[:cueSize], spans.unary.mean, spans.pairwise.mean} {
		step := scaleOf(w)
		put(i, step)
		for _, x := range w {
			out = append(out, byte(int8(max(-127, min(127, math.Round(float64(x/step)))))))
		}
	}
	out = out[:fileSize]
	put(3, cues.w[cueSize])
	for i, x := range firstConfidence {
		put(4+i, float32(x))
	}
	form.Seal(out)
	return out
}

// scaleOf returns what a step of a byte should be worth so that all but one weight in ten thousand fit.
func scaleOf(w []float32) float32 {
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

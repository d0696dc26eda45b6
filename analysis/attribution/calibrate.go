package attribution

import (
	"context"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/text"
)

// outcome is what a confidence is a function of, and whether content and source were right.
type outcome struct {
	x     [confidenceSize]float64
	right bool
}

// Calibrate fits the confidence of a finder to articles it was not trained on, and returns the weights file with it.
func Calibrate(file []byte, examples []Example, report func(format string, args ...any)) ([]byte, error) {
	f, err := Read(string(file))
	if err != nil {
		return nil, err
	}
	var seen []outcome
	for _, e := range examples {
		r := reader{finder: f, view: newView(e.Text, f.classes)}
		r.view.states = e.Text.States
		list, err := r.all(context.Background(), func(float64) {})
		if err != nil {
			return nil, err
		}
		for i := range list {
			c := &list[i]
			seen = append(seen, outcome{confidenceFeatures(c, KindOf(r.view.text, c.content)), r.view.right(c, e.Gold)})
		}
	}
	f.calibration = fitConfidence(seen)
	reliability(f, seen, report)
	out := slices.Clone(file)
	for i, x := range f.calibration {
		binary.LittleEndian.PutUint32(out[12+4*(4+i):], math.Float32bits(float32(x)))
	}
	form.Seal(out)
	return out, nil
}

// fitConfidence fits a logistic regression (Platt scaling: Platt 1999) by gradient ascent, with a small penalty on
// large weights.
func fitConfidence(seen []outcome) (w [confidenceSize]float64) {
	for range confidenceSteps {
		var g [confidenceSize]float64
		for _, o := range seen {
			s := 0.0
			for i := range w {
				s += w[i] * o.x[i]
			}
			d := -sigmoid(s)
			if o.right {
				d++
			}
			for i := range g {
				g[i] += d * o.x[i]
			}
		}
		for i := range w {
			w[i] += confidenceRate * (g[i]/float64(len(seen)) - confidencePenalty*w[i])
		}
	}
	return w
}

// reliability reports how often quotes of each tenth of confidence were right, and the expected calibration error.
func reliability(f *Finder, seen []outcome, report func(string, ...any)) {
	var n, right [10]int
	var sum [10]float64
	for _, o := range seen {
		s := 0.0
		for i, x := range o.x {
			s += f.calibration[i] * x
		}
		p := sigmoid(s)
		k := min(int(p*10), 9)
		n[k]++
		sum[k] += p
		if o.right {
			right[k]++
		}
	}
	apart := 0.0
	for k := range n {
		if n[k] > 0 {
			report("confidence %.2f: %.2f right of %d", sum[k]/float64(n[k]), float64(right[k])/float64(n[k]), n[k])
			apart += math.Abs(sum[k]-float64(right[k])) / float64(len(seen))
		}
	}
	report("expected calibration error %.3f", apart)
}

// right reports whether some gold attribution has the candidate's content, by half of the union of words, and its
// source.
func (v *view) right(c *candidate, gold []Gold) bool {
	mine, source := v.words(c.content), v.words(c.source)
	for _, g := range gold {
		theirs := v.words(g.Content)
		shared := overlap(mine, theirs)
		if shared*2 < len(mine)+len(theirs)-shared {
			continue
		}
		if s := v.words(g.Source); len(s) == 0 && len(source) == 0 || overlap(v.strong(s), v.strong(source)) > 0 {
			return true
		}
	}
	return false
}

// words returns the tokens of spans that are words.
func (v *view) words(spans []text.Span) (out []int) {
	for _, p := range spans {
		from, to := v.text.Range(p)
		for i := from; i < to; i++ {
			if lettered(v.text.Word(i)) {
				out = append(out, i)
			}
		}
	}
	return out
}

// weak are words that do not tell one source from another.
var weak = lexicon.Words("writing", "weak")

// strong leaves out words that many sources have.
func (v *view) strong(tokens []int) []int {
	return slices.DeleteFunc(slices.Clone(tokens), func(i int) bool {
		return weak[strings.ToLower(strings.TrimSuffix(v.text.Word(i), "."))]
	})
}

// overlap counts the numbers that two lists share.
func overlap(a, b []int) (n int) {
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

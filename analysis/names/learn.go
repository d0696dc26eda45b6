package names

import (
	"math"
	"math/rand/v2"
)

// Lesson is an article to learn from: its sentences' words, and for each word the type of the name it stands in, with
// whether it begins it.
type Lesson struct {
	Sentences [][]Labelled
}

// Labelled is a word with what it is.
type Labelled struct {
	Word   string
	InName bool
	Begins bool
	Type   Type
}

func (l Labelled) label() int {
	switch {
	case !l.InName:
		return outside
	case l.Begins:
		return beginOf(l.Type)
	}
	return beginOf(l.Type) + 1
}

// learner is an averaged perceptron (Collins 2002): weights, and their sum over time by the moment of their last
// change.
type learner struct {
	weights []int32
	sums    []int64
	changed []int32
	now     int32
}

// scale makes the most of a signed byte: the few greater weights are cut off at its ends.
const scale = 6

// Learn trains the linear model on lessons and returns its weights file. The same lessons give the same file.
func Learn(lessons []Lesson, rounds int) []byte {
	out := make([]byte, headerSize, fileSize)
	out = append(out, learn(lessons, rounds)...)[:fileSize]
	form.Seal(out)
	return out
}

// learn returns the weights that lessons give.
func learn(lessons []Lesson, rounds int) []byte {
	n := buckets * labels
	l := &learner{weights: make([]int32, n), sums: make([]int64, n), changed: make([]int32, n)}
	order := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		for _, k := range order.Perm(len(lessons)) {
			l.learnFrom(lessons[k])
		}
	}
	return l.average()
}

// learnFrom goes through an article twice, as the finder does: the second time with the votes of the first.
func (l *learner) learnFrom(lesson Lesson) {
	sentences := make([][]word, len(lesson.Sentences))
	for s, labelled := range lesson.Sentences {
		for _, x := range labelled {
			sentences[s] = append(sentences[s], newWord(x.Word))
		}
	}
	noteArticle(sentences)
	got := make([][]int, len(sentences))
	for range 2 {
		for s, ws := range sentences {
			got[s] = l.sentence(ws, lesson.Sentences[s])
		}
		vote(sentences, got)
	}
}

func (l *learner) sentence(ws []word, gold []Labelled) []int {
	out := make([]int, len(ws))
	f := hash.NewVector()
	before, before2 := outside, outside
	for i := range ws {
		want := gold[i].label()
		if couldBeName(ws, i, before) {
			addFeatures(&f, ws, i, before, before2)
			out[i] = l.predict(f.Hashes, before)
			if mayFollow(want, before) { // after a missed beginning no label can be right
				l.correct(f.Hashes, want, out[i])
			}
		}
		before2, before = before, out[i]
	}
	return out
}

func (l *learner) predict(f []uint64, before int) int {
	var scores [labels]int32
	for _, h := range f {
		row := l.weights[(h%buckets)*labels:][:labels]
		for k, w := range row {
			scores[k] += w
		}
	}
	return best(&scores, before)
}

func (l *learner) correct(f []uint64, want, got int) {
	l.now++
	if want == got {
		return
	}
	for _, h := range f {
		at := int(h%buckets) * labels
		l.change(at+want, 1)
		l.change(at+got, -1)
	}
}

func (l *learner) change(i int, by int32) {
	l.sums[i] += int64(l.weights[i]) * int64(l.now-l.changed[i])
	l.changed[i] = l.now
	l.weights[i] += by
}

// average is the mean of each weight over all moments, as signed bytes.
func (l *learner) average() []byte {
	out := make([]byte, len(l.weights))
	for i := range l.weights {
		l.change(i, 0)
		mean := float64(l.sums[i]) / float64(max(l.now, 1)) * scale
		out[i] = byte(int8(max(-127, min(127, math.Round(mean)))))
	}
	return out
}

package parse

import (
	"math"
	"math/rand/v2"

	"hearsay/analysis/features"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Example is a sentence with its tree: the head of each token within the sentence, -1 for none, and its relation to it.
type Example struct {
	String   string
	Tokens   []text.Token
	Tags     []tags.Tag
	Head     []int32
	Relation []Relation
}

// learner is a perceptron under training, whose weights are the average over all its states.
type learner struct {
	now  []float32
	sum  []float64
	last []int32 // the step at which sum was last brought up to date
	step int32
}

// How the parser learns: it explores, following its own choices, right or wrong, once it has seen the examples, but for
// one in ten.
const (
	oracleRounds = 1
	oracleShare  = 0.1
)

// Learn trains a parser and returns its weights file. The same examples and seed give the same file.
func Learn(examples []Example, rounds int, seed uint64, report func(round int, right float64)) []byte {
	const n = lineSize << lineBits
	l := &learner{now: make([]float32, n), sum: make([]float64, n), last: make([]int32, n)}
	random := rand.New(rand.NewPCG(seed, 2))
	order := random.Perm(len(examples))
	var s state
	for round := range rounds {
		right, all := 0, 0
		for _, k := range order {
			e := &examples[k]
			right += l.read(&s, e, round < oracleRounds, random)
			all += len(e.Head)
		}
		report(round+1, float64(right)/float64(all))
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return l.file()
}

// read parses one example with the weights as they are, corrects them where they lead astray, and returns how many
// words got their head.
func (l *learner) read(s *state, e *Example, followsOracle bool, random *rand.Rand) (right int) {
	g := newOracle(e)
	s.setWords(e.String, e.Tokens, e.Tags)
	s.begin()
	f := features.OfTrees.NewVector()
	for !s.terminal() {
		m := s.legal()
		if m == mayShift || m == mayRoot {
			s.apply(map[moves]transition{mayShift: shift, mayRoot: toLeft[Root]}[m])
			continue
		}
		s.addFeatures(&f)
		zeroCost := g.zeroCost(s, m)
		got, want := l.best(&f, m, &zeroCost)
		l.step++
		if got != want {
			l.correct(&f, want, got)
		}
		if followsOracle || random.Float32() < oracleShare {
			got = want
		}
		s.apply(got)
	}
	for i, h := range s.head {
		if h == e.Head[i] {
			right++
		}
	}
	return right
}

// best returns the best of the transitions allowed, and the best of those of no cost.
func (l *learner) best(f *features.Vector, m moves, zeroCost *[transitions]bool) (got, want transition) {
	var scores [transitions]float32
	for _, h := range f.Hashes {
		at, turn := place(h)
		line := l.now[at : at+lineSize]
		for a := range scores {
			scores[a] += line[(uint64(a)^turn)&63]
		}
	}
	most, mostZeroCost := float32(math.Inf(-1)), float32(math.Inf(-1))
	for a := shift; a < transitions; a++ {
		if a.sort()&m == 0 {
			continue
		}
		if scores[a] > most {
			got, most = a, scores[a]
		}
		if zeroCost[a] && scores[a] > mostZeroCost {
			want, mostZeroCost = a, scores[a]
		}
	}
	return got, want
}

// correct moves the weights towards one transition and away from another.
func (l *learner) correct(f *features.Vector, want, got transition) {
	for _, h := range f.Hashes {
		at, turn := place(h)
		l.add(at+(uint64(want)^turn), 1)
		l.add(at+(uint64(got)^turn), -1)
	}
}

func (l *learner) add(i uint64, by float32) {
	l.sum[i] += float64(l.step-l.last[i]) * float64(l.now[i])
	l.last[i] = l.step
	l.now[i] += by
}

// file writes the averaged weights, scaled to what fits in a byte.
func (l *learner) file() []byte {
	out := make([]byte, fileSize)
	out[9] = byte(transitions)
	for i := range l.now {
		l.add(uint64(i), 0)
		mean := l.sum[i] / float64(max(l.step, 1))
		out[headerSize+i] = byte(int8(max(-127, min(127, math.Round(mean*weightScale)))))
	}
	form.Seal(out)
	return out
}

// weightScale is how many steps of a byte one correction is worth.
const weightScale = 10

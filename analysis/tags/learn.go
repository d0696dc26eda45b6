package tags

import (
	"encoding/binary"
	"math"
	"math/bits"
	"math/rand/v2"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
	"hearsay/analysis/weights"
)

// Example is a stretch of tokens with the tags they should have; None where it is not known.
type Example struct {
	String string
	Tokens []text.Token
	Tags   []Tag
}

// The size of what is learnt, as powers of two: words in the lexicon and lines of weights.
const (
	wordBits = 15
	lineBits = 16
	// A word is in the lexicon where it was seen this often, and a tag is one of its tags where that was seen once in
	// so many times.
	leastSeen = 12
	rareTag   = 400
)

// learner is a perceptron under training, whose weights are the average over all its states.
type learner struct {
	now      []float32
	sum      []float64
	last     []int32 // the step at which sum was last brought up to date
	step     int32
	lineMask uint64
}

// Learn trains a tagger and returns its weights file. The same examples and seed give the same file.
func Learn(examples []Example, rounds int, seed uint64, report func(round int, right float64)) []byte {
	lexicon, open := gather(examples)
	n := lineSize << lineBits
	l := &learner{now: make([]float32, n), sum: make([]float64, n), last: make([]int32, n), lineMask: 1<<lineBits - 1}
	random := rand.New(rand.NewPCG(seed, 1))
	order := random.Perm(len(examples))
	for round := range rounds {
		right, all := 0, 0
		for _, k := range order {
			r, a := l.read(&examples[k], lexicon, open)
			right, all = right+r, all+a
		}
		report(round+1, float64(right)/float64(all))
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	return l.file(lexicon, open)
}

// gather counts the tags of every word: the lexicon of frequent words, and the set of tags rare ones have.
func gather(examples []Example) (lexicon map[uint64]uint64, open uint64) {
	counts := map[uint64]*[count]int{}
	for _, e := range examples {
		for i, k := range e.Tokens {
			if e.Tags[i] == None {
				continue
			}
			h := newWord(k.Of(e.String)).exact
			if counts[h] == nil {
				counts[h] = new([count]int)
			}
			counts[h][e.Tags[i]]++
		}
	}
	lexicon = map[uint64]uint64{}
	var rare [count]int
	for h, c := range counts {
		all, set := 0, uint64(0)
		for _, n := range c {
			all += n
		}
		for t, n := range c {
			if all < leastSeen {
				rare[t] += n
			} else if n*rareTag > all && (n > 1 || all < rareTag/4) {
				set |= 1 << t
			}
		}
		if set != 0 {
			lexicon[h] = set
		}
	}
	for t, n := range rare {
		if n > 5 {
			open |= 1 << t
		}
	}
	return lexicon, open
}

// read tags one example with the weights as they are and corrects them where they are wrong.
func (l *learner) read(e *Example, lexicon map[uint64]uint64, open uint64) (right, all int) {
	words := appendWords(nil, e.String, e.Tokens)
	f := features.OfTags.NewVector()
	t1, t2 := None, None
	first := true
	for i, gold := range e.Tags {
		set, known := lexicon[words[i+2].exact]
		if !known {
			set = open
		}
		got := Tag(bits.TrailingZeros64(set))
		if set&(set-1) != 0 {
			addFeatures(&f, words, i+2, t1, t2, first)
			got = l.best(&f, set)
			l.step++
			if gold != None && got != gold && set>>gold&1 != 0 {
				l.correct(&f, gold, got)
			}
		}
		if gold != None {
			all++
			if gold == got {
				right++
			}
		}
		first = first && got >= Period
		t1, t2 = got, t1
	}
	return right, all
}

func (l *learner) best(f *features.Vector, set uint64) Tag {
	var scores [lineSize]float32
	for _, h := range f.Hashes {
		at, turn := place(h, l.lineMask)
		for s := set; s != 0; s &= s - 1 {
			t := uint64(bits.TrailingZeros64(s))
			scores[t] += l.now[at+(t^turn)]
		}
	}
	best, most := None, float32(math.Inf(-1))
	for s := set; s != 0; s &= s - 1 {
		if t := bits.TrailingZeros64(s); scores[t] > most {
			best, most = Tag(t), scores[t]
		}
	}
	return best
}

// correct moves the weights towards one tag and away from another.
func (l *learner) correct(f *features.Vector, gold, got Tag) {
	for _, h := range f.Hashes {
		at, turn := place(h, l.lineMask)
		l.add(at+(uint64(gold)^turn), 1)
		l.add(at+(uint64(got)^turn), -1)
	}
}

func (l *learner) add(i uint64, by float32) {
	l.sum[i] += float64(l.step-l.last[i]) * float64(l.now[i])
	l.last[i] = l.step
	l.now[i] += by
}

// file writes the averaged weights, scaled to what fits in a byte.
func (l *learner) file(lexicon map[uint64]uint64, open uint64) []byte {
	const words = 1 << wordBits
	out := make([]byte, headerSize+words*entrySize+len(l.now)+weights.TemplatesSize)
	out[24], out[25], out[26] = byte(count), wordBits, lineBits
	binary.LittleEndian.PutUint64(out[16:], open)
	writeLexicon(out[headerSize:headerSize+words*entrySize], lexicon)
	body := out[headerSize+words*entrySize:]
	for i := range l.now {
		l.add(uint64(i), 0)
		mean := l.sum[i] / float64(l.step)
		body[i] = byte(int8(max(-127, min(127, math.Round(mean*weightScale)))))
	}
	form.Seal(out)
	return out
}

// weightScale is how many steps of a byte one correction is worth.
const weightScale = 10

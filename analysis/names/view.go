package names

import "hearsay/analysis/features"

// view is what the network reads of the words of an article beside the hidden states.
type view struct {
	scores [][labels]float32 // of the linear model
	shapes []int32           // the shape of each: see shapeClass
	lists  []int32           // the set of lists it stands in
	form   []int32           // the number of its lower-cased form, for words with a capital; -1 for others
	forms  int               // how many such numbers there are
	active []bool            // words that the linear model scored, and their neighbours: all others are in no name
}

// scoreScale is what a point of the linear model's scores is in the network, so that embeddings of scores are of usual
// size.
const scoreScale = 1.0 / 64

// view labels the words of an article with the linear model, twice, the second time with the votes of the first.
func (m *model) view(sentences [][]word) *view {
	noteArticle(sentences)
	got, scores := make([][]int, len(sentences)), make([][][labels]int32, len(sentences))
	for s, ws := range sentences {
		got[s], scores[s] = make([]int, len(ws)), make([][labels]int32, len(ws))
		m.label(ws, got[s], scores[s])
	}
	vote(sentences, got)
	v := &view{}
	numbers := map[uint64]int32{}
	for s, ws := range sentences {
		m.label(ws, got[s], scores[s])
		for i := range ws {
			v.add(&ws[i], i == 0, &scores[s][i], numbers)
		}
		v.markActive(len(v.shapes) - len(ws))
	}
	v.forms = len(numbers)
	return v
}

// markActive notes which of the words from the given one on, those of a sentence, may stand in names.
func (v *view) markActive(from int) {
	for i := from; i < len(v.shapes); i++ {
		is := false
		for k := max(from, i-1); k < min(i+2, len(v.shapes)); k++ {
			is = is || v.shapes[k]&wasScored != 0
		}
		v.active = append(v.active, is)
	}
}

// onlyScored leaves out the words that only the network could tell anything of.
func (v *view) onlyScored() {
	for i, shape := range v.shapes {
		v.active[i] = shape&wasScored != 0
	}
}

// labels are the labels that fit the words of a sentence best, given the transitions between labels.
func (v *view) labels(from, to int, transitions *transitions) []int {
	out := make([]int, to-from)
	for i := from; i < to; {
		end := i
		for end < to && v.active[end] {
			end++
		}
		if end > i {
			viterbi(v.scores[i:end], transitions, out[i-from:end-from])
		}
		i = end + 1
	}
	return out
}

func (v *view) add(w *word, first bool, scores *[labels]int32, numbers map[uint64]int32) {
	var as [labels]float32
	for l, x := range scores {
		as[l] = scoreScale * float32(x)
	}
	v.scores = append(v.scores, as)
	v.shapes = append(v.shapes, w.shapeClass(first))
	v.lists = append(v.lists, int32(w.class))
	form := int32(-1)
	if w.capital {
		k, known := numbers[w.hash]
		if !known {
			k = int32(len(numbers))
			numbers[w.hash] = k
		}
		form = k
	}
	v.form = append(v.form, form)
}

const (
	shapes    = 8 * 16 // how many shapes there are: letter cases by flags
	lists     = 64     // how many sets of lists there are
	wasScored = 8      // a flag: the linear model scored it
)

// shapeClass is the letter case of a word, and what of that its place and its article explain.
func (w *word) shapeClass(first bool) int32 {
	flags := features.Flag(first) | features.Flag(w.common)<<1 | features.Flag(w.titled)<<2 | features.Flag(w.scored)<<3
	return int32(w.letterCase())<<4 | int32(flags)
}

// letterCase sorts words by their letters: small ones, Capital, CAPITALS, mIxed, C, D.O.T.S., numbers, and signs.
func (w *word) letterCase() int {
	upper, lower, digits, dots, n := 0, 0, 0, 0, 0
	for _, r := range w.text {
		n++
		switch k := kindOf(r); {
		case k == 'A':
			upper++
		case k == 'a':
			lower++
		case k == '0':
			digits++
		case k == '.':
			dots++
		}
	}
	switch {
	case upper > 0 && dots > 1:
		return 5
	case upper == 1 && n == 1:
		return 4
	case upper == 1 && w.capital && lower > 0:
		return 1
	case upper > 0 && lower == 0:
		return 2
	case upper > 0:
		return 3
	case digits > 0:
		return 6
	case lower > 0:
		return 0
	}
	return 7
}

package names

// view is what the network is told of the words of an article, beside what they mean.
type view struct {
	scores [][labels]float32 // what the linear model makes of them
	looks  []int32           // how each is written
	lists  []int32           // which lists it stands in
	same   []int32           // capital words with a number in common are written alike; others have none, which is below nought
	kinds  int               // how many such numbers there are
	asked  []bool            // those that the linear model had a look at, and their neighbours: all others are in no name
}

// worth is what a point of the linear model's scores is worth in the network.
const worth = 1.0 / 64

// view labels the words of an article with the linear model, twice, the second time with the votes of the first.
func (m *model) view(sentences [][]word) *view {
	survey(sentences)
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
		v.ask(len(v.looks) - len(ws))
	}
	v.kinds = len(numbers)
	return v
}

// ask notes which of the words from the given one on, those of a sentence, may stand in names.
func (v *view) ask(from int) {
	for i := from; i < len(v.looks); i++ {
		is := false
		for k := max(from, i-1); k < min(i+2, len(v.looks)); k++ {
			is = is || v.looks[k]&wasScored != 0
		}
		v.asked = append(v.asked, is)
	}
}

// askOnlyScored leaves out the words that only the network could tell anything of.
func (v *view) askOnlyScored() {
	for i, look := range v.looks {
		v.asked[i] = look&wasScored != 0
	}
}

// labels are the labels that fit the words of a sentence best, given the steps between labels.
func (v *view) labels(from, to int, steps *steps) []int {
	out := make([]int, to-from)
	for i := from; i < to; {
		end := i
		for end < to && v.asked[end] {
			end++
		}
		if end > i {
			decode(v.scores[i:end], steps, out[i-from:end-from])
		}
		i = end + 1
	}
	return out
}

func (v *view) add(w *word, first bool, scores *[labels]int32, numbers map[uint64]int32) {
	var as [labels]float32
	for l, x := range scores {
		as[l] = worth * float32(x)
	}
	v.scores = append(v.scores, as)
	v.looks = append(v.looks, w.look(first))
	v.lists = append(v.lists, int32(w.class))
	same := int32(-1)
	if w.capital {
		k, known := numbers[w.hash]
		if !known {
			k = int32(len(numbers))
			numbers[w.hash] = k
		}
		same = k
	}
	v.same = append(v.same, same)
}

const (
	looks     = 8 * 16 // how many ways there are of being written
	lists     = 64     // how many ways there are of standing in lists
	wasScored = 8      // the linear model had a look at it
)

// look tells how a word is written, and what of that its place and its article explain.
func (w *word) look(first bool) int32 {
	flags := bit(first) | bit(w.common)<<1 | bit(w.titled)<<2 | bit(w.scored)<<3
	return int32(w.written())<<4 | int32(flags)
}

// written sorts words by their letters: small ones, Capital, CAPITALS, mIxed, C, D.O.T.S., numbers, and signs.
func (w *word) written() int {
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

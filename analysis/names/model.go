package names

import (
	"hearsay/analysis/features"
	"hearsay/analysis/weights"
)

// The weights file: a header, and the rows of weights.
const (
	headerSize = 12
	fileSize   = headerSize + buckets*labels + weights.TemplatesSize
)

var form = weights.Form{Magic: "hsynaml", Version: 1, Sum: 8, From: headerSize, Of: "names",
	Made:      "go run ./analysis/train names",
	Templates: features.Templates(template)}

// buckets is the number of rows of weights; a feature's row is its hash modulo it.
const buckets = 240_000

// model scores labels: one row of weights a feature, one weight, a signed byte, a label.
type model struct{ weights string }

// newModel makes a model from a weights file, which it uses in place.
func newModel(file string) (*model, error) {
	if err := form.Check(file); err != nil {
		return nil, err
	}
	if len(file) != fileSize {
		return nil, form.Damaged()
	}
	return &model{file[headerSize : len(file)-weights.TemplatesSize]}, nil
}

func (m *model) score(f []uint64, out *[labels]int32) {
	*out = [labels]int32{}
	for _, h := range f {
		row := m.weights[(h%buckets)*labels:][:labels]
		for l := range out {
			out[l] += int32(int8(row[l]))
		}
	}
}

// best is the label with the highest score of those that may follow.
func best(scores *[labels]int32, before int) int {
	top := outside
	for l := 1; l < labels; l++ {
		if scores[l] > scores[top] && mayFollow(l, before) {
			top = l
		}
	}
	return top
}

// label labels the words of one sentence from left to right, and keeps the scores of each.
func (m *model) label(ws []word, out []int, kept [][labels]int32) {
	f := hash.NewVector()
	before, before2 := outside, outside
	for i := range ws {
		if !couldBeName(ws, i, before) {
			out[i], kept[i] = outside, [labels]int32{}
			ws[i].scored = false
		} else {
			addFeatures(&f, ws, i, before, before2)
			m.score(f.Hashes, &kept[i])
			out[i], ws[i].scored = best(&kept[i], before), true
		}
		before2, before = before, out[i]
	}
}

// couldBeName spares the small words that neither stand in a name nor begin one.
func couldBeName(ws []word, i, before int) bool {
	w := &ws[i]
	return w.capital || before != outside || w.class&32 != 0 || hasUpper(w.text)
}

func hasUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// vote lets the words of an article that were labelled often tell those that were labelled once: it sets each capital
// word's vote to the type that most of its other occurrences were given.
func vote(sentences [][]word, got [][]int) {
	counts := map[uint64]*[6]int{}
	each(sentences, func(s, i int, w *word) {
		if w.titled {
			return
		}
		c := counts[w.hash]
		if c == nil {
			c = new([6]int)
			counts[w.hash] = c
		}
		c[slot(got[s][i])]++
	})
	each(sentences, func(s, i int, w *word) {
		w.vote = -1
		c := counts[w.hash]
		if c == nil {
			return
		}
		own := *c
		if !w.titled {
			own[slot(got[s][i])]--
		}
		most := 0
		for k, n := range own {
			if n > most {
				w.vote, most = k, n
			}
		}
	})
}

func slot(label int) int {
	if label == outside {
		return 0
	}
	return 1 + int(typeOf(label))
}

func each(sentences [][]word, do func(s, i int, w *word)) {
	for s := range sentences {
		for i := range sentences[s] {
			if w := &sentences[s][i]; w.capital {
				do(s, i, w)
			}
		}
	}
}

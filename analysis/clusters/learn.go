package clusters

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// Reading is a text with its tags and trees.
type Reading struct {
	Text  *text.Text
	Tags  []tags.Tag
	Trees *parse.Trees
}

const (
	// A word, or what stands beside one, is counted from so many times on.
	leastSeen = 5
	mostWords = 20000
	// classCounts are how many classes there are of each size.
	coarse, middle, fine = 60, 250, 900
)

// counts are the co-occurrence counts of words and contexts. A context is another word in some place: so many tokens
// before or behind, or by some relation in the tree.
type counts struct {
	words map[uint32]int            // how often each word is seen
	pairs map[uint32]map[uint32]int // by word and context
}

// Learn sorts the words of texts into classes and returns the weights file: positive pointwise mutual information of
// words and contexts, brought to few dimensions by a singular value decomposition (Levy and Goldberg 2014; Levy,
// Goldberg and Dagan 2015), and clustered by spherical k-means (Dhillon and Modha 2001). It calls report with what it
// has done. The same texts give the same file.
func Learn(texts []Reading, report func(format string, args ...any)) []byte {
	c := &counts{map[uint32]int{}, map[uint32]map[uint32]int{}}
	for _, r := range texts {
		c.read(r)
	}
	words := c.frequent()
	report("%d words", len(words))
	v := embed(c.ppmi(words))
	report("vectors of %d numbers", width)
	table := make([]Class, len(words))
	for i, of := range kMeans(v, coarse) {
		table[i].Coarse = of
	}
	for i, of := range kMeans(v, middle) {
		table[i].Middle = of
	}
	for i, of := range kMeans(v, fine) {
		table[i].Fine = of
	}
	return write(words, table)
}

// read counts what stands beside each word of a text and what hangs together with it.
func (c *counts) read(r Reading) {
	n := len(r.Text.Tokens)
	keys, forms := make([]uint32, n), make([]uint32, n)
	for i := range n {
		w := r.Text.Word(i)
		keys[i] = key(tags.Lemma(w, r.Tags[i]), r.Tags[i])
		forms[i] = key(strings.ToLower(w), tags.None)
		c.words[keys[i]]++
	}
	for _, s := range r.Text.Sentences {
		for i := s.From; i < s.To; i++ {
			if t := r.Tags[i]; !t.Verb() && !t.Noun() && !t.Adverb() && !t.Adjective() {
				continue
			}
			for _, d := range [...]int{-2, -1, 1, 2} {
				if k := i + d; k >= s.From && k < s.To {
					c.add(keys[i], forms[k], uint32(d+3))
				}
			}
			if h := r.Trees.Head[i]; h >= 0 {
				c.add(keys[i], keys[h], 16+uint32(r.Trees.Relation[i]))
				c.add(keys[h], keys[i], 80+uint32(r.Trees.Relation[i]))
				c.add(keys[h], uint32(r.Tags[i]), 160+uint32(r.Trees.Relation[i]))
			}
		}
	}
}

// add counts a word in a context: another word in some place.
func (c *counts) add(word, other, place uint32) {
	m := c.pairs[word]
	if m == nil {
		m = map[uint32]int{}
		c.pairs[word] = m
	}
	m[(other^place*0x9E3779B1)*0x85EBCA6B>>12^place]++
}

// frequent returns the words that are seen often enough and have contexts, the most frequent first.
func (c *counts) frequent() []uint32 {
	var out []uint32
	for w, n := range c.words {
		if n >= leastSeen && c.pairs[w] != nil {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b uint32) int { return cmp.Or(cmp.Compare(c.words[b], c.words[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), mostWords)]
}

// entry is a cell of the sparse matrix of words and contexts.
type entry struct {
	context int32
	pmi     float32
}

// ppmi returns for each word its contexts with positive pointwise mutual information, those in which it stands more
// often than by chance (Church and Hanks 1990).
func (c *counts) ppmi(words []uint32) [][]entry {
	total := map[uint32]int{}
	for _, w := range words {
		for o, n := range c.pairs[w] {
			total[o] += n
		}
	}
	all, number := 0.0, map[uint32]int32{}
	var kept []uint32
	for o, n := range total {
		if n >= leastSeen {
			kept = append(kept, o)
		}
	}
	slices.Sort(kept)
	for i, o := range kept {
		number[o] = int32(i)
		all += math.Pow(float64(total[o]), contextSmoothing)
	}
	out := make([][]entry, len(words))
	for i, w := range words {
		sum := 0
		for _, n := range c.pairs[w] {
			sum += n
		}
		for o, n := range c.pairs[w] {
			k, ok := number[o]
			if !ok {
				continue
			}
			if x := math.Log(float64(n) / float64(sum) * all / math.Pow(float64(total[o]), contextSmoothing)); x > 0 {
				out[i] = append(out[i], entry{k, float32(x)})
			}
		}
		slices.SortFunc(out[i], func(a, b entry) int { return cmp.Compare(a.context, b.context) })
	}
	return out
}

// contextSmoothing is the power that the counts of contexts are raised to, so that rare ones have less mutual
// information (Levy, Goldberg and Dagan 2015).
const contextSmoothing = 0.75

// write puts the classes into a file.
func write(words []uint32, table []Class) []byte {
	out := make([]byte, fileSize)
	body := out[headerSize:]
	for i, w := range words {
		k := int(w) & (1<<tableBits - 1)
		for binary.LittleEndian.Uint32(body[k*entrySize:]) != 0 {
			k = (k + 1) & (1<<tableBits - 1)
		}
		e := body[k*entrySize:]
		binary.LittleEndian.PutUint32(e, w)
		for j, of := range [...]uint16{table[i].Coarse, table[i].Middle, table[i].Fine} {
			binary.LittleEndian.PutUint16(e[4+2*j:], of)
		}
	}
	form.Seal(out)
	return out
}

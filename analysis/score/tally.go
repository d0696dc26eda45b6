package score

import (
	"hearsay/analysis"
	"hearsay/analysis/measure"
)

// Counts are the gold attributions of one kind and what became of them.
type Counts struct {
	// Gold is how many there are, Content how many are matched, and so on, as Report has them.
	Gold, Content, Exact, Attributed, Strict int
	// Named is how many name their speakers, Found how many of these are matched, Speaker how many with the right
	// speakers.
	Named, Found, Speaker int
}

func (c Counts) plus(d Counts) Counts {
	return Counts{c.Gold + d.Gold, c.Content + d.Content, c.Exact + d.Exact, c.Attributed + d.Attributed,
		c.Strict + d.Strict,
		c.Named + d.Named, c.Found + d.Found, c.Speaker + d.Speaker}
}

// Tally is what comparisons add up to. The zero value is ready to use.
type Tally struct {
	Articles, Predicted int
	kinds               [analysis.Direct + 1]Counts
	// labels counts the words by what gold calls them and what the predictions do.
	labels   [labels][labels]int
	sureness measure.Reliability
}

// The labels of words.
const (
	none = iota
	source
	cue
	content
	labels
)

// Tally counts what is right in an article.
func (c *Comparison) Tally() Tally {
	t := Tally{Articles: 1, Predicted: len(c.found)}
	for _, g := range c.gold {
		k := &t.kinds[g.Kind]
		k.Gold++
		k.Named += one(len(g.Speakers) > 0)
	}
	right := make([]bool, len(c.found))
	for _, p := range c.pairs {
		g := &c.gold[p.gold]
		t.kinds[g.Kind] = t.kinds[g.Kind].plus(Counts{Content: 1, Exact: one(p.exact), Attributed: one(p.attributed),
			Strict: one(p.strict), Found: one(len(g.Speakers) > 0), Speaker: one(p.named)})
		right[p.found] = p.attributed
	}
	for i, f := range c.found {
		if f.Rated {
			t.sureness.Add(f.Confidence, right[i])
		}
	}
	found := label(c.found, len(c.sheet.tokens))
	for i, l := range label(c.gold, len(c.sheet.tokens)) {
		t.labels[l][found[i]]++
	}
	return t
}

// Labels counts the words by what gold calls them and what the predictions do: "none", "source", "cue" and "content".
// Alpha is over them.
func (t *Tally) Labels() measure.Pairs {
	words := [labels]string{none: "none", source: "source", cue: "cue", content: "content"}
	out := measure.Pairs{}
	for a := range t.labels {
		for b, k := range t.labels[a] {
			if k > 0 {
				out[[2]string{words[a], words[b]}] = k
			}
		}
	}
	return out
}

// label says of each word what it is. One that is several things is a cue before a source, and a source before content.
func label(all []worded, size int) []int {
	out := make([]int, size)
	mark := func(label int, of func(*worded) words) {
		for i := range all {
			for _, w := range of(&all[i]) {
				out[w] = label
			}
		}
	}
	mark(content, func(w *worded) words { return w.content })
	mark(source, func(w *worded) words { return w.source })
	mark(cue, func(w *worded) words { return w.cue })
	return out
}

// Add adds another tally.
func (t *Tally) Add(u Tally) {
	t.Articles += u.Articles
	t.Predicted += u.Predicted
	for k := range t.kinds {
		t.kinds[k] = t.kinds[k].plus(u.kinds[k])
	}
	for a := range t.labels {
		for b := range t.labels[a] {
			t.labels[a][b] += u.labels[a][b]
		}
	}
	t.sureness.Merge(u.sureness)
}

// All are the counts of all kinds.
func (t *Tally) All() Counts {
	var sum Counts
	for _, k := range t.kinds {
		sum = sum.plus(k)
	}
	return sum
}

// Of are the counts of one kind.
func (t *Tally) Of(k analysis.Kind) Counts { return t.kinds[k] }

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

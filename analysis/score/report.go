package score

import (
	"strconv"
	"strings"

	"hearsay/analysis"
)

// Figure is a share, or another figure, to four digits behind the point.
type Figure float64

// figure rounds to the nearest four digits; a number that lies exactly between two goes to the even one.
func figure(x float64) Figure {
	// What FormatFloat writes, ParseFloat reads.
	f, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64)
	return Figure(f)
}

// MarshalJSON writes no more digits than there are, but always one behind the point.
func (f Figure) MarshalJSON() ([]byte, error) {
	s := strconv.FormatFloat(float64(f), 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return []byte(s), nil
}

// Share is a part of a whole as a figure, 0 of nothing.
func Share(part, whole int) Figure { return figure(share(part, whole)) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Rates are precision, recall and their harmonic mean.
type Rates struct {
	P  Figure `json:"p"`
	R  Figure `json:"r"`
	F1 Figure `json:"f1"`
}

// rates are those of so many right ones among the found and the gold ones.
func rates(right, found, gold int) Rates {
	p, r := share(right, found), share(right, gold)
	f1 := 0.0
	if p+r > 0 {
		f1 = 2 * p * r / (p + r)
	}
	return Rates{figure(p), figure(r), figure(f1)}
}

// ByKind is a figure for each kind of gold attribution; nil where there are none of the kind.
type ByKind struct {
	Direct   *Figure `json:"direct,omitempty"`
	Mixed    *Figure `json:"mixed,omitempty"`
	Indirect *Figure `json:"indirect,omitempty"`
}

// Measure is one way to count a prediction as right.
type Measure struct {
	Rates
	Recall ByKind `json:"recall_by_kind"`
}

// Naming is how often the speakers are right, where gold names them.
type Naming struct {
	Named int `json:"named"`
	// Recall is of all that are named, OfFound of those whose content is matched.
	Recall  Figure `json:"r"`
	OfFound Figure `json:"of_found"`
	ByKind  ByKind `json:"recall_by_kind"`
}

// Report is what the counts amount to.
type Report struct {
	Articles  int `json:"docs"`
	Gold      int `json:"gold"`
	Predicted int `json:"pred"`
	// Content: a gold content is matched. Exact: by the same words. Attributed: and the source is right. Strict: the same
	// words of content and of source.
	Content    Measure `json:"content"`
	Exact      Measure `json:"exact"`
	Attributed Measure `json:"attributed"`
	Strict     Measure `json:"strict"`
	// Speaker is nil where gold names nobody.
	Speaker *Naming `json:"speaker,omitempty"`
	// Tokens are the words of contents, matched or not.
	Tokens Rates `json:"tokens"`
	// Alpha is Krippendorff's, over the words labelled source, cue, content or none by the two sides.
	Alpha Figure `json:"alpha"`
}

// Report works out the figures.
func (t *Tally) Report() Report {
	all := t.All()
	r := Report{Articles: t.Articles, Gold: all.Gold, Predicted: t.Predicted,
		Content:    t.measure(func(c Counts) int { return c.Content }),
		Exact:      t.measure(func(c Counts) int { return c.Exact }),
		Attributed: t.measure(func(c Counts) int { return c.Attributed }),
		Strict:     t.measure(func(c Counts) int { return c.Strict }),
		Tokens:     t.tokens(), Alpha: figure(t.alpha())}
	if all.Named > 0 {
		r.Speaker = &Naming{all.Named, Share(all.Speaker, all.Named), Share(all.Speaker, all.Found),
			t.byKind(func(c Counts) (int, int) { return c.Speaker, c.Named })}
	}
	return r
}

func (t *Tally) measure(right func(Counts) int) Measure {
	all := t.All()
	return Measure{rates(right(all), t.Predicted, all.Gold), t.byKind(func(c Counts) (int, int) { return right(c), c.Gold })}
}

// byKind divides two counts for each kind that has any.
func (t *Tally) byKind(of func(Counts) (part, whole int)) ByKind {
	one := func(k analysis.Kind) *Figure {
		part, whole := of(t.kinds[k])
		if whole == 0 {
			return nil
		}
		f := Share(part, whole)
		return &f
	}
	return ByKind{one(analysis.Direct), one(analysis.Mixed), one(analysis.Indirect)}
}

// tokens are the rates of words of contents.
func (t *Tally) tokens() Rates {
	found, gold := 0, 0
	for l := range t.labels {
		found += t.labels[l][content]
		gold += t.labels[content][l]
	}
	return rates(t.labels[content][content], found, gold)
}

// alpha is Krippendorff's for two coders and names without an order: how much of the disagreement that chance would make
// is not there.
func (t *Tally) alpha() float64 {
	var uses [labels]int
	n, differ := 0, 0
	for a := range t.labels {
		for b, k := range t.labels[a] {
			uses[a] += k
			uses[b] += k
			n += k
			if a != b {
				differ += k
			}
		}
	}
	if n == 0 {
		return 1
	}
	pairs := 0
	for _, u := range uses {
		pairs += u * (u - 1)
	}
	expected := 1 - float64(pairs)/float64(2*n*(2*n-1))
	if expected == 0 {
		return 1
	}
	return 1 - float64(differ)/float64(n)/expected
}

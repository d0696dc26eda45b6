package score

import (
	"hearsay/analysis"
	"hearsay/analysis/measure"
)

// Rates are precision, recall and their harmonic mean.
type Rates struct {
	P  measure.Value `json:"p"`
	R  measure.Value `json:"r"`
	F1 measure.Value `json:"f1"`
}

// share is a part of a whole to four digits, n/a of nothing. eval/score.py writes 0.0 there, as it writes 1.0 for an
// alpha that is not defined: a precision of nothing found is not the worst there is, and agreement of which chance
// would make as much is not the best.
func share(part, whole int) measure.Value {
	return measure.Rate{Right: part, Of: whole}.Share().Rounded()
}

// rates are those of so many right ones among the found and the gold ones.
func rates(right, found, gold int) Rates {
	out := Rates{share(right, found), share(right, gold), measure.F1(right, found, gold).Rounded()}
	if right > 0 { // by way of precision and recall, as the script does, so that the last digit is the same too
		p, r := float64(right)/float64(found), float64(right)/float64(gold)
		out.F1 = measure.Value(2 * p * r / (p + r)).Rounded()
	}
	return out
}

// ByKind is a figure for each kind of gold attribution; nil where there are none of the kind.
type ByKind struct {
	Direct   *measure.Value `json:"direct,omitempty"`
	Mixed    *measure.Value `json:"mixed,omitempty"`
	Indirect *measure.Value `json:"indirect,omitempty"`
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
	Recall  measure.Value `json:"r"`
	OfFound measure.Value `json:"of_found"`
	ByKind  ByKind        `json:"recall_by_kind"`
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
	// Alpha is Krippendorff's over the words labelled source, cue, content or none by the two sides; undefined where they
	// bear one label only.
	Alpha measure.Value `json:"alpha"`
}

// Report works out the figures.
func (t *Tally) Report() Report {
	all := t.All()
	r := Report{Articles: t.Articles, Gold: all.Gold, Predicted: t.Predicted,
		Content:    t.measure(func(c Counts) int { return c.Content }),
		Exact:      t.measure(func(c Counts) int { return c.Exact }),
		Attributed: t.measure(func(c Counts) int { return c.Attributed }),
		Strict:     t.measure(func(c Counts) int { return c.Strict }),
		Tokens:     t.tokens(), Alpha: t.Labels().Alpha().Rounded()}
	if all.Named > 0 {
		r.Speaker = &Naming{all.Named, share(all.Speaker, all.Named), share(all.Speaker, all.Found),
			t.byKind(func(c Counts) (int, int) { return c.Speaker, c.Named })}
	}
	return r
}

func (t *Tally) measure(right func(Counts) int) Measure {
	all := t.All()
	return Measure{rates(right(all), t.Predicted, all.Gold),
		t.byKind(func(c Counts) (int, int) { return right(c), c.Gold })}
}

// byKind divides two counts for each kind that has any.
func (t *Tally) byKind(of func(Counts) (part, whole int)) ByKind {
	one := func(k analysis.Kind) *measure.Value {
		part, whole := of(t.kinds[k])
		if whole == 0 {
			return nil
		}
		f := share(part, whole)
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

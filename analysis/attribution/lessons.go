package attribution

import (
	"hash/crc32"
	"math/rand/v2"

	"hearsay/analysis/clusters"
)

// Lesson is what the linear models make of an article they have not seen, and what is right: what the network learns
// from, so that it comes to know what they do not.
type Lesson struct {
	Cues    []CueLesson
	Windows []WindowLesson
}

// CueLesson is a token that may head a cue.
type CueLesson struct {
	Token   int
	LogOdds float32 // the logarithm of the odds that it does, as the linear model has them
	Head    bool    // whether it does
}

// WindowLesson is the window of a possible cue.
type WindowLesson struct {
	Cue      int      // the token
	Items    [][2]int // the tokens of each item, half open
	Unary    [][labels]float32
	Pairwise [][labels * labels]float32
	Labels   []uint8
}

// Lessons returns the lessons of training articles, each scored by models that were trained on others.
func Lessons(examples []Example, report func(format string, args ...any)) ([]Lesson, error) {
	classes, err := clusters.Load()
	if err != nil {
		return nil, err
	}
	lessons := lessonsOf(examples, classes)
	learnCues(lessons, report)
	out := make([]Lesson, len(lessons))
	random := rand.New(rand.NewPCG(17, 0))
	samples := make([][]sample, folds)
	for f := range folds {
		samples[f] = samplesOf(foldOf(lessons, f), random)
	}
	concurrently(folds, func(f int) {
		var others []sample
		for k := range folds {
			if k != f {
				others = append(others, samples[k]...)
			}
		}
		t := fitSpans(others, rand.New(rand.NewPCG(19, uint64(f))), report)
		for i := range lessons {
			if lessons[i].fold == f {
				out[i] = lessons[i].lesson(t.scorer(lessons[i].view))
			}
		}
	})
	return out, nil
}

// LessonsBy returns the lessons of articles that a finder has not been trained on.
func (f *Finder) LessonsBy(examples []Example) []Lesson {
	lessons := lessonsOf(examples, f.classes)
	out := make([]Lesson, len(lessons))
	for i := range lessons {
		lessons[i].view.scoreCues(f.cueScore, nil)
		r := reader{finder: f, view: lessons[i].view}
		out[i] = lessons[i].lesson(func(w *window, c int) *lattice {
			r.score(w, c)
			return &r.lattice
		})
	}
	return out
}

// lessonsOf makes examples ready for learning.
func lessonsOf(examples []Example, classes *clusters.Classes) []lesson {
	lessons := make([]lesson, len(examples))
	for i, e := range examples {
		v := newView(e.Text, classes)
		// One article annotated by several people lies in one fold.
		lessons[i] = lesson{view: v, gold: v.heads(e.Gold), fold: int(crc32.ChecksumIEEE([]byte(e.Text.String)) % folds)}
	}
	return lessons
}

func foldOf(lessons []lesson, fold int) (out []lesson) {
	for _, l := range lessons {
		if l.fold == fold {
			out = append(out, l)
		}
	}
	return out
}

// lesson reads the windows of an article's true cues and of its likely false ones.
func (l *lesson) lesson(score func(w *window, c int) *lattice) (out Lesson) {
	for c := range l.view.tokens {
		k := &l.view.tokens[c]
		g, gold := l.gold[c]
		if mayHead(k) {
			out.Cues = append(out.Cues, CueLesson{c, k.logOdds, gold})
		}
		if !gold && (k.cue == 0 || !mayHead(k)) {
			continue
		}
		w := l.view.windowOf(c, nil)
		scores, one := score(&w, c), WindowLesson{Cue: c}
		for i, it := range w.items {
			one.Items = append(one.Items, [2]int{it.from, it.to})
			one.Unary, one.Pairwise = append(one.Unary, scores.unary[i]), append(one.Pairwise, scores.pairwise[i])
			one.Labels = append(one.Labels, uint8(g.labelOf(l.view.text.Span(it.from, it.to))))
		}
		out.Windows = append(out.Windows, one)
	}
	return out
}

// scorer scores the windows of a view by the mean of weights under training.
func (t *spanWeights) scorer(v *view) func(w *window, c int) *lattice {
	mean := spanWeights{unary: &adaGrad{w: t.unary.mean}, pairwise: &adaGrad{w: t.pairwise.mean}}
	var l lattice
	return func(_ *window, c int) *lattice {
		s := extractor{v}.sampleOf(c, Gold{})
		mean.fill(&s, &l, 0, 0)
		return &l
	}
}

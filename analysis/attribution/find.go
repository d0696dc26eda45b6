package attribution

import (
	"context"
	"math"
	"slices"

	"hearsay/analysis/features"
	"hearsay/analysis/text"
)

// scoreCues gives every token that may head a cue the log-odds that it does, and their bucket.
func (v *view) scoreCues(score func(*features.Vector) float32, n *network) {
	f := hash.NewVector()
	for i := range v.tokens {
		if !mayHead(&v.tokens[i]) {
			continue
		}
		extractor{v}.cueFeatures(&f, i)
		v.tokens[i].logOdds = score(&f)
		if n != nil {
			v.tokens[i].logOdds = n.cue*v.tokens[i].logOdds + v.states.Projected(i)[0]
		}
		v.tokens[i].cue = cueBucket(v.tokens[i].logOdds)
	}
}

// cueBucket turns log odds into eight steps.
func cueBucket(s float32) uint8 {
	for i, limit := range cueLimits {
		if s < limit {
			return uint8(i)
		}
	}
	return uint8(len(cueLimits))
}

// candidate is what the models make of one token as a cue.
type candidate struct {
	token       int
	probability float64 // that the token heads a cue
	logOdds     float64 // the logarithm of the odds for that, from the cue model alone
	path        float64 // the logarithm of the probability of the labelling, given that it does
	content     []text.Span
	cue         []text.Span
	source      []text.Span
}

// all returns the candidates that stand, with the spans they keep.
func (r *reader) all(ctx context.Context, progress func(done float64)) ([]candidate, error) {
	found, err := r.candidates(ctx, progress)
	if err != nil {
		return nil, err
	}
	for i := range found {
		assembly{r.view}.align(&found[i])
	}
	found = r.claim(assembly{r.view}.rivals(found))
	assembly{r.view}.mend(found)
	return found, nil
}

// candidates reads every likely cue's window.
func (r *reader) candidates(ctx context.Context, progress func(done float64)) ([]candidate, error) {
	v := r.view
	v.scoreCues(r.finder.cueScore, r.network())
	var out []candidate
	for i := range v.tokens {
		if i%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			progress(float64(i) / float64(len(v.tokens)))
		}
		if v.tokens[i].cue == 0 || v.text.Paragraphs[v.text.ParagraphOf(i)].Aside {
			continue
		}
		if c, ok := r.read(i, leastLikely, -1); ok {
			out = append(out, c)
		}
	}
	return out, nil
}

// reader reads windows one after the other, in the same memory.
type reader struct {
	finder    *Finder
	view      *view
	items     []item
	paths     []path
	treePaths []treePath
	got       []label
	lattice   lattice
	workspace workspace
	features  features.Vector
}

// network returns the network, nil where the text has no hidden states for it to read from.
func (r *reader) network() *network {
	if r.view.states == nil {
		return nil
	}
	return r.finder.network
}

// read finds the spans of the cue at token c, if it is at least so likely; where holds is a token and not -1, the
// content holds it.
func (r *reader) read(c int, least float64, holds int) (candidate, bool) {
	v, l := r.view, &r.lattice
	w := v.windowOf(c, r.items)
	r.items = w.items
	r.score(&w, c)
	logZ := l.forwardBackward()
	p := l.marginal(w.cue, cue, logZ)
	if p < least {
		return candidate{}, false
	}
	r.label(&w, logZ, holds)
	k := candidate{token: c, probability: p, logOdds: float64(v.tokens[c].logOdds),
		path: l.score(r.got) - logZ - math.Log(p), content: v.parts(&w, r.got, content),
		cue: v.parts(&w, r.got, cue), source: v.parts(&w, r.got, source)}
	return k, len(k.content) > 0
}

// score fills the lattice with the potentials of a window.
func (r *reader) score(w *window, c int) {
	v := extractor{r.view}
	x := v.cueContextOf(c)
	r.paths, r.treePaths = v.paths(w, r.paths), v.treePaths(w, c, r.treePaths)
	r.lattice.size(len(w.items))
	if r.features.Hashes == nil {
		r.features = hash.NewVector()
	}
	f := &r.features
	for i := range w.items {
		v.itemFeatures(f, w, i, r.paths[i], &r.treePaths[i], &x)
		r.lattice.unary[i] = r.finder.unaryScores(f)
		if i > 0 {
			v.stepFeatures(f, w, i, r.paths[i], &r.treePaths[i-1], &r.treePaths[i], &x)
			r.lattice.pairwise[i] = r.finder.pairwiseScores(f)
		}
	}
	if n := r.network(); n != nil {
		n.addPotentials(r.view, w, c, &r.lattice, &r.workspace)
	}
}

// label finds the best labelling of a window whose cue is one.
func (r *reader) label(w *window, logZ float64, holds int) {
	l := &r.lattice
	constraints := append(make([]constraint, 0, 4), constraint{w.cue, cue})
	for i, it := range w.items {
		if it.from <= holds && holds < it.to {
			constraints = append(constraints, constraint{i, content})
		}
	}
	r.got = l.viterbi(r.got, constraints...)
	// The best labelling may lack a source though most of the likely ones have one, each in another place.
	if i, p := l.likeliest(source, logZ); p > leastSource && !slices.Contains(r.got, source) {
		constraints = append(constraints, constraint{i, source})
		r.got = l.viterbi(r.got, constraints...)
	}
	if i, p := l.likeliest(content, logZ); p > leastContent && !slices.Contains(r.got, content) {
		r.got = l.viterbi(r.got, append(constraints, constraint{i, content})...)
	}
}

package pronouns

import (
	"cmp"
	"math"
	"slices"

	"hearsay/analysis/speakers/antecedents"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
)

// Quotes tells what is known of an article's quotes when a pronoun is reached.
type Quotes interface {
	// Around is the innermost quote in whose content a token stands, -1 where there is none.
	Around(token int) int
	// HeadedBy are the quotes whose source a token heads.
	HeadedBy(token int) []int
	// Behind are the entities that are known, as yet, to be behind a quote.
	Behind(quote int) []int
	// GoesOn reports whether the cue of a quote whose source a token heads tells that whoever spoke last goes on: "she
	// added".
	GoesOn(token int) bool
}

// Recorder is told of the candidates of each pronoun before one is chosen, and says which is meant: so a model is
// taught, and later pronouns are weighed against what is so rather than against what was found.
type Recorder interface {
	// Record returns the index of the candidate that is meant, -1 where nobody named is, and Untold where it is not
	// known: then the model decides.
	Record(o Occurrence, candidates []Candidate) int
}

// Untold is what a Recorder returns of a pronoun of which it does not know whom it means.
const Untold = -2

// Occurrence is a place where a pronoun stands.
type Occurrence struct {
	Pronoun
	// At is its token.
	At int
	// Source is true where it is the source of a quote.
	Source bool
}

// Resolver finds whom the pronouns of one article mean, in reading order.
type Resolver struct {
	model     *Model
	cast      *entities.Register
	talk      *discourse.Discourse
	quotes    Quotes
	gender    genders
	pairs     *antecedents.Scorer
	recorder  Recorder
	cataphora bool
}

// New returns a resolver for an article whose entities are found, of which nothing was read yet. What it reads of the
// discourse and the quotes is added by others.
func New(m *Model, cast *entities.Register, talk *discourse.Discourse, quotes Quotes) *Resolver {
	r := &Resolver{model: m, cast: cast, talk: talk, quotes: quotes, cataphora: true}
	r.gender = gendersOf(m, cast)
	r.pairs = m.antecedents.Of(cast.States)
	return r
}

// RecordTo has a recorder told of all candidates. Without cataphora, those named only behind a pronoun are none.
func (r *Resolver) RecordTo(to Recorder, cataphora bool) { r.recorder, r.cataphora = to, cataphora }

// Decision is whom a pronoun was found to mean.
type Decision struct {
	// Chosen is who is meant, nil where that is open.
	Chosen *Candidate
	// Tie is true where it is open because the first two of Weighed fit equally well.
	Tie bool
	// Weighed are the others who were weighed, the likeliest first; where two tie, only these.
	Weighed []Candidate
}

// Resolve decides whom the pronoun at token i means. What is decided counts as evidence of a person's gender.
func (r *Resolver) Resolve(i int, source bool) Decision {
	o := Occurrence{At(r.cast.Text, i), i, source}
	candidates := r.candidates(o)
	r.featuresOf(o, candidates)
	if r.recorder != nil {
		if k := r.recorder.Record(o, candidates); k != Untold {
			return r.recorded(o, candidates, k)
		}
	}
	r.rank(candidates)
	d := r.decide(o, candidates)
	if d.Chosen != nil {
		r.learnGender(d.Chosen.Entities[0], o.Pronoun, d.Chosen.Odds)
	}
	return d
}

// toldOdds are how likely the one is taken to be who a recorder says is meant.
const toldOdds = 0.9

// recorded decides what a recorder says: the candidate of index k, nobody where that is negative.
func (r *Resolver) recorded(o Occurrence, candidates []Candidate, k int) Decision {
	if k < 0 {
		return Decision{}
	}
	c := candidates[k]
	c.Odds = toldOdds
	r.learnGender(c.Entities[0], o.Pronoun, c.Odds)
	return Decision{Chosen: &c}
}

// rank gives the candidates their odds by the model, and puts the likeliest first.
func (r *Resolver) rank(candidates []Candidate) {
	most := math.Inf(-1)
	for k := range candidates {
		c := &candidates[k]
		c.Odds = c.Prior
		for _, f := range c.Features {
			c.Odds += float64(r.model.rank[f])
		}
		most = math.Max(most, c.Odds)
	}
	total := 0.0
	for k := range candidates {
		candidates[k].Odds = math.Exp(candidates[k].Odds - most)
		total += candidates[k].Odds
	}
	for k := range candidates {
		candidates[k].Odds /= total
	}
	slices.SortStableFunc(candidates, func(a, b Candidate) int { return cmp.Compare(b.Odds, a.Odds) })
}

// When a choice is left open. All were set by hand on the development part of PolNeAR's speakers and on GAP's.
const (
	// tie is by how much the likeliest must lead the next, as a share of what the two have together.
	tie = 0.04
	// otherGender is how surely other pronouns must tell that somebody is of the other gender to leave them out: more
	// surely than a given name alone can.
	otherGender = 0.7
	// otherGenderQuoted is the same in quotation marks, where a given name is enough: those who speak tell of many whom
	// the article does not name, "She bit me, and I thanked her". Set by hand on invented articles.
	otherGenderQuoted = misnamed / 2
)

// nobodyFrom is how likely it must be that nobody named is meant for nobody to be chosen: never for he and she, who are
// always somebody.
var nobodyFrom = [...]float64{Singular: 1, Thing: 0.6, Many: 0.75}

// nobodySpeaksFrom is the same where "it" is the source of a quote, as only a body or a document is: "It said". Set by
// hand on invented articles.
const nobodySpeaksFrom = 0.75

func (o Occurrence) nobodyFrom() float64 {
	if o.Source && o.Group == Thing {
		return nobodySpeaksFrom
	}
	return nobodyFrom[o.Group]
}

// decide chooses the likeliest candidate, if it is clear who that is.
func (r *Resolver) decide(o Occurrence, candidates []Candidate) Decision {
	p, most := o.Pronoun, otherGender
	if r.talk.Quoted(o.At) {
		most = otherGenderQuoted
	}
	var some []Candidate
	nobody := 0.0
	for _, c := range candidates {
		switch {
		case c.isNobody():
			nobody = c.Odds
		case r.misgendered(c, p) <= most:
			some = append(some, c)
		}
	}
	switch {
	case len(some) == 0 || nobody > o.nobodyFrom():
		return Decision{Weighed: some}
	case len(some) > 1 && (some[0].Odds-some[1].Odds)/(some[0].Odds+some[1].Odds) < tie:
		return Decision{Tie: true, Weighed: some[:2]}
	}
	return Decision{Chosen: &some[0], Weighed: some[1:]}
}

package speakers

import (
	"math"

	"hearsay/analysis/speakers/pronouns"
)

// way is by what means a step is taken from a source to its speaker. Each is as often right as it is.
type way uint8

const (
	wayName      way = iota // a name
	wayOpen                 // a name that several bear
	wayPronoun              // he, she
	wayThing                // it
	wayMany                 // they
	wayFirst                // I, we
	wayAuthor               // the "I" of an article's author
	wayWho                  // who, which
	wayFits                 // a description of somebody known
	wayAnew                 // a plural or a bare noun for those without a name: "officials"
	wayAnewOne              // one without a name: "a nurse"
	wayAnewKnown            // one whom the article should have named, and who fits nobody: "the nurse"
	wayAnewGroup            // the same of several: "the nurses"
	wayAnewBody             // an organisation without a name: "a company"
	wayAnewThing            // what is neither: "the model"
	wayOwner                // a document, for those who made it
	wayAhead                // a description of one who is named soon behind
	wayTie                  // a description that fits two, one of whom was mentioned later
	wayDoubt                // a pronoun that may as well mean another
	waySeveral              // a plural for several
	wayOn                   // words that run on from others
	wayTurn                 // words that stand alone
	wayOther
	ways
)

// wayOf is the way of each group of pronouns.
var wayOf = [...]way{pronouns.Singular: wayPronoun, pronouns.Thing: wayThing, pronouns.Many: wayMany,
	pronouns.First: wayFirst, pronouns.Relative: wayWho}

// step is one step from a source to its speaker, and how sure it is as far as the means by which it is taken can tell.
type step struct {
	way way
	raw float64
}

func (ref *reference) asStep() step { return step{ref.way, ref.step} }

// curvePoints is how many points a curve has: one at every tenth of what is claimed.
const curvePoints = 11

// curve tells how often what was claimed with a confidence is so: the share in 255ths at each tenth.
type curve [curvePoints]uint8

// of bends a confidence by the curve.
func (c *curve) of(p float64) float64 {
	p = max(0, min(1, p)) * (curvePoints - 1)
	k := min(int(p), curvePoints-2)
	t := p - float64(k)
	return (float64(c[k])*(1-t) + float64(c[k+1])*t) / math.MaxUint8
}

// leastOdds is how near to 0 or 1 a confidence counts that is, so that its log odds are finite.
const leastOdds = 0.01

// logOdds are the log odds of a confidence.
func logOdds(p float64) float64 {
	p = max(leastOdds, min(1-leastOdds, p))
	return math.Log(p / (1 - p))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// platt makes the curve that bends log odds as Platt's scaling does (1999): they are stretched, and shift is added.
func platt(shift, stretch float64) (c curve) {
	for k := range c {
		c[k] = uint8(math.Round(math.MaxUint8 * logistic(shift+stretch*logOdds(float64(k)/(curvePoints-1)))))
	}
	return c
}

// certainty tells how sure each way is.
type certainty [ways]curve

// sure is how sure a step is: how often those came true that were taken in its way and claimed to be as sure.
func (c *certainty) sure(s step) float64 { return c[s.way].of(s.raw) }

// of is how sure it is who is behind a quote: all steps must be right.
func (c *certainty) of(a *Attribution) float64 {
	if len(a.Speakers) == 0 {
		return 0
	}
	p := 1.0
	for _, s := range a.steps {
		p *= c.sure(s)
	}
	return p
}

// stepsOf adds the steps that lead from a mention to those it refers to.
func (a *attributor) stepsOf(list []step, k int) []step {
	for range longestChain {
		list = append(list, a.references[k].asStep())
		if k = a.references[k].anchor; k < 0 {
			break
		}
	}
	return list
}

package speakers

import "math"

// way is by what means a step is taken from a source to its speaker. Each is as often right as it is.
type way uint8

const (
	wayName    way = iota // a name
	wayOpen               // a name that several bear
	wayPronoun            // he, she
	wayThing              // it
	wayMany               // they
	wayFirst              // I, we
	wayAuthor             // the "I" of an article's author
	wayWho                // who, which
	wayFits               // a description of somebody known
	wayAnew               // a description of somebody unnamed
	waySeveral            // a plural for several
	wayOn                 // words that run on from others
	wayTurn               // words that stand alone
	wayOther
	ways
)

// wayOf is the way of each group of pronouns.
var wayOf = [...]way{singular: wayPronoun, thing: wayThing, many: wayMany, first: wayFirst, relative: wayWho}

// step is one step from a source to its speaker, and how sure it is as far as the means by which it is taken can tell.
type step struct {
	way way
	raw float64
}

// How sure those steps are taken to be whose means tell nothing of it.
const (
	firstOdds = 0.9
	onOdds    = 0.97
	turnOdds  = 0.5
)

// A curve has a point at every tenth of what is claimed.
const (
	curvePoints = 11
	certainSize = curvePoints
)

// curve tells how often what was claimed with a confidence is so: the share in 255ths at each tenth.
type curve [curvePoints]uint8

func (c *curve) read(b []byte) { copy(c[:], b) }

func (c *curve) write(b []byte) []byte { return append(b, c[:]...) }

// of bends a confidence by the curve.
func (c *curve) of(p float64) float64 {
	p = max(0, min(1, p)) * (curvePoints - 1)
	k := min(int(p), curvePoints-2)
	t := p - float64(k)
	return (float64(c[k])*(1-t) + float64(c[k+1])*t) / 255
}

// curveBy makes the curve that bends log odds: shift is added to them, and they are stretched.
func curveBy(shift, stretch float64) (c curve) {
	for k := range c {
		p := max(0.01, min(0.99, float64(k)/(curvePoints-1)))
		c[k] = uint8(255/(1+math.Exp(-shift-stretch*math.Log(p/(1-p)))) + 0.5)
	}
	return c
}

// sure is how sure a step is that was taken in a way.
func (m *Model) sure(w way, raw float64) float64 { return m.certain[w].of(raw) }

// sure is how sure it is that a mention refers as it does.
func (r *resolver) sure(m *mention) float64 { return r.model.sure(m.way, m.step) }

// certainty is how sure it is who is behind a quote: all steps must be right.
func (m *Model) certainty(a *Attribution) float64 {
	if len(a.Speakers) == 0 {
		return 0
	}
	p := 1.0
	for _, s := range a.steps {
		p *= m.sure(s.way, s.raw)
	}
	return p
}

// stepsOf adds the steps that lead from a mention to those it refers to.
func (r *resolver) stepsOf(list []step, k int) []step {
	for n := 0; n < longestChain; n++ {
		m := &r.recent[k]
		list = append(list, step{m.way, m.step})
		if m.anchor < 0 {
			break
		}
		k = m.anchor
	}
	return list
}

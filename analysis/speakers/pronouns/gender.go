package pronouns

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
)

// evidence is what an article, without telling it, shows of somebody's gender.
type evidence struct {
	female  float64    // how likely the given name is a woman's, 0 where there is nothing to tell it by
	meant   [3]float64 // how surely pronouns of each sex were found to mean them
	nearby  [3]float64 // how many pronouns of each sex stand close behind the name
	decided bool       // pronouns were found to mean them
}

// genders are the evidence of each entity; those that came later have none.
type genders []evidence

func (g *genders) of(e int) *evidence {
	for len(*g) <= e {
		*g = append(*g, evidence{})
	}
	return &(*g)[e]
}

// gendersOf gathers what shows gender before anything is resolved: given names, and pronouns close behind names.
func gendersOf(m *Model, cast *entities.Register) genders {
	g := make(genders, len(cast.All))
	for e := range cast.All {
		if x := &cast.All[e]; x.Named {
			g[e].female = m.femaleName(cast.Text, x.MadeOf)
		}
	}
	g.addNearby(cast)
	return g
}

// How likely the bearer of a single word as a name is a woman where the lists of given names have it as a woman's or a
// man's: it may as well be a surname. Set by hand.
const (
	singleFemale = 0.8
	singleMale   = 0.2
)

// femaleName is how likely a name is a woman's, 0 where there is nothing to tell it by.
func (m *Model) femaleName(t *annotated.Text, n names.Name) float64 {
	if n.To-n.From > 1 {
		return m.femaleOdds(t.Word(n.From))
	}
	switch names.Given(t.Lower(n.From)) {
	case names.SexMale:
		return singleMale
	case names.SexFemale:
		return singleFemale
	}
	return 0
}

const (
	// nearbyWords is how far behind a name a pronoun counts as close to it.
	nearbyWords = 40
	// nearbyBefore is how much a pronoun counts for the person who was named before the last one. Set by hand.
	nearbyBefore = 0.4
)

// addNearby counts the pronouns that stand close behind the names of persons.
func (g genders) addNearby(cast *entities.Register) {
	last, before, at := -1, -1, 0
	for i := range cast.Tokens {
		if n, k, ok := cast.Name(i); ok {
			if e := cast.OfName(k); i == n.To-1 && e >= 0 && cast.All[e].Type == entities.Person {
				if e != last {
					last, before = e, last
				}
				at = i
			}
			continue
		}
		p, ok := table[cast.Lower(i)]
		if !ok || p.Group != Singular || last < 0 || i-at > nearbyWords {
			continue
		}
		g[last].nearby[p.Sex]++
		if before >= 0 {
			g[before].nearby[p.Sex] += nearbyBefore
		}
	}
}

// What pronouns tell of the gender of those they are found to mean. Set by hand on the development parts of PolNeAR's
// speakers and of GAP.
const (
	// genderFrom is how surely pronouns must have told a gender for it to be taken as known.
	genderFrom = 0.6
	// genderLead is by how many times they must have told it more surely than the other.
	genderLead = 2
	// misnamed is how surely a given name of the other gender tells that somebody is not meant.
	misnamed = 0.6
)

// learnGender takes a pronoun's gender for that of whom it was found to mean, as likely as they are, unless other
// pronouns tell otherwise.
func (r *Resolver) learnGender(e int, p Pronoun, odds float64) {
	x, g := &r.cast.All[e], r.gender.of(e)
	told := x.Sex != nouns.UnknownSex && !x.SexOfName && !g.decided
	if p.Group != Singular || x.Type != entities.Person || told {
		return
	}
	g.meant[p.Sex] += odds
	g.decided = true
	if x.SexOfName {
		return
	}
	switch male, female := g.meant[nouns.Male], g.meant[nouns.Female]; {
	case male > max(genderFrom, genderLead*female):
		x.Sex = nouns.Male
	case female > max(genderFrom, genderLead*male):
		x.Sex = nouns.Female
	default:
		x.Sex = nouns.UnknownSex
	}
}

// misgendered is how much more surely somebody was found to be of the other gender than of a pronoun's, from 0 to 1.
func (r *Resolver) misgendered(c Candidate, p Pronoun) float64 {
	if p.Group != Singular {
		return 0
	}
	x, g := &r.cast.All[c.Entities[0]], r.gender.of(c.Entities[0])
	other := 2 * (g.meant[p.otherSex()] - g.meant[p.Sex])
	if x.SexOfName && x.Sex != p.Sex {
		other = max(other, 0) + misnamed
	}
	return max(0, min(1, other))
}

// mayBeOf reports whether a pronoun's gender can be somebody's. Only a title or a description rules it out: a name may
// mislead, and other pronouns may have been misunderstood.
func (r *Resolver) mayBeOf(e int, p Pronoun) bool {
	x := &r.cast.All[e]
	return x.Sex == nouns.UnknownSex || x.Sex == p.Sex || x.SexOfName || r.gender.of(e).decided
}

// The values of the feature that tells how well somebody's gender goes with a pronoun. Shares come behind the last two.
const (
	genderNone    = 0 // the pronoun has none
	genderSame    = 1 // a title, a description or a name tells it
	genderOther   = 2
	genderUnnamed = 3 // nothing tells it, and there is no name
	genderUntold  = 4 // nothing tells it, not even the name
	genderMeant   = 10
	genderOfName  = 20
)

const (
	// shares is into how many ranges a share is put, a little less so that 1 falls in the last.
	shares = 4.99
	// meantPrior and nearbyPrior are what is added to counts of pronouns before their share is taken, so that few of
	// them tell little.
	meantPrior  = 0.1
	nearbyPrior = 0.3
)

// genderFeature tells how well what is known of somebody's gender goes with a pronoun.
func (r *Resolver) genderFeature(e int, p Pronoun) uint64 {
	x, g := &r.cast.All[e], r.gender.of(e)
	switch {
	case p.Group != Singular:
		return genderNone
	case g.decided:
		return genderMeant + share(g.meant[p.Sex], g.meant[p.otherSex()], meantPrior)
	case x.Sex == p.Sex:
		return genderSame
	case x.Sex != nouns.UnknownSex:
		return genderOther
	case !x.Named:
		return genderUnnamed
	case g.female == 0:
		return genderUntold
	case p.Sex == nouns.Male:
		return genderOfName + uint64(shares*(1-g.female))
	}
	return genderOfName + uint64(shares*g.female)
}

// nearbyFeature tells how many of the pronouns close behind somebody's name are of a pronoun's gender.
func (r *Resolver) nearbyFeature(e int, p Pronoun) uint64 {
	if p.Group != Singular {
		return 0
	}
	g := r.gender.of(e)
	same, other := g.nearby[p.Sex], g.nearby[p.otherSex()]
	if same+other == 0 {
		return 0
	}
	return 1 + share(same, other, nearbyPrior)
}

// share is the range that the share of one in two counts falls into, with a prior added to each.
func share(a, b, prior float64) uint64 { return uint64(shares * (a + prior) / (a + b + 2*prior)) }

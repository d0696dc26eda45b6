package pronouns

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/tags"
)

// The farthest that a pronoun looks back.
const (
	FarMentions  = 60
	FarSentences = 9
)

// Candidate is somebody who may be meant by a pronoun, or nobody who is named: then it has no entities.
type Candidate struct {
	// Entities are those whom it is.
	Entities []int
	// Latest is their last mention before the pronoun, -1 where there is none.
	Latest int
	// Subject is the last of their mentions as the subject of a sentence, -1 where there is none.
	Subject int
	// Ahead is the name by which they follow in the pronoun's own sentence, -1 where they do not.
	Ahead int
	// Odds is how likely they are meant, from 0 to 1, once the candidates are ranked.
	Odds float64
	// Prior is what speaks for them before anything learnt, as log odds.
	Prior float64
	// Features are what the model weighs.
	Features []uint32

	mentions int     // how many were looked at
	told     bool    // the reporter's own words are of them, too
	salience float64 // of the most salient one
	pair     float64 // how well the best of them goes with the pronoun by hidden states
}

// isNobody reports whether a candidate is that nobody named is meant.
func (c *Candidate) isNobody() bool { return c.Latest < 0 && c.Ahead < 0 }

// candidates are those who were mentioned not too far before a pronoun and may be meant by it, the last mentioned
// first, and nobody.
func (r *Resolver) candidates(o Occurrence) []Candidate {
	nobody := Candidate{Latest: -1, Subject: -1, Ahead: -1}
	if r.isImpersonal(o) {
		return []Candidate{nobody}
	}
	var out []Candidate
	sentence := r.cast.Tokens[o.At].Sentence
	bound := r.boundAt(o.At)
	for k, m := range r.talk.Back(FarMentions) {
		if sentence-m.Sentence > FarSentences {
			break
		}
		if len(m.Entities) == 0 || !r.agrees(m, o.Pronoun) || discourse.Share(bound, m.Entities) {
			continue
		}
		out = r.addMention(out, k, r.salience(m, o), r.pairOf(o.At, m))
	}
	out = r.onlyTold(r.onlyPersons(out, o.Pronoun), o)
	if e, name := r.ahead(o.At); e >= 0 && r.mayBeOf(e, o.Pronoun) && !discourse.Share(bound, []int{e}) {
		out = addAhead(out, e, name)
	}
	return append(out, nobody)
}

// seeming are verbs before which "it" stands for nobody, by their base forms.
var seeming = lexicon.Words("pronouns", "seeming")

// isImpersonal reports whether a pronoun is the "it" of "it seems that", which stands for nobody.
func (r *Resolver) isImpersonal(o Occurrence) bool {
	if o.Group != Thing || o.Possessive {
		return false
	}
	v := o.At + 1
	for r.cast.Tag(v).Adverb() || r.cast.Tag(v) == tags.MD {
		v++
	}
	return seeming[r.cast.Lemma(v)]
}

// onlyPersons leaves out those who might be persons for all that their names tell, where somebody else surely is one:
// he and she are never a company.
func (r *Resolver) onlyPersons(all []Candidate, p Pronoun) []Candidate {
	isPerson := func(c Candidate) bool { return r.cast.All[c.Entities[0]].Type == entities.Person }
	if p.Group != Singular || !slices.ContainsFunc(all, isPerson) {
		return all
	}
	return slices.DeleteFunc(all, func(c Candidate) bool { return !isPerson(c) })
}

// onlyTold leaves out those of whom nobody but those who were quoted has told, where "she said" may as well mean
// whoever spoke last: those who were only spoken of speak once the reporter tells of them.
func (r *Resolver) onlyTold(all []Candidate, o Occurrence) []Candidate {
	goesOn := func(c Candidate) bool {
		x := &r.cast.All[c.Entities[0]]
		return c.told && x.Type == entities.Person && r.misgendered(c, o.Pronoun) == 0 &&
			discourse.Same(c.Entities, r.talk.Speakers())
	}
	if !o.Source || o.Group != Singular || r.talk.Quoted(o.At) || !slices.ContainsFunc(all, goesOn) {
		return all
	}
	return slices.DeleteFunc(all, func(c Candidate) bool { return !c.told })
}

// addMention adds one more mention of those it is of.
func (r *Resolver) addMention(out []Candidate, k int, salience, pair float64) []Candidate {
	m := r.talk.At(k)
	at := -1
	for j := range out {
		if discourse.Same(out[j].Entities, m.Entities) {
			at = j
		}
	}
	if at < 0 {
		out = append(out, Candidate{Entities: m.Entities, Latest: k, Subject: -1, Ahead: -1, salience: salience, pair: pair})
		at = len(out) - 1
	}
	c := &out[at]
	c.mentions++
	c.told = c.told || !m.Quoted
	c.salience, c.pair = max(c.salience, salience), max(c.pair, pair)
	if m.Subject && !m.Possessive && c.Subject < 0 {
		c.Subject = k
	}
	return out
}

// pairOf is how well a mention goes with a pronoun by hidden states; 0 where there are none.
func (r *Resolver) pairOf(pronoun int, m *discourse.Mention) float64 {
	if r.pairs == nil {
		return 0
	}
	return r.pairs.Score(pronoun, m.To-1)
}

// agrees reports whether a mention can be what a pronoun refers to, by number, sort and gender.
func (r *Resolver) agrees(m *discourse.Mention, p Pronoun) bool {
	e := m.Entities[0]
	x := &r.cast.All[e]
	alone := len(m.Entities) == 1
	switch p.Group {
	case Singular:
		return alone && r.mayBePerson(x) && !Is(x.Head) && r.mayBeOf(e, p)
	case Thing:
		return alone && !x.Plural && (x.Type == entities.Organization || x.Type == entities.Unknown)
	case Many:
		return !alone || x.Plural || isMany(x)
	}
	return false
}

// isMany reports whether somebody is of a type that "they" stands for.
func isMany(x *entities.Entity) bool {
	return x.Type == entities.Group || x.Type == entities.Organization && !x.Place
}

// longestName is how many words a name may have for one to take it for a person's where it was taken for something
// else.
const longestName = 3

// mayBePerson reports whether somebody is one person, or has a name that could be a person's for all that is known:
// some persons' names are taken for something else.
func (r *Resolver) mayBePerson(x *entities.Entity) bool {
	if x.Plural {
		return false
	}
	if x.Type == entities.Person {
		return true
	}
	if !x.Named || x.Head != "" || x.Type == entities.Group {
		return false
	}
	given, _, several := strings.Cut(x.Name, " ")
	if x.Type == entities.Organization && several && names.Given(given) == 0 {
		return false
	}
	return !r.cast.IsCountry(x) && !nouns.IsSeat(strings.ToLower(x.Name)) && strings.Count(x.Name, " ") < longestName
}

package pronouns

import (
	"math"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
)

// What makes a mention salient where a pronoun looks for its antecedent, in the manner of Lappin and Leass (1994): each
// is added to a score. They were set by hand on the development part of PolNeAR's speakers, before there was a model;
// the model learns beside them.
const (
	// bySentence is for each sentence that lies between: the nearer is the likelier.
	bySentence = -0.9
	// byWord is for each word that lies between, up to farWords: it decides among those of one sentence.
	byWord   = -0.004
	farWords = 50
	// inOtherParagraph is for a mention in a paragraph before: a new one has a new subject.
	inOtherParagraph = -0.2
	// asSubjectOf is for the subject of a sentence, which the next sentences go on about.
	asSubjectOf = 1.1
	// asPossessor is for "Bell" in "Bell's lawyer": the lawyer is what the sentence is about.
	asPossessor = -0.9
	// inOthersWords is for what only stands in quotation marks, where the pronoun does not.
	inOthersWords = -2
	// asSpeaker is for who spoke last, where the pronoun is a source too: they go on speaking.
	asSpeaker = 0.8
	// byDoubling is for each time that the number of mentions so far doubles: whom the article is about.
	byDoubling = 0.25

	// ofSameSex is for a person whose sex is known to be the pronoun's.
	ofSameSex = 0.6
	// unnamedPerson is for a person who has no name: those with one are spoken of longer.
	unnamedPerson = -0.3

	// several is for several together, as what "they" means rather than the one of them that is many.
	several = 0.3
	// aPeople is for a people or a party by name, which is seldom "they" where others are at hand.
	aPeople = -0.4
	// oneBody is for an organisation of the singular, as what "they" means.
	oneBody = -0.8

	// aPaper is for what is read, as what "it" means: rather those who speak.
	aPaper = -0.3
	// aPlace is for a place, as what "it" means.
	aPlace = -0.9
	// aThing is for what is neither known to be an organisation nor read, as what "it" means.
	aThing = -1
)

// salience is how much speaks for a mention being what a pronoun refers to, before anything learnt.
func (r *Resolver) salience(m *discourse.Mention, o Occurrence) float64 {
	t := r.cast.Text
	score := bySentence * float64(t.Tokens[o.At].Sentence-m.Sentence)
	if t.ParagraphOf(o.At) != m.Paragraph {
		score += inOtherParagraph
	}
	if m.Subject {
		score += asSubjectOf
	}
	if m.Possessive {
		score += asPossessor
	}
	if m.Quoted && !r.talk.Quoted(o.At) {
		score += inOthersWords
	}
	if o.Source && discourse.Share(m.Entities, r.talk.Speakers()) {
		score += asSpeaker
	}
	score += byDoubling * math.Log2(float64(1+r.talk.Count(m.Entities[0])))
	score = r.addSort(score, m, o.Pronoun)
	return score + byWord*math.Min(farWords, float64(o.At-m.To))
}

// addSort adds to a score how salient somebody is by what they are.
func (r *Resolver) addSort(score float64, m *discourse.Mention, p Pronoun) float64 {
	x := &r.cast.All[m.Entities[0]]
	add := func(when bool, by float64) {
		if when {
			score += by
		}
	}
	switch p.Group {
	case Singular:
		add(x.Sex == p.Sex, ofSameSex)
		add(!x.Named, unnamedPerson)
	case Many:
		add(len(m.Entities) > 1, several)
		add(x.Type == entities.Group && x.Named, aPeople)
		add(x.Type == entities.Organization && len(m.Entities) == 1 && !x.Plural, oneBody)
	case Thing:
		add(x.Paper, aPaper)
		add(x.Place, aPlace)
		add(x.Type == entities.Unknown && !x.Paper, aThing)
	}
	return score
}

// What speaks for a candidate before anything learnt, as log odds; set by hand on the development part of PolNeAR's
// speakers, with the model learnt anew each time.
const (
	// bySalience is for each point of salience that a candidate has less than the most salient, of a pronoun that is a
	// source. Elsewhere the model does without.
	bySalience = 1.2
	// priorAhead is for those who are only named next.
	priorAhead = -2
	// priorNobody is for nobody.
	priorNobody = -3
	// priorGoesOn is for those who spoke last, where the cue tells that they go on: "she added". Set on world-train.
	priorGoesOn = 2.5
	// priorJustTold is for the organisation that is the subject of the sentence right before, in one paragraph with "it":
	// "The union asked for a halt. It said …", whoever spoke before that. Set on world-train.
	priorJustTold = 3.5
	// priorWithin is for whoever says the sentence in which "which he said" stands: they say that, too. Set by hand on
	// invented articles.
	priorWithin = 5
	// priorOtherGender is for those whom pronouns of the other gender were found to mean, at the surest.
	priorOtherGender = -8
)

// addPriors gives each candidate what speaks for it before anything learnt, and returns the salience of the most
// salient.
func (r *Resolver) addPriors(candidates []Candidate, o Occurrence) (most float64) {
	most = math.Inf(-1)
	for k := range candidates {
		if candidates[k].Latest >= 0 {
			most = max(most, candidates[k].salience)
		}
	}
	goesOn := o.Source && r.quotes.GoesOn(o.At)
	within := r.extractedFrom(o)
	for k := range candidates {
		switch c := &candidates[k]; {
		case c.isNobody():
			c.Prior = priorNobody
		case c.Latest < 0:
			c.Prior = priorAhead
		default:
			if o.Source {
				c.Prior = bySalience * (c.salience - most)
			}
			if r.isJustTold(*c, o) {
				c.Prior += priorJustTold
			}
			if goesOn && discourse.Same(c.Entities, r.talk.Speakers()) {
				c.Prior += priorGoesOn
			}
			if len(within) > 0 && discourse.Same(c.Entities, within) {
				c.Prior += priorWithin
			}
			c.Prior += priorOtherGender * r.misgendered(*c, o.Pronoun)
		}
	}
	return most
}

// extractedFrom are those who say the sentence within which a pronoun is the source of what a relative pronoun right
// before it begins: Bell of "Bell said the videos do not show his hands, which he said were empty".
func (r *Resolver) extractedFrom(o Occurrence) []int {
	t := r.cast
	if !o.Source || o.Group != Singular || r.talk.Quoted(o.At) {
		return nil
	}
	if p := table[t.Lower(o.At-1)]; p.Group != Relative || t.Lower(o.At-2) != "," {
		return nil
	}
	v := int(t.Trees.Head[o.At])
	for n := 0; v >= 0 && n < farUp; v, n = int(t.Trees.Head[v]), n+1 {
		if v < o.At && t.Tag(v).Finite() && lexicon.Of(t.Lemma(v), t.Tag(v)).Speaks() {
			return r.subjectOf(v)
		}
	}
	return nil
}

// subjectOf are those whom the subject before a verb was found to mean.
func (r *Resolver) subjectOf(v int) []int {
	t := r.cast
	for k := int(t.Trees.From[v]); k < v; k++ {
		if int(t.Trees.Head[k]) != v || t.Trees.Relation[k] != parse.Subject {
			continue
		}
		if n, _, named := t.Name(k); named {
			k = n.To - 1
		}
		if m, ok := r.talk.EndingAt(k); ok {
			return r.talk.At(m).Entities
		}
		return nil
	}
	return nil
}

// isJustTold reports whether somebody is the subject of the sentence right before an "it", in its paragraph.
func (r *Resolver) isJustTold(c Candidate, o Occurrence) bool {
	if o.Group != Thing || c.Subject < 0 {
		return false
	}
	m, at := r.talk.At(c.Subject), r.cast.Tokens[o.At].Sentence
	return at-m.Sentence == 1 && m.Paragraph == r.cast.ParagraphOf(o.At) && !m.Quoted
}

// bestPairs are how well the two go with a pronoun by hidden states that do best.
func bestPairs(candidates []Candidate) (best [2]float64) {
	best = [2]float64{math.Inf(-1), math.Inf(-1)}
	for _, c := range candidates {
		switch {
		case c.Latest < 0:
		case c.pair > best[0]:
			best[0], best[1] = c.pair, best[0]
		case c.pair > best[1]:
			best[1] = c.pair
		}
	}
	return best
}

// levelOf is one of some twenty levels of how well somebody goes with a pronoun.
func levelOf(pair float64) uint64 {
	const below, most = 8, 12
	return uint64(below + max(-below, min(most, pair)))
}

// addPair adds how well somebody goes with a pronoun by hidden states.
func addPair(f *vector, s *context, best [2]float64, pair float64) {
	const (
		most     = 6 // what lacks more is not told apart
		quarters = 4
		thirds   = 3
	)
	lack := min(most, best[0]-pair)
	f.add(ofPair.Lack, uint64(quarters*lack))
	f.add(ofPair.LackSource, uint64(thirds*lack), flag(s.Source))
	f.add(ofPair.Itself, levelOf(pair), flag(s.Source))
	if lack == 0 {
		f.add(ofPair.Lead, uint64(thirds*min(most, best[0]-best[1])))
	}
}

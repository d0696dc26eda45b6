package pronouns

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/phrases"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/tags"
)

// template is a kind of feature: what is looked at together. Its number is part of the hash that names a weight, so
// that the weights must be learnt anew when one changes. Numbers that are left out belonged to templates that are
// gone.
type template uint32

// The templates that describe that nobody named is meant.
const (
	nobodyAlways template = iota + 1
	nobodyWord
	nobodyRole
	nobodyOthers
	nobodySentence
	nobodyQuoted
	nobodyNext
	nobodySource
)

// The templates of where a mention stands and how it refers. "Far" is the distance in sentences, exact up to three in
// those called close.
const (
	far             template = 10
	farRole         template = 11
	farRoles        template = 12
	bothRoles       template = 13
	rankAlone       template = 14
	rankFar         template = 15
	subjectsBetween template = 16
	formClose       template = 17
	formRole        template = 18
	formWord        template = 19
	countClose      template = 20
	countMost       template = 21
	mentionsClose   template = 22
	paragraphsClose template = 23
	possessiveRole  template = 30
	beginningClose  template = 31
	bothBeginnings  template = 32
	mainClose       template = 49
	mainRoles       template = 50
	bracketedClose  template = 51
)

// The templates of who speaks.
const (
	quotedBoth   template = 24
	sourceBoth   template = 25
	spokeLast    template = 26
	spokenAround template = 27
)

// The templates of what is known of somebody.
const (
	sort         template = 28
	sortSource   template = 29
	subjectRole  template = 33
	subjectFar   template = 34
	neverSubject template = 35
	atTheTop     template = 36
	genderAlone  template = 37
	genderForm   template = 38
	howMany      template = 39
	genderNearby template = 46
	sortName     template = 47
	sortCount    template = 48
)

// The templates of a mention in the pronoun's own sentence.
const (
	wordsBetween   template = 40
	sameGovernor   template = 41
	governedRoles  template = 42
	governedSteps  template = 43
	governorInside template = 44
	clauseBetween  template = 45
)

// The templates of somebody who is named ahead; each with whether they were mentioned before.
const (
	aheadAlone template = iota + 70
	aheadRole
	aheadWords
	aheadBeginning
	aheadComma
	aheadGender
	aheadNearby
	aheadCount
)

// The templates of salience: how much less than the most salient in quarters and thirds, and by itself.
const (
	salienceLack       template = 80
	salienceLackSource template = 81
	salienceItself     template = 82
)

// features gathers the features of a candidate.
type features struct {
	list  []uint32
	group uint32
}

// add adds what a template sees, for the pronoun's group.
func (f *features) add(of template, values ...uint32) {
	h := uint32(of)*0x9e3779b1 + 1
	for _, v := range values {
		h = (h ^ v + 0x7f4a7c15) * 16777619
		h ^= h >> 13
	}
	h = (h ^ f.group + 77) * 0x85ebca6b
	h ^= h >> 15
	f.list = append(f.list, h*0xc2b2ae35>>(32-rankBits))
}

func wordHash(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func atMost(n, most int) uint32 { return uint32(min(n, most)) }

// bucket puts a number in one of eight ranges, the small ones exactly.
func bucket(n int) uint32 {
	for k, above := range [...]int{1, 2, 3, 4, 6, 9, 17} {
		if n < above {
			return uint32(k)
		}
	}
	return 7
}

// mostFeatures is about how many features a candidate has.
const mostFeatures = 48

// featuresOf gives each candidate its features and its prior.
func (r *Resolver) featuresOf(o Occurrence, candidates []Candidate) {
	s := r.contextOf(o)
	most := 0
	for k := range candidates {
		if candidates[k].Latest >= 0 {
			most = max(most, r.countOf(candidates[k].Entities))
		}
	}
	salient := r.addPriors(candidates, o)
	subjects := 0
	for k := range candidates {
		c := &candidates[k]
		f := features{group: uint32(o.Group), list: make([]uint32, 0, mostFeatures)}
		if c.isNobody() {
			r.addNobody(&f, &s, len(candidates)-1)
		} else if c.Ahead >= 0 {
			r.addCataphora(&f, &s, c)
		}
		if c.Latest >= 0 {
			r.addSomebody(&f, &s, c, rank{k, subjects, most})
			addSalience(&f, &s, salient, c.salience)
			if r.talk.At(c.Latest).Subject {
				subjects++
			}
		}
		c.Features = f.list
	}
}

// addSalience adds how salient a candidate is beside the most salient, and by itself.
func addSalience(f *features, s *context, most, salience float64) {
	const (
		most4    = 4 // what lacks more is not told apart
		quarters = 4
		thirds   = 3
		middle   = 6 // salience is told apart from six below nothing to six above
	)
	lack := min(most4, most-salience)
	f.add(salienceLack, uint32(quarters*lack))
	f.add(salienceLackSource, uint32(thirds*lack), flag(s.Source))
	f.add(salienceItself, uint32(max(0, middle+min(middle, salience))), flag(s.Source))
}

// addNobody adds the features of nobody's being meant who was named before.
func (r *Resolver) addNobody(f *features, s *context, others int) {
	f.add(nobodyAlways)
	f.add(nobodyWord, s.word, flag(s.Source))
	f.add(nobodyRole, uint32(s.role), flag(s.Source))
	f.add(nobodyOthers, atMost(others, 4))
	f.add(nobodySentence, bucket(s.sentence))
	f.add(nobodyQuoted, flag(s.quoted), atMost(others, 4))
	f.add(nobodyNext, uint32(r.cast.Tag(s.At+1)), flag(s.Source))
	f.add(nobodySource, flag(s.Source))
}

// countOf is how often the least mentioned of entities was mentioned so far.
func (r *Resolver) countOf(list []int) int {
	n := r.talk.Count(list[0])
	for _, e := range list[1:] {
		n = min(n, r.talk.Count(e))
	}
	return n
}

// form is in which way a mention refers. The numbers are those that the model was taught with.
type form uint32

const (
	jointForm form = iota + 1
	severalForm
	pronounForm
	fullNameForm
	singleNameForm
	descriptionOfNamed
	descriptionForm
)

func (r *Resolver) formOf(m *discourse.Mention) form {
	switch {
	case len(m.Entities) > 1 && m.Joint:
		return jointForm
	case len(m.Entities) > 1:
		return severalForm
	case m.To-m.From == 1 && Is(r.cast.Lower(m.From)):
		return pronounForm
	case r.cast.InName(m.To-1) && m.To-m.From > 1:
		return fullNameForm
	case r.cast.InName(m.To - 1):
		return singleNameForm
	case r.cast.All[m.Entities[0]].Named:
		return descriptionOfNamed
	}
	return descriptionForm
}

// rank is where a candidate stands among the others.
type rank struct {
	at       int // by the last mention, the latest being the first
	subjects int // how many of those before it are subjects
	most     int // how often the most mentioned one was mentioned
}

// place is where the last mention of a candidate stands.
type place struct {
	*discourse.Mention
	far      int // sentences before the pronoun
	form     form
	role     role
	governor int
}

// addSomebody adds the features of a candidate that was mentioned before.
func (r *Resolver) addSomebody(f *features, s *context, c *Candidate, at rank) {
	m := r.talk.At(c.Latest)
	p := place{Mention: m, far: s.sentence - m.Sentence, form: r.formOf(m)}
	p.role, p.governor = roleOf(r.cast.Text, phrases.Last(r.cast.Text, m.From, m.To))
	count := r.countOf(c.Entities)
	r.addPlace(f, s, &p)
	f.add(rankAlone, atMost(at.at, 6))
	f.add(rankFar, atMost(at.at, 6), bucket(p.far))
	f.add(subjectsBetween, atMost(at.subjects, 3), flag(m.Subject), atMost(p.far, 3))
	f.add(countClose, bucket(count), atMost(p.far, 2))
	f.add(countMost, flag(count == at.most), bucket(at.most))
	f.add(mentionsClose, atMost(c.mentions, 5), atMost(p.far, 2))
	r.addSpeech(f, s, &p)
	r.addKnown(f, s, &p, count)
	if c.Subject >= 0 {
		since := bucket(s.sentence - r.talk.At(c.Subject).Sentence)
		f.add(subjectRole, since, uint32(s.role))
		f.add(subjectFar, since, flag(s.Source))
	} else {
		f.add(neverSubject, uint32(s.role))
	}
	if p.far == 0 {
		r.addSameSentence(f, s, &p)
	}
	if len(m.Entities) > 1 {
		f.add(howMany, uint32(len(m.Entities)), atMost(p.far, 3), flag(m.Joint))
	}
}

// addPlace adds the features of where a mention stands, and as what.
func (r *Resolver) addPlace(f *features, s *context, p *place) {
	t := r.cast.Text
	distance, near := bucket(p.far), atMost(p.far, 3)
	here, there := uint32(s.role), uint32(p.role)
	main := flag(isMain(t, p.governor))
	f.add(far, distance)
	f.add(farRole, distance, there)
	f.add(farRoles, distance, there, here)
	f.add(bothRoles, there, here)
	f.add(formClose, uint32(p.form), near)
	f.add(formRole, uint32(p.form), there)
	f.add(formWord, s.word, uint32(p.form))
	f.add(paragraphsClose, atMost(t.ParagraphOf(s.At)-p.Paragraph, 3), near)
	f.add(possessiveRole, flag(p.Possessive), distance, here)
	before := p.From - t.Sentences[p.Sentence].From
	f.add(beginningClose, bucket(before), near)
	f.add(bothBeginnings, flag(before < 3), flag(s.inSentence < 3), near)
	f.add(mainClose, near, there, main)
	f.add(mainRoles, near, there, main, here)
	f.add(bracketedClose, flag(t.Lower(p.From-1) == "(" && t.Lower(p.To) == ")"), atMost(p.far, 2))
}

// addSpeech adds the features of who speaks, and in whose words the mention and the pronoun stand.
func (r *Resolver) addSpeech(f *features, s *context, p *place) {
	near, source := atMost(p.far, 3), flag(s.Source)
	f.add(quotedBoth, flag(p.Quoted), flag(s.quoted), atMost(p.far, 2))
	f.add(sourceBoth, flag(p.Source), source, near)
	f.add(spokeLast, flag(discourse.Share(p.Entities, r.talk.Speakers())), source, near)
	among := flag(discourse.Share(p.Entities, s.behind))
	f.add(spokenAround, flag(len(s.behind) > 0), among, flag(s.quoted), uint32(s.role))
}

// addKnown adds the features of what is known of somebody.
func (r *Resolver) addKnown(f *features, s *context, p *place, count int) {
	e := p.Entities[0]
	x := &r.cast.All[e]
	kind, atPlace := uint32(x.Type), flag(x.Place)
	f.add(sort, kind, flag(x.Named), atPlace, flag(x.Plural))
	if s.Group == Singular {
		given := flag(r.gender.of(e).female > 0)
		f.add(sortName, kind, atPlace, given, atMost(1+strings.Count(x.Name, " "), 3))
		f.add(sortCount, kind, atPlace, atMost(count, 4), uint32(p.role))
	}
	f.add(sortSource, kind, flag(s.Source), flag(x.Paper), atPlace)
	if p.Sentence == 0 || x.First < r.cast.Sentences[0].End {
		f.add(atTheTop, atMost(p.far, 4))
	}
	gender := r.genderFeature(e, s.Pronoun)
	f.add(genderAlone, gender)
	f.add(genderForm, gender, uint32(p.form))
	f.add(genderNearby, r.nearbyFeature(e, s.Pronoun), gender)
}

// The ways in which a pronoun stands for somebody of its own sentence: as itself, as an owner, or reflexively.
const (
	plainly uint32 = iota
	possessively
	reflexively
)

func mannerOf(word string, p Pronoun) uint32 {
	switch {
	case len(word) >= reflexive && (strings.HasSuffix(word, "self") || strings.HasSuffix(word, "lves")):
		return reflexively
	case p.Possessive:
		return possessively
	}
	return plainly
}

// farHeads is how many heads above a pronoun are looked at for the one that governs a candidate.
const farHeads = 20

// addSameSentence adds the features of a candidate in the pronoun's own sentence, where syntax tells who may be meant.
func (r *Resolver) addSameSentence(f *features, s *context, p *place) {
	t := r.cast.Text
	f.add(wordsBetween, bucket((s.At-p.To)/2))
	manner := mannerOf(t.Lower(s.At), s.Pronoun)
	governed := p.governor >= 0
	f.add(sameGovernor, manner, flag(governed && p.governor == s.governor), flag(governed && p.governor == s.ofOwned),
		uint32(p.role))
	steps, over := stepsUp(t, s.At, p.governor)
	f.add(governedRoles, manner, flag(over), uint32(p.role), uint32(s.role))
	f.add(governedSteps, manner, flag(over), bucket(steps), flag(over && p.role == subject))
	f.add(governorInside, manner, flag(s.governor >= p.From && s.governor < p.To))
	f.add(clauseBetween, manner, flag(clauseEnds(t, p.To, s.At)), uint32(p.role), uint32(s.role))
}

// stepsUp is how many heads lie above a token up to one that is looked for, and whether that was found among them.
func stepsUp(t *annotated.Text, i, to int) (steps int, found bool) {
	for h := int(t.Trees.Head[i]); h >= 0 && steps < farHeads; h, steps = int(t.Trees.Head[h]), steps+1 {
		if h == to {
			return steps, true
		}
	}
	return steps, false
}

// farClause is how many words are looked at for the end of a clause.
const farClause = 40

// clauseEnds reports whether a clause ends between two tokens.
func clauseEnds(t *annotated.Text, from, to int) bool {
	for k := from; k < to && k < from+farClause; k++ {
		switch w := t.Lower(k); {
		case t.Tag(k) == tags.Period || w == ";" || w == "but":
			return true
		case w == "and" && t.Tag(k+1).Pronoun():
			return true
		}
	}
	return false
}

// addCataphora adds the features of one who is named next in the pronoun's own sentence.
func (r *Resolver) addCataphora(f *features, s *context, c *Candidate) {
	t := r.cast.Text
	e := r.cast.OfName(c.Ahead)
	name := t.Names[c.Ahead]
	before, owner := flag(c.Latest >= 0), flag(s.Possessive)
	comma := false
	for k := s.At; k < name.From; k++ {
		comma = comma || t.Lower(k) == ","
	}
	f.add(aheadAlone, before)
	f.add(aheadRole, before, uint32(s.role), owner)
	f.add(aheadWords, before, bucket(name.From-s.At), owner)
	f.add(aheadBeginning, before, bucket(s.inSentence), owner)
	f.add(aheadComma, before, flag(comma), owner, flag(s.quoted == r.talk.Quoted(name.From)))
	f.add(aheadGender, before, r.genderFeature(e, s.Pronoun))
	f.add(aheadNearby, before, r.nearbyFeature(e, s.Pronoun))
	f.add(aheadCount, before, atMost(r.talk.Count(e), 3), flag(name.To-name.From > 1))
}

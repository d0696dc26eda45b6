package pronouns

import (
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/features"
	"hearsay/analysis/phrases"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/tags"
)

// nobodyTemplates describe that nobody named is meant.
type nobodyTemplates struct {
	Always, Word, Role, Others, Sentence, Quoted, Next, Source features.Template
}

// placeTemplates are of where a mention stands and how it refers. "Far" is the distance in sentences; those called
// close have it up to three.
type placeTemplates struct {
	Far, FarRole, FarRoles, BothRoles, RankAlone, RankFar, SubjectsBetween, FormClose, FormRole,
	FormWord, CountClose, CountMost, MentionsClose, ParagraphsClose, PossessiveRole, BeginningClose,
	BothBeginnings, MainClose, MainRoles, BracketedClose features.Template
}

// speechTemplates are of who speaks, and in whose words the mention and the pronoun stand.
type speechTemplates struct {
	QuotedBoth, SourceBoth, SpokeLast, SpokenAround features.Template
}

// entityTemplates are of what is known of somebody.
type entityTemplates struct {
	Sort, SortSource, SubjectRole, SubjectFar, NeverSubject, AtTheTop, GenderAlone, GenderForm,
	HowMany, GenderNearby, SortName, SortCount features.Template
}

// sentenceTemplates are of a mention in the pronoun's own sentence.
type sentenceTemplates struct {
	WordsBetween, SameGovernor, GovernedRoles, GovernedSteps, GovernorInside, ClauseBetween features.Template
}

// aheadTemplates are of somebody who is named ahead; each has whether they were mentioned before.
type aheadTemplates struct {
	Alone, Role, Words, Beginning, Comma, Gender, Nearby, Count features.Template
}

// salienceTemplates are of salience: how much less than the most salient, in quarters and in thirds, and by itself.
type salienceTemplates struct {
	Lack, LackSource, Itself features.Template
}

// pairTemplates are of how well somebody goes with the pronoun by hidden states: how much less than whoever goes with
// it best, by how much the best leads the next, and by itself.
type pairTemplates struct{ Lack, LackSource, Lead, Itself, Nobody features.Template }

var hash = features.Standard

// The templates of each group, numbered on from those of the group before.
var (
	ofNobody   = features.New[nobodyTemplates](hash, 1)
	ofPlace    = features.New[placeTemplates](hash, 9)
	ofSpeech   = features.New[speechTemplates](hash, 29)
	ofEntity   = features.New[entityTemplates](hash, 33)
	ofSentence = features.New[sentenceTemplates](hash, 45)
	ofAhead    = features.New[aheadTemplates](hash, 51)
	ofSalience = features.New[salienceTemplates](hash, 59)
	ofPair     = features.New[pairTemplates](hash, 80)
)

// Templates tells the templates that the weights were learnt with.
var Templates = features.Templates(ofNobody, ofPlace, ofSpeech, ofEntity, ofSentence, ofAhead, ofSalience, ofGiven,
	ofPair)

// vector gathers the features of a candidate. Every template is one of its own for each group of pronouns.
type vector struct {
	list  []uint32
	group uint64
}

// add adds what a template sees: which of the weights is its.
func (f *vector) add(t features.Template, values ...uint64) {
	of := features.Template(hash.Of(t, f.group))
	f.list = append(f.list, uint32(hash.Of(of, values...)>>(64-rankBits)))
}

func flag(is bool) uint64 { return features.Flag(is) }

func atMost(n, most int) uint64 { return uint64(min(n, most)) }

// bucket puts a number in one of eight ranges, the small ones exactly.
func bucket(n int) uint64 {
	for k, above := range [...]int{1, 2, 3, 4, 6, 9, 17} {
		if n < above {
			return uint64(k)
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
	paired := bestPairs(candidates)
	subjects := 0
	for k := range candidates {
		c := &candidates[k]
		f := vector{group: uint64(o.Group), list: make([]uint32, 0, mostFeatures)}
		if c.isNobody() {
			r.addNobody(&f, &s, len(candidates)-1)
			if r.pairs != nil {
				f.add(ofPair.Nobody, levelOf(paired[0]))
			}
		} else if c.Ahead >= 0 {
			r.addCataphora(&f, &s, c)
		}
		if c.Latest >= 0 {
			r.addSomebody(&f, &s, c, rank{k, subjects, most})
			addSalience(&f, &s, salient, c.salience)
			if r.pairs != nil {
				addPair(&f, &s, paired, c.pair)
			}
			if r.talk.At(c.Latest).Subject {
				subjects++
			}
		}
		c.Features = f.list
	}
}

// addSalience adds how salient a candidate is beside the most salient, and by itself.
func addSalience(f *vector, s *context, most, salience float64) {
	const (
		most4    = 4 // what lacks more is not told apart
		quarters = 4
		thirds   = 3
		middle   = 6 // salience is told apart from six below nothing to six above
	)
	lack := min(most4, most-salience)
	f.add(ofSalience.Lack, uint64(quarters*lack))
	f.add(ofSalience.LackSource, uint64(thirds*lack), flag(s.Source))
	f.add(ofSalience.Itself, uint64(max(0, middle+min(middle, salience))), flag(s.Source))
}

// addNobody adds the features of nobody's being meant who was named before.
func (r *Resolver) addNobody(f *vector, s *context, others int) {
	f.add(ofNobody.Always)
	f.add(ofNobody.Word, s.word, flag(s.Source))
	f.add(ofNobody.Role, uint64(s.role), flag(s.Source))
	f.add(ofNobody.Others, atMost(others, 4))
	f.add(ofNobody.Sentence, bucket(s.sentence))
	f.add(ofNobody.Quoted, flag(s.quoted), atMost(others, 4))
	f.add(ofNobody.Next, uint64(r.cast.Tag(s.At+1)), flag(s.Source))
	f.add(ofNobody.Source, flag(s.Source))
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
type form uint64

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
func (r *Resolver) addSomebody(f *vector, s *context, c *Candidate, at rank) {
	m := r.talk.At(c.Latest)
	p := place{Mention: m, far: s.sentence - m.Sentence, form: r.formOf(m)}
	p.role, p.governor = roleOf(r.cast.Text, phrases.Last(r.cast.Text, m.From, m.To))
	count := r.countOf(c.Entities)
	r.addPlace(f, s, &p)
	f.add(ofPlace.RankAlone, atMost(at.at, 6))
	f.add(ofPlace.RankFar, atMost(at.at, 6), bucket(p.far))
	f.add(ofPlace.SubjectsBetween, atMost(at.subjects, 3), flag(m.Subject), atMost(p.far, 3))
	f.add(ofPlace.CountClose, bucket(count), atMost(p.far, 2))
	f.add(ofPlace.CountMost, flag(count == at.most), bucket(at.most))
	f.add(ofPlace.MentionsClose, atMost(c.mentions, 5), atMost(p.far, 2))
	r.addSpeech(f, s, &p)
	r.addKnown(f, s, &p, count)
	if c.Subject >= 0 {
		since := bucket(s.sentence - r.talk.At(c.Subject).Sentence)
		f.add(ofEntity.SubjectRole, since, uint64(s.role))
		f.add(ofEntity.SubjectFar, since, flag(s.Source))
	} else {
		f.add(ofEntity.NeverSubject, uint64(s.role))
	}
	if p.far == 0 {
		r.addSameSentence(f, s, &p)
	}
	if len(m.Entities) > 1 {
		f.add(ofEntity.HowMany, uint64(len(m.Entities)), atMost(p.far, 3), flag(m.Joint))
	}
}

// addPlace adds the features of where a mention stands, and as what.
func (r *Resolver) addPlace(f *vector, s *context, p *place) {
	t := r.cast.Text
	distance, near := bucket(p.far), atMost(p.far, 3)
	here, there := uint64(s.role), uint64(p.role)
	main := flag(isMain(t, p.governor))
	f.add(ofPlace.Far, distance)
	f.add(ofPlace.FarRole, distance, there)
	f.add(ofPlace.FarRoles, distance, there, here)
	f.add(ofPlace.BothRoles, there, here)
	f.add(ofPlace.FormClose, uint64(p.form), near)
	f.add(ofPlace.FormRole, uint64(p.form), there)
	f.add(ofPlace.FormWord, s.word, uint64(p.form))
	f.add(ofPlace.ParagraphsClose, atMost(t.ParagraphOf(s.At)-p.Paragraph, 3), near)
	f.add(ofPlace.PossessiveRole, flag(p.Possessive), distance, here)
	before := p.From - t.Sentences[p.Sentence].From
	f.add(ofPlace.BeginningClose, bucket(before), near)
	f.add(ofPlace.BothBeginnings, flag(before < 3), flag(s.inSentence < 3), near)
	f.add(ofPlace.MainClose, near, there, main)
	f.add(ofPlace.MainRoles, near, there, main, here)
	f.add(ofPlace.BracketedClose, flag(t.Lower(p.From-1) == "(" && t.Lower(p.To) == ")"), atMost(p.far, 2))
}

// addSpeech adds the features of who speaks, and in whose words the mention and the pronoun stand.
func (r *Resolver) addSpeech(f *vector, s *context, p *place) {
	near, source := atMost(p.far, 3), flag(s.Source)
	f.add(ofSpeech.QuotedBoth, flag(p.Quoted), flag(s.quoted), atMost(p.far, 2))
	f.add(ofSpeech.SourceBoth, flag(p.Source), source, near)
	f.add(ofSpeech.SpokeLast, flag(discourse.Share(p.Entities, r.talk.Speakers())), source, near)
	among := flag(discourse.Share(p.Entities, s.behind))
	f.add(ofSpeech.SpokenAround, flag(len(s.behind) > 0), among, flag(s.quoted), uint64(s.role))
}

// addKnown adds the features of what is known of somebody.
func (r *Resolver) addKnown(f *vector, s *context, p *place, count int) {
	e := p.Entities[0]
	x := &r.cast.All[e]
	kind, atPlace := uint64(x.Type), flag(x.Place)
	f.add(ofEntity.Sort, kind, flag(x.Named), atPlace, flag(x.Plural))
	if s.Group == Singular {
		given := flag(r.gender.of(e).female > 0)
		f.add(ofEntity.SortName, kind, atPlace, given, atMost(1+strings.Count(x.Name, " "), 3))
		f.add(ofEntity.SortCount, kind, atPlace, atMost(count, 4), uint64(p.role))
	}
	f.add(ofEntity.SortSource, kind, flag(s.Source), flag(x.Paper), atPlace)
	if p.Sentence == 0 || x.First < r.cast.Sentences[0].End {
		f.add(ofEntity.AtTheTop, atMost(p.far, 4))
	}
	gender := r.genderFeature(e, s.Pronoun)
	f.add(ofEntity.GenderAlone, gender)
	f.add(ofEntity.GenderForm, gender, uint64(p.form))
	f.add(ofEntity.GenderNearby, r.nearbyFeature(e, s.Pronoun), gender)
}

// The ways in which a pronoun stands for somebody of its own sentence: as itself, as an owner, or reflexively.
const (
	plainly uint64 = iota
	possessively
	reflexively
)

func mannerOf(word string, p Pronoun) uint64 {
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
func (r *Resolver) addSameSentence(f *vector, s *context, p *place) {
	t := r.cast.Text
	f.add(ofSentence.WordsBetween, bucket((s.At-p.To)/2))
	manner := mannerOf(t.Lower(s.At), s.Pronoun)
	governed := p.governor >= 0
	f.add(ofSentence.SameGovernor, manner, flag(governed && p.governor == s.governor),
		flag(governed && p.governor == s.ofOwned), uint64(p.role))
	steps, over := stepsUp(t, s.At, p.governor)
	f.add(ofSentence.GovernedRoles, manner, flag(over), uint64(p.role), uint64(s.role))
	f.add(ofSentence.GovernedSteps, manner, flag(over), bucket(steps), flag(over && p.role == subject))
	f.add(ofSentence.GovernorInside, manner, flag(s.governor >= p.From && s.governor < p.To))
	f.add(ofSentence.ClauseBetween, manner, flag(clauseEnds(t, p.To, s.At)), uint64(p.role), uint64(s.role))
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
func (r *Resolver) addCataphora(f *vector, s *context, c *Candidate) {
	t := r.cast.Text
	e := r.cast.OfName(c.Ahead)
	name := t.Names[c.Ahead]
	before, owner := flag(c.Latest >= 0), flag(s.Possessive)
	comma := false
	for k := s.At; k < name.From; k++ {
		comma = comma || t.Lower(k) == ","
	}
	f.add(ofAhead.Alone, before)
	f.add(ofAhead.Role, before, uint64(s.role), owner)
	f.add(ofAhead.Words, before, bucket(name.From-s.At), owner)
	f.add(ofAhead.Beginning, before, bucket(s.inSentence), owner)
	f.add(ofAhead.Comma, before, flag(comma), owner, flag(s.quoted == r.talk.Quoted(name.From)))
	f.add(ofAhead.Gender, before, r.genderFeature(e, s.Pronoun))
	f.add(ofAhead.Nearby, before, r.nearbyFeature(e, s.Pronoun))
	f.add(ofAhead.Count, before, atMost(r.talk.Count(e), 3), flag(name.To-name.From > 1))
}

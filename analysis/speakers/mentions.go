package speakers

import (
	"math"
	"slices"
	"strings"

	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
)

// resolveName joins a name to its entity; where several may bear it, to the one that the title, or the article so far,
// speaks for.
func (r *reading) resolveName(n names.Name, k int) mention {
	m := newMention(r.talk, n.From, n.To)
	if e := r.OfName(k); e >= 0 {
		m.Entities, m.Confidence = []int{e}, sureName
		return m
	}
	bearers := r.Bearers(k)
	best, score, second := -1, math.Inf(-1), math.Inf(-1)
	for _, e := range bearers {
		if s := r.bearerScore(e, n) + r.bodyScore(e, bearers); s > score {
			best, score, second = e, s, score
		} else if s > second {
			second = s
		}
	}
	if best < 0 || score == second {
		m.unknown = cite(r.Text, n.Span) + " fits more than one of those named"
		for _, e := range bearers {
			m.alternatives = append(m.alternatives, alternative{e, -1, 1 / float64(len(bearers))})
		}
		return m
	}
	m.Entities, m.Confidence, m.way = []int{best}, sureOpen, wayOpen
	r.Assign(k, best)
	return m
}

// bearerScore is how much speaks for a person being meant by a name that several bear.
func (r *reading) bearerScore(e int, n names.Name) float64 {
	x := &r.All[e]
	before := r.Lower(n.From - 1)
	title, _ := names.Title(before)
	score := 0.0
	if s := entities.SexOf(title); s != nouns.UnknownSex && x.Sex != nouns.UnknownSex {
		if s != x.Sex {
			return bearerOtherSex
		}
		score += bearerTitleSex
	}
	score += r.bearerOffice(x, n.From-1)
	if r.spoke(e) {
		score += bearerSpoke
	}
	switch sex, thing := r.ToldBehind(n); {
	case thing != (x.Type == entities.Organization) && (thing || sex != nouns.UnknownSex):
		score += bearerOtherPronoun
	case sex != nouns.UnknownSex && x.Sex != nouns.UnknownSex && sex != x.Sex:
		score += bearerOtherPronoun
	case thing || sex != nouns.UnknownSex && sex == x.Sex:
		score += bearerPronoun
	}
	if last := r.talk.Last(e); last >= 0 {
		score += bearerRecent + bearerBySentence*float64(r.Tokens[n.From].Sentence-r.Tokens[last].Sentence)
	}
	if r.isSpokenOf(e, n) {
		score += bearerSpokenOf
	}
	return score + bearerByMention*float64(min(r.talk.Count(e), bearerMostCounted))
}

// farSpokenOf is how many mentions before a source are looked at for those whom its own words are of.
const farSpokenOf = 20

// isSpokenOf reports whether the words in quotation marks that a name is the source of tell of somebody, as of another.
func (r *reading) isSpokenOf(e int, n names.Name) bool {
	headed := r.sources.HeadedBy(n.To - 1)
	if len(headed) == 0 {
		return false
	}
	for _, m := range r.talk.Back(farSpokenOf) {
		if m.Quoted && slices.Contains(m.Entities, e) && slices.Contains(headed, r.sources.Around(m.From)) {
			return true
		}
	}
	return false
}

// bearerOffice is how well the office right before a name, its head at token i, goes with what the article calls
// somebody: best where all of it does, as "prime minister" with no minister of another sort.
func (r *reading) bearerOffice(x *entities.Entity, i int) (score float64) {
	o, ok := nouns.Of(r.Lower(i))
	if !ok {
		return 0
	}
	for _, d := range x.Descriptions {
		if !d.Noun.Akin(o.Kinship) {
			continue
		}
		by := float64(bearerTitle)
		if r.Tag(i-1).Noun() && !r.InName(i-1) || r.Tag(i-1).Adjective() {
			if d.Words[r.Lower(i-1)] {
				by += bearerWholeTitle
			}
		}
		score = max(score, by)
	}
	return score
}

// bodyScore is what speaks against a body that is called like a person who was named already: it has its own name.
func (r *reading) bodyScore(e int, bearers []int) float64 {
	if r.All[e].Type != entities.Organization {
		return 0
	}
	for _, b := range bearers {
		if r.All[b].Type == entities.Person && r.talk.Last(b) >= 0 {
			return bearerBody
		}
	}
	return 0
}

// spoke reports whether somebody was the source of words not far before.
func (r *reading) spoke(e int) bool {
	for _, m := range r.talk.Back(farSpoken) {
		if m.Source && slices.Contains(m.Entities, e) {
			return true
		}
	}
	return false
}

// resolvePronoun makes the mention of a pronoun. Where it is open whom it means, it has no entities.
func (r *reading) resolvePronoun(i int, source bool) mention {
	p := pronouns.At(r.Text, i)
	m := newMention(r.talk, i, i+1)
	m.Possessive = p.Possessive
	m.way = wayOf[p.Group]
	switch p.Group {
	case pronouns.First:
		m.within = r.sources.Around(i)
		if m.within < 0 {
			m.way = wayAuthor
			r.resolveAuthor(&m, i)
		}
	case pronouns.Relative:
		r.resolveRelative(&m, i)
	default:
		r.refer(&m, r.pronouns.Resolve(i, source), p)
	}
	return m
}

// refer lets the mention of a pronoun refer to whom it was found to mean.
func (r *reading) refer(m *mention, d pronouns.Decision, p pronouns.Pronoun) {
	word := cite(r.Text, r.Text.Span(m.From, m.To))
	for _, c := range d.Weighed {
		m.addAlternatives(c)
	}
	switch c := d.Chosen; {
	case d.Tie:
		m.unknown = word + " fits two equally well"
	case c == nil:
		m.unknown = "nobody named before fits " + word
	default:
		m.Entities, m.antecedent, m.Confidence, m.step = c.Entities, c.Latest, c.Odds, c.Odds
		if c.Latest >= 0 {
			m.Confidence *= r.talk.At(c.Latest).Confidence
			m.relation = "is " + r.whom(c, p) + ","
			if r.isOpen(m, c, p) {
				m.way, m.step = wayDoubt, min(m.step, evenOdds)
				m.relation = "may be another who is told of there, and may be"
			}
		} else {
			m.relation = "stands before its name, " + cite(r.Text, r.Names[c.Ahead].Span) + ", and fits"
		}
	}
}

// farFresh is how many mentions are looked at for another who is told of in the same sentence.
const farFresh = 12

// isOpen reports whether a reader could not tell which of two a pronoun means: they are told of together in the
// sentence that was read last, in the reporter's words, of neither is it known that the pronoun cannot be theirs, and
// neither has spoken.
func (r *reading) isOpen(m *mention, c *pronouns.Candidate, p pronouns.Pronoun) bool {
	at := r.talk.At(c.Latest)
	if len(c.Entities) != 1 || m.Sentence-at.Sentence != 1 || r.spokeLast(c.Entities) {
		return false
	}
	chosen, other := false, false
	for _, b := range r.talk.BackFrom(r.talk.Len()-1, farFresh) {
		plain := !b.Quoted && !b.Possessive && !(b.Source && r.speaks(b))
		if b.Sentence != at.Sentence || !plain || len(b.Entities) != 1 {
			continue
		}
		if x := &r.All[b.Entities[0]]; b.Entities[0] == c.Entities[0] {
			chosen = r.mayBePerson(x)
		} else if sex := r.sexByName(x); sex == nouns.UnknownSex || sex == p.Sex {
			other = other || r.mayBePerson(x) && !r.spokeLast(b.Entities)
		}
	}
	return chosen && other
}

// sexByName is somebody's sex, by their given name where they were taken for a body.
func (r *reading) sexByName(x *entities.Entity) nouns.Sex {
	if x.Sex != nouns.UnknownSex || !x.Named {
		return x.Sex
	}
	return entities.SexOf(names.Given(r.Word(x.MadeOf.From)))
}

// spokeLast reports whether one of these is behind the last source, and spoke.
func (r *reading) spokeLast(of []int) bool {
	return discourse.Share(of, r.talk.Speakers()) && r.speaks(r.talk.At(r.talk.Source()))
}

// speaks reports whether the source that a mention is has spoken, rather than "met to talk about" something.
func (r *reading) speaks(b *discourse.Mention) bool {
	meant := false
	for i := b.From; i < b.To; i++ {
		for _, q := range r.sources.HeadedBy(i) {
			if len(r.quotes[q].Cue) == 0 {
				return true
			}
			from, _ := r.Range(r.quotes[q].Cue[0])
			if r.Tag(from) != tags.TO {
				return true
			}
			meant = true
		}
	}
	return !meant
}

// mayBePerson reports whether somebody is a person, or has a full name that tells of nothing else.
func (r *reading) mayBePerson(x *entities.Entity) bool {
	if !x.Named || x.Type == entities.Person {
		return x.Named
	}
	n := x.MadeOf
	apart := r.Lower(n.From-1) == "," && r.Lower(n.To) == "," // "the mayor of Tarn, Bram Holloway, …"
	mayBe := !x.Place || apart
	return mayBe && x.Type == entities.Organization && x.Head == "" && n.To-n.From > 1
}

// Of those who were weighed and not chosen, what is kept to be shown.
const (
	worthShowing     = 0.04 // how likely they must be
	mostAlternatives = 4
)

// addAlternatives keeps somebody who was weighed, where they are worth showing.
func (m *mention) addAlternatives(c pronouns.Candidate) {
	for _, e := range c.Entities {
		if c.Odds >= worthShowing && len(m.alternatives) < mostAlternatives {
			m.alternatives = append(m.alternatives, alternative{entity: e, mention: c.Latest, odds: c.Odds})
		}
	}
}

// whom says what tells that somebody mentioned before is meant.
func (r *reading) whom(c *pronouns.Candidate, p pronouns.Pronoun) string {
	what := "the one"
	switch {
	case p.Group == pronouns.Singular && p.Sex == nouns.Male:
		what = "the man"
	case p.Group == pronouns.Singular:
		what = "the woman"
	case p.Group == pronouns.Many:
		what = "those"
	}
	switch {
	case r.talk.At(c.Latest).Source:
		return what + " who spoke last"
	case c.Subject >= 0:
		return what + " the sentences are about"
	}
	return what + " named last"
}

// Bounds on how far back "I" and "who" look.
const (
	farBeside   = 3 // sentences
	farRelative = 6 // mentions
	nearWords   = 8 // words
	// farNoun is how far before "who" its noun may stand, and longestNoun how far before that the phrase may begin.
	farNoun     = 4
	longestNoun = 6
)

// resolveAuthor joins an "I" that stands in no quote's content: in quotation marks to whoever spoke right before,
// else to whoever narrates there, where the article names them.
func (r *reading) resolveAuthor(m *mention, i int) {
	if k := r.talk.Source(); r.talk.Quoted(i) && k >= 0 {
		if b := r.talk.At(k); m.Sentence-b.Sentence <= farBeside {
			m.Entities, m.antecedent, m.Confidence = b.Entities, k, sureBeside
			m.relation = "stands in quotation marks right behind the words of"
			return
		}
	}
	m.Confidence = sureAuthor
	if who, ok := r.narrators.At(i); ok && !r.talk.Quoted(i) {
		if e := r.EntityAt(who.From); e >= 0 {
			m.Entities, m.relation, m.Aside, m.Confidence = []int{e}, who.Relation, true, who.Sure
			if !isOne(r.Lower(i)) {
				m.Confidence *= sureAmong
			}
			return
		}
	}
	if r.narrators.Untold(i) && !r.talk.Quoted(i) {
		m.unknown = "the text does not tell who says " + cite(r.Text, r.Text.Span(m.From, m.To)) + " there"
		return
	}
	m.Entities = []int{r.descriptions.unnamedEntity(i, i+1, i)}
}

// isOne reports whether a first person is one: "I", not "we".
func isOne(w string) bool {
	switch w {
	case "i", "me", "my", "mine", "myself":
		return true
	}
	return false
}

// resolveRelative joins "who" to what stands right before it.
func (r *reading) resolveRelative(m *mention, i int) {
	who := strings.HasPrefix(r.Lower(i), "who")
	for k, b := range r.talk.Back(farRelative) {
		if who && r.isOneBody(b.Entities) || !r.isBefore(b.From, b.To, i) {
			continue
		}
		if b.Joint && !r.takesPlural(i) {
			continue
		}
		m.Entities, m.antecedent, m.Confidence, m.step = b.Entities, k, b.Confidence*sureRelative, sureRelative
		m.within = r.references[k].within
		m.relation = "stands right behind"
		return
	}
	if from, head, ok := r.nounBefore(i); ok {
		m.Entities = []int{r.descriptions.unnamedEntity(from, head+1, head)}
		m.Confidence = sureNoun
	}
}

// takesPlural reports whether the verb behind a relative pronoun tells that it means several.
func (r *reading) takesPlural(i int) bool {
	w := r.Lower(i + 1)
	return r.Tag(i+1) == tags.VBP && w != "am" || w == "were"
}

// isOneBody reports whether entities are one organisation that is not many, which no "who" means.
func (r *reading) isOneBody(list []int) bool {
	return len(list) == 1 && r.All[list[0]].Type == entities.Organization && !r.All[list[0]].Plural
}

// isBefore reports whether tokens from to to stand right before the relative pronoun at i, or in its sentence with no
// verb between.
func (r *reading) isBefore(from, to, i int) bool {
	k := i - 1
	for k > 0 && k > i-3 && (!entities.IsWord(r.Lower(k)) || r.Tag(k) == tags.IN) {
		k--
	}
	if to-1 == k {
		return true
	}
	return to > i-nearWords && to <= i && r.SentenceOf(i).From <= from && !r.verbBetween(to, i)
}

func (r *reading) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r.Tag(i).Finite() {
			return true
		}
	}
	return false
}

// nounBefore finds the noun phrase that ends before i.
func (r *reading) nounBefore(i int) (from, head int, ok bool) {
	isHead := func(k int) bool { return r.Tag(k).Noun() || r.Tag(k) == tags.DT }
	head = i - 1
	for head > 0 && head > i-farNoun && !isHead(head) {
		head--
	}
	if head < 0 || !isHead(head) {
		return 0, 0, false
	}
	from = head
	for from > r.SentenceOf(head).From && head-from < longestNoun && entities.Premodifies(r.Text, from-1) {
		from--
	}
	return from, head, true
}

package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/tags"
)

// resolveAnew joins "the Ohio Republican" or "the official", which tells what nothing told before, to the person who
// just spoke: so reporters vary what they call whom they write about.
func (d *descriptions) resolveAnew(m *mention, n description) bool {
	said := d.talk.Speakers()
	onePerson := n.noun.Nature == nouns.Person && !n.plural && !n.other
	if len(said) != 1 || !onePerson || len(n.of) > 0 || !d.mayBeRenamed(said[0], m, n) {
		return false
	}
	if slices.Contains(d.toldOf(m.To-1), said[0]) {
		return false
	}
	m.Entities, m.antecedent, m.Confidence = said, d.talk.Source(), sureRenamed
	m.way = wayOther
	d.Describe(said[0], m.From, m.To, m.To-1)
	m.relation = "is most likely a new name for who spoke last,"
	return true
}

// isPolitical reports whether a description is of a politician.
func (n *description) isPolitical() bool {
	return nouns.IsPartisan(n.head) || n.noun.Akin(nouns.Known("lawmaker").Kinship)
}

// mayBeRenamed reports whether a description may be a new name for the person who spoke last: they spoke close
// before, and nothing that the article calls them speaks against it.
func (d *descriptions) mayBeRenamed(e int, m *mention, n description) bool {
	x := &d.All[e]
	since := m.Sentence - d.talk.At(d.talk.Source()).Sentence
	if x.Type != entities.Person || !x.Named || since > farRenamed || !sameSex(x, n) {
		return false
	}
	if n.isPolitical() && len(n.words) == 0 || nouns.IsKin(n.head) || d.isOfOther(x, n) {
		return false
	}
	for _, b := range x.Descriptions {
		if !d.mayAlsoBe(x, b, n) {
			return false
		}
	}
	return true
}

// mayAlsoBe reports whether somebody who is called one thing may be called another, too.
func (d *descriptions) mayAlsoBe(x *entities.Entity, b entities.Description, n description) bool {
	political := n.isPolitical() && b.Noun.Akin(nouns.Known("politician").Kinship)
	akin := b.Noun.Alone() || b.Noun.Akin(n.noun.Kinship) || political || nouns.IsAnybody(n.head)
	ofOneBody := func(w string) bool { return b.Words[w] && d.isBody(w) }
	if !akin && !slices.ContainsFunc(n.words, ofOneBody) { // "the DDC spokesman", of the president of the DDC
		return false
	}
	for _, w := range n.words {
		if nouns.IsPartisan(w) && d.HasAllegiance(x) && !x.Says(w) {
			return false
		}
	}
	if n.isOtherTrade(b) {
		return false
	}
	called := entities.Entity{Descriptions: []entities.Description{b}}
	return !nouns.IsPartisan(b.Head) || saysAll(&called, n) // else it is already called by another place
}

// isOfOther reports whether a description tells of a people or a party and they are of another, or of a body that
// somebody else is said to be of, and they are not.
func (d *descriptions) isOfOther(x *entities.Entity, n description) bool {
	return slices.ContainsFunc(n.words, func(w string) bool {
		a := d.Allegiance(w)
		named := a != "" && a != w && d.HasAllegiance(x)
		return named && !x.Says(a) && !x.Says(w) || n.isAnothers(x, w)
	})
}

// isAnothers reports whether a word calls a body that somebody is said to be of, and a person is not: "the DDC
// spokesman" is not the mayor where the DDC's president is named.
func (n *description) isAnothers(x *entities.Entity, w string) bool {
	return x.Type == entities.Person && slices.Contains(n.bodies, w) && !x.Says(w)
}

// bodiesOf are those of some words that are acronyms of bodies that somebody is said to be of.
func (d *descriptions) bodiesOf(words []string) (out []string) {
	for _, w := range words {
		e, ok := d.short[w]
		if !ok || !slices.Contains(d.All[e].Forms, strings.ToUpper(w)) {
			continue
		}
		isOf := func(x entities.Entity) bool { return x.Type == entities.Person && x.Says(w) }
		if slices.ContainsFunc(d.All[:min(len(d.All), mostCalled)], isOf) {
			out = append(out, w)
		}
	}
	return out
}

// isBody reports whether an organisation is called by a word, in lower case: "asi".
func (d *descriptions) isBody(w string) bool {
	for k := range d.All[:min(len(d.All), mostCalled)] {
		x := &d.All[k]
		called := func(form string) bool { return strings.EqualFold(form, w) }
		if x.Type == entities.Organization && x.Named && slices.ContainsFunc(x.Forms, called) {
			return true
		}
	}
	return false
}

// isOtherTrade reports whether a noun that belongs to no class is what somebody is, and a description by another noun
// is so not of them: no pilot is a surgeon.
func (n *description) isOtherTrade(b entities.Description) bool {
	called := nouns.Known(b.Head)
	if b.Implied || nouns.IsAnybody(n.head) || b.Head == n.head {
		return false
	}
	return called.Nature == nouns.Person && called.Sex == nouns.UnknownSex && called.Alone()
}

// resolveAhead joins "a federal judge", or a description that fits nobody yet, at the start of an article to whoever is
// named soon behind it and called so: stories tell first what somebody is, and who only then.
func (d *descriptions) resolveAhead(m *mention, n description, head int) bool {
	until := aheadUntil
	if n.definite && nouns.IsAnybody(n.head) { // "the official" is rather somebody told of already
		until = headline
	}
	if m.Sentence-d.first >= until || m.Aside || d.Tag(m.From) != tags.DT {
		return false
	}
	if !n.definite { // what narrows it need not be told again where the name stands
		n.bare, n.of = true, nil
	}
	best, second := unfit(-1), unfit(-1)
	for e := range min(len(d.All), mostFirst) {
		if !d.isAhead(e, m.Sentence) || !mayFit(&d.All[e], n) {
			continue
		}
		if f, ok := d.fitByWords(e, n); ok && f.by.Head != "" && f.score > best.score {
			best, second = f, best
		} else if ok && f.score > second.score {
			second = f
		}
	}
	if best.score < aheadFrom || best.score-second.score < fitLead {
		return false
	}
	m.Entities, m.Confidence, m.way = []int{best.entity}, sureAhead, wayAhead
	m.described, m.relation = best.by.Span, "is told of before the name, and fits"
	return true
}

// isAhead reports whether somebody is named for the first time not far behind a sentence.
func (d *descriptions) isAhead(e, sentence int) bool {
	far := d.sentenceAt(d.All[e].First) - sentence
	if !d.All[e].Named || far > farAhead {
		return false
	}
	return far > 0 || far == 0 && d.talk.Last(e) < 0
}

// atStart reports whether a sentence stands at the start of the article, where its headline and what goes with it are,
// past the headers of wires.
func (d *descriptions) atStart(sentence int) bool { return sentence-d.first < headline }

// firstRunning is the first sentence of the running text.
func firstRunning(t *annotated.Text) int {
	for s, x := range t.Sentences {
		if !t.Paragraphs[x.Paragraph].Aside {
			return s
		}
	}
	return 0
}

// Bounds on how far back whoever a text is about is looked for, to be whom a description means that fits nobody.
const (
	farSalient  = 3  // sentences
	mostSalient = 30 // mentions
)

// resolveSalient joins "the young woman", which fits nobody, to the one person whom the sentences right before are
// about: their only subject or source.
func (d *descriptions) resolveSalient(m *mention, n description) bool {
	if !n.isOnePerson() || !n.definite || d.isOfAnother(m, n) {
		return false
	}
	told := d.toldOf(m.To - 1)
	var about [3]only // the last source, subjects, all of the sex that the noun tells
	for r := range about {
		about[r] = nobodyYet()
	}
	for k, b := range d.talk.Back(mostSalient) {
		if m.Sentence-b.Sentence > farSalient {
			break
		}
		if b.Quoted || b.Possessive || len(b.Entities) != 1 {
			continue
		}
		e := b.Entities[0]
		x := &d.All[e]
		if x.Type != entities.Person || !sameSex(x, n) || slices.Contains(told, e) {
			continue
		}
		if b.Source && about[0].mention < 0 {
			about[0].add(e, k)
		}
		if b.Subject {
			about[1].add(e, k)
		}
		if n.noun.Sex != nouns.UnknownSex {
			about[2].add(e, k)
		}
	}
	for _, who := range about {
		if who.mention < 0 || !d.mayBeCalled(who.entity, n) {
			continue
		}
		m.Entities, m.antecedent, m.Confidence = []int{who.entity}, who.mention, sureSalient
		m.way = wayOther
		d.Describe(who.entity, m.From, m.To, m.To-1)
		m.relation = "is most likely a new name for the one the sentences are about,"
		return true
	}
	return false
}

// isOnePerson reports whether a description is of one person, and of no relative, whom a text tells of as another's.
func (n *description) isOnePerson() bool {
	return n.noun.Nature == nouns.Person && !n.plural && !n.other && !nouns.IsKin(n.head)
}

// isOfAnother reports whether a description tells whose somebody is: "the judge's clerk", "the author of another post".
func (d *descriptions) isOfAnother(m *mention, n description) bool {
	if n.owner != "" || len(n.of) > 0 {
		return true
	}
	for i := m.From; i < m.To; i++ {
		if d.Tag(i) == tags.POS {
			return true
		}
	}
	return d.Lower(m.To) == "of"
}

// mayBeCalled reports whether nothing that the article calls somebody speaks against a description of them. One without
// a name may be called only what is akin, or what may be said of anybody.
func (d *descriptions) mayBeCalled(e int, n description) bool {
	x := &d.All[e]
	if n.isPolitical() && len(n.words) == 0 && !x.Named || d.isOfOther(x, n) {
		return false
	}
	for _, b := range x.Descriptions {
		anybody := nouns.IsAnybody(n.head) || nouns.IsAnybody(b.Head)
		switch {
		case !anybody && (n.isOtherTrade(b) || !x.Named && !b.Noun.Akin(n.noun.Kinship)):
			return false
		case x.Named && !n.former && !d.mayAlsoBe(x, b, n):
			return false
		}
	}
	return true
}

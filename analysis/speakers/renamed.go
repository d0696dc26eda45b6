package speakers

import (
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
	if n.isPolitical() && len(n.words) == 0 || nouns.IsKin(n.head) {
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
	if !b.Noun.Alone() && !b.Noun.Akin(n.noun.Kinship) && !political && !nouns.IsAnybody(n.head) {
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
	if !d.atStart(m.Sentence) || m.Aside || d.Tag(m.From) != tags.DT {
		return false
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

// isAhead reports whether somebody was not mentioned yet, and is named not far behind a sentence.
func (d *descriptions) isAhead(e, sentence int) bool {
	far := d.sentenceAt(d.All[e].Full.Start) - sentence
	return d.All[e].Named && d.talk.Last(e) < 0 && far >= 0 && far <= farAhead
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

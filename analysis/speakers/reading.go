package speakers

import (
	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/narrator"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// reference is how a mention refers, and how sure that is.
type reference struct {
	antecedent int // the mention that it refers back to, -1 where none
	// anchor is the antecedent past other pronouns, -1 where none.
	anchor       int
	described    text.Span // the description that it fits, where it fits one
	within       int       // the quote within which it says "I", -1 where none
	relation     string    // a clause that goes between its words and those it refers to
	unknown      string    // why it refers to nobody
	alternatives []alternative
	way          way // by what means it refers
	// step is how sure that is as far as the means can tell; where it goes back to other pronouns, with theirs.
	step float64
}

// alternative is somebody who might have been meant by a mention.
type alternative struct {
	entity  int
	mention int // where they are mentioned next to it, -1 where that is not known
	odds    float64
}

// mention is a mention with how it refers.
type mention struct {
	discourse.Mention
	reference
}

func newMention(talk *discourse.Discourse, from, to int) mention {
	return mention{talk.Mention(from, to), reference{antecedent: -1, anchor: -1, within: -1}}
}

// reading is what is found as an article is read.
type reading struct {
	*entities.Register
	quotes       []Quote
	talk         *discourse.Discourse
	sources      *sources
	descriptions *descriptions
	pronouns     *pronouns.Resolver
	narrators    *narrator.Narrators
	references   []reference // of each mention
	since        map[int]int // those who were described first and named since, by who they were taken for
}

// newReading finds who is named in an article and who its sources name, before it is read.
func (m *Model) newReading(a Article) *reading {
	cast := entities.Find(a.Text)
	talk := discourse.New(cast.Text)
	r := &reading{Register: cast, quotes: a.quotesAndHolders(), talk: talk, descriptions: newDescriptions(cast, talk),
		narrators: a.Narrators, since: map[int]int{}}
	r.sources = readSources(cast, talk, r.quotes, len(a.Quotes))
	r.descriptions.sources = r.sources
	r.pronouns = pronouns.New(m.pronouns, cast, talk, r.sources)
	return r
}

// read goes through the text once and resolves each mention by those before it.
func (r *reading) read() {
	for i := range r.Tokens {
		source := len(r.sources.HeadedBy(i)) > 0
		asked := source || r.sources.isHolder(i)
		if !asked && r.standsAside(i) && !r.InName(i) {
			continue // a name there may be lit; nothing else is looked for
		}
		m, ok := r.mentionAt(i, asked)
		if !ok {
			continue
		}
		if source {
			r.nameSince(&m)
		}
		m.Source = source
		m.Subject = source || r.isSubject(&m)
		if m.step == 0 {
			m.step = m.Confidence
		}
		k := r.add(m)
		if p, ok := pronouns.Of(r.Lower(m.From)); source && len(m.Entities) > 0 && !(ok && p.Group == pronouns.First) {
			r.talk.Speak(k)
		}
		r.addJoint(m)
	}
	if len(r.since) > 0 {
		r.rename(0)
	}
}

// standsAside reports whether token i stands in a caption, a byline or a note.
func (r *reading) standsAside(i int) bool { return r.Paragraphs[r.ParagraphOf(i)].Aside }

// add adds a mention to those that later ones look back at.
func (r *reading) add(m mention) int {
	if m.anchor = m.antecedent; m.anchor >= 0 {
		b, before := r.talk.At(m.anchor), &r.references[m.anchor]
		if before.antecedent >= 0 && b.To-b.From == 1 && pronouns.Is(r.Lower(b.From)) {
			m.anchor, m.step = before.anchor, m.step*before.step
		}
	}
	r.references = append(r.references, m.reference)
	return r.talk.Add(m.Mention)
}

// Bounds on how far apart those may be mentioned who act together.
const (
	jointMentions = 4
	jointWords    = 12
	// jointAnd is how many words before the last of them the "and" may stand.
	jointAnd = 4
)

// addJoint adds what "Ann Bell and Carl Dorn" refers to together, for the "they" that may follow.
func (r *reading) addJoint(m mention) {
	if len(m.Entities) != 1 {
		return
	}
	for k, b := range r.talk.BackFrom(r.talk.Len()-2, jointMentions) {
		if b.Sentence != m.Sentence || m.From-b.To > jointWords {
			return
		}
		if !r.actTogether(b, &m.Mention) {
			continue
		}
		j := m
		j.From, j.To = b.From, m.To
		j.Entities = discourse.Union(append([]int(nil), b.Entities...), m.Entities)
		if j.Confidence = min(b.Confidence, m.Confidence); j.Confidence < m.Confidence {
			j.way, j.step = r.references[k].way, r.references[k].step
		}
		j.Subject, j.Source = b.Subject || m.Subject, b.Source && m.Source
		j.Joint = true
		r.references = append(r.references, j.reference)
		if at := r.talk.AddJoint(j.Mention); m.Source {
			r.talk.Speak(at)
		}
		return
	}
}

// actTogether reports whether two mentions are joined with "and", and of one sort or both sources.
func (r *reading) actTogether(a, b *discourse.Mention) bool {
	if len(a.Entities) == 0 || a.Entities[len(a.Entities)-1] == b.Entities[0] {
		return false
	}
	x, y := &r.All[a.Entities[0]], &r.All[b.Entities[0]]
	alike := x.Type == y.Type && x.Place == y.Place
	return (alike || a.Source && b.Source) && r.joined(a.To, b.From)
}

// joined reports whether nothing but an "and", and perhaps an apposition before it, stands from one token to another.
func (r *reading) joined(from, to int) bool {
	and := -1
	for i := from; i < to; i++ {
		if t := r.Tag(i); t.Verb() || t == tags.Period || t == tags.MD {
			return false
		}
		if r.Lower(i) == "and" && and < 0 {
			and = i
		}
	}
	return and >= 0 && to-and <= jointAnd
}

// mentionAt makes the mention whose head is token i, where there is one.
func (r *reading) mentionAt(i int, source bool) (mention, bool) {
	if e, ok := r.Partner(i); ok {
		m := newMention(r.talk, i, i+1)
		m.Entities, m.Confidence = []int{e}, sureName
		return m, true
	}
	if n, k, ok := r.Name(i); ok && (!source || r.sources.refersBy(i, byName)) {
		if i != n.To-1 || n.Type == names.People && !source && r.Tag(n.To).Noun() {
			return mention{}, false
		}
		m := newMention(r.talk, n.From, n.To)
		if n.To-n.From == 1 && r.descriptions.resolveInitials(&m, n.From-1, i) {
			return m, true
		}
		if r.isMember(n) {
			return r.descriptions.resolve(phraseStart(r.Text, i), i, i+1, source), true
		}
		return r.resolveName(n, k), true
	}
	if source && r.sources.refersBy(i, byNoun) {
		ph := r.sources.byHead[i]
		return r.descriptions.resolve(ph.from, i, ph.to, true), true
	}
	if p, ok := pronouns.Of(r.Lower(i)); ok && (source || r.isWeighed(i, p)) {
		return r.resolvePronoun(i, source), true
	}
	if !source && isNounHead(r.Text, i) && !r.isPredicate(i) {
		m := r.descriptions.resolve(phraseStart(r.Text, i), i, i+1, false)
		return m, len(m.Entities) > 0
	}
	return mention{}, false
}

// predicating are words behind which "a mayor" is what somebody is, and nobody by itself.
var predicating = lexicon.Words("pronouns", "predicating")

// isPredicate reports whether an indefinite noun tells what somebody is: "being a good neighbour", "he was no mayor".
func (r *reading) isPredicate(i int) bool {
	from := phraseStart(r.Text, i)
	if w := r.Lower(from); w != "a" && w != "an" && w != "no" {
		return false
	}
	start := r.SentenceOf(i).From
	before := from - 1
	for before >= start && r.Tag(before).Adverb() {
		before--
	}
	if before < start || fronting[r.Lower(before)] && before == start {
		return r.isFronted(i, before == from-1 && before < start)
	}
	return predicating[r.Lemma(before)]
}

// fronting are the words before which "a mayor" at the start of a sentence is what somebody is of whom the sentence
// goes on to tell.
var fronting = lexicon.Words("pronouns", "fronting")

// farFronted is how many words behind a noun at the start of a sentence whom it is said of may stand.
const farFronted = 16

// isFronted reports whether what opens a sentence with a noun is said of the "he" or "she" that is its subject: "Once a
// rich man, he now sings.", "A painter of note, she sings." Where nothing opens it but the article, a comma parts the
// two.
func (r *reading) isFronted(i int, comma bool) bool {
	end := min(r.SentenceOf(i).To, i+farFronted)
	for k := i + 1; k < end && !r.Tag(k).Finite() && r.Tag(k) != tags.MD; k++ {
		if p, ok := pronouns.Of(r.Lower(k)); ok && p.Group == pronouns.Singular && !p.Possessive {
			return !comma || r.Lower(k-1) == ","
		}
	}
	return false
}

// farOwned is how many words behind "its" the head of what it owns may stand.
const farOwned = 4

// isWeighed reports whether it is asked whom a pronoun means that is no source: he, she and they for what goes back to
// them, and "its" where it owns words that speak for their owner, as in "its report says".
func (r *reading) isWeighed(i int, p pronouns.Pronoun) bool {
	switch {
	case p.Group == pronouns.Singular, p.Group == pronouns.Many:
		return true
	case p.Group != pronouns.Thing || !p.Possessive:
		return false
	}
	for k := i + 1; k <= i+farOwned; k++ {
		w := r.Lower(k)
		if nouns.IsDocument(w) || nouns.IsSpeech(w) {
			return true
		}
	}
	return false
}

// isMember reports whether the name of a people or a party stands for one of its members: "the Republican".
func (r *reading) isMember(n names.Name) bool {
	w := r.Lower(n.To - 1)
	o := nouns.Known(w)
	of := n.Type == names.People || nouns.IsPartisan(w)
	one := o.Nature == nouns.Person && !o.Plural && r.Tag(n.To-1) != tags.NNPS
	return of && one && r.Lower(n.From-1) == "the"
}

// farSubject is how many words of a sentence are looked at before what may be its subject.
const farSubject = 8

// isSubject reports whether a mention stands where subjects do: before a finite verb, or at the start of its sentence.
func (r *reading) isSubject(m *mention) bool {
	start := r.SentenceOf(m.From).From
	if m.Possessive {
		return m.From-start < 2 // the one whose doings the sentence is about
	}
	i := m.To
	for i < len(r.Tokens) && i < m.To+2 && r.Tag(i).Adverb() {
		i++
	}
	if r.Tag(i).Finite() {
		return true
	}
	if m.From-start >= farSubject {
		return false
	}
	for k := m.From - 1; k >= start; k-- {
		if t := r.Tag(k); t == tags.IN || t == tags.TO || t.Verb() {
			return false
		}
	}
	return true
}

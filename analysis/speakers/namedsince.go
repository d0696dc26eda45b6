package speakers

import (
	"slices"
	"strings"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
)

// Bounds on how far before somebody's first name it is looked for who was described and not named.
const (
	farNamedSince  = 2  // sentences
	mostNamedSince = 12 // mentions
	// mostRenamed is how many mentions are given at once to whoever was named since; those before them are at the end.
	mostRenamed = 200
)

// nameSince joins a source that is named for the first time, and of which nothing is told with the name, to whoever
// spoke right before and was described and not named: stories tell what somebody is first, "a refugee who lives
// there", and then go on with "Ann Bell", for else they would have to say who that is.
func (r *reading) nameSince(m *mention) {
	if len(m.Entities) != 1 || m.Aside || m.Quoted || !r.isBareName(m) {
		return
	}
	e := m.Entities[0]
	before := r.lastPerson(m)
	if before < 0 || r.isJoined(before) || !r.endsSpeech(before, m) || !sameSexes(&r.All[before], &r.All[e]) {
		return
	}
	r.since[before] = e
	r.rename(max(0, r.talk.Len()-mostRenamed))
	r.describeSince(before, e)
}

// endsSpeech reports whether somebody spoke last, in a paragraph before that of a mention, and asked nothing: else who
// is named there may be another who answers.
func (r *reading) endsSpeech(e int, m *mention) bool {
	k := r.talk.Source()
	if !slices.Equal(r.talk.Speakers(), []int{e}) || r.talk.At(k).Paragraph == m.Paragraph || r.isAnonymous(e) {
		return false
	}
	for _, q := range r.sources.HeadedBy(r.talk.At(k).To - 1) {
		if c := r.quotes[q].Content; len(c) > 0 && strings.ContainsRune(r.Text.Of(c[len(c)-1]), '?') {
			return false
		}
	}
	return true
}

// anonymity are words of a sentence that tells that somebody will not be named.
var anonymity = lexicon.Words("pronouns", "anonymity")

// isAnonymous reports whether the sentence in which somebody is described tells that they will not be named.
func (r *reading) isAnonymous(e int) bool {
	s := r.SentenceOf(r.Text.At(r.All[e].Full.Start))
	for i := s.From; i < s.To; i++ {
		if anonymity[r.Lower(i)] {
			return true
		}
	}
	return false
}

// isBareName reports whether a mention is the first of a person's name, and nothing stands beside it that tells who
// they are, as it does for one who is new.
func (r *reading) isBareName(m *mention) bool {
	e := m.Entities[0]
	x := &r.All[e]
	n, _, ok := r.Name(m.From)
	if !ok || x.Type != entities.Person || r.talk.Last(e) >= 0 || len(x.Descriptions) > 0 {
		return false
	}
	if _, title := names.Title(r.Lower(n.From - 1)); title || r.Tag(n.To) == tags.POS || x.First != n.Start {
		return false
	}
	if r.Lower(n.To) != "," {
		return r.Lower(n.To) != "("
	}
	switch next := r.Tag(n.To + 1); next {
	case tags.CD, tags.DT, tags.WP, tags.WPS, tags.PRPS: // an age, an apposition, a clause
		return false
	default:
		return !next.Noun()
	}
}

// lastPerson is the one person whom the sentences right before a mention are about in the reporter's words: the last
// who is told of there, if nobody else is named in these sentences; -1 where there is none.
func (r *reading) lastPerson(m *mention) int {
	found := -1
	for _, b := range r.talk.Back(mostNamedSince) {
		if m.Sentence-b.Sentence > farNamedSince {
			break
		}
		if b.Quoted || len(b.Entities) != 1 {
			continue
		}
		switch x := &r.All[b.Entities[0]]; {
		case x.Type != entities.Person || x.Plural || b.Entities[0] == found:
		case found >= 0 || x.Named || b.Sentence == m.Sentence || b.Possessive:
			return -1
		default:
			found = b.Entities[0]
		}
	}
	return found
}

// isJoined reports whether somebody is named, or a description is of one who says "I" or of a relative, or was given to
// somebody named already.
func (r *reading) isJoined(e int) bool {
	_, joined := r.since[e]
	return joined || r.All[e].Named || pronouns.Is(r.All[e].Head) || nouns.IsKin(r.All[e].Head)
}

func sameSexes(x, y *entities.Entity) bool {
	return x.Sex == nouns.UnknownSex || y.Sex == nouns.UnknownSex || x.Sex == y.Sex
}

// describeSince lets whoever was named since be called what they were before.
func (r *reading) describeSince(before, e int) {
	x, y := &r.All[before], &r.All[e]
	y.Descriptions = append(y.Descriptions, x.Descriptions...)
	y.Kinship = y.Kinship.With(x.Kinship)
	if y.Sex == nouns.UnknownSex || y.SexOfName {
		y.Sex = max(y.Sex, x.Sex)
	}
	for words, of := range r.descriptions.unnamed {
		if of == before {
			r.descriptions.unnamed[words] = e
		}
	}
}

// rename gives the mentions from one on to those who were named since.
func (r *reading) rename(from int) {
	for k := from; k < r.talk.Len(); k++ {
		m := r.talk.At(k)
		at := slices.IndexFunc(m.Entities, func(e int) bool { _, ok := r.since[e]; return ok })
		if at < 0 {
			continue
		}
		var list []int
		for _, e := range m.Entities {
			if named, ok := r.since[e]; ok {
				e = named
			}
			list = discourse.Union(list, []int{e})
		}
		m.Entities = list
		if ref := &r.references[k]; ref.anchor < 0 && ref.relation == "" {
			ref.way, ref.step, ref.relation = wayAhead, sureAhead, "is told of before the name, and is most likely"
		}
	}
}

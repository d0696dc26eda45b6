package speakers

import "hearsay/analysis/parse"

// place in a sentence's structure.
type station uint8

const (
	elsewhere station = iota
	asSubject
	asPassive
	asObject
	asOblique // with a preposition, on a verb
	asPhrase  // with a preposition, on a noun
	asOwner
	asApposition
	asRoot
	asCompound
)

var stations = map[parse.Relation]station{parse.Subject: asSubject, parse.PassiveSubject: asPassive, parse.Object: asObject, parse.IndirectObject: asObject,
	parse.Possessor: asOwner, parse.Apposition: asApposition, parse.Root: asRoot, parse.Compound: asCompound}

// top is the token of a mention on which its others hang.
func (r *resolver) top(from, to int) int {
	for i := to - 1; i >= from; i-- {
		if h := int(r.Trees.Head[i]); h < from || h >= to {
			return i
		}
	}
	return to - 1
}

// stationOf tells where a word stands, and the word that it is there for: past the words it is joined to by "and".
func (r *resolver) stationOf(i int) (s station, under int) {
	for n := 0; n < 4 && r.Trees.Relation[i] == parse.Conjunct && r.Trees.Head[i] >= 0; n++ {
		i = int(r.Trees.Head[i])
	}
	under = int(r.Trees.Head[i])
	if r.Trees.Relation[i] == parse.Nominal && under >= 0 {
		if r.Tag(under).Verb() {
			return asOblique, under
		}
		return asPhrase, under
	}
	return stations[r.Trees.Relation[i]], under
}

// setting is what is known of the pronoun that choices are weighed for.
type setting struct {
	at       int
	p        pronoun
	source   bool
	group    uint32
	word     uint32
	station  station
	under    int   // the word it is there for
	owned    int   // for "his", what the owned thing is there for
	behind   []int // those whose words, as far as is known, it stands among
	sentence int
	marked   bool
	clauses  int // how many clauses it is deep
}

func (r *resolver) settingOf(i int, p pronoun, source bool) setting {
	s := setting{at: i, p: p, source: source, sentence: r.Text.Tokens[i].Sentence, marked: r.inMarks[i], owned: -1}
	s.group = uint32(p.group)
	s.word = wordHash(likeHis(r.Lower(i), p))
	s.station, s.under = r.stationOf(i)
	if s.station == asOwner && s.under >= 0 {
		_, s.owned = r.stationOf(s.under)
	}
	s.behind = r.behindContent(i)
	for h, n := int(r.Trees.Head[i]), 0; h >= 0 && n < 12; h, n = int(r.Trees.Head[h]), n+1 {
		if r.Tag(h).Verb() {
			s.clauses++
		}
	}
	return s
}

// likeHis is the pronoun of a man that stands where a woman's does: what is learnt of the one is learnt of the other.
func likeHis(w string, p pronoun) string {
	switch {
	case p.group != singular:
		return w
	case p.possessive:
		return "his"
	case len(w) > 4:
		return "himself"
	case w == "she" || w == "he":
		return "he"
	}
	return "him"
}

// behindContent are those who are known, as yet, to be behind the content in which token i stands.
func (r *resolver) behindContent(i int) (out []int) {
	q := r.contentAt(i)
	if q < 0 {
		return nil
	}
	for _, ph := range r.sources[q] {
		if ph.manner == byName && r.ofName[ph.name] >= 0 {
			out = append(out, r.ofName[ph.name])
		} else if k, ok := r.found[ph.head]; ok {
			out = append(out, r.recent[k].entities...)
		}
	}
	return out
}

// isMain reports whether a word is the one on which its sentence hangs, or is joined to that.
func (r *resolver) isMain(i int) bool {
	for n := 0; n < 3 && i >= 0 && r.Trees.Relation[i] == parse.Conjunct; n++ {
		i = int(r.Trees.Head[i])
	}
	return i >= 0 && r.Trees.Head[i] < 0
}

package pronouns

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/features"
	"hearsay/analysis/parse"
)

// role is the grammatical role of words in their sentence. The numbers are those that the model was taught with.
type role uint8

const (
	otherRole role = iota
	subject
	passiveSubject
	object
	oblique   // with a preposition, on a verb
	inPhrase  // with a preposition, on a noun
	possessor // "Bell" in "Bell's lawyer"
	apposition
	root
	compound
)

var roles = map[parse.Relation]role{
	parse.Subject: subject, parse.PassiveSubject: passiveSubject, parse.Object: object, parse.IndirectObject: object,
	parse.Possessor: possessor, parse.Apposition: apposition, parse.Root: root, parse.Compound: compound,
}

// Bounds on how far trees are climbed, so that a tree that is wrong costs no more than a right one.
const (
	farConjuncts = 4
)

// roleOf tells the role of a word and its governor, the word that it has the role for, past the words that it is
// joined to by "and".
func roleOf(t *annotated.Text, i int) (as role, governor int) {
	for n := 0; n < farConjuncts && t.Trees.Relation[i] == parse.Conjunct && t.Trees.Head[i] >= 0; n++ {
		i = int(t.Trees.Head[i])
	}
	governor = int(t.Trees.Head[i])
	if t.Trees.Relation[i] == parse.Nominal && governor >= 0 {
		if t.Tag(governor).Verb() {
			return oblique, governor
		}
		return inPhrase, governor
	}
	return roles[t.Trees.Relation[i]], governor
}

// isMain reports whether a word is the root of its sentence, or is joined to that.
func isMain(t *annotated.Text, i int) bool {
	for n := 0; n < farConjuncts-1 && i >= 0 && t.Trees.Relation[i] == parse.Conjunct; n++ {
		i = int(t.Trees.Head[i])
	}
	return i >= 0 && t.Trees.Head[i] < 0
}

// context is what is known of the pronoun that candidates are weighed for.
type context struct {
	Occurrence
	word       uint64
	role       role
	governor   int   // the word it has the role for
	ofOwned    int   // for "his", the governor of what is owned
	behind     []int // those whose words, as far as is known, it stands among
	sentence   int
	inSentence int // how many words before it the sentence has
	quoted     bool
}

func (r *Resolver) contextOf(o Occurrence) context {
	t := r.cast.Text
	s := context{Occurrence: o, sentence: t.Tokens[o.At].Sentence, quoted: r.talk.Quoted(o.At), ofOwned: -1}
	s.inSentence = o.At - t.Sentences[s.sentence].From
	s.word = features.Exact(masculine(t.Lower(o.At), o.Pronoun))
	s.role, s.governor = roleOf(t, o.At)
	if s.role == possessor && s.governor >= 0 {
		_, s.ofOwned = roleOf(t, s.governor)
	}
	s.behind = r.behindContent(o.At)
	return s
}

// masculine is the pronoun of a man that stands where a woman's does: what is learnt of the one is learnt of the other.
func masculine(w string, p Pronoun) string {
	switch {
	case p.Group != Singular:
		return w
	case p.Possessive:
		return "his"
	case len(w) >= reflexive:
		return "himself"
	case w == "she" || w == "he":
		return "he"
	}
	return "him"
}

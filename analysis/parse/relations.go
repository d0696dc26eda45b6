package parse

// Relation tells how a word hangs on its head, in the terms of the Universal Dependencies of English, version 1.
type Relation uint8

// The relations. Those that say little more than another one are that one: "neg" is Adverb, "discourse" is Dependent.
const (
	Dependent Relation = iota // some other relation
	Root
	Subject
	PassiveSubject
	ClausalSubject
	Object
	IndirectObject
	Complement     // a clause with a subject of its own: "said that he left"
	OpenComplement // one without: "wants to leave"
	AdverbialClause
	ModifyingClause // "the man leaving"
	RelativeClause
	Nominal // a noun with a preposition
	Possessor
	Measure // a noun without one: "on the night before"
	Adjective
	Number
	Determiner
	Case // a preposition, or the possessive "'s"
	Compound
	Particle
	Adverb
	Auxiliary
	PassiveAuxiliary
	Copula
	Marker // the word that begins a clause: "that", "because", "to"
	Coordinator
	Conjunct
	Apposition
	Parataxis
	Punctuation
	Fixed // a part of a phrase that is like one word: "because of"
	Expletive
	relations
)

var names = [relations]string{"dep", "root", "nsubj", "nsubjpass", "csubj", "dobj", "iobj", "ccomp", "xcomp", "advcl",
	"acl", "acl:relcl", "nmod",
	"nmod:poss", "nmod:tmod", "amod", "nummod", "det", "case", "compound", "compound:prt", "advmod", "aux", "auxpass",
	"cop", "mark", "cc", "conj",
	"appos", "parataxis", "punct", "mwe", "expl"}

// String gives the relation's name.
func (r Relation) String() string { return names[r] }

// variants are other names of the relations: finer ones, and those of version 2.
var variants = map[string]Relation{"nmod:npmod": Measure, "csubjpass": ClausalSubject, "neg": Adverb,
	"det:predet": Determiner,
	"cc:preconj": Coordinator, "nsubj:pass": PassiveSubject, "csubj:pass": ClausalSubject, "obj": Object,
	"aux:pass": PassiveAuxiliary, "obl": Nominal,
	"obl:agent": Nominal, "obl:tmod": Measure, "obl:npmod": Measure, "obl:unmarked": Measure, "nmod:unmarked": Measure,
	"fixed": Fixed, "flat": Compound, "advmod": Adverb,
	"advcl:relcl": AdverbialClause, "nsubj:outer": Subject, "csubj:outer": ClausalSubject}

var byName = func() map[string]Relation {
	m := map[string]Relation{}
	for r, n := range names {
		m[n] = Relation(r)
	}
	for n, r := range variants {
		m[n] = r
	}
	return m
}()

// Named returns the relation of that name, Dependent where there is none.
func Named(name string) Relation { return byName[name] }

// transition is a step of the parser: shift, or hang the topmost word of the stack on the next word of the buffer (to
// the left) or on the word beneath it (to the right), with some relation.
type transition uint8

// The transitions stand in this order: shift, those to the left, those to the right.
var (
	leftward = []Relation{Dependent, Root, Subject, PassiveSubject, ClausalSubject, Object, Complement, AdverbialClause,
		Nominal, Possessor,
		Measure, Adjective, Number, Determiner, Case, Compound, Adverb, Auxiliary, PassiveAuxiliary, Copula, Marker,
		Coordinator, Apposition,
		Parataxis, Punctuation, Expletive}
	rightward = []Relation{Dependent, Subject, Object, IndirectObject, Complement, OpenComplement, AdverbialClause,
		ModifyingClause,
		RelativeClause, Nominal, Measure, Adjective, Number, Case, Particle, Adverb, Coordinator, Conjunct, Apposition,
		Parataxis, Punctuation, Fixed}
)

const (
	shift       transition = 0
	firstLeft   transition = 1
	firstRight             = firstLeft + 26
	transitions            = firstRight + 22
)

// toLeft and toRight give the transition for each relation, that for Dependent where there is none.
var toLeft, toRight = table(leftward, firstLeft), table(rightward, firstRight)

func table(of []Relation, first transition) (out [relations]transition) {
	for i := range out {
		out[i] = first
	}
	for i, r := range of {
		out[r] = first + transition(i)
	}
	return out
}

// relation returns the relation a transition gives.
func (a transition) relation() Relation {
	if a >= firstRight {
		return rightward[a-firstRight]
	}
	return leftward[a-firstLeft]
}

package holders

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/positions/targets"
	"hearsay/analysis/speakers/pronouns"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// candidate is somebody who may take the side on a target.
type candidate struct {
	way      Way
	head     int // the token that heads the words for them
	from, to int // those words
	at       int // the verb or noun by which they govern the target
}

func (c candidate) words(t *annotated.Text) text.Span { return t.Span(c.from, c.to) }

const (
	// mostSteps is how many words are climbed at most from a target.
	mostSteps = 8
	// far is how many tokens on each side of a word are looked at for what hangs on it: a bound against endless work.
	far = 60
)

// above are the candidates that govern a target by the tree, the nearest first.
func (f *finder) above(x targets.Target) (out []candidate) {
	head := f.headOf(x)
	for range mostSteps {
		at := int(f.Trees.Head[head])
		if at < 0 {
			return out
		}
		isSubject := phrases.SubjectRelation(f.Trees.Relation[head])
		out = f.appendHanging(out, x, at, isSubject)
		if r := f.Trees.Relation[at]; r == parse.ModifyingClause && f.Tag(at) == tags.VBG {
			out = f.appendCandidate(out, x, Acts, int(f.Trees.Head[at]), at) // "a group opposing the bill"
		}
		head = at
	}
	return out
}

// headOf is the token of a target by which it hangs in the tree.
func (f *finder) headOf(x targets.Target) int {
	for i := x.From; i < x.To; i++ {
		if h := int(f.Trees.Head[i]); h < x.From || h >= x.To {
			return i
		}
	}
	return x.From
}

// appendHanging adds the candidates that hang on a verb or noun: its subject, its agent, its owner. Where the target
// itself is its subject, whoever else acts on it is only its agent.
func (f *finder) appendHanging(out []candidate, x targets.Target, at int, isSubject bool) []candidate {
	s := f.SentenceOf(at)
	for i := max(s.From, at-far); i < min(s.To, at+far); i++ {
		if int(f.Trees.Head[i]) != at {
			continue
		}
		switch f.Trees.Relation[i] {
		case parse.Subject:
			if !isSubject {
				out = f.appendCandidate(out, x, Acts, f.antecedent(i, at), at)
			}
		case parse.Nominal:
			if f.Tag(at).Verb() && f.isBy(i) {
				out = f.appendCandidate(out, x, Agent, i, at)
			}
		case parse.Possessor:
			if f.Tag(at).Noun() {
				out = f.appendCandidate(out, x, Owns, i, at)
			}
		}
	}
	return out
}

// antecedent is the noun that the "who" at token i stands for, which is the subject of the verb at; i where it is none.
func (f *finder) antecedent(i, at int) int {
	noun := int(f.Trees.Head[at])
	if noun < 0 || noun >= i || f.Trees.Relation[at] != parse.RelativeClause {
		return i
	}
	if t := f.Tag(i); t == tags.WP || t == tags.WDT || f.Lower(i) == "that" {
		return noun
	}
	return i
}

// isBy reports whether "by" stands before the noun at token i.
func (f *finder) isBy(i int) bool {
	for k := max(0, i-far); k < i; k++ {
		if int(f.Trees.Head[k]) == i && f.Trees.Relation[k] == parse.Case {
			return f.Lower(k) == "by"
		}
	}
	return false
}

// appendCandidate adds whoever the noun phrase at token i is, unless it overlaps the target.
func (f *finder) appendCandidate(out []candidate, x targets.Target, way Way, i, at int) []candidate {
	if i < 0 {
		return out
	}
	from, to := i, i+1
	if phrases.Nominal(f.Text, i) {
		p := phrases.Of(f.Text, i)
		from, to = p.From, p.CoreTo
	}
	if n, _, ok := f.Name(i); ok {
		from, to = min(from, n.From), max(to, n.To)
	}
	to = f.joinedTo(i, to, at)
	if from < x.To && x.From < to || from < f.SentenceOf(at).From {
		return out
	}
	return append(out, candidate{way, i, from, to, at})
}

// joinedTo is the end of the words for all who are joined to the noun at token i, whose own words end at a token, as
// the subject of a verb: "Bell, Orr and their friends".
func (f *finder) joinedTo(i, to, verb int) int {
	joins := false
	for k := to; k < min(f.SentenceOf(i).To, to+far); k++ {
		head, relation := int(f.Trees.Head[k]), f.Trees.Relation[k]
		joins = joins || head == i && relation == parse.Coordinator
		isJoined := head == i && relation == parse.Conjunct
		isBeside := joins && head == verb && relation == parse.Subject // of a noun that the parser took for another
		if !isJoined && !isBeside {
			continue
		}
		if !f.Tag(k).Noun() || !f.mayHold(k) {
			return to
		}
		to = k + 1
		if n, _, ok := f.Name(k); ok {
			to = max(to, n.To)
		}
	}
	return to
}

// mayHold reports whether the noun or pronoun at token i can be somebody who takes sides: a name, but for other names,
// or a word for persons or bodies.
func (f *finder) mayHold(i int) bool {
	if n, _, ok := f.Name(i); ok {
		return n.Type != names.Other
	}
	switch t := f.Tag(i); {
	case t == tags.PRP, t == tags.PRPS:
		p, ok := pronouns.Of(f.Lower(i))
		return ok && p.Group != pronouns.Thing
	case t.Noun():
		n, known := nouns.Of(f.Lower(i))
		return known && n.Nature != nouns.Paper
	}
	return false
}

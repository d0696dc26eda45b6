package phrases

import (
	"hearsay/analysis/annotated"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
)

// farSubject is how many tokens a subject has at most.
const farSubject = 10

// Subject is the noun phrase right before the verb at token i, not before token from, if it is its subject: both the
// words around it and the tree say so, and the two agree in number.
func Subject(t *annotated.Text, i, from int) (a, b int, ok bool) {
	b = i
	for b > from && (t.Tag(b-1).Adverb() || t.Tag(b-1) == tags.OpenQuote) {
		b-- // the marks may begin behind the subject: Bell “did the right thing”
	}
	a = coreStart(t, from, b)
	if a == b && a > from && t.Tag(a-1) == tags.PRP {
		return a - 1, b, true
	}
	if a == b || !HasNoun(t, a, b) || a > from && hangsBefore(t, from, a) {
		return 0, 0, false
	}
	return a, b, agree(t, b-1, i) && IsSubject(t, a, b)
}

// coreStart is where a noun phrase without anything behind its head, which ends at token b, begins.
func coreStart(t *annotated.Text, from, b int) int {
	a := b
	for a > from && b-a < farSubject && isBeforeNoun(t, a-1) {
		a--
	}
	if a > from && (t.Tag(a-1) == tags.DT && t.Lower(a-1) != "that" || t.Tag(a-1) == tags.PRPS) {
		a--
	}
	return a
}

func isBeforeNoun(t *annotated.Text, k int) bool {
	switch tag := t.Tag(k); {
	case named(tag), tag == tags.POS, tag == tags.CD:
		return true
	case tag == tags.VBN && t.Tag(k+1).Noun():
		return true
	}
	return t.InName(k)
}

// hangsBefore reports whether what stands before token a makes the phrase that begins there no subject, but a part of
// what stands before it.
func hangsBefore(t *annotated.Text, from, a int) bool {
	tag, w := t.Tag(a-1), t.Lower(a-1)
	if a > from+1 {
		before := t.Tag(a - 2)
		switch {
		case tag == tags.CC && (named(before) || before == tags.VBG):
			return true // half of a joint subject
		case tag == tags.PRP, w == "that" && before == tags.VBG:
			return true // "denying us justice", "using that door"
		}
	}
	switch tag {
	case tags.IN, tags.TO, tags.RP, tags.VBG, tags.VB:
		return w != "that" && w != "because" // it hangs on another that is the subject
	}
	return false
}

// agree reports whether a noun and the verb at token i agree in number, as a subject and its verb do.
func agree(t *annotated.Text, noun, i int) bool {
	many := t.Tag(noun) == tags.NNS || t.Tag(noun) == tags.NNPS
	switch t.Lower(i) {
	case "are", "were", "'re", "’re":
		return many || t.InName(noun)
	case "is", "was", "has", "'s", "’s":
		return !many || t.InName(noun)
	}
	return true
}

// IsSubject reports whether the tree has a stretch of tokens as a subject.
func IsSubject(t *annotated.Text, from, to int) bool {
	return SubjectRelation(t.Trees.Relation[First(t, from, to)])
}

// SubjectRelation reports whether a relation is that of a subject to its verb.
func SubjectRelation(r parse.Relation) bool { return r == parse.Subject || r == parse.PassiveSubject }

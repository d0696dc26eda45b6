package speakers

import (
	"hearsay/analysis/names"
	"hearsay/analysis/nouns"
	"hearsay/analysis/parse"
	"hearsay/analysis/phrases"
	"hearsay/analysis/speakers/entities"
	"hearsay/analysis/tags"
)

// owners finds whose words a document or a speech is: a report speaks for whoever made it.
type owners struct {
	*descriptions
	of map[string]owner // of the documents met so far, by their heads
	// last are the owners of the documents met last, by their heads: what "this report" is. Where nothing tells whose one
	// is, it has none.
	last map[string]owner
}

// owner is who speaks through words, and the mention that tells it, -1 where none does.
type owner struct {
	entities []int
	mention  int
}

func ownerAt(d *descriptions, k int) owner {
	if m := d.talk.At(k); len(m.Entities) > 0 {
		return owner{m.Entities, k}
	}
	return owner{mention: -1}
}

// find finds whose words the phrase of tokens from to to, with its head at head, names; it has no entities where the
// text does not tell. What it tells of a document counts for "the report" that follows.
func (o *owners) find(from, head, to int) owner {
	w := o.Lower(head)
	document := nouns.IsDocument(w)
	if !document && !nouns.IsSpeech(w) {
		return owner{mention: -1}
	}
	for _, tell := range [...]func(from, head, to int) owner{o.possessor, o.author, o.before, o.issuer} {
		if found := tell(from, head, to); len(found.entities) > 0 {
			o.of[w], o.last[w] = found, found
			return found
		}
	}
	n := readDescription(o.Text, from, head)
	known, ok := o.of[w]
	if last, met := o.last[w]; met && document && nouns.IsDemonstrative(o.Lower(from)) {
		return last
	}
	if !n.definite || n.other || len(n.words) > 0 {
		o.last[w] = owner{mention: -1}
	}
	switch {
	case !n.definite || n.other:
		delete(o.of, w) // another one, of which nothing is told
	case len(n.words) > 0:
	case ok && document:
		return known
	case nouns.IsSpeech(w):
		return o.lastSpeaker(head)
	}
	return owner{mention: -1}
}

// lastSpeaker is who spoke last, and close before token i: "the statement" then is theirs.
func (o *owners) lastSpeaker(i int) owner {
	k := o.talk.Source()
	if k < 0 || o.Tokens[i].Sentence-o.talk.At(k).Sentence > farRenamed {
		return owner{mention: -1}
	}
	return ownerAt(o.descriptions, k)
}

// possessor is whose the words are said to be: "Bell's remarks", "her tweet".
func (o *owners) possessor(from, head, _ int) owner {
	for i := head - 1; i >= from; i-- {
		at := i
		if o.Tag(i) == tags.POS {
			at = i - 1
		} else if o.Tag(i) != tags.PRPS {
			continue
		}
		if k, ok := o.talk.EndingAt(at); ok {
			return ownerAt(o.descriptions, k)
		}
		break
	}
	return owner{mention: -1}
}

// farAuthor is how many words behind a document the name of who made it may begin: "a study of school meals that was
// published on Monday by the charity Full Plate".
const farAuthor = 14

// author is who is told behind a document to have made it: "a report by the agency", "a letter from Bell".
func (o *owners) author(_, head, to int) owner {
	end := min(max(to, head+1), o.SentenceOf(head).To)
	if end == head+1 { // the phrase was not read further
		end = min(head+farAuthor, o.SentenceOf(head).To)
	}
	for i := head + 1; i < end; i++ {
		switch w := o.Lower(i); {
		case w == "," || o.Mark(i) || o.Tag(i).Finite() && !o.isParticiple(i):
			return owner{mention: -1}
		case nouns.JoinsAuthor(w):
			return o.nounBehind(i+1, end)
		}
	}
	return owner{mention: -1}
}

// isParticiple reports whether a verb behind a document may be a participle for all that its form tells: "a report
// released by".
func (o *owners) isParticiple(i int) bool {
	return o.Tag(i) == tags.VBD && nouns.JoinsAuthor(o.Lower(i+1))
}

// nounBehind is whom the noun phrase means that begins at token i, by its name, or by what describes it.
func (o *owners) nounBehind(i, end int) owner {
	if p, ok := o.possessed(i, end); ok && nouns.Known(o.Lower(p.Head)).Nature == nouns.Body {
		return owner{[]int{o.unnamedEntity(p.From, p.To, p.Head)}, -1}
	} else if ok {
		return o.described(p)
	}
	for k := i; k < end && k < i+farTitle; k++ {
		if n, x, ok := o.Name(k); ok {
			if e := o.OfName(x); e >= 0 && !o.All[e].Place && o.Tag(n.To) != tags.POS {
				return owner{[]int{e}, -1}
			}
			k = n.To - 1
			continue
		}
		if !o.standsBeforeName(k) {
			break
		}
	}
	if p, ok := phrases.Starting(o.Text, i, end); ok {
		return o.described(p)
	}
	return owner{mention: -1}
}

// possessed is the noun phrase that begins at token i with whose it is: "the mayor's press office", which is not the
// mayor.
func (o *owners) possessed(i, end int) (p phrases.Phrase, ok bool) {
	k := i
	for k < min(end, i+farTitle) && o.Tag(k) != tags.POS && (o.InName(k) || o.standsBeforeName(k)) {
		k++
	}
	if k == i || o.Tag(k) != tags.POS || k >= end {
		return p, false
	}
	head := k
	for head+1 < end && o.Tag(head+1).Noun() && !o.InName(head+1) {
		head++
	}
	return phrases.Phrase{From: i, Head: head, To: head + 1}, head > k && !o.InName(head+1)
}

// standsBeforeName reports whether token k may stand between "by" and the name of who made a document.
func (o *owners) standsBeforeName(k int) bool {
	return entities.Premodifies(o.Text, k) || o.Tag(k).Noun() || o.Tag(k) == tags.POS || o.Lower(k) == "of"
}

// farTitle is how many words may stand before the name of who made a document: "by the research group".
const farTitle = 6

// described is whom a description means: somebody whom it fits, else one of whom nothing else is told.
func (o *owners) described(p phrases.Phrase) owner {
	n := readDescription(o.Text, p.From, p.Head)
	if !n.known || n.noun.Nature == nouns.Paper {
		return owner{mention: -1}
	}
	m := newMention(o.talk, p.From, p.Head+1)
	if n.definite && !n.plural && o.resolveOne(&m, n, p.Head) {
		return owner{m.Entities, -1}
	}
	return owner{[]int{o.unnamedEntity(p.From, p.To, p.Head)}, -1}
}

// before is who is named, or described, right before a document: "the Commonfund survey", "a company statement", or
// with no more between them than what sort of document it is, "the Ipsos opinion poll".
func (o *owners) before(from, head, _ int) owner {
	if head == from {
		return owner{mention: -1}
	}
	i := head - 1
	for k := i; k > from && nouns.SortsDocuments(o.Lower(k)); k-- {
		if n, _, ok := o.Name(k - 1); ok && n.Type == names.Organization {
			i = k - 1
		}
	}
	if n, x, ok := o.Name(i); ok && n.From >= from {
		e := o.OfName(x)
		if e < 0 || o.All[e].Place || n.Type == names.People {
			return owner{mention: -1}
		}
		return owner{[]int{e}, -1}
	}
	n := readDescription(o.Text, i, i)
	if n.noun.Nature != nouns.Body || n.plural || nouns.IsPlace(n.head) {
		return owner{mention: -1}
	}
	n.definite = true
	m := newMention(o.talk, i, i+1)
	if o.resolveOne(&m, n, i) {
		return owner{m.Entities, -1}
	}
	return owner{mention: -1}
}

// farVerb is how many heads above a document the verb may stand that tells who issued it.
const farVerb = 3

// issuer is who is told to have issued a document, or to have said something in it: "Bell released a report", "she
// said in a statement".
func (o *owners) issuer(from, head, _ int) owner {
	s := o.SentenceOf(head)
	in := from > s.From && nouns.HoldsWords(o.Lower(from-1))
	if in && readDescription(o.Text, from, head).definite {
		return owner{mention: -1} // "as he is called in the report"
	}
	for v, n := int(o.Trees.Head[head]), 0; v >= 0 && n < farVerb; v, n = int(o.Trees.Head[v]), n+1 {
		if !o.Tag(v).Verb() {
			continue
		}
		if v > head || !in && !nouns.Issues(o.Lemma(v)) {
			break
		}
		if k, ok := o.subjectOf(v); ok {
			return ownerAt(o.descriptions, k)
		}
	}
	return owner{mention: -1}
}

// subjectOf is the mention that is a verb's subject, where it was read already.
func (o *owners) subjectOf(v int) (k int, ok bool) {
	for i := o.SentenceOf(v).From; i < v; i++ {
		if int(o.Trees.Head[i]) != v || o.Trees.Relation[i] != parse.Subject {
			continue
		}
		if n, _, named := o.Name(i); named {
			i = n.To - 1
		}
		return o.talk.EndingAt(i)
	}
	return 0, false
}

package attribution

import (
	"hearsay/analysis/features"
	"hearsay/analysis/tags"
)

// nowhere is what the models see beyond a sentence's ends.
var nowhere = token{form: 3, lemma: 3, ending: 3}

// mayHead reports whether a token can be the head of a cue at all.
func mayHead(k *token) bool {
	switch k.group {
	case finite, verb, be, noun, breaks:
		return k.tag != tags.MD
	}
	return k.tag.Adjective() || k.tag.Adverb() || k.tag == tags.IN || k.tag == tags.RP
}

// near returns the token at i, or nowhere if that lies outside [from, to).
func (v *view) near(i, from, to int) *token {
	if i < from || i >= to {
		return &nowhere
	}
	return &v.tokens[i]
}

// cueFeatures makes f the features of the token at i as a possible head of a cue.
func (v extractor) cueFeatures(f *features.Vector, i int) {
	f.Reset()
	s := &v.text.Sentences[v.text.Tokens[i].Sentence]
	at := func(d int) *token { return v.near(i+d, s.From, s.To) }
	k, p1, p2, p3, n1, n2, n3 := at(0), at(-1), at(-2), at(-3), at(1), at(2), at(3)
	left := v.leftOf(i, s.From)
	right := v.rightOf(i, s.To)
	quote := uint64(k.quote) | uint64(p1.quote)<<2 | uint64(n1.quote)<<4 | uint64(p2.quote)<<6 | uint64(n2.quote)<<8
	tag, lemma, class := uint64(k.tag), k.lemma, uint64(k.class)
	subject := uint64(left.subject)
	v.cueTree(f, i)
	v.cueClusters(f, i, left.hash(), right.hash())
	f.Add(ofCue.LemmaGroup, lemma, uint64(k.group))
	f.Add(ofCue.FormTag, k.form, tag)
	f.Add(ofCue.EndingTag, k.ending, tag)
	f.Add(ofCue.TagTagBeforeTagNext, tag, uint64(p1.tag), uint64(n1.tag))
	f.Add(ofCue.LemmaFormNext, lemma, n1.form)
	f.Add(ofCue.LemmaFormBefore, lemma, p1.form)
	f.Add(ofCue.LemmaTagNext, lemma, uint64(n1.tag))
	f.Add(ofCue.LemmaTagBefore, lemma, uint64(p1.tag))
	f.Add(ofCue.TagFormNext, tag, n1.form)
	f.Add(ofCue.TagFormBefore, tag, p1.form)
	f.Add(ofCue.TagTagNextTagNext2, tag, uint64(n1.tag), uint64(n2.tag))
	f.Add(ofCue.TagTagBefore2TagBefore, tag, uint64(p2.tag), uint64(p1.tag))
	f.Add(ofCue.LemmaTagNextTagNext2, lemma, uint64(n1.tag), uint64(n2.tag))
	f.Add(ofCue.QuotesTag, quote, tag)
	f.Add(ofCue.QuotesClass, quote, class)
	f.Add(ofCue.LemmaQuotes, lemma, quote)
	f.Add(ofCue.ClassTagGroupNext, class, tag, uint64(n1.group))
	f.Add(ofCue.ClassLeftSubjectTagLeft, class, subject, left.hash())
	f.Add(ofCue.LemmaLeftSubjectTagLeftGroup, lemma, subject, uint64(left.kind))
	f.Add(ofCue.TagLeftSubject, tag, left.word)
	f.Add(ofCue.LemmaLeftSubject, lemma, left.word)
	f.Add(ofCue.ClassGroupNextGroupNext2GroupNext3, class, uint64(n1.group), uint64(n2.group), uint64(n3.group))
	f.Add(ofCue.LemmaRight, lemma, right.hash())
	f.Add(ofCue.ClassTagRightLeftSubjectTag, class, tag, right.hash(), subject)
	f.Add(ofCue.TagLeftRight, tag, left.hash(), right.hash())
	f.Add(ofCue.TagFormBeforeFormNext, tag, p1.form, n1.form)
	f.Add(ofCue.LemmaFormNext2, lemma, n2.form)
	f.Add(ofCue.LemmaFormBefore2, lemma, p2.form)
	f.Add(ofCue.TagFormNextFormNext2, tag, n1.form, n2.form)
	f.Add(ofCue.ClassTagGroupBeforeGroupBefore2GroupBefore3, class, tag, uint64(p1.group), uint64(p2.group),
		uint64(p3.group))
	f.Add(ofCue.LemmaQuoteEdge, lemma, uint64(k.quote&1|k.quote>>1))
	f.Add(ofCue.TagLemmaNextClassNext, tag, n1.lemma, uint64(n1.class))
	f.Add(ofCue.ClassFormNext, class, n1.form)
	f.Add(ofCue.FromStartToEndTagClass, uint64(min(i-s.From, 3)), uint64(min(s.To-i, 4)), tag, class)
	f.Add(ofCue.LemmaLeftRight, lemma, left.hash(), right.hash())
}

// leftSide sums up what stands before a token in its sentence.
type leftSide struct {
	subject tags.Tag // of the nearest noun or pronoun before it that no preposition governs
	word    uint64   // its hash
	kind    group    // the nearest thing before the token that is not part of its verb group
	passive bool
	said    bool // a likelier head stands close before
}

func (l leftSide) hash() uint64 {
	h := uint64(l.kind) << 2
	if l.passive {
		h |= 1
	}
	if l.said {
		h |= 2
	}
	return h
}

// leftOf looks at most a dozen tokens back from i.
func (v *view) leftOf(i, from int) leftSide {
	var l leftSide
	groupDone := false
	for k := i - 1; k >= from && k > i-13; k-- {
		t := &v.tokens[k]
		if !groupDone {
			if t.group == be {
				l.passive = true
				continue
			}
			if t.inVerbGroup() {
				l.said = l.said || t.class != 0
				continue
			}
			groupDone, l.kind = true, t.group
		}
		if t.group == noun || t.group == pronoun && t.tag == tags.PRP {
			l.subject, l.word = t.tag, t.lemma
			if !v.governed(k, from) {
				break
			}
		}
	}
	return l
}

// inVerbGroup reports whether a token may stand between a verb and its subject: "would", "never", "to".
func (k *token) inVerbGroup() bool {
	switch k.group {
	case to, finite, verb:
		return true
	}
	return k.tag.Adverb() || k.tag == tags.MD
}

// inNounPhrase reports whether a token may stand before the last noun of a noun phrase.
func (k *token) inNounPhrase() bool {
	switch k.tag {
	case tags.DT, tags.CD, tags.PRPS, tags.POS:
		return true
	}
	return k.group == noun || k.tag.Adjective()
}

// governed reports whether the noun phrase that ends at k follows a preposition.
func (v *view) governed(k, from int) bool {
	for j := k - 1; j >= from && j > k-5; j-- {
		switch t := &v.tokens[j]; {
		case t.group == preposition || t.group == to:
			return true
		case !t.inNounPhrase():
			return false
		}
	}
	return false
}

// rightSide sums up what follows a token in its sentence.
type rightSide struct {
	first             group // the first thing that decides how the sentence goes on
	that, to, quote   bool
	clause, endsFirst bool
}

func (r rightSide) hash() uint64 {
	h := uint64(r.first) << 5
	for i, b := range [...]bool{r.that, r.to, r.quote, r.clause, r.endsFirst} {
		if b {
			h |= 1 << i
		}
	}
	return h
}

// rightOf looks at most ten tokens ahead of i.
func (v *view) rightOf(i, to int) rightSide {
	var r rightSide
	nouns := 0
	for k := i + 1; k < to && k < i+11; k++ {
		t := &v.tokens[k]
		if r.first == plain {
			r.first = t.group
		}
		switch t.group {
		case that:
			r.that = true
		case finite, be:
			r.clause = r.clause || nouns > 0
			return r
		case noun, pronoun:
			nouns++
		case comma, breaks:
			r.endsFirst = true
			return r
		case mark:
			r.quote = true
		case verb:
			if k > i+1 && v.tokens[k-1].form == toHash {
				r.to = true
			}
			return r
		}
	}
	return r
}

var toHash = features.Fold("to")

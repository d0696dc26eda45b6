package attribution

import (
	"hearsay/analysis/features"
	"hearsay/analysis/tags"
)

// path sums up what stands between the cue and an item.
type path struct {
	finites, commas, nouns, quotes, clauses, cues, coordinators, breaks uint8
	distance                                                            int
	tags                                                                uint64 // the tags between, while they are few
}

// step adds a token to the path.
func (p path) step(k *token) path {
	add := func(n *uint8, most uint8) {
		if *n < most {
			*n++
		}
	}
	switch k.group {
	case finite, be:
		add(&p.finites, 3)
	case comma:
		add(&p.commas, 3)
	case noun:
		add(&p.nouns, 6)
	case mark:
		add(&p.quotes, 3)
	case relative, subordinator, that:
		add(&p.clauses, 2)
	case coordinator:
		add(&p.coordinators, 1)
	case breaks:
		add(&p.breaks, 1)
	}
	if k.cue >= 4 {
		add(&p.cues, 2)
	}
	if p.distance++; p.distance <= 5 {
		p.tags = p.tags<<8 | uint64(k.tag)
	}
	return p
}

// small is the path in few values, whole in many.
func (p path) small() uint64 { return uint64(p.finites)<<4 | uint64(p.commas)<<2 | uint64(p.clauses) }

func (p path) whole() uint64 {
	return p.small()<<24 | uint64(p.nouns)<<16 | uint64(p.quotes)<<8 | uint64(p.cues)<<4 | uint64(
		p.coordinators)<<1 | uint64(p.breaks)
}

// bucket makes few values of a distance.
func bucket(d int) uint64 {
	switch {
	case d < 6:
		return uint64(d)
	case d < 9:
		return 6
	case d < 14:
		return 7
	case d < 22:
		return 8
	case d < 40:
		return 9
	}
	return 10
}

// paths returns the path to every item of a window.
func (v extractor) paths(w *window, out []path) []path {
	out = append(out[:0], make([]path, len(w.items))...)
	var p path
	for i := w.cue + 1; i < len(w.items); i++ {
		out[i] = p
		p = p.step(&v.tokens[w.items[i].from])
	}
	p = path{}
	for i := w.cue - 1; i >= 0; i-- {
		out[i] = p
		p = p.step(&v.tokens[w.items[i].from])
	}
	return out
}

// cueContext is what the features of all items of a window share: the cue and what stands beside it.
type cueContext struct {
	lemma, form, tag, class, context uint64
	c, sentence                      int
	quote                            place
	own                              int32
}

func (v extractor) cueContextOf(c int) cueContext {
	k := &v.tokens[c]
	s := &v.text.Sentences[v.text.Tokens[c].Sentence]
	n1, n2, p1 := v.near(c+1, s.From, s.To), v.near(c+2, s.From, s.To), v.near(c-1, s.From, s.To)
	left := v.leftOf(c, s.From)
	x := cueContext{lemma: k.lemma, form: k.form, tag: uint64(k.tag), class: uint64(k.class), c: c,
		sentence: v.text.Tokens[c].Sentence,
		quote:    k.quote, own: v.quotations.At[c]}
	passive := features.Flag(left.passive)
	x.context = hash.Of(ofContext.Beside, uint64(n1.group), uint64(p1.group), uint64(n1.quote), passive, x.tag)
	if n1.group == plain || n1.group == preposition {
		x.context = hash.Of(ofContext.BesideBehind, x.context, uint64(n2.group))
	}
	return x
}

// itemFeatures makes f the features of an item of a window.
func (v extractor) itemFeatures(f *features.Vector, w *window, i int, p path, t *treePath, x *cueContext) {
	f.Reset()
	v.unary(f, w, i, p, x)
	v.unaryTree(f, w, i, t, x)
	v.unaryClusters(f, w, i, p, t, x)
}

// stepFeatures makes f the features of the step to an item of a window from the one before it.
func (v extractor) stepFeatures(f *features.Vector, w *window, i int, p path, before, t *treePath, x *cueContext) {
	f.Reset()
	v.pairwise(f, w, i, p, x)
	v.pairwiseTree(f, w, i, before, t, x)
	v.pairwiseClusters(f, w, i, p, before, t, x)
}

// unary adds the features of an item that the words in their order give.
func (v extractor) unary(f *features.Vector, w *window, i int, p path, x *cueContext) {
	it := w.items[i]
	s := v.text.Sentences[v.text.Tokens[it.from].Sentence]
	k := &v.tokens[it.from]
	at := func(d int) *token { return v.near(it.from+d, s.From, s.To) }
	p1, p2, n1, n2 := at(-1), at(-2), at(1), at(2)
	side := sideOf(i, w.cue)
	tag, small, whole, near := uint64(k.tag), p.small(), p.whole(), bucket(p.distance)
	quote := v.quoteState(it, x)
	nearTags := p.tags
	if p.distance > 5 {
		nearTags = 1 << 40
	}
	f.Add(ofItem.Form, k.form, side)
	f.Add(ofItem.TagDistance, tag, side, near)
	f.Add(ofItem.TagBeforeTagTagNext, uint64(p1.tag), tag, uint64(n1.tag), side)
	f.Add(ofItem.FormBeforeForm, p1.form, k.form, side)
	f.Add(ofItem.FormFormNext, k.form, n1.form, side)
	f.Add(ofItem.CueLemmaTag, x.lemma, side, tag)
	f.Add(ofItem.CueLemmaDistance, x.lemma, side, near)
	f.Add(ofItem.CueLemmaForm, x.lemma, side, k.form)
	f.Add(ofItem.PathTag, small, side, tag)
	f.Add(ofItem.WholePath, whole, side)
	f.Add(ofItem.TagsBetweenTag, nearTags, side, tag)
	f.Add(ofItem.Quotes, quote, side)
	f.Add(ofItem.QuotesPath, quote, side, small)
	f.Add(ofItem.CapitalsPath, capital(k)<<2|capital(p1)<<1|capital(n1), side, small)
	f.Add(ofItem.CueContextDistance, x.context, side, near)
	f.Add(ofItem.CueContextPath, x.context, side, small)
	f.Add(ofItem.CueContextTag, x.context, side, tag)
	f.Add(ofItem.CueLemmaPath, x.lemma, side, small)
	f.Add(ofItem.CueScorePath, uint64(k.cue), side, small)
	f.Add(ofItem.SentenceRelationQuotes, v.relation(it, x), side, quote)
	f.Add(ofItem.TagBefore2TagBeforeTag, uint64(p2.tag), uint64(p1.tag), tag, side)
	f.Add(ofItem.TagTagNextTagNext2, tag, uint64(n1.tag), uint64(n2.tag), side)
	f.Add(ofItem.NounsFinitesTag, uint64(p.nouns), uint64(p.finites), side, tag)
	f.Add(ofItem.FromStartTag, bucket(it.from-s.From), side, tag)
	f.Add(ofItem.ToEndTag, bucket(s.To-it.from), side, tag)
	f.Add(ofItem.CueClassPathTag, x.class, side, small, tag)
	f.Add(ofItem.CueClassForm, x.class, side, k.form)
	f.Add(ofItem.CueClassCueContextNounsFinites, x.class, x.context, side, uint64(p.nouns), uint64(p.finites))
	f.Add(ofItem.CueFormCueContextDistance, x.form, x.context, side, near)
	f.Add(ofItem.EndingFinites, k.ending, side, uint64(p.finites))
	f.Add(ofItem.CueScoreBeforeCueScoreNextGroup, uint64(p1.cue), uint64(n1.cue), side, uint64(k.group))
	f.Add(ofItem.GroupBeforeGroupGroupNextPath, uint64(p1.group), uint64(k.group), uint64(n1.group), side, small)
	f.Add(ofItem.CueLemmaWholePath, x.lemma, side, whole)
	f.Add(ofItem.TagsBetweenTagCueLemma, nearTags, side, tag, x.lemma)
	f.Add(ofItem.QuotesCueClassPath, quote, side, x.class, small)
	f.Add(ofItem.LemmaClassFinitesCommas, k.lemma, uint64(k.class), side, uint64(p.finites), uint64(p.commas))
	f.Add(ofItem.QuotesTagQuoteBeforeQuoteNext, quote, tag, uint64(p1.quote), uint64(n1.quote), side)
	f.Add(ofItem.CueTagTagsBetweenTagCueClass, x.tag, nearTags, side, tag, x.class)
}

// pairwise adds the features of the step to an item from the one before it that the words in their order give.
func (v extractor) pairwise(f *features.Vector, w *window, i int, p path, x *cueContext) {
	it, before := w.items[i], w.items[i-1]
	k, p1 := &v.tokens[it.from], &v.tokens[before.to-1]
	n1 := v.near(it.from+1, 0, len(v.tokens))
	side := sideOf(i, w.cue)
	tag, small := uint64(k.tag), p.small()
	apart := features.Flag(v.text.Tokens[it.from].Sentence != v.text.Tokens[before.to-1].Sentence)
	f.Add(ofStep.Side, side)
	f.Add(ofStep.TagBeforeTag, uint64(p1.tag), tag, side)
	f.Add(ofStep.Form, k.form, side)
	f.Add(ofStep.FormBefore, p1.form, side)
	f.Add(ofStep.QuoteBeforeQuoteQuoteNextSentenceBreak, uint64(p1.quote), uint64(k.quote), uint64(n1.quote), side, apart)
	f.Add(ofStep.PathGroup, small, side, uint64(k.group))
	f.Add(ofStep.CueContextTagUpTo2, x.context, side, tag, bucket(min(p.distance, 2)))
	f.Add(ofStep.CueLemmaUpTo3Group, x.lemma, side, bucket(min(p.distance, 3)), uint64(k.group))
	f.Add(ofStep.CueScoreBeforeCueScoreGroupNext, uint64(p1.cue), uint64(k.cue), side, uint64(n1.group))
	f.Add(ofStep.TagBeforeTagTagNext, uint64(p1.tag), tag, uint64(n1.tag), side)
	f.Add(ofStep.SentenceBreakGroupSentenceRelation, apart, uint64(k.group), v.relation(it, x), side)
	f.Add(ofStep.CueClassGroupBeforeGroupUpTo4, x.class, uint64(p1.group), uint64(k.group), side,
		bucket(min(p.distance, 4)))
}

// sideOf tells on which side of the cue an item stands.
func sideOf(i, c int) uint64 {
	switch {
	case i < c:
		return 1
	case i > c:
		return 2
	}
	return 3
}

func capital(k *token) uint64 { return features.Flag(k.capital && k.tag != tags.None) }

// quoteState tells how an item stands to quotation marks, and how the cue does.
func (v extractor) quoteState(it item, x *cueContext) uint64 {
	k := v.quotations.At[it.from]
	h := uint64(v.tokens[it.from].quote)<<1 | uint64(x.quote)<<8
	if it.to > it.from+1 {
		h |= 1 << 12
	}
	if k >= 0 {
		h |= uint64(v.quotations.Quotations[k].Kind+1) << 4
		if k == x.own {
			h |= 1
		}
	}
	return h
}

// relation tells how an item's sentence stands to the cue's.
func (v extractor) relation(it item, x *cueContext) uint64 {
	s := v.text.Tokens[it.from].Sentence
	switch d := s - x.sentence; {
	case d == 0:
		return 0
	case v.text.Sentences[s].Paragraph != v.text.Sentences[x.sentence].Paragraph:
		return 1
	case d == -1:
		return 2
	case d < 0:
		return 3
	case d == 1:
		return 4
	}
	return 5
}

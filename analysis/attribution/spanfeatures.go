package attribution

import "hearsay/analysis/tags"

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
	return p.small()<<24 | uint64(p.nouns)<<16 | uint64(p.quotes)<<8 | uint64(p.cues)<<4 | uint64(p.coordinators)<<1 | uint64(p.breaks)
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
func (v *view) paths(w *window, out []path) []path {
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

func (v *view) cueContextOf(c int) cueContext {
	k := &v.tokens[c]
	s := &v.text.Sentences[v.text.Tokens[c].Sentence]
	n1, n2, p1 := v.near(c+1, s.From, s.To), v.near(c+2, s.From, s.To), v.near(c-1, s.From, s.To)
	left := v.leftOf(c, s.From)
	x := cueContext{lemma: k.lemma, form: k.form, tag: uint64(k.tag), class: uint64(k.class), c: c, sentence: v.text.Tokens[c].Sentence,
		quote: k.quote, own: v.quotations.At[c]}
	passive := uint64(0)
	if left.passive {
		passive = 1
	}
	x.context = mix(77, uint64(n1.group), uint64(p1.group), uint64(n1.quote), passive, x.tag)
	if n1.group == plain || n1.group == preposition {
		x.context = mix(78, x.context, uint64(n2.group))
	}
	return x
}

// The numbers of features of an item, and of the step from the item before to it: those of the words in their order, then
// those of the tree as well, and all, with those of the classes of words.
const (
	linear         = 38
	linearPairwise = 12
	hung           = linear + 16
	hungPairwise   = linearPairwise + 6
	unaryCount     = hung + 10
	pairwiseCount  = hungPairwise + 2
)

// unary fills f with the hashes of an item's features.
func (v *view) unary(f *[unaryCount]uint64, w *window, i int, p path, x *cueContext) {
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
	f[0] = mix(101, k.form, side)
	f[1] = mix(102, tag, side, near)
	f[2] = mix(103, uint64(p1.tag), tag, uint64(n1.tag), side)
	f[3] = mix(104, p1.form, k.form, side)
	f[4] = mix(105, k.form, n1.form, side)
	f[5] = mix(106, x.lemma, side, tag)
	f[6] = mix(107, x.lemma, side, near)
	f[7] = mix(108, x.lemma, side, k.form)
	f[8] = mix(109, small, side, tag)
	f[9] = mix(110, whole, side)
	f[10] = mix(111, nearTags, side, tag)
	f[11] = mix(112, quote, side)
	f[12] = mix(113, quote, side, small)
	f[13] = mix(114, capital(k)<<2|capital(p1)<<1|capital(n1), side, small)
	f[14] = mix(115, x.context, side, near)
	f[15] = mix(116, x.context, side, small)
	f[16] = mix(117, x.context, side, tag)
	f[17] = mix(118, x.lemma, side, small)
	f[18] = mix(119, uint64(k.cue), side, small)
	f[19] = mix(120, v.relation(it, x), side, quote)
	f[20] = mix(121, uint64(p2.tag), uint64(p1.tag), tag, side)
	f[21] = mix(122, tag, uint64(n1.tag), uint64(n2.tag), side)
	f[22] = mix(123, uint64(p.nouns), uint64(p.finites), side, tag)
	f[23] = mix(124, bucket(it.from-s.From), side, tag)
	f[24] = mix(125, bucket(s.To-it.from), side, tag)
	f[25] = mix(126, x.class, side, small, tag)
	f[26] = mix(127, x.class, side, k.form)
	f[27] = mix(128, x.class, x.context, side, uint64(p.nouns), uint64(p.finites))
	f[28] = mix(129, x.form, x.context, side, near)
	f[29] = mix(130, k.ending, side, uint64(p.finites))
	f[30] = mix(131, uint64(p1.cue), uint64(n1.cue), side, uint64(k.group))
	f[31] = mix(132, uint64(p1.group), uint64(k.group), uint64(n1.group), side, small)
	f[32] = mix(133, x.lemma, side, whole)
	f[33] = mix(134, nearTags, side, tag, x.lemma)
	f[34] = mix(135, quote, side, x.class, small)
	f[35] = mix(136, k.lemma, uint64(k.class), side, uint64(p.finites), uint64(p.commas))
	f[36] = mix(137, quote, tag, uint64(p1.quote), uint64(n1.quote), side)
	f[37] = mix(138, x.tag, nearTags, side, tag, x.class)
}

// pairwise fills f with the hashes of what speaks for a change of label between an item and the one before it.
func (v *view) pairwise(f *[pairwiseCount]uint64, w *window, i int, p path, x *cueContext) {
	it, before := w.items[i], w.items[i-1]
	k, p1 := &v.tokens[it.from], &v.tokens[before.to-1]
	n1 := v.near(it.from+1, 0, len(v.tokens))
	side := sideOf(i, w.cue)
	tag, small := uint64(k.tag), p.small()
	apart := uint64(0)
	if v.text.Tokens[it.from].Sentence != v.text.Tokens[before.to-1].Sentence {
		apart = 1
	}
	f[0] = mix(201, side)
	f[1] = mix(202, uint64(p1.tag), tag, side)
	f[2] = mix(203, k.form, side)
	f[3] = mix(204, p1.form, side)
	f[4] = mix(205, uint64(p1.quote), uint64(k.quote), uint64(n1.quote), side, apart)
	f[5] = mix(206, small, side, uint64(k.group))
	f[6] = mix(207, x.context, side, tag, bucket(min(p.distance, 2)))
	f[7] = mix(208, x.lemma, side, bucket(min(p.distance, 3)), uint64(k.group))
	f[8] = mix(209, uint64(p1.cue), uint64(k.cue), side, uint64(n1.group))
	f[9] = mix(210, uint64(p1.tag), tag, uint64(n1.tag), side)
	f[10] = mix(211, apart, uint64(k.group), v.relation(it, x), side)
	f[11] = mix(212, x.class, uint64(p1.group), uint64(k.group), side, bucket(min(p.distance, 4)))
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

func capital(k *token) uint64 {
	if k.capital && k.tag != tags.None {
		return 1
	}
	return 0
}

// quoteState tells how an item stands to quotation marks, and how the cue does.
func (v *view) quoteState(it item, x *cueContext) uint64 {
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
func (v *view) relation(it item, x *cueContext) uint64 {
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

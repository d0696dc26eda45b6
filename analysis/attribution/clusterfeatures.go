package attribution

// Features by the classes of words, through which the models know rare words by frequent ones.

// cueClusters appends the features of a possible cue that its class gives.
func (v *view) cueClusters(out []uint64, i int, left, right uint64) []uint64 {
	s := &v.text.Sentences[v.text.Tokens[i].Sentence]
	k, n := &v.tokens[i], &v.nodes[i]
	n1, n2 := v.near(i+1, s.From, s.To), v.near(i+2, s.From, s.To)
	head, relation := v.above(i)
	subject, object, complement := v.kin(n.subject), v.kin(n.object), v.kin(n.complement)
	have, tag, group := n.have&telling, uint64(k.tag), uint64(k.group)
	c, m, f := uint64(k.cluster.Coarse), uint64(k.cluster.Middle)<<2, uint64(k.cluster.Fine)<<4
	subjects, objects := uint64(subject.cluster.Middle), uint64(object.cluster.Middle)
	return append(out,
		mix(81, f, have),
		mix(82, m, have, tag),
		mix(83, c, have, tag, relation),
		mix(84, f, n1.form),
		mix(85, m, n1.form, tag),
		mix(86, f, right),
		mix(87, f, left, right),
		mix(88, f, relation, group),
		mix(89, m, uint64(k.quote), uint64(n1.quote), group),
		mix(90, m, subjects, tag),
		mix(91, f, uint64(subject.cluster.Coarse), uint64(object.cluster.Coarse)),
		mix(92, m, objects, tag),
		mix(93, tag, uint64(object.cluster.Fine), relation),
		mix(94, m, uint64(complement.tag), uint64(complement.cluster.Coarse)),
		mix(95, k.lemma, subjects),
		mix(96, k.lemma, objects),
		mix(97, f, uint64(n1.tag), uint64(n2.tag)),
		mix(98, m, relation, uint64(head.cluster.Middle)),
		mix(99, tag, subjects, objects),
		mix(100, f, tag),
	)
}

// unaryClusters fills f with the features of an item that its class and the cue's give.
func (v *view) unaryClusters(f []uint64, w *window, i int, p path, t *treePath, x *cueContext) {
	k, c := &v.tokens[w.items[i].from], &v.tokens[x.c]
	side := sideOf(i, w.cue)
	branch := v.branchOf(t) | side<<16
	top := uint64(0)
	if t.branch >= 0 {
		top = uint64(v.tokens[t.branch].cluster.Middle)
	}
	tag, group := uint64(k.tag), uint64(k.group)
	fine, middle := uint64(c.cluster.Fine)<<4|uint64(c.group), uint64(c.cluster.Middle)<<4|uint64(c.group)
	f[0] = mix(181, branch, fine)
	f[1] = mix(182, t.path, side, middle)
	f[2] = mix(183, t.path, side, fine, group)
	f[3] = mix(184, branch, uint64(k.cluster.Middle), x.class, tag)
	f[4] = mix(185, side, bucket(p.distance), uint64(k.cluster.Coarse), fine)
	f[5] = mix(186, side, tag, uint64(k.cluster.Fine))
	f[6] = mix(187, side, p.small(), middle, tag)
	f[7] = mix(188, side, bucket(p.distance), fine, group)
	f[8] = mix(189, branch, top, middle)
	f[9] = mix(190, side, p.whole(), middle)
}

// pairwiseClusters fills f with the features of the step to an item that the cue's class gives.
func (v *view) pairwiseClusters(f []uint64, w *window, i int, p path, before, t *treePath, x *cueContext) {
	c := &v.tokens[x.c]
	fine := uint64(c.cluster.Fine)<<4 | uint64(c.group)
	side, group := sideOf(i, w.cue), uint64(v.tokens[w.items[i].from].group)
	f[0] = mix(281, v.branchOf(before), v.branchOf(t), side, fine)
	f[1] = mix(282, side, fine, bucket(min(p.distance, 3)), group)
}

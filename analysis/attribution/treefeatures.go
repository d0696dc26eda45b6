package attribution

import (
	"hearsay/analysis/parse"
)

// node is what the models see of a token's place in its sentence's tree. Tokens are counted from 1; 0 stands for none.
type node struct {
	have                        uint64 // the set of the relations of its dependents
	subject, object, complement int32
	opens, closes               int32 // the highest token whose stretch begins, or ends, with this one
	depth                       int32
}

// telling are the relations of dependents that tell a cue.
const telling = 1<<parse.Subject | 1<<parse.PassiveSubject | 1<<parse.ClausalSubject | 1<<parse.Object | 1<<parse.IndirectObject |
	1<<parse.Complement | 1<<parse.OpenComplement | 1<<parse.AdverbialClause | 1<<parse.Nominal | 1<<parse.Parataxis | 1<<parse.Marker |
	1<<parse.Copula | 1<<parse.Particle | 1<<parse.PassiveAuxiliary | 1<<parse.ModifyingClause | 1<<parse.Possessor

// nodes reads off the trees what the features need, token by token.
func nodes(trees *parse.Trees) []node {
	out := make([]node, len(trees.Head))
	for i, h := range trees.Head {
		depthOf(trees, out, int32(i))
		if h < 0 {
			continue
		}
		k := &out[h]
		k.have |= 1 << trees.Relation[i]
		switch trees.Relation[i] {
		case parse.Subject, parse.PassiveSubject:
			k.subject = int32(i) + 1
		case parse.Object:
			k.object = int32(i) + 1
		case parse.Complement, parse.OpenComplement:
			k.complement = int32(i) + 1
		}
	}
	for i := range out {
		if o := &out[trees.From[i]].opens; *o == 0 || out[i].depth < out[*o-1].depth {
			*o = int32(i) + 1
		}
		if c := &out[trees.To[i]-1].closes; *c == 0 || out[i].depth < out[*c-1].depth {
			*c = int32(i) + 1
		}
	}
	return out
}

// depthOf sets how deep a token and those above it lie, 1 for the highest. Each is set once, whatever the order.
func depthOf(trees *parse.Trees, out []node, i int32) {
	above, k := int32(0), i
	for k >= 0 && out[k].depth == 0 {
		k = trees.Head[k]
		above++
	}
	depth := above
	if k >= 0 {
		depth += out[k].depth
	}
	for k = i; k >= 0 && out[k].depth == 0; k = trees.Head[k] {
		out[k].depth = depth
		depth--
	}
}

// kin returns a token counted from 1, or nowhere.
func (v *view) kin(i int32) *token {
	if i == 0 {
		return &nowhere
	}
	return &v.tokens[i-1]
}

// above returns the head of a token, or nowhere, and the token's relation to it.
func (v *view) above(i int) (*token, uint64) {
	return v.kin(v.trees.Head[i] + 1), uint64(v.trees.Relation[i])
}

// cueTree appends the features of a possible cue that its place in the tree gives.
func (v *view) cueTree(out []uint64, i int) []uint64 {
	k, n := &v.tokens[i], &v.nodes[i]
	head, relation := v.above(i)
	subject, object, complement := v.kin(n.subject), v.kin(n.object), v.kin(n.complement)
	have, tag, class := n.have&telling, uint64(k.tag), uint64(k.class)
	higher := uint64(0)
	if h := v.trees.Head[i]; h >= 0 {
		higher = uint64(v.trees.Relation[h])
	}
	opens := &nowhere
	if n.complement > 0 {
		opens = &v.tokens[v.trees.From[n.complement-1]]
	}
	return append(out,
		mix(41, k.lemma, have),
		mix(42, class, tag, have),
		mix(43, tag, relation, have),
		mix(44, k.lemma, relation),
		mix(45, tag, relation, head.lemma),
		mix(46, class, relation, uint64(head.class), uint64(head.group)),
		mix(47, k.lemma, subject.lemma),
		mix(48, tag, subject.lemma, class),
		mix(49, class, uint64(subject.tag), uint64(object.tag), uint64(complement.tag)),
		mix(50, k.lemma, object.lemma),
		mix(51, tag, object.lemma, uint64(object.class)),
		mix(52, k.lemma, uint64(complement.tag), opens.form),
		mix(53, class, uint64(complement.tag), opens.form),
		mix(54, tag, relation, higher),
		mix(55, k.lemma, uint64(object.tag), uint64(subject.tag)),
		mix(56, class, complement.lemma),
		mix(57, k.lemma, head.lemma),
	)
}

// treePath is the way in the dependency tree from the cue to an item.
type treePath struct {
	path     uint64 // hash of the way from the cue to the item
	up, down uint64 // how many steps the way goes up from the cue, and then down
	branch   int32  // the token below the turning point on the item's side; -1 where the item is above the cue
	apart    bool   // they stand in different sentences
}

// longestTreePath is how far up from an item the cue is looked for.
const longestTreePath = 9

// climb is the way up from a cue: the hashes of the relations on it.
func (v *view) climb(c int) (ups [longestTreePath]uint64) {
	k := int32(c)
	for i := 1; i < longestTreePath; i++ {
		ups[i] = ups[i-1]
		if k >= 0 {
			ups[i] = mix(61, ups[i-1], uint64(v.trees.Relation[k]))
			k = v.trees.Head[k]
		}
	}
	return ups
}

// treePathOf finds the path from the cue at c to the token at i.
func (v *view) treePathOf(i, c int, ups *[longestTreePath]uint64) treePath {
	if v.text.Tokens[i].Sentence != v.text.Tokens[c].Sentence {
		return treePath{apart: true, branch: -1, path: 9}
	}
	t := treePath{branch: -1, path: 1}
	k, at := int32(i), int32(c)
	for k >= 0 && (at < v.trees.From[k] || at >= v.trees.To[k]) && t.down < longestTreePath {
		if t.down < 5 {
			t.path = mix(62, t.path, uint64(v.trees.Relation[k]))
		}
		t.branch, k = k, v.trees.Head[k]
		t.down++
	}
	if k >= 0 {
		t.up = uint64(min(max(v.nodes[c].depth-v.nodes[k].depth, 0), longestTreePath-1))
	}
	t.path = mix(63, t.path, ups[t.up])
	return t
}

// branchOf returns the relation of a path's branch, one more than the last where there is none.
func (v *view) branchOf(t *treePath) uint64 {
	if t.branch < 0 {
		return 255
	}
	return uint64(v.trees.Relation[t.branch]) | t.up<<8
}

// treePaths returns the path to every item of a window.
func (v *view) treePaths(w *window, c int, out []treePath) []treePath {
	ups := v.climb(c)
	out = out[:0]
	for _, it := range w.items {
		out = append(out, v.treePathOf(it.from, c, &ups))
	}
	return out
}

// unaryTree fills f with the features of an item that its path in the tree gives.
func (v *view) unaryTree(f []uint64, w *window, i int, t *treePath, x *cueContext) {
	it := w.items[i]
	k := &v.tokens[it.from]
	side := sideOf(i, w.cue)
	branch := v.branchOf(t) | side<<16
	head, relation := v.above(it.from)
	pairwiseCount, first, last, top := uint64(0), &nowhere, &nowhere, &nowhere
	if t.branch >= 0 {
		top = &v.tokens[t.branch]
		from, to := int(v.trees.From[t.branch]), int(v.trees.To[t.branch])
		first, last = &v.tokens[from], &v.tokens[to-1]
		pairwiseCount = min(uint64(it.from-from), 2)<<4 | min(uint64(max(to-it.to, 0)), 2)
	}
	group, tag := uint64(k.group), uint64(k.tag)
	f[0] = mix(151, t.path, side)
	f[1] = mix(152, t.path, side, x.lemma)
	f[2] = mix(153, t.path, side, x.class, tag)
	f[3] = mix(154, branch, x.lemma)
	f[4] = mix(155, branch, x.class, group, x.tag)
	f[5] = mix(156, branch, pairwiseCount, group, x.class)
	f[6] = mix(157, branch, first.form, x.tag)
	f[7] = mix(158, branch, first.form, x.lemma)
	f[8] = mix(159, branch, relation, uint64(head.tag))
	f[9] = mix(160, side, relation, head.lemma)
	f[10] = mix(161, t.path, side, uint64(k.quote), uint64(x.quote))
	f[11] = mix(162, branch, uint64(top.tag), x.context)
	f[12] = mix(163, branch, t.down, uint64(top.tag), x.class)
	f[13] = mix(164, branch, top.lemma, x.tag)
	f[14] = mix(165, branch, k.lemma, x.class)
	f[15] = mix(166, branch, uint64(first.group), uint64(last.group), uint64(top.group), x.tag)
}

// pairwiseTree fills f with the features of the step to an item that the stretches which end before it and begin with it give.
func (v *view) pairwiseTree(f []uint64, w *window, i int, before, t *treePath, x *cueContext) {
	it, prev := w.items[i], w.items[i-1]
	side := sideOf(i, w.cue)
	a, b := v.branchOf(before)<<1, v.branchOf(t)
	if before.branch == t.branch {
		a |= 1
	}
	opens, closes := v.stretch(v.nodes[it.from].opens, x.c), v.stretch(v.nodes[prev.to-1].closes, x.c)
	group := uint64(v.tokens[it.from].group)
	f[0] = mix(251, a, b, side)
	f[1] = mix(252, a, b, side, x.lemma)
	f[2] = mix(253, a, b, side, group, x.class)
	f[3] = mix(254, opens, closes, side)
	f[4] = mix(255, opens, closes, side, x.class, group)
	f[5] = mix(256, opens, closes, a, b, side)
}

// stretch tells of the token above a stretch, counted from 1, its relation and whether it hangs on the cue.
func (v *view) stretch(k int32, c int) uint64 {
	if k == 0 {
		return 255
	}
	h := uint64(v.trees.Relation[k-1])
	if int(v.trees.Head[k-1]) == c {
		h |= 1 << 8
	}
	return h
}

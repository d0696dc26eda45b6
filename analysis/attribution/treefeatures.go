package attribution

import (
	"hearsay/analysis/features"
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
const telling = 1<<parse.Subject | 1<<parse.PassiveSubject | 1<<parse.ClausalSubject | 1<<parse.Object |
	1<<parse.IndirectObject | 1<<parse.Complement | 1<<parse.OpenComplement | 1<<parse.AdverbialClause |
	1<<parse.Nominal | 1<<parse.Parataxis | 1<<parse.Marker | 1<<parse.Copula | 1<<parse.Particle |
	1<<parse.PassiveAuxiliary | 1<<parse.ModifyingClause | 1<<parse.Possessor

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
func (v extractor) kin(i int32) *token {
	if i == 0 {
		return &nowhere
	}
	return &v.tokens[i-1]
}

// above returns the head of a token, or nowhere, and the token's relation to it.
func (v extractor) above(i int) (*token, uint64) {
	return v.kin(v.trees.Head[i] + 1), uint64(v.trees.Relation[i])
}

// cueTree adds the features of a possible cue that its place in the tree gives.
func (v extractor) cueTree(f *features.Vector, i int) {
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
	f.Add(ofCueTree.LemmaDependents, k.lemma, have)
	f.Add(ofCueTree.ClassTagDependents, class, tag, have)
	f.Add(ofCueTree.TagRelationDependents, tag, relation, have)
	f.Add(ofCueTree.LemmaRelation, k.lemma, relation)
	f.Add(ofCueTree.TagRelationHeadLemma, tag, relation, head.lemma)
	f.Add(ofCueTree.ClassRelationHeadClassHeadGroup, class, relation, uint64(head.class), uint64(head.group))
	f.Add(ofCueTree.LemmaSubjectLemma, k.lemma, subject.lemma)
	f.Add(ofCueTree.TagSubjectLemmaClass, tag, subject.lemma, class)
	f.Add(ofCueTree.ClassSubjectTagObjectTagComplementTag, class, uint64(subject.tag), uint64(object.tag),
		uint64(complement.tag))
	f.Add(ofCueTree.LemmaObjectLemma, k.lemma, object.lemma)
	f.Add(ofCueTree.TagObjectLemmaObjectClass, tag, object.lemma, uint64(object.class))
	f.Add(ofCueTree.LemmaComplementTagComplementStart, k.lemma, uint64(complement.tag), opens.form)
	f.Add(ofCueTree.ClassComplementTagComplementStart, class, uint64(complement.tag), opens.form)
	f.Add(ofCueTree.TagRelationHeadRelation, tag, relation, higher)
	f.Add(ofCueTree.LemmaObjectTagSubjectTag, k.lemma, uint64(object.tag), uint64(subject.tag))
	f.Add(ofCueTree.ClassComplementLemma, class, complement.lemma)
	f.Add(ofCueTree.LemmaHeadLemma, k.lemma, head.lemma)
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

// pathsUp is the way up from a cue: the hashes of the relations on it.
func (v extractor) pathsUp(c int) (ups [longestTreePath]uint64) {
	k := int32(c)
	for i := 1; i < longestTreePath; i++ {
		ups[i] = ups[i-1]
		if k >= 0 {
			ups[i] = hash.Of(ofPath.Up, ups[i-1], uint64(v.trees.Relation[k]))
			k = v.trees.Head[k]
		}
	}
	return ups
}

// treePathOf finds the path from the cue at c to the token at i.
func (v extractor) treePathOf(i, c int, ups *[longestTreePath]uint64) treePath {
	if v.text.Tokens[i].Sentence != v.text.Tokens[c].Sentence {
		return treePath{apart: true, branch: -1, path: 9}
	}
	t := treePath{branch: -1, path: 1}
	k, at := int32(i), int32(c)
	for k >= 0 && (at < v.trees.From[k] || at >= v.trees.To[k]) && t.down < longestTreePath {
		if t.down < 5 {
			t.path = hash.Of(ofPath.Down, t.path, uint64(v.trees.Relation[k]))
		}
		t.branch, k = k, v.trees.Head[k]
		t.down++
	}
	if k >= 0 {
		t.up = uint64(min(max(v.nodes[c].depth-v.nodes[k].depth, 0), longestTreePath-1))
	}
	t.path = hash.Of(ofPath.Both, t.path, ups[t.up])
	return t
}

// branchOf returns the relation of a path's branch, one more than the last where there is none.
func (v extractor) branchOf(t *treePath) uint64 {
	if t.branch < 0 {
		return 255
	}
	return uint64(v.trees.Relation[t.branch]) | t.up<<8
}

// treePaths returns the path to every item of a window.
func (v extractor) treePaths(w *window, c int, out []treePath) []treePath {
	ups := v.pathsUp(c)
	out = out[:0]
	for _, it := range w.items {
		out = append(out, v.treePathOf(it.from, c, &ups))
	}
	return out
}

// unaryTree adds the features of an item that its path in the tree gives.
func (v extractor) unaryTree(f *features.Vector, w *window, i int, t *treePath, x *cueContext) {
	it := w.items[i]
	k := &v.tokens[it.from]
	side := sideOf(i, w.cue)
	branch := v.branchOf(t) | side<<16
	head, relation := v.above(it.from)
	ends, first, last, top := uint64(0), &nowhere, &nowhere, &nowhere
	if t.branch >= 0 {
		top = &v.tokens[t.branch]
		from, to := int(v.trees.From[t.branch]), int(v.trees.To[t.branch])
		first, last = &v.tokens[from], &v.tokens[to-1]
		ends = min(uint64(it.from-from), 2)<<4 | min(uint64(max(to-it.to, 0)), 2)
	}
	group, tag := uint64(k.group), uint64(k.tag)
	f.Add(ofItemTree.TreePath, t.path, side)
	f.Add(ofItemTree.TreePathCueLemma, t.path, side, x.lemma)
	f.Add(ofItemTree.TreePathCueClassTag, t.path, side, x.class, tag)
	f.Add(ofItemTree.BranchCueLemma, branch, x.lemma)
	f.Add(ofItemTree.BranchCueClassGroupCueTag, branch, x.class, group, x.tag)
	f.Add(ofItemTree.BranchBranchEndsGroupCueClass, branch, ends, group, x.class)
	f.Add(ofItemTree.BranchBranchStartCueTag, branch, first.form, x.tag)
	f.Add(ofItemTree.BranchBranchStartCueLemma, branch, first.form, x.lemma)
	f.Add(ofItemTree.BranchRelationHeadTag, branch, relation, uint64(head.tag))
	f.Add(ofItemTree.RelationHeadLemma, side, relation, head.lemma)
	f.Add(ofItemTree.TreePathQuoteCueQuote, t.path, side, uint64(k.quote), uint64(x.quote))
	f.Add(ofItemTree.BranchBranchTagCueContext, branch, uint64(top.tag), x.context)
	f.Add(ofItemTree.BranchDepthBranchTagCueClass, branch, t.down, uint64(top.tag), x.class)
	f.Add(ofItemTree.BranchBranchLemmaCueTag, branch, top.lemma, x.tag)
	f.Add(ofItemTree.BranchLemmaCueClass, branch, k.lemma, x.class)
	f.Add(ofItemTree.BranchBranchStartGroupBranchEndGroupBranchGroupCueTag, branch, uint64(first.group),
		uint64(last.group), uint64(top.group), x.tag)
}

// pairwiseTree adds the features of the step to an item that the stretches which end before it and begin with it give.
func (v extractor) pairwiseTree(f *features.Vector, w *window, i int, before, t *treePath, x *cueContext) {
	it, prev := w.items[i], w.items[i-1]
	side := sideOf(i, w.cue)
	a, b := v.branchOf(before)<<1, v.branchOf(t)
	if before.branch == t.branch {
		a |= 1
	}
	opens, closes := v.stretch(v.nodes[it.from].opens, x.c), v.stretch(v.nodes[prev.to-1].closes, x.c)
	group := uint64(v.tokens[it.from].group)
	f.Add(ofStepTree.BranchBeforeBranch, a, b, side)
	f.Add(ofStepTree.BranchBeforeBranchCueLemma, a, b, side, x.lemma)
	f.Add(ofStepTree.BranchBeforeBranchGroupCueClass, a, b, side, group, x.class)
	f.Add(ofStepTree.OpensCloses, opens, closes, side)
	f.Add(ofStepTree.OpensClosesCueClassGroup, opens, closes, side, x.class, group)
	f.Add(ofStepTree.OpensClosesBranchBeforeBranch, opens, closes, a, b, side)
}

// stretch tells of the token above a stretch, counted from 1, its relation and whether it hangs on the cue.
func (v extractor) stretch(k int32, c int) uint64 {
	if k == 0 {
		return 255
	}
	h := uint64(v.trees.Relation[k-1])
	if int(v.trees.Head[k-1]) == c {
		h |= 1 << 8
	}
	return h
}

package attribution

import "hearsay/analysis/features"

// Features by the classes of words, through which the models know rare words by frequent ones.

// cueClusters adds the features of a possible cue that its class gives.
func (v extractor) cueClusters(f *features.Vector, i int, left, right uint64) {
	s := &v.text.Sentences[v.text.Tokens[i].Sentence]
	k, n := &v.tokens[i], &v.nodes[i]
	n1, n2 := v.near(i+1, s.From, s.To), v.near(i+2, s.From, s.To)
	head, relation := v.above(i)
	subject, object, complement := v.kin(n.subject), v.kin(n.object), v.kin(n.complement)
	have, tag, group := n.have&telling, uint64(k.tag), uint64(k.group)
	coarse, middle, fine := uint64(k.cluster.Coarse), uint64(k.cluster.Middle)<<2, uint64(k.cluster.Fine)<<4
	subjects, objects := uint64(subject.cluster.Middle), uint64(object.cluster.Middle)
	f.Add(ofCueClusters.FineDependents, fine, have)
	f.Add(ofCueClusters.MiddleDependentsTag, middle, have, tag)
	f.Add(ofCueClusters.CoarseDependentsTagRelation, coarse, have, tag, relation)
	f.Add(ofCueClusters.FineFormNext, fine, n1.form)
	f.Add(ofCueClusters.MiddleFormNextTag, middle, n1.form, tag)
	f.Add(ofCueClusters.FineRight, fine, right)
	f.Add(ofCueClusters.FineLeftRight, fine, left, right)
	f.Add(ofCueClusters.FineRelationGroup, fine, relation, group)
	f.Add(ofCueClusters.MiddleQuoteQuoteNextGroup, middle, uint64(k.quote), uint64(n1.quote), group)
	f.Add(ofCueClusters.MiddleSubjectMiddleTag, middle, subjects, tag)
	f.Add(ofCueClusters.FineSubjectCoarseObjectCoarse, fine, uint64(subject.cluster.Coarse), uint64(object.cluster.Coarse))
	f.Add(ofCueClusters.MiddleObjectMiddleTag, middle, objects, tag)
	f.Add(ofCueClusters.TagObjectFineRelation, tag, uint64(object.cluster.Fine), relation)
	f.Add(ofCueClusters.MiddleComplementTagComplementCoarse, middle, uint64(complement.tag),
		uint64(complement.cluster.Coarse))
	f.Add(ofCueClusters.LemmaSubjectMiddle, k.lemma, subjects)
	f.Add(ofCueClusters.LemmaObjectMiddle, k.lemma, objects)
	f.Add(ofCueClusters.FineTagNextTagNext2, fine, uint64(n1.tag), uint64(n2.tag))
	f.Add(ofCueClusters.MiddleRelationHeadMiddle, middle, relation, uint64(head.cluster.Middle))
	f.Add(ofCueClusters.TagSubjectMiddleObjectMiddle, tag, subjects, objects)
	f.Add(ofCueClusters.FineTag, fine, tag)
}

// unaryClusters adds the features of an item that its class and the cue's give.
func (v extractor) unaryClusters(f *features.Vector, w *window, i int, p path, t *treePath, x *cueContext) {
	k, c := &v.tokens[w.items[i].from], &v.tokens[x.c]
	side := sideOf(i, w.cue)
	branch := v.branchOf(t) | side<<16
	top := uint64(0)
	if t.branch >= 0 {
		top = uint64(v.tokens[t.branch].cluster.Middle)
	}
	tag, group := uint64(k.tag), uint64(k.group)
	fine, middle := uint64(c.cluster.Fine)<<4|uint64(c.group), uint64(c.cluster.Middle)<<4|uint64(c.group)
	f.Add(ofItemClusters.BranchCueFine, branch, fine)
	f.Add(ofItemClusters.TreePathCueMiddle, t.path, side, middle)
	f.Add(ofItemClusters.TreePathCueFineGroup, t.path, side, fine, group)
	f.Add(ofItemClusters.BranchMiddleCueClassTag, branch, uint64(k.cluster.Middle), x.class, tag)
	f.Add(ofItemClusters.DistanceCoarseCueFine, side, bucket(p.distance), uint64(k.cluster.Coarse), fine)
	f.Add(ofItemClusters.TagFine, side, tag, uint64(k.cluster.Fine))
	f.Add(ofItemClusters.PathCueMiddleTag, side, p.small(), middle, tag)
	f.Add(ofItemClusters.DistanceCueFineGroup, side, bucket(p.distance), fine, group)
	f.Add(ofItemClusters.BranchBranchMiddleCueMiddle, branch, top, middle)
	f.Add(ofItemClusters.WholePathCueMiddle, side, p.whole(), middle)
}

// pairwiseClusters adds the features of the step to an item that the cue's class gives.
func (v extractor) pairwiseClusters(f *features.Vector, w *window, i int, p path, before, t *treePath, x *cueContext) {
	c := &v.tokens[x.c]
	fine := uint64(c.cluster.Fine)<<4 | uint64(c.group)
	side, group := sideOf(i, w.cue), uint64(v.tokens[w.items[i].from].group)
	f.Add(ofStepClusters.BranchBeforeBranchCueFine, v.branchOf(before), v.branchOf(t), side, fine)
	f.Add(ofStepClusters.CueFineUpTo3Group, side, fine, bucket(min(p.distance, 3)), group)
}

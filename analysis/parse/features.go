package parse

import (
	"hearsay/analysis/features"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// newWord turns a token into what the parser sees of it.
func newWord(w string, t tags.Tag) word { return word{features.Fold(w), t} }

// setWords sets the words of the sentence to be parsed.
func (s *state) setWords(t string, tokens []text.Token, of []tags.Tag) {
	s.words = s.words[:0]
	for i, k := range tokens {
		s.words = append(s.words, newWord(k.Of(t), of[i]))
	}
}

// both makes one value of two. The weights were learnt with it.
func both(a, b uint64) uint64 { return a*3 + b ^ b>>31 }

// nothing stands where there is no word, ending where the sentence ends.
var (
	nothing = word{form: 1, tag: tags.None}
	ending  = word{form: 2, tag: 63}
	none    children
)

// at returns the word at i, or what stands for its lack.
func (s *state) at(i int32) *word {
	switch {
	case i < 0:
		return &nothing
	case int(i) >= len(s.words):
		return &ending
	}
	return &s.words[i]
}

// top returns the token that is k-th from the top of the stack, -1 for none.
func (s *state) top(k int) int32 {
	if k >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-k]
}

func (s *state) childrenOf(i int32) *children {
	if i < 0 || int(i) >= len(s.children) {
		return &none
	}
	return &s.children[i]
}

// tagOf returns the tag and relation of a child, which is counted from 1.
func (s *state) tagOf(child int32) uint64 {
	if child == 0 {
		return 0
	}
	return uint64(s.words[child-1].tag)<<8 | uint64(s.relation[child-1]) + 1
}

// apart makes few values of how far two words stand apart.
func apart(a, b int32) uint64 {
	switch d := b - a; {
	case a < 0:
		return 0
	case d < 5:
		return uint64(d)
	case d < 10:
		return 5
	}
	return 6
}

// templates are the feature templates (after Zhang and Nivre 2011): the words at the top of the stack, of which Second
// is the one beneath, and the Next ones of the buffer; their tags, how far they stand apart, and the dependents they
// have so far: the outermost Left and Right ones, and the set of all Relations.
type templates struct {
	TopForm, TopFormTag, SecondFormTag, NextFormTag, Next2FormTag, Next3Form,
	TopTagNextTag, TopTagNextTags, SecondTopNextTags, ThreeTopTags, ThreeNextTags, TopFormNextForm, SecondFormTopForm,
	TopFormNextTag, NextFormTopTag, SecondFormTopTag, TopFormSecondTag, TopFormSecondTagNextTag,
	SecondFormTopTagNextTag, NextFormTopTags, TopFormNextTags,
	TagsTopLeft, TagsTopRight, TagsNextLeft, TopTagsSecondRight, TopTagsTopLeft, TopTagsTopRight, TopTagsSecondLeft,
	TopFormTopLeft, TopFormTopRight, SecondFormSecondRight, NextFormNextLeft,
	TopRelationsTags, TopRelationsForm, SecondRelationsTags, SecondRelationsForm, NextRelationsTags,
	DistancesTags, DistancesTopForm, DistanceTopTags,
	TopFormsNextTag, TopFormNextFormSecondTag, TopRelationsSecondRelations, TopRights, TopTagsChildren,
	NextForms, SecondFormNextForm, FourTags, FourTagsAhead, FormBetween features.Template
}

var template = features.New[templates](features.OfTrees, 1)

// addFeatures makes f the features of a state.
func (s *state) addFeatures(f *features.Vector) {
	f.Reset()
	i0, i1, i2 := s.top(0), s.top(1), s.top(2)
	s0, s1, s2, b0, b1, b2 := s.at(i0), s.at(i1), s.at(i2), s.at(s.next), s.at(s.next+1), s.at(s.next+2)
	c0, c1, cb := s.childrenOf(i0), s.childrenOf(i1), s.childrenOf(s.next)
	t0, t1, t2, u0, u1, u2 := uint64(s0.tag), uint64(s1.tag), uint64(s2.tag), uint64(b0.tag), uint64(b1.tag),
		uint64(b2.tag)
	l0, r0, l1, r1, lb := s.tagOf(c0.left), s.tagOf(c0.right), s.tagOf(c1.left), s.tagOf(c1.right), s.tagOf(cb.left)
	near, wide, between := apart(i0, s.next), apart(i1, i0), s.at(s.next-1)
	f.Add(template.TopForm, s0.form)
	f.Add(template.TopFormTag, s0.form+t0)
	f.Add(template.SecondFormTag, s1.form+t1)
	f.Add(template.NextFormTag, b0.form+u0)
	f.Add(template.Next2FormTag, b1.form+u1)
	f.Add(template.Next3Form, b2.form)
	f.Add(template.TopTagNextTag, t0<<8|u0)
	f.Add(template.TopTagNextTags, t0<<16|u0<<8|u1)
	f.Add(template.SecondTopNextTags, t1<<16|t0<<8|u0)
	f.Add(template.ThreeTopTags, t2<<16|t1<<8|t0)
	f.Add(template.ThreeNextTags, u0<<16|u1<<8|u2)
	f.Add(template.TopFormNextForm, both(s0.form, b0.form))
	f.Add(template.SecondFormTopForm, both(s1.form, s0.form))
	f.Add(template.TopFormNextTag, both(s0.form, u0))
	f.Add(template.NextFormTopTag, both(b0.form, t0))
	f.Add(template.SecondFormTopTag, both(s1.form, t0))
	f.Add(template.TopFormSecondTag, both(s0.form, t1))
	f.Add(template.TopFormSecondTagNextTag, both(s0.form, t1<<8|u0))
	f.Add(template.SecondFormTopTagNextTag, both(s1.form, t0<<8|u0))
	f.Add(template.NextFormTopTags, both(b0.form, t1<<8|t0))
	f.Add(template.TopFormNextTags, both(s0.form, u0<<8|u1))
	f.Add(template.TagsTopLeft, t0<<32|u0<<24|l0)
	f.Add(template.TagsTopRight, t0<<32|u0<<24|r0)
	f.Add(template.TagsNextLeft, t0<<32|u0<<24|lb)
	f.Add(template.TopTagsSecondRight, t1<<32|t0<<24|r1)
	f.Add(template.TopTagsTopLeft, t1<<32|t0<<24|l0)
	f.Add(template.TopTagsTopRight, t1<<32|t0<<24|r0)
	f.Add(template.TopTagsSecondLeft, t1<<32|t0<<24|l1)
	f.Add(template.TopFormTopLeft, both(s0.form, l0))
	f.Add(template.TopFormTopRight, both(s0.form, r0))
	f.Add(template.SecondFormSecondRight, both(s1.form, r1))
	f.Add(template.NextFormNextLeft, both(b0.form, lb))
	f.Add(template.TopRelationsTags, both(c0.childRelations, t0<<8|u0))
	f.Add(template.TopRelationsForm, both(c0.childRelations, s0.form))
	f.Add(template.SecondRelationsTags, both(c1.childRelations, t1<<8|t0))
	f.Add(template.SecondRelationsForm, both(c1.childRelations, s1.form))
	f.Add(template.NextRelationsTags, both(cb.childRelations, u0<<8|t0))
	f.Add(template.DistancesTags, near<<24|wide<<16|t0<<8|u0)
	f.Add(template.DistancesTopForm, both(s0.form, near<<16|wide<<8|u0))
	f.Add(template.DistanceTopTags, wide<<16|t1<<8|t0)
	f.Add(template.TopFormsNextTag, both(s1.form, s0.form)+u0)
	f.Add(template.TopFormNextFormSecondTag, both(s0.form, b0.form)+t1)
	f.Add(template.TopRelationsSecondRelations, both(c0.childRelations, c1.childRelations)+t0<<8+t1)
	f.Add(template.TopRights, both(s.tagOf(c0.right2), r0)<<8|t0)
	f.Add(template.TopTagsChildren, t1<<32|t0<<24|uint64(c0.rights)<<16|uint64(c0.lefts)<<8|u0)
	f.Add(template.NextForms, both(b0.form, b1.form))
	f.Add(template.SecondFormNextForm, both(s1.form, b0.form)+t0)
	f.Add(template.FourTags, t2<<24|t1<<16|t0<<8|u0)
	f.Add(template.FourTagsAhead, t1<<24|t0<<16|u0<<8|u1)
	f.Add(template.FormBetween, both(between.form, t0<<8|u0))
}

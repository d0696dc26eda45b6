package attribution

import (
	"hearsay/analysis/parse"
	"hearsay/analysis/text"
)

// actor gives a quote behind a colon to who acts in the words before it, where the source was taken to be what the verb
// is about: "The chairman ended with a warning:" is the chairman's.
func (v assembly) actor(c *candidate) {
	if v.text.Word(c.token) != ":" || len(c.source) != 1 {
		return
	}
	from, to := v.text.Range(c.source[0])
	for i := from; i < to && to <= c.token; i++ {
		h := int(v.trees.Head[i])
		if h < 0 || h >= from && h < to || !v.tags[h].Verb() {
			continue
		}
		if r := v.trees.Relation[i]; r != parse.Nominal && r != parse.Object {
			continue
		}
		s := int(v.nodes[h].subject) - 1
		if s < 0 || s > h || h > from {
			return
		}
		whole := v.text.Span(int(v.trees.From[s]), int(v.trees.To[s]))
		if cue := v.text.Span(h, c.token+1); !touches(c.content, whole) && !touches(c.content, cue) && !cue.Overlaps(whole) {
			c.source, c.cue = []text.Span{whole}, []text.Span{cue}
		}
		return
	}
}

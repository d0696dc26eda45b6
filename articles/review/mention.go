package review

import (
	"cmp"
	"slices"

	"hearsay/analysis"
)

// mentionedAt is who is mentioned at each stretch, of two the first.
func (c *cast) mentionedAt() map[analysis.Span]int {
	if c.mentioned == nil {
		c.mentioned = map[analysis.Span]int{}
		for i := range c.speakers {
			for _, m := range c.speakers[i].Mentions {
				if _, ok := c.mentioned[m]; !ok {
					c.mentioned[m] = c.is.of(i)
				}
			}
		}
	}
	return c.mentioned
}

// mentions reports whether one of the mentions is a speaker's.
func (c *cast) mentions(i int, all []Words) bool {
	for _, w := range all {
		if w.In(c.text) && slices.Contains(c.speakers[i].Mentions, w.Span()) {
			return true
		}
	}
	return false
}

// mention adds mentions to a speaker whom the reviewer introduced.
func (c *cast) mention(i int, all []Words) {
	if i < c.machine {
		return
	}
	for _, w := range all {
		if w.In(c.text) {
			c.mentionAt(i, w.Span())
		}
	}
}

// mentionAt adds a mention to a speaker, where they have none yet.
func (c *cast) mentionAt(i int, at analysis.Span) {
	s := &c.speakers[i]
	if slices.ContainsFunc(s.Mentions, func(p analysis.Span) bool { return p.Overlaps(at) }) {
		return
	}
	c.mentioned = nil
	s.Mentions = append(s.Mentions, at)
	slices.SortFunc(s.Mentions, func(a, b analysis.Span) int { return cmp.Compare(a.Start, b.Start) })
}

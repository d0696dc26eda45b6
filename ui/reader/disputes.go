package reader

import (
	"strings"

	"hearsay/analysis"
)

// topic is what a position is taken on.
func (o *opened) topic(position int) analysis.Topic { return o.topics[o.topicOf[position]] }

// split reports whether a position's speaker is on both sides of its topic.
func (o *opened) split(position int) bool {
	p := o.doc.Positions[position]
	return p.Stance != analysis.Neutral && o.topic(position).View(p.Speaker).Split()
}

// standing is how a position's speaker stands to others on its topic, as a sign and as words; a blank where no other
// takes a side.
func (o *opened) standing(position int) (sign, words string) {
	with, against := o.topic(position).Beside(o.doc.Positions[position])
	switch {
	case o.split(position):
		return bothSign, bothSides
	case len(against) > 0:
		return disputedSign, disputed
	case len(with) > 0:
		return sharedSign, shared
	}
	return " ", ""
}

// dispute tells who stands on which side of a position's topic beside its speaker; empty where nobody does.
func (o *opened) dispute(position int) string {
	with, against := o.topic(position).Beside(o.doc.Positions[position])
	var parts []string
	if o.split(position) {
		parts = append(parts, bothSign+" "+bothSides+" of it")
	}
	if len(against) > 0 {
		parts = append(parts, disputedSign+" "+disputed+" by "+o.names(against))
	}
	if len(with) > 0 {
		parts = append(parts, sharedSign+" "+shared+" by "+o.names(with))
	}
	return strings.Join(parts, " · ")
}

// names are the short names of speakers: "Putin, Xi".
func (o *opened) names(speakers []int) string {
	out := make([]string, len(speakers))
	for i, s := range speakers {
		out[i] = o.short(s)
	}
	return strings.Join(out, ", ")
}

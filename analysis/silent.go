package analysis

import "slices"

// dropSilent leaves out the speakers whose words are not quoted and of whom no position is told: they were only asked
// about because they might take a side. What is doubted of them goes with them.
func (d *Document) dropSilent() {
	kept := make([]bool, len(d.Speakers))
	for _, q := range d.Quotes {
		for _, s := range q.Speakers {
			kept[s] = true
		}
	}
	for _, p := range d.Positions {
		kept[p.Speaker] = true
	}
	if !slices.Contains(kept, false) {
		return
	}
	index, speakers := make([]int, len(kept)), d.Speakers[:0]
	for s, is := range kept {
		index[s] = None
		if is {
			index[s] = len(speakers)
			speakers = append(speakers, d.Speakers[s])
		}
	}
	d.Speakers = speakers
	d.renumberSpeakers(index)
}

// renumberSpeakers puts the new indexes of speakers for the old ones; None stands for one who is left out.
func (d *Document) renumberSpeakers(index []int) {
	for i := range d.Quotes {
		q := &d.Quotes[i]
		q.Speakers = renumbered(q.Speakers, index)
		for k := range q.Why.Chain {
			q.Why.Chain[k].Speaker = index[q.Why.Chain[k].Speaker]
		}
		q.Why.Chain = slices.DeleteFunc(q.Why.Chain, func(l Link) bool { return l.Speaker == None })
		for k := range q.Why.Candidates {
			if c := &q.Why.Candidates[k]; c.Speaker != None {
				c.Speaker = index[c.Speaker]
			}
		}
	}
	for _, list := range []*[]Position{&d.Positions, &d.Doubtful} {
		for i := range *list {
			p := &(*list)[i]
			p.Speaker, p.Targets = index[p.Speaker], renumbered(p.Targets, index)
		}
		*list = slices.DeleteFunc(*list, func(p Position) bool { return p.Speaker == None })
	}
}

// renumbered are the new indexes of some speakers, without those who are left out.
func renumbered(speakers, index []int) []int {
	out := slices.Clone(speakers)
	for i, s := range out {
		out[i] = index[s]
	}
	return slices.DeleteFunc(out, func(s int) bool { return s == None })
}

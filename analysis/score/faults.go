package score

// Sort says what is wrong with an attribution.
type Sort string

// The sorts of fault.
const (
	Missed      Sort = "missed"       // gold that nothing matches
	WrongSource Sort = "wrong source" // found, and given to somebody else
	Spurious    Sort = "spurious"     // a prediction that matches no gold
)

// Fault is an attribution that is not as gold has it.
type Fault struct {
	Sort Sort
	// Gold is nil for what is spurious, Found for what was missed.
	Gold, Found *Attribution
}

// Faults gives at most so many of what is wrong: gold in its order, then the predictions that match none in theirs.
func (c *Comparison) Faults(most int) []Fault {
	byGold, taken := make([]*pair, len(c.gold)), make([]bool, len(c.found))
	for i := range c.pairs {
		p := &c.pairs[i]
		byGold[p.gold], taken[p.found] = p, true
	}
	var out []Fault
	for i := range c.gold {
		switch p := byGold[i]; {
		case p == nil:
			out = append(out, Fault{Missed, &c.gold[i].Attribution, nil})
		case !p.attributed:
			out = append(out, Fault{WrongSource, &c.gold[i].Attribution, &c.found[p.found].Attribution})
		}
	}
	for i := range c.found {
		if !taken[i] {
			out = append(out, Fault{Spurious, nil, &c.found[i].Attribution})
		}
	}
	return out[:max(0, min(most, len(out)))]
}

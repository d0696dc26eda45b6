package find

import "hearsay/analysis/text"

// next is the first place of s, from the byte at from, where the pattern stands.
func (p *pattern) next(s string, from int) (text.Span, bool) {
	n := len(p.units)
	recent := make([]unit, n) // the last n units, as a ring
	matched, count := 0, 0
	for u := range p.folding.units(s[from:]) {
		recent[count%n] = u
		count++
		for matched > 0 && (matched == n || u.r != p.units[matched]) {
			matched = p.back[matched]
		}
		if u.r == p.units[matched] {
			matched++
		}
		if matched < n {
			continue
		}
		first := recent[count%n] // the oldest of the ring
		if first.first && u.last {
			return text.Span{Start: from + first.start, End: from + u.end}, true
		}
	}
	return text.Span{}, false
}

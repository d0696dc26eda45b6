package text

// longContent is how many tokens of a stretch are looked at, so that the work stays in proportion to the text however
// the stretches lie over each other.
const longContent = 1000

// Innermost tells for each token which of some stretches it stands in, counted from 1; 0 is none. A stretch may have
// several parts. Of stretches within each other the inner one counts, which is the shorter.
func (t *Text) Innermost(stretches [][]Span) []int32 {
	in, length := make([]int32, len(t.Tokens)), make([]int32, len(t.Tokens))
	for q, parts := range stretches {
		n := int32(0)
		for _, p := range parts {
			n += int32(p.Len())
		}
		for _, p := range parts {
			from, to := t.Range(p)
			for i := from; i < min(to, from+longContent); i++ {
				if in[i] == 0 || n < length[i] {
					in[i], length[i] = int32(q+1), n
				}
			}
		}
	}
	return in
}

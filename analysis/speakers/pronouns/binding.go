package pronouns

import (
	"slices"

	"hearsay/analysis/speakers/discourse"
)

// boundAt are those whom the pronoun at token i cannot mean, by what binding is in reported speech: who speaks the
// words in quotation marks among which it stands, for they would say "I", and, where it is itself a source, those
// whom its own words name, for nobody speaks so of themselves.
func (r *Resolver) boundAt(i int) []int {
	var bound []int
	if r.talk.Quoted(i) {
		bound = r.behindContent(i)
	}
	headed := r.quotes.HeadedBy(i)
	if len(headed) == 0 {
		return bound
	}
	bound = discourse.Union(bound, r.namedIn(i, headed))
	for _, m := range r.talk.Back(FarMentions) {
		own := m.Quoted || !Is(r.cast.Lower(m.From)) // “his party will win, he said” may be of himself
		if q := r.quotes.Around(m.From); own && q >= 0 && slices.Contains(headed, q) {
			bound = discourse.Union(bound, m.Entities)
		}
	}
	return bound
}

// farContent is how many words behind a pronoun are looked at for the names in its content.
const farContent = 60

// namedIn are those who are named behind the pronoun at token i, in the content of the quotes that it heads: whoever
// says “that Bell should resign” is not Bell.
func (r *Resolver) namedIn(i int, headed []int) (out []int) {
	for k := i + 1; k < min(len(r.cast.Tokens), i+farContent); k++ {
		n, at, ok := r.cast.Name(k)
		if !ok || k != n.From || r.talk.Quoted(k) || !slices.Contains(headed, r.quotes.Around(k)) {
			continue // in quotation marks some do speak of themselves by name
		}
		if e := r.cast.OfName(at); e >= 0 && !discourse.Share(out, []int{e}) {
			out = append(out, e)
		}
	}
	return out
}

// behindContent are those who are known, as yet, to be behind the content in which token i stands.
func (r *Resolver) behindContent(i int) []int {
	q := r.quotes.Around(i)
	if q < 0 {
		return nil
	}
	return r.quotes.Behind(q)
}

package pronouns

import (
	"slices"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/parse"
	"hearsay/analysis/speakers/discourse"
	"hearsay/analysis/tags"
)

// boundAt are those whom the pronoun at token i cannot mean, by what binding is in reported speech: who speaks the
// words in quotation marks among which it stands, for they would say "I"; where it is itself a source, those
// whom its own words name, for nobody speaks so of themselves; and whoever asked another just before, who answers.
func (r *Resolver) boundAt(i int) []int {
	bound := r.askers(i)
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
		if r.goesOnOf(i, m) {
			continue
		}
		if q := r.quotes.Around(m.From); own && q >= 0 && slices.Contains(headed, q) {
			bound = discourse.Union(bound, m.Entities)
		}
	}
	return bound
}

// askers are those by whom somebody else was asked just before the pronoun at token i: after "Ann was asked by the
// coroner why", she who replies, or is asked again, is Ann. She who asks may be either.
func (r *Resolver) askers(i int) (out []int) {
	if h := int(r.cast.Trees.Head[i]); r.talk.Quoted(i) || h >= 0 && asking[r.cast.Lemma(h)] && !r.inPassive(h) {
		return nil
	}
	for _, m := range r.talk.Back(nearAsker) {
		if r.cast.Tokens[i].Sentence-m.Sentence > farAnswer || m.From == 0 {
			break
		}
		if r.cast.Lower(m.From-1) != "by" || m.Quoted {
			continue
		}
		for k := m.From - 2; k >= max(0, m.From-farBy); k-- {
			if asking[r.cast.Lemma(k)] && r.inPassive(k) {
				out = discourse.Union(out, m.Entities)
				break
			}
		}
	}
	return out
}

// inPassive reports whether a token is a verb in the passive.
func (r *Resolver) inPassive(k int) bool {
	if r.cast.Tag(k) != tags.VBN {
		return false
	}
	for b := int(r.cast.Trees.From[k]); b < k; b++ {
		if int(r.cast.Trees.Head[b]) == k && r.cast.Trees.Relation[b] == parse.PassiveAuxiliary {
			return true
		}
	}
	return false
}

// asking are the verbs of asking, by their base forms.
var asking = lexicon.Words("pronouns", "asking")

// Bounds on where an asker is looked for: how many mentions and sentences before the answer, and how many tokens
// behind the verb "by" stands.
const (
	nearAsker = 8
	farAnswer = 2
	farBy     = 6
)

// goesOnOf reports whether a mention in the words that the pronoun at token i is the source of says nothing against
// those who spoke last. “The bank has hired a cat, it said”: bodies tell of themselves by what they are called. And
// whom a “he” or a “they” within the words means was not sure before it was known who speaks: the speaker is hardly one
// of those.
func (r *Resolver) goesOnOf(i int, m *discourse.Mention) bool {
	body := At(r.cast.Text, i).Group == Thing
	pronoun := m.To-m.From == 1 && Is(r.cast.Lower(m.From))
	if pronoun {
		return discourse.Share(m.Entities, r.talk.Speakers())
	}
	return body && !m.Quoted && discourse.Same(m.Entities, r.talk.Speakers())
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

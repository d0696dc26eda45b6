package denials

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/analysis/annotated"
	"hearsay/analysis/attribution"
	"hearsay/analysis/parse"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// AddRefusals adds the refusals to speak that no quote holds: somebody did not respond, could not be reached, would not
// discuss something. As in annotated news, the content is what was asked or what they would not speak of, and the cue
// all that denies it, "did not respond to"; where nothing is named, the content is what they would not do: "to
// comment". Those that are told by the way, in a clause that hangs on another one or within what somebody says, are
// left to the quote that holds them.
func AddRefusals(t *annotated.Text, list []attribution.Attribution) []attribution.Attribution {
	v := of(t)
	held := v.held(list)
	for i := range v.text.Tokens {
		if v.quotations.At[i] >= 0 || v.text.Paragraphs[v.text.ParagraphOf(i)].Aside {
			continue
		}
		if p, ok := v.utters(i); !ok || p != attribution.Refused {
			continue
		}
		d, ok := v.denialOf(i, nil)
		if !ok || d.polarity != attribution.Refused || !d.stands() {
			continue
		}
		if d.word != i || slices.Contains(held[d.from:i+1], true) {
			continue
		}
		if v.elsewhere(i) || v.byTheWay(d.top) {
			continue
		}
		if a, ok := v.refusal(&d); ok {
			list = append(list, a)
			for k := d.from; k <= i; k++ {
				held[k] = true
			}
		}
	}
	return list
}

// elsewhere reports whether a verb of answering has something else than an asking behind it: "responded to the attack".
func (v utterances) elsewhere(i int) bool {
	_, _, about := v.about(i)
	return about && askedVerbs[v.text.Lemma(i)] && !v.asking(i)
}

// byTheWay reports whether a verb stands in a clause that hangs on another one.
func (v utterances) byTheWay(top int) bool {
	for range highest {
		switch v.trees.Relation[top] {
		case parse.RelativeClause, parse.ModifyingClause, parse.AdverbialClause, parse.Complement:
			return true
		case parse.Conjunct:
			top = int(v.trees.Head[top])
		default:
			return false
		}
	}
	return false
}

// held tells which tokens stand in the cue or the content of a quote.
func (v utterances) held(list []attribution.Attribution) []bool {
	held := make([]bool, len(v.text.Tokens))
	for _, a := range list {
		for _, p := range slices.Concat(a.Cue, a.Content) {
			from, to := v.text.Range(p)
			for i := from; i < to; i++ {
				held[i] = true
			}
		}
	}
	return held
}

// refusalConfidence is how sure it is that a refusal is one, and its source who refuses: nearly all of two dozen read
// in the training parts were; where its content begins and ends is less sure.
const refusalConfidence = 0.8

// refusal makes a quote of a denial. It is not ok where nobody is named who refuses.
func (v utterances) refusal(d *denial) (a attribution.Attribution, ok bool) {
	source, ok := v.refuser(d)
	if !ok {
		return a, false
	}
	cueEnd, from, to := v.refused(d)
	if cueEnd <= d.from || from >= to {
		return a, false
	}
	cue, content := v.text.Span(d.from, cueEnd), attribution.Trimmed(v.text, []text.Span{v.text.Span(from, to)})
	if len(content) == 0 || source.Overlaps(cue) || source.Overlaps(content[0]) {
		return a, false
	}
	words := strings.Join(strings.Fields(v.text.Of(cue)), " ")
	return attribution.Attribution{Content: content, Cue: []text.Span{cue}, Source: []text.Span{source},
		Kind: attribution.KindOf(v.text, content), Polarity: attribution.Refused,
		Head: min(max(d.top, d.from), cueEnd-1), Continues: -1, Confidence: refusalConfidence,
		Found: fmt.Sprintf("the words “%s” tell that nothing was said", words)}, true
}

// refuser returns the words that name who refuses: the subject, without a clause that hangs on it.
func (v utterances) refuser(d *denial) (source text.Span, ok bool) {
	s := v.subjectOf(d.top)
	if s < 0 || s >= d.word {
		return source, false
	}
	from, to := int(v.trees.From[s]), int(v.trees.To[s])
	for k := s + 1; k < to; k++ {
		if int(v.trees.Head[k]) != s {
			continue
		}
		switch v.trees.Relation[k] {
		case parse.RelativeClause, parse.ModifyingClause, parse.Parataxis:
			to = int(v.trees.From[k])
		}
	}
	for to > from && (attribution.Loose(v.text, to-1) || v.breaks(to-1)) {
		to--
	}
	for from < to && attribution.Loose(v.text, from) {
		from++
	}
	if from >= to {
		return source, false
	}
	return v.text.Span(from, to), true
}

// refused returns where the cue of a refusal ends, and where its content stands: what it is about, or else what is
// not done.
func (v utterances) refused(d *denial) (cueEnd, from, to int) {
	if from, to, ok := v.about(d.word); ok {
		return from, from, to
	}
	if d.top != d.word {
		if from, to, ok := v.about(d.top); ok && from > d.word {
			return from, from, to
		}
	}
	from = d.word
	for k := int(v.trees.From[d.word]); k < d.word; k++ {
		if v.trees.Head[k] == int32(d.word) && k > d.from && (v.tags[k] == tags.TO || v.text.Lower(k) == "no") {
			from = k
			break
		}
	}
	return from, from, d.word + 1
}

// about returns the words that tell what a refusal is about, without the preposition before them: what is behind
// "on", "about", "to" and "for", or the object.
func (v utterances) about(word int) (from, to int, ok bool) {
	for k := word + 1; k < int(v.trees.To[word]); k++ {
		if int(v.trees.Head[k]) != word {
			continue
		}
		from, to = int(v.trees.From[k]), int(v.trees.To[k])
		switch v.trees.Relation[k] {
		case parse.Object:
			if speechNouns[v.text.Lemma(k)] != attribution.Said || v.tags[from].Adverb() {
				continue // "had no comment", "comment further"
			}
			return from, to, true
		case parse.Nominal:
			if aboutPrepositions[v.text.Lower(from)] && from < k && (!v.tags[k].Proper() || v.text.InName(k)) {
				return from + 1, to, true
			}
		}
	}
	return 0, 0, false
}

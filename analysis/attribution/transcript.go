package attribution

import (
	"slices"
	"strings"
	"unicode"

	"hearsay/analysis/text"
)

// turn is what one speaker says in a transcript: the label that names the speaker, the colon, and the words behind it.
type turn struct {
	paragraph   int
	label       text.Span
	colon, from int // tokens; the words begin at from
}

// fewestTurns is how many labelled paragraphs make a transcript, one label of which must come up again.
const fewestTurns = 3

// transcript adds the quotes of a transcript, whose paragraphs begin with a name in capital letters and a colon: "REED:
// We will see." They take the place of others that the same colon was found to attribute.
func (v assembly) transcript(list []Attribution) []Attribution {
	turns := v.turns()
	if len(turns) < fewestTurns || !v.repeated(turns) {
		return list
	}
	colons := map[int]bool{}
	for _, k := range turns {
		colons[k.colon] = true
	}
	out := slices.DeleteFunc(list, func(a Attribution) bool { return a.Head >= 0 && colons[a.Head] })
	for i, k := range turns {
		a := Attribution{Source: []text.Span{k.label}, Cue: []text.Span{v.text.Tokens[k.colon].Span}, Head: k.colon,
			Kind: Direct, Continues: -1,
			Confidence: turnConfidence, Found: "the paragraph begins with the speaker’s name and a colon, as in a transcript"}
		next := k.paragraph + 1
		if i+1 < len(turns) && turns[i+1].paragraph-k.paragraph <= longestTurn {
			next = turns[i+1].paragraph
		}
		a.Content = v.spoken(k, next)
		out = append(out, a)
	}
	return out
}

// longestTurn is how many paragraphs one speaker's words can fill before the next label.
const longestTurn = 4

// turns finds the paragraphs that begin with a label.
func (v assembly) turns() (out []turn) {
	t := v.text
	for p, par := range t.Paragraphs {
		if par.Aside || par.From == par.To {
			continue
		}
		from, end := t.Sentences[par.From].From, t.Sentences[par.To-1].To
		for from < end && t.Mark(from) {
			from++
		}
		to := from
		for to < end && to-from < 4 && capitals(t.Word(to)) {
			to++
		}
		if to > from && to+1 < end && t.Word(to) == ":" && t.Tokens[to-1].End-t.Tokens[from].Start >= 3 {
			out = append(out, turn{paragraph: p, label: t.Span(from, to), colon: to, from: to + 1})
		}
	}
	return out
}

// capitals reports whether a word has capital letters alone, or is the full stop of an abbreviation.
func capitals(w string) bool {
	return w == "." || lettered(w) && strings.IndexFunc(w, func(r rune) bool {
		return unicode.IsLetter(r) &&
			!unicode.IsUpper(r) || unicode.IsDigit(r)
	}) < 0
}

// repeated reports whether one of the labels comes up again.
func (v assembly) repeated(turns []turn) bool {
	seen := map[string]bool{}
	for _, k := range turns {
		if name := k.label.Of(v.text.String); seen[name] {
			return true
		} else {
			seen[name] = true
		}
	}
	return false
}

// spoken returns the words of a turn, up to a paragraph, without what stands in brackets by itself: "(CROSSTALK)".
func (v assembly) spoken(k turn, next int) (out []text.Span) {
	t := v.text
	from := k.from
	for p := k.paragraph; p < next; p++ {
		par := t.Paragraphs[p]
		if par.Aside || par.From == par.To {
			continue
		}
		if p > k.paragraph {
			from = t.Sentences[par.From].From
		}
		first := from
		for first < t.Sentences[par.To-1].To-1 && t.Mark(first) {
			first++
		}
		if t.Word(first) != "(" && t.Word(first) != "[" {
			out = append(out, t.Span(from, t.Sentences[par.To-1].To))
		}
	}
	return out
}

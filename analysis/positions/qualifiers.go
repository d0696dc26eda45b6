package positions

import (
	"slices"

	"hearsay/analysis/lexicon"
	"hearsay/analysis/phrases"
	"hearsay/analysis/quotations"
	"hearsay/analysis/tags"
	"hearsay/analysis/text"
)

// around is how far from what takes a side, in tokens, its qualifiers are looked for.
const around = 80

// qualifying finds the qualifiers of positions.
type qualifying struct{ reader }

// of finds the words of a statement that turn, weaken or bound the side taken in it, in reading order.
func (f qualifying) of(x finding) []Qualifier {
	from, to := f.Text.Range(x.statement)
	from, to = max(from, min(x.at, x.from)-around), min(to, max(x.at, x.to)+around)
	var out []Qualifier
	note := func(k QualifierKind, i, j int) {
		if i >= from && j <= to && i < j {
			out = append(out, Qualifier{k, f.Text.Span(i, j)})
		}
	}
	f.negations(x, note)
	f.hedges(x, note)
	f.conditions(from, to, x, note)
	f.ironies(from, to, x, note)
	slices.SortFunc(out, func(a, b Qualifier) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return int(a.Kind) - int(b.Kind)
	})
	return slices.Compact(out)
}

// negations are the words that turn what takes the side: those right before it, or between it and its target.
func (f qualifying) negations(x finding, note func(QualifierKind, int, int)) {
	s := f.Text.Sentences[f.Text.Tokens[x.at].Sentence]
	last := x.at
	if x.from > x.at {
		last = min(x.from-1, x.at+6)
	}
	for i := last; i >= max(s.From, x.at-5); i-- {
		w := f.Lower(i)
		if i < x.at && (among(f.Tag(i), tags.Comma, tags.Colon) || among(w, "and", "but")) {
			return
		}
		if negating[w] && (i < x.from || i >= x.to) {
			note(Negation, i, i+1)
		}
	}
}

var negating = lexicon.Words("stances/modalities", "negating")

// hedges are the words that weaken a side, near what takes it.
func (f qualifying) hedges(x finding, note func(QualifierKind, int, int)) {
	s := f.Text.Sentences[f.Text.Tokens[x.at].Sentence]
	for i := max(s.From, min(x.at, x.from)-6); i < min(s.To, max(x.at+1, x.to)+4); i++ {
		if i >= x.from && i < x.to {
			continue
		}
		if hedging[f.Lower(i)] {
			note(Hedge, i, i+1)
		} else if f.hedgesInTwo(i) {
			note(Hedge, i, i+2)
		}
	}
}

// hedgesInTwo reports whether token i and the next weaken what follows: "sort of bad", "a bit late", "I think".
func (f reader) hedgesInTwo(i int) bool {
	next, third := f.Lower(i+1), f.Tag(i+2)
	switch f.Lower(i) {
	case "sort", "kind":
		return next == "of" && (third.Adjective() || third.Verb())
	case "a":
		return (next == "bit" || next == "little") && third.Adjective()
	case "i":
		return among(next, "think", "guess", "suppose")
	}
	return false
}

var hedging = lexicon.Words("stances/modalities", "hedging")

// conditions are the clauses under which alone a side is taken: "if Congress agrees".
func (f qualifying) conditions(from, to int, x finding, note func(QualifierKind, int, int)) {
	for i := from; i < to; i++ {
		n := f.condition(i)
		if n == 0 {
			continue
		}
		end := f.conditionEnd(i+n, to)
		if x.at < i || x.at >= end {
			note(Condition, i, end)
		}
		i = end
	}
}

// longestCondition is how many tokens of a condition are read at most.
const longestCondition = phrases.Longest + 8

// conditionEnd is where a condition ends whose first words end at i.
func (f reader) conditionEnd(i, to int) int {
	end := i
	for end < min(to, i+longestCondition) && f.Tag(end) < tags.Period && !among(f.Tag(end), tags.Comma, tags.Colon) {
		end++
	}
	return end
}

// condition is how many words begin a condition at token i.
func (f reader) condition(i int) int {
	next, tag := f.Lower(i+1), f.Tag(i+1)
	three := f.Lower(i) + " " + next + " " + f.Lower(i+2)
	if among(three, "as long as", "so long as", "on condition that", "on the condition") {
		return 3
	}
	behindComma := f.Tag(i-1) == tags.Comma
	switch f.Lower(i) {
	case "unless":
		return 1
	case "if":
		return one(f.opensIf(i))
	case "even":
		return one(next == "if" && f.opensIf(i))
	case "only":
		return 2 * one(next == "if")
	case "subject":
		return 2 * one(next == "to")
	case "provided":
		return 2 * one(behindComma && (next == "that" || tag.Pronoun() || tag == tags.DT))
	case "should": // "should Congress agree"
		return one(behindComma && (tag == tags.DT || tag.Noun() || tag == tags.PRPS))
	}
	return 0
}

// opensIf reports whether an "if" at token i, or an "even if", is none of "as if", "asked if", "if not" and "if, ...".
func (f reader) opensIf(i int) bool {
	return !among(f.Lower(i-1), "as", "asked") && f.Lower(i+1) != "not" && f.Tag(i+1) != tags.Comma
}

// one is 1 for what is so, and 0 for what is not.
func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// ironies are quotation marks around a few words within what is said already, and words after "so-called".
func (f qualifying) ironies(from, to int, x finding, note func(QualifierKind, int, int)) {
	for i := from; i < to; i++ {
		if f.Lower(i) == "so-called" && i+1 < to && i >= x.from-2 && i < x.to {
			note(Irony, i, i+1)
		}
	}
	span := text.Span{Start: f.Text.Tokens[from].Start, End: f.Text.Tokens[to-1].End}
	all := f.Quotations.Quotations
	k, _ := slices.BinarySearchFunc(all, span.Start, func(q quotations.Quotation, at int) int { return q.Start - at })
	for ; k < len(all) && all[k].Start < span.End; k++ {
		if q := all[k]; q.Parent >= 0 && q.Kind == quotations.Words && q.Closed && q.To-q.From <= 6 {
			note(Irony, q.From, q.To)
		}
	}
}
